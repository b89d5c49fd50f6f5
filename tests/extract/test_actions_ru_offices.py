"""Actions of Russian as press offices write them: plans without a verb, what papers provide for, advice, threats."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of

# Text, status, the action's words, actor, deadline; the text is published on Wednesday, 12 March 2025.
FOUND = [
    ("В планах также покупка трёх катков.", ("planned", "покупка трёх катков", None, None)),
    ("Также в планах полная замена труб.", ("planned", "полная замена труб", None, None)),
    ("В ближайших планах музея ремонт фасада.", ("planned", "ремонт фасада", "музей", None)),
    (
        "Новые вагоны ожидается получить до конца мая.",
        ("planned", "Новые вагоны ожидается получить до конца мая", None, "/2025-05-31"),
    ),
    ("Речь идёт о том, чтобы построить причал.", ("planned", "построить причал", None, None)),
    (
        "Замена кровли включена в план на 2026 год.",
        ("planned", "Замена кровли включена в план на 2026 год", None, None),
    ),
    (
        "Контрактом предусмотрено строительство двух котельных.",
        ("planned", "Контрактом предусмотрено строительство двух котельных", None, None),
    ),
    (
        "Договор предусматривает реконструкцию причала.",
        ("planned", "Договор предусматривает реконструкцию причала", None, None),
    ),
    ("Спасатели призывают водителей быть осторожными.", ("proposed", "быть осторожными", "водители", None)),
    (
        "Банк просит клиентов быть предельно внимательными.",
        ("proposed", "быть предельно внимательными", "клиенты", None),
    ),
    (
        "Глава подписал распоряжение о ремонте моста.",
        ("directed", "Глава подписал распоряжение о ремонте моста", "Глава", None),
    ),
]
NOT_FOUND = [
    "Речь идёт не о том, чтобы закрыть причал.",
    "Речь идёт о том, что причал стар.",
    "В противном случае гаражи вывезут.",
    "В случае неуплаты взноса договор расторгнут.",
    "В планах города отражены эти цифры.",
    "Учащимся предусмотрена денежная компенсация.",
    "Расходы предусмотрены в размере 5 млн рублей.",
    "Мэр просит его быть отцом.",
]


@pytest.mark.parametrize(("text", "action"), FOUND)
def test_what_offices_plan_and_ask(text: str, action: tuple[str, str, str | None, str | None]) -> None:
    assert [tuple(found) for found in actions_of("ru", text)] == [action]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_plan(text: str) -> None:
    assert actions_of("ru", text) == []


def test_those_told_of_a_proposal_are_not_asked() -> None:
    text = "Министр рассказал журналистам, что правительство предлагает выделить средства школам."
    assert [found[:3] for found in actions_of("ru", text)] == [
        ("proposed", "выделить средства школам", "правительство"),
    ]
    text = "Министр предложил журналистам выделить средства школам."
    assert [found[2] for found in actions_of("ru", text)] == ["журналисты"]
