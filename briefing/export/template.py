"""Briefings through a reader's own Jinja2 template, in a sandbox: a template can read a briefing and nothing else.

``templates/markdown.md.j2`` is the standard Markdown as such a template, and says what there is to use.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.export import ExportError, Options
from briefing.export.dates import format_date
from briefing.export.lines import one_line
from briefing.export.markdown import escape
from briefing.export.summary import spoken, summarise
from briefing.model import Briefing


def document(briefings: Sequence[Briefing], options: Options) -> str:
    """Return what the template makes of the briefings.

    Raises:
        ExportError: the template has a mistake, or asks for what there is not.
    """
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters.update(markdown=escape, line=one_line, spoken=spoken, date=format_date)
    try:
        return environment.from_string(options.template).render(
            summaries=[summarise(briefing) for briefing in briefings]
        )
    except TemplateSyntaxError as error:
        raise ExportError(
            "The template has a mistake in line {line}: {reason}.", line=error.lineno, reason=error.message
        ) from error
    except Exception as error:  # A template can do anything, so anything can go wrong in it.
        cause = " ".join(str(error).split()) or type(error).__name__
        raise ExportError("The template cannot be filled in: {reason}.", reason=cause) from error


def standard() -> str:
    """Return the standard Markdown export as a template, to begin from."""
    return (files("briefing.export") / "templates" / "markdown.md.j2").read_text(encoding="utf-8")
