"""One briefing among the others: everything that somebody said, all that is due, one quantity in every article."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from briefing.attribution import Attribution
from briefing.edtf import is_past
from briefing.frozen import frozen
from briefing.library.alike import disputed, place
from briefing.library.entry import COLUMNS, Entry
from briefing.library.query import Query
from briefing.library.search import conditions
from briefing.library.store import Library
from briefing.library.terms import name_words
from briefing.model import Figure, Span

_R = TypeVar("_R")

# The newest of what is everywhere are enough for one screen, and quickly told.
_SAYINGS = 1000
_SENTENCES = 500
_PEOPLE = 100
_VOICES = 500
_BEGINNING = 3
"""Letters from which on the beginning of a name finds it."""
_COLUMNS = ", ".join(f"articles.{column}" for column in COLUMNS.split(", "))


@frozen
class Saying:
    """A quote in its article: ``kind`` is direct or indirect, ``start`` its place in the article's text; ``before`` and
    ``behind`` are the article's words that attribute it; ``reprints`` is the number of articles that nearly repeat the
    first one and have the quote too."""

    entry: Entry
    quote: str
    kind: str
    start: int
    text: str
    before: str = ""
    behind: str = ""
    reprints: int = 0

    def said(self, text: str) -> str:
        """Return the text, of the quote or with marks around it, on one line with the words that attribute it."""
        return Attribution(self.before, self.behind).around(" ".join(text.split()))


@frozen
class Profile:
    """Somebody in all articles: every spelling of the name, the roles with the day since which each is known, and
    what was said, oldest first (the newest thousand)."""

    name: str
    spellings: tuple[str, ...]
    roles: tuple[tuple[str | None, str], ...]
    sayings: tuple[Saying, ...]


@frozen
class Voice:
    """Somebody who is quoted, by the fullest name, with the latest role and how many quotes there are."""

    name: str
    role: str | None
    quotes: int


@frozen
class Due:
    """An action with the day by which it falls due (ISO 8601), whether it is done, and whether its deadline is past.

    Of a deadline without an end («с 1 июля») the day is its first, and it does not pass.

    ``text`` are its words in the article, ``wording`` how somebody would rather say it; ``reprints`` are the same in
    articles that nearly repeat this one, each by the article's number and the action's id.
    """

    entry: Entry
    action: str
    text: str
    start: int
    wording: str | None
    status: str
    actor: str | None
    deadline: str
    due: str
    done: bool
    past: bool
    reprints: tuple[tuple[int, str], ...] = ()

    @property
    def overdue(self) -> bool:
        """Whether it is open although its deadline is past."""
        return self.past and not self.done

    @property
    def said(self) -> str:
        """The action as it is best said, on one line."""
        return " ".join((self.wording or self.text).split())


@frozen
class Comparison:
    """Figures of one kind and unit from several articles, oldest first.

    ``disputed`` are the indices of those that count the same as one of another article does, and differ from it.
    """

    kind: str
    unit: str | None
    figures: tuple[tuple[Entry, Figure, Span], ...]
    disputed: frozenset[int]

    @property
    def differs(self) -> bool:
        """Whether articles give different values of one quantity."""
        return bool(self.disputed)


@frozen
class _Spelling:
    """A name as articles have it, with whether a person bears it."""

    name: str
    words: tuple[str, ...]
    is_person: bool

    def is_same(self, other: _Spelling) -> bool:
        """Whether both may be one: first names of people must not contradict each other, other names be equal."""
        if self.is_person != other.is_person:
            return False
        return _agree(self.words, other.words) if self.is_person else self.words == other.words

    def can_be(self, asked: tuple[str, ...]) -> bool:
        """Whether the words of a name mean this speaker."""
        return _agree(self.words, asked) if self.is_person else set(asked) <= set(self.words)


def who(library: Library, name: str, *, as_typed: bool = False) -> list[Profile]:
    """Return whoever may be meant by a name: a given name, a surname or both, words of an organisation's name.

    People are one where their last names agree and their first names do not contradict each other («И. Петров»,
    «Иван Петров»). Whoever said most comes first. A name that is being typed (``as_typed``) and nobody has may be the
    beginning of one.
    """
    asked = tuple(name_words(name))
    if not asked:
        return []
    meant = _meant(library, [asked])
    if not meant and as_typed and len(asked[-1]) >= _BEGINNING:
        meant = _meant(library, [(*asked[:-1], word) for word in _words_from(library, asked[-1])])
    profiles = [_profile(library, group) for group in meant[:_PEOPLE]]
    return sorted(profiles, key=lambda profile: -len(profile.sayings))


def _words_from(library: Library, beginning: str) -> list[str]:
    rows = library.rows(
        "SELECT DISTINCT word FROM name_words WHERE word > ? AND word < ? LIMIT ?",
        (beginning, beginning + chr(sys.maxunicode), _PEOPLE),
    )
    return [word for (word,) in rows]


def _meant(library: Library, asked: list[tuple[str, ...]]) -> list[list[_Spelling]]:
    """Return the spellings, those of one speaker together, of all who are meant by one of the names."""
    having = _spellings(library, list(dict.fromkeys(words[-1] for words in asked)))
    # Other spellings of the same people have the last word of the name alone in common with these.
    lasts = {spelling.words[-1] for spelling in having if spelling.is_person}
    same = [other for other in _spellings(library, sorted(lasts)[:_PEOPLE]) if other.words[-1] in lasts]
    spellings = dict.fromkeys([*having, *(spelling for spelling in same if spelling.is_person)])
    return [group for group in _grouped(spellings) if any(_is_meant(group, words) for words in asked)]


def _grouped(spellings: Iterable[_Spelling]) -> list[list[_Spelling]]:
    """Return the spellings, those of one speaker together."""
    groups = defaultdict[str, list[list[_Spelling]]](list)  # by the last word, which spellings of one speaker share
    # Fuller names first: «Петров» alone joins the one Петров that there is, and stays apart where there are two.
    for spelling in sorted(spellings, key=lambda each: (-len(each.name), each.name)):
        namesakes = groups["".join(spelling.words[-1:])]
        fitting = [group for group in namesakes if all(spelling.is_same(other) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(spelling)
        else:
            namesakes.append([spelling])
    return [group for namesakes in groups.values() for group in namesakes]


def voices(library: Library, beginning: str = "") -> list[Voice]:
    """Return who is quoted most and has words in the name that begin like these; who has no name is left out."""
    begins = (
        " AND EXISTS (SELECT 1 FROM name_words WHERE name_words.article = speakers.article"
        " AND name_words.speaker = speakers.id AND word >= ? AND word < ? || ?)"
    )
    words = name_words(beginning)
    rows = library.rows(
        # Of the columns of a group SQLite gives those of the row that has the greatest: the latest with a role.
        "SELECT name, speakers.kind = 'person', role, count(*) AS times,"
        " max((role IS NOT NULL) || coalesce(date, ''))"
        " FROM quotes JOIN speakers ON speakers.article = quotes.article AND speakers.id = quotes.speaker"
        f" JOIN articles ON number = quotes.article WHERE speakers.kind <> 'unnamed'{begins * len(words)}"
        " GROUP BY name, speakers.kind ORDER BY times DESC, name LIMIT ?",
        (*(value for word in words for value in (word, word, chr(sys.maxunicode))), _VOICES),
    )
    said = {
        _Spelling(name, tuple(name_words(name)), bool(is_person)): (role, times)
        for name, is_person, role, times, _ in rows
    }
    groups = [(group[0].name, [said[spelling] for spelling in group]) for group in _grouped(said)]
    found = [
        Voice(name, next((role for role, _ in spelled if role), None), sum(times for _, times in spelled))
        for name, spelled in groups
    ]
    return sorted(found, key=lambda voice: -voice.quotes)


def _spellings(library: Library, words: Sequence[str]) -> list[_Spelling]:
    rows = library.rows(
        "SELECT DISTINCT name, kind = 'person' FROM name_words JOIN speakers USING (article)"
        f" WHERE word IN ({', '.join('?' * len(words))}) AND id = speaker",
        tuple(words),
    )
    return [_Spelling(name, tuple(name_words(name)), bool(is_person)) for name, is_person in rows]


def _is_meant(group: list[_Spelling], asked: tuple[str, ...]) -> bool:
    """Whether all spellings can be this name, or one has all its words: a given name alone, or after the surname."""
    return all(each.can_be(asked) for each in group) or any(set(asked) <= set(each.words) for each in group)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: the last words equal, each word before equal or the other's initial."""
    if one[-1:] != other[-1:]:
        return False
    pairs = zip(one[:-1], other[:-1], strict=False)
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)


