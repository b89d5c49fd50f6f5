"""Speakers that are no named person: organisations, documents, groups, and people whom the article does not name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.extract import acronyms, roles, unnamed_sources
from briefing.extract.catalogue import Catalogue
from briefing.extract.likeness import fold
from briefing.extract.people import Person
from briefing.language import Document
from briefing.model import SpeakerKind


@dataclass(slots=True)
class Body:
    """An organisation, a document, a group or somebody not named, as one phrase of the article names it."""

    name: str
    kind: SpeakerKind
    head: str
    stems: frozenset[str]
    number: str
    gender: str
    amount: str = ""
    whose: frozenset[str] = frozenset()
    places: list[int] = field(default_factory=list)

    @property
    def key(self) -> str:
        return canonical(self.name)

    def latest(self, before: int) -> int:
        """Return where the body was last mentioned before the text offset, or -1."""
        return max((place for place in self.places if place < before), default=-1)


def canonical(name: str) -> str:
    """Return the words of a name alone, as two spellings of it compare."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(name)).split())


def body(document: Document, description: roles.Description) -> Body:
    """Return the body or unnamed speaker that the phrase names, by the fullest form that the phrase has."""
    words = roles.lexicon(document.language)
    kinds = roles.kinds_of(words, description)
    name = description.sentence.name_at(description.head)
    if (name is not None and name.kind != "person") or roles.is_called(description):
        kind: SpeakerKind = "organisation"
    elif description.reading.number == "plur" and kinds & {"group", "office", "profession", "status", "human"}:
        kind = "unnamed"
    elif kinds & {*roles.BODIES, "document"}:
        kind = "organisation"
    else:
        kind = "unnamed"
    return Body(
        name=_name(document, description, words),
        kind=kind,
        head=description.lemma,
        stems=description.stems,
        number=description.reading.number,
        gender=description.reading.gender,
        amount=_amount(description),
        whose=unnamed_sources.whose(words, description) if "source" in kinds else frozenset(),
    )


def _amount(description: roles.Description) -> str:
    """Return the number with which the phrase begins, an empty string if there is none."""
    token = description.sentence.tokens[description.first]
    return token.fold if token.pos == "NUM" or token.text[0].isdigit() else ""


def _name(document: Document, description: roles.Description, words: roles.RoleLexicon) -> str:
    """Return the phrase in the nominative; of «газета "Труд"» only the name, as of a firm's."""
    sentence, first, stop = description.sentence, description.first, description.stop
    after = description.head + 1
    titled = after + 1 < stop and "document" in words.kinds(sentence.tokens[after + 1].lemma)
    titled = titled and "document" in words.kinds(description.lemma)  # «документ „Доктрина …“»
    if (titled or words.kinds(description.lemma) & {"media", "company"}) and after < stop:
        name = sentence.name_at(after + 1 if sentence.tokens[after].text in roles.QUOTED else after)
        latin = sentence.tokens[after].text[0].isascii() and sentence.tokens[after].pos in ("NOUN", "PROPN", "X")
        named = name is not None and name.kind == "organisation" and name.first > description.head
        if sentence.tokens[after].text in roles.QUOTED or latin or named:
            return roles.unquoted(document.words(sentence, after, stop))
    if roles.is_called(description):
        return document.words(sentence, after, stop)
    first = _past_seat(words, description, roles.without_determiners(words, description))
    if sentence.tokens[first].fold in words.articles and sentence.name_at(description.head) is None:
        return roles.begun(sentence, first, document.words(sentence, first, stop))
    return roles.unquoted(roles.begun(sentence, first, document.language.nominative(sentence, first, stop)))


def _past_seat(words: roles.RoleLexicon, description: roles.Description, first: int) -> int:
    """Return ``first``, moved past where an organisation named behind has its seat: “London-based | Acme”."""
    sentence = description.sentence
    name = sentence.name_at(description.head)
    if name is None or name.kind != "organisation" or not words.seats:
        return first
    seats = [i for i in range(first, name.first) if sentence.tokens[i].fold.endswith(words.seats)]
    return seats[-1] + 1 if seats and seats[-1] + 1 == name.first else first


def latest(bodies: list[Body], before: int) -> Body | None:
    """Return the body that was mentioned last before the text offset, or None."""
    found = max(bodies, key=lambda body: body.latest(before), default=None)
    return found if found is not None and found.latest(before) >= 0 else None


