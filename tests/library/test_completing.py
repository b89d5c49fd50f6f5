"""Copies of one text: one article, which knows what any of them knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library import Library
from briefing.library.across import agenda
from briefing.library.adding import Outcome, add
from briefing.library.keeping import keeper, mark_done, review_of
from briefing.library.refreshing import refresh
from briefing.model import Article
from briefing.review import Review, apply, changes
from briefing.sources import article

TEXT = (
    "Каток зальют к пятнице\n\nКаток в парке зальют до пятницы, сообщила директор парка Нина Рогова."
    " Коньки напрокат выдадут бесплатно."
)
DAY = "2025-11-19"


def copy(source: str, **known: str) -> Article:
    return article(TEXT, source).model_copy(update=known)


def added(library: Library, *articles: Article) -> list[Outcome]:
    return list(add(library, articles))


def test_a_copy_of_what_waits_for_its_briefing_makes_none(library: Library) -> None:
    list(add(library, [copy("rink.txt")], later=True))
    [outcome] = add(library, [copy("rink.html", date=DAY)], later=True)
    assert outcome.added is not None
    assert (outcome.added.entry.date, outcome.added.entry.facts) == (DAY, 0)
    assert not library.is_made(outcome.added.entry.number)
    assert sum(refresh(library)) == 1
    [action] = [action for action in library.briefing(1).actions if action.deadline]
    assert action.deadline == "/2025-11-21"
    assert library.is_made(1)


def test_what_the_first_copy_lacks_the_second_brings(library: Library) -> None:
    added(library, copy("rink.txt", place="Луговск"))
    brought = {"date": DAY, "place": "Кедровый", "agency": "Вести", "byline": "Ян Зимин", "url": "https://a.example/1"}
    [outcome] = added(library, copy("rink.html", **brought))
    assert outcome.added is not None
    assert not outcome.added.is_new
    [entry] = library.entries()
    assert outcome.added.entry == entry
    assert (entry.source, entry.date, entry.place, entry.agency) == ("rink.txt", DAY, "Луговск", "Вести")
    kept = library.briefing(entry.number).article
    assert (kept.date, kept.place, kept.byline, kept.url) == (DAY, "Луговск", "Ян Зимин", "https://a.example/1")


def test_a_day_that_is_known_now_tells_when_it_is_due(library: Library) -> None:
    added(library, copy("rink.txt"))
    assert agenda(library, DAY) == []
    added(library, copy("rink.html", date=DAY))
    assert [each.due for each in agenda(library, DAY)] == ["2025-11-21"]


def test_a_day_that_somebody_states_counts_in_the_library(library: Library) -> None:
    added(library, copy("rink.txt"))
    kept = keeper(copy("rink.txt"), library.path)
    kept.save(Review(date=DAY))
    assert [each.due for each in agenda(library, DAY)] == ["2025-11-21"]
    kept.save(Review(date="2026-11-19"))
    assert library.entries()[0].date == "2026-11-19"
    assert review_of(copy("rink.txt"), library.path).date == "2026-11-19"


def test_a_copy_that_knows_no_more_changes_nothing(library: Library) -> None:
    added(library, copy("rink.txt", date=DAY))
    with Library(library.path) as other:
        before = library.version()
        added(other, copy("rink.html"), copy("rink.md", date="2025-11-20"))
        assert library.version() == before
    assert [entry.date for entry in library.entries()] == [DAY]


def test_what_was_read_done_and_reviewed_stays(library: Library) -> None:
    added(library, copy("rink.txt"))
    library.mark_read(1)
    action = library.briefing(1).actions[0]
    mark_done(library, 1, action.id, done=True)
    kept = keeper(copy("rink.txt"), library.path)
    reviewed = apply(library.briefing(1), kept.load())
    kept.save(changes.edit(reviewed, reviewed.layer("speakers")[0], {"name": "Нина Ершова"}))
    added(library, copy("rink.html", date=DAY))
    [entry] = library.entries("read")
    assert entry.read is not None
    assert agenda(library, DAY) == []
    assert library.rows("SELECT name FROM speakers") == [("Нина Ершова",)]


@pytest.mark.parametrize("workers", [1, 2])
def test_copies_in_one_folder_are_one_article(library: Library, tmp_path: Path, workers: int) -> None:
    body = TEXT.partition("\n\n")[2]
    page = (
        '<html><head><title>Каток</title><meta property="article:published_time" content="2025-11-19T10:00:00+03:00">'
        '<meta name="author" content="Ян Зимин"></head>'
        f"<body><article><h1>Каток зальют к пятнице</h1><p>{body}</p></article></body></html>"
    )
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    sources = [str(tmp_path / name) for name in ("a.txt", "b.html")]
    outcomes = list(add(library, sources, workers=workers))
    assert [outcome.added and outcome.added.is_new for outcome in outcomes] == [True, False]
    assert [entry.date for entry in library.entries()] == [DAY]
