"""What Russian takes up from before an attribution, and attributions that carry nothing of their own."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Мост закроют на ремонт, об этом сообщил горожанам мэр.", "мэр"),
        ("Мост закроют на ремонт (об этом сообщил мэр).", "мэр"),
        ("Мост закроют на ремонт, об этом говорится в отчёте ведомства.", "ведомства"),
        ("Мост закроют на ремонт. Об этом, как пишет «Маяк», сообщил мэр.", "мэр"),
        ("Мост закроют на ремонт. Об этом стало известно из отчёта, пишет «Маяк».", "«Маяк»"),
    ],
)
def test_what_stands_before_is_taken_up_behind_a_comma_a_bracket_or_an_insertion(text: str, who: str) -> None:
    assert found(text) == [Found("indirect", "Мост закроют на ремонт", who)]


def test_who_passes_on_who_said_it_says_nothing_else() -> None:
    said = [Found("indirect", "Мост закроют на ремонт", "мэр")]
    assert found("Мост закроют на ремонт. Об этом сообщил мэр, передаёт «Маяк».") == said
    assert found("Мост закроют на ремонт. Так заявил мэр, пишет «Маяк».") == said


@pytest.mark.parametrize(
    "pointer",
    [
        "Такую цифру назвал мэр.",
        "Такое решение озвучил мэр.",
        "Такой точки зрения придерживается мэр.",
        "Так считает мэр.",
        "В этом уверен мэр.",
        "В этом признался мэр.",
    ],
)
def test_a_noun_or_pronoun_takes_up_the_sentence_before(pointer: str) -> None:
    assert found(f"Подков станет втрое больше. {pointer}") == [Found("indirect", "Подков станет втрое больше", "мэр")]


def test_what_is_only_done_so_takes_up_nothing() -> None:
    assert found("Подков станет втрое больше. Такое решение принял совет.") == []
    assert found("Подков станет втрое больше. Так считают овец.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("«Паром придёт к вечеру», — цитирует боцмана ТАСС.", "боцмана"),
        ("«Паром придёт к вечеру», — цитирует слова боцмана ТАСС.", "боцмана"),
        ("«Паром придёт к вечеру», — приводятся в отчёте слова боцмана.", "боцмана"),
        ("Слова боцмана приводит «Маяк»: «Паром придёт к вечеру».", "боцмана"),
    ],
)
def test_who_is_cited_speaks_and_not_who_cites(text: str, who: str) -> None:
    assert found(text) == [Found("direct", "Паром придёт к вечеру", who)]


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Прогноз обещает сильную метель на перевале.", "сильную метель на перевале", "Прогноз"),
        ("Знахари обещают жителям долины тёплую осень.", "тёплую осень", "Знахари"),
        ("Пастухи обеспокоены ростом цен на соль.", "ростом цен на соль", "Пастухи"),
    ],
)
def test_what_is_promised_or_worried_about_is_content(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Когда мост закрыли, об этом рассказали горожанам.",
        "Казначея, которого обвиняют в растрате денег, отпустили домой.",
        "Казначея обвинили в растрате казённых денег.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert found(text) == []


def test_who_is_accused_does_not_accuse() -> None:
    assert found("Директора завода обвиняют в том, что он брал взятки.") == [Found("indirect", "он брал взятки", None)]
    assert found("Власти обвинили директора в растрате денег.") == [Found("indirect", "растрате денег", "Власти")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Лекарь, у которого лечился возница, сказал, что дорога закрыта.", "Лекарь"),
        ("Глава артели, чей обоз пропал, сказал, что дорога закрыта.", "Глава артели"),
        ("«Лесные вести» сказали, что дорога закрыта.", "«Лесные вести»"),
        ("В среду «Лесные вести» сказали, что дорога закрыта.", "«Лесные вести»"),
        ("Кто-то из возниц сказал, что дорога закрыта.", "Кто-то из возниц"),
    ],
)
def test_the_subject_is_no_part_of_another_clause(text: str, who: str) -> None:
    assert found(text) == [Found("indirect", "дорога закрыта", who)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("В докладе, вышедшем в среду, говорится, что лес горит.", "докладе"),
        ("В докладе фонда, который вышел в среду, говорится, что лес горит.", "фонда"),
        ("В письме, с которым ознакомился «Вестник», сказано, что лес горит.", "письме"),
        ("В лесхозе, куда звонил «Вестник», сказали, что лес горит.", "лесхозе"),
    ],
)
def test_what_describes_a_text_may_part_it_from_the_verb(text: str, who: str) -> None:
    assert found(text) == [Found("indirect", "лес горит", who)]


@pytest.mark.parametrize(
    "pointer",
    [
        "С таким заявлением в среду, как передаёт «Маяк», выступил министр Лев Кротов.",
        "Такое мнение, как пишет «Труд», высказал министр Лев Кротов.",
        "С этой инициативой, как стало известно «Труду», выступил министр Лев Кротов.",
    ],
)
def test_an_insertion_may_part_what_points_back_from_its_verb(pointer: str) -> None:
    assert found(f"Налоги снизят уже летом. {pointer}") == [
        Found("indirect", "Налоги снизят уже летом", "министр Лев Кротов")
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Лосев назвал такое решение «ошибкой».", ["ошибкой"]),
        ("Лосев назвал это решение «поспешным».", ["поспешным"]),
        ("Такое решение Лосев назвал «ошибкой века».", ["ошибкой века"]),
        ("Такую цифру Лосев назвал завышенной.", []),
        ("Такую цифру назвал Лосев.", ["Налоги снизят"]),
        ("Такую цифру на встрече с врачами назвал сегодня утром Лосев.", ["Налоги снизят"]),
    ],
)
def test_what_is_called_something_has_not_been_said_by_who_calls_it_so(sentence: str, said: list[str]) -> None:
    assert [one.text for one in found(f"Налоги снизят. {sentence}")] == said


def test_who_names_a_figure_is_no_description_of_it() -> None:
    assert found("Налоги снизят. Такую цифру назвала «Волна».") == [Found("indirect", "Налоги снизят", "«Волна»")]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Об этом, как пишет «Труд», стало известно в мае.", "«Труд»"),
        ("Об этом, по данным «Труда», говорится в докладе.", "«Труда»"),
        ("Об этом, как пишет «Труд», заявил мэр Лев Кротов.", "мэр Лев Кротов"),
    ],
)
def test_a_sentence_that_points_back_is_not_what_is_told(sentence: str, who: str) -> None:
    assert found(f"Налоги снизят. {sentence}") == [Found("indirect", "Налоги снизят", who)]


def test_what_it_is_too_early_to_say_points_back_at_nothing() -> None:
    assert found("Мост закроют. Об этом рано говорить.") == []
    assert found("Кто закроет мост? Об этом сообщил мэр.") == []


def test_what_is_meant_by_it_is_told_in_the_same_sentence() -> None:
    text = "Пристань старая. Мэр заявил, что мост стоит, а сосед, живущий у реки, подтвердил это."
    assert [quote.text for quote in found(text)] == ["мост стоит"]
    assert [quote.text for quote in found("Пристань старая. Завод подтвердил это.")] == ["Пристань старая"]
    assert [quote.text for quote in found("Мост стар. Завод, который ждал вестей, подтвердил это.")] == ["Мост стар"]
