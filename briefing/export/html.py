"""Briefings as one printable page: no script, nothing loaded, the evidence lit in the article with links both ways.

A link from an item goes to its words in the article; a link from the words goes to the item. Footnotes say the same
for paper, where no link can be followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from briefing.export import Options
from briefing.export.footnotes import Footnotes
from briefing.export.lines import one_line, printable
from briefing.export.own import GENERATOR
from briefing.export.summary import FIGURE_COLUMNS, Summary, summarise
from briefing.export.wording import Wording, wording
from briefing.frozen import frozen
from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Span

_DONE = "☑ "
# Lit stretches may overlap; of several items over the same words, the link goes to the first kind named here.
_KINDS = ("figure", "action", "quote", "fact")


@frozen
class _Light:
    """Words of the article that are the evidence of an item: ``anchor`` is unique on the page."""

    span: Span
    kind: str
    anchor: str


@frozen
class _Stretch:
    """A piece of the article between two boundaries of items: links cannot overlap, so no item ends inside it."""

    start: int
    end: int
    items: tuple[_Light, ...]


def document(briefings: Sequence[Briefing], options: Options) -> str:
    """Return one HTML page with all the briefings and their articles."""
    summaries = [summarise(briefing) for briefing in briefings]
    language = briefings[0].article.language if briefings else "en"
    title = ", ".join(summary.title for summary in summaries)
    style = (files("briefing.export") / "page.css").read_text(encoding="utf-8")
    lights = [_lights(summary, number) for number, summary in enumerate(summaries, 1)]
    footnotes = Footnotes() if options.evidence else None
    rules = "\n".join(_target_rule(light) for of_article in lights for light in of_article)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            GENERATOR,
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(title)}</title>",
            f"<style>\n{style}{rules}\n</style>",
            "</head>",
            "<body>",
            *(line for pair in zip(summaries, lights, strict=True) for line in _body(*pair, footnotes)),
            *(_notes(footnotes, wording(language)) if footnotes else ()),
            "</body>",
            "</html>\n",
        )
    )


def _text(text: str) -> str:
    return escape(one_line(text))


def _body(summary: Summary, lights: Sequence[_Light], footnotes: Footnotes | None) -> Iterator[str]:
    yield f'<article lang="{escape(summary.article.language)}">'
    yield '<section class="briefing">'
    yield f'<h1 dir="auto">{_text(summary.title)}</h1>'
    yield "<dl>"
    for label, value in summary.details:
        yield f'<dt>{_text(label)}</dt><dd dir="auto">{_text(value)}</dd>'
    yield "</dl>"
    yield from _items(summary, {id(light.span): light.anchor for light in lights}, footnotes)
    yield "</section>"
    yield f'<section class="source">\n<h2>{_text(summary.words.headings["article"])}</h2>'
    yield "".join(_article(summary.article, lights))
    yield "</section>\n</article>"


def _lights(summary: Summary, number: int) -> list[_Light]:
    found: list[tuple[str, Span]] = [("fact", fact) for fact in summary.facts]
    found += [("quote", quote) for speaker in summary.speakers for quote in speaker.quotes]
    found += [("action", entry.action) for entry in summary.actions]
    found += [("figure", entry.figure) for entry in summary.figures]
    # Not the item's own id: that may come from a file and hold anything, and a selector takes letters and digits.
    return [_Light(span, kind, f"{kind}-{number}-{place}") for place, (kind, span) in enumerate(found, 1)]


def _target_rule(light: _Light) -> str:
    """Light all words of the item whose link was followed, though only the first of them carry the anchor."""
    return f"body > article:has(#at-{light.anchor}:target) .of-{light.anchor}{{background:var(--target)}}"


def _items(summary: Summary, anchors: Mapping[int, str], footnotes: Footnotes | None) -> Iterator[str]:
    """Write the sections; ``anchors`` maps the identity of an item to its anchor."""
    words = summary.words

    def item(text: str, span: Fact | Quote | Action | Figure, *, opened: str = "<li", closed: str = "</li>") -> str:
        anchor = anchors[id(span)]
        link = f'<a class="evidence" href="#at-{anchor}" title="{escape(words.labels["to_article"])}">↗</a>'
        number = footnotes.number(summary, span) if footnotes else None
        note = f'<sup><a href="#note-{number}">{number}</a></sup>' if number else ""
        said = summary.remark(span)
        remark = f' <small dir="auto">{_text(said)}</small>' if said else ""
        return f'{opened} id="item-{anchor}" dir="auto">{text}{note}{remark} {link}{closed}'

    if summary.facts:
        yield f'<h2>{_text(words.headings["facts"])}</h2>\n<ul class="fact">'
        yield from (item(_text(summary.told(fact)), fact) for fact in summary.facts)
        yield "</ul>"
    if summary.speakers:
        yield f"<h2>{_text(words.headings['speakers'])}</h2>"
    for speaker in summary.speakers:
        yield f'<h3 dir="auto">{_text(speaker.name)}</h3>'
        if speaker.role:
            yield f'<p class="role" dir="auto">{_text(speaker.role)}</p>'
        if said := summary.remark(speaker.speaker):
            yield f'<p dir="auto"><small>{_text(said)}</small></p>'
        yield '<ul class="quote">'
        for quote in speaker.quotes:
            yield item(_text(summary.said(quote)), quote)
        yield "</ul>"
    if summary.actions:
        yield f'<h2>{_text(words.headings["actions"])}</h2>\n<ul class="action">'
        for action in summary.actions:
            text = f"{_DONE if action.is_done else ''}{_text(action.text)}"
            yield item(f'{text} <small dir="auto">{_text(action.details)}</small>', action.action)
        yield "</ul>"
    if summary.figures:
        labels = (words.labels[label] for label in FIGURE_COLUMNS)
        yield f'<h2>{_text(words.headings["figures"])}</h2>\n<table class="figure">'
        yield f"<thead><tr>{''.join(f'<th>{_text(label)}</th>' for label in labels)}</tr></thead>\n<tbody>"
        contexts = summary.contexts()
        for figure in summary.figures:
            texts = (figure.kind, figure.value, figure.unit, contexts[figure.figure.id])
            cells = "".join(f'<td dir="auto">{_text(text)}</td>' for text in texts)
            yield item(_text(figure.figure.text), figure.figure, opened="<tr><td", closed=f"</td>{cells}</tr>")
        yield "</tbody></table>"


def _notes(footnotes: Footnotes, words: Wording) -> Iterator[str]:
    yield f'<section class="notes">\n<h2>{_text(words.headings["notes"])}</h2>\n<ol>'
    yield from (f'<li id="note-{note.number}" dir="auto">{_text(note.text)}</li>' for note in footnotes.notes)
    yield "</ol>\n</section>"


def _article(article: Article, lights: Sequence[_Light]) -> Iterator[str]:
    elements = {"title": "h3", "heading": "h4"}
    stretches = [list(_stretches(paragraph, lights)) for paragraph in article.paragraphs]
    linked = {stretch.items[0] for of_paragraph in stretches for stretch in of_paragraph if stretch.items}
    placed: set[_Light] = set()
    for paragraph, of_paragraph in zip(article.paragraphs, stretches, strict=True):
        element = elements.get(paragraph.kind, "p")
        yield f'<{element} class="{paragraph.kind}" dir="auto">'
        for stretch in of_paragraph:
            words = escape(printable(article.text[stretch.start : stretch.end]))
            yield from (_anchor(light, is_linked=light in linked) for light in stretch.items if light not in placed)
            placed.update(stretch.items)
            yield _lit(words, stretch.items) if stretch.items else words
        yield f"</{element}>\n"


def _stretches(paragraph: Paragraph, lights: Iterable[_Light]) -> Iterator[_Stretch]:
    """Cut a paragraph where lights begin or end, the item that a stretch should link to first."""
    here = [light for light in lights if light.span.start < paragraph.end and light.span.end > paragraph.start]
    cuts = {paragraph.start, paragraph.end}
    for light in here:
        cuts |= {max(paragraph.start, light.span.start), min(paragraph.end, light.span.end)}
    for start, end in pairwise(sorted(cuts)):
        covering = [light for light in here if light.span.start <= start and light.span.end >= end]
        covering.sort(key=lambda light: (_KINDS.index(light.kind), light.span.end - light.span.start))
        yield _Stretch(start, end, tuple(covering))


def _anchor(light: _Light, *, is_linked: bool) -> str:
    """Return where the item's link leads; an item that no words could be a link to gets a mark that is one."""
    if is_linked:
        return f'<span id="at-{light.anchor}"></span>'
    return f'<a class="also {light.kind}" id="at-{light.anchor}" href="#item-{light.anchor}"></a>'


def _lit(words: str, items: Sequence[_Light]) -> str:
    kinds = dict.fromkeys(light.kind for light in items)
    classes = " ".join((*kinds, *(f"of-{light.anchor}" for light in items)))
    return f'<a class="{classes}" href="#item-{items[0].anchor}">{words}</a>'
