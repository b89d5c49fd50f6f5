"""Russian words in quotation marks that somebody utters, and those that only stand on things or name them."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("verb", "words"), [("крикнул", "Стой"), ("прошептал", "Тихо, дети!"), ("кричал", "Наших бьют")]
)
def test_what_is_shouted_right_after_the_verb_is_quoted(verb: str, words: str) -> None:
    assert found(f"Лосев {verb} «{words}» и убежал.") == [Found("direct", words, "Лосев")]


def test_where_somebody_shouts_is_no_quote() -> None:
    assert found("Лосев кричал в «Подорожнике» до утра.") == []


@pytest.mark.parametrize("thing", ["Лосев надел футболку", "Лосев развернул баннер", "Лосев начал марафон"])
def test_a_slogan_on_a_thing_is_no_quote(thing: str) -> None:
    assert found(f"{thing} «Мы любим наше тихое озеро» и вышел.") == []


@pytest.mark.parametrize("words", ['"Маяк" работает без сбоев. Жалоб нет', '"Заря" сильна, но "Труд" был лучше'])
def test_a_name_that_opens_a_quotation_lends_it_its_mark(words: str) -> None:
    assert found(f'{words}", - заявила директор Анна Ким.') == [Found("direct", words, "директор Анна Ким")]


def test_a_name_that_opens_a_paragraph_alone_opens_no_quotation() -> None:
    assert found('"Маяк" закрыт. Тренер сказал: "Мы рады", - и ушёл.')[0].text == "Мы рады"


@pytest.mark.parametrize("deed", ["поздравил «пятёрку» списка с победой", "похвалил «девятку» за победу в финале"])
def test_a_marked_word_for_who_is_greeted_is_no_quote(deed: str) -> None:
    assert found(f"Лосев {deed}.") == []
    assert found("Лосев раскритиковал «пустые обещания» мэра.") == [Found("direct", "пустые обещания", "Лосев")]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("«Ошибкой века» назвал закрытие школы мэр Лев Кротов.", "мэр Лев Кротов"),
        ("«Ошибкой века» Лосев назвал и закрытие школы.", "Лосев"),
        ("И «ошибкой века» назвал такое решение Лосев.", "Лосев"),
        ("Закрытие школы назвал «ошибкой века» мэр Лев Кротов.", "мэр Лев Кротов"),
        ("Лосев назвал «ошибкой века» закрытие школы.", "Лосев"),
    ],
)
def test_marked_words_in_the_instrumental_are_what_something_is_called(sentence: str, who: str) -> None:
    [quote] = found(sentence)
    assert (quote.kind, quote.text.lower(), quote.who) == ("direct", "ошибкой века", who)
