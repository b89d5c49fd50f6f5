"""Key sentences: what is ranked first, what is left out."""

from __future__ import annotations

from datetime import date

import pytest

from briefing import language, sources
from briefing.extract import actions, extract, facts, figures, quotes, speakers
from briefing.extract.drafts import FactDraft

RUSSIAN = """Совет утвердил бюджет города на 2025 год
Городской совет утвердил бюджет на 2025 год в среду, 12 марта.
Заседание началось в полдень.
Расходы составят 4,2 млрд рублей, из них 900 млн рублей направят на ремонт школ.
«Я очень рад, что мы пришли сегодня сюда», — сказал депутат Иван Лосев.
Как быть с дорогами?
Напомним, в 1998 году совет впервые собрался в новом здании.
Об этом сообщила пресс-служба совета.
Городской совет в среду, 12 марта, утвердил бюджет на 2025 год.
Фото: пресс-служба"""

ENGLISH = """Council approves city budget
The city council approved the 2025 budget on Wednesday.
The meeting began at noon.
Spending will reach $4.2 million, of which $900,000 will go to schools.
"I am very happy that we came here today," said councillor Anna Reed.
What about the roads?
In 1998 the council met in its new building for the first time.
On Wednesday the city council approved the 2025 budget.
Photo: city council"""


