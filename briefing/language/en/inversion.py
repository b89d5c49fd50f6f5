"""The subject behind an English verb: “…,” said X."""

from __future__ import annotations

from briefing.language.base import Sentence, Token
from briefing.language.en.phrases import complements_end, plain_end
from briefing.language.lexicons import listed

RELATIVE = ("who", "which", "that", "whose", "whom", "where", "when")
QUOTES = frozenset("\"“”‘’'«»")
DASHES = ("-", "–", "—", "--")
_CLAUSAL = listed("en", "clauses", "clausal")
_RELATIVE_REACH = 5  # tokens within which a relative pronoun opens an insertion
_PARTICLES = ("in", "up", "back", "out", "on")


def inverted(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the bounds of the subject that stands behind its verb: “…,” said the mayor; None where it does not."""
    tokens = sentence.tokens
    before = tokens[verb - 1] if verb else None
    if before is not None and before.text in QUOTES and verb + 1 < len(tokens):
        verb += tokens[verb + 1].fold in _PARTICLES  # “…,” chipped in his brother
    if verb + 1 >= len(tokens) or not _opens_phrase(sentence, verb + 1):
        return None
    if (
        before is not None
        and before.text not in (",", "?", "!", "…", "...")
        and before.text not in QUOTES
        and before.text not in DASHES
    ):
        return None
    stop = plain_end(sentence, verb + 1)
    if stop == verb + 1:
        return None
    stop = complements_end(sentence, stop)
    quoted = before is None or before.text in QUOTES
    if not quoted and (_finite_follows(tokens, stop) or _has_waiting_subject(sentence, verb)):
        return None
    return verb + 1, _coordinated(sentence, stop)


def _opens_phrase(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.pos == "PRON":
        return token.fold in (
            "he",
            "she",
            "they",
            "we",
            "i",
            "it",
            "one",
            "some",
            "others",
            "another",
        )
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if token.pos == "ADV" and after is not None and after.readings[0].form == "part":
        return after.readings[0].tense == "past"  # “…,” said newly elected leader Ann Lee
    return token.pos in ("PROPN", "NOUN", "DET", "NUM", "ADJ") and token.fold not in ("that", "this", "these", "those")


def _finite_follows(tokens: list[Token], index: int) -> bool:
    while index < len(tokens) and tokens[index].pos == "ADV":
        index += 1
    return index < len(tokens) and tokens[index].pos == "VERB" and tokens[index].readings[0].form == "fin"


def _has_waiting_subject(sentence: Sentence, verb: int) -> bool:
    """Whether the mark before the verb closes an apposition or relative clause: “Jones, who lives here, said …”."""
    tokens = sentence.tokens
    marks = DASHES if tokens[verb - 1].text in DASHES else (",",)
    commas = [index for index in range(1, verb - 1) if tokens[index].text in marks]
    return (
        bool(commas)
        and is_insertion(sentence, commas[-1] + 1, verb - 1)
        and (tokens[commas[-1] - 1].pos in ("PROPN", "NOUN") or tokens[commas[-1] - 1].text == ")")
        and not _is_object(tokens, commas[-1])
    )


def _is_object(tokens: list[Token], stop: int) -> bool:
    """Whether the noun before ``stop`` is already what its clause's verb is about: “it hurt troops, who fled, said”."""
    for index in range(stop - 1, -1, -1):
        token = tokens[index]
        if token.text in (",", ":", ";") or token.pos in ("CCONJ", "SCONJ"):
            return False
        if token.readings[0].form == "fin":
            relative = index > 0 and tokens[index - 1].fold in RELATIVE
            return not relative and token.lemma not in _CLAUSAL and index + 1 < stop
    return False


_LISTING = frozenset("including with such like namely whose".split())


def is_insertion(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the tokens between two marks may stand between a subject and its verb."""
    tokens = sentence.tokens[first:stop]
    if not tokens:
        return False
    if tokens[0].fold in RELATIVE or any(token.fold in ("whom", "which") for token in tokens[1:_RELATIVE_REACH]):
        return True  # “…, to whom he wrote, …”, “…, most of whom were new, …”
    finite = next((i for i, token in enumerate(tokens) if token.readings[0].form == "fin"), None)
    # “Lee, head of a club that mends boats, said”
    if finite is None or any(token.fold in ("who", "which", "that") and i for i, token in enumerate(tokens[:finite])):
        return True
    verb, after = tokens[finite], tokens[finite + 1 : finite + 2]
    based = tokens[0].fold in ("a", "an") and verb.reading(form="part", tense="past") is not None and bool(after)
    based = based and tokens[finite - 1].pos == "NOUN" and after[0].pos == "ADP"  # “Acme, a mill based in Hale, said”
    return based and (first < 3 or sentence.tokens[first - 3].pos != "ADP")


def row_start(sentence: Sentence, comma: int, stop: int) -> int:
    """Return the comma before what lists several, the last of them between ``comma`` and ``stop``.

    “Staff, | including cooks, nurses and drivers, will …”, “the unions, | which speak for cooks, nurses and drivers, …”
    """
    tokens = sentence.tokens
    if tokens[comma].text != "," or not any(token.fold in ("and", "or") for token in tokens[comma + 1 : stop]):
        return comma
    for index in range(comma - 1, 0, -1):
        if not tokens[index].is_word and tokens[index].text != ",":
            break
        opening = tokens[index + 1].fold
        if tokens[index].text == "," and (opening in RELATIVE or opening in _LISTING):
            return index
    return comma


def _coordinated(sentence: Sentence, stop: int) -> int:
    """Return the end of “X and Y” after an inverted verb."""
    tokens = sentence.tokens
    if stop + 1 < len(tokens) and tokens[stop].fold == "and" and _opens_phrase(sentence, stop + 1):
        end = plain_end(sentence, stop + 1)
        if end > stop + 1 and not _finite_follows(tokens, end):
            return end
    return stop
