"""The reader under Pilot: every key at every size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import OptionList

from briefing.app.screens.help import HelpScreen
from briefing.app.screens.reading import ReadingScreen
from briefing.app.screens.start import StartScreen
from briefing.app.widgets.article import ArticleView
from briefing.app.widgets.lists import ItemList, Pane
from briefing.model import Article, Briefing
from tests.app.conftest import Open, footer, reader, until
from tests.app.example import TEXT, ExampleEngine, span

Size = tuple[int, int]


def rows(pilot, name: str) -> ItemList:
    return pilot.app.screen.query_one(f"#{name}", ItemList)


async def test_text_is_readable_before_anything_is_extracted(opened: Open) -> None:
    class NeverReady(ExampleEngine):
        def article(self, text: str, where: str):
            raise RuntimeError("the models are broken")

    async with opened(engine=NeverReady(), extracted=False) as pilot:
        assert reader(pilot).article_view.text == TEXT
        await until(pilot, lambda: bool(reader(pilot).document.reason))
        pane = pilot.app.screen.query_one("#facts-pane", Pane)
        assert "the models are broken" in str(pane.reason.content)
        await pilot.press("G", "j", "3", "1")
        assert reader(pilot).pane == "article"


def title_bar(pilot) -> str:
    return str(pilot.app.screen.query_one("#title").content)


LONG = "Мост " * 60 + "\n\n" + TEXT


@pytest.mark.parametrize(
    ("width", "tail"), [(120, "…  ·  14 October 2020  ·  Заречная  ·  1/2"), (60, "…  ·  14 October 2020  ·  1/2")]
)
async def test_a_long_title_gives_way_to_what_is_known_of_the_article(opened: Open, width: int, tail: str) -> None:
    engine = ExampleEngine({"long.txt": LONG})
    async with opened("long.txt", "bridge.txt", size=(width, 24), engine=engine) as pilot:
        await until(pilot, lambda: title_bar(pilot).endswith(tail))
        assert len(title_bar(pilot)) == width


async def test_the_title_says_that_the_date_is_unknown(opened: Open) -> None:
    class Undated(ExampleEngine):
        def article(self, text: str, where: str):
            return super().article(text, where).model_copy(update={"date": None})

    async with opened(engine=Undated()) as pilot:
        await until(pilot, lambda: "date unknown: T states it  ·  Заречная" in title_bar(pilot))


async def test_number_keys_go_to_the_panes(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        for key, name in (("2", "facts"), ("3", "speakers"), ("4", "actions"), ("1", "article")):
            await pilot.press(key)
            assert pilot.app.focused is not None
            assert pilot.app.focused.id == name
            assert pilot.app.focused.size.height > 0


async def test_tab_goes_round_and_shift_tab_goes_back(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        seen = []
        for _ in range(4):
            await pilot.press("tab")
            seen.append(reader(pilot).pane)
        assert seen == ["facts", "speakers", "actions", "article"]
        await pilot.press("shift+tab")
        assert reader(pilot).pane == "actions"


async def test_narrow_screens_show_one_pane_and_wide_ones_all(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("3")
        shown = [pane.kind for pane in reader(pilot).panes.panes() if pane.size.height]
        assert shown == (["facts", "speakers", "actions"] if size[0] >= 100 else ["speakers"])
        assert bool(reader(pilot).article_view.size.height and reader(pilot).article_view.display) == (size[0] >= 100)


@pytest.mark.parametrize(("down", "up"), [("down", "up"), ("j", "k"), ("о", "л")])
async def test_lists_move_and_light_the_words(opened: Open, size: Size, down: str, up: str) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("2", down)
        evidence = reader(pilot).article_view.evidence
        assert evidence is not None
        assert TEXT[evidence.start : evidence.end].startswith("Строительство обошлось")
        await pilot.press(up)
        evidence = reader(pilot).article_view.evidence
        assert evidence is not None
        assert TEXT[evidence.start : evidence.end].startswith("Мост длиной")


async def test_enter_goes_to_the_words_and_backspace_returns(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("4", "down", "enter")
        view = reader(pilot).article_view
        assert reader(pilot).pane == "article"
        assert view.evidence is not None
        assert view.in_sight(view.evidence.start)
        assert (view.evidence.start, view.evidence.end) == span("продлить автобусный маршрут № 7 на правый берег")[:2]
        await pilot.press("backspace")
        assert reader(pilot).pane == "actions"
        assert rows(pilot, "actions").row_key == "actions:a2"


async def test_a_quote_lights_its_cue_and_its_speaker(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("3", "down")
        evidence = reader(pilot).article_view.evidence
        assert evidence is not None
        assert evidence.cue == span("сказала")[:2]
        assert evidence.name == span("Марина Соловьёва")[:2]


async def test_enter_on_a_speaker_closes_and_opens_the_quotes(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("3")
        before = rows(pilot, "speakers").option_count
        await pilot.press("enter")
        assert rows(pilot, "speakers").option_count == before - 3
        assert rows(pilot, "speakers").row_key == "speaker:s1"
        await pilot.press("right")
        assert rows(pilot, "speakers").option_count == before
        await pilot.press("down", "left")
        assert rows(pilot, "speakers").row_key == "speaker:s1"
        assert rows(pilot, "speakers").option_count == before - 3


async def test_brackets_walk_through_the_items_of_the_text(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        walked = []
        for _ in range(12):
            await pilot.press("]")
            item = reader(pilot).item
            assert item is not None
            walked.append(item.start)
        assert walked == sorted(walked)
        assert len(set(walked[:10])) == 10
        assert reader(pilot).item.key == "quotes:q6"
        await pilot.press("[")
        assert reader(pilot).item.key == "quotes:q5"
        assert rows(pilot, "speakers").row_key == "quotes:q5"
        await pilot.press("х")
        assert reader(pilot).item.key != "quotes:q5"


async def test_enter_in_the_text_goes_to_the_row_of_the_item(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("]", "]", "]", "enter")
        assert reader(pilot).pane == "speakers"
        assert rows(pilot, "speakers").row_key == "quotes:q1"
        await pilot.press("backspace")
        assert reader(pilot).pane == "article"


@pytest.mark.parametrize("keys", [("j", "k"), ("down", "up"), ("space", "pageup"), ("ctrl+d", "ctrl+u"), ("G", "g")])
async def test_the_article_scrolls_there_and_back(opened: Open, keys: tuple[str, str]) -> None:
    engine = ExampleEngine({"long.txt": "\n\n".join(f"Абзац номер {n} о реке." for n in range(200))})
    async with opened("long.txt", engine=engine) as pilot:
        view = reader(pilot).article_view
        await pilot.press(keys[0])
        assert view.scroll_y > 0
        await pilot.press(keys[1])
        assert view.scroll_y == 0


async def test_evidence_stands_a_third_from_the_top_and_does_not_move_when_in_sight(opened: Open) -> None:
    filler = "\n\n".join(f"Вступление номер {n}." for n in range(100))
    engine = ExampleEngine({"long.txt": filler})
    async with opened("long.txt", engine=engine) as pilot:
        view = reader(pilot).article_view
        target = filler.index("Вступление номер 60")
        view.reveal(target, target + 10)
        await pilot.pause()
        row = view._wrapped.row(target)
        assert abs(row - view.scroll_y - view.size.height // 3) <= 1
        before = view.scroll_y
        view.reveal(target + 24, target + 30)
        await pilot.pause()
        assert view.scroll_y == before


async def test_a_resize_keeps_the_place(opened: Open) -> None:
    long = "\n\n".join(f"Абзац {n}. " + "Слова о реке и мосте идут дальше. " * 8 for n in range(120))
    async with opened("long.txt", engine=ExampleEngine({"long.txt": long})) as pilot:
        view = reader(pilot).article_view
        target = long.index("Абзац 70")
        view.reveal(target, target + 5)
        await pilot.pause()
        top = view.top
        for width, height in ((80, 24), (160, 50), (40, 12), (120, 40)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            line = view._wrapped.line(round(view.scroll_y))
            assert line is not None
            assert line[0] <= top <= line[1]


async def test_articles_follow_each_other(opened: Open) -> None:
    engine = ExampleEngine({"second.txt": "Вторая заметка.\n\nВ ней ничего нет."})
    async with opened("bridge.txt", "second.txt", engine=engine) as pilot:
        await pilot.press("J")
        await until(pilot, lambda: reader(pilot).document.items is not None)
        assert reader(pilot).article_view.text.startswith("Вторая заметка")
        await pilot.press("J")
        assert reader(pilot).at == 1
        await pilot.press("K")
        assert reader(pilot).at == 0
        await pilot.press("О")
        assert reader(pilot).at == 1
        await pilot.press("Л")
        assert reader(pilot).article_view.text == TEXT


async def test_empty_panes_say_why(opened: Open) -> None:
    async with opened("plain.txt", engine=ExampleEngine({"plain.txt": "Тихий день.\n\nНичего не было."})) as pilot:
        reasons = {pane.kind: str(pane.reason.content) for pane in reader(pilot).panes.panes()}
        assert reasons["speakers"] == "Nobody is quoted."
        assert all(pane.reason.display for pane in reader(pilot).panes.panes())
        await pilot.press("2", "enter", "3", "enter", "4", "enter", "]", "[", "backspace")


async def test_an_unreadable_file_is_a_message_and_the_app_goes_on(opened: Open) -> None:
    async with opened("absent.txt", "bridge.txt", extracted=False) as pilot:
        assert "no such file" in reader(pilot).article_view.text
        await pilot.press("e", "]", "J")
        await until(pilot, lambda: reader(pilot).document.items is not None)
        assert reader(pilot).article_view.text == TEXT


async def test_export_asks_before_it_overwrites(opened: Open, size: Size) -> None:
    engine = ExampleEngine()
    engine.saved[Path("bridge.md")] = "old"
    async with opened(size=size, engine=engine) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: bool(pilot.app.screen.query("#preview")))
        assert pilot.app.screen.query_one("#preview", ArticleView).text.startswith("# В Заречной")
        await pilot.press("enter")
        assert engine.saved[Path("bridge.md")] == "old"
        await pilot.press("enter")
        assert str(engine.saved[Path("bridge.md")]).startswith("# В Заречной")
        await until(pilot, lambda: not pilot.app.screen.query("#preview"))


async def test_export_takes_format_and_sections(opened: Open, size: Size) -> None:
    engine = ExampleEngine()
    async with opened(size=size, engine=engine) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: bool(pilot.app.screen.query("#preview")) and bool(pilot.app.focused))
        await pilot.press("tab", "down", "space")
        await until(pilot, lambda: pilot.app.screen.form == "json")
        await pilot.press("down", "down", "space")
        await until(pilot, lambda: pilot.app.screen.sections == ["quotes", "actions", "figures"])
        assert "json: quotes, actions, figures" in pilot.app.screen.query_one("#preview", ArticleView).text
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not pilot.app.screen.query("#preview"))
        assert str(engine.saved[Path("bridge.json")]).endswith("json: quotes, actions, figures\n")


async def test_help_lists_what_works_here_and_does_it(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen) and bool(pilot.app.focused))
        assert {"article.down", "quit", "pane.facts"} <= {command.id for command in pilot.app.screen.commands}
        assert "list.open" not in {command.id for command in pilot.app.screen.commands}
        listed = pilot.app.screen.query_one(OptionList)
        # Not the first of the section that is called so.
        await pilot.press(*"item")
        await until(pilot, lambda: getattr(listed.highlighted_option, "id", "") == "item.next")
        await pilot.press("ctrl+u", *"speakers", "enter")
        await until(pilot, lambda: reader(pilot).pane == "speakers")


async def test_help_tells_what_the_signs_mean(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen) and bool(pilot.app.focused))
        listed = pilot.app.screen.query_one(OptionList)
        await pilot.press(*"pinned")
        await until(pilot, lambda: "★" in str(listed.get_option_at_index(listed.option_count - 1).prompt.mark))
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, HelpScreen))


async def test_q_quits(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_without_a_path_the_samples_are_listed_and_opened(size: Size) -> None:
    from briefing.app.app import BriefingApp

    app = BriefingApp(ExampleEngine({"second.txt": "Вторая заметка."}), [], language="en")
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StartScreen) and bool(app.focused))
        # There is nothing to go back to yet.
        assert "back" not in footer(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.screen.__class__.__name__ == "ReaderScreen")
        assert reader(pilot).article_view.text == "Вторая заметка."


async def test_articles_that_were_not_read_yet_get_their_titles_in_the_list(opened: Open) -> None:
    engine = ExampleEngine({"wire/second.txt": "Вторая.\n\nИ ещё.", "wire/empty.txt": ""})
    async with opened("bridge.txt", "wire/second.txt", "wire/empty.txt", engine=engine) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, StartScreen) and bool(pilot.app.focused))
        listed = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: "Вторая." in listed.get_option_at_index(1).prompt.body.plain)
        first, second, third = (row.prompt.body.plain for row in listed.options)
        assert first.endswith("\nbridge.txt")
        assert second == "Вторая.\nsecond.txt"
        assert third == "wire/empty.txt"
        assert pilot.app.documents[1].text is None


def test_a_sample_that_was_read_from_elsewhere_is_listed_once(tmp_path: Path) -> None:
    from briefing.app.app import BriefingApp
    from briefing.app.state import State

    paths = [tmp_path / name for name in ("clone/bridge.txt", "installed/bridge.txt", "installed/pier.txt")]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text("Мост открыт.", encoding="utf-8")
    read, *installed = map(str, paths)

    def listed() -> list[str]:
        app = BriefingApp(ExampleEngine(dict.fromkeys(installed, "")), [], state=State(last=read))
        return [document.where for document in app.documents if document.where != "bridge.txt"]

    assert listed() == [read, installed[1]]
    paths[0].write_text("Мост закрыт.", encoding="utf-8")
    assert listed() == [read, *installed]


async def test_a_digit_opens_the_article_beside_it() -> None:
    from briefing.app.app import BriefingApp

    texts = {f"{number}.txt": f"Заметка {number}." for number in range(1, 12)}
    app = BriefingApp(ExampleEngine(texts), [], language="en")
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, StartScreen) and bool(app.focused))
        listed = [row.prompt.mark.plain for row in app.screen.query_one(OptionList).options]
        assert [mark.strip() for mark in listed] == [*"123456789", "", "", ""]
        await pilot.press("0", "7")
        await until(pilot, lambda: app.screen.__class__.__name__ == "ReaderScreen")
        assert reader(pilot).article_view.text == "Заметка 6."  # the example comes first


async def test_whoever_is_not_named_is_not_looked_for_in_other_articles(opened: Open) -> None:
    async with opened() as pilot:
        speakers = reader(pilot).panes.list("speakers")
        await pilot.press("3")
        assert reader(pilot).speaker == "Марина Соловьёва"
        speakers.highlighted = speakers.get_option_index("speaker:s3")
        await until(pilot, lambda: reader(pilot).item is not None and reader(pilot).item.key == "speaker:s3")
        assert reader(pilot).speaker is None


async def test_long_work_shows_itself_and_escape_leaves_it(opened: Open) -> None:
    started, finish = Event(), Event()

    class Slow(ExampleEngine):
        def briefing(self, article: Article, progress: Callable[[float], None]) -> Briefing:
            progress(0.42)
            started.set()
            finish.wait(20)
            progress(0.6)
            return super().briefing(article, progress)

    async with opened(engine=Slow(), extracted=False) as pilot:
        screen = reader(pilot)
        await until(pilot, started.is_set)
        await until(pilot, lambda: "▰▰▰▰▱▱▱▱▱▱ 42 % · " in str(screen.query_one("#title").content))
        assert "Esc stops" in str(screen.query_one("#title").content)
        await pilot.press("escape")
        assert "Press R" in str(screen.query_one("#facts-pane", Pane).reason.content)
        assert screen.article_view.text == TEXT
        finish.set()
        await pilot.press("К")
        await until(pilot, lambda: screen.document.items is not None)


async def test_a_text_too_long_for_an_article_waits_to_be_asked(opened: Open) -> None:
    long = "Слово о реке. " * 40_000
    async with opened("long.txt", engine=ExampleEngine({"long.txt": long}), extracted=False) as pilot:
        screen = reader(pilot)
        await until(pilot, lambda: "too long" in str(screen.query("#facts-pane .reason").first().content))
        await pilot.press("R")
        await until(pilot, lambda: screen.document.items is not None)


async def test_the_first_frame_has_the_text(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    draw = ReadingScreen._compositor_refresh

    def record(screen: ReadingScreen) -> None:
        draw(screen)
        drawn.append("".join(strip.text for strip in screen._compositor.render_strips()))

    monkeypatch.setattr(ReadingScreen, "_compositor_refresh", record)
    async with opened(extracted=False):
        assert "ЗАРЕЧНАЯ, 14 октября 2020" in drawn[0]
