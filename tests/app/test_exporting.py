"""What is exported of a briefing that somebody checks, and in which format."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from briefing.app.engine import OwnEngine
from briefing.app.screens.edit import EditScreen
from briefing.app.screens.export import ExportScreen
from briefing.app.widgets.article import ArticleView
from briefing.model import Briefing
from tests.app.checking import back, shown
from tests.app.conftest import Open, until
from tests.app.example import TEXT, ExampleEngine

Size = tuple[int, int]


async def written(pilot: Pilot[None], engine: ExampleEngine) -> Briefing:
    """Write the export, and return the briefing that it was made of."""
    await until(pilot, lambda: not pilot.app.screen.making)
    await pilot.press("enter")
    await back(pilot)
    assert engine.saved
    return engine.rendered[-1]


async def test_exports_leave_out_what_was_dismissed(opened: Open, size: Size) -> None:
    engine = ExampleEngine()
    async with opened(size=size, engine=engine) as pilot:
        await pilot.press("2", "x", "4", "i")
        await shown(pilot, EditScreen)
        await pilot.press("tab", "tab", "tab", *"Мэрия", "enter")
        await back(pilot)
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        briefing = await written(pilot, engine)
        assert [fact.id for fact in briefing.facts] == ["f2"]
        assert briefing.actions[0].actor == "Мэрия"
        await pilot.press("Y")
        assert engine.rendered[-1].facts == briefing.facts


async def test_only_what_was_accepted_is_exported_where_that_is_asked_for(opened: Open, size: Size) -> None:
    engine = ExampleEngine()
    async with opened(size=size, engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await pilot.press("tab", "end", "up", "up", "space")
        await until(pilot, lambda: not pilot.app.screen.making)
        assert "Nothing has been accepted yet." in str(pilot.app.screen.query_one(".dialog-foot").content)
        await pilot.press("ctrl+s")
        assert not engine.saved
        await pilot.press("escape")
        await back(pilot)
        await pilot.press("3", "down", "space", "e")
        await shown(pilot, ExportScreen)
        await pilot.press("tab", "end", "up", "up", "space", "shift+tab")
        briefing = await written(pilot, engine)
        assert [quote.id for quote in briefing.quotes] == ["q1"]
        assert [speaker.name for speaker in briefing.speakers] == ["Марина Соловьёва"]
        assert (briefing.facts, briefing.actions) == ((), ())


async def typed(pilot: Pilot[None], path: str) -> None:
    """Type a path in the export screen and wait for what is made of it."""
    pilot.app.screen.query_one(Input).value = path
    await pilot.pause()
    await until(pilot, lambda: not pilot.app.screen.making)


@pytest.mark.parametrize(("path", "form"), [("a.docx", "docx"), ("a.JSON", "json"), ("a.md", "markdown")])
async def test_the_ending_that_is_typed_chooses_the_format(opened: Open, path: str, form: str) -> None:
    engine = ExampleEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await typed(pilot, path)
        assert pilot.app.screen.form == form
        await pilot.press("enter")
        await back(pilot)
        assert [one.name for one in engine.saved] == [path]
        assert isinstance(next(iter(engine.saved.values())), bytes if form == "docx" else str)


@pytest.mark.parametrize(
    ("keys", "added"), [(["up"], "comments"), ([], "evidence"), (["space", "up"], "comments and evidence")]
)
async def test_what_is_chosen_besides_is_exported(opened: Open, keys: list[str], added: str) -> None:
    engine = ExampleEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await pilot.press("tab", "end", *keys, "space")
        await until(pilot, lambda: not pilot.app.screen.making)
        await pilot.press("enter")
        await back(pilot)
        assert f"with {added}\n" in str(next(iter(engine.saved.values())))
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await typed(pilot, "a.json")
        # JSON has all of it whatever is chosen, so that there is nothing to choose.
        assert not any(str(row.id).startswith("with:") for row in pilot.app.screen.query_one(OptionList).options)


async def test_an_ending_that_no_format_has_is_refused(opened: Open) -> None:
    engine = ExampleEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await typed(pilot, "a.odt")
        await pilot.press("enter")
        assert "known are .md, .json, .docx" in str(pilot.app.screen.query_one(".dialog-foot").content)
        assert not engine.saved


async def test_space_ticks_and_enter_writes_from_the_choices(opened: Open) -> None:
    engine = ExampleEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await pilot.press("tab", "down", "space")
        await until(pilot, lambda: not pilot.app.screen.making)
        assert pilot.app.screen.form == "json"
        await pilot.press("enter")
        await back(pilot)
        assert [one.suffix for one in engine.saved] == [".json"]


def hint(pilot: Pilot[None]) -> str:
    """Return what the export screen says at its foot."""
    return str(pilot.app.screen.query_one(".dialog-foot").content)


async def test_enter_on_another_format_writes_in_it_and_says_so(opened: Open) -> None:
    engine = ExampleEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await until(pilot, lambda: not pilot.app.screen.making)
        await pilot.press("tab")
        assert "this format" not in hint(pilot)
        await pilot.press("down", "down")
        await until(pilot, lambda: "Enter writes this format: Word document" in hint(pilot))
        await pilot.press("enter")
        await back(pilot)
        assert [one.suffix for one in engine.saved] == [".docx"]


async def test_the_choices_begin_with_the_format_that_was_typed(opened: Open) -> None:
    engine = ExampleEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await typed(pilot, "a.json")
        await pilot.press("tab", "enter")
        await back(pilot)
        assert [one.suffix for one in engine.saved] == [".json"]


class CalendarEngine(ExampleEngine):
    """An engine whose tables end their lines as calendars do, and that writes into folders that are there."""

    def formats(self):
        return {"markdown": ".md", "calendar": ".ics"}

    def render(self, briefing, form, layers, extras=()):
        return {"": "BEGIN\r\nEND\r\n"}

    def save(self, path, written, source, *, overwrite):
        if not path.parent.exists():
            raise FileNotFoundError(path)
        super().save(path, written, source, overwrite=overwrite)


async def test_a_calendar_is_shown_in_lines_and_holds_actions_only(opened: Open) -> None:
    async with opened(engine=CalendarEngine()) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await typed(pilot, "a.ics")
        assert pilot.app.screen.query_one(ArticleView).text == "BEGIN\nEND\n"
        await pilot.press("tab", "down", "down", "down", "space")
        await until(pilot, lambda: "This format has actions only" in hint(pilot))
        assert pilot.app.screen.sections == ["facts", "quotes", "figures"]


class IdleEngine(CalendarEngine):
    """An engine that finds no actions."""

    def briefing(self, article, progress):
        return super().briefing(article, progress).model_copy(update={"actions": ()})


async def test_a_calendar_with_nothing_in_it_is_said_to_be_empty_and_written(opened: Open) -> None:
    engine = IdleEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await typed(pilot, "a.ics")
        assert "No action has a deadline" in hint(pilot)
        await pilot.press("enter")
        await back(pilot)
        assert [one.suffix for one in engine.saved] == [".ics"]


async def test_a_folder_that_is_not_there_is_named(opened: Open) -> None:
    engine = CalendarEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await typed(pilot, "no/such/a.md")
        await pilot.press("enter")
        assert "There is no folder no/such; make it" in hint(pilot)
        assert not engine.saved


class DiskEngine(ExampleEngine):
    """An engine that names and writes files as the program's own does."""

    def formats(self):
        return {"markdown": ".md", "text": ".txt"}

    def output(self, source, suffix):
        return OwnEngine().output(source, suffix)

    def save(self, path, written, source, *, overwrite):
        OwnEngine().save(path, written, source, overwrite=overwrite)


