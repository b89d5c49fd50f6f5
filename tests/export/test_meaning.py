"""What a figure means beside its words, and a footnote's sentence cut at its edges."""

import pytest

from briefing.export.context import contexts
from briefing.export.evidence import Evidence
from briefing.export.summary import summarise
from briefing.model import Article, Briefing, Figure, Paragraph, Span


def article(text: str) -> Article:
    paragraphs = (Paragraph(start=0, end=len(text), kind="body"),)
    return Article(id=Article.identify(text), source="a.txt", language="ru", text=text, paragraphs=paragraphs)


@pytest.mark.parametrize(
    ("words", "kind", "value", "unit", "meaning"),
    [
        ("30%", "percent", 30, "%", ""),
        ("треть", "percent", 33, "%", "33 %"),
        ("2024 год", "date", "2024", None, ""),
        ("к маю 2024 года", "date", "/2024-05", None, "до мая 2024 года"),
        ("2 региона", "count", 2, "регион", ""),
        ("два региона", "count", 2, "регион", "2"),
        ("12 тысяч человек", "count", 12000, "человек", "12\u00a0000"),
        ("3 млрд рублей", "money", 3e9, "RUB", "3\u00a0000\u00a0000\u00a0000 RUB"),
        ("много", "other", None, None, ""),
    ],
)
def test_only_what_the_words_do_not_say_is_added(
    words: str, kind: str, value: float | str | None, unit: str | None, meaning: str
) -> None:
    figure = Figure(id="n1", kind=kind, value=value, unit=unit, start=0, end=len(words), text=words)
    [entry] = summarise(Briefing(article=article(words), figures=(figure,))).figures
    assert entry.meaning == meaning


@pytest.mark.parametrize(
    ("sentence", "item", "shown"),
    [
        ("— Мост построят весной, — сказал мэр.", "Мост построят", "Мост построят весной, — сказал мэр."),
        ("«Мост построят весной.", "построят", "Мост построят весной."),
        ("Мост построят весной».", "построят", "Мост построят весной"),
        ("Построят «Весенний мост».", "Построят", "Построят «Весенний мост»."),
        ("«Мост» построят весной.", "построят", "«Мост» построят весной."),
        ("— Мост построят весной.", "— Мост", "— Мост построят весной."),
    ],
)
def test_evidence_has_no_stray_marks_at_its_edges(sentence: str, item: str, shown: str) -> None:
    found = article(sentence)
    start = sentence.index(item)
    assert Evidence(found).of(Span(start=start, end=start + len(item), text=item)).text == shown


@pytest.mark.parametrize(
    ("sentence", "item", "shown"),
    [
        ("К маю\nих станет 340.", "340", "К маю их станет 340."),
        (
            "Сейчас на мосту работают 210 человек, а к маю, когда начнут бетонировать опоры, их станет 340.",
            "340",
            "…на мосту работают 210 человек, а к маю, когда начнут бетонировать опоры, их станет 340.",
        ),
        (
            "Сейчас на мосту работают 210 человек, а к маю, когда начнут бетонировать опоры, их станет 340.",
            "210 человек",
            "Сейчас на мосту работают 210 человек, а к маю, когда начнут бетонировать опоры, их станет…",
        ),
        (f"Подписали {'оченьдлинноеслово' * 9} и 5.", "5", "…и 5."),
    ],
)
def test_figures_stand_with_the_words_around_them(sentence: str, item: str, shown: str) -> None:
    start = sentence.index(item)
    figure = Figure(id="n1", kind="count", value=1, start=start, end=start + len(item), text=item)
    assert contexts(article(sentence), [figure]) == {"n1": shown}