class Bodies:
    """The bodies and unnamed speakers of one article that have been met, and how a bare noun finds the one it means."""

    def __init__(self, document: Document) -> None:
        self.known: list[Body] = []
        self._document = document
        self._words = roles.lexicon(document.language)
        self._catalogue = Catalogue(document)

    def resolve(self, phrase: roles.Description, *, new: bool = False) -> Body:
        """Return the body that the phrase names; a bare noun means the one named before with the same noun.

        ``new`` says that the phrase brings in somebody who has not been named («один человек»).
        """
        own = phrase.sentence.tokens[phrase.first].fold in self._words.pointing
        if new or (own and "media" in self._words.kinds(phrase.lemma) and phrase.reading.number != "plur"):
            return self._kept(body(self._document, phrase))
        name = phrase.sentence.name_at(phrase.head)
        if (name is None or name.kind == "person") and (not phrase.stems or self._is_firm(phrase)):
            if (met := self._met(phrase)) is not None and not (phrase.stems and self._words.kinds(met.head)):
                named = self._catalogue.just_named(phrase)
                since = named is not None and named.sentence.start > met.latest(phrase.start)
                return self.resolve(named) if named is not None and since else met
            told = phrase.sentence.tokens[phrase.first].fold not in self._words.articles & self._words.indefinite
            told = told and not _amount(phrase)
            if told and phrase.reading.number != "plur" and phrase.stop == phrase.head + 1:
                fuller = self._catalogue.fuller(phrase) if not phrase.stems else None
                fuller = fuller or self._catalogue.house_before(phrase)
                phrase = fuller or self._catalogue.named(phrase) or phrase
        if name is None and phrase.stems and (agency := self._catalogue.agency(phrase)) is not None:
            phrase = agency
        if name is not None and not phrase.stems and (known := self._named_fuller(phrase)) is not None:
            return known
        found = body(self._document, phrase)
        awaited = self._awaited(found) if name is not None else None
        if awaited is not None:
            awaited.name, awaited.head, awaited.stems = found.name, found.head, found.stems
            return awaited
        return self._kept(found)

    def _is_firm(self, phrase: roles.Description) -> bool:
        """Whether the phrase is another word for a firm just named: “the biotech company”, not “the rival firm”.

        A noun for offices, too, is one only where it says what firm it is: “the Swiss bank”, “the travel agency”, not
        “the central bank”, “the environment agency”.
        """
        words, tokens = self._words, phrase.sentence.tokens
        definite = tokens[phrase.first].fold in words.articles - words.indefinite
        if not definite or phrase.stop > phrase.head + 1 or not words.kinds(phrase.lemma) & {"company", "media"}:
            return False
        modifiers = range(phrase.first + 1, phrase.head)
        plain = all(tokens[i].pos in ("ADJ", "NOUN") or tokens[i].readings[0].form == "part" for i in modifiers)
        if not plain or any(tokens[i].lemma in words.differing for i in modifiers):
            return False
        if "organisation" not in words.kinds(phrase.lemma):
            return True
        civic = any(tokens[i].lemma in words.civic for i in modifiers)
        trade = any(tokens[i].lemma in words.trades or tokens[i].is_capital for i in modifiers)
        return trade or (phrase.lemma in words.businesses and not civic)

    def _awaited(self, new: Body) -> Body | None:
        """Return the firm that the lede only called one, if the headline names this one: “The airline …. Acme …”."""
        if len(self.known) != 1 or self._words.kinds(new.head):
            return None
        only = self.known[0]
        lede = self._document.sentences[0].end
        definite = only.name.split()[0] in self._words.articles - self._words.indefinite
        bare = (definite or not (self._words.articles or only.stems)) and max(only.places, default=lede) < lede
        headline = canonical(" ".join(self._document.words(s, 0, len(s.tokens)) for s in self._document.headline))
        meant = (self._words.hypernyms.get(only.head, frozenset()) | self._words.kinds(only.head)) & {"company"}
        return only if bare and meant and f" {new.key} " in f" {headline} " else None

    def together(self, speakers: Sequence[Person | Body], joint: str) -> Body:
        """Return those who speak with one voice as one: «Лев Кротов и Анна Ким»; ``joint`` stands before the last."""
        *others, last = (speaker.name for speaker in speakers)
        kinds: set[SpeakerKind] = {s.kind if isinstance(s, Body) else "person" for s in speakers}
        kind = kinds.pop() if len(kinds) == 1 else "unnamed"
        joint = joint.replace("\n", " ")
        return self._kept(Body(f"{', '.join(others)}{joint}{last}", kind, "", frozenset(), "plur", ""))

    def resolve_name(self, name: str) -> Body:
        """Return those who speak together under one name."""
        return self._kept(Body(name, "person", "", frozenset(), "plur", ""))

    def _named_fuller(self, phrase: roles.Description) -> Body | None:
        """Return the body met last whose name is that of the phrase and says more: «МИД» after «МИД РФ»."""
        alike = [b for b in self.known if b.head == phrase.lemma and b.stems and b.number == phrase.reading.number]
        return latest(alike, phrase.start) if self._words.kinds(phrase.lemma) else None

    def knows(self, phrase: roles.Description) -> bool:
        """Whether the same words have brought in somebody without a name before: «автор петиции»."""
        alike = (known for known in self.known if known.head == phrase.lemma and known.stems == phrase.stems)
        return bool(phrase.stems) and any(alike)

    def _met(self, phrase: roles.Description) -> Body | None:
        """Return the body met before that the phrase, which adds nothing to its noun, means."""
        if phrase.sentence.tokens[phrase.first].pos == "NUM":
            return None
        if phrase.stop == phrase.head + 1 and (service := self._service(phrase)) is not None:
            return service
        alike = [b for b in self.known if b.number == phrase.reading.number]
        is_source = "source" in self._words.kinds(phrase.lemma)
        if phrase.stop > phrase.head + 1 and not is_source:
            return None
        if is_source and (whose := unnamed_sources.whose(self._words, phrase)):
            sources = [b for b in alike if b.head == phrase.lemma or self._is_source(b)]
            return latest([b for b in sources if unnamed_sources.may_be_one(self._words, whose, b.whose)], phrase.start)
        if (here := self._here(phrase)) is not None:
            return here
        same = latest([b for b in alike if b.head == phrase.lemma], phrase.start)
        if same is None and phrase.reading.number == "plur" and self._words.kinds(phrase.lemma) & roles.BODIES:
            return latest([b for b in alike if b.kind == "organisation" and not b.head], phrase.start)
        if same is not None or phrase.reading.number == "plur":
            return same
        meant = [b for b in alike if self._words.means(phrase.lemma, b.head) or (is_source and self._is_source(b))]
        if not meant and phrase.sentence.tokens[phrase.first].fold in self._words.articles:
            meant = [b for b in alike if self._is_such(phrase, b)]
        if "human" in self._words.kinds(phrase.lemma):
            meant += [b for b in alike if self._is_somebody(b) and b.gender == phrase.reading.gender]
        if "media" in self._words.kinds(phrase.lemma):
            meant += [b for b in alike if b.kind == "organisation" and b.name[:1].isupper() and b.name.isascii()]
        return latest(meant, phrase.start)

    def _here(self, phrase: roles.Description) -> Body | None:
        """Return the one firm that the sentence has named before: “Acme will close its mill, the company said.”"""
        words, sentence = self._words, phrase.sentence
        definite = sentence.tokens[phrase.first].fold in words.articles - words.indefinite
        if not definite or not words.kinds(phrase.lemma) & {"company"}:
            return None
        named = [n for n in sentence.names if n.kind == "organisation" and n.stop <= phrase.first]
        keys = {canonical(self._document.words(sentence, name.first, name.stop)) for name in named}
        beginnings = tuple(f"{key} " for key in keys)
        firms = [b for b in self.known if not words.kinds(b.head) and f"{b.key} ".startswith(beginnings)]
        return firms[0] if len(keys) == len(firms) == 1 else None

    def _service(self, phrase: roles.Description) -> Body | None:
        """Return the one body whose name says that it is this: the Leeds Police Department is “police”."""
        if not {"group", "organisation"} <= self._words.kinds(phrase.lemma):
            return None
        called = [b for b in self.known if b.head in self._words.services and roles.stem(phrase.lemma) in b.stems]
        return called[0] if len(called) == 1 and latest(called, phrase.start) is not None else None

    def _is_somebody(self, known: Body) -> bool:
        """Whether the body is one person whom the article does not name, whom «женщина» can mean again."""
        return known.kind == "unnamed" and bool(self._words.kinds(known.head) & roles.PERSONAL)

    def _is_source(self, known: Body) -> bool:
        """Whether «источник» can mean somebody not named: not a post, whose holder would be called by it."""
        kinds = self._words.kinds(known.head)
        return known.kind == "unnamed" and ("source" in kinds or "office" not in kinds)

    def _is_such(self, phrase: roles.Description, known: Body) -> bool:
        """Whether “the company” can mean an organisation whose name does not say what it is."""
        meant = self._words.hypernyms.get(phrase.lemma, frozenset()) & roles.BODIES
        told = known.key in self._words.outlets and "media" not in self._words.kinds(phrase.lemma)  # who reported it
        return bool(meant) and known.kind == "organisation" and not (told or self._words.kinds(known.head))

    def _kept(self, new: Body) -> Body:
        """Return the body known by this name already, or keep the new one."""
        new.name = acronyms.spelled_out(self._document, new.name) or new.name
        for known in self.known:
            if known.key == new.key or self._is_short_for(new, known):
                return known
            if self._is_short_for(known, new):
                known.name = new.name
                return known
            if known.head != new.head or known.number != new.number or not new.stems or not known.stems:
                continue
            if known.amount != new.amount:
                continue  # “44 percent of drivers”, “27 percent of men”
            if new.stems <= known.stems:
                return known
            if known.stems < new.stems:
                known.name, known.stems = new.name, new.stems
                return known
        self.known.append(new)
        return new

    def _is_short_for(self, short: Body, full: Body) -> bool:
        """Whether a firm's name is another without what firms are called besides: “Acme”, “Acme Holdings plc”."""
        rest = full.key.removeprefix(short.key + " ").split()
        firms = short.kind == full.kind == "organisation" and full.key.startswith(short.key + " ")
        return firms and not self._words.kinds(short.head) and all(word in self._words.corporate for word in rest)
