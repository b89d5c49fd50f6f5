"""What stands around an English word: the tokens beside it, finite verbs in reach, the phrase that it closes."""

from __future__ import annotations

from briefing.language import lexicons
from briefing.language.base import Reading, Token
from briefing.language.lexicons import listed

NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
AUXILIARY = ("be", "have", "do", "get")
LASTING = frozenset(("remain", "stay"))  # what follows tells of a state: “will stay shut”
MODAL = listed("en", "clauses", "modals")
QUOTES = frozenset("\"“”‘’'«»")
STOPS = frozenset('.;:,—–()"“”')
RELATIVES = ("who", "which", "that", "whose", "whom")
SEPARATORS = ("CCONJ", "SCONJ")
CONJUNCTIONS = listed("en", "clauses", "conjunctions")
_INSERTION = 14  # tokens between two commas
BRIDGES = listed("en", "clauses", "bridges")
CLAUSE_SUBJECTS = listed("en", "clauses", "clause_subjects")
CIRCUMSTANTIAL = listed("en", "clauses", "circumstantial")
ELLIPTICAL = listed("en", "clauses", "elliptical")
_FIRMS = lexicons.kinds("en", "company")
_MONTHS = listed("en", "time", "months") | listed("en", "time", "short_months")
_ENDING = listed("en", "time", "ending")
INTENDING = listed("en", "clauses", "intending")
SHOWING = listed("en", "clauses", "showing")
_FAR = listed("en", "readings", "far")
_LEADING = INTENDING | listed("en", "clauses", "leading")  # verbs before “to”


def following(tokens: list[Token], index: int) -> Token | None:
    """Return the token after."""
    return tokens[index + 1] if index + 1 < len(tokens) else None


def preceding(tokens: list[Token], index: int) -> Token | None:
    """Return the token before, past adverbs and negation."""
    index -= 1
    while index > 0 and (tokens[index].pos == "ADV" or tokens[index].lemma == "not"):
        index -= 1
    return tokens[index] if index >= 0 else None


def find(token: Token, pos: str, form: str = "", tense: str = "") -> Reading | None:
    """Return the likeliest reading of the part of speech, and of the form and tense where they are given."""
    for reading in token.readings:
        if reading.pos == pos and (not form or reading.form == form) and (not tense or reading.tense == tense):
            return reading
    return None


def has(token: Token, pos: str, form: str = "") -> bool:
    """Whether a token has such a reading."""
    return find(token, pos, form) is not None


def is_finite(token: Token) -> bool:
    """Whether a word on the right, not yet decided, is most likely a finite verb."""
    first = token.readings[0]
    return first.pos == "VERB" and first.form == "fin" and not token.is_capital


def finite_ahead(tokens: list[Token], index: int, stops: frozenset[str] = frozenset()) -> bool:
    """Whether another finite verb follows in the same stretch, so that this word cannot be the clause's verb.

    ``stops`` are words that end the stretch besides.
    """
    inserted = -1
    for position in range(index + 1, min(index + 12, len(tokens))):
        token = tokens[position]
        if position <= inserted:
            continue
        if _is_adverb_between(tokens, position):
            inserted = position + 2  # “a survey published on Monday, however, showed …”
            continue
        if token.text in STOPS or token.readings[0].pos in SEPARATORS or token.fold in RELATIVES:
            return False
        if token.fold in CLAUSE_SUBJECTS or token.fold in stops:
            return False
        if token.fold.endswith("ing") and token.lemma in BRIDGES:
            return False  # “returned from Paris | saying the deal was close”
        marked = tokens[position - 1].fold == "to"  # “hopes to have …”
        if shows(tokens, position):
            return True
        if not marked and (is_finite(token) or _is_plural_finite(tokens, position)):
            strong = not any(reading.pos == "NOUN" and reading.score == 1.0 for reading in token.readings)
            if strong:
                after = following(tokens, position)
                return after is None or after.fold != "by" or not has(token, "VERB", "part")
    return False


def shows(tokens: list[Token], index: int) -> bool:
    """“records kept since May show that …”: a verb of what texts tell between a noun phrase and its clause."""
    token, after = tokens[index], following(tokens, index)
    if token.lemma not in SHOWING or token.is_capital or index == 0 or after is None:
        return False
    if after.fold != "that" and (after.fold not in CLAUSE_SUBJECTS or after.fold in RELATIVES):
        return False
    clause = tokens[index + 2] if index + 2 < len(tokens) else None
    relative = after.fold == "that" and (clause is None or is_finite(clause))  # “charges that were dropped”
    return tokens[index - 1].pos in ("NOUN", "PROPN", "NUM", "ADV") and not relative


def _is_adverb_between(tokens: list[Token], index: int) -> bool:
    """Whether an adverb stands between the comma at ``index`` and another one: “, however,”."""
    marks = [token.text for token in tokens[index : index + 3 : 2]]
    return marks == [",", ","] and tokens[index + 1].readings[0].pos == "ADV"


