"""Which reading of an English word its neighbours ask for: the contextual best is put first."""

from __future__ import annotations

from collections.abc import Callable

from briefing.language.base import Reading, Token

_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
_AUXILIARY = ("be", "have", "do", "get")
_MODAL = frozenset("will would shall should can could may might must cannot ought".split())
_QUOTES = frozenset("\"“”‘’'«»")
_STOPS = frozenset('.;:,—–()"“”')
_SEPARATORS = ("CCONJ", "SCONJ")
_CLAUSE_SUBJECTS = frozenset("i we you he she it they who which there".split())
_TWO_FACED = frozenset(
    """
    this these those all some most many several few each another both what which either neither such much more
    less enough one any
    """.split()
)
_PARTICLES = frozenset("up out off down over on in through back away about".split())
# Words that govern “to” with a noun.
_BEFORE_TO = frozenset(
    "according due thanks owing prior contrary next close access response reference addition relation regard".split()
)
_CLAUSAL = frozenset("since before after until till as than so like".split())


def disambiguate(tokens: list[Token]) -> None:
    """Reorder the readings of each token so that the first is the one that the sentence asks for."""
    for index, token in enumerate(tokens):
        if len(token.readings) == 1 and token.readings[0].pos == "NOUN":
            verb = _unknown_verb(token, tokens, index, _before(tokens, index))
            token.readings = (verb, *token.readings) if verb is not None else token.readings
        elif len(token.readings) > 1 or token.fold in ("am", "per"):
            rule = _RULES.get(token.fold, _open)
            best = rule(tokens, index)
            if best is not None and best is not token.readings[0]:
                token.readings = (best, *(reading for reading in token.readings if reading is not best))


def _unknown_verb(token: Token, tokens: list[Token], index: int, before: Token | None) -> Reading | None:
    """Return a verb's reading of an unknown word where only a verb fits: “they gatecrash”."""
    if before is None or token.is_capital or token.readings[0].pos not in ("NOUN", "ADJ"):
        return None
    lemma = token.fold
    if before.lemma in _MODAL and before.pos == "VERB":
        return Reading(lemma, "VERB", form="inf", voice="act")
    after = _next(tokens, index)
    if before.pos in ("NOUN", "PROPN") and before is tokens[index - 1] and lemma.endswith("s"):
        opens = after is not None and (after.pos in ("DET", "PRON") or after.is_capital)
        if opens and before.readings[0].number == "sing" and not _finite_behind(tokens, index):
            alone = not _finite_ahead(tokens, index)
            return Reading(lemma[:-1], "VERB", "", "sing", "", "3", "pres", "fin", "act") if alone else None
    if before.fold in ("i", "we", "they", "he", "she", "who"):
        third = before.fold in ("he", "she", "who") and lemma.endswith("s")
        if third or before.fold in ("i", "we", "they"):
            after = _next(tokens, index)
            if after is None or not _is_finite(after):
                return Reading(
                    lemma.removesuffix("s") if third else lemma, "VERB", tense="pres", form="fin", voice="act"
                )
    return None


def _next(tokens: list[Token], index: int) -> Token | None:
    return tokens[index + 1] if index + 1 < len(tokens) else None


def _before(tokens: list[Token], index: int) -> Token | None:
    """Return the token before, past adverbs and negation."""
    index -= 1
    while index > 0 and (tokens[index].pos == "ADV" or tokens[index].lemma == "not"):
        index -= 1
    return tokens[index] if index >= 0 else None


def _find(token: Token, pos: str, form: str = "", tense: str = "") -> Reading | None:
    for reading in token.readings:
        if reading.pos == pos and (not form or reading.form == form) and (not tense or reading.tense == tense):
            return reading
    return None


def _has(token: Token, pos: str, form: str = "") -> bool:
    return _find(token, pos, form) is not None


def _apostrophe_s(tokens: list[Token], index: int) -> Reading | None:
    """“It’s”, “Trump’s going” against “Trump’s plan”."""
    token, after = tokens[index], _next(tokens, index)
    before = tokens[index - 1] if index else None
    if before is None:
        return token.readings[0]
    verbal = before.pos in ("PRON", "ADV") or before.fold in (
        "that",
        "what",
        "who",
        "there",
        "here",
        "how",
        "where",
        "let",
    )
    follows = after is not None and (after.fold in ("a", "the", "not", "been", "going", "got", "an"))
    if before.fold in (
        "everyone",
        "anyone",
        "someone",
        "nobody",
        "everybody",
        "somebody",
        "one",
        "other",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
    ):
        verbal = False
    return _find(token, "VERB") if verbal or follows else _find(token, "PART")