def _profile(library: Library, group: list[_Spelling]) -> Profile:
    names = tuple(spelling.name for spelling in group)
    rows = library.rows(
        f"SELECT speakers.role, quotes.id, quotes.kind, quotes.start, quotes.text, said_before, said_behind,"
        f" {_COLUMNS}"
        " FROM name_words JOIN speakers ON speakers.article = name_words.article AND speakers.id = name_words.speaker"
        " JOIN articles ON articles.number = speakers.article"
        " LEFT JOIN quotes ON quotes.article = speakers.article AND quotes.speaker = speakers.id"
        f" WHERE word = ? AND speakers.name IN ({', '.join('?' * len(names))})"
        " ORDER BY coalesce(articles.date, '') DESC, articles.number DESC, quotes.start DESC LIMIT ?",
        (group[0].words[-1], *names, _SAYINGS),
    )
    since: dict[str, str] = {}
    said: list[Saying] = []
    for role, quote, kind, start, text, before, behind, *columns_of_entry in reversed(rows):
        entry = Entry(*columns_of_entry)
        if role:
            since[role] = since.get(role) or entry.date or ""
        if quote is not None:
            said.append(Saying(entry, quote, kind, start, text, before, behind))
    roles = tuple((day or None, role) for role, day in since.items())
    sayings = [_first_said(same) for same in _together(said, lambda saying: (saying.entry, saying.text))]
    sayings.sort(key=lambda saying: saying.entry.date or "")
    return Profile(names[0], names, roles, tuple(sayings))


