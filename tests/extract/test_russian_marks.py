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
