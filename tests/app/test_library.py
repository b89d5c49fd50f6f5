"""The library in the app: the list, its order, its filter, its preview, and what it opens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing import __version__
from briefing.app.app import BriefingApp
from briefing.app.safe import Words, plain
from briefing.app.screens import library as library_screen
from briefing.app.screens.library import LibraryScreen
from briefing.app.screens.reader import ReaderScreen
from briefing.app.screens.start import StartScreen
from briefing.app.shelf import Shelf
from briefing.library import Library
from briefing.library.keeping import keeper
from briefing.library.record import UNMADE, record
from briefing.model import Briefing
from briefing.review import apply, changes
from briefing.settings import Settings
from tests.app.conftest import footer, reader, until
from tests.app.example import ExampleEngine, make_article
from tests.app.listing import Listed, NothingIsExtracted, Size, lines, order_is, shown_title, table, titles
from tests.app.stories import STORIES, fill

BRIDGE, COSTS, LIMES = STORIES


async def test_the_newest_article_is_on_top_and_nothing_is_read_yet(listed: Listed, size: Size) -> None:
    async with listed(size) as pilot:
        assert titles(pilot) == [COSTS.title, LIMES.title, BRIDGE.title]
        first = lines(pilot)[1]
        assert first.startswith("• ")
        assert "2020-06-05 Стоимость" in first
        assert "3 art" in shown_title(pilot)


async def test_enter_opens_the_stored_briefing_and_marks_it_read(listed: Listed, size: Size, path: Path) -> None:
    async with listed(size) as pilot:
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        assert reader(pilot).article_view.text == LIMES.text
        await until(pilot, lambda: reader(pilot).panes.counts() == {"facts": 1, "speakers": 1, "actions": 1})
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert table(pilot).cursor == 1
        assert lines(pilot)[2].startswith("  ")
        await until(pilot, lambda: "2 unread" in shown_title(pilot) or pilot.app.size.width < 80)
        with Library(path) as library:
            assert library.unread() == 2


async def test_the_palette_finds_articles_of_the_library(listed: Listed) -> None:
    async with listed() as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen.__class__.__name__ == "CommandPalette")
        await pilot.press(*"стоимости")
        rows = pilot.app.screen.query_one("CommandList")
        await until(pilot, lambda: rows.highlighted == 0 and "Стоимость" in str(rows.get_option_at_index(0).hit.text))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        assert reader(pilot).article_view.text == COSTS.text


async def test_next_and_previous_article_follow_the_order_of_the_list(listed: Listed, size: Size) -> None:
    async with listed(size) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await pilot.press("J", "J", "J")
        assert reader(pilot).document.title == BRIDGE.title
        await pilot.press("K")
        assert reader(pilot).document.title == LIMES.title
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert table(pilot).cursor == 1


async def test_the_preview_shows_the_article_under_the_cursor(listed: Listed) -> None:
    async with listed() as pilot:
        await pilot.press("G")
        preview = pilot.app.screen.query_one("#preview-side")
        said = lambda: [str(line.visual) for line in preview.query(Words) if line.display]  # noqa: E731
        await until(pilot, lambda: bool(said()) and BRIDGE.title in said()[0])
        assert preview.display


async def test_the_preview_marks_what_is_overdue(listed: Listed) -> None:
    async with listed((140, 40)) as pilot:
        preview = pilot.app.screen.query_one("#preview-side")
        marks = lambda: [getattr(line.content, "mark", plain("")).plain for line in preview.query(Words)]  # noqa: E731
        await until(pilot, lambda: "□ " in marks() and "! " not in marks())
        await pilot.press("G")
        await until(pilot, lambda: "! " in marks())


async def test_the_preview_follows_a_review(listed: Listed, path: Path) -> None:
    async with listed() as pilot:
        await pilot.press("G")
        preview = pilot.app.screen.query_one("#preview-side")
        heads = lambda: [str(line.visual).split("  ")[0] for line in preview.query(".-head") if line.display]  # noqa: E731
        await until(pilot, lambda: heads() == ["Key facts", "Speakers", "Actions"])
        with Library(path) as library:
            briefing = library.briefing(table(pilot).number or 0)
        kept = keeper(briefing.article, path)
        reviewed = apply(briefing, kept.load())
        kept.save(changes.decide(reviewed, reviewed.item("actions", "a1"), "dismissed"))
        await pilot.press("g", "G")
        await until(pilot, lambda: heads() == ["Key facts", "Speakers"])


async def test_a_narrow_screen_has_no_preview_and_fewer_columns(listed: Listed) -> None:
    async with listed((40, 12)) as pilot:
        assert not pilot.app.screen.query_one("#preview-side").display
        assert lines(pilot)[0].split() == ["Date▾", "Title"]
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: "to do" in lines(pilot)[0])
        assert pilot.app.screen.query_one("#preview-side").display


async def test_what_another_process_adds_is_shown(listed: Listed, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_screen, "LOOK", 0.02)
    async with listed(stories=(BRIDGE,)) as pilot:
        fill(path, (LIMES,))
        await order_is(pilot, LIMES, BRIDGE)
        assert table(pilot).number == table(pilot).numbers[1]


async def brought_up_to_date(pilot: Pilot[None], shelf: Shelf, articles: int) -> None:
    """Wait until the library says that it makes briefings in the background, and that it has made them."""
    title = pilot.app.screen.query_one("#library-title", Words)
    await until(pilot, lambda: "being brought up to date" in str(title.content))
    assert await asyncio.to_thread(shelf._background._process.wait, 60) == 0
    await until(pilot, lambda: "brought" not in str(title.content) and f"{articles} articles" in str(title.content))


@pytest.fixture
async def renewing(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[BriefingApp]:
    """The app on a library whose briefings it has made in the background, not yet begun."""
    monkeypatch.setattr(library_screen, "LOOK", 0.05)
    shelf = Shelf(path, renews=True)
    yield BriefingApp(NothingIsExtracted(), [], language="en", settings_file=tmp_path / "settings.toml", shelf=shelf)
    shelf.close()
    with Library(path) as library:
        assert library.count_outdated(__version__) == 0


async def test_briefings_of_another_version_are_made_anew_beside_the_list(path: Path, renewing: BriefingApp) -> None:
    fill(path, STORIES)
    async with renewing.run_test(size=(120, 40)) as pilot:
        await brought_up_to_date(pilot, renewing.shelf, 3)


async def test_a_briefing_that_an_added_article_lacks_is_made_beside_the_list(
    path: Path, renewing: BriefingApp
) -> None:
    with Library(path) as library:
        library.keep([record(LIMES.briefing("limes.txt"), __version__)])
    async with renewing.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: titles(pilot) == [LIMES.title])
        with Library(path) as library:
            library.keep([record(Briefing(article=make_article()), UNMADE)])
        await brought_up_to_date(pilot, renewing.shelf, 2)


async def test_the_questions_to_the_library_stand_in_a_narrow_footer(listed: Listed) -> None:
    async with listed((80, 24)) as pilot:
        assert [
            word for word in ("W who", "D agenda", "V figures", "? keys", "q quit") if word not in footer(pilot)
        ] == []


async def test_a_near_duplicate_is_marked(listed: Listed) -> None:
    twin = replace(BRIDGE, role="глава города", date="2020-04-04")
    long = "Автобусы через реку пойдут каждые десять минут, а пешеходам отведут обе стороны. " * 4
    pair = [replace(story, fact=f"{long}{story.fact}") for story in (BRIDGE, twin)]
    async with listed(stories=tuple(pair)) as pilot:
        assert lines(pilot)[1].startswith("•≈")
        assert lines(pilot)[2].startswith("• ")


async def test_the_library_is_reached_from_articles_that_were_named(listed: Listed, size: Size) -> None:
    async with listed(size, paths=("bridge.txt",)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen) and bool(table(pilot).numbers))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        assert reader(pilot).document.title == COSTS.title
        await pilot.press("backspace")
        assert reader(pilot).document.where == "bridge.txt"
        await pilot.press("o", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))


async def test_named_articles_are_listed_before_the_library_and_read_in_it(path: Path, tmp_path: Path) -> None:
    shelf = Shelf(path)
    fill(path, STORIES)
    engine = ExampleEngine({"second.txt": LIMES.text})
    app = BriefingApp(
        engine, ["bridge.txt", "second.txt"], language="en", settings_file=tmp_path / "settings.toml", shelf=shelf
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and bool(app.focused))
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, StartScreen) and bool(app.focused))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert reader(pilot).document.where == "second.txt"
        with Library(path) as library:
            await until(pilot, lambda: library.unread() == 2)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, StartScreen) and bool(app.focused))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_an_empty_library_says_how_to_fill_it(path: Path, tmp_path: Path) -> None:
    app = BriefingApp(ExampleEngine(), [], language="en", settings_file=tmp_path / "settings.toml", shelf=Shelf(path))
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, StartScreen)
        assert "briefing add" in str(app.screen.query_one("#start-foot", Words).content)
        await pilot.pause()
    assert not path.exists()


async def test_a_library_that_cannot_be_used_says_why(path: Path, tmp_path: Path) -> None:
    path.write_text("this is no database, whatever its name says", encoding="utf-8")
    app = BriefingApp(ExampleEngine(), [], language="en", settings_file=tmp_path / "settings.toml", shelf=Shelf(path))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "cannot be used" in shown_title(pilot))


async def test_an_article_that_was_removed_meanwhile_is_explained(
    listed: Listed, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_screen, "LOOK", 3600)
    async with listed() as pilot:
        number = table(pilot).number
        assert number is not None
        with Library(path) as library:
            library.remove(number)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and reader(pilot).document.unreadable)
        assert f"no article {number}" in reader(pilot).document.reason


async def test_a_stored_article_opens_at_once(path: Path, tmp_path: Path) -> None:
    numbers = fill(path)
    app = BriefingApp(
        NothingIsExtracted(),
        [],
        language="en",
        settings_file=tmp_path / "settings.toml",
        shelf=Shelf(path),
        stored=numbers[0],
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.article_view.text != "")
        assert reader(pilot).document.title == BRIDGE.title
        await pilot.press("K")
        assert reader(pilot).document.title == LIMES.title


async def test_an_article_without_a_briefing_is_looked_through(path: Path, tmp_path: Path) -> None:
    with Library(path) as library:
        made = record(Briefing(article=make_article()), UNMADE)
        number = library.keep([made])[0].entry.number
    app = BriefingApp(
        ExampleEngine(),
        [],
        language="en",
        settings_file=tmp_path / "settings.toml",
        shelf=Shelf(path),
        stored=number,
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(pilot).document.items is not None)
        assert reader(pilot).document.article == make_article()


@pytest.mark.parametrize("theme", ["briefing-dark", "briefing-light"])
@pytest.mark.parametrize(
    "size",
    [(120, 40), *(pytest.param(size, marks=pytest.mark.slow) for size in [(80, 24), (40, 12)])],
    ids=["120x40", "80x24", "40x12"],
)
def test_pictures(snap_compare: Callable[..., bool], path: Path, tmp_path: Path, size: Size, theme: str) -> None:
    fill(path, STORIES)
    app = BriefingApp(
        ExampleEngine(),
        [],
        language="ru" if theme == "briefing-light" else "en",
        settings=Settings(theme=theme),
        settings_file=tmp_path / "settings.toml",
        shelf=Shelf(path),
    )

    async def prepare(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: bool(table(pilot).numbers))
        await pilot.press("j")
        if size[0] >= 100:
            screen = app.screen
            assert isinstance(screen, LibraryScreen)
            await until(pilot, lambda: screen.preview.number == table(pilot).number)

    assert snap_compare(app, terminal_size=size, run_before=prepare)
