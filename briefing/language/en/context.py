"""Which reading of an English word its neighbours ask for: the contextual best is put first."""

from __future__ import annotations

from collections.abc import Callable

from briefing.language.base import Reading, Token
from briefing.language.en import adverbial, dependent, mandative, openclass, that
from briefing.language.en import neighbours as near
from briefing.language.en.persons import personal_nouns
from briefing.language.lexicons import listed

_TWO_FACED = listed("en", "readings", "two_faced")
_PARTICLES = listed("en", "readings", "particles")
_BEFORE_TO = listed("en", "readings", "before_to")
_CLAUSAL = near.CIRCUMSTANTIAL | listed("en", "readings", "comparing")
_PEOPLE = listed("en", "readings", "people_alone")
_OPINION = listed("en", "readings", "opinion")
_TELLING = listed("en", "readings", "telling")
_FINDING = listed("en", "readings", "finding")
_STATING = listed("en", "readings", "stating")
_CONTRACTING = listed("en", "readings", "contracting")
_POSSESSING = listed("en", "readings", "possessing")
_SETTLED = listed("en", "readings", "settled")


def disambiguate(tokens: list[Token]) -> None:
    """Reorder the readings of each token so that the first is the one that the sentence asks for."""
    for index, token in enumerate(tokens):
        if len(token.readings) == 1 and token.fold not in ("am", "per"):
            if index == 0 or token.pos != "NOUN":
                continue
            verb = openclass.unknown_verb(token, tokens, index, near.preceding(tokens, index))
            if verb is not None:
                token.settle(verb)
        else:
            rule = _RULES.get(token.fold, openclass.read)
            best = rule(tokens, index)
            if best is not None and best is not token.readings[0]:
                token.settle(best)
    for index in range(1, len(tokens) - 1):
        if tokens[index].fold == "that":
            mandative.settle(tokens, index)
        elif tokens[index].lemma in mandative.DEMANDING_ALONE and tokens[index].pos == "VERB":
            mandative.settle_bare(tokens, index)
        if (settled := dependent.form(tokens, index)) is not None:
            tokens[index].settle(settled)
        _reconsider(tokens, index)


def _reconsider(tokens: list[Token], index: int) -> None:
    """Decide again what the words on both sides tell: “records show he …”, “Town boss Mark Lowe”."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if token.pos == "NOUN" and after.readings[0].pos == "PRON" and after.readings[0].case == "nom":
        verb, noun = near.find(token, "VERB", "fin"), near.find(before, "NOUN")
        agree = noun is not None and (noun.number == "plur" or _is_said_by_one(tokens, index))
        if verb is not None and verb.tense == "pres" and noun is not None and agree:
            token.settle(verb)
            before.settle(noun)
    elif token.pos == "NOUN" and (after.pos == "DET" or after.fold == "to") and near.is_verb_of_several(tokens, index):
        token.settle(near.find(token, "VERB", "fin", "pres") or token.readings[0])
    elif token.readings[0].form == "fin" and near.ends_period(tokens, index):
        token.settle(near.find(token, "VERB", "part", "past") or token.readings[0])
    elif token.pos == "VERB" and near.is_first_of_firm(tokens, index):
        token.settle(near.find(token, "NOUN") or token.readings[0])
    elif token.pos == "VERB" and after.pos == "PROPN" and not token.is_capital:
        noun = near.find(token, "NOUN")
        named = _is_one_name(before) or (before.pos == "NOUN" and near.finite_ahead(tokens, index))
        if named and noun is not None and noun.lemma in personal_nouns():
            token.settle(noun)  # “Town boss Mark Lowe”, “defence counsel Ann Lee told …”
    elif token.pos == "NOUN" and after.text in (".", ","):
        verb = near.find(token, "VERB", "fin", "pres")
        agrees = (token.readings[0].number == "plur") != (before.readings[0].number == "plur")
        if verb is not None and agrees and _states(tokens, index, verb):
            token.settle(verb)  # “…,” the letter of complaint states.
    elif token.pos == "ADJ":
        _reconsider_adjective(tokens, index)
    elif token.fold in near.CIRCUMSTANTIAL and token.pos == "ADP" and _opens_clause(tokens, index):
        token.settle(near.find(token, "SCONJ") or token.readings[0])
    elif token.readings[0].form == "part" and token.readings[0].tense == "past":
        finite = near.find(token, "VERB", "fin", "past")
        if finite is not None and (_tells(before, token, after) or _goes_on(tokens, index)):
            token.settle(finite)


def _reconsider_adjective(tokens: list[Token], index: int) -> None:
    """Decide again whether an adjective is a noun by what follows: “law firm Baker Lowe”, “the American, who won”."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if after.pos == "PROPN" and not token.is_capital:
        noun = near.find(token, "NOUN")
        gerund = before.readings[0].form == "part" and before.readings[0].tense == "pres"
        if noun is not None and (before.pos == "NOUN" or gerund or (index == 1 and before.pos == "PROPN")):
            token.settle(noun)  # “law firm Baker Lowe”, “accounting firm …”
    elif after.fold == "of" or after.readings[0].form == "fin":
        noun = near.find(token, "NOUN")
        if noun is not None and noun.lemma in personal_nouns():
            token.settle(noun)  # “Lee, chief of the committee”, “a police chief says”
    elif before.pos == "DET" and after.text in (",", "."):
        noun, further = near.find(token, "NOUN"), tokens[index + 2] if index + 2 < len(tokens) else None
        if noun is not None and token.readings[0].name == "place" and (further is None or further.pos != "ADJ"):
            token.settle(noun)  # “the American, who won”, not “the Dutch, German and Swiss teams”


