"""The people of an article: every mention of a person's name, joined where it is the same person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import log
from operator import itemgetter

from briefing.extract import roles
from briefing.extract.likeness import fold, fullness, is_exact, shared, undoubled
from briefing.language import Document, Name, NameReading, Sentence, Token
from briefing.language.memory import remembered

_PLAUSIBLE = 0.02  # of the likeliest reading's score
_UNLIKELY = 0.003
_DISAGREEING = 0.1  # a name in another case than the post before it
_INITIAL = 3  # letters of an initial with its full stop: «А.», «Дж.»
_VERB_WITHIN = 5  # words after a name in which its verb is looked for
_NONE: frozenset[str] = frozenset()
_PER_REPEAT = 1.5  # weight of every further mention in one and the same form, as a logarithm


@dataclass(slots=True)
class NameMention:
    """A person's name in the text with its possible readings, likeliest first (never empty).

    ``plausible`` are those not much less likely than the first; ``beginnings`` the first letters of every word that
    the name may have: two names of one person share some.
    """

    sentence: Sentence
    name: Name
    readings: tuple[NameReading, ...]
    descriptions: tuple[roles.Description, ...] = ()
    plausible: tuple[NameReading, ...] = field(init=False)
    beginnings: frozenset[str] = field(init=False)
    is_full: bool = field(init=False)
    case: str = field(init=False)

    def __post_init__(self) -> None:
        first = self.readings[0]
        self.plausible = tuple(r for r in self.readings if r.score >= _PLAUSIBLE * first.score)
        self.beginnings = _NONE.union(*{_beginnings(part) for r in self.plausible for part in r[:3] if part})
        self.is_full, self.case = bool(first.given and first.family), first.case

    @property
    def start(self) -> int:
        return self.sentence.tokens[self.name.first].start

    @property
    def end(self) -> int:
        return self.sentence.tokens[self.name.stop - 1].end


@dataclass(slots=True)
class Person:
    """Someone whom the article names, with all mentions of the name; those in the headline only bear witness.

    ``epithets`` are phrases without the name that were found to mean the person.
    """

    mentions: list[NameMention] = field(default_factory=list)
    headline: list[NameMention] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    epithets: list[roles.Description] = field(default_factory=list)
    _chosen: NameReading | None = None
    _leaning: str | None = None
    _telling: list[NameMention] | None = None
    _beginnings: frozenset[str] = frozenset()

    def apart(self) -> Person:
        """Return the same person, to be changed apart from this one."""
        return replace(
            self,
            mentions=[*self.mentions],
            headline=[*self.headline],
            genders=self.genders.copy(),
            epithets=[*self.epithets],
        )

    def add(self, mention: NameMention) -> None:
        self.mentions.append(mention)
        self._chosen = self._leaning = self._telling = None
        self._beginnings |= mention.beginnings

    @property
    def telling(self) -> list[NameMention]:
        """The full names, or all: one alone may be a man's genitive or a woman's nominative, only full ones tell."""
        if self._telling is None:
            self._telling = [mention for mention in self.mentions if mention.is_full] or [*self.mentions]
        return self._telling

    def may_be(self, mention: NameMention) -> bool:
        """Whether any word of the mention begins like one of the person's names."""
        return not self._beginnings.isdisjoint(mention.beginnings)

    @property
    def reading(self) -> NameReading:
        """The reading of the fullest mention that agrees best with all the others."""
        if self._chosen is None:
            self._chosen = _agreed([*self.mentions, *self.headline])
        return self._chosen

    @property
    def name(self) -> str:
        """The fullest form of the name, nominative, given name first."""
        return " ".join(part for part in self.reading[:3] if part)

    @property
    def gender(self) -> str:
        """``masc`` or ``fem``, by what the words around say and by the name itself; empty where neither tells."""
        said, times = max(self.genders.items(), key=itemgetter(1)) if self.genders else ("", 0)
        if times >= 2:
            return said
        if self._leaning is None:
            self._leaning = self._by_form()
        return self._leaning or said

    def _by_form(self) -> str:
        shares = {"masc": 0.0, "fem": 0.0}
        for mention in self.mentions:
            best = {gender: _best(mention, gender) for gender in shares}
            total = sum(best.values()) or 1.0
            for gender in shares:
                shares[gender] += log(max(best[gender] / total, 0.02))
        if abs(shares["masc"] - shares["fem"]) > 1:
            return max(shares, key=lambda gender: shares[gender])
        return ""

    def case_of(self, mention: NameMention) -> str:
        """Return the case of a mention now that the whole name is known: Назимова is a genitive of Назимов."""
        family, gender = fold(self.reading.family), self.gender
        for reading in mention.readings:
            if (not reading.family or fold(reading.family) == family) and gender in ("", reading.gender):
                return reading.case
        return mention.case

    @property
    def titles(self) -> list[roles.Description]:
        """The descriptions that stand beside the name, not those that a verb gives: «Лосев является тренером»."""
        predicated = {
            id(d) for m in self.mentions if m.case == "nom" for d in m.descriptions if d.reading.case == "ins"
        }
        return [description for description in self.descriptions if id(description) not in predicated]

    @property
    def descriptions(self) -> list[roles.Description]:
        named = self.mentions if any(m.descriptions for m in self.mentions) else self.headline
        return [description for mention in named for description in mention.descriptions]


