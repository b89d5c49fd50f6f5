"""The commands. Standard output is data, standard error narration; an error is one sentence and exit code 2.

What a command needs is imported when it runs, so that ``briefing --help`` is there at once.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from briefing import __version__

if TYPE_CHECKING:
    from briefing.model import Briefing

# numpy's threads fight over the cores when several processes run; it reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

STANDARD_OUTPUT = "-"


class ExitCode(IntEnum):
    """What the program says to the shell; the last two are what a shell reports for SIGINT and SIGPIPE."""

    DONE = 0
    FAILED = 2
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class CommandError(Exception):
    """A command cannot do what it was asked; the message is a sentence that says what, where and what to do."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the process with an `ExitCode`; ``arguments`` default to the process's own."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = commands.main(args=arguments, prog_name="briefing", standalone_mode=False)
    except click.UsageError as error:
        _say(_usage_message(error))
    except (click.ClickException, CommandError) as error:
        _say(str(error))
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except Exception as error:
        _say(_bug_message(error))
    else:
        return code if isinstance(code, int) else ExitCode.DONE
    return ExitCode.FAILED


def _say(sentence: str) -> None:
    """Write one line to standard error, whatever characters a file's name has."""
    visible = (mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in sentence)
    click.echo(f"briefing: {''.join(visible).rstrip('.')}.", err=True)


def _usage_message(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "briefing"
    sentence = " ".join(error.format_message().split()).rstrip(".")
    return f"{sentence}; '{command} --help' shows how it is used."


def _bug_message(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    cause = " ".join(f"{type(error).__name__}: {error}".split())
    return f"This is a mistake in the program, please report it: {cause} ({Path(place.filename).name}:{place.lineno})."


_Command = TypeVar("_Command", bound=Callable[..., object])


def _fast_option(command: _Command) -> _Command:
    return click.option("--fast", is_flag=True, help="Leave out the language models: quicker, finds fewer names.")(
        command
    )


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="briefing %(version)s")
@click.pass_context
def commands(context: click.Context) -> int:
    """Read a news article beside its briefing: key facts, who said what, what is to be done.

    Without a command, the bundled sample articles are listed in the app.
    """
    if context.invoked_subcommand is not None:
        return ExitCode.DONE
    _ask_for_terminal()
    return _open_app(())


@commands.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_fast_option
def read(files: tuple[str, ...], fast: bool) -> int:
    """Open articles in the app, each beside its briefing."""
    for file in files:
        _refuse_what_is_no_article(file)
    _ask_for_terminal()
    return _open_app(files, models=not fast)


@commands.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_fast_option
def extract(files: tuple[str, ...], fast: bool) -> int:
    """Write one briefing per article to standard output, as JSON Lines.

    A file that cannot be read is named on standard error; the others are done all the same.
    """
    code = ExitCode.DONE
    for file in files:
        try:
            briefing = _brief(file, models=not fast)
        except CommandError as error:
            _say(str(error))
            code = ExitCode.FAILED
        except Exception as error:  # A mistake in the program over one article is no reason to leave out the others.
            _say(f"{file}: {_bug_message(error)}")
            code = ExitCode.FAILED
        else:
            _write_out(briefing.model_dump_json() + "\n")
    return code


@commands.command()
@click.argument("file", metavar="FILE")
@click.option(
    "-o",
    "--output",
    metavar="OUT.md",
    help="Where to write; '-' is standard output. [default: FILE's name with .md, in the current folder]",
)
@click.option("--force", is_flag=True, help="Replace the output file if there is one.")
@_fast_option
def export(file: str, output: str | None, force: bool, fast: bool) -> None:
    """Write an article's briefing as Markdown."""
    from briefing.export import markdown

    text = markdown.render(_brief(file, models=not fast))
    if output == STANDARD_OUTPUT:
        _write_out(text)
        return
    path = Path(output or f"{Path(file).stem}.md")
    _write_file(path, text, sources=[file], force=force)
    click.echo(f"Wrote {path}", err=True)


@commands.command()
def schema() -> None:
    """Write the JSON Schema of a briefing to standard output."""
    import json

    from briefing.model import Briefing

    _write_out(json.dumps(Briefing.model_json_schema(), ensure_ascii=False, indent=2) + "\n")


def _ask_for_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CommandError("The app needs a terminal; 'briefing extract' and 'briefing export' work without one")


def _open_app(files: Sequence[str], *, models: bool = True) -> int:
    from importlib import import_module

    code: int = import_module("briefing.app").run(list(files), models=models)
    return code


def _refuse_what_is_no_article(file: str) -> None:
    """Let a file that looks like text pass at once; what else is wrong with it, the reading itself can say."""
    if Path(file).is_fifo():
        return  # What is read from a pipe is gone; the app reads it.
    try:
        with open(file, "rb") as opened:
            beginning = opened.read(4096)
    except OSError:
        beginning = b""
    if not beginning.strip() or b"\0" in beginning:
        from briefing.sources import SourceError, text

        try:
            text(file)
        except SourceError as error:
            raise CommandError(str(error)) from error


def _brief(file: str, *, models: bool) -> Briefing:
    from briefing.extract import extract
    from briefing.sources import SourceError, read

    try:
        article = read(file)
    except SourceError as error:
        raise CommandError(str(error)) from error
    return extract(article, models=models)


def _write_out(text: str) -> None:
    """Write UTF-8 to standard output, whatever the terminal's encoding; leave quietly when its reader has gone."""
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What Python still holds for standard output must not fail once more when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.PIPE_CLOSED)
    except OSError as error:
        raise CommandError(f"Standard output cannot be written: {error.strerror}.") from error


def _write_file(path: Path, text: str, *, sources: Iterable[str], force: bool) -> None:
    from briefing.export.files import write

    if any(_is_same_file(path, source) for source in sources):
        raise CommandError(f"{path} is the article itself; name another file with -o.")
    try:
        write(path, text, overwrite=force)
    except FileExistsError as error:
        raise CommandError(f"{path} exists already; name another file with -o or replace it with --force.") from error
    except OSError as error:
        cause = error.strerror or str(error)
        raise CommandError(f"{path} cannot be written ({cause}); name another file with -o.") from error


def _is_same_file(path: Path, source: str) -> bool:
    try:
        return path.samefile(source)
    except OSError:
        return False