def _first_said(same: list[Saying]) -> Saying:
    """Return the first of sayings with a day, or else of all, with the number of other articles that have it."""
    first = next((saying for saying in same if saying.entry.date), same[0])
    return replace(first, reprints=len({saying.entry.number for saying in same} - {first.entry.number}))


def _together(rows: Iterable[_R], of: Callable[[_R], tuple[Entry, str]]) -> list[list[_R]]:
    """Return rows in their order, those together that say the same words in articles that nearly repeat each other."""
    groups = defaultdict[tuple[int, str], list[_R]](list)
    for row in rows:
        entry, words = of(row)
        groups[entry.near or entry.number, " ".join(words.casefold().split())].append(row)
    return list(groups.values())


def agenda(
    library: Library,
    today: str,
    limit: int = 500,
    besides: Iterable[tuple[int, str]] = (),
    *,
    after: str | None = None,
    before: str | None = None,
) -> list[Due]:
    """Return the open actions that have a deadline, overdue ones first, then by the day they fall due.

    ``today`` is an ISO 8601 day; so are ``after`` and ``before``, the first and the last day that count. Of more than
    ``limit`` before today, it is those that fell due last, of more than ``limit`` others those that fall due next.
    ``besides`` are actions, by the article's number and their ids, that are in it although they are done.
    """
    sql = (
        f"SELECT actions.id, text, start, wording, status, actor, deadline, due, done, {_COLUMNS} FROM actions"
        " JOIN articles ON articles.number = actions.article WHERE"
    )
    some = (
        f"{sql} due {{0}} ? AND due BETWEEN ? AND ? AND done IS NULL"
        " ORDER BY due {1}, actions.article {1}, actions.start {1} LIMIT ?"
    )
    counted = (after or "", before or date.max.isoformat())
    rows = library.rows(some.format("<", "DESC"), (today, *counted, limit))
    rows += library.rows(some.format(">=", "ASC"), (today, *counted, limit))
    for which in besides:
        rows += library.rows(f"{sql} actions.article = ? AND actions.id = ? AND due AND done", which)
    items = sorted((_due(row, today) for row in rows), key=_in_agenda)
    return [
        replace(first, reprints=tuple((other.entry.number, other.action) for other in others))
        for first, *others in _together(items, lambda item: (item.entry, f"{item.text} {item.due}"))
    ]