@lru_cache(maxsize=20_000)
def _beginnings(part: str) -> frozenset[str]:
    """Return the first letters of each word of a part of a name."""
    return frozenset(undoubled(fold(word))[:3] for word in part.replace("-", " ").split())


def _best(mention: NameMention, gender: str) -> float:
    return max((r.score for r in mention.readings if r.gender in (gender, "")), default=0.0)


def _agreed(mentions: list[NameMention]) -> NameReading:
    fullest = max(fullness(mention.readings[0][:3]) for mention in mentions)
    candidates = [r for m in mentions if fullness(m.readings[0][:3]) == fullest for r in m.plausible]
    if any(len(part) <= _INITIAL and part.endswith(".") for c in candidates for part in c[:2]):
        longest = max((_written(m.readings[0]) for m in mentions), default=0)
        candidates = [r for m in mentions if _written(m.readings[0]) == longest for r in m.plausible]
    best = max(candidates, key=lambda c: _constancy(c, mentions) + sum(_support(c, m) for m in mentions))
    return _with_yo(best, mentions)


def _constancy(candidate: NameReading, mentions: list[NameMention]) -> float:
    """Return what speaks for a family name that the text has many times in this form: Арналду, not Арналд."""
    written = [fold(m.sentence.tokens[m.name.stop - 1].text) for m in mentions]
    same = written.count(fold(candidate.family))
    return _PER_REPEAT * (same - 2) if same >= 3 and same >= 0.9 * len(written) else 0.0


def _written(reading: NameReading) -> int:
    """Return how much of a name is written out: initials count little."""
    return sum(1 if part.endswith(".") else 10 for part in reading[:3] if part)


def _support(candidate: NameReading, mention: NameMention) -> float:
    best = 0.0
    given, family = fold(candidate.given), fold(candidate.family)
    for reading in mention.readings:
        if reading.score <= best or (reading.gender and candidate.gender and reading.gender != candidate.gender):
            continue
        other = fold(reading.family)
        # A name with -младший or a second part is mostly taken up without it.
        if not other or other in (family, family.partition("-")[0]) or (not reading.given and other in given.split()):
            same_given = not (reading.given and given) or fold(reading.given) == given
            best = max(best, reading.score * (1.0 if same_given else 0.2))
    return log(max(best / mention.readings[0].score, _UNLIKELY))


def _with_yo(reading: NameReading, mentions: list[NameMention]) -> NameReading:
    """Take the spelling with ё where any mention has it."""
    parts = (part for mention in mentions for plausible in mention.plausible for part in plausible[:3])
    spelled = {fold(part): part for part in parts if is_exact(part)}
    given, patronymic, family = (spelled.get(fold(part), part) for part in reading[:3])
    return reading._replace(given=given, patronymic=patronymic, family=family)


