"""What Russian articles tell in a past tense: news of a request or a decision, or how things once came about."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.acting import actions_of

_STORY = "Зал в Омске.\nМузей открыл зал.\nЗал светлый.\n"  # a headline and two paragraphs of news


@pytest.mark.parametrize(
    "text",
    [
        "В апреле прошлого года он предложил закрыть рынок.",
        "В 2019 году фермер попросил соседей продать луг.",
        "Осенью директор призвал учителей вступить в союз.",
        "В начале 2020 года мэр поручил инженерам снести башню.",
        "Этим летом налоги выросли, и пекарь пообещал раздать хлеб.",
    ],
)
def test_what_was_said_in_some_month_or_year_is_no_news(text: str) -> None:
    assert actions_of("ru", text, None) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("В апреле 2023 года фермер обязался построить мост до 2030 года.", "построить мост до 2030 года"),
        ("5 марта 2025 года мэр поручил инженерам снести башню.", "снести башню"),
        ("Итоги 2024 года министр предложил обсудить на совете.", "обсудить на совете"),
        ("Комитет, созданный в 2010 году, предложил снизить сбор.", "снизить сбор"),
        ("Мэр предложил в 2026 году снизить сбор.", "в 2026 году снизить сбор"),
    ],
)
def test_a_day_a_later_term_or_the_time_of_something_else_leaves_it_news(text: str, words: str) -> None:
    assert [action.text for action in actions_of("ru", text, None)] == [words]


def test_the_month_of_the_article_is_still_news() -> None:
    published = date(2025, 3, 12)
    assert actions_of("ru", "В марте мэр предложил закрыть рынок.", published)
    assert not actions_of("ru", "В январе мэр предложил закрыть рынок.", published)


@pytest.mark.parametrize(
    "text",
    [
        "Завод решил отказаться от угля.",
        "Стороны договорились снизить цены.",
        "Банк одобрил переход на новую систему.",
        "Тренер принял решение уйти из клуба.",
        "Он согласился на продажу дома.",
    ],
)
def test_a_decision_is_news_only_where_the_story_opens(text: str) -> None:
    assert actions_of("ru", text)
    assert not actions_of("ru", _STORY + text)


@pytest.mark.parametrize(
    "text",
    [
        "Завод решил отказаться от угля с 1 мая.",
        "Договорились продолжить разговоры.",
        "Принято решение выделить деньги на мост.",
        "Мэр поручил проверить зал.",
        "Директор пообещал открыть второй зал.",
        "Завод решит открыть цех.",
    ],
)
def test_a_decision_with_a_term_or_of_nobody_an_order_and_a_promise_are_news_throughout(text: str) -> None:
    assert actions_of("ru", _STORY + text)


@pytest.mark.parametrize(
    "text",
    [
        "Адвокат ходатайствовал об отводе судьи. Однако суд отвод не принял.",
        "Он попросил перенести матч. Но лига отказала клубу.",
        "Однажды сосед решил посадить дуб.",
    ],
)
def test_what_came_to_nothing_or_happened_once_is_no_news(text: str) -> None:
    assert actions_of("ru", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Мэр предложил снести ларёк. Однако жители недовольны.",
        "Он попросил перенести матч. Но лига пока не ответит.",
        "Мэр предложил снести ларёк. Совет собирался вчера.",
    ],
)
def test_what_is_only_disliked_is_still_proposed(text: str) -> None:
    assert len(actions_of("ru", text)) == 1


def test_what_was_long_demanded_is_news_only_where_the_story_opens() -> None:
    text = "Жители требовали отставки мэра."
    assert actions_of("ru", text)
    assert not actions_of("ru", _STORY + text)
    assert actions_of("ru", _STORY + "Жители потребовали отставки мэра.")
    assert actions_of("ru", _STORY + "Певец анонсировал выход альбома.")
