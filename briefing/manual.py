"""The manual page, made from the commands themselves so that neither can say what the other does not (man-pages(7))."""

from __future__ import annotations

from collections.abc import Iterator

import click

from briefing import __version__

_ENVIRONMENT = (
    ("BRIEFING_LIBRARY", "The library's file, where --library names none."),
    ("NO_COLOR", "If it is set, the app shows no colours."),
)
_FILES = (
    ("~/.config/briefing/settings.toml", "The settings; 'briefing settings' says where they are on this system."),
    ("~/.local/share/briefing/library.db", "The library; 'briefing doctor' says where it is on this system."),
    ("NAME.briefing.toml", "What was decided on the briefing of NAME.txt, beside it."),
    ("NAME.md", "What 'briefing export' writes for the article NAME.txt, in the current folder."),
)
_EXIT_CODES = (
    ("0", "Everything was done."),
    ("2", "Something was not; one sentence on standard error for each thing says what."),
    ("130", "Interrupted with Ctrl+C."),
    ("141", "The reader of standard output has gone."),
)


def manual(group: click.Group) -> str:
    """Return the manual page of a group of commands, in roff."""
    return "\n".join(_lines(group)) + "\n"


def _lines(group: click.Group) -> Iterator[str]:
    context = click.Context(group, info_name="briefing", **group.context_settings)
    yield f'.TH BRIEFING 1 "" "briefing {__version__}" "User Commands"'
    yield from (".SH NAME", "briefing \\- read news articles beside their briefings")
    yield from (".SH SYNOPSIS", f"\\fBbriefing\\fR {_escaped(' '.join(group.collect_usage_pieces(context)))}")
    yield from (".SH DESCRIPTION", _paragraphs(group.help or ""))
    yield ".SH COMMANDS"
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            yield from _command(name, command, context)
    yield ".SH EXIT STATUS"
    for code, meaning in _EXIT_CODES:
        yield from (".TP", f".B {code}", _escaped(meaning))
    yield ".SH ENVIRONMENT"
    for name, meaning in _ENVIRONMENT:
        yield from (".TP", f".B {_escaped(name)}", _escaped(meaning))
    yield ".SH FILES"
    for path, meaning in _FILES:
        yield from (".TP", f".I {_escaped(path)}", _escaped(meaning))


def _command(name: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent)
    yield f".SS {_escaped(' '.join((name, *command.collect_usage_pieces(context))))}"
    yield _paragraphs(command.help or "")
    options = (parameter for parameter in command.get_params(context) if isinstance(parameter, click.Option))
    for option in options:
        record = option.get_help_record(context)
        if record is not None:
            names, explanation = record
            yield from (".TP", f"\\fB{_escaped(names)}\\fR", _escaped(explanation))


def _paragraphs(text: str) -> str:
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return "\n.PP\n".join(_escaped(paragraph) for paragraph in paragraphs if paragraph)


def _escaped(text: str) -> str:
    """Return the text so that roff prints it as it is, hyphens as those that one can copy into a shell."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line
