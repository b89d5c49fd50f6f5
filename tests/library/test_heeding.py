"""What a reader decided on one article shows wherever all articles are asked, and no more once it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.library.across import agenda, figures, who
from briefing.library.adding import add
from briefing.library.keeping import keeper
from briefing.library.query import parse
from briefing.library.refreshing import refresh
from briefing.library.search import find
from briefing.model import Briefing, Span
from briefing.review import History, Layer, Review, Reviewed, ReviewedItem, apply, changes
from tests.library.conftest import make_briefing

BODY = (
    "Пристань стоит 12 млн рублей. Паром вернут к весне, считает капитан. Причал укрепят сваями, пишет инженер."
    " Кассу откроют до конца мая. Скамейки покрасят летом. На пристани работают 40 человек."
)
TODAY = "2026-01-01"


def pier(source: str) -> Briefing:
    return make_briefing(
        BODY,
        title="Пристань починят",
        source=source,
        said=[
            ("Вера Сомова", "person", "капитан", "Паром вернут к весне"),
            ("Олег Кротов", "person", "инженер", "Причал укрепят сваями"),
        ],
        actions=[("Кассу откроют до конца мая", "/2026-05-31"), ("Скамейки покрасят летом", None)],
        figures=[("12 млн рублей", "money", 12e6, "RUB"), ("40 человек", "count", 40, "человек")],
    )


@dataclass
class Shelf:
    """An article in a library, and the review of it that a reader makes step by step."""

    path: Path
    briefing: Briefing

    def __post_init__(self) -> None:
        with Library(self.path) as library:
            library.add(self.briefing, "1")
        self.keeper = keeper(self.briefing.article, self.path)
        self.history = History(self.keeper.load())

    @property
    def reviewed(self) -> Reviewed:
        return apply(self.briefing, self.history.present)

    def item(self, layer: Layer, words: str) -> ReviewedItem:
        items = {item.item.text if isinstance(item.item, Span) else item.item.name: item for item in self.items(layer)}
        return items[words]

    def items(self, layer: Layer) -> tuple[ReviewedItem, ...]:
        return self.reviewed.layer(layer)

    def take(self, review: Review) -> None:
        self.history.do(review)
        self.keeper.save(self.history.present)

    def said(self, name: str) -> list[tuple[str, list[tuple[str | None, str]], list[str]]]:
        with Library(self.path) as library:
            return [(p.name, list(p.roles), [each.text for each in p.sayings]) for p in who(library, name)]

    def due(self) -> list[tuple[str, str, str, str | None]]:
        with Library(self.path) as library:
            return [(each.said, each.due, each.status, each.actor) for each in agenda(library, TODAY)]

    def counted(self, words: str) -> list[tuple[str, float | int | str | None, str | None]]:
        with Library(self.path) as library:
            groups = figures(library, parse(words))
        return [(figure.kind, figure.value, figure.unit) for group in groups for _, figure, _ in group.figures]

    def all_of_it(self) -> list[object]:
        names = ("Сомова", "Кротов", "Ершова", "никто")
        with Library(self.path) as library:
            lists = library.entries()
        return [lists, self.due(), *map(self.said, names), *map(self.counted, ("пристань", "пристани", "паром"))]


@pytest.fixture(params=["beside the article", "in the library"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    source = "https://example.org/pier"
    if request.param == "beside the article":
        source = str(tmp_path / "pier.txt")
        Path(source).write_text(BODY, encoding="utf-8")
    return Shelf(tmp_path / "shelf" / "library.db", pier(source))


def rename(shelf: Shelf) -> None:
    speaker = shelf.item("speakers", "Вера Сомова")
    shelf.take(changes.edit(shelf.reviewed, speaker, {"name": "Вера Ершова", "role": "капитан парома"}))


def merge(shelf: Shelf) -> None:
    one, other = shelf.item("speakers", "Вера Сомова"), shelf.item("speakers", "Олег Кротов")
    shelf.take(changes.merge(shelf.reviewed, one, other))


def give(shelf: Shelf) -> None:
    shelf.take(changes.give(shelf.reviewed, [shelf.item("quotes", "Паром вернут к весне")], "Зоя Ершова"))


def edit_action(shelf: Shelf) -> None:
    action = shelf.item("actions", "Кассу откроют до конца мая")
    edits = {"wording": "Открыть кассу", "deadline": "2026-06-15", "status": "directed", "actor": "порт"}
    shelf.take(changes.edit(shelf.reviewed, action, edits))


def edit_figure(shelf: Shelf) -> None:
    shelf.take(changes.edit(shelf.reviewed, shelf.item("figures", "12 млн рублей"), {"value": 12.5e6, "unit": "USD"}))


def mark_by_hand(shelf: Shelf) -> None:
    for layer, words, values in (
        ("quotes", "На пристани работают 40 человек", {"speaker": "Зоя Ершова"}),
        ("actions", "Паром вернут к весне", {"deadline": "2026-03"}),
        ("figures", "Паром", {"kind": "count", "value": 1, "unit": "паром"}),
    ):
        start = shelf.briefing.article.text.index(words)
        shelf.take(changes.add(shelf.reviewed, layer, start, start + len(words), values)[0])


def dismiss(shelf: Shelf) -> None:
    for layer, words in (
        ("speakers", "Вера Сомова"),
        ("quotes", "Причал укрепят сваями"),
        ("actions", "Кассу откроют до конца мая"),
        ("figures", "40 человек"),
    ):
        shelf.take(changes.decide(shelf.reviewed, shelf.item(layer, words), "dismissed"))


def finish(shelf: Shelf) -> None:
    shelf.take(changes.done(shelf.reviewed, shelf.item("actions", "Кассу откроют до конца мая"), True))


STEPS = (rename, merge, give, edit_action, edit_figure, mark_by_hand, dismiss, finish)


def test_a_name_and_a_role(shelf: Shelf) -> None:
    rename(shelf)
    assert shelf.said("Сомова") == []
    assert shelf.said("Ершова") == [("Вера Ершова", [("2025-11-19", "капитан парома")], ["Паром вернут к весне"])]
    with Library(shelf.path) as library:
        assert len(find(library, parse("speaker:ершова"))) == 1
        assert find(library, parse("speaker:сомова")) == []


def test_speakers_who_are_one(shelf: Shelf) -> None:
    merge(shelf)
    assert shelf.said("Сомова") == []
    assert [texts for _, _, texts in shelf.said("Кротов")] == [["Паром вернут к весне", "Причал укрепят сваями"]]


def test_a_quote_of_somebody_else(shelf: Shelf) -> None:
    give(shelf)
    assert [texts for _, _, texts in shelf.said("Сомова")] == [[]]
    assert [texts for _, _, texts in shelf.said("Ершова")] == [["Паром вернут к весне"]]


def test_an_action_said_otherwise(shelf: Shelf) -> None:
    edit_action(shelf)
    assert shelf.due() == [("Открыть кассу", "2026-06-15", "directed", "порт")]


def test_a_figure_with_another_value(shelf: Shelf) -> None:
    edit_figure(shelf)
    assert shelf.counted("пристань стоит") == [("money", 12.5e6, "USD")]


def test_what_was_marked_by_hand(shelf: Shelf) -> None:
    mark_by_hand(shelf)
    assert [texts for _, _, texts in shelf.said("Ершова")] == [["На пристани работают 40 человек"]]
    assert [(said, due) for said, due, *_ in shelf.due()] == [
        ("Паром вернут к весне", "2026-03-31"),
        ("Кассу откроют до конца мая", "2026-05-31"),
    ]
    assert shelf.counted("паром вернут") == [("count", 1, "паром")]
    with Library(shelf.path) as library:
        [entry] = library.entries()
        assert (entry.quotes, entry.actions) == (3, 3)


def test_what_was_dismissed(shelf: Shelf) -> None:
    dismiss(shelf)
    assert shelf.said("Сомова") == []
    assert [texts for _, _, texts in shelf.said("Кротов")] == [[]]
    assert shelf.due() == []
    assert shelf.counted("работают") == []
    with Library(shelf.path) as library:
        assert find(library, parse("has:deadline")) == []


def test_what_was_only_looked_at_changes_nothing(shelf: Shelf) -> None:
    before = shelf.all_of_it()
    for layer in ("quotes", "actions", "speakers", "figures"):
        for item in shelf.items(layer):
            shelf.take(changes.comment(shelf.reviewed, item, "сверить"))
            shelf.take(changes.decide(shelf.reviewed, item, "accepted"))
            shelf.take(changes.pin(shelf.reviewed, item, True))
    assert shelf.all_of_it() == before


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_a_step_that_is_taken_back_and_taken_again(shelf: Shelf, step: Callable[[Shelf], None]) -> None:
    before = shelf.all_of_it()
    step(shelf)
    after = shelf.all_of_it()
    assert after != before
    while shelf.history.undo():
        shelf.keeper.save(shelf.history.present)
    assert shelf.all_of_it() == before
    while shelf.history.redo():
        shelf.keeper.save(shelf.history.present)
    assert shelf.all_of_it() == after


def test_an_article_that_is_made_anew(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.extract.extract", lambda article, models: shelf.briefing)
    for step in (rename, edit_action, edit_figure, mark_by_hand):
        step(shelf)
    after = shelf.all_of_it()
    with Library(shelf.path) as library:
        assert sum(refresh(library)) == 1
    assert shelf.all_of_it() == after


def test_a_decision_made_while_the_article_is_made_anew(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(article: object, models: bool) -> Briefing:
        rename(shelf)
        return shelf.briefing

    monkeypatch.setattr("briefing.extract.extract", extract)
    with Library(shelf.path) as library:
        list(refresh(library))
        assert library.count_outdated("1") == 0
    assert shelf.said("Сомова") == []


def test_an_article_that_is_added_after_it_was_reviewed(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.extract.extract", lambda article: shelf.briefing)
    for step in (rename, edit_action, edit_figure, mark_by_hand):
        step(shelf)
    after = shelf.all_of_it()[1:]
    with Library(shelf.path) as library:
        library.remove(1)
        list(add(library, [shelf.briefing.article]))
    assert shelf.all_of_it()[1:] == after


def test_two_articles_with_other_values_after_a_reader_mended_one(shelf: Shelf) -> None:
    money = ("12 млн рублей", "money", 12e6, "RUB")
    with Library(shelf.path) as library:
        library.add(make_briefing("Пристань стоит 12 млн рублей.", title="Ещё о пристани", figures=[money]), "1")
        assert [group.differs for group in figures(library, parse("пристань стоит"))] == [False]
    shelf.take(changes.edit(shelf.reviewed, shelf.item("figures", "12 млн рублей"), {"value": 14e6}))
    with Library(shelf.path) as library:
        [group] = figures(library, parse("пристань стоит"))
    assert group.differs
