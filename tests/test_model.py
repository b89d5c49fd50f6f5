"""The document model refuses what is not in the article, and its JSON is what the contract says."""

import json

import pytest
from pydantic import ValidationError

from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Span, Speaker

TEXT = "Заголовок\n\nМост откроют в мае, сказал мэр."


def article(**fields: object) -> Article:
    values: dict[str, object] = {
        "id": Article.identify(TEXT),
        "source": "a.txt",
        "language": "ru",
        "text": TEXT,
        "paragraphs": (Paragraph(start=0, end=9, kind="title"), Paragraph(start=11, end=len(TEXT), kind="body")),
    }
    return Article.model_validate(values | fields)


def span(words: str) -> dict[str, int | str]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def test_a_briefing_becomes_the_json_of_the_contract_and_back() -> None:
    briefing = Briefing(
        article=article(),
        speakers=(Speaker(id="s1", name="мэр", kind="unnamed", mentions=(Span(**span("мэр")),)),),
        quotes=(
            Quote(id="q1", kind="indirect", speaker="s1", cue=Span(**span("сказал")), **span("Мост откроют в мае")),
        ),
        figures=(Figure(id="n1", kind="date", **span("мае")),),
        facts=(Fact(id="f1", kind="event", score=0.5, figures=("n1",), **span("Мост откроют в мае, сказал мэр.")),),
        actions=(Action(id="a1", status="planned", deadline_span=Span(**span("в мае")), **span("Мост откроют в мае")),),
    )
    line = briefing.model_dump_json()
    data = json.loads(line)
    assert list(data) == ["schema", "article", "speakers", "quotes", "figures", "facts", "actions"]
    assert data["schema"] == "briefing/1"
    assert data["quotes"][0]["via"] is None
    assert Briefing.model_validate_json(line) == briefing
    assert [found.text for found in briefing.spans()] == [
        *("мэр", "Мост откроют в мае", "сказал", "мае", "Мост откроют в мае, сказал мэр."),
        *("Мост откроют в мае", "в мае"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "text"), [(11, 15, "мост"), (11, 15, "Мос"), (12, 16, "Мост"), (0, 0, ""), (-1, 3, "Мост")]
)
def test_words_that_the_article_does_not_have_there_are_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(ValidationError):
        Briefing.model_validate(
            {
                "article": article(),
                "facts": [{"id": "f1", "kind": "x", "score": 1, "start": start, "end": end, "text": text}],
            }
        )


def test_nested_spans_are_checked_too() -> None:
    elsewhere = Span(start=0, end=3, text="мэр")
    with pytest.raises(ValidationError, match="but the article has 'Заг' there"):
        Briefing(article=article(), quotes=(Quote(id="q1", kind="direct", cue=elsewhere, **span("Мост")),))
    with pytest.raises(ValidationError):
        Briefing(article=article(), speakers=(Speaker(id="s1", name="мэр", kind="unnamed", mentions=(elsewhere,)),))
    with pytest.raises(ValidationError):
        Briefing(
            article=article(), actions=(Action(id="a1", status="planned", deadline_span=elsewhere, **span("Мост")),)
        )


def test_references_must_exist() -> None:
    with pytest.raises(ValidationError, match="speaker 's9'"):
        Briefing(article=article(), quotes=(Quote(id="q1", kind="direct", speaker="s9", **span("Мост")),))
    with pytest.raises(ValidationError, match="speaker 's9'"):
        Briefing(article=article(), actions=(Action(id="a1", status="planned", speaker="s9", **span("Мост")),))
    with pytest.raises(ValidationError, match="n9"):
        Briefing(article=article(), facts=(Fact(id="f1", kind="x", score=0, figures=("n9",), **span("Мост")),))


@pytest.mark.parametrize("bounds", [((0, 0),), ((5, 3),), ((0, 999),), ((0, 9), (8, 20)), ((11, 20), (0, 9))], ids=str)
def test_paragraphs_lie_in_order_in_the_text(bounds: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValidationError, match="paragraph"):
        article(paragraphs=[{"start": start, "end": end, "kind": "body"} for start, end in bounds])


def test_models_are_frozen_and_take_no_unknown_fields() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        article().title = "other"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="headline"):
        article(headline="other")


def test_a_score_is_from_0_to_1() -> None:
    with pytest.raises(ValidationError):
        Fact(id="f1", kind="x", score=1.5, **span("Мост"))


def test_the_id_depends_on_the_text_alone() -> None:
    assert Article.identify(TEXT) == Article.identify(TEXT)
    assert Article.identify(TEXT) != Article.identify(TEXT + " ")
    assert len(Article.identify("")) == 16
