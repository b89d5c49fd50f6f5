"""What was ticked by hand in a Markdown file that `briefing.export.markdown` wrote, or any with task lists like its."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.export.lines import one_line
from briefing.export.wording import languages, wording
from briefing.frozen import frozen

_BOX = re.compile(r"\[([ xX])\]\s+(.*)", re.DOTALL)
_BETWEEN = "·"
_FOOTNOTE = re.compile(r"(?:\[\^[^\]\s]+\])+$")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)


@frozen
class Section:
    """What stands under one title: who published it, as the file says it, and the texts of its tasks, ticked and open.

    ``article`` is the id of the article where the front matter has it, ``source`` the name of its file or its address;
    "" for what the file does not say.
    """

    title: str
    article: str
    source: str
    ticked: tuple[str, ...]
    open: tuple[str, ...] = ()


def sections(text: str) -> list[Section]:
    """Return the sections of a Markdown file, one for each of its titles."""
    front = _FRONT_MATTER.match(text)
    ids = _ids(front[1]) if front else []
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(text[front.end() :] if front else text)
    starts = [index for index, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"]
    parts = [tokens[start:end] for start, end in pairwise((*starts, len(tokens)))] or [tokens]
    if len(ids) != len(parts):
        ids = [""] * len(parts)
    return [_section(part, article) for part, article in zip(parts, ids, strict=True)]


def _ids(front_matter: str) -> list[str]:
    """Return the ids of the articles in their order."""
    try:
        fields = yaml.safe_load(front_matter)
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: of a date that there is not
        return []
    if not isinstance(fields, dict):
        return []
    articles = fields.get("articles") if isinstance(fields.get("articles"), list) else [fields]
    ids = [article.get("id") for article in articles or () if isinstance(article, dict)]
    return [id_ if isinstance(id_, str) else "" for id_ in ids]


def _section(tokens: Sequence[Token], article: str) -> Section:
    title = _text(tokens[1]) if tokens and tokens[0].type == "heading_open" else ""
    items = list(_items(tokens))
    source = _labelled("file", items) or _labelled("source", items).rpartition(_BETWEEN)[2].strip()
    boxes = [box for box in map(_BOX.fullmatch, items) if box]
    ticked, unticked = (
        tuple(_FOOTNOTE.sub("", box[2]).strip() for box in boxes if (box[1] != " ") is is_ticked)
        for is_ticked in (True, False)
    )
    return Section(title, article, source, ticked, unticked)


def _labelled(name: str, items: Sequence[str]) -> str:
    """Return what stands behind a label of the article's details, in whatever language; "" where it is not there."""
    labels = [f"{wording(language).labels[name]}:" for language in languages()]
    return next((item.removeprefix(label).strip() for item in items for label in labels if item.startswith(label)), "")


def _items(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the own text of each item of a list, without the items below it."""
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            first = next((inner for inner in tokens[index + 1 : index + 3] if inner.type == "inline"), None)
            if first is not None:
                yield _text(first)


def _text(inline: Token) -> str:
    parts = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in inline.children or ())
    return one_line("".join(parts))