def _opens_clause(tokens: list[Token], index: int) -> bool:
    """Whether a subject and its finite verb follow, and the clause before has its own: “cut jobs as sales fall”."""
    compared = index > 1 and tokens[index - 2].fold in ("as", "so")  # “as long as they …”
    if tokens[index].fold == "as" and (compared or _tells_what(tokens, index)):
        return False
    for token in reversed(tokens[:index]):
        if token.text in near.STOPS or token.fold in ("who", "which", "that"):
            return False  # “the man who served as mayor says”
        if token.readings[0].form == "fin":
            break
    else:
        return False
    for position in range(index + 1, len(tokens)):
        token = tokens[position]
        if token.readings[0].form == "fin":
            return position > index + 1
        if token.pos not in (*near.NOMINAL, "DET", "ADV") and token.readings[0].case != "gen":
            return False
    return False


def _is_said_by_one(tokens: list[Token], index: int) -> bool:
    """“The firm insists it …”: an article and a word that is adjective and noun before a verb in the singular."""
    verb, after = near.find(tokens[index], "VERB", "fin"), tokens[index + 1]
    article = index > 1 and tokens[index - 2].fold in ("the", "a", "an") and tokens[index - 1].pos == "ADJ"
    return article and verb is not None and verb.lemma in near.BRIDGES and after.fold != "that"


def _states(tokens: list[Token], index: int, verb: Reading) -> bool:
    """Whether a word ends an attribution behind its content: “…,” the notice states. “…, research by Acme shows.”"""
    if verb.lemma in _STATING and (_closes_quotation(tokens, index) or _opens_quotation(tokens, index)):
        return True
    comma = next((i for i in range(index - 1, 0, -1) if tokens[i].text == ","), None)
    if comma is None or verb.lemma not in _FINDING or tokens[index + 1].text != ".":
        return False
    between = tokens[comma + 1 : index]
    plain = bool(between) and not any(token.pos in ("VERB", "CCONJ") or token.text == "," for token in between)
    return plain and near.has_finite(tokens, comma)


def _closes_quotation(tokens: list[Token], index: int) -> bool:
    """Whether nothing but a noun phrase stands between a closing quotation mark and the word."""
    opening = next((i for i in range(index - 1, -1, -1) if not tokens[i].is_word), None)
    if opening is None or tokens[opening].text not in near.QUOTES or opening + 1 >= index:
        return False
    return not any(token.pos == "VERB" and token.readings[0].form == "fin" for token in tokens[opening:index])