def _to(tokens: list[Token], index: int) -> Reading | None:
    if index and tokens[index - 1].fold in _BEFORE_TO:
        return _find(tokens[index], "ADP")
    position = index + 1
    while position < len(tokens) and tokens[position].readings[0].pos == "ADV" and not _has(tokens[position], "NOUN"):
        position += 1
    infinitive = position < len(tokens) and _has(tokens[position], "VERB", "inf")
    if infinitive and tokens[position].is_capital:
        infinitive = False
    return _find(tokens[index], "PART" if infinitive else "ADP")


def _that(tokens: list[Token], index: int) -> Reading | None:
    token, before, after = tokens[index], _before(tokens, index), _next(tokens, index)
    if after is None:
        return _find(token, "PRON")
    finite = _is_finite(after)
    if before is not None and before.pos in ("NOUN", "PROPN", "PRON"):
        return _find(token, "PRON" if finite else "SCONJ")
    if before is not None and before.pos in ("VERB", "ADJ", "CCONJ", "ADV") and before.lemma != "be":
        return _find(token, "PRON" if finite else "SCONJ")
    if finite or after.pos in ("PUNCT", "PART", "ADP"):
        return _find(token, "PRON")
    return _find(token, "DET" if after.pos in ("NOUN", "ADJ", "NUM") else "SCONJ")


def _her(tokens: list[Token], index: int) -> Reading | None:
    after = _next(tokens, index)
    possessed = (
        after is not None
        and (
            after.pos in _NOMINAL
            or _has(after, "NOUN")
            or _has(after, "ADJ")
            or after.text in _QUOTES
            or (after.pos == "VERB" and after.readings[0].form == "part")
        )
        and after.readings[0].pos not in ("ADP", "SCONJ", "CCONJ", "ADV", "DET", "PART")
    )
    return _find(tokens[index], "DET" if possessed else "PRON")


def _am(tokens: list[Token], index: int) -> Reading | None:
    """“I am” against “at 4.40 am”."""
    before = tokens[index - 1] if index else None
    return (
        Reading("a.m.", "NOUN", number="sing")
        if before is not None and before.pos == "NUM"
        else tokens[index].readings[0]
    )


def _per(tokens: list[Token], index: int) -> Reading | None:
    after = _next(tokens, index)
    return (
        Reading("per", "NOUN", number="plur")
        if after is not None and after.fold == "cent"
        else tokens[index].readings[0]
    )


def _close(tokens: list[Token], index: int) -> Reading | None:
    after = _next(tokens, index)
    if after is not None and after.fold == "to" and (adjective := _find(tokens[index], "ADJ")) is not None:
        return adjective
    return _open(tokens, index)


def _two_faced(tokens: list[Token], index: int) -> Reading | None:
    """A determiner before a noun, else a pronoun: “some officials”, “some say”."""
    token, after = tokens[index], _next(tokens, index)
    if after is None:
        return _find(token, "PRON")
    first = after.readings[0]
    if token.fold in ("more", "most", "less", "much") and first.pos in ("ADJ", "ADV"):
        return _find(token, "ADV") or token.readings[0]
    if first.pos in ("ADP", "PUNCT", "CCONJ", "PRON", "PART") or (
        first.pos == "VERB" and not _has(after, "NOUN") and first.form != "part"
    ):
        return _find(token, "PRON") or token.readings[0]
    if first.pos == "VERB" and first.form == "fin" and first.lemma in (*_AUXILIARY, "say"):
        return _find(token, "PRON") or token.readings[0]
    return _find(token, "NUM" if token.fold == "one" else "DET")


def _clausal(tokens: list[Token], index: int) -> Reading | None:
    after = _next(tokens, index)
    clause = False
    for position in range(index + 1, min(index + 9, len(tokens))):
        token = tokens[position]
        if token.text == "," and position < index + 6 and _next(tokens, position) is not None:
            continue
        if token.text in _STOPS or token.fold in ("who", "which", "that"):
            break
        if token.readings[0].form == "fin" and not _has(token, "NOUN"):
            clause = True
            break
    if after is not None and after.fold in _CLAUSE_SUBJECTS:
        clause = True
    return _find(tokens[index], "SCONJ" if clause else "ADP") or tokens[index].readings[0]


def _particle(tokens: list[Token], index: int) -> Reading | None:
    after = _next(tokens, index)
    loose = after is None or after.pos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "PART")
    return _find(tokens[index], "ADV" if loose else "ADP") or tokens[index].readings[0]


