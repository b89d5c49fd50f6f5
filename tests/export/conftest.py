"""A small briefing with one item of each sort, made by hand."""

from collections.abc import Callable

import pytest

from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Span, Speaker

ARTICLE = """\
Мэр Лугового рассказал о новом мосте

Луговое, 3 апреля 2025. Вести реки. Мост через реку Тихую построят до конца года, на него выделено 1,25 млрд рублей.

«Откроем движение в декабре», — сказала мэр Анна Речная. По её словам, 30% работ уже сделано.
Жителей предупредят заранее.
"""

Finder = Callable[[str], dict[str, int | str]]


def find(text: str, words: str) -> dict[str, int | str]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


@pytest.fixture(scope="session")
def bridge() -> Briefing:
    """A Russian article about a bridge, with a speaker's two quotes and one that is nobody's."""

    def span(words: str) -> dict[str, int | str]:
        return find(ARTICLE, words)

    first = ARTICLE.index("Луговое, 3")
    second = ARTICLE.index("«Откроем")
    article = Article(
        id=Article.identify(ARTICLE),
        source="/home/reader/most.txt",
        language="ru",
        title="Мэр Лугового рассказал о новом мосте",
        date="2025-04-03",
        place="Луговое",
        agency="Вести реки",
        text=ARTICLE,
        paragraphs=(
            Paragraph(start=0, end=first - 2, kind="title"),
            Paragraph(start=first, end=second - 2, kind="body"),
            Paragraph(start=second, end=len(ARTICLE) - 1, kind="body"),
        ),
    )
    return Briefing(
        article=article,
        speakers=(
            Speaker(
                id="s1", name="Анна Речная", kind="person", role="мэр", mentions=(Span(**span("мэр Анна Речная")),)
            ),
        ),
        quotes=(
            Quote(
                id="q1",
                kind="direct",
                speaker="s1",
                cue=Span(**span("сказала")),
                via="name",
                **span("Откроем движение в декабре"),
            ),
            Quote(id="q2", kind="indirect", speaker="s1", via="pronoun", **span("30% работ уже сделано")),
            Quote(id="q3", kind="indirect", **span("Жителей предупредят заранее")),
        ),
        figures=(
            Figure(id="n1", kind="date", value="/2025-12-31", **span("до конца года")),
            Figure(id="n2", kind="money", value=1250000000, unit="RUB", **span("1,25 млрд рублей")),
            Figure(id="n3", kind="percent", value=30.0, unit="%", **span("30%")),
        ),
        facts=(
            Fact(
                id="f1",
                kind="figure",
                score=0.9,
                figures=("n1", "n2"),
                **span("Мост через реку Тихую построят до конца года, на него выделено 1,25 млрд рублей."),
            ),
            Fact(id="f2", kind="statement", score=0.4, **span("По её словам, 30% работ уже сделано.")),
        ),
        actions=(
            Action(
                id="a1",
                status="planned",
                actor="администрация Лугового",
                deadline="/2025-12-31",
                deadline_span=Span(**span("до конца года")),
                **span("Мост через реку Тихую построят до конца года"),
            ),
            Action(id="a2", status="planned", speaker="s1", **span("Откроем движение в декабре")),
        ),
    )
