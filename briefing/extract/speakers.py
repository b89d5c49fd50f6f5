"""Who speaks: each utterance's phrase or pronoun resolved to one speaker of the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.extract import roles
from briefing.extract.bodies import Body
from briefing.extract.coreference import Resolver
from briefing.extract.drafts import Mention, SpeakerDraft, Utterance
from briefing.extract.entities import Entity, Resolved
from briefing.extract.people import Person
from briefing.extract.quotes import lexicon
from briefing.language import Document, Token


def attribute(document: Document, utterances: list[Utterance]) -> list[SpeakerDraft]:
    """Fill in the speaker of every utterance and return those who speak, in the order of their first utterance.

    ``speaker`` and ``via`` stay None where the article names nobody; what nobody known says within a quotation is
    taken out of ``utterances``.
    """
    around = _around(utterances)
    in_order = sorted(utterances, key=lambda u: _reading_order(u, around.get(id(u))))
    voices = _Voices(document, in_order, around)
    for utterance in in_order:
        voices.hear(utterance)
    _drop_repeated(utterances)
    utterances[:] = [u for u in utterances if u.speaker is not None or id(u) not in around]
    return voices.complete()


@dataclass(slots=True)
class _Voice:
    """Somebody who speaks, and where the article names them for it."""

    entity: Entity
    draft: SpeakerDraft
    places: set[tuple[int, int]] = field(default_factory=set)


class _Voices:
    """Who has spoken so far, who spoke last, and whose words are being told."""

    def __init__(self, document: Document, in_order: Sequence[Utterance], around: Mapping[int, Utterance]) -> None:
        self._document = document
        self._around = around
        self._resolver = Resolver(document, sorted((u.start, u.end) for u in in_order if u.kind == "direct"))
        self._resolver.introduce(in_order)
        self._voices: dict[int, _Voice] = {}
        self._last: Entity | None = None
        self._outer: tuple[int, int, Entity] | None = None

    def hear(self, utterance: Utterance) -> None:
        """Find out who says the utterance, the next that the reader comes to."""
        self._resolver.antecedents.telling = self._speaker_of(self._around.get(id(utterance)))
        said = self._who(utterance)
        if said is None:
            return
        utterance.via = said.via
        self._follow(utterance, said.entity)
        voice = self._voices.get(id(said.entity))
        if voice is None:
            draft = SpeakerDraft(f"s{len(self._voices) + 1}", "", "person")
            voice = self._voices[id(said.entity)] = _Voice(said.entity, draft)
        utterance.speaker = voice.draft.id
        if utterance.mention is not None:
            voice.places.add(_place(utterance.mention, said.entity))

    def complete(self) -> list[SpeakerDraft]:
        """Return those who speak with all that the article says of them."""
        for voice in self._voices.values():
            _complete(self._document, voice.draft, voice.entity, voice.places)
        return [voice.draft for voice in self._voices.values()]

    def _who(self, utterance: Utterance) -> Resolved | None:
        """Return whom the utterance's phrase means, else who goes on, or whom the text is about."""
        is_direct = utterance.kind == "direct"
        if utterance.mention is not None:
            return self._meant(utterance, utterance.mention)
        if utterance.continued and self._last is not None:
            introduced = self._resolver.brought_in(utterance.start) if is_direct else None
            return Resolved(introduced or self._last, "context")
        if utterance.continued and (doer := self._resolver.acts_before(utterance.start)) is not None:
            return Resolved(doer, "context")
        if isinstance(self._last, Body) and _goes_on(self._document, utterance, self._last):
            return Resolved(self._last, "context")
        if is_direct and self._last is None and not _is_of_people(self._document, utterance):
            topic = self._resolver.topic(utterance.start)
            return Resolved(topic, "context") if topic is not None else None
        return None

    def _meant(self, utterance: Utterance, mention: Mention) -> Resolved | None:
        themselves = _telling_of_themselves(self._document, mention, self._outer)
        verb = _verb(self._document, utterance)
        meant = themselves or self._resolver.resolve(mention, verb, (utterance.start, utterance.end))
        if meant is not None or self._last is None or id(utterance) in self._around:
            return meant
        others = isinstance(self._last, Person) and (
            _is_plural(self._document, mention) or _is_thing(self._document, mention)
        )
        return Resolved(self._last, "context") if not others else None

    def _follow(self, utterance: Utterance, entity: Entity) -> None:
        """Note who goes on after the utterance: whoever says it, or the person in whose words it is told."""
        told = id(utterance) in self._around
        if not told:
            self._last = entity
        if self._outer is None or not (told or _is_within(utterance, self._outer)):
            self._outer = (utterance.start, utterance.end, entity)
        elif isinstance(self._outer[2], Person):
            self._last = self._outer[2]
            self._resolver.goes_on(self._last)

    def _speaker_of(self, utterance: Utterance | None) -> Entity | None:
        """Return who speaks the utterance, if that has been found."""
        if utterance is None or utterance.speaker is None:
            return None
        return next((v.entity for v in self._voices.values() if v.draft.id == utterance.speaker), None)


def _is_within(utterance: Utterance, outer: tuple[int, int, Entity]) -> bool:
    return outer[0] <= utterance.start and utterance.end <= outer[1]


def _telling_of_themselves(
    document: Document, mention: Mention, outer: tuple[int, int, Entity] | None
) -> Resolved | None:
    """Return those who speak of themselves in what they are reported to say: “half of them said | they felt that …”."""
    if outer is None or mention.start != outer[0] or isinstance(outer[2], Person):
        return None
    kind = roles.lexicon(document.language).pronoun(mention.sentence.tokens[mention.first].fold)
    alone = mention.stop - mention.first == 1
    return Resolved(outer[2], "pronoun") if alone and kind == "plural" else None