def _is_finite(token: Token) -> bool:
    """Whether a word on the right, not yet decided, is most likely a finite verb."""
    first = token.readings[0]
    return first.pos == "VERB" and first.form == "fin" and not token.is_capital


def _finite_ahead(tokens: list[Token], index: int) -> bool:
    """Whether another finite verb follows in the same stretch, so that this word cannot be the clause's verb."""
    for position in range(index + 1, min(index + 12, len(tokens))):
        token = tokens[position]
        if token.text in _STOPS or token.readings[0].pos in _SEPARATORS or token.fold in ("who", "which", "that"):
            return False
        if token.fold in _CLAUSE_SUBJECTS:
            return False
        if _is_finite(token):
            strong = not any(reading.pos == "NOUN" and reading.score == 1.0 for reading in token.readings)
            if strong:
                after = _next(tokens, position)
                return after is None or after.fold != "by"
    return False


def _open(tokens: list[Token], index: int) -> Reading | None:
    """Decide between noun, verb, adjective and name by the word before and what follows."""
    token = tokens[index]
    proper = _find(token, "PROPN")
    before = _before(tokens, index)
    if proper is not None:
        initial = before is None or before.text in _QUOTES or before.text in (":", "-", "–", "—", "•", "(")
        if not initial:
            return proper
        return _initial(tokens, index, proper)
    if not _has(token, "VERB"):
        return _unknown_verb(token, tokens, index, before) or _noun_or_adjective(tokens, index)
    if before is None or before.pos == "PUNCT":
        return _after_pause(tokens, index)
    if before.lemma in _MODAL or (before.pos == "PART" and before.fold == "to") or before.lemma == "do":
        return _find(token, "VERB", "inf") or _default(tokens, index)
    if before.pos == "VERB" and before.lemma in _AUXILIARY:
        return _find(token, "VERB", "part") or _noun_or_adjective(tokens, index)
    if before.pos == "PART" and before.readings[0].case == "gen" and _predicate_follows(tokens, index):
        return _find(token, "VERB", "fin")
    if before.pos in ("DET", "ADJ", "NUM") or before.readings[0].case == "gen":
        return _in_phrase(tokens, index)
    if before.pos == "ADP":
        return _find(token, "VERB", "part", "pres") or _in_phrase(tokens, index)
    if before.pos == "PRON":
        return _after_pronoun(tokens, index, before)
    return _default(tokens, index)


def _predicate_follows(tokens: list[Token], index: int) -> bool:
    """“Sainsbury’s said it …”: the possessive belongs to a name, and the verb is the sentence’s own."""
    token, after = tokens[index], _next(tokens, index)
    if _find(token, "VERB", "fin") is None or ((noun := _find(token, "NOUN")) is not None and noun.score == 1.0):
        return False
    return token.readings[0].tense == "past" and (after is None or after.pos in ("DET", "PRON", "SCONJ", "PART", "ADP"))


def _initial(tokens: list[Token], index: int, proper: Reading) -> Reading:
    """A capital at the start says nothing, unless the word is unknown or opens a run of capitals."""
    token, after = tokens[index], _next(tokens, index)
    if after is not None and after.is_capital and after.pos == "PROPN" and not token.fold.endswith(("ing", "ly")):
        return proper
    adverb = _find(token, "ADV")
    if adverb is not None:
        return adverb
    participle = _find(token, "VERB", "part")
    if participle is not None and not (after is not None and _is_finite(after)):
        return participle
    adjective = _find(token, "ADJ")
    if adjective is not None and after is not None and (_has(after, "NOUN") or after.pos == "ADJ"):
        return adjective
    noun = _find(token, "NOUN")
    return noun if noun is not None and (noun.number == "plur" or noun.score < 1.0) else proper


def _noun_or_adjective(tokens: list[Token], index: int) -> Reading | None:
    token, after = tokens[index], _next(tokens, index)
    adjective, noun = _find(token, "ADJ"), _find(token, "NOUN")
    if adjective is None or noun is None:
        return token.readings[0]
    if after is not None and (after.pos in ("NOUN", "PROPN", "ADJ") or _has(after, "NOUN")) and after.pos != "PUNCT":
        return adjective
    before = tokens[index - 1] if index else None
    if (
        before is not None
        and before.pos == "VERB"
        and before.lemma in ("be", "seem", "become", "remain", "feel", "look")
    ):
        return adjective
    return (
        noun
        if before is not None and noun.score == 1.0 and before.pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN")
        else token.readings[0]
    )