async def test_the_article_itself_is_never_overwritten(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "story.md"
    article.write_text(TEXT, encoding="utf-8")
    (tmp_path / "link.md").symlink_to(article)
    async with opened("story.md", engine=DiskEngine({"story.md": TEXT})) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        assert pilot.app.screen.query_one(Input).value == "story.briefing.md"
        for path in ("story.md", "./story.md", str(article), "link.md"):
            await typed(pilot, path)
            await pilot.press("enter", "enter", "enter")
            assert f"{Path(path)} is the article itself; write to another file." in hint(pilot)
        await typed(pilot, "story.briefing.md")
        await pilot.press("enter")
        await back(pilot)
    assert article.read_text(encoding="utf-8") == TEXT
    assert (tmp_path / "story.briefing.md").read_text(encoding="utf-8").startswith("# ")


async def test_a_folder_is_not_written_to(opened: Open, tmp_path: Path) -> None:
    engine = ExampleEngine()
    async with opened(engine=engine) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        await typed(pilot, str(tmp_path))
        await pilot.press("enter")
        assert f"{tmp_path} is a folder; name a file in it." in hint(pilot)
        assert not engine.saved


async def test_another_format_does_not_get_the_name_of_the_article(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    async with opened("story.txt", engine=DiskEngine({"story.txt": TEXT})) as pilot:
        await pilot.press("e")
        await shown(pilot, ExportScreen)
        path = pilot.app.screen.query_one(Input)
        assert path.value == "story.md"
        await pilot.press("tab", "down", "space")
        await until(pilot, lambda: path.value == "story.briefing.txt")
        await pilot.press("up", "space")
        await until(pilot, lambda: path.value == "story.md")
