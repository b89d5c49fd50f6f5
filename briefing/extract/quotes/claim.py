"""A claim: words that a period attributes to somebody, before they become an utterance."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.drafts import Mention


@dataclass(slots=True)
class Claim:
    """Words attributed to somebody: the tokens ``first`` to ``stop`` of the period, or what stands beside it.

    ``place`` is "here" for tokens of the period, "before" for the sentence before, "above" for the
    quotation that ends there, "after" for the next paragraph.
    ``elided`` says that the cue has no subject of its own because the one before goes on speaking, ``outer`` that it
    was inserted or added, ``clause`` that the words are a whole clause and not what is asked or named, ``spoken`` that
    they and the rest of the paragraph are somebody's own words without marks, ``guessed`` that nothing but the colon
    at the paragraph's end announces speech, so that only the first person shows that the next one is it,
    ``titled`` that a label calls what follows somebody's statement, whatever person it is told in.
    """

    cue: tuple[int, int] | None
    mention: Mention | None
    place: str = "here"
    first: int = 0
    stop: int = 0
    elided: bool = False
    outer: bool = False
    titled: bool = False
    clause: bool = False
    spoken: bool = False
    guessed: bool = False