def _in_phrase(tokens: list[Token], index: int) -> Reading | None:
    """Inside a noun phrase: a noun, or a modifier where a noun follows."""
    token, after = tokens[index], _next(tokens, index)
    nominal = (
        after is not None and (after.pos in ("NOUN", "PROPN", "ADJ") or _has(after, "NOUN")) and not _is_closed(after)
    )
    noun = _find(token, "NOUN")
    if nominal:
        modifier = _find(token, "ADJ") or _find(token, "VERB", "part")
        if modifier is not None and (noun is None or noun.score < 1.0):
            return modifier
    if noun is not None and noun.score == 1.0:
        return noun
    before = tokens[index - 1]
    if noun is not None and before.pos == "NUM":
        return noun
    return _find(token, "VERB", "part") or _find(token, "ADJ") or noun or token.readings[0]


def _is_closed(token: Token) -> bool:
    return token.readings[0].pos in ("ADP", "DET", "CCONJ", "SCONJ", "PRON", "PART", "PUNCT")


def _after_pronoun(tokens: list[Token], index: int, before: Token) -> Reading | None:
    token = tokens[index]
    pronoun = before.readings[0]
    if pronoun.case == "acc" or before.fold in ("it", "you", "that", "what"):
        governed = _governed(tokens, index)
        if governed is not None:
            return governed
    if pronoun.case == "acc":
        return _default(tokens, index)
    finite = _find(token, "VERB", "fin")
    after = _next(tokens, index)
    if finite is not None and after is not None and after.fold == "by" and pronoun.case != "nom":
        return _find(token, "VERB", "part") or finite
    return finite or _default(tokens, index)


def _governed(tokens: list[Token], index: int) -> Reading | None:
    """“made it work”, “let them go”: the infinitive after a verb of causing and its object."""
    if index >= 2 and tokens[index - 2].lemma in ("make", "let", "help", "have", "see", "hear", "watch"):
        return _find(tokens[index], "VERB", "inf")
    return None


def _after_pause(tokens: list[Token], index: int) -> Reading | None:
    """First in the sentence or after a mark: a participle, a verb before its subject, or a noun."""
    token, after = tokens[index], _next(tokens, index)
    quoted = index > 0 and (tokens[index - 1].text in _QUOTES or tokens[index - 1].text == ",")
    finite = _find(token, "VERB", "fin")
    if quoted and finite is not None and (finite.tense == "past" or finite.number == "sing"):
        comma = tokens[index - 1].text == ","
        nominal = ("DET", "PRON", "NOUN", "SCONJ") if comma else ("DET", "PRON", "NOUN", "ADP", "SCONJ", "PART")
        subject = after is not None and (after.is_capital or after.pos in nominal)
        if subject and not (after is not None and after.fold in ("by", "in", "with")):
            return finite if finite.lemma != "include" else _find(token, "VERB", "part") or finite
        if token.fold.endswith("ed") and not comma:
            return _find(token, "VERB", "part")
    participle = _find(token, "VERB", "part", "pres")
    goes_on = after is not None and (
        after.pos in ("DET", "PRON", "SCONJ", "PROPN") or after.text in _QUOTES or after.text == ":"
    )
    told = finite is not None and finite.lemma == "say"
    if participle is None and index and tokens[index - 1].text == "," and not goes_on and not told:
        participle = _find(token, "VERB", "part") if _has_main_verb(tokens, index) else None
    return participle or _default(tokens, index)


def _has_main_verb(tokens: list[Token], index: int) -> bool:
    """Whether the sentence has a finite verb beside the one at ``index``, outside relative and reported clauses."""
    for position in range(index):
        token = tokens[position]
        if token.pos == "VERB" and token.readings[0].form == "fin":
            before = _before(tokens, position)
            if before is None or before.fold not in ("who", "which", "that"):
                return True
    for position in range(index + 1, len(tokens)):
        token = tokens[position]
        if token.text in _STOPS - {","} or token.fold in ("that", "who", "which", "if", "whether", "because"):
            return False
        if _is_finite(token) and not any(r.pos == "NOUN" and r.score == 1.0 for r in token.readings):
            return True
    return False


def _had(tokens: list[Token], index: int) -> Reading | None:
    before = _before(tokens, index)
    auxiliary = before is not None and before.pos == "VERB" and (before.lemma == "have" or before.lemma in _MODAL)
    return _find(tokens[index], "VERB", "part" if auxiliary else "fin")