def _goes_on(document: Document, utterance: Utterance, last: Body) -> bool:
    """Whether a sentence names nobody because the body of the sentence before tells on: «Сообщается, что …»."""
    if utterance.cue is None:
        return False
    sentence, before = (document.sentence_at(place) for place in (utterance.cue[0], last.latest(utterance.start)))
    if sentence is None or before is None or sentence.tokens[0].start != utterance.cue[0]:
        return False
    told = lexicon.of(document.language).is_likely("reporting", sentence.tokens[0])
    near = (before.index, before.paragraph) == (sentence.index - 1, sentence.paragraph)
    return told and near and last.kind == "organisation"


def _is_thing(document: Document, mention: Mention) -> bool:
    """Whether a pronoun stands for a thing or a body, which no person is: “it”, «оно»."""
    lemma = mention.sentence.tokens[mention.first].lemma
    return mention.stop - mention.first == 1 and roles.lexicon(document.language).pronoun(lemma) == "neuter"


def _is_plural(document: Document, mention: Mention) -> bool:
    """Whether the mention is a noun in the plural or “they”, so that it does not mean the one who spoke last."""
    _, reading = document.language.head(mention.sentence, mention.first, mention.stop)
    several = reading.pos == "NOUN" or (reading.pos == "PRON" and reading.person == "3")
    return several and reading.number == "plur"


def _is_of_people(document: Document, utterance: Utterance) -> bool:
    """Whether people in general say it, who are no subject of a plural verb: «Ольгу называли «надеждой»»."""
    if utterance.cue is None:
        return False
    words = [t for s in document.sentences_in(*utterance.cue) for t in s.tokens if t.start >= utterance.cue[0]]
    reading = words[0].readings[0] if words else None
    return reading is not None and reading.form == "fin" and reading.number == "plur"


def _around(utterances: Sequence[Utterance]) -> dict[int, Utterance]:
    """Return for each utterance told within a quotation, by its id, that quotation."""
    direct = [u for u in utterances if u.kind == "direct"]
    found = {}
    for utterance in utterances:
        place = utterance.mention.start if utterance.mention is not None else -1
        outer = next((u for u in direct if u.start <= place < u.end and u is not utterance), None)
        if outer is not None:
            found[id(utterance)] = outer
    return found


def _drop_repeated(utterances: list[Utterance]) -> None:
    """Take out what is only the end of what the same speaker is reported to say: “she said she felt | it was late”."""
    indirect = [u for u in utterances if u.kind == "indirect" and u.speaker is not None]
    repeated = {
        id(inner)
        for outer in indirect
        for inner in indirect
        if inner.speaker == outer.speaker and outer.start < inner.start and inner.end <= outer.end
    }
    utterances[:] = [u for u in utterances if id(u) not in repeated]


def _reading_order(utterance: Utterance, around: Utterance | None) -> tuple[int, int]:
    """Return where the reader learns who speaks: at the phrase that names the speaker, else at the words.

    Who speaks within a quotation is told after who speaks it.
    """
    if around is not None:
        return _reading_order(around, None)[0], utterance.start
    return (utterance.mention.start if utterance.mention is not None else utterance.start), -1


def _verb(document: Document, utterance: Utterance) -> Token | None:
    """Return the word that attributes the words if its speaker must be in the nominative, a verb's subject."""
    mention, cue = utterance.mention, utterance.cue
    if mention is None or cue is None:
        return None
    tokens = mention.sentence.tokens
    if mention.first > 0 and tokens[mention.first - 1].pos == "ADP":
        return None
    word = tokens[min(mention.sentence.find(cue[0]), len(tokens) - 1)]
    if word.start != cue[0] or word.readings[0].voice == "pass" or _cites(document, word):
        return None
    if word.pos == "ADP":
        return None  # «законопроект, согласно которому …»
    # The genitive after a noun («по словам мэра») says whose words they are; before it stands the subject.
    return word if word.pos == "VERB" or mention.start < cue[0] else None


def _cites(document: Document, word: Token) -> bool:
    """Whether the verb names in its object whose words it cites, so that the speaker need not be its subject."""
    predicates = lexicon.of(document.language).verbs.get(word.lemma, ())
    return any("cites" in predicate.frames for predicate in predicates)


def _place(mention: Mention, entity: Entity) -> tuple[int, int]:
    """Return the mention's span, of a person named in it the name's alone."""
    if isinstance(entity, Person):
        for known in entity.mentions:
            if known.sentence is mention.sentence and mention.first <= known.name.first < mention.stop:
                return known.start, known.end
    return mention.start, mention.end


def _complete(document: Document, draft: SpeakerDraft, entity: Entity, places: set[tuple[int, int]]) -> None:
    """Fill in name, kind, role and mentions once all of the article has been read."""
    draft.name = entity.name
    if isinstance(entity, Person):
        introducing = [d for m in entity.mentions if m.is_full for d in m.descriptions if d.stop <= m.name.first]
        found = roles.role(document, entity.titles, [*entity.descriptions, *entity.epithets], introducing)
        if found is not None:
            draft.role, draft.organisation = found.text, found.organisation
        places |= {(mention.start, mention.end) for mention in entity.mentions}
    else:
        draft.kind = entity.kind
    draft.mentions = sorted(places)