def _is_plural_finite(tokens: list[Token], index: int) -> bool:
    """“groups continue”: the base form of a verb right after a noun in the plural."""
    before = tokens[index - 1]
    plural = any(reading.pos == "NOUN" and reading.number == "plur" for reading in before.readings)
    return (
        plural
        and before.pos != "PART"
        and tokens[index].readings[0].pos == "VERB"
        and has(tokens[index], "VERB", "fin")
    )


def is_closed(token: Token) -> bool:
    """Whether a token is a function word or a mark, which no clause has for its verb or noun."""
    return token.readings[0].pos in ("ADP", "DET", "CCONJ", "SCONJ", "PRON", "PART", "PUNCT")


def is_object(tokens: list[Token], index: int) -> bool:
    """Whether the noun phrase that ends before the token depends on a preposition or verb."""
    index -= 1
    while index >= 0 and (
        tokens[index].pos in NOMINAL or tokens[index].pos == "CCONJ" or tokens[index].readings[0].case == "gen"
    ):
        index -= 1
    if index >= 0 and tokens[index].pos == "DET":
        index -= 1
    return index >= 0 and tokens[index].pos in ("ADP", "VERB")


def ends_list(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“for customers and business | partners to sell”: a plural before “to” which, as a verb, would not lead there."""
    if (
        not 3 <= index < len(tokens) - 1
        or tokens[index + 1].fold != "to"
        or finite.number != "sing"
        or finite.lemma in _LEADING
    ):
        return False
    described, joint, listed_before = tokens[index - 1], tokens[index - 2], tokens[index - 3]
    if joint.fold not in ("and", "or") or described.pos not in ("NOUN", "PROPN"):
        return False
    return (listed_before.text == "," or listed_before.pos in ("NOUN", "PROPN")) and has_finite(tokens, index)


def is_governed(tokens: list[Token], index: int) -> bool:
    """Whether the noun phrase that ends before the token depends on a preposition and opens with a determiner."""
    start = phrase_start(tokens, index)
    return 0 < start < index and tokens[start].pos == "DET" and tokens[start - 1].pos == "ADP"


def has_finite(tokens: list[Token], index: int) -> bool:
    """Whether the sentence has a finite verb before the token."""
    return any(token.pos == "VERB" and token.readings[0].form == "fin" for token in tokens[:index])


def opens_clause(tokens: list[Token], index: int) -> bool:
    """Whether the noun phrase before the token opens a clause, so that its verb comes next: “says the plane landed”.

    A clause opens after a verb of speech or thought, a conjunction, or at the sentence's beginning.
    """
    start = phrase_start(tokens, index)
    if start == index:
        return False
    if start == 0:
        return True
    before = tokens[start - 1]
    if before.pos == "SCONJ" or before.fold in CONJUNCTIONS:
        return True
    return before.pos == "VERB" and before.readings[0].form != "inf" and before.lemma in BRIDGES


def phrase_start(tokens: list[Token], index: int) -> int:
    """Return where the noun phrase that ends before the token begins, with its complements after “of”."""
    start = index
    while start > 0:
        token = tokens[start - 1]
        nominal = token.pos in NOMINAL or token.pos == "DET" or token.readings[0].case == "gen"
        nominal = nominal or (start > 1 and token.readings[0].form == "part" and tokens[start - 2].pos == "DET")
        if nominal or (token.fold in ("of", "and") and start < index and tokens[start].pos in (*NOMINAL, "DET")):
            start -= 1
        else:
            break
    return start + 1 if start < index and tokens[start].pos == "CCONJ" else start


def finite_behind(tokens: list[Token], index: int) -> bool:
    """Whether the clause already has its finite verb."""
    for position in range(index - 1, -1, -1):
        token = tokens[position]
        if token.text in STOPS or token.pos in SEPARATORS or token.fold in RELATIVES:
            return False
        if token.pos == "VERB" and token.readings[0].form == "fin":
            return True
    return False


def _past_quotation(tokens: list[Token], index: int) -> int:
    """Return where the words before ``index`` begin behind a quotation that opens the sentence."""
    if tokens[0].text not in QUOTES:
        return 0
    return max(position for position in range(index) if tokens[position].text in QUOTES) + 1


def main_verb_behind(tokens: list[Token], index: int) -> bool:
    """Whether the sentence has a finite verb before the token at ``index``, outside relative clauses."""
    for position in range(_past_quotation(tokens, index), index):
        token = tokens[position]
        if token.pos == "VERB" and token.readings[0].form == "fin":
            before = preceding(tokens, position)
            if before is None or before.fold not in RELATIVES:
                return True
    return False


def has_main_verb(tokens: list[Token], index: int) -> bool:
    """Whether the sentence has a finite verb beside the one at ``index``, outside relative and reported clauses."""
    if main_verb_behind(tokens, index):
        return True
    for position in range(index + 1, len(tokens)):
        token = tokens[position]
        if token.text in STOPS - {","} or token.fold in ("that", "who", "which", "if", "whether", "because"):
            return False
        if token.fold.endswith("ing") and token.lemma in BRIDGES:
            return False
        if is_finite(token) and not any(r.pos == "NOUN" and r.score == 1.0 for r in token.readings):
            return True
    return False


def opens_insertion(tokens: list[Token], index: int) -> bool:
    """Whether a past participle tells of the noun before it between commas: “the bank, based in Leeds, will …”."""
    if index < 2 or tokens[index - 1].text != "," or tokens[index - 2].pos not in ("NOUN", "PROPN"):
        return False
    if find(tokens[index], "VERB", "part", "past") is None or main_verb_behind(tokens, index):
        return False
    for position in range(index + 1, min(index + _INSERTION, len(tokens) - 1)):
        token = tokens[position]
        if token.text == ",":
            verb = position + 1
            while verb < len(tokens) - 1 and (tokens[verb].readings[0].pos == "ADV" or tokens[verb].text in QUOTES):
                verb += 1
            return has(tokens[verb], "VERB", "fin") and not tokens[verb].is_capital
        certain = is_finite(token) and not has(token, "VERB", "part") and not has(token, "NOUN")
        if (token.text in STOPS and token.text not in QUOTES) or certain:
            return False
    return False


def opens_circumstance(tokens: list[Token], index: int) -> bool:
    """“as prices | rise”, “until talks | resume”: a verb right after the plural that opens such a clause."""
    start, after = phrase_start(tokens, index), following(tokens, index)
    if tokens[index - 1].readings[0].number != "plur" or tokens[index].fold.endswith("s"):
        return False
    if not start or tokens[start - 1].fold not in CIRCUMSTANTIAL or tokens[start].fold in ("a", "an"):
        return False
    return after is None or is_closed(after) or after.pos == "ADV"


def is_subject(tokens: list[Token], index: int) -> bool:
    """“The firm will …”: a word that is adjective and noun between an article and a verb that is finite by its form."""
    after = following(tokens, index)
    return index > 0 and tokens[index - 1].pos == "DET" and after is not None and is_finite(after)


def goes_on(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“condemns the raid and urges the police to act”: a third person behind “and” with an object or a clause."""
    before, after = tokens[index - 1] if index else None, following(tokens, index)
    joined = before is not None and before.pos == "CCONJ" and finite.person == "3" and has_finite(tokens, index)
    return joined and after is not None and (after.pos in ("DET", "SCONJ") or after.fold in CLAUSE_SUBJECTS)


def is_first_of_firm(tokens: list[Token], index: int) -> bool:
    """Whether a plural that is a verb too tells what a firm named behind does: “to oil | services | firm Halden”."""
    firm, named = tokens[index + 1], tokens[index + 2] if index + 2 < len(tokens) else None
    if named is None or named.pos != "PROPN" or tokens[index - 1].pos != "NOUN" or firm.is_capital:
        return False
    if find(tokens[index], "NOUN") is None or find(firm, "NOUN") is None or firm.lemma not in _FIRMS:
        return False
    return (index > 1 and tokens[index - 2].pos == "ADP") or finite_ahead(tokens, index + 2)


def is_verb_of_several(tokens: list[Token], index: int) -> bool:
    """Whether the verb of a plural stands behind where that is: “firms in Leeds | plan | a strike”.

    So too behind a common noun where an infinitive follows: “members of the union | plan | to strike”.
    """
    finite = find(tokens[index], "VERB", "fin", "pres")
    intends = finite is not None and finite.lemma in INTENDING and tokens[index + 1].fold == "to"
    if finite is None or finite.person == "3" or tokens[index - 1].pos not in ("PROPN", "NOUN")[: 1 + intends]:
        return False
    if finite_behind(tokens, index) or finite_ahead(tokens, index, CONJUNCTIONS if intends else frozenset()):
        return False
    first = index - 1
    while first > 1 and (tokens[first].pos in ("PROPN", "DET", "ADJ") or (intends and tokens[first].pos == "NOUN")):
        first -= 1
    noun = tokens[first - 1].readings[0]
    return tokens[first].pos == "ADP" and noun.pos == "NOUN" and noun.number == "plur"


def is_how_far(tokens: list[Token], index: int) -> bool:
    """Whether a time or distance follows that tells when or where: “found | three miles from home”, “| last week”."""
    if tokens[index].fold in ("last", "this", "earlier", "later"):
        return True
    return tokens[index].pos == "NUM" and any(token.fold in _FAR for token in tokens[index + 2 : index + 4])


def ends_period(tokens: list[Token], index: int) -> bool:
    """Whether a participle tells when the period before it was over: “results for the quarter | ended | 28 March”."""
    token, after = tokens[index], following(tokens, index)
    if token.lemma != "end" or tokens[index - 1].lemma not in _ENDING or after is None:
        return False
    dated = after.readings[0].pos == "NUM" or after.fold == "on" or after.fold.rstrip(".") in _MONTHS
    start = phrase_start(tokens, index)
    return dated and start > 0 and tokens[start - 1].pos == "ADP"
