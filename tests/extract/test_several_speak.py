"""Those who speak with one voice in a Russian article: joined by «и», and taken up by «они» or a noun for several."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.extract import quotes, speakers


def speakers_of(text: str) -> list[str | None]:
    """Return the name of the speaker of each quotation in the text."""
    document = language.get("ru").analyse(text, [(0, len(text))], models=True)
    utterances = quotes.find(document)
    names = {draft.id: draft.name for draft in speakers.attribute(document, utterances)}
    return [names[u.speaker] if u.speaker is not None else None for u in utterances]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Мэр и тренер заявили, что каток готов.", "мэр и тренер"),
        ("Полиция и прокуратура сообщили, что проверка завершена.", "полиция и прокуратура"),
        ("Норвегия и Чили полагают, что рыбы мало.", "Норвегия и Чили"),
        ("«Весна» и «Полис» заявили, что договорились.", "Весна и Полис"),
        ("Истец и ответчик просят отложить дело.", "истец и ответчик"),
        ("Тренер и капитан команды считают, что лёд мягкий.", "тренер и капитан команды"),
    ],
)
def test_one_and_another_take_a_plural(text: str, name: str) -> None:
    assert speakers_of(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Директор парка и сквера сообщил, что аллея готова.", "директор парка и сквера"),
        ("Сгорели дом и сарай, и соседи заявили, что замёрзли.", "соседи"),
        ("Врач и пациент молчали, а сотрудники заявили, что устали.", "сотрудники"),
    ],
)
def test_who_is_not_one_of_them(text: str, name: str) -> None:
    assert speakers_of(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Мэрия и порт подписали договор. По их данным, пирс готов.", "мэрия и порт"),
        ("Лев Кротов и Анна Ким пришли в суд. Они заявили, что уходят.", "Лев Кротов и Анна Ким"),
        ("Родители пожаловались на директора Льва Кротова. Они утверждают, что он кричал.", "родители"),
        ("Соседи послали чиновникам письмо, в котором они утверждают, что дом течёт.", "соседи"),
    ],
)
def test_they_are_who_acted(text: str, name: str) -> None:
    assert {*speakers_of(text)} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«Рассвет» и «Вечёрка» начали расследование. Издания утверждают, что мэр молчал.", "Рассвет и Вечёрка"),
        ("Норвегия и Дания провели переговоры. Страны считают, что рыбы мало.", "Норвегия и Дания"),
        ("Лев Кротов и Анна Ким пришли в суд. Местные газеты пишут, что зал полон.", "местные газеты"),
        ("Полиция начала проверку. Местные газеты пишут, что зал полон.", "местные газеты"),
    ],
)
def test_a_noun_names_several_again(text: str, name: str) -> None:
    assert speakers_of(text) == [name]


def test_who_spoke_together_is_named_again_later() -> None:
    text = (
        "«Рассвет» и «Вечёрка» сообщили, что мэр молчал. Потом пошёл дождь. Город опустел. Люди ждали автобуса. "
        "Издания утверждают, что мэр вернётся."
    )
    assert speakers_of(text) == ["Рассвет и Вечёрка"] * 2


def test_a_household_is_one_of_several() -> None:
    assert speakers_of("Семья и близкие Кротова считают, что суд ошибся.") == ["семья и близкие Кротова"]
    assert speakers_of("Население и власти края считают, что рыбы мало.") == ["население и власти края"]
