"""The object of an infinitive before the cue that governs it: «памятник предложено перенести», «срок предложили …»."""

from __future__ import annotations

from briefing.extract import cues
from briefing.extract.agents import is_agent
from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue
from briefing.extract.governed import Complement
from briefing.language import Document, Sentence, Token

_ATTRIBUTES = ("ADJ", "DET", "NUM", "PRON")


def is_fronted(
    document: Document, sentence: Sentence, cue: Cue, complement: Complement, piece: Piece, *, bare: bool
) -> bool:
    """Whether the words before the cue in its ``piece`` hold what the infinitive behind it is done to.

    So where nobody is the cue's subject, but a noun stands there in the accusative without a preposition: without it
    nobody would know what is to be done. ``bare``: the infinitive has nothing behind it, and the subject may stand
    between the noun and the cue: «фонтан мэр предложил перенести».
    """
    tokens, head = sentence.tokens, complement.head
    if head < cue.stop or tokens[head].readings[0].form != "inf" or not tokens[head].readings[0].transitive:
        return False
    found = _object_before(document, sentence, piece.first, cue)
    if found is None or _is_neuter(tokens[cue.head]):
        return found is not None
    span = document.language.subject(sentence, cue.head)
    reading = tokens[cue.head].readings[0]
    return bare and found < span[0] if span is not None else reading.form == "fin" and reading.number == "plur"


def _object_before(document: Document, sentence: Sentence, first: int, cue: Cue) -> int | None:
    """Return the noun in the accusative, without preposition, before the cue, unless it is whom that addresses."""
    tokens, code = sentence.tokens, document.language.code
    dative = cues.lexicon(code).has("dative_verbs", tokens[cue.head])
    for index in range(first, cue.first):
        token = tokens[index]
        if token.pos not in ("NOUN", "PROPN") or token.reading(case="acc") is None or token.readings[0].case == "dat":
            continue
        addressed = cue.frame.doer == "object" and (token.reading(case="dat") is not None or not dative)
        if addressed and is_agent(sentence, index, code):
            continue  # «администрации предписано», «родителей просят»
        before = index - 1
        while before >= first and tokens[before].pos in _ATTRIBUTES:
            before -= 1
        if before < first or tokens[before].pos in ("VERB", "ADV", "PART", "CCONJ"):
            return index
    return None


def _is_neuter(verb: Token) -> bool:
    """Whether the verb's form names nobody: «предложено»."""
    return verb.readings[0].form == "short" and verb.readings[0].gender == "neut"
