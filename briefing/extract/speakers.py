"""Who speaks: each utterance's phrase or pronoun resolved to one speaker of the article."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import roles
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
    resolver = Resolver(document, [(u.start, u.end) for u in utterances if u.kind == "direct"])
    drafts: dict[int, SpeakerDraft] = {}
    entities: dict[int, Entity] = {}
    places: dict[int, set[tuple[int, int]]] = {}
    last: Entity | None = None
    outer: tuple[int, int, Entity] | None = None
    around = _around(utterances)
    in_order = sorted(utterances, key=lambda u: _reading_order(u, around.get(id(u))))
    resolver.introduce(in_order)
    for utterance in in_order:
        resolver.antecedents.telling = _speaker_of(around.get(id(utterance)), drafts, entities)
        if utterance.mention is not None:
            telling = _telling_of_themselves(document, utterance.mention, outer)
            resolved = telling or resolver.resolve(
                utterance.mention, _verb(document, utterance), (utterance.start, utterance.end)
            )
            going_on = None if _is_plural(document, utterance.mention) and isinstance(last, Person) else last
            going_on = going_on if id(utterance) not in around else None
            entity, utterance.via = (resolved.entity, resolved.via) if resolved is not None else (going_on, "context")
        elif utterance.continued and last is not None:
            introduced = resolver.brought_in(utterance.start) if utterance.kind == "direct" else None
            entity, utterance.via = introduced or last, "context"
        elif utterance.kind == "direct" and last is None and not _is_of_people(document, utterance):
            entity, utterance.via = resolver.topic(utterance.start), "context"
        else:
            continue
        if entity is None:
            utterance.via = None
            continue
        if id(utterance) not in around:
            last = entity
        told = id(utterance) in around
        within = outer is not None and (told or (outer[0] <= utterance.start and utterance.end <= outer[1]))
        if outer is not None and within and isinstance(outer[2], Person):
            last = outer[2]
            resolver.goes_on(outer[2])
        elif not within:
            outer = (utterance.start, utterance.end, entity)
        draft = drafts.get(id(entity))
        if draft is None:
            draft = drafts[id(entity)] = SpeakerDraft(f"s{len(drafts) + 1}", "", "person")
            entities[id(entity)] = entity
            places[id(entity)] = set()
        utterance.speaker = draft.id
        if utterance.mention is not None:
            places[id(entity)].add(_place(utterance.mention, entity))
    _drop_repeated(utterances)
    utterances[:] = [u for u in utterances if u.speaker is not None or id(u) not in around]
    for key, draft in drafts.items():
        _complete(document, draft, entities[key], places[key])
    return list(drafts.values())


def _telling_of_themselves(
    document: Document, mention: Mention, outer: tuple[int, int, Entity] | None
) -> Resolved | None:
    """Return those who speak of themselves in what they are reported to say: “half of them said | they felt that …”."""
    if outer is None or mention.start != outer[0] or isinstance(outer[2], Person):
        return None
    kind = roles.lexicon(document.language).pronoun(mention.sentence.tokens[mention.first].fold)
    alone = mention.stop - mention.first == 1
    return Resolved(outer[2], "pronoun") if alone and kind == "plural" else None


def _is_plural(document: Document, mention: Mention) -> bool:
    """Whether the mention is a noun in the plural, so that it does not mean the one who spoke last."""
    _, reading = document.language.head(mention.sentence, mention.first, mention.stop)
    return reading.pos == "NOUN" and reading.number == "plur"


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
        place = utterance.mention.start if utterance.mention is not None and utterance.kind == "indirect" else -1
        outer = next((u for u in direct if u.start <= place < u.end), None)
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


def _speaker_of(
    utterance: Utterance | None, drafts: dict[int, SpeakerDraft], entities: dict[int, Entity]
) -> Entity | None:
    """Return who speaks the utterance, if that has been found."""
    if utterance is None or utterance.speaker is None:
        return None
    return next((entities[key] for key, draft in drafts.items() if draft.id == utterance.speaker), None)


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
        found = roles.role(document, entity.titles, [*entity.descriptions, *entity.epithets])
        if found is not None:
            draft.role, draft.organisation = found.text, found.organisation
        places |= {(mention.start, mention.end) for mention in entity.mentions}
    else:
        draft.kind = entity.kind
    draft.mentions = sorted(places)