def _opens_quotation(tokens: list[Token], index: int) -> bool:
    """Whether a comma and marked words follow a subject and the word: “the senators | state, “We …””."""
    opens = index + 2 < len(tokens) and tokens[index + 1].text == "," and tokens[index + 2].text in near.QUOTES
    start = near.phrase_start(tokens, index) if opens else index
    return start < index and (start == 0 or tokens[start - 1].text == ",") and not near.finite_behind(tokens, index)


def _is_one_name(token: Token) -> bool:
    """Whether the word is a name in the singular: “Town boss Mark Lowe”, not “Rovers host Olympia Lodge”."""
    return token.pos == "PROPN" and token.readings[0].number != "plur"


def _tells(before: Token, token: Token, after: Token) -> bool:
    """Whether a verb that mostly tells stands right behind its subject: “Lee told reporters Iran remained …”.

    So too behind an infinitive beside that, where a clause follows: “those hoping to stay said they …”.
    """
    follows = after.readings[0].pos == "PRON" and after.readings[0].case == "nom"
    return (
        token.fold in _TELLING
        and (before.pos in ("NOUN", "PROPN", "NUM") or (follows and before.readings[0].form == "inf"))
        and after.fold not in ("to", "by")
        and after.is_word
    )


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether the verb goes on with what the clause's subject did: “accused them of lying and promised to act”."""
    if tokens[index - 1].fold not in ("and", "but") or tokens[index + 1].fold not in ("to", "that"):
        return False
    for token in reversed(tokens[: index - 1]):
        reading = token.readings[0]
        if reading.pos == "VERB" and reading.tense == "past":
            return reading.form == "fin" and reading.lemma not in near.AUXILIARY
        if token.text == ";":
            break
    return False


def _apostrophe_s(tokens: list[Token], index: int) -> Reading | None:
    """“It’s”, “Trump’s going” against “Trump’s plan”."""
    token, after = tokens[index], near.following(tokens, index)
    before = tokens[index - 1] if index else None
    if before is None:
        return token.readings[0]
    verbal = before.pos == "PRON" or (before.pos == "ADV" and not before.is_capital) or before.fold in _CONTRACTING
    follows = after is not None and (after.fold in ("a", "the", "not", "been", "going", "got", "an"))
    verbal = verbal and before.fold not in _POSSESSING
    return near.find(token, "VERB" if verbal or follows else "PART")


def _to(tokens: list[Token], index: int) -> Reading | None:
    if index and tokens[index - 1].fold in _BEFORE_TO and not _is_scheduled(tokens, index):
        return near.find(tokens[index], "ADP")
    position = index + 1
    while position < len(tokens) and tokens[position].readings[0].pos == "ADV":
        if near.has(tokens[position], "NOUN") or adverbial.is_verb(tokens, position):
            break
        position += 1
    infinitive = position < len(tokens) and near.has(tokens[position], "VERB", "inf")
    infinitive = infinitive and not tokens[position].is_capital
    infinitive = infinitive and (tokens[position].fold not in adverbial.VERBS or adverbial.is_verb(tokens, position))
    return near.find(tokens[index], "PART" if infinitive else "ADP")


def _is_scheduled(tokens: list[Token], index: int) -> bool:
    """Whether "to" opens an infinitive after “is due”, not a cause: “due to start” against “due to cuts”."""
    before, after = tokens[max(0, index - 3) : index], near.following(tokens, index)
    is_due = before[-1].fold == "due" and any(token.lemma == "be" for token in before[:-1])
    return is_due and after is not None and near.has(after, "VERB", "inf")


def _her(tokens: list[Token], index: int) -> Reading | None:
    after = near.following(tokens, index)
    possessed = (
        after is not None
        and (
            after.pos in near.NOMINAL
            or near.has(after, "NOUN")
            or near.has(after, "ADJ")
            or after.text in near.QUOTES
            or (after.pos == "VERB" and after.readings[0].form == "part")
        )
        and after.readings[0].pos not in ("ADP", "SCONJ", "CCONJ", "ADV", "DET", "PART")
    )
    return near.find(tokens[index], "DET" if possessed else "PRON")


