"""Checking a briefing by key: decisions, steps back, and what the lists and the text show of them."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from briefing.app.fields import fields_of, values_of
from briefing.app.screens.comment import CommentScreen
from briefing.app.screens.edit import ChoiceLine, EditScreen, SentenceField
from briefing.app.screens.mending import whole_words
from briefing.app.screens.pick import PickScreen
from briefing.app.screens.split import SplitScreen
from briefing.app.widgets.evidence import Evidence
from briefing.model import Fact
from briefing.review import Decision, Review, ReviewedItem, apply
from tests.app.checking import back, item, row, shown, states
from tests.app.conftest import Open, footer, reader, until
from tests.app.example import TEXT, ExampleEngine, make_briefing, span

Size = tuple[int, int]


@pytest.mark.parametrize("key", ["space", "a", "ф"])
async def test_accepting_goes_from_item_to_item_and_pane_to_pane(opened: Open, size: Size, key: str) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("2", key, key)
        assert states(pilot) == ["f1 accepted", "f2 accepted"]
        assert reader(pilot).pane == "speakers"
        assert reader(pilot).panes.list("speakers").row_key == "quotes:q1"
        await pilot.press(*[key] * 8)
        assert len(states(pilot)) == 10
        title = str(reader(pilot).query_one("#title").content)
        assert "10/10 checked" in title
        await pilot.press(key)
        assert len(states(pilot)) == 10


@pytest.mark.parametrize(("key", "first"), [("2", "facts:f1"), ("3", "speaker:s1"), ("4", "actions:a1")])
async def test_a_list_that_is_gone_to_has_its_first_row_chosen(opened: Open, key: str, first: str) -> None:
    async with opened() as pilot:
        await pilot.press(key)
        assert reader(pilot).panes.list(reader(pilot).pane).row_key == first
        assert reader(pilot).item is not None
        assert reader(pilot).item.key == first
        await pilot.press("down", "1", key)
        assert reader(pilot).panes.list(reader(pilot).pane).row_key != first


async def test_in_the_article_the_lit_item_is_accepted_and_the_next_lit(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("]", "a", "a")
        assert reader(pilot).pane == "article"
        assert states(pilot) == ["f1 accepted", "f2 accepted"] or len(states(pilot)) == 2
        assert reader(pilot).item is not None
        before = reader(pilot).item.start
        await pilot.press("a")
        assert reader(pilot).item.start > before


async def test_a_dismissed_item_is_folded_away_and_comes_back(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        facts = reader(pilot).panes.list("facts")
        await pilot.press("2", "x")
        assert facts.option_count == 1
        assert facts.row_key == "facts:f2"
        assert "x" not in states(pilot)
        await pilot.press("full_stop")
        assert facts.option_count == 2
        await pilot.press("up")
        assert row(pilot, "facts").startswith("✗")
        assert "strike" in str(facts.highlighted_option.prompt.body.spans)
        await pilot.press("x")
        assert states(pilot) == []
        await pilot.press("ч", "ю")
        assert facts.option_count == 1


async def test_a_speaker_is_dismissed_with_all_quotes_in_one_step(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("3", "x")
        assert {"s1 dismissed", "q1 dismissed", "q2 dismissed", "q5 dismissed"} == set(states(pilot))
        await pilot.press("u")
        assert states(pilot) == []


async def test_steps_are_taken_back_and_again_to_the_start(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("4", "d", "p", "space", "x")
        assert len(states(pilot)) == 2
        assert item(pilot, "actions:a1").decision.done
        await pilot.press("u", "u", "u", "г", "u")
        items = reader(pilot).document.items
        assert items is not None
        assert items.reviewed is not None
        assert items.reviewed.review.decisions == ()
        await pilot.press("U", "Г")
        assert item(pilot, "actions:a1").decision.done
        assert item(pilot, "actions:a1").decision.pinned
        assert states(pilot) == []


async def test_pinned_items_come_first_and_bear_a_star(opened: Open) -> None:
    async with opened() as pilot:
        actions = reader(pilot).panes.list("actions")
        await pilot.press("4", "down", "p")
        assert actions.get_option_at_index(0).id == "actions:a2"
        assert actions.row_key == "actions:a2"
        assert "★" in row(pilot, "actions")
        await pilot.press("з")
        assert actions.get_option_at_index(0).id == "actions:a1"


async def test_a_done_action_is_marked_and_no_longer_overdue(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("4")
        assert "overdue" in row(pilot, "actions")
        await pilot.press("d")
        assert "■" in row(pilot, "actions")
        assert "overdue" not in row(pilot, "actions")
        await pilot.press("2", "d")
        assert not item(pilot, "facts:f1").decision.done


async def test_a_comment_is_written_seen_and_taken_away(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("2", "c")
        await shown(pilot, CommentScreen)
        await pilot.press(*"ask [b]who[/]", "enter")
        await back(pilot)
        assert item(pilot, "facts:f1").decision.comment == "ask [b]who[/]"
        assert "┃ ask [b]who[/]" in row(pilot, "facts")
        await pilot.press("с")
        await shown(pilot, CommentScreen)
        await pilot.press("escape")
        await back(pilot)
        assert item(pilot, "facts:f1").decision.comment


async def test_an_action_is_edited_field_by_field(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("4", "i")
        await shown(pilot, EditScreen)
        await pilot.press("tab")
        wording = pilot.app.screen.lines["wording"]
        assert isinstance(wording, SentenceField)
        assert wording.cursor_location == (0, 0)
        wording.move_cursor(wording.document.end)
        await pilot.press(*" и лестницах", "up", "down")
        assert pilot.app.focused is wording
        await pilot.press("down", "right", "tab", *"Мэрия", "tab", "ctrl+u", *"2021-01", "enter")
        await back(pilot)
        check = item(pilot, "actions:a1")
        assert check.wording == "установить освещение на подходах к мосту и лестницах"
        assert (check.item.actor, check.item.deadline, check.item.status) == ("Мэрия", "2021-01", "proposed")
        assert check.state == "accepted"
        assert "✎" in row(pilot, "actions")
        await pilot.press("u")
        assert item(pilot, "actions:a1").item.actor is None


async def test_a_value_that_cannot_be_is_refused_in_words(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("4", "ш")
        await shown(pilot, EditScreen)
        deadline = pilot.app.screen.lines["deadline"]
        assert isinstance(deadline, Input)
        deadline.focus()
        deadline.value = "soon"
        await pilot.pause()
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, EditScreen)
        assert "By when: a date such as" in str(pilot.app.screen.query_one(".dialog-foot").content)
        await pilot.press("escape")
        await back(pilot)
        assert states(pilot) == []


@pytest.mark.parametrize("typed", ["до 20 декабря", "by the end of December"])
async def test_a_deadline_is_typed_and_shown_in_words(opened: Open, typed: str) -> None:
    async with opened() as pilot:
        await pilot.press("4", "i")
        await shown(pilot, EditScreen)
        deadline = pilot.app.screen.lines["deadline"]
        assert isinstance(deadline, Input)
        deadline.focus()
        deadline.value = typed
        await pilot.pause()
        assert "December 2020" in str(pilot.app.screen.query_one(".dialog-foot").content)
        # What the keys do stays in sight, in place of the reader's.
        assert "Enter keeps it · Tab to the next field" in str(pilot.app.screen.query_one(".dialog-keys").content)
        await pilot.press("enter")
        await back(pilot)
        assert item(pilot, "actions:a1").item.deadline in ("/2020-12-20", "/2020-12-31")
        await pilot.press("i")
        await shown(pilot, EditScreen)
        assert pilot.app.screen.lines["deadline"].value.startswith("by ")
        await pilot.press("escape")


async def test_what_can_be_typed_for_a_date_is_said_before_and_after(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("4", "i")
        await shown(pilot, EditScreen)
        screen = pilot.app.screen
        foot = screen.query_one(".dialog-foot")
        screen.lines["deadline"].focus()
        await until(pilot, lambda: "December 2020" in str(foot.content))
        screen.lines["deadline"].value = "when it is ready"
        await until(pilot, lambda: str(foot.content).startswith("a date such as 31 March 2026"))
        screen.lines["wording"].focus()
        await until(pilot, lambda: not foot.display)


def test_an_article_without_a_date_needs_the_year() -> None:
    briefing = make_briefing()
    article = briefing.article.model_copy(update={"date": None})
    reviewed = apply(briefing.model_copy(update={"article": article}), Review())
    reading = next(f for f in fields_of(reviewed, reviewed.item("actions", "a1")) if f.name == "deadline").reading
    assert reading is not None
    assert reading("15 октября") == "with a year: the article has no date to tell it from"
    assert reading("15 октября 2026") == "15 October 2026"


async def test_what_is_typed_takes_the_place_of_what_was_there(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("3", "i")
        await shown(pilot, EditScreen)
        name = pilot.app.screen.lines["name"]
        assert pilot.app.focused is name
        await pilot.press(*"Ольга", "tab", *"мэр", "enter")
        await back(pilot)
        speaker = item(pilot, "speakers:s1").item
        assert (speaker.name, speaker.role) == ("Ольга", "мэр")


async def test_a_dialog_is_not_covered_by_what_was_said_before(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("2", "x", "u")
        assert list(pilot.app._notifications)
        await pilot.press("4", "i")
        await shown(pilot, EditScreen)
        assert not list(pilot.app._notifications)


async def test_the_value_of_a_date_is_typed_as_a_date(opened: Open) -> None:
    async with opened() as pilot:
        reviewed = reader(pilot).document.items.reviewed
        date, money = reviewed.item("figures", "n7"), reviewed.item("figures", "n1")
        assert [field.value for field in fields_of(reviewed, date) if field.name == "value"] == ["in 2021"]
        assert values_of(reviewed, date, {"value": "2022"}) == {"value": "2022"}
        assert values_of(reviewed, date, {"value": "5 мая"}) == {"value": "2021-05-05"}
        assert values_of(reviewed, money, {"value": "2022"}) == {"value": 2022}
        assert values_of(reviewed, money, {"value": "2022", "kind": "date"}) == {"kind": "date", "value": "2022"}


async def test_evidence_moves_by_words_and_is_lit_meanwhile(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        view = reader(pilot).article_view
        await pilot.press("3", "down", "i")
        await shown(pilot, EditScreen)
        assert isinstance(pilot.app.focused, Evidence)
        await pilot.press("right", "right", "left", "shift+left", "shift+left", "shift+right")
        start, end, _ = span("ждали этот мост двадцать лет. Теперь дорога до больницы занимает 12 минут вместо")
        assert pilot.app.focused.place == (start, end)
        assert view.evidence is not None
        assert (view.evidence.start, view.evidence.end) == (start, end)
        await pilot.press("enter")
        await back(pilot)
        assert item(pilot, "quotes:q1").item.text == TEXT[start:end]
        assert (view.evidence.start, view.evidence.end) == (start, end)


async def test_a_choice_goes_round_with_the_arrows(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("3", "down", "i")
        await shown(pilot, EditScreen)
        await pilot.press("tab", "tab")
        assert isinstance(pilot.app.focused, ChoiceLine)
        await pilot.press("right", "left", "left", "enter")
        await back(pilot)
        assert item(pilot, "quotes:q1").item.kind == "indirect"


async def test_two_speakers_become_one_and_two_again(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("3", "M")
        await shown(pilot, PickScreen)
        await pilot.press(*"верш", "enter")
        await back(pilot)
        items = reader(pilot).document.items
        assert items is not None
        assert [speaker.name for speaker in items.speakers_in_order()] == ["Олег Вершинин", "губернатор"]
        assert len(items.quotes_of["s2"]) == 5
        reader(pilot).panes.list("speakers").select_quietly("speaker:s2")
        await pilot.press("Ь")
        await shown(pilot, PickScreen)
        await pilot.press(*"соловь", "enter")
        await back(pilot)
        items = reader(pilot).document.items
        assert items is not None
        assert len(items.quotes_of["s1"]) == 3


async def test_whoever_has_a_name_keeps_it_whichever_was_picked(opened: Open) -> None:
    for chosen, picked in (("speaker:s1", "губернатор"), ("speaker:s3", "соловь")):
        async with opened() as pilot:
            reader(pilot).panes.list("speakers").select_quietly(chosen)
            await pilot.press("3", "M")
            await shown(pilot, PickScreen)
            await pilot.press(*picked, "enter")
            await back(pilot)
            items = reader(pilot).document.items
            assert items is not None
            assert [speaker.name for speaker in items.speakers_in_order()] == ["Марина Соловьёва", "Олег Вершинин"]
            assert "губернатор is Марина Соловьёва" in [note.message for note in pilot.app._notifications]


async def test_a_fact_that_is_a_quote_leads_to_its_speaker(opened: Open) -> None:
    class Quoting(ExampleEngine):
        def briefing(self, article, progress):
            start, end, text = span("бригады работали без выходных")
            fact = Fact(id="f9", kind="statement", score=0.5, start=start, end=end, text=text)
            return super().briefing(article, progress).model_copy(update={"facts": (fact,)})

    async with opened(engine=Quoting()) as pilot:
        await pilot.press("2", "s")
        assert reader(pilot).pane == "speakers"
        assert reader(pilot).panes.list("speakers").row_key == "speaker:s2"


async def test_quotes_of_one_speaker_go_to_a_new_one(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("3", "S")
        await shown(pilot, SplitScreen)
        await pilot.press("space", "down", "down", "space", "enter")
        await shown(pilot, PickScreen)
        await pilot.press(*"Анна Речная", "enter")
        await back(pilot)
        items = reader(pilot).document.items
        assert items is not None
        names = {speaker.name: len(items.quotes_of[speaker.id]) for speaker in items.speakers_in_order()}
        assert names["Анна Речная"] == 2
        assert names["Марина Соловьёва"] == 1
        await pilot.press("u")
        assert len(reader(pilot).document.items.quotes_of["s1"]) == 3


async def test_one_quote_is_given_to_somebody_who_is_known(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("3", "down", "Ы")
        await shown(pilot, PickScreen)
        await pilot.press(*"губер", "enter")
        await back(pilot)
        assert item(pilot, "quotes:q1").item.speaker == "s3"


async def test_selecting_says_that_it_is_on_and_the_dialog_shows_the_words(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("v")
        await until(pilot, lambda: "Select from   Space begin here" in footer(pilot))
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: footer(pilot) == " Select from   Space begin here  ? keys")
        await pilot.press("space")
        await until(pilot, lambda: "Selecting" in footer(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Select" not in footer(pilot))
        await pilot.press("v", "v", "w", "m")
        await shown(pilot, PickScreen)
        assert "В Заречной" in str(pilot.app.screen.query_one(".dialog-title").content)
        await pilot.press(*"zzz")
        rows = pilot.app.screen.query_one(OptionList)
        assert "Nothing found." in rows.get_option_at_index(0).prompt.plain
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, PickScreen)


async def test_a_selection_begins_at_the_words_that_were_found_last(opened: Open, size: Size) -> None:
    async with opened(size=size) as pilot:
        view = reader(pilot).article_view
        await pilot.press("right_square_bracket", "slash", *"бюджет", "enter")
        await until(pilot, lambda: view.has_matches)
        await pilot.press("v", "space", "w")
        assert view.selected_words().startswith("бюджет")
        await pilot.press("escape", "right_square_bracket", "v", "space", "w")
        lit = reader(pilot).item
        assert lit is not None
        assert TEXT[lit.start :].startswith(view.selected_words())


@pytest.mark.parametrize(("kind", "layer"), [("fact", "facts"), ("act", "actions")])
async def test_selected_words_become_an_item(opened: Open, size: Size, kind: str, layer: str) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("2", "m")
        assert "press m." in str([note.message for note in pilot.app._notifications])
        await pilot.press("g", "space", "w", "m")
        await shown(pilot, PickScreen)
        await pilot.press(*kind, "enter")
        await back(pilot)
        added = reader(pilot).item
        assert added is not None
        assert added.layer == layer
        assert TEXT[added.start : added.end] == "В Заречной"
        assert item(pilot, added.key).state == "accepted"
        await pilot.press("u")
        assert reader(pilot).item is None


def test_what_is_marked_begins_and_ends_with_whole_words() -> None:
    assert whole_words("The old mill.", 5, 10) == (4, 12)
    assert whole_words("The old mill.", 4, 7) == (4, 7)
    assert whole_words("The old mill.", 0, 13) == (0, 13)


async def test_selected_words_become_a_quote_of_whoever_is_picked(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("m", "space", "w", "ь")
        await shown(pilot, PickScreen)
        await pilot.press(*"quo", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PickScreen) and pilot.app.screen.new)
        await pilot.press(*"Олег", "enter")
        await back(pilot)
        added = reader(pilot).item
        assert added is not None
        assert item(pilot, added.key).item.speaker == "s2"
        assert item(pilot, added.key).item.kind == "indirect"
        assert reader(pilot).panes.list("speakers").row_key == added.key


async def test_words_between_marks_are_a_direct_quote_of_anybody_who_is_named(opened: Open) -> None:
    async with opened() as pilot:
        start = TEXT.index("«Мы ждали")
        await pilot.press("v")
        reader(pilot).article_view.put_caret(start)
        await pilot.press("space", "w", "w", "m")
        await shown(pilot, PickScreen)
        await pilot.press(*"quo", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PickScreen) and pilot.app.screen.new)
        await until(pilot, lambda: "Пётр Лугов" in str(pilot.app.screen.choices))
        names = [choice.words.plain.partition("  ")[0] for choice in pilot.app.screen.choices]
        assert names == ["Марина Соловьёва", "Олег Вершинин", "губернатор", "Пётр Лугов"]
        await pilot.press(*"пётр", "enter")
        await back(pilot)
        added = reader(pilot).item
        assert added is not None
        quote = item(pilot, added.key).item
        assert (quote.text, quote.kind) == ("Мы ждали", "direct")
        assert reader(pilot).speaker == "Пётр Лугов"


async def test_without_an_item_the_keys_say_so(opened: Open) -> None:
    async with opened() as pilot:
        for key in ("x", "p", "d", "i", "c", "M", "S"):
            await pilot.press(key)
        assert "Choose an item" in str([note.message for note in pilot.app._notifications])
        await pilot.press("u", "U", "full_stop")
        assert states(pilot) == []


def test_the_marks_tell_states_apart_without_colour() -> None:
    from briefing.app.widgets.rows import MARKS, badges_of

    assert len({mark for mark, _ in MARKS.values()}) == 3
    decision = Decision(key="facts:x", pinned=True, edits={"kind": "x"})
    assert badges_of(ReviewedItem("facts:x", "facts", None, None, decision, True)) == "≠ ★ ✎"