def cast(document: Document) -> list[Person]:
    """Return the people whom the article names, in the order of their first mention in the running text.

    Each call returns people of its own, whom what is found out afterwards may be added to.
    """
    return [person.apart() for person in _cast(document)]


@remembered
def _cast(document: Document) -> list[Person]:
    found = _unshared([mention for sentence in document.sentences for mention in mentions(document, sentence)])
    people: list[Person] = []
    for mention in found:
        if mention.is_full:
            _join(people, mention)
    for mention in found:
        if not mention.is_full:
            _join(people, mention)
    for sentence in document.headline:
        for mention in mentions(document, sentence):
            person = find(people, mention)
            if person is not None and not _takes_more(mention, person):
                person.headline.append(mention)
    for person in people:
        person.mentions.sort(key=lambda mention: mention.start)
        _weigh_gender(person)
        person.mentions = [_settled(person, mention) for mention in person.mentions]
    people.sort(key=lambda person: person.mentions[0].start)
    return people


def _takes_more(mention: NameMention, person: Person) -> bool:
    """Whether a name in a headline opens with the last name: its capitals took more along, “Lowe Welcomes Pier”."""
    first = mention.sentence.tokens[mention.name.first].fold
    last = {other.sentence.tokens[other.name.stop - 1].fold for other in person.mentions}
    longer = any(other.name.stop - other.name.first > 1 for other in person.mentions)
    return longer and mention.name.stop - mention.name.first > 1 and first in last


def mentions(document: Document, sentence: Sentence) -> Iterable[NameMention]:
    """Yield the mentions of people's names in a sentence."""
    for name in sentence.names:
        if name.kind != "person":
            continue
        readings = document.language.person(sentence, name)
        if readings:
            yield mention_of(document, sentence, name, readings)


def mention_of(document: Document, sentence: Sentence, name: Name, readings: tuple[NameReading, ...]) -> NameMention:
    """Return the mention of this name with what is said beside it of who that is."""
    spans = document.language.descriptions(sentence, name)
    described = tuple(roles.describe(document, sentence, first, stop) for first, stop in spans)
    return NameMention(sentence, name, _in_agreement(readings, described, name), described)


def _in_agreement(
    readings: tuple[NameReading, ...], described: tuple[roles.Description, ...], name: Name
) -> tuple[NameReading, ...]:
    """Rank the readings by the case of the post before the name: «аналитик банка Юлия Макова» is a nominative."""
    before = next((d for d in described if d.stop <= name.first), None)
    if before is None or before.reading.fixed or not before.reading.case:
        return readings
    owned = before.is_of_another and not _names_owner(before, name)
    if owned and not (readings[0].given and readings[0].family):
        return _of_relation(readings) if before.is_relation else readings  # «секретарь Мэй» may be hers
    nouns = before.sentence.tokens[before.head].readings
    cases = {r.case for r in nouns if r.pos == "NOUN" and r.number != "plur"} | {before.reading.case}
    weighed = [r if r.case in cases else r._replace(score=r.score * _DISAGREEING) for r in readings]
    return tuple(sorted(weighed, key=lambda reading: -reading.score))


def _names_owner(description: roles.Description, name: Name) -> bool:
    """Whether a name before this one says whose relation or aide it is: «вдова Льва Кротова Анна»."""
    return any(n.kind == "person" and description.head < n.first < name.first for n in description.sentence.names)


def _of_relation(readings: tuple[NameReading, ...]) -> tuple[NameReading, ...]:
    """Rank the readings of a bare family name after a relation: «вдова Лосева» is Лосев's."""
    if not any(reading.case == "gen" for reading in readings):
        return readings
    weighed = [r if r.case == "gen" else r._replace(score=r.score * _DISAGREEING) for r in readings]
    return tuple(sorted(weighed, key=lambda reading: -reading.score))