def facts_of(code: str, text: str) -> list[tuple[str, FactDraft]]:
    """Return the key sentences of a text whose first line is its headline, with their words."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    document = language.get(code).analyse(text, spans, models=False)
    document.headline = [sentence for sentence in document.sentences if sentence.paragraph == 0]
    document.sentences = [sentence for sentence in document.sentences if sentence.paragraph > 0]
    published = date(2025, 3, 13)
    numbers = figures.find(document, published)
    utterances = quotes.find(document)
    cast = speakers.attribute(document, utterances)
    acting = actions.find(document, published, numbers, utterances, cast)
    return [(text[f.start : f.end], f) for f in facts.rank(document, numbers, utterances, acting)]


@pytest.mark.parametrize(
    ("code", "text", "event", "figure"),
    [
        ("ru", RUSSIAN, "Городской совет утвердил", "Расходы составят"),
        ("en", ENGLISH, "The city council", "Spending will"),
    ],
)
def test_the_event_and_its_figure_come_first(code: str, text: str, event: str, figure: str) -> None:
    first, second, *_ = [words for words, _ in facts_of(code, text)]
    assert first.startswith(event)
    assert second.startswith(figure)


@pytest.mark.parametrize(("code", "text"), [("ru", RUSSIAN), ("en", ENGLISH)])
def test_whole_sentences_in_order_of_their_scores(code: str, text: str) -> None:
    found = facts_of(code, text)
    assert all(words.endswith((".", "?")) for words, _ in found)
    scores = [fact.score for _, fact in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len(found) <= 10


@pytest.mark.parametrize(
    ("code", "text", "said_again"), [("ru", RUSSIAN, "бюджет на 2025"), ("en", ENGLISH, "2025 budget")]
)
def test_what_was_said_is_not_said_again(code: str, text: str, said_again: str) -> None:
    assert sum(said_again in words for words, _ in facts_of(code, text)) == 1


@pytest.mark.parametrize(("code", "text", "credit"), [("ru", RUSSIAN, "Фото"), ("en", ENGLISH, "Photo")])
def test_credits_are_no_facts(code: str, text: str, credit: str) -> None:
    assert not any(words.startswith(credit) for words, _ in facts_of(code, text))


def test_background_questions_and_feelings_come_late() -> None:
    ranks = [words for words, _ in facts_of("ru", RUSSIAN)]
    weighty = ranks.index(next(words for words in ranks if words.startswith("Расходы")))
    for opening in ("Как быть", "Напомним", "«Я очень", "Об этом"):
        rank = next((n for n, words in enumerate(ranks) if words.startswith(opening)), len(ranks))
        assert rank > weighty


def test_a_fact_names_the_figures_inside() -> None:
    (spending,) = [fact for words, fact in facts_of("ru", RUSSIAN) if words.startswith("Расходы")]
    assert len(spending.figures) == 2
    assert spending.kind in ("plan", "figure", "decision")


def test_an_empty_text_has_no_facts() -> None:
    document = language.get("ru").analyse("", [], models=False)
    assert facts.rank(document, [], [], []) == []


def test_a_fact_begins_behind_the_dash_of_speech() -> None:
    words = "— Мост на 300 метров откроют 5 мая, — сказал мэр. — Школу на 900 мест сдадут в июне."
    found = [fact for fact, _ in facts_of("ru", f"Новости города\n{words}")]
    assert found == ["Мост на 300 метров откроют 5 мая, — сказал мэр.", "Школу на 900 мест сдадут в июне."]


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("«Мост откроют 5 мая. Школу сдадут в июне», — сказал мэр.", "Мост откроют 5 мая."),
        ("Мэр сказал: «Всё готово. Мост на 300 метров откроют 5 мая».", "Мост на 300 метров откроют 5 мая"),
        ("Мост на 300 метров построил завод «Маяк».", "Мост на 300 метров построил завод «Маяк»."),
        ("«Маяк» построил мост на 300 метров.", "«Маяк» построил мост на 300 метров."),
    ],
)
def test_a_mark_whose_counterpart_is_elsewhere_is_left_out(words: str, fact: str) -> None:
    assert fact in [found for found, _ in facts_of("ru", f"Новости города\n{words}")]


@pytest.mark.parametrize(
    ("code", "words", "is_fact"),
    [
        ("en", "Sources say the council will close four schools in the spring.", True),
        ("en", "She read the letter to 300 voters on Monday.", True),
        ("en", "The council will close four schools before 5 p.m.", True),
        ("en", "Source: the council's report on four schools.", False),
        ("en", "Read more about the four schools that close in the spring.", False),
        ("ru", "Источник в мэрии сообщил, что весной закроют четыре школы.", True),
        ("ru", "Она читает лекции в четырёх школах города.", True),
        ("ru", "Источник: отчёт мэрии, который опубликовали весной.", False),
        ("ru", "Читайте также: четыре школы, которые закроют весной.", False),
    ],
)
def test_links_and_labels_are_told_from_sentences(code: str, words: str, is_fact: bool) -> None:
    opening = "City news\nThe city grew." if code == "en" else "Новости города\nГород вырос."
    assert any(words.startswith(fact[:-1]) for fact, _ in facts_of(code, f"{opening}\n{words}")) == is_fact


@pytest.mark.parametrize(("sentences", "kept"), [(12, 10), (80, 16)])
def test_a_long_article_has_more_facts(sentences: int, kept: int) -> None:
    towns = [f"{chr(65 + n // 26)}{chr(97 + n % 26)}ton" for n in range(sentences)]
    text = "\n".join(f"{town} council opened {town}hall near {town}wick and {town}by." for town in towns)
    assert len(facts_of("en", text)) == kept


@pytest.mark.parametrize(
    ("words", "is_fact"),
    [
        ("Свободных мест нет.", True),
        ("Ждать больше нельзя.", True),
        ("Стоимость билета — 700 рублей, для детей — 350.", True),
        ("Срок сдачи школы — 2027 год.", True),
        ("На снимке — глава города Иван Лосев", False),
        ("Фото — Иван Лосев, «Вестник».", False),
        ("Снимок: служба главы города.", False),
    ],
)
def test_a_sentence_without_a_verb_may_be_a_fact(words: str, is_fact: bool) -> None:
    text = f"Новости города\nГород вырос на пять улиц.\n{words}"
    assert any(fact.startswith(words[:-1]) for fact, _ in facts_of("ru", text)) == is_fact


def test_a_point_of_a_list_is_a_fact_without_its_mark() -> None:
    text = "• Завод выпустил 300 станков за год.\n\n• Цех построили в 1990 году и расширили в мае."
    briefing = extract(sources.article(text, "text"))
    assert {fact.text[0] for fact in briefing.facts} == {"З", "Ц"}


def test_what_only_leads_to_a_list_or_is_asked_for_in_it_is_no_fact() -> None:
    text = (
        "Шторм идёт к Луге\n\nВ Луге 5 мая отменили паромы.\n\nСпасатели советуют жителям берега и гостям города:\n"
        "• не парковать машины под деревьями и щитами;\n• закрыть окна и двери."
    )
    assert [fact.text for fact in extract(sources.article(text, "x")).facts] == ["В Луге 5 мая отменили паромы."]


@pytest.mark.parametrize(
    ("code", "line", "is_fact"),
    [
        ("en", "- Sales of $88 million, up 9%", True),
        ("en", "• Operating margin of 11.2%", True),
        ("en", "Record sales of $88 million; lifts forecast", True),
        ("en", "Acme pays $88 million for mill", False),
        ("en", "- Highlights of the quarter", False),
        ("en", "Outlook for 2026", False),
        ("en", "Photo of the $5 million pump by Tom Hart", False),
        ("en", "Sales, $ | 2025 | $88 million", False),
        ("ru", "- Выручка завода 88 млн рублей, рост 9%", True),
        ("ru", "Показатель, млн руб. | 2025 | 2024 | 9%", False),
        ("ru", "Фото моста за 88 млн рублей", False),
    ],
)
def test_a_line_without_a_verb_that_tells_a_sum_is_a_fact(code: str, line: str, is_fact: bool) -> None:
    opening = "City news\nThe city grew." if code == "en" else "Новости города\nГород вырос."
    facts = [fact for fact, _ in facts_of(code, f"{opening}\n{line}")]
    assert any(fact and line.endswith(fact) for fact in facts) == is_fact
