"""Actions of Russian: orders in a list, verbs joined to a future, clauses of time, contrasts."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


@pytest.mark.parametrize(
    "text",
    [
        "Даны поручения: Минтрансу — включить в план ремонт моста, Минстрою — подготовить смету.",
        "Поручено: Минтрансу - включить в план ремонт моста; Минстрою - подготовить смету.",
    ],
)
def test_each_of_a_list_is_told_a_deed_of_its_own(text: str) -> None:
    found = actions_of("ru", text)
    assert [(action.status, action.actor) for action in found] == [("directed", "Минтранс"), ("directed", "Минстрой")]
    assert found[0].text.endswith("ремонт моста")
    assert found[1].text.endswith("подготовить смету")


def test_a_list_goes_on_from_whom_the_verb_tells() -> None:
    text = "Лосев поручил главам районов составить списки, Минстрою — проверить дамбы, а МЧС — доставить барьеры."
    assert [(action.text, action.actor) for action in actions_of("ru", text)] == [
        ("составить списки", "главы районов"),
        ("Минстрою — проверить дамбы", "Минстрой"),
        ("МЧС — доставить барьеры", "МЧС"),
    ]


@pytest.mark.parametrize("text", ["Детям — подарки, взрослым — работа.", "Победа досталась тулякам, кубок — орловцам."])
def test_a_list_without_deeds_tells_none(text: str) -> None:
    assert actions_of("ru", text) == []


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("В области построят и реконструируют девять ферм.", "В области построят и реконструируют девять ферм"),
        ("Депо модернизируют и запустят в мае.", "Депо модернизируют и запустят в мае"),
        ("Решение примем только после того, как получим смету.", "Решение примем только после того, как получим смету"),
        (
            "Выпускать браслеты согласилась фирма из Тулы, однако сколько их будет, неизвестно.",
            "Выпускать браслеты согласилась фирма из Тулы",
        ),
        (
            "В заявку на матч, который состоится в июне, включат юного вратаря.",
            "В заявку на матч, который состоится в июне, включат юного вратаря",
        ),
    ],
)
def test_one_deed_reaches_to_the_end_of_what_is_done(text: str, deed: str) -> None:
    (only,) = actions_of("ru", text)
    assert (only.text, only.status) == (deed, "agreed" if "согласилась" in text else "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Эксперт усомнился в том, что мост достроят.",
        "Ограничения ударят по судовладельцам.",
        "Повышение тарифов обернётся ростом цен.",
        "Покупатели просят скидку, а дать её завод не может.",
    ],
)
def test_what_is_doubted_or_only_has_effects_is_no_deed(text: str) -> None:
    assert actions_of("ru", text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Мэр поставил задачу, чтобы каждый житель района мог получить помощь.", "каждый житель района"),
        ("Мэр попросил всех, кто видел аварию, позвонить в полицию.", "все, кто видел аварию"),
        ("Мэр попросил всех жителей позвонить в полицию.", "все жители"),
    ],
)
def test_those_asked_may_be_told_by_a_clause(text: str, actor: str) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]


def test_who_does_it_himself_acts() -> None:
    (only,) = actions_of("ru", "Лекцию прочтёт 16 апреля сам Лосев.")
    assert only.actor == "Лосев"