def _unshared(found: list[NameMention]) -> list[NameMention]:
    """Take a description away from a name inside it: of «куратор музея По Лев Серов» По is none."""
    spans = {
        (d.sentence.index, d.head, d.first, d.stop) for m in found for d in m.descriptions if d.stop <= m.name.first
    }
    within = {
        (m.start, head)
        for sentence, head, first, stop in spans
        for m in found
        if m.sentence.index == sentence and first <= m.name.first < stop
    }
    kept = []
    for mention in found:
        own = tuple(d for d in mention.descriptions if (mention.start, d.head) not in within)
        kept.append(replace(mention, descriptions=own) if len(own) < len(mention.descriptions) else mention)
    return kept


def _settled(person: Person, mention: NameMention) -> NameMention:
    """Drop a description that is of somebody else: «секретарь Лосева» and «слова секретаря Лосева» are not Лосев."""
    if mention.is_full or not any(d.stop <= mention.name.first for d in mention.descriptions):
        return mention
    case = person.case_of(mention)
    if not case:
        return mention
    possible = [r for r in mention.readings if person.gender in ("", r.gender) or not r.gender]
    likeliest = max((r.score for r in possible), default=0.0)
    owned = any(r.case == "gen" and r.score > 0.3 * likeliest for r in possible)
    kept = tuple(
        d
        for d in mention.descriptions
        if d.stop > mention.name.first
        or (_stands_in(d, case) and not (owned and d.is_of_another and not _names_owner(d, mention.name)))
    )
    return replace(mention, descriptions=kept) if len(kept) < len(mention.descriptions) else mention


def _stands_in(description: roles.Description, case: str) -> bool:
    token = description.sentence.tokens[description.head]
    return description.reading.fixed or not description.reading.case or token.reading(case=case) is not None


def _weigh_gender(person: Person) -> None:
    full = [mention for mention in person.mentions if mention.is_full]
    can_be_her = not full or any(r.gender != "masc" for mention in full for r in mention.plausible)
    for description in person.descriptions:
        if description.reading.gender == "fem" and description.reading.animate and can_be_her:
            person.genders["fem"] += 2
    for mention in person.mentions:
        for token in _verbs_beside(mention) if mention.case == "nom" else ():
            verb = token.reading(pos="VERB", form="fin")
            if verb is not None and verb.tense == "past" and verb.gender in ("masc", "fem"):
                person.genders[verb.gender] += 1


def _verbs_beside(mention: NameMention) -> Iterable[Token]:
    """Yield the word before the name and, up to the first verb or mark, those after it."""
    tokens, name = mention.sentence.tokens, mention.name
    if name.first:
        yield tokens[name.first - 1]
    for index in range(name.stop, min(len(tokens), name.stop + _VERB_WITHIN)):
        if not tokens[index].is_word or mention.sentence.name_at(index) is not None:
            return
        yield tokens[index]
        if tokens[index].pos == "VERB":
            return


def _join(people: list[Person], mention: NameMention) -> None:
    person = find(people, mention)
    if person is None:
        person = Person()
        people.append(person)
    person.add(mention)


def find(people: list[Person], mention: NameMention) -> Person | None:
    """Return the person whom the mention names: who shares most with it, among equals whom the article names
    in full more than once, then who was named last before.
    """
    best: tuple[float, int, int, Person] | None = None
    for person in people:
        if not person.may_be(mention):
            continue
        score = max(_likeness(mention, other) for other in person.telling)
        if score <= 0:
            continue
        before = [m.start for m in person.mentions if m.start <= mention.start]
        rank = (round(score, 1), min(len(person.telling), 4), max(before, default=-person.mentions[0].start))
        if best is None or rank > best[:3]:
            best = (*rank, person)
    return best[3] if best is not None else None


def _likeness(one: NameMention, other: NameMention) -> float:
    """Return how well two mentions fit one person: 0 not at all, more the surer and the fuller."""
    best = 0.0
    if one.beginnings.isdisjoint(other.beginnings):
        return best
    for a in one.plausible:
        for b in other.plausible:
            if a.gender and b.gender and a.gender != b.gender:
                continue
            sure = min(1.0, a.score / one.readings[0].score * b.score / other.readings[0].score * 4)
            best = max(best, shared(a[:3], b[:3]) * (0.5 + 0.5 * sure))
    return best
