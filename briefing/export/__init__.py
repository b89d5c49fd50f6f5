"""Briefings → files: every format behind one registry, its module imported when it is first used.

A format's module has ``document(briefings, options) -> str | bytes``: one document with all the briefings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.frozen import frozen
from briefing.mistake import RefusedError

if TYPE_CHECKING:
    from briefing.model import Briefing

__all__ = ["FORMATS", "LAYERS", "TEMPLATE", "ExportError", "Format", "Options", "documents", "format_of"]

LAYERS = ("facts", "quotes", "actions", "figures")
"""What an export can be limited to; the speakers come with their quotes."""


class ExportError(RefusedError):
    """A briefing cannot be written like this; the message is a sentence that says why and what to do."""


@frozen
class Options:
    """What may differ from one export to the next.

    Attributes:
        layers: the layers that are exported, from `LAYERS`.
        minimum_score: key facts below this score (0 to 1) are left out.
        evidence: give each item a footnote with the sentence that it stands in, where the format has footnotes.
        front_matter: begin Markdown with the article's fields as YAML, for programs that keep notes or make sites.
        events: write actions as events of a calendar instead of tasks.
        template: the text of a Jinja2 template, for `TEMPLATE`.
        comments: what a reviewer noted on the items too; a format that has the whole review has them anyway.
    """

    layers: Sequence[str] = field(default=LAYERS)
    minimum_score: float = 0.0
    evidence: bool = False
    front_matter: bool = False
    events: bool = False
    template: str = ""
    comments: bool = False


@frozen
class Format:
    """A format: its name on the command line, the suffix of its files, and what it is in a few words.

    ``encoding`` is that of a file, for a format that is text. ``is_table`` says that a document holds one layer alone,
    ``has_review`` that it holds the whole review. ``layers`` are those that it has, ``takes`` the fields of `Options`
    that change it and not every format.
    """

    name: str
    suffix: str
    title: str
    encoding: str = "utf-8"
    is_table: bool = False
    has_review: bool = False
    layers: Sequence[str] = field(default=LAYERS)
    takes: Sequence[str] = ()

    def document(self, briefings: Sequence[Briefing], options: Options) -> str | bytes:
        """Return one document with all the briefings."""
        document: str | bytes = import_module(f"briefing.export.{self.name}").document(briefings, options)
        return document


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        known.name: known
        for known in (
            Format("markdown", ".md", "Markdown with task lists and tables", takes=("evidence", "front_matter")),
            Format("html", ".html", "one printable page with the evidence lit in the article", takes=("evidence",)),
            Format("text", ".txt", "plain text for chats and mail", takes=("evidence",)),
            Format("docx", ".docx", "a Word document", takes=("evidence",)),
            Format("json", ".json", "the briefing as data, by the schema", has_review=True),
            Format("csv", ".csv", "a table for each layer", encoding="utf-8-sig", is_table=True),
            Format("xlsx", ".xlsx", "a workbook with a sheet for each layer"),
            Format(
                "calendar",
                ".ics",
                "actions with a deadline as calendar tasks",
                layers=("actions",),
                takes=("events",),
            ),
        )
    }
)

TEMPLATE = Format("template", ".txt", "what your own template makes of it")
"""The format that `Options.template` describes; it is chosen by giving a template and not by its name."""


def format_of(name: str) -> Format | None:
    """Return the format whose files end like the file ``name``; None if there is none."""
    return next((known for known in FORMATS.values() if name.lower().endswith(known.suffix)), None)


def documents(form: Format, briefings: Sequence[Briefing], options: Options) -> dict[str, str | bytes]:
    """Return what is to be written: the documents by the layer that each holds, "" for one that holds all.

    Raises:
        ExportError: the format needs something that is not there, or the template has a mistake.
    """
    from briefing.export.selection import select, without_comments

    if not (options.comments or form.has_review):
        briefings = [without_comments(briefing) for briefing in briefings]

    def chosen(layers: Sequence[str]) -> list[Briefing]:
        return [select(briefing, layers, options.minimum_score) for briefing in briefings]

    if not form.is_table:
        return {"": form.document(chosen(options.layers), options)}
    one_only = len(options.layers) == 1
    tables = {}
    for layer in options.layers:
        only = Options(layers=(layer,), minimum_score=options.minimum_score, comments=options.comments)
        tables["" if one_only else layer] = form.document(chosen(only.layers), only)
    return tables
