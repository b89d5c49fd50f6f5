"""Those whose turn it is with a bill, whom it would bind, and those of whom only a clause tells who they are."""

from __future__ import annotations

from itertools import pairwise

from briefing.extract import cues
from briefing.extract.agents import is_agent
from briefing.extract.cues import Cue
from briefing.extract.governed import Complement, is_infinitive, lexical
from briefing.language import Document, Sentence, Token

_NEAR = 5  # tokens behind a cue in which it is told whose turn it is


def of_bill(document: Document, sentence: Sentence, cue: Cue, complement: Complement) -> tuple[int, int] | None:
    """Return whose turn it is, “goes to the full Senate”, or whom it binds: “would require | landlords | to pay”."""
    known = cues.lexicon(document.language.code)
    if "stage" in cue.frame.takes:
        reach = range(cue.head + 1, min(cue.stop + _NEAR, len(sentence.tokens)))
        index = next((i for i in reach if is_agent(sentence, i, known.code)), None)
        return document.language.noun_phrase(sentence, index) if index is not None else None
    verb = lexical(sentence, complement.head, known)
    marks = (i for i in range(verb + 1, len(sentence.tokens)) if is_infinitive(sentence.tokens, i, known))
    mark = next(marks, None)
    if mark is None or not known.has("binding", sentence.tokens[verb]):
        return None
    index = next((i for i in range(verb + 1, mark) if is_agent(sentence, i, known.code)), None)
    if index is None:
        return None
    first, stop = document.language.noun_phrase(sentence, index)
    return (first, min(stop, mark)) if first == verb + 1 else None


def anyone(document: Document, sentence: Sentence, cue: Cue, complement: Complement) -> str | None:
    """Return those whom only a clause or what they have tells: “anyone who saw it”, “those with a ticket”."""
    known, tokens = cues.lexicon(document.language.code), sentence.tokens
    if cue.frame.doer == "object":
        marks = (i for i in range(complement.first, complement.head + 1) if is_infinitive(tokens, i, known))
        first, stop = complement.first, next(marks, complement.first)
    else:
        pronouns = (i for i in range(cue.head - 2, -1, -1) if known.has("anyone", tokens[i]))
        first, stop = next(pronouns, cue.head), cue.head
    if first + 2 >= stop or not known.has("anyone", tokens[first]):
        return None
    if not known.has("telling_whom", tokens[first + 1]) or tokens[stop - 1].is_mark:
        return None
    told = sum(_tells_anew(before, token) for before, token in pairwise(tokens[first + 1 : stop]))
    if told > (tokens[first + 1].pos != "ADP") or any(token.text == "," for token in tokens[first:stop]):
        return None  # “people who live there say the council must act”
    return document.text[tokens[first].start : tokens[stop - 1].end]


def _tells_anew(before: Token, token: Token) -> bool:
    """Whether the verb is none of a row: “or | has”, not “there | say”."""
    return token.readings[0].form == "fin" and before.pos != "CCONJ"


def is_named(sentence: Sentence, relative: int, known: cues.Lexicon) -> bool:
    """Whether a relative clause behind a comma tells of somebody named: “Ann Lee, | who will join the board”."""
    name = sentence.name_at(relative - 2) if known.has("telling_whom", sentence.tokens[relative]) else None
    return name is not None and name.kind == "person" and name.stop == relative - 1