def _am(tokens: list[Token], index: int) -> Reading | None:
    """“I am” against “at 4.40 am”."""
    before = tokens[index - 1] if index else None
    return (
        Reading("a.m.", "NOUN", number="sing")
        if before is not None and before.pos == "NUM"
        else tokens[index].readings[0]
    )


def _per(tokens: list[Token], index: int) -> Reading | None:
    after = near.following(tokens, index)
    return (
        Reading("per", "NOUN", number="plur")
        if after is not None and after.fold == "cent"
        else tokens[index].readings[0]
    )


def _close(tokens: list[Token], index: int) -> Reading | None:
    after = near.following(tokens, index)
    if after is not None and after.fold == "to" and (adjective := near.find(tokens[index], "ADJ")) is not None:
        return adjective
    return openclass.read(tokens, index)


def _two_faced(tokens: list[Token], index: int) -> Reading | None:
    """A determiner before a noun, else a pronoun: “some officials”, “some say”."""
    token, after = tokens[index], near.following(tokens, index)
    if after is None:
        return near.find(token, "PRON")
    first = after.readings[0]
    if token.fold in ("all", "both", "each") and index and tokens[index - 1].readings[0].case == "nom":
        return near.find(token, "PRON")  # “we all need …”
    superlative = token.fold == "most" and index > 0 and tokens[index - 1].fold == "the" and after.is_word
    if superlative and first.pos not in ("NOUN", "ADP"):
        return near.find(token, "ADV") or token.readings[0]  # “the most admired firms”
    if token.fold in ("more", "most", "less", "much") and first.pos in ("ADJ", "ADV"):
        return near.find(token, "ADV") or token.readings[0]
    intensified = token.fold == "much" and index > 0 and tokens[index - 1].fold == "very"
    if intensified and near.has(after, "VERB", "fin"):
        return near.find(token, "ADV") or token.readings[0]
    if token.fold in ("this", "which") and _is_predicate(tokens, index + 1):
        return near.find(token, "PRON") or token.readings[0]
    if first.pos in ("ADP", "PUNCT", "CCONJ", "PRON", "PART") or (
        first.pos == "VERB" and not near.has(after, "NOUN") and first.form != "part"
    ):
        return near.find(token, "PRON") or token.readings[0]
    if first.pos == "VERB" and first.form == "fin" and first.lemma in (*near.AUXILIARY, *near.MODAL, "say"):
        return near.find(token, "PRON") or token.readings[0]
    if index and tokens[index - 1].fold in ("with", "and") and first.form == "part" and first.tense == "pres":
        return near.find(token, "PRON") or token.readings[0]  # “…, with many saying it is late”
    told = first.form == "fin" and first.tense == "past"
    if (token.fold == "which" and told) or (token.fold in _PEOPLE and after.fold in _OPINION):
        return near.find(token, "PRON") or token.readings[0]
    return near.find(token, "NUM" if token.fold == "one" else "DET")


def _is_predicate(tokens: list[Token], index: int) -> bool:
    """“this means”, “which limits”: a third person after a pronoun in the singular, where no noun in -s can stand."""
    token, after = tokens[index], near.following(tokens, index)
    finite, noun = near.find(token, "VERB", "fin"), near.find(token, "NOUN")
    if finite is None or finite.person != "3" or noun is None or not token.fold.endswith("s"):
        return False
    return after is None or not near.is_finite(after)


