"""What was decided is kept after each step, and put together with what somebody else decides."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from briefing.app import words
from briefing.app.screens.comment import CommentScreen
from briefing.app.screens.conflict import ConflictScreen
from briefing.app.screens.dating import DateScreen
from briefing.app.screens.orphans import OrphansScreen
from briefing.review import Anchor, Decision, Review, apply, changes
from briefing.review.file import ReviewError, dumps, loads
from briefing.settings import Settings
from tests.app.checking import back, item, shown, states
from tests.app.conftest import Open, reader, until
from tests.app.example import TEXT, ExampleEngine, make_article, make_briefing

Size = tuple[int, int]


class Memory:
    """A place for a review that can be full."""

    name = "memory"

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.full = False
        self.writes = 0

    def read(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        if self.full:
            raise ReviewError("memory is full")
        self.text = text
        self.writes += 1

    @property
    def review(self) -> Review:
        return loads(self.text, self.name)


def decided(key: str, state: str, comment: str = "") -> Review:
    """Return a review with one decision on an item of the example."""
    reviewed = apply(make_briefing(), Review())
    layer, _, id_ = key.partition(":")
    review = changes.decide(reviewed, reviewed.item(layer, id_), state)
    if not comment:
        return review
    reviewed = apply(make_briefing(), review)
    return changes.comment(reviewed, reviewed.item(layer, id_), comment)


def title(pilot: Pilot[None]) -> str:
    return str(reader(pilot).query_one("#title").content)


async def test_each_step_is_kept_and_read_again(opened: Open, size: Size) -> None:
    memory = Memory()
    async with opened(size=size, engine=ExampleEngine(medium=memory)) as pilot:
        await pilot.press("2", "space")
        await until(pilot, lambda: [one.state for one in memory.review.decisions] == ["accepted"])
        await pilot.press("x")
        await until(pilot, lambda: len(memory.review.decisions) == 2)
        await pilot.press("u")
        await until(pilot, lambda: len(memory.review.decisions) == 1)
    async with opened(size=size, engine=ExampleEngine(medium=memory)) as pilot:
        assert states(pilot) == ["f1 accepted"]
        assert "1/10 checked" in title(pilot)


async def test_a_failed_write_is_said_and_nothing_is_lost(opened: Open) -> None:
    memory = Memory()
    memory.full = True
    async with opened(engine=ExampleEngine(medium=memory)) as pilot:
        await pilot.press("2", "space")
        await until(pilot, lambda: "not kept" in title(pilot))
        assert states(pilot) == ["f1 accepted"]
        assert any("memory is full" in note.message for note in pilot.app._notifications)
        await pilot.press("q")
        assert pilot.app.is_running
        assert any("Once more quits" in note.message for note in pilot.app._notifications)
        memory.full = False
        await pilot.press("space")
        await until(pilot, lambda: "2/10 checked" in title(pilot))
        assert len(memory.review.decisions) == 2
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_the_second_time_quits_without_what_could_not_be_kept(opened: Open) -> None:
    memory = Memory()
    memory.full = True
    async with opened(engine=ExampleEngine(medium=memory)) as pilot:
        await pilot.press("2", "space")
        await until(pilot, lambda: "not kept" in title(pilot))
        await pilot.press("q", "й")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_decisions_go_with_their_article_when_another_is_opened(opened: Open) -> None:
    memory = Memory()
    engine = ExampleEngine({"second.txt": "Вторая заметка.\n\nВ ней ничего нет."}, memory)
    async with opened("bridge.txt", "second.txt", engine=engine) as pilot:
        await pilot.press("2", "space", "J")
        await until(pilot, lambda: reader(pilot).at == 1 and reader(pilot).document.items is not None)
        await until(pilot, lambda: memory.writes == 1)
        assert "bridge" in memory.text
        await pilot.press("K")
        assert states(pilot) == ["f1 accepted"]


async def test_a_review_that_cannot_be_read_is_not_written_over(opened: Open) -> None:
    memory = Memory("[facts\nnot TOML")
    async with opened(engine=ExampleEngine(medium=memory)) as pilot:
        assert "not kept" in title(pilot)
        await pilot.press("2", "space")
        await pilot.app.workers.wait_for_complete()
        assert states(pilot) == ["f1 accepted"]
        assert memory.writes == 0
        assert memory.text == "[facts\nnot TOML"


async def test_a_review_that_is_repaired_is_kept_again_at_the_next_decision(opened: Open) -> None:
    kept = dumps(decided("actions:a2", "dismissed"), make_article())
    memory = Memory(kept + "[facts\n")
    async with opened(engine=ExampleEngine(medium=memory)) as pilot:
        await pilot.press("2", "space")
        await pilot.app.workers.wait_for_complete()
        assert "not kept" in title(pilot)
        memory.text = kept
        await pilot.press("space")
        await until(pilot, lambda: "not kept" not in title(pilot))
        await until(pilot, lambda: len(memory.review.decisions) == 3)
        assert sorted(states(pilot)) == ["a2 dismissed", "f1 accepted", "f2 accepted"]
        assert not reader(pilot).unkept


async def test_what_is_not_kept_is_said_in_russian(opened: Open) -> None:
    async with opened(engine=ExampleEngine(medium=Memory("[facts\n"))) as pilot:
        words.use("ru")
        reader(pilot)._show_bars()
        assert "не сохранено" in title(pilot)


async def test_what_somebody_else_decides_is_taken_in(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.app.screens.keeping.PERIOD", 0.2)
    memory = Memory()
    async with opened(engine=ExampleEngine(medium=memory)) as pilot:
        await pilot.press("2", "space")
        await until(pilot, lambda: memory.writes == 1)
        memory.text = dumps(decided("actions:a2", "dismissed"), make_article())
        await until(pilot, lambda: "a2 dismissed" in states(pilot))
        await pilot.press("u", "u")
        assert "a2 dismissed" in states(pilot)


@pytest.mark.parametrize(
    ("key", "state"), [("m", "accepted"), ("escape", "accepted"), ("t", "dismissed"), ("е", "dismissed")]
)
async def test_a_contradiction_is_shown_and_settled(
    opened: Open, size: Size, key: str, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a slow machine a look would take in what contradicts nothing yet.
    monkeypatch.setattr("briefing.app.screens.keeping.PERIOD", 3600)
    memory = Memory()
    async with opened(size=size, engine=ExampleEngine(medium=memory)) as pilot:
        memory.text = dumps(decided("facts:f1", "dismissed", "no"), make_article())
        await pilot.press("2", "space")
        await shown(pilot, ConflictScreen)
        row = str(pilot.app.screen.query_one("DialogList").get_option_at_index(0).prompt.body)
        assert "mine: accepted · theirs: dismissed" in row
        await pilot.press(key)
        await back(pilot)
        await until(pilot, lambda: memory.review.decisions[0].state == state)
        assert item(pilot, "facts:f1").state == state
        assert memory.review.decisions[0].comment == "no"


async def test_a_contradiction_names_the_field(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.app.screens.keeping.PERIOD", 3600)
    memory = Memory()
    async with opened(engine=ExampleEngine(medium=memory)) as pilot:
        memory.text = dumps(decided("facts:f1", "undecided", "no"), make_article())
        await pilot.press("2", "c")
        await shown(pilot, CommentScreen)
        await pilot.press("y", "enter")
        await shown(pilot, ConflictScreen)
        row = str(pilot.app.screen.query_one("DialogList").get_option_at_index(0).prompt.body)
        assert "Comment · mine: y · theirs: no" in row


async def test_decisions_whose_words_are_gone_are_shown_and_let_go(opened: Open, size: Size) -> None:
    gone = Decision(key="facts:00000000", anchor=Anchor(text="Паром больше не ходит через реку."), state="accepted")
    memory = Memory(dumps(Review(decisions=(gone,)), make_article()))
    async with opened(size=size, engine=ExampleEngine(medium=memory)) as pilot:
        assert any("O shows them" in note.message for note in pilot.app._notifications)
        await pilot.press("2", "space")
        await until(pilot, lambda: memory.writes == 1)
        assert len(memory.review.decisions) == 2
        await pilot.press("O")
        await shown(pilot, OrphansScreen)
        assert "Паром" in str(pilot.app.screen.query_one("DialogList").get_option_at_index(0).prompt.body)
        await pilot.press("escape")
        await back(pilot)
        await pilot.press("Щ")
        await shown(pilot, OrphansScreen)
        await pilot.press("x")
        await back(pilot)
        await until(pilot, lambda: len(memory.review.decisions) == 1)
        await pilot.press("u")
        await until(pilot, lambda: len(memory.review.decisions) == 2)


@pytest.mark.parametrize("full", [False, True])
async def test_a_file_that_has_changed_is_read_again_when_nothing_is_lost(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    memory = Memory()
    engine = ExampleEngine(medium=memory)
    async with opened(engine=engine) as pilot:
        memory.full = full
        await pilot.press("4", "space")
        await until(pilot, lambda: bool(memory.writes) is not full)
        engine.texts["bridge.txt"] = TEXT.replace("Строительство", "Возведение")
        await pilot.press("R")
        await until(pilot, lambda: reader(pilot).document.items is not None and not reader(pilot).document.at_work)
        assert ("Возведение" in reader(pilot).article_view.text) is not full
        document = reader(pilot).document
        assert document.checking is not None
        assert len(document.checking.reviewed.review.decisions) == 1


async def test_messages_and_dialogs_have_the_keys_that_commands_were_given(opened: Open) -> None:
    gone = Decision(key="facts:00000000", anchor=Anchor(text="Паром больше не ходит через реку."), state="accepted")
    memory = Memory(dumps(Review(decisions=(gone,)), make_article()))
    async with opened(engine=ExampleEngine(medium=memory)) as pilot:
        pilot.app.use_settings(Settings(keys={"check.orphans": "f5", "check.mark": "f6"}))
        await pilot.press("f6")
        assert any("and press F6." in note.message for note in pilot.app._notifications)
        await pilot.press("escape", "f5")
        await shown(pilot, OrphansScreen)
        await pilot.press("O")
        assert isinstance(pilot.app.screen, OrphansScreen)
        await pilot.press("f5")
        await back(pilot)


class Undated(ExampleEngine):
    """An engine whose article does not say its date."""

    def article(self, text, where):
        return super().article(text, where).model_copy(update={"date": None})

    def briefing(self, article, progress):
        return super().briefing(article, progress).model_copy(update={"article": article})


async def test_a_date_that_is_stated_is_kept_and_counts(opened: Open) -> None:
    engine = Undated(medium=Memory())
    async with opened(engine=engine) as pilot:
        await until(pilot, lambda: "date unknown: T states it" in title(pilot))
        await pilot.press("T")
        await shown(pilot, DateScreen)
        await pilot.press(*"3 февраля", "enter")
        foot = pilot.app.screen.query_one(".dialog-foot")
        await until(pilot, lambda: "A day with its year is needed" in str(foot.content))
        await pilot.press(*" 2026", "enter")
        await back(pilot)
        await until(pilot, lambda: "3 February 2026" in title(pilot))
        await until(pilot, lambda: engine.medium.review.date == "2026-02-03")
        await until(pilot, lambda: reader(pilot).document.items is not None)
        assert reader(pilot).document.items.briefing.article.date == "2026-02-03"
        for key, heading, day in (("u", "date unknown", ""), ("U", "3 February 2026", "2026-02-03")):
            await pilot.press(key)
            await until(pilot, lambda heading=heading: heading in title(pilot))
            await until(pilot, lambda day=day: engine.medium.review.date == day)
            await until(pilot, lambda: reader(pilot).document.items is not None)
            assert reader(pilot).document.items.briefing.article.date == (day or None)
    async with opened(engine=Undated(medium=engine.medium)) as pilot:
        await until(pilot, lambda: "3 February 2026" in title(pilot))


async def test_a_date_is_stated_while_the_article_is_looked_through(opened: Open) -> None:
    begun, finish = Event(), Event()

    class Slow(Undated):
        def briefing(self, article, progress):
            begun.set()
            finish.wait(20)
            return super().briefing(article, progress)

    engine = Slow(medium=Memory())
    async with opened(engine=engine, extracted=False) as pilot:
        await until(pilot, begun.is_set)
        await pilot.press("T")
        await shown(pilot, DateScreen)
        await pilot.press(*"3.02.2026", "enter")
        await back(pilot)
        assert reader(pilot).document.items is None
        finish.set()
        await until(pilot, lambda: "3 February 2026" in title(pilot))
        await until(pilot, lambda: engine.medium.review.date == "2026-02-03")