def _default(tokens: list[Token], index: int) -> Reading | None:
    """After a noun, a verb or a conjunction."""
    token, after = tokens[index], _next(tokens, index)
    before = tokens[index - 1] if index else None
    finite, noun = _find(token, "VERB", "fin"), _find(token, "NOUN")
    if finite is None:
        return _participle_or_noun(tokens, index)
    if finite.tense == "past":
        return _past(tokens, index, finite)
    if noun is None or noun.score < 0.2:
        return finite
    if after is not None and _is_finite(after):
        return noun
    if before is not None and before.pos == "VERB" and before.readings[0].form != "part":
        return noun
    if (
        _is_object(tokens, index)
        and _has_finite(tokens, index)
        and not (after is not None and after.fold in ("that", "to", "it", "he", "she", "they"))
    ):
        return noun
    plural = before is not None and before.readings[0].number == "plur"
    agrees = plural != token.fold.endswith("s")
    nominal = before is not None and before.pos in ("NOUN", "PROPN", "PRON", "ADV")
    opens = after is not None and (
        after.pos in ("DET", "PRON", "SCONJ", "PART", "PROPN", "NUM")
        or after.readings[0].case == "gen"
        or after.text in _QUOTES
    )
    if nominal and agrees and opens and after is not None and after.readings[0].case != "gen":
        return finite if not _finite_ahead(tokens, index) or after.pos in ("DET", "PRON", "SCONJ") else noun
    if nominal and agrees and not _finite_ahead(tokens, index) and not _finite_behind(tokens, index):
        return finite
    return noun


def _is_object(tokens: list[Token], index: int) -> bool:
    """Whether the noun phrase that ends before the token depends on a preposition or verb."""
    index -= 1
    while index >= 0 and (
        tokens[index].pos in _NOMINAL or tokens[index].pos == "CCONJ" or tokens[index].readings[0].case == "gen"
    ):
        index -= 1
    if index >= 0 and tokens[index].pos == "DET":
        index -= 1
    return index >= 0 and tokens[index].pos in ("ADP", "VERB")


def _has_finite(tokens: list[Token], index: int) -> bool:
    """Whether the sentence has a finite verb before the token."""
    return any(token.pos == "VERB" and token.readings[0].form == "fin" for token in tokens[:index])


def _finite_behind(tokens: list[Token], index: int) -> bool:
    """Whether the clause already has its finite verb."""
    for position in range(index - 1, -1, -1):
        token = tokens[position]
        if token.text in _STOPS or token.pos in _SEPARATORS or token.fold in ("who", "which", "that"):
            return False
        if token.pos == "VERB" and token.readings[0].form == "fin":
            return True
    return False


def _participle_or_noun(tokens: list[Token], index: int) -> Reading | None:
    token = tokens[index]
    before = tokens[index - 1] if index else None
    noun = _find(token, "NOUN")
    if noun is not None and noun.score == 1.0 and before is not None and before.pos in ("NOUN", "PROPN", "ADJ", "VERB"):
        return noun
    return token.readings[0]


def _past(tokens: list[Token], index: int, finite: Reading) -> Reading | None:
    """“the plan announced today would …” against “the mayor announced the plan”."""
    participle = _find(tokens[index], "VERB", "part")
    if participle is None or finite.lemma == "say":
        return finite
    after = _next(tokens, index)
    if after is not None and after.fold == "by":
        return participle
    if after is not None and (after.pos in ("DET", "PRON", "SCONJ", "PROPN", "PART") or after.text in _QUOTES):
        return finite
    if _finite_ahead(tokens, index):
        return participle
    before = tokens[index - 1] if index else None
    if before is not None and before.pos in ("NOUN", "PROPN") and after is not None and after.pos == "ADP":
        reduced = _finite_behind(tokens, index) or (_is_object(tokens, index) and _has_finite(tokens, index))
        return participle if reduced else finite
    return finite


_RULES: dict[str, Callable[[list[Token], int], Reading | None]] = {
    "'s": _apostrophe_s,
    "to": _to,
    "that": _that,
    "her": _her,
    "close": _close,
    "am": _am,
    "had": _had,
    "per": _per,
    "his": lambda tokens, index: tokens[index].readings[0],
    **dict.fromkeys(_TWO_FACED, _two_faced),
    **dict.fromkeys(_PARTICLES, _particle),
    **dict.fromkeys(_CLAUSAL, _clausal),
    **{
        word: (lambda tokens, index: tokens[index].readings[0])
        for word in (
            "will",
            "can",
            "might",
            "be",
            "is",
            "are",
            "was",
            "were",
            "do",
            "does",
            "did",
            "would",
            "could",
            "should",
            "must",
            "and",
            "or",
            "but",
            "if",
        )
    },
}
