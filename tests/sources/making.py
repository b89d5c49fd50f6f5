"""Articles made of the bytes of a test."""

from __future__ import annotations

from pathlib import Path

from briefing.model import Article
from briefing.sources import SourceError
from briefing.sources.formats import draft
from briefing.sources.material import Material
from briefing.sources.wire import take_apart

DATA = Path(__file__).parents[1] / "data" / "sources"


def made(data: bytes, name: str = "story") -> Article:
    return take_apart(draft(Material(data, name))).finish(name)


def is_article_or_sentence(data: bytes) -> bool:
    try:
        return isinstance(made(data), Article)
    except SourceError as error:
        return str(error).isprintable()


def paragraphs(article: Article, kind: str = "body") -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs if each.kind == kind]
