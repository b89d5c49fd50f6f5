from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library import Library, LibraryError
from briefing.library.query import parse
from briefing.library.search import search
from briefing.model import Briefing

Make = Callable[..., Briefing]


@pytest.fixture
def shelf(library: Library, make: Make) -> Library:
    library.add(
        make(
            "Правительства подписали соглашения о торговле. Мэр Иван Ёлкин сказал, что товарооборот вырастет.",
            title="Подписаны соглашения",
            date="2025-11-19",
            place="Пенза",
            said=[("Иван Ёлкин", "person", "мэр", "товарооборот вырастет")],
            actions=[("товарооборот вырастет", "2026")],
        ),
        "1",
    )
    library.add(
        make("Ёлки привезут в город к празднику, соглашение с лесхозом есть.", title="Праздник", date="2025-12-01"), "1"
    )
    library.add(
        make("The council agreed on new tariffs for buses.", title="Bus tariffs", date="2025-10-05", language="en"), "1"
    )
    return library


def titles(library: Library, query: str, *, as_typed: bool = False) -> list[str | None]:
    return [hit.entry.title for hit in search(library, parse(query, as_typed=as_typed))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("соглашением", ["Подписаны соглашения", "Праздник"]),
        ("елка", ["Праздник"]),
        ("ЁЛКИ", ["Праздник"]),
        ("tariff", ["Bus tariffs"]),
        ("councils agreeing", ["Bus tariffs"]),
        ('"соглашение о торговле"', ["Подписаны соглашения"]),
        ('"торговля соглашение"', []),
        ("товаро*", ["Подписаны соглашения"]),
        ("соглашение after:2025-12", ["Праздник"]),
        ("before:2025-10", ["Bus tariffs"]),
        ("speaker:Ёлкин", ["Подписаны соглашения"]),
        ("speaker:елк", ["Подписаны соглашения"]),
        ("speaker:Иванов", []),
        ("place:пенза", ["Подписаны соглашения"]),
        ("has:action", ["Подписаны соглашения"]),
        ("has:deadline соглашение", ["Подписаны соглашения"]),
        ("language:en", ["Bus tariffs"]),
        ("нигде", []),
        ("", ["Праздник", "Подписаны соглашения", "Bus tariffs"]),
    ],
)
def test_queries(shelf: Library, query: str, found: list[str]) -> None:
    assert titles(shelf, query) == found


def test_the_last_word_may_be_unfinished(shelf: Library) -> None:
    assert titles(shelf, "соглашение торг", as_typed=True) == ["Подписаны соглашения"]
    assert titles(shelf, "соглашение торг") == []


def test_a_snippet_points_at_the_words(shelf: Library) -> None:
    [hit] = search(shelf, parse("торговля"))
    text = shelf.briefing(hit.entry.number).article.text
    assert hit.snippet is not None
    assert [word.text for word in hit.words] == ["торговле"]
    for span in (hit.snippet, *hit.words):
        assert text[span.start : span.end] == span.text
    assert hit.snippet.start <= hit.words[0].start < hit.snippet.end


def test_a_removed_article_is_not_found(shelf: Library) -> None:
    [hit] = search(shelf, parse("tariffs"))
    shelf.remove(hit.entry.number)
    assert titles(shelf, "tariffs") == []


@pytest.mark.parametrize("query", ["after:soon", "before:2025-13", "has:everything"])
def test_a_wrong_filter_is_explained(query: str) -> None:
    with pytest.raises(LibraryError, match=query.split(":", maxsplit=1)[0]):
        parse(query)


@given(query=st.text(max_size=40))
def test_no_query_breaks_the_search(shelf_for_any_query: Library, query: str) -> None:
    for as_typed in (False, True):
        try:
            parsed = parse(query, as_typed=as_typed)
        except LibraryError:
            continue
        assert isinstance(search(shelf_for_any_query, parsed), list)


@pytest.fixture(scope="module")
def shelf_for_any_query(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(tmp_path_factory.mktemp("shelf") / "library.db")


def test_bytes_that_are_no_characters_are_refused(shelf: Library) -> None:
    with pytest.raises(LibraryError, match="no characters"):
        search(shelf, parse("place:\udcff"))
    with pytest.raises(LibraryError, match="no characters"):
        shelf.find("\udcff")
