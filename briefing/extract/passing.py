"""What a sentence tells only in passing: of whom it speaks, and names and slogans in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue
from briefing.extract.drafts import Utterance
from briefing.extract.extent import innermost
from briefing.language import Sentence

_CLOSING = frozenset("»”")
_MARKS = frozenset("«“»”")


def is_background(sentence: Sentence, cue: Cue, parts: Sequence[Piece], at: int) -> bool:
    """Whether a past tense only tells about whom the sentence speaks: «благодарен всем, кто предложил помочь»."""
    reading = sentence.tokens[cue.head].readings[0]
    if reading.tense != "past" or reading.voice == "pass":
        return False
    if reading.form == "part":
        return reading.voice == "act"
    return parts[at].kind == "relative" and sentence.tokens[parts[at].first].pos not in ("ADV", "SCONJ")


def is_name(sentence: Sentence, index: int, utterances: Sequence[Utterance]) -> bool:
    """Whether the word stands in quotation marks that nobody utters: a slogan, the title of a song."""
    tokens = sentence.tokens
    inside = innermost(utterances, tokens[index].start)
    if inside is not None and inside.kind == "direct":
        return False
    opened = next((i for i in range(index - 1, 0, -1) if tokens[i].text in _MARKS), None)
    if opened is None or tokens[opened].text in _CLOSING or not tokens[opened + 1].is_capital:
        return False
    return tokens[opened - 1].is_word