def _in_agenda(item: Due) -> tuple[bool, str, int, int]:
    return not item.past, item.due, item.entry.number, item.start


def _due(row: tuple[Any, ...], today: str) -> Due:
    *columns, deadline, due, done = row[:9]
    action, text, start, wording, status, actor = columns
    past = is_past(deadline, today)
    return Due(Entry(*row[9:]), action, text, start, wording, status, actor, deadline, due, done is not None, past)


def figures(library: Library, query: Query) -> list[Comparison]:
    """Return the figures in the sentences that hold all words of the query, alike ones side by side.

    Figures are alike where kind and unit agree; dates are left out. What most articles name comes first. Of articles
    that nearly repeat each other one sentence counts once.
    """
    asked, values = conditions(query)
    if query.match:
        asked = ["sentences.number IN (SELECT rowid FROM sentence_words WHERE sentence_words MATCH ?)", *asked]
        values = [query.match, *values]
    sql = (
        f"SELECT sentences.start, sentences.text, sentences.figures, {_COLUMNS} FROM sentences"
        f" JOIN articles ON articles.number = article WHERE {' AND '.join(asked or ['1'])}"
        " ORDER BY sentences.number DESC LIMIT ?"
    )
    found: list[tuple[Entry, Figure, Span]] = []
    for start, text, inside, *columns_of_entry in library.rows(sql, (*values, _SENTENCES)):
        entry = Entry(*columns_of_entry)
        sentence = Span(start=start, end=start + len(text), text=text)
        found += [(entry, Figure.model_validate(figure), sentence) for figure in json.loads(inside)]
    together = _together(found, lambda row: (row[0], f"{row[1].start - row[2].start} {row[2].text}"))
    rows = [min(group, key=lambda row: row[0].number) for group in together]
    alike: dict[tuple[str, str | None], list[tuple[Entry, Figure, Span]]] = defaultdict(list)
    for row in rows:
        alike[row[1].kind, row[1].unit].append(row)
    comparisons = []
    for (kind, unit), group in alike.items():
        group.sort(key=lambda row: (row[0].date or "", row[0].number, row[1].start))
        comparisons.append(Comparison(kind, unit, tuple(group), _disputed(group)))
    return sorted(comparisons, key=lambda one: -len({entry.number for entry, _, _ in one.figures}))


def _disputed(group: list[tuple[Entry, Figure, Span]]) -> frozenset[int]:
    if len({figure.value for _, figure, _ in group}) == 1 or len({entry.number for entry, _, _ in group}) == 1:
        return frozenset()
    together = defaultdict[tuple[int, int], list[Figure]](list)
    for entry, figure, sentence in group:
        together[entry.number, sentence.start].append(figure)
    places = [place(figure, sentence, together[entry.number, sentence.start]) for entry, figure, sentence in group]
    return disputed([figure.value for _, figure, _ in group], places, [entry.number for entry, _, _ in group])
