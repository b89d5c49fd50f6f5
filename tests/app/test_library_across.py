"""One article among the others, in the app: who said what, what is due, how figures differ; and their words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app.app import BriefingApp
from briefing.app.safe import Words
from briefing.app.screens.across import AcrossScreen, AgendaScreen, FiguresScreen, WhoScreen
from briefing.app.screens.library import LibraryScreen
from briefing.app.screens.reader import ReaderScreen
from briefing.app.shelf import Shelf
from briefing.library import Library
from briefing.library.keeping import keeper
from tests.app.conftest import reader, until
from tests.app.example import ExampleEngine
from tests.app.stories import STORIES, fill

Size = tuple[int, int]
Opened = Callable[..., AbstractAsyncContextManager[Pilot[None]]]
BRIDGE, COSTS, LIMES = STORIES


@pytest.fixture
def library(path: Path, tmp_path: Path) -> Opened:
    """Open the app on a library."""

    @asynccontextmanager
    async def open_library(size: Size = (120, 40), *, empty: bool = False) -> AsyncIterator[Pilot[None]]:
        if not empty:
            fill(path)
        file = tmp_path / "settings.toml"
        app = BriefingApp(ExampleEngine(), [], language="en", settings_file=file, shelf=Shelf(path))
        async with app.run_test(size=size) as pilot:
            await until(
                pilot, lambda: empty or (isinstance(app.screen, LibraryScreen) and app.screen.table.numbers != ())
            )
            yield pilot

    return open_library


def across(pilot: Pilot[None]) -> AcrossScreen:
    screen = pilot.app.screen
    assert isinstance(screen, AcrossScreen)
    return screen


def prompts(pilot: Pilot[None]) -> list[str]:
    screen = across(pilot)
    return [f"{row.prompt.mark.plain}{row.prompt.body.plain}" for row in screen.rows]


async def answered(pilot: Pilot[None], kind: type[AcrossScreen], lines: int) -> None:
    app = pilot.app
    await until(
        pilot, lambda: isinstance(app.screen, kind) and sum(r.number is not None for r in app.screen.rows) == lines
    )


def lit(pilot: Pilot[None]) -> str:
    view = reader(pilot).article_view
    return view.text[view.evidence.start : view.evidence.end] if view.evidence is not None else ""


async def test_who_said_what_over_time_with_roles(library: Opened, size: Size) -> None:
    async with library(size) as pilot:
        await pilot.press("W", *"ручьёва")
        await answered(pilot, WhoScreen, 3)
        heading, *sayings = prompts(pilot)
        assert "Анна Ручьёва" in heading
        assert heading.index("глава района") < heading.index("лесничая") < heading.index("мэр")
        assert [BRIDGE.quote in sayings[0], LIMES.quote in sayings[1], COSTS.quote in sayings[2]] == [True] * 3
        await pilot.press("enter", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and lit(pilot) == LIMES.quote)
        assert reader(pilot).article_view.in_sight(LIMES.text.index(LIMES.quote))
        await pilot.press("J")
        await until(pilot, lambda: reader(pilot).document.title == COSTS.title)


async def test_the_first_line_is_shown_below_its_heading(library: Opened) -> None:
    async with library((40, 12)) as pilot:
        await pilot.press("W", *"ручьёва")
        await answered(pilot, WhoScreen, 3)
        shown = across(pilot).list
        await until(pilot, lambda: shown.scroll_y == 0)
        await pilot.press("enter", "G")
        await until(pilot, lambda: shown.scroll_y > 0)
        await pilot.press("g")
        await until(pilot, lambda: shown.scroll_y == 0 and shown.highlighted == 1)


async def test_a_speaker_of_the_article_is_asked_about_at_once(library: Opened, size: Size) -> None:
    async with library(size) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and reader(pilot).panes.furnished)
        await until(pilot, lambda: reader(pilot).panes.counts()["speakers"] == 1)
        await pilot.press("3", "W")
        await answered(pilot, WhoScreen, 3)
        assert across(pilot).words == "Анна Ручьёва"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        assert reader(pilot).document.title == COSTS.title


async def test_the_speakers_are_listed_and_one_is_chosen(library: Opened) -> None:
    async with library() as pilot:
        await pilot.press("W")
        await until(pilot, lambda: prompts(pilot) == ["  Анна Ручьёва  3  мэр"])
        assert "1 name" in str(pilot.app.screen.query_one("#across-title", Words).content)
        await pilot.press("р", "у", "enter")
        await answered(pilot, WhoScreen, 3)
        assert pilot.app.focused is across(pilot).list
        await pilot.press("escape")
        await until(pilot, lambda: prompts(pilot) == ["  Анна Ручьёва  3  мэр"])
        assert across(pilot).words == "ру"
        assert across(pilot).list.highlighted == 0
        await pilot.press("slash", "ъ")
        await until(pilot, lambda: prompts(pilot) == [])
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_another_name_can_be_asked_for(library: Opened) -> None:
    async with library() as pilot:
        await pilot.press("W", *"никто")
        nobody = pilot.app.screen.query_one("#across-empty", Words)
        await until(pilot, lambda: "Nobody of this name" in str(nobody.content))
        await pilot.press(*["backspace"] * 5, *"Анна Ручьёва", "enter")
        await answered(pilot, WhoScreen, 3)
        await pilot.press("slash")
        assert pilot.app.focused is across(pilot).line


async def test_the_agenda_has_overdue_actions_first_and_marks_them_done(
    library: Opened, size: Size, path: Path
) -> None:
    async with library(size) as pilot:
        await pilot.press("D")
        await answered(pilot, AgendaScreen, 2)
        first, second = prompts(pilot)
        assert first.startswith("! ")
        assert "by 31 May 2020 · overdue" in first
        assert second.startswith("□ ")
        assert across(pilot).list.highlighted == 1
        await pilot.press("k", "d")
        with Library(path) as stored:
            assert stored.entries_of([1])[1].actions == 0
        await pilot.press("d")
        with Library(path) as stored:
            assert stored.entries_of([1])[1].actions == 1
        await pilot.press("в", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        await pilot.press("D")
        await answered(pilot, AgendaScreen, 1)


async def test_an_action_of_reprints_is_one_and_done_in_all(library: Opened, path: Path) -> None:
    async with library() as pilot:
        with Library(path) as stored:
            reprint = stored.add(replace(BRIDGE, title=f"{BRIDGE.title} года").briefing("reprint.txt"), "1").entry
        assert reprint.near == 1
        await pilot.press("D")
        await answered(pilot, AgendaScreen, 2)
        assert prompts(pilot)[0].endswith("1 reprint")
        await pilot.press("k", "d")
        with Library(path) as stored:
            assert {number: entry.actions for number, entry in stored.entries_of([1, reprint.number]).items()} == {
                1: 0,
                reprint.number: 0,
            }


async def test_an_action_opens_its_article_at_its_words(library: Opened, size: Size) -> None:
    async with library(size) as pilot:
        await pilot.press("В")
        await answered(pilot, AgendaScreen, 2)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and lit(pilot) == COSTS.action)
        await pilot.press("4")
        assert reader(pilot).panes.list("actions").row_key == "actions:a1"


async def test_what_was_marked_done_stays_in_sight_when_an_article_has_been_opened(library: Opened, path: Path) -> None:
    async with library() as pilot:
        await pilot.press("D")
        await answered(pilot, AgendaScreen, 2)
        await pilot.press("k", "d")
        assert prompts(pilot)[0].startswith("■ ")
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(pilot.app.screen, AgendaScreen) and prompts(pilot)[0].startswith("■ "))
        assert len(prompts(pilot)) == 2
        await pilot.press("k", "d")
        with Library(path) as stored:
            assert stored.entries_of([1])[1].actions == 1


async def test_figures_stand_side_by_side_with_what_differs(library: Opened, size: Size) -> None:
    async with library(size) as pilot:
        await pilot.press("V", *"мост")
        await answered(pilot, FiguresScreen, 2)
        heading, first, second = prompts(pilot)
        assert "money  RUB" in heading
        assert "≠ the articles differ" in heading
        assert first.startswith("  ≠ 3 млрд рублей")
        assert second.startswith("  ≠ 4 млрд рублей")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and lit(pilot) == COSTS.cost)


async def test_figures_begin_with_the_filter_of_the_list(library: Opened) -> None:
    async with library() as pilot:
        await pilot.press("slash", *"мост", "enter", "V")
        await answered(pilot, FiguresScreen, 2)
        # One question takes the place of another, and Escape goes back to the list.
        await pilot.press("D")
        await answered(pilot, AgendaScreen, 2)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_the_way_back_from_an_article_leads_to_the_question(library: Opened) -> None:
    async with library() as pilot:
        await pilot.press("D")
        await answered(pilot, AgendaScreen, 2)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(pilot.app.screen, AgendaScreen))


async def test_what_is_edited_in_the_article_shows_on_the_way_back(
    library: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExampleEngine, "keeper", lambda _, article: keeper(article, path))
    async with library() as pilot:
        await pilot.press("W", *"ручьёва")
        await answered(pilot, WhoScreen, 3)
        await pilot.press("enter", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and lit(pilot) == LIMES.quote)
        await until(pilot, lambda: reader(pilot).panes.furnished)
        await pilot.press("3")
        assert reader(pilot).panes.list("speakers").row_key == "quotes:q1"
        await pilot.press("x", "backspace")
        await answered(pilot, WhoScreen, 2)
        assert LIMES.quote not in "".join(prompts(pilot))
        assert across(pilot).chosen() is not None
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and lit(pilot) == COSTS.quote)


async def test_an_empty_library_has_nothing_to_say(library: Opened) -> None:
    async with library(empty=True) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: isinstance(pilot.app.screen, AgendaScreen))
        empty = pilot.app.screen.query_one("#across-empty", Words)
        await until(pilot, lambda: "No action" in str(empty.content))
        await pilot.press("enter", "d", "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, AcrossScreen))


async def test_words_of_articles_are_never_markup(library: Opened, path: Path) -> None:
    from dataclasses import replace

    fill(path, (replace(BRIDGE, title="[bold]Мост[/] [@click=app.quit]x", quote="[/] и \x1b[31m"),))
    async with library() as pilot:
        await pilot.press("W", *"ручьёва")
        await answered(pilot, WhoScreen, 4)
        assert any("[@click=app.quit]x" in prompt for prompt in prompts(pilot))
        assert not any("\x1b" in prompt for prompt in prompts(pilot))
