from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.model import Action, Article, Briefing, Figure, Paragraph, Quote, Speaker

Make = Callable[..., Briefing]


def span(text: str, words: str) -> dict[str, int | str]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def make_briefing(
    body: str,
    *,
    title: str = "Заголовок",
    date: str | None = "2025-11-19",
    place: str | None = None,
    source: str = "story.txt",
    language: str = "ru",
    said: list[tuple[str, str, str | None, str]] | None = None,
    actions: list[tuple[str, str | None]] | None = None,
    figures: list[tuple[str, str, float, str | None]] | None = None,
) -> Briefing:
    """Make a briefing: ``said`` has name, kind, role and words; ``actions`` words and deadline; ``figures`` words,
    kind, value and unit."""
    text = f"{title}\n\n{body}"
    article = Article(
        id=Article.identify(text),
        source=source,
        language=language,
        title=title,
        date=date,
        place=place,
        text=text,
        paragraphs=(
            Paragraph(start=0, end=len(title), kind="title"),
            Paragraph(start=len(title) + 2, end=len(text), kind="body"),
        ),
    )
    names = list(dict.fromkeys((name, kind, role) for name, kind, role, _ in said or []))
    ids = {name: f"s{n}" for n, (name, _, _) in enumerate(names, 1)}
    return Briefing(
        article=article,
        speakers=tuple(Speaker(id=ids[name], name=name, kind=kind, role=role) for name, kind, role in names),
        quotes=tuple(
            Quote(id=f"q{n}", kind="indirect", speaker=ids[name], **span(text, words))
            for n, (name, _, _, words) in enumerate(said or [], 1)
        ),
        actions=tuple(
            Action(id=f"a{n}", status="planned", deadline=deadline, **span(text, words))
            for n, (words, deadline) in enumerate(actions or [], 1)
        ),
        figures=tuple(
            Figure(id=f"n{n}", kind=kind, value=value, unit=unit, **span(text, words))
            for n, (words, kind, value, unit) in enumerate(figures or [], 1)
        ),
    )


@pytest.fixture
def make() -> Make:
    return make_briefing


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "shelf" / "library.db") as opened:
        yield opened
