"""What helps a person who marks a quote by hand: whether its words are given word for word, and who may have said
them."""

from __future__ import annotations

from typing import Literal

from briefing import language
from briefing.extract import analyse
from briefing.extract.people import cast
from briefing.extract.quotes import lexicon, marks
from briefing.model import Article

_DASHES = tuple("—–-")


def people(article: Article, *, models: bool = True) -> list[str]:
    """Return the names of the people whom the article names, said to speak or not, nominative and fullest."""
    return list(dict.fromkeys(person.name for person in cast(analyse(article, models=models)) if person.name))


def as_quote(article: Article, start: int, end: int) -> tuple[Literal["direct", "indirect"], int, int]:
    """Return what kind of quote words are, and their place without the marks that they were taken with.

    Words between quotation marks are direct, in one paragraph or several, and so is speech that a dash opens.
    """
    text = article.text
    running = [each for each in article.paragraphs if each.kind in ("title", "body", "list", "heading")]
    pairs = lexicon.of(language.get(article.language)).pairs
    found = marks.find(text, [(each.start, each.end) for each in running], pairs)
    inner = marks.trim(text, start, end)
    first = next((each for each in found if each.opening <= inner[0] < each.closing), None)
    last = next((each for each in reversed(found) if each.opening < inner[1]), None)
    if first is not None and last is not None and first.group == last.group and _is_over(text, last.closing, inner[1]):
        return "direct", max(start, first.start), min(end, last.end)
    spoken = (each for each in running if each.kind == "body" and text.startswith(_DASHES, each.start))
    line = next((each for each in spoken if each.start <= inner[0] and inner[1] <= each.end), None)
    if line is not None:
        return "direct", *inner
    return "indirect", start, end


def _is_over(text: str, closing: int, end: int) -> bool:
    """Whether nothing but a full stop follows the mark that closes: «Успеем»."""
    return not any(map(str.isalnum, text[closing:end]))
