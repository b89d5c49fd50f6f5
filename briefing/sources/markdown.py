"""Markdown with front matter (YAML or TOML): the rendered words, the fields of the front matter."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from briefing.sources.clean import inline
from briefing.sources.dates import first_date
from briefing.sources.decode import decode
from briefing.sources.draft import Block, Draft, Metadata
from briefing.sources.errors import SourceError
from briefing.sources.markup import fragment_blocks
from briefing.sources.material import Material

FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<data>[\s\S]{0,65536}?)\r?\n(?P=fence)[ \t]*(?:\r?\n|\Z)"
)
"""Fields between fences at the very start: three dashes for YAML, three plus signs for TOML."""

_LARGEST = 96 * 1024  # some marks take time that grows with the square of the length
_FEWEST_QUESTIONS = 2
_FIELDS = {
    "title": ("title", "headline", "заголовок"),
    "date": ("date", "published", "publishdate", "pubdate", "дата"),
    "place": ("place", "location", "dateline", "город", "место"),
    "agency": ("agency", "publisher", "source", "outlet", "агентство", "источник"),
    "rubric": ("rubric", "section", "category", "categories", "рубрика"),
    "byline": ("author", "authors", "byline", "автор"),
    "photo_credit": ("photo", "photo_credit", "image_credit", "фото"),
    "url": ("url", "link", "canonical", "canonical_url"),
}


def read(material: Material) -> Draft:
    """Return the article of a Markdown text; raises `SourceError` if its front matter cannot be read."""
    if len(material.data) > _LARGEST:
        raise SourceError(
            material.where, "is Markdown of more than {most} KB", "give one article at a time", most=_LARGEST >> 10
        )
    text = decode(material.data, material.where).replace("\r\n", "\n")
    metadata = Metadata()
    front = FRONT_MATTER.match(text)
    if front is not None:
        metadata = _metadata(_fields(front["fence"], front["data"], material.where))
        text = text[front.end() :]
    return Draft.from_blocks(_blocks(text, titled=metadata.title is not None), metadata)


def _fields(fence: str, data: str, where: str) -> Mapping[str, Any]:
    if fence == "+++":
        try:
            return tomllib.loads(data)
        except tomllib.TOMLDecodeError as error:
            raise SourceError(
                where, "its front matter is no TOML ({reason})", "mend or remove it", reason=error
            ) from error
    import yaml

    try:
        fields = yaml.safe_load(data)
    except (yaml.YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise SourceError(
            where, "its front matter is no YAML ({reason})", "mend or remove it", reason=reason
        ) from error
    return fields if isinstance(fields, dict) else {}


def _metadata(fields: Mapping[str, Any]) -> Metadata:
    values = {str(key).lower(): value for key, value in fields.items()}
    metadata = Metadata()
    for field, names in _FIELDS.items():
        for name in names:
            value = _scalar(values.get(name))
            metadata.fill(field, first_date(value) if field == "date" and value else value)
    return metadata


def _scalar(value: Any) -> str | None:
    """Return a field's value as words: a text, a date, or the first few of a list."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_scalar(each) for each in value[:4] if not isinstance(each, list)))) or None
    if isinstance(value, dict):
        name = value.get("name")
        return _scalar(name) if isinstance(name, str) else None
    if isinstance(value, date):
        return value.isoformat()[:10]
    return inline(str(value))[:300] or None if isinstance(value, str | int | float) else None


def _blocks(text: str, *, titled: bool) -> Iterator[Block]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    interview = _is_interview(tokens)
    lists: list[int | None] = []
    row: list[str] = []
    for place, token in enumerate(tokens):
        opener = tokens[place - 1].type if place else ""
        match token.type:
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "tr_close":
                yield Block(" | ".join(filter(None, row)), "list")
                row.clear()
            case "fence" | "code_block":
                yield from (Block(line) for line in token.content.split("\n") if line.strip())
            case "html_block":
                yield from fragment_blocks(token.content)
            case "inline" if opener in {"td_open", "th_open"}:
                row.append(_words(token))
            case "inline" if opener == "heading_open":
                top = tokens[place - 1].tag == "h1" and not titled
                titled = titled or top
                yield Block(_words(token), "title" if top else "heading")
            case "inline" if lists:
                yield Block(_item(lists, _words(token)), "list")
            case "inline":
                asks = interview and _is_bold(token)
                yield from (
                    Block(line, "heading" if asks else None) for line in _words(token).split("\n") if line.strip()
                )


def _is_bold(token: Any) -> bool:
    """Tell whether all words of a paragraph stand between one pair of bold marks."""
    kinds = [child.type for child in token.children or () if child.type != "text" or child.content.strip()]
    whole = len(kinds) > 2 and kinds[0] == "strong_open" and kinds[-1] == "strong_close"
    return whole and kinds.count("strong_open") == 1


def _is_interview(tokens: Sequence[Any]) -> bool:
    """Tell whether paragraphs in bold are the questions of an interview: several of them, one with its mark."""
    bold = [_words(token).strip() for token in tokens if token.type == "inline" and _is_bold(token)]
    return len(bold) >= _FEWEST_QUESTIONS and any(words.endswith("?") for words in bold)


def _item(lists: list[int | None], words: str) -> str:
    number = lists[-1]
    if number is None:
        return f"• {words}"
    lists[-1] = number + 1
    return f"{number}. {words}"


def _words(token: Any) -> str:
    """Return the words of inline Markdown: marks gone, links as their text, pictures as their description."""
    parts = []
    for child in token.children or ():
        if child.type in {"text", "code_inline", "image"}:
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or child.content.lower().startswith("<br"):
            parts.append("\n")
    return "".join(parts)