def _clausal(tokens: list[Token], index: int) -> Reading | None:
    after = near.following(tokens, index)
    if tokens[index].fold == "as" and _tells_what(tokens, index):
        return near.find(tokens[index], "ADP")
    if index and tokens[index - 1].lemma == "have" and after is not None and near.has(after, "VERB", "part"):
        return near.find(tokens[index], "ADV")  # “has since been sold”
    clause = False
    for position in range(index + 1, min(index + 9, len(tokens))):
        token, further = tokens[position], near.following(tokens, position)
        if token.text == "," and position < index + 6 and further is not None and further.fold not in ("and", "but"):
            continue  # but “before Sunday, but ruled out …” goes on with the clause before
        if token.text in near.STOPS or token.fold in ("who", "which", "that"):
            break
        hour = token.fold == "am" and tokens[position - 1].text[-1].isdigit()  # “before 10 am”
        if token.readings[0].form == "fin" and not token.is_capital and not near.has(token, "NOUN") and not hour:
            clause = True
            break
    if after is not None and after.fold in near.CLAUSE_SUBJECTS:
        clause = True
    return near.find(tokens[index], "SCONJ" if clause else "ADP") or tokens[index].readings[0]


def _tells_what(tokens: list[Token], index: int) -> bool:
    """Whether “as” tells what somebody is: “as host of the show”; a person in the singular needs an article."""
    noun = near.find(tokens[index + 1], "NOUN") if index + 1 < len(tokens) else None
    return noun is not None and noun.number == "sing" and noun.lemma in personal_nouns()


def _particle(tokens: list[Token], index: int) -> Reading | None:
    after = near.following(tokens, index)
    loose = after is None or after.pos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "PART")
    return near.find(tokens[index], "ADV" if loose else "ADP") or tokens[index].readings[0]


def _had(tokens: list[Token], index: int) -> Reading | None:
    before = near.preceding(tokens, index)
    auxiliary = before is not None and before.pos == "VERB" and (before.lemma == "have" or before.lemma in near.MODAL)
    return near.find(tokens[index], "VERB", "part" if auxiliary else "fin")


def _do(tokens: list[Token], index: int) -> Reading | None:
    before = near.preceding(tokens, index)
    governed = before is not None and (before.lemma in near.MODAL or (before.fold == "to" and before.pos == "PART"))
    return near.find(tokens[index], "VERB", "inf" if governed else "fin")


def _half(tokens: list[Token], index: int) -> Reading | None:
    """“Nearly half say …” against “half the town” and “half empty”."""
    after = near.following(tokens, index)
    acts = after is not None and near.has(after, "VERB", "fin") and after.lemma in (*near.BRIDGES, *near.AUXILIARY)
    return near.find(tokens[index], "NOUN") if acts else openclass.read(tokens, index)


def _as_listed(tokens: list[Token], index: int) -> Reading | None:
    return tokens[index].readings[0]


def _yet(tokens: list[Token], index: int) -> Reading | None:
    """“She is not yet ready”, “has yet to say” against “small yet strong”."""
    before, after = near.preceding(tokens, index), near.following(tokens, index)
    adverb = index > 0 and tokens[index - 1].lemma == "not"
    adverb = adverb or (before is not None and before.lemma in ("have", "be", "as"))
    adverb = adverb or after is None or not after.is_word or after.fold in ("to", "another", "again")
    return near.find(tokens[index], "ADV" if adverb else "CCONJ")


def _mine(tokens: list[Token], index: int) -> Reading | None:
    """“The coal mine closed” and “mine workers” against “a friend of mine”."""
    before, after = near.preceding(tokens, index), near.following(tokens, index)
    led = before is not None and (before.pos in ("DET", "ADJ", "NOUN", "PROPN") or before.readings[0].case == "gen")
    opens = index == 0 and after is not None and near.has(after, "NOUN")
    return near.find(tokens[index], "NOUN" if led or opens else "PRON")


_RULES: dict[str, Callable[[list[Token], int], Reading | None]] = {
    "'s": _apostrophe_s,
    "to": _to,
    "that": that.read,
    "her": _her,
    "close": _close,
    "am": _am,
    "had": _had,
    "do": _do,
    "per": _per,
    "yet": _yet,
    "half": _half,
    "mine": _mine,
    **dict.fromkeys(adverbial.VERBS, adverbial.read),
    **dict.fromkeys(_TWO_FACED, _two_faced),
    **dict.fromkeys(_PARTICLES, _particle),
    **dict.fromkeys(_CLAUSAL, _clausal),
    **dict.fromkeys(_SETTLED, _as_listed),
}
