"""Layout, lights, finding, selecting and copying by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input, OptionList

from briefing.app import words
from briefing.app.palette import Commands
from briefing.app.widgets.bars import KeyBar
from briefing.app.widgets.find import FindBar
from tests.app.checking import item, states
from tests.app.conftest import Open, footer, reader, until
from tests.app.example import TEXT, ExampleEngine, span

Size = tuple[int, int]


async def test_the_divider_moves_and_is_remembered(opened: Open) -> None:
    async with opened() as pilot:
        view, state = reader(pilot).article_view, pilot.app.state
        before = view.size.width
        await pilot.press("plus", "plus")
        await pilot.pause()
        assert view.size.width > before
        assert state.share == 70
        await pilot.press(*["minus"] * 20)
        assert state.share == 30
        await pilot.pause()
        assert view.size.width < before


async def test_the_side_hides_and_comes_back(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("3", "backslash")
        await pilot.pause()
        assert reader(pilot).pane == "article"
        assert not reader(pilot).panes.side.display
        await pilot.press("2")
        await pilot.pause()
        assert reader(pilot).panes.side.display
        assert reader(pilot).panes.list("facts").size.height


async def test_zoom_fills_the_screen_with_the_pane(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("4", "z")
        await pilot.pause()
        assert reader(pilot).panes.list("actions").size.width > 110
        assert not reader(pilot).article_view.display
        await pilot.press("я")
        await pilot.pause()
        assert reader(pilot).article_view.display


async def test_the_list_that_is_worked_on_has_more_room(opened: Open) -> None:
    async with opened() as pilot:

        def heights() -> dict[str, int]:
            return {pane.kind: pane.size.height for pane in reader(pilot).panes.panes()}

        alike = heights()
        assert max(alike.values()) - min(alike.values()) <= 1
        for key, name in (("4", "actions"), ("2", "facts")):
            await pilot.press(key)
            await pilot.pause()
            others = [height for kind, height in heights().items() if kind != name]
            assert heights()[name] > 1.5 * max(others)
        await pilot.press("1")
        await pilot.pause()
        assert heights() == alike


async def test_each_layer_has_its_switch(opened: Open) -> None:
    async with opened() as pilot:
        view = reader(pilot).article_view
        start, end, _ = span("412 метров")

        def lit() -> set[str]:
            return {name for _, _, names in view._lights.over(start, end) for name in names}

        assert "figures" in lit()
        await pilot.press("F")
        assert "figures" not in lit()
        await pilot.press("Q", "A", "P")
        assert list(view._lights.over(0, len(TEXT))) == []
        await pilot.press("А", "Й", "Ф", "З")
        assert "figures" in lit()


async def test_find_as_one_types_by_case_and_form(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await pilot.press(*"МОСТА")
        search = reader(pilot).search
        await until(pilot, lambda: search.wanted == "МОСТА")
        found = [TEXT[start:end] for start, end in search.matches]
        assert "Мост" in found
        assert "мосту" in found
        assert reader(pilot).article_view.in_sight(search.matches[search.at][0])
        await pilot.press("enter")
        assert not pilot.app.screen.query(FindBar)
        first = search.at
        await pilot.press("n")
        assert search.at == first + 1
        await pilot.press("N", "т")
        assert search.at == first + 1
        count = len(search.matches)
        await until(pilot, lambda: f"/МОСТА  {first + 2}/{count}" in footer(pilot))
        await pilot.press(*["n"] * (count - first - 1))
        assert search.at == 0
        assert [note.message for note in pilot.app._notifications][-1] == f"1/{count} · on from the beginning"
        await pilot.press("N")
        assert [note.message for note in pilot.app._notifications][-1] == f"{count}/{count} · on from the end"
        await pilot.press("escape")
        assert search.view._matches == []
        await until(pilot, lambda: "/МОСТА" not in footer(pilot))


async def test_what_is_typed_at_once_goes_to_the_line_that_its_first_key_opens(opened: Open) -> None:
    async with opened() as pilot:
        for key in ("slash", *"аxpмост", "enter"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: reader(pilot).search.wanted == "аxpмост" and not pilot.app.screen.query(FindBar))
        for key in ("3", "c", *"qx", "enter", "j", "x"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: hasattr(pilot.app.screen, "panes") and bool(states(pilot)))
        assert item(pilot, "speakers:s1").decision.comment == "qx"
        assert states(pilot) == ["q1 dismissed"]


async def test_escape_in_the_line_forgets_the_search(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("о", "full_stop")
        await until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await pilot.press(*"nothing like it")
        await until(pilot, lambda: reader(pilot).search.wanted.startswith("nothing"))
        assert reader(pilot).search.matches == []
        await pilot.press("escape")
        assert pilot.app.focused is reader(pilot).article_view


@pytest.mark.parametrize("key", ["y", "н"])
async def test_a_quote_is_copied_with_its_attribution(opened: Open, key: str) -> None:
    async with opened() as pilot:
        await pilot.press("3", "down", key)
        assert pilot.app.clipboard.startswith("«Мы ждали этот мост")
        assert pilot.app.clipboard.endswith("» — Марина Соловьёва, глава округа")


async def test_facts_are_copied_as_they_stand(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("2", "y")
        assert pilot.app.clipboard == span("Мост длиной 412 метров открыли в Заречной во вторник, 14 октября.")[2]


async def test_words_are_selected_by_keyboard_and_copied(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("v", "v", "w", "w", "w", "b", "b", "y")
        assert pilot.app.clipboard == "В Заречной"
        await pilot.press("v", "right", "right", "down", "y")
        assert pilot.app.clipboard == "В Заречной"  # nothing is selected yet, and no item is chosen


@pytest.mark.parametrize("begin", ["v", "space", "м"])
async def test_a_caret_goes_where_the_selection_is_to_begin(opened: Open, begin: str) -> None:
    async with opened() as pilot:
        view = reader(pilot).article_view
        await pilot.press("v", "w", "w", begin, "w", "y")
        assert pilot.app.clipboard == "открыли"
        await pilot.press("v", "right", begin, "left", begin, "end", begin, "home", "y")
        assert pilot.app.clipboard == TEXT.partition("\n")[0]  # the second time lets go, the third begins anew
        await pilot.press("v", "down", "down")
        assert view.caret is not None
        assert view.caret.head == TEXT.index("ЗАРЕЧНАЯ")
        await pilot.press("right", "up", "down")
        assert view.caret.head == TEXT.index("ЗАРЕЧНАЯ") + 1, "the column is kept over an empty line"


async def test_a_caret_goes_to_what_is_lit_found_or_clicked(opened: Open) -> None:
    async with opened() as pilot:
        view = reader(pilot).article_view
        await pilot.press("v", "right_square_bracket")
        lit = reader(pilot).item
        assert view.caret is not None
        assert lit is not None
        assert view.caret.head == lit.start
        left, _ = view._columns()
        await pilot.click(view, offset=(left + 2, 0))
        assert view.caret.head == 2
        assert reader(pilot).item is lit
        await pilot.press("space", "right_square_bracket", "w", "y")
        assert pilot.app.clipboard == "Заречной", "a selection stays where it was begun"


async def test_a_caret_is_seen_where_there_is_no_character(opened: Open) -> None:
    async with opened() as pilot:
        view = reader(pilot).article_view
        await pilot.press("v", "down")
        assert [segment.text for segment in view.render_line(1) if segment.style and segment.style.reverse] == [" "]


async def test_words_are_selected_by_mouse_and_copied(opened: Open) -> None:
    async with opened() as pilot:
        view = reader(pilot).article_view
        left, _ = view._columns()
        await pilot.mouse_down(view, offset=(left, 0))
        await pilot.hover(view, offset=(left + 9, 0))
        await pilot.mouse_up(view, offset=(left + 9, 0))
        await pilot.pause()
        assert pilot.app.screen.get_selected_text() == "В Заречной"
        await until(pilot, lambda: "Selecting   y copy  m mark  Esc stop" in footer(pilot))
        await pilot.click(KeyBar, offset=(footer(pilot).index("y copy"), 0))
        await until(pilot, lambda: pilot.app.clipboard == "В Заречной")
        await until(pilot, lambda: "Selecting" not in footer(pilot))


async def test_what_was_copied_is_said_in_one_line(opened: Open) -> None:
    async with opened() as pilot:
        view = reader(pilot).article_view
        left, _ = view._columns()
        await pilot.mouse_down(view, offset=(left, 0))
        await pilot.hover(view, offset=(left + 3, 3))
        await pilot.mouse_up(view, offset=(left + 3, 3))
        await pilot.press("y")
        assert "\n" in pilot.app.clipboard
        assert [note.message.count("\n") for note in pilot.app._notifications] == [0]


async def test_the_whole_briefing_is_copied(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("Y")
        assert pilot.app.clipboard.startswith("# В Заречной")
        assert [note.message for note in pilot.app._notifications] == ["Copied: the whole briefing"]


@pytest.mark.parametrize(("language", "typed"), [("en", "screenshot"), ("ru", "снимок")])
async def test_the_palette_saves_a_screenshot(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as pilot:
        words.use(language)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen.id == "--command-palette")
        await pilot.press(*typed)
        shown = pilot.app.screen.query_one(OptionList)
        await until(pilot, lambda: shown.option_count == 1 and "F12" in str(shown.get_option_at_index(0).prompt))
        await pilot.press("enter")
        await until(pilot, lambda: any(tmp_path.glob("*.svg")))
        [picture] = tmp_path.glob("*.svg")
        assert "412" in picture.read_text(encoding="utf-8")
        assert picture.name in str([note.message for note in pilot.app._notifications])


async def test_s_goes_to_the_speaker(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("4", "s")
        assert reader(pilot).panes.list("speakers").row_key == "speaker:s3"
        evidence = reader(pilot).article_view.evidence
        assert evidence is not None
        assert (evidence.start, evidence.end) == span("Губернатор")[:2]
        await pilot.press("backspace")
        assert reader(pilot).pane == "actions"
        assert reader(pilot).article_view.evidence == reader(pilot).item
        assert reader(pilot).item is not None
        assert reader(pilot).item.key == "actions:a1"


async def test_a_click_in_the_text_selects_the_item(opened: Open) -> None:
    async with opened() as pilot:
        view = reader(pilot).article_view
        left, _ = view._columns()
        row = view._wrapped.row(span("движение грузовиков")[0])
        line = view._wrapped.line(row)
        assert line is not None
        await pilot.click(view, offset=(left + span("движение грузовиков")[0] - line[0] + 2, row))
        await pilot.pause()
        assert reader(pilot).item is not None
        assert reader(pilot).item.key == "quotes:q2"
        assert reader(pilot).panes.list("speakers").row_key == "quotes:q2"


async def test_the_palette_does_what_it_shows(opened: Open) -> None:
    async with opened(engine=ExampleEngine({"[b]odd[/].txt": "[/] Title [@click=app.quit]x[/]\n\nBody."})) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen.__class__.__name__ == "CommandPalette")
        await pilot.press(*"go to the sp")
        palette = pilot.app.screen
        rows = palette.query_one("CommandList")
        await until(pilot, lambda: rows.highlighted == 0 and "speakers" in str(rows.get_option_at_index(0).hit.text))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is not palette and reader(pilot).pane == "speakers")


async def test_the_palette_says_in_the_readers_language_that_nothing_is_found(opened: Open) -> None:
    async with opened() as pilot:
        words.use("ru")
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen.__class__.__name__ == "CommandPalette")
        await pilot.press(*"qqzzq")
        rows = pilot.app.screen.query_one("CommandList")
        await until(pilot, lambda: rows.option_count == 1)
        assert "таких слов нет" in str(rows.get_option_at_index(0).hit.text)
        screen = pilot.app.screen
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is not screen)


async def test_o_lists_the_articles_and_opens_one(opened: Open) -> None:
    async with opened("bridge.txt", "two.txt", engine=ExampleEngine({"two.txt": "Второй текст."})) as pilot:
        screen = reader(pilot)
        await pilot.press("]", "o")
        await until(pilot, lambda: pilot.app.screen is not screen and bool(pilot.app.focused))
        await pilot.press("j", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.article_view.text == "Второй текст."
        await pilot.press("backspace")
        assert screen.article_view.text == TEXT
        await until(pilot, lambda: screen.item is not None and screen.item.key == "facts:f1")
        assert screen.article_view.evidence == screen.item
        await pilot.press("J", "o")
        await until(pilot, lambda: pilot.app.screen is not screen and bool(pilot.app.focused))
        assert pilot.app.focused.highlighted == 1


async def test_places_are_remembered(opened: Open) -> None:
    long = "\n\n".join(f"Абзац {n}." for n in range(300))
    engine = ExampleEngine({"long.txt": long})
    async with opened("long.txt", "bridge.txt", engine=engine) as pilot:
        await pilot.press("space", "space")
        top = reader(pilot).article_view.top
        assert top > 0
        await pilot.press("J", "K")
        assert reader(pilot).article_view.top == top


async def test_an_action_leads_to_its_figures_and_its_speaker(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        actions = reader(pilot).panes.list("actions")
        await pilot.press("4", "right", "down")
        assert actions.row_key == "actions:a1>speaker:s3"
        await pilot.press("enter")
        assert reader(pilot).panes.list("speakers").row_key == "speaker:s3"
        await pilot.press("backspace", "down")
        assert actions.row_key == "actions:a1>figures:n6"
        evidence = reader(pilot).article_view.evidence
        assert evidence is not None
        assert (evidence.start, evidence.end) == span("20 декабря")[:2]
        await pilot.press("enter")
        assert reader(pilot).pane == "article"
        await pilot.press("backspace")
        assert actions.row_key == "actions:a1>figures:n6"
        await pilot.press("left")
        assert actions.row_key == "actions:a1"
        assert actions.option_count == 2


@pytest.mark.parametrize("key", ["f", "а"])
async def test_f_goes_to_the_figures_and_back(opened: Open, size: Size, key: str) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("]", key)
        assert reader(pilot).panes.list("facts").row_key == "facts:f1>figures:n1"
        assert reader(pilot).item is not None
        assert reader(pilot).item.key == "figures:n1"
        await pilot.press("backspace")
        assert reader(pilot).pane == "article"
        assert reader(pilot).item.key == "facts:f1"


async def test_figures_are_shown_with_their_values(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("2", "down", "right")
        prompt = reader(pilot).panes.list("facts").get_option("facts:f2>figures:n3").prompt
        assert str(prompt.body) == "1,8 млрд рублей  1,800,000,000 RUB"


async def test_a_full_stop_is_found_on_the_cap_of_either_layout(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("j", "full_stop")
        assert not pilot.app.screen.query(FindBar)
        await pilot.press("о", "full_stop")
        await until(pilot, lambda: bool(pilot.app.screen.query(FindBar)))


async def test_the_palette_knows_the_words_of_the_line_of_keys(opened: Open) -> None:
    async with opened() as pilot:
        words.use("ru")
        provider = Commands(pilot.app.screen)
        found = [hit.text async for hit in provider.search("экспорт")]
        assert found[:1] == [words._("Export the briefing")]
