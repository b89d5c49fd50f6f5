"""Attributions by word order without a verb's subject that speaks: passives and nouns of speech."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.drafts import Mention
from briefing.extract.quotes import complements, groups, mentions, nouns
from briefing.extract.quotes.behind import Behind
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.ends import Ends
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.extract.quotes.voices import Voices

_FEWEST_BEFORE_AGENT = 2  # tokens: “of theft | by two colleagues”, “to go | by the board”


class Indirect:
    """Reads the passives and nouns of speech of one period."""

    def __init__(self, period: Period, speech: Speech, voices: Voices, ends: Ends, behind: Behind) -> None:
        self.period = period
        self.speech = speech
        self.voices = voices
        self.ends = ends
        self.behind = behind

    def of_passive(self, cue: Cue) -> Iterator[Claim]:
        """“It was announced that …”, “was described by critics as …”, “were told …”: the agent speaks, or nobody."""
        period = self.period
        if cue.takes("accused") and self._is_in_relative(cue):
            return  # “a man who is accused of theft” tells who he is
        agent = groups.agent(period, cue.stop, self.speech)
        late = self._late_agent(cue) if agent is None else None
        if late is not None:
            yield from self._by_late_agent(cue, late)
            return
        mention = period.mention(*agent) if agent is not None else None
        after = agent[1] if agent is not None else cue.stop
        found = mentions.subject(period, cue.first)
        impersonal = found is not None and self.speech.is_in("expletives", found.sentence.tokens[found.first])
        told = (cue.takes("addressee") and not cue.takes("winning")) or cue.takes("accused")
        told = found is not None and (told or self._is_reputed(cue))
        if mention is None and not (told or (impersonal and not (self._is_denied(cue) or cue.takes("experience")))):
            return
        content = complements.after(period, cue, after, self.speech)
        if content is None and self._is_reputed(cue):
            content = cue.stop, "here"
        if content is None and found is not None and (impersonal or self._is_told(cue, found)):
            yield from self.behind.claims(cue, self.voices.tokens(found)[0], after, mention)
        elif content is not None:
            yield Claim(period.span(cue.first, cue.stop), mention, "here", content[0], self.ends.end(content[0], cue))

    def _is_in_relative(self, cue: Cue) -> bool:
        first = groups.group_start(self.period, cue.first, self.speech)
        return first > 0 and self.speech.is_in("relative", self.period.tokens[first - 1])

    def _is_told(self, cue: Cue, subject: Mention) -> bool:
        """Whether somebody was told what stands before: “…, jurors were told”, “…, the hearing was told”."""
        return cue.takes("addressee") and (self.voices.is_hearer(subject) or not self.voices.is_thing(subject))

    def _is_reputed(self, cue: Cue) -> bool:
        """Whether it is said of the subject what it has done: “is said | to have left”, not “to be haunted”."""
        tokens = self.period.tokens
        infinitive = cue.stop + 1 < len(tokens) and self.speech.is_in("infinitive_mark", tokens[cue.stop])
        return infinitive and cue.takes("reputed") and self.speech.is_in("perfect_auxiliaries", tokens[cue.stop + 1])

    def _is_denied(self, cue: Cue) -> bool:
        """Whether it is not said: “it cannot be denied that”, “it has not been announced when”."""
        first = groups.group_start(self.period, cue.first, self.speech)
        return any(self.speech.is_in("negations", token) for token in self.period.tokens[first : cue.first])

    def _late_agent(self, cue: Cue) -> tuple[int, int] | None:
        """Return who is named with “by” behind the content: “was accused of theft | by | the firm”, “told to go by”."""
        period = self.period
        _, stop = period.segment(cue.first)
        for index in range(cue.stop + _FEWEST_BEFORE_AGENT, stop):
            agent = groups.agent(period, index, self.speech)
            if agent is not None and agent[1] == stop:
                plain = period.finite(cue.stop, index) is None and period.inside[agent[0]] is None
                return agent if plain else None
        return None

    def _by_late_agent(self, cue: Cue, agent: tuple[int, int]) -> Iterator[Claim]:
        period = self.period
        mention = period.mention(*agent)
        content = complements.after(period, cue, cue.stop, self.speech)
        if content is not None and mention is not None and not self.voices.is_thing(mention, texts=True):
            yield Claim(period.span(cue.first, cue.stop), mention, "here", content[0], agent[0] - 1)

    def of_noun(self, cue: Cue) -> Iterator[Claim]:
        """“fears that …”, “the minister’s claim that …”, “expressed hope that …”: with an owner or a carrying verb."""
        period = self.period
        content = nouns.content(period, cue, self.speech)
        if content is None or self._is_evinced(cue):
            return
        mention = self._owner(cue)
        if (mention is None and not self._is_said_to_be(cue)) or self._is_soothed(cue, content):
            return
        sourced = nouns.named_source(period, cue, self.speech) is not None or self._is_named_owner(cue)
        end = self.ends.end(content, cue)
        yield Claim(period.span(cue.first, cue.stop), mention, "here", content, end, clause=sourced)

    def _is_evinced(self, cue: Cue) -> bool:
        """Whether something only shows what somebody is like: “the verdict shows our | commitment to act”."""
        if not cue.takes("infinitive") or cue.takes("that"):
            return False
        first, _ = self.period.segment(cue.first)
        verbs = (token for token in self.period.tokens[first : cue.first] if token.pos == "VERB")
        return any(self.speech.has_lemma("evincing", token) for token in verbs)

    def _is_soothed(self, cue: Cue, content: int) -> bool:
        """Whether a topic alone is told of what somebody deals with: “eased parents’ concerns about | the school”."""
        period, at = self.period, cue.first - 1
        if not self.speech.is_in("about", period.tokens[content - 1]):
            return False
        while at > 0 and (period.tokens[at].pos in ("DET", "ADJ", "NOUN", "PROPN") or period.tokens[at].pos == "PART"):
            at -= 1
        return self.speech.has_lemma("soothing", period.tokens[at])

    def _is_named_owner(self, cue: Cue) -> bool:
        """Whether a name right before the noun tells whose it is: “Ann Lowe’s | claim”."""
        tokens = self.period.tokens
        if cue.first < 2 or tokens[cue.first - 1].pos == "DET" or tokens[cue.first - 1].readings[0].case != "gen":
            return False
        sentence, local = self.period.places[cue.first - 2]
        return sentence.name_at(local) is not None

    def _is_said_to_be(self, cue: Cue) -> bool:
        """Whether the article says that there is such talk, of nobody named: “there are fears that …”."""
        first, _ = self.period.segment(cue.first)
        if any(self.speech.is_in("existentials", token) for token in self.period.tokens[first : cue.first - 1][:3]):
            return True
        plural = cue.reading.number == "plur"
        begin = cue.first - (self.period.tokens[cue.first - 1].pos == "ADJ" and cue.first > first)
        if begin and self.speech.is_in("occasioned", self.period.tokens[begin - 1 - self._is_of(begin - 1)]):
            return plural  # “amid warnings that …”, “in light of fears that …”
        opens = begin == first and self.period.places[first][1] == 0
        return plural and opens and self.speech.is_in("that", self.period.tokens[cue.stop])  # “Rumours that …”

    def _is_of(self, index: int) -> bool:
        """Whether the token joins a noun to the one before: “light | of | fears”."""
        return index > 0 and self.speech.is_in("genitive_joints", self.period.tokens[index])

    def _is_of_some(self, verb: int) -> bool:
        """Whether it is only told which those are who have it: “anyone who has questions”, “if you have concerns”."""
        if not self.speech.is_likely("perfect_auxiliaries", self.period.tokens[verb]) or not verb:
            return False
        before = self.period.tokens[verb - 1]
        return self.speech.is_in("relative", before) or before.readings[0].person == "2"

    def _owner(self, cue: Cue) -> Mention | None:
        period = self.period
        if (source := nouns.named_source(period, cue, self.speech)) is not None:
            return period.mention(*source)
        sentence, local = period.places[cue.first]
        first, _ = period.language.noun_phrase(sentence, local)
        offset = cue.first - local
        possessive = next(
            (
                i
                for i in range(cue.first - 1, max(0, first + offset) - 1, -1)
                if period.tokens[i].readings[0].case == "gen"
            ),
            None,
        )
        if possessive is not None:
            if period.tokens[possessive].pos == "DET":
                return period.mention(possessive, possessive + 1)
            return mentions.phrase_ending(period, possessive - 1)
        for index in range(cue.first - 1, -1, -1):
            token = period.tokens[index]
            if period.inside[index] is not None or token.text in (";", ":"):
                return None
            if token.pos == "VERB":
                named = cue.takes("infinitive") and period.tokens[cue.stop].pos == "ADP"  # “repeated calls for change”
                asked = cue.takes("infinitive") and self.speech.has_lemma("refusing", token)  # “rejected calls to go”
                held = self.speech.has_lemma("identity", token) and self._is_of(index + 1)  # “is of the view that”
                carried = (held or self.speech.has_lemma("carriers", token)) and not asked and not named
                none = cue.takes("infinitive") and self.speech.is_in("nothing", period.tokens[cue.first - 1])
                carried = carried and not none and not self._is_of_some(index)
                return mentions.subject(period, index) if carried else None
        return None
