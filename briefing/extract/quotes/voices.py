"""Who speaks with a cue where word order tells it, and which words look like cues but are none."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract import roles, shares
from briefing.extract.drafts import Mention
from briefing.extract.quotes import groups, mentions
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Predicate, Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Token

# Tokens within which a participle opens its sentence.
_OPENING = 4
# What a verb is whose object speaks: “quoted him as saying …”.
RELAYING = Predicate(frozenset(("direct", "insert", "that", "relayed")))
# Predicates of thought behind a copula: “is confident that …”.
ATTITUDE = Predicate(frozenset(("that", "question", "attitude")))


class Voices:
    """Finds the speakers of the cues of one period."""

    def __init__(self, period: Period, speech: Speech) -> None:
        self.period = period
        self.speech = speech
        self._found: dict[int, tuple[Mention | None, int, int]] = {}

    def is_author_or_reader(self, mention: Mention) -> bool:
        """Whether it is a pronoun for whoever writes or is addressed: “I think”, “you say”."""
        readings = mention.sentence.tokens[mention.first].readings
        return mention.stop - mention.first == 1 and readings[0].pos == "PRON" and readings[0].person in ("1", "2")

    def is_thing(self, mention: Mention, *, texts: bool = False) -> bool:
        """Whether the phrase is a common noun for what has no mind: “the plan requires …”, “the hall feels …”.

        ``texts`` says that documents are none of these.
        """
        head, reading = self.period.language.head(mention.sentence, mention.first, mention.stop)
        if shares.whole(self.period.language, mention) is not None:
            return False
        if reading.pos != "NOUN" or mention.sentence.name_at(head) is not None:
            return False
        words = roles.lexicon(self.period.language)
        kinds = words.kinds(reading.lemma)
        if head + 2 < mention.stop and mention.sentence.tokens[head + 1].fold in words.partitive:
            counted, _ = self.period.language.head(mention.sentence, head + 2, mention.stop)
            kinds |= words.kinds(mention.sentence.tokens[counted].lemma)  # “two-thirds of nurses”
        return not kinds if texts else not kinds - {"document"}

    def narrowed(self, cue: Cue, mention: Mention | None) -> Cue:
        """Return the cue with the content alone that it can have here.

        Findings in an object are only a survey's word. Of what is still to be said no question is known.
        """
        predicate = cue.predicate
        if cue.takes("surveyed") and (mention is None or not self._is_headed(mention, "surveys")):
            found = tuple(p for p in predicate.content if p.preposition or p.case != "obj")
            predicate = predicate._replace(content=found)
        if cue.form == "infinitive" and self._is_foretold(cue):
            predicate = predicate._replace(frames=predicate.frames - {"question"})
        return replace(cue, predicate=predicate)

    def _is_headed(self, mention: Mention, name: str) -> bool:
        """Whether the noun of the phrase is one of the words of this name."""
        head, _ = self.period.language.head(mention.sentence, mention.first, mention.stop)
        return self.speech.has_lemma(name, mention.sentence.tokens[head])

    def is_hearer(self, mention: Mention) -> bool:
        """Whether the subject is a court or the like, to which somebody has said it: “the inquest heard that …”."""
        return self._is_headed(mention, "hearers")

    def is_nobody(self, mention: Mention) -> bool:
        """Whether the subject denies that anybody says so: “nobody thinks”, “no one said”."""
        token = mention.sentence.tokens[mention.first]
        return self.speech.is_in("nobody", token)

    def says_nothing(self, cue: Cue, mention: Mention) -> bool:
        """Whether the subject is a thing where only minds can be meant, or one that is no text where it only shows.

        What one person comes to know is not said either: “she discovered that the door was open”.
        """
        if cue.takes("mind"):
            return self.is_thing(mention) and not (cue.takes("binding") and self._is_headed(mention, "binding"))
        if cue.form == "participle" and self._is_beside(mention, cue):
            return self.is_thing(mention, texts=True)  # “a campaign | urging drivers to slow down”
        if cue.takes("experience"):
            return self._is_one_person(mention)
        told = mention.first > 1 and self.speech.is_in("expletives", mention.sentence.tokens[mention.first])
        return cue.takes("evidence") and (told or self.is_thing(mention, texts=True))

    def _is_beside(self, mention: Mention, cue: Cue) -> bool:
        """Whether the cue follows the phrase at once."""
        sentence, local = self.period.places[cue.first]
        return mention.sentence is sentence and mention.stop == local

    def _is_one_person(self, mention: Mention) -> bool:
        head, reading = self.period.language.head(mention.sentence, mention.first, mention.stop)
        name = mention.sentence.name_at(head)
        return reading.pos == "PRON" or (name is not None and name.kind == "person")

    def is_no_cue(self, cue: Cue) -> bool:
        """Whether the form of the word tells that nothing is said: “able to say”, “a promising start”."""
        period = self.period
        if cue.form == "infinitive":
            told = (self._caller, self._is_purpose, self._has_do, self._is_foretold, self._is_performed)
            return not any(says(cue) for says in told)
        reading = cue.reading
        after_comma = cue.first > 0 and period.tokens[cue.first - 1].text == ","
        doing = reading.form == "part" and reading.tense == "pres"  # “…, likening it to “…””
        if (
            self._is_in_relative(cue)
            or self._is_in_contact_clause(cue)
            or (after_comma and not doing and self._is_apposed(cue))
        ):
            return True
        if reading.pos != "VERB" or reading.form != "part" or cue.takes("attitude") or cue.predicate is RELAYING:
            return False
        before = groups.word_before(period, cue.first, self.speech)
        if reading.tense == "past":
            return before is None or not self.speech.is_likely("perfect_auxiliaries", period.tokens[before])
        if cue.takes("mind") and before is not None and period.tokens[before].pos == "ADP":
            return True  # “helps teachers in understanding how …”
        return groups.is_modifier(period, cue.first, self.speech)

    def _is_apposed(self, cue: Cue) -> bool:
        """Whether what something is called only stands beside it: “the pair, dubbed “…”, won”."""
        tokens = self.period.tokens
        begin, _ = self.period.segment(cue.first - 2) if cue.first > 1 else (0, 0)
        if not cue.takes("call") or self.speech.is_in("relative", tokens[begin]):
            return False  # “the notes, which were lost, | called him “a bore” and …”
        if cue.first > 1 and tokens[cue.first - 2].pos == "NUM":
            return False  # “Lee, 53, slammed it as “nonsense””
        rest = [i for i in range(cue.stop, len(tokens)) if self.period.inside[i] is None and tokens[i].pos == "VERB"]
        main = (i for i in rest if tokens[i - 1].text == "," or groups.is_finite(self.period, i))
        return any(tokens[i - 1].pos != "CCONJ" for i in main)

    def _is_in_relative(self, cue: Cue) -> bool:
        """Whether the cue only tells which people are meant: “neighbours who think they saw her came”."""
        period = self.period
        before = groups.word_before(period, groups.group_start(period, cue.first, self.speech), self.speech)
        if before is None or not self.speech.is_in("relative", period.tokens[before]) or before == 0:
            return False
        conjunction = self.speech.is_in("that", period.tokens[cue.stop]) if cue.stop < len(period) else False
        return period.tokens[before - 1].is_word and not (conjunction or groups.is_objects(period, before, cue.first))

    def _is_in_contact_clause(self, cue: Cue) -> bool:
        """Whether the clause only tells which thing is meant: “missed the goal | they promised to score”."""
        period, after = self.period, self.period.tokens[cue.stop : cue.stop + 1]
        if not (cue.takes("infinitive") and after and self.speech.is_in("infinitive_mark", after[0])):
            return False
        before = groups.word_before(period, groups.group_start(period, cue.first, self.speech), self.speech)
        if before is None or before < 2 or period.tokens[before].readings[0].case != "nom":
            return False
        noun, (sentence, local) = period.tokens[before - 1], period.places[before - 1]
        if noun.pos != "NOUN" or self.speech.is_in("times", noun) or period.tokens[before].pos != "PRON":
            return False
        opener = period.language.noun_phrase(sentence, local)[0] - 1
        return sentence.tokens[opener].pos == "VERB" if opener >= 0 else sentence.tokens[0].pos == "DET"

    def _is_purpose(self, cue: Cue) -> bool:
        """Whether an infinitive tells what somebody did: “took to the stage to announce”, not “declined to say”."""
        tokens = self.period.tokens
        if cue.first < 2 or not self.speech.is_in("infinitive_mark", tokens[cue.first - 1]):
            return False
        before = tokens[cue.first - 2]
        main = groups.governor(self.period, cue.first)
        if main < cue.first and self.speech.has_lemma("gathering", tokens[main]):
            return True  # “thousands marched through Hale to demand …”
        if self.speech.is_in("platforms", before) or self._is_contact(cue.first - 2):
            return True
        takes_to = any(self.speech.is_likely("taking_to", token) for token in tokens[: cue.first])
        return before.pos == "PROPN" and takes_to  # “turned to Radio North to say”

    def _has_do(self, cue: Cue) -> bool:
        """Whether a form of “do” makes the infinitive finite: “they do not believe it”."""
        before = groups.word_before(self.period, cue.first, self.speech)
        return before is not None and self.speech.is_likely("emphatic_auxiliaries", self.period.tokens[before])

    def _is_foretold(self, cue: Cue) -> bool:
        """Whether the article tells what will be said: “will say that”, “is expected to tell members”."""
        before = groups.word_before(self.period, cue.first, self.speech)
        if before is None or not cue.takes("foretold"):
            return False
        if self.speech.is_in("infinitive_mark", self.period.tokens[before]):
            before = groups.word_before(self.period, before, self.speech)
            return before is not None and self.speech.is_in("due", self.period.tokens[before])
        return self.speech.is_in("future_auxiliaries", self.period.tokens[before])

    def _is_performed(self, cue: Cue) -> bool:
        """Whether to tell how one feels about saying it is to say it: “is proud to announce”, “regrets to say”."""
        tokens, at = self.period.tokens, cue.first - 2
        if at < 1 or not cue.takes("this") or not self.speech.is_in("infinitive_mark", tokens[at + 1]):
            return False
        if self.speech.is_likely("regretting", tokens[at]):
            return True
        copula = groups.word_before(self.period, at, self.speech)
        felt = copula is not None and self.speech.is_likely("copulas", tokens[copula])
        felt = felt and not any(self.speech.is_in("hindering", token) for token in tokens[copula or 0 : at])
        return felt and self.speech.is_in("feelings", tokens[at])

    def _is_contact(self, index: int) -> bool:
        """Whether somebody gets in touch with others before what is said: “rang the school to say”, “a note to say”."""
        tokens = self.period.tokens
        for at in range(index, max(-1, index - 8), -1):
            if self.period.inside[at] is not None or self.period.is_edge(at) or tokens[at].pos == "SCONJ":
                return False
            if self.speech.has_lemma("contacts", tokens[at]):
                return tokens[at].pos != "NOUN" or at > 0
            if tokens[at].pos == "VERB":
                return False
        return False

    def _caller(self, cue: Cue) -> Mention | None:
        """Return who is named with what reached somebody else: “got a call from | Ann Lee | to say …”."""
        period, stop = self.period, cue.first - 1
        if (caused := groups.caused(period, stop, self.speech)) is not None:
            return period.mention(*caused)
        for at in range(stop - 2, max(-1, stop - 8), -1):
            if not self.speech.is_in("origins", period.tokens[at]) or not self.speech.has_lemma(
                "contacts", period.tokens[at - 1]
            ):
                continue
            sentence, local = period.places[at + 1]
            name = sentence.name_at(local)
            alone = groups.simple_phrase(period, at + 1) == stop
            return period.mention(at + 1, stop) if alone and (name is None or name.kind != "place") else None
        return None

    def relaying(self, cue: Cue) -> Cue:
        """Return the cue as one of speech if it passes on what its object says."""
        if not cue.takes("relayed"):
            return cue
        relays = cue.form == "finite" and self._relayed(cue.stop) is not None
        return replace(cue, predicate=RELAYING) if relays or self._past_saying(cue) is not None else cue

    def _past_saying(self, cue: Cue) -> int | None:
        """Return what follows where the subject's words are passed on: “was quoted by the Post as saying | that …”."""
        if not groups.is_passive(self.period, cue.first, self.speech):
            return None
        agent = groups.agent(self.period, cue.stop, self.speech)
        at = agent[1] if agent is not None else cue.stop
        tokens = self.period.tokens
        if at + 1 >= len(tokens) or not self.speech.is_in("as", tokens[at]):
            return None
        reading = tokens[at + 1].readings[0]
        return at + 2 if reading.form == "part" and reading.lemma in self.speech.words["saying"] else None

    def is_passed_on(self, cue: Cue) -> bool:
        """Whether a verb that passes on what its object says stands for this one too: “quoted him as | saying”."""
        return cue.form == "participle" and any(
            after == cue.stop and verb < cue.first for verb, (_, _, after) in self._found.items()
        )

    def subject(self, cue: Cue) -> tuple[Mention | None, int, int]:
        """Return who speaks, where the attribution begins and where what follows verb and inverted subject begins."""
        if cue.first not in self._found:
            self._found[cue.first] = self._subject(cue)
        return self._found[cue.first]

    def _subject(self, cue: Cue) -> tuple[Mention | None, int, int]:
        period = self.period
        if cue.form == "participle" and not groups.has_auxiliary(period, cue.first, self.speech):
            return self._of_participle(cue), cue.first, cue.stop
        if cue.form == "infinitive" and (caller := self._caller(cue)) is not None:
            return caller, cue.first, cue.stop
        verb = cue.first if cue.form != "infinitive" else groups.governor(period, cue.first)
        if cue.reading.pos != "VERB":
            verb = groups.word_before(period, cue.first, self.speech) or cue.first
        found = mentions.subject(period, verb)
        if found is None or self.is_inside(found):
            return None, groups.group_start(period, cue.first, self.speech), cue.stop
        first, stop = self.tokens(found)
        if found.sentence is not period.places[verb][0]:
            return None, cue.first, cue.stop
        relayed = self._relayed(cue.stop) if cue.takes("relayed") else None
        if cue.predicate is RELAYING and (past_saying := self._past_saying(cue)) is not None:
            after = groups.agent(period, past_saying, self.speech)
            return found, groups.back_over_lead(period, first), after[1] if after is not None else past_saying
        if relayed is not None:
            return relayed[0], min(first, groups.group_start(period, cue.first, self.speech)), relayed[1]
        if first > cue.first:
            return found, cue.first, stop
        first = groups.back_over_lead(period, first)
        return found, first, cue.stop

    def _relayed(self, index: int) -> tuple[Mention, int] | None:
        """Return whose words others pass on, and where what follows begins: “the Post quoted Ann Lee as saying …”."""
        tokens = self.period.tokens
        stop = groups.simple_phrase(self.period, index)
        saying = stop + 1 if stop < len(tokens) and self.speech.is_in("as", tokens[stop]) else stop
        if stop == index or saying >= len(tokens) or self.period.inside[index] is not None:
            return None
        reading = tokens[saying].readings[0]
        says = reading.form == "part" and reading.tense == "pres" and reading.lemma in self.speech.words["saying"]
        mention = self.period.mention(index, stop) if says else None
        return (mention, saying + 1) if mention is not None else None

    def _of_participle(self, cue: Cue) -> Mention | None:
        """“…, saying it is late”: who did the main thing; “a letter saying it is late”: the noun before."""
        period = self.period
        before = groups.word_before(period, cue.first, self.speech)
        if before is None:
            return self._of_main_clause(cue)
        token = period.tokens[before]
        if (
            cue.takes("attitude")
            and before
            and period.finite(max(0, cue.first - period.places[cue.first][1]), before) is None
        ):
            return mentions.phrase_ending(period, before - 1)  # “Lee, worried that it would fall, left”
        if self.speech.is_in("as", token) and before and period.tokens[before - 1].pos in ("NOUN", "PROPN"):
            return mentions.phrase_ending(period, before - 1)  # “cited officials as saying …”
        if (holder := self.attendant(cue.first)) is not None:
            return holder
        noun = before == cue.first - 1 and token.pos in ("NOUN", "PROPN") and not self.speech.is_in("times", token)
        if noun and not self._is_recipient(before) and not self._is_left(before):
            return mentions.phrase_ending(period, before)
        if (text := groups.dated_text(period, cue.first, self.speech)) is not None:
            return mentions.phrase_ending(period, text)
        nearest: Mention | None = None
        for index in range(cue.first - 1, -1, -1):
            if period.places[index][0] is not period.places[cue.first][0]:
                break
            if period.inside[index] is not None or not groups.is_finite(period, index):
                continue
            if groups.is_relative(period, index, self.speech):
                continue
            found = mentions.subject(period, index)
            if found is None or self.is_inside(found):
                continue
            opener = found.sentence.tokens[found.first - 1] if found.first else None
            if nearest is None or not _opens_subordinate(opener):
                nearest = found
            if opener is None or not opener.is_word or opener.pos in ("CCONJ", "NOUN", "PROPN"):
                return found
        return nearest or self._of_main_clause(cue)

    def attendant(self, index: int) -> Mention | None:
        """Return who does what the participle at ``index`` tells in “…, with one man there | telling the paper …”."""
        period = self.period
        for at in range(index - 1, max(0, index - 10), -1):
            if period.inside[at] is not None or period.is_edge(at) or period.tokens[at].pos == "VERB":
                return None
            if self.speech.is_in("attendant", period.tokens[at]):
                alone = at + 2 == index and period.tokens[at + 1].pos in ("DET", "PRON")  # “…, with many | saying …”
                share = at + 3 >= index and period.tokens[at + 1].pos == "NUM"  # “…, with 12% | saying …”
                stop = index if alone or share else groups.simple_phrase(period, at + 1)
                opens = period.tokens[at - 1].text == ","
                return period.mention(at + 1, stop) if opens and stop > at + 1 else None
        return None

    def _of_main_clause(self, cue: Cue) -> Mention | None:
        """Return the subject of the main clause behind the comma that closes the participle's: “Saying no, he left”."""
        period = self.period
        if period.places[cue.first][1] > _OPENING:
            return None
        verbs = [i for i in range(cue.first, len(period)) if period.inside[i] is None]
        for verb in (i for i in verbs if groups.is_finite(period, i)):
            found = mentions.subject(period, verb)
            first = self.tokens(found)[0] if found is not None and found.sentence is period.places[verb][0] else 0
            opens = first > cue.stop and period.tokens[first - 1].text == ","
            if opens and not self.speech.is_in("relative", period.tokens[first]):
                return found
        main = period.finite(cue.first, len(period))
        return mentions.subject(period, main) if main is not None else None

    def _is_left(self, index: int) -> bool:
        """Whether the name before a participle is a place where somebody comes or goes: “left Oslo saying …”."""
        sentence, local = self.period.places[index]
        name = sentence.name_at(local)
        before = sentence.tokens[name.first - 1] if name is not None and name.first else None
        return name is not None and name.kind == "place" and before is not None and before.pos in ("VERB", "ADP")

    def _is_recipient(self, index: int) -> bool:
        """Whether the phrase before a participle is whom something was sent to: “wrote to Ann Lee demanding …”.

        Of one without a name only a text before it tells: “a letter to the mayor demanding …”.
        """
        sentence, local = self.period.places[index]
        name = sentence.name_at(local)
        first, _ = self.period.language.noun_phrase(sentence, local)
        sent = first > 0 and self.speech.is_in("recipient_prepositions", sentence.tokens[first - 1])
        named = name is not None and name.kind == "person"
        return sent and (named or (first > 1 and self.speech.has_lemma("contacts", sentence.tokens[first - 2])))

    def tokens(self, mention: Mention) -> tuple[int, int]:
        places = enumerate(self.period.places)
        offset = next(i - local for i, (sentence, local) in places if sentence is mention.sentence)
        return offset + mention.first, offset + mention.stop

    def is_inside(self, mention: Mention) -> bool:
        first, stop = self.tokens(mention)
        return all(self.period.inside[i] is not None for i in range(first, stop))


def _opens_subordinate(opener: Token | None) -> bool:
    """Whether the word before a subject makes its clause part of another: “when the series ends”, “said he was”."""
    return opener is not None and opener.pos in ("SCONJ", "VERB")
