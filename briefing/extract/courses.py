"""What things are for and hold, and what becomes of bills: deeds only where somebody acts, or a bill goes on."""

from __future__ import annotations

from briefing.extract.agents import acting_subject, is_agent, subject_of
from briefing.extract.cues import Cue
from briefing.extract.findings import Findings
from briefing.extract.themes import Themes
from briefing.language import Sentence, Token

_ATTENDING = frozenset(("attending", "attending to act"))
_TARGET = 8  # tokens behind an aim in which a number makes it a target


class Courses:
    """Judges the cues of one document whose subjects may be things."""

    def __init__(self, found: Findings, themes: Themes) -> None:
        self.document, self.known = found.document, found.known
        self.themes = themes

    def is_no_deed(self, sentence: Sentence, cue: Cue, verb: Token) -> bool:
        """Whether the cue of the deed ``verb`` only tells of a thing, or of nobody who acts where somebody must."""
        if "stage" in cue.frame.takes or "contents" in cue.frame.takes:
            return not self._is_of_instrument(sentence, cue.head)
        if not _ATTENDING.isdisjoint(cue.frame.takes):
            return acting_subject(self.document, sentence, cue.head) is None
        return (
            self._is_aim_noun_of_thing(sentence, cue)
            or self._is_for(sentence, cue, verb)
            or self._is_implied(sentence, cue)
        )

    def _is_of_instrument(self, sentence: Sentence, verb: int) -> bool:
        """Whether the subject is a bill, plan or case: “the bill goes to the Senate”, not “she goes to the shop”."""
        subject = self.document.language.subject
        told = (i for i in range(verb - 1, -1, -1) if sentence.tokens[i].readings[0].form == "fin")
        span = subject(sentence, verb) or next((subject(sentence, i) for i in told), None)
        if span is None:
            return False
        return any(self.known.has(name, sentence.tokens[span[1] - 1]) for name in ("instruments", "proceedings"))

    def _is_for(self, sentence: Sentence, cue: Cue, verb: Token) -> bool:
        """Whether it is told what a thing is for: “the act aims to make care fairer”, “a fund that aims to help”.

        With a number it is a target: “the scheme aims to give 500 nurses a home”.
        """
        if not self.known.has("serving", sentence.tokens[cue.head]):
            return False
        if any(token.pos == "NUM" for token in sentence.tokens[cue.stop : cue.stop + _TARGET]):
            return False
        if sentence.tokens[cue.head - 1].fold in self.themes.rules.relative_forms:
            return True
        span = subject_of(self.document, sentence, cue.head)
        if span is None or not any(self.known.has(name, verb) for name in ("effects", "happenings")):
            return False
        thing = any(self.known.has(name, sentence.tokens[span[1] - 1]) for name in ("instruments", "inquiries"))
        return thing or acting_subject(self.document, sentence, cue.head) is None

    def _is_aim_noun_of_thing(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether an aim is what a thing is for, nobody's own: «цель акции», not «моя цель», «цель тренера»."""
        tokens = sentence.tokens
        if not cue.frame.noun or not self.known.has("aims", tokens[cue.head]):
            return False
        before = tokens[max(0, cue.head - 3) : cue.head]
        after = tokens[cue.stop].readings[0] if cue.stop < len(tokens) else None
        owned = after is not None and after.case == "gen" and is_agent(sentence, cue.stop, self.known.code)
        owned = owned or any(t.pos == "PART" and t.readings[0].case == "gen" for t in before)  # “the firm's aim”
        return not owned and not any(self.known.has("possessives", token) for token in before)

    def _is_implied(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether it is what something lets one conclude, nobody's proposal: “…, which suggests falling sales”."""
        if not self.known.has("concluding", sentence.tokens[cue.head]) or cue.head == 0:
            return False
        before = sentence.tokens[cue.head - 1]
        if before.pos == "PRON" and not is_agent(sentence, cue.head - 1, self.known.code):
            return True
        thing = subject_of(self.document, sentence, cue.head) is not None
        return thing and acting_subject(self.document, sentence, cue.head) is None
