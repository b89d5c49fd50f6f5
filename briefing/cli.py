"""The commands. Standard output is data, standard error narration; an error is one sentence and exit code 2.

What a command needs is imported when it runs, so that ``briefing --help`` is there at once.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click
from click.shell_completion import CompletionItem

from briefing import __version__
from briefing.arguments import Batch, articles_argument, date_option
from briefing.console import CommandError, ExitCode, describe_bug, say, write_out
from briefing.export import FORMATS, ExportError, Options, documents
from briefing.launch import open_app

# numpy's threads fight over the cores when several processes run; it reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# pydantic would look for plugins in the metadata of every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

SHELLS = ("bash", "fish", "zsh")
_PLACE = re.compile(r"[./\\]|^-$")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the process with an `ExitCode`; ``arguments`` default to the process's own."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = commands.main(args=arguments, prog_name="briefing", standalone_mode=False)
    except click.UsageError as error:
        say(_usage_message(error))
    except (click.ClickException, CommandError, ExportError) as error:
        say(str(error))
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except Exception as error:
        say(describe_bug(error))
    else:
        return code if isinstance(code, int) else ExitCode.DONE
    return ExitCode.FAILED


def _usage_message(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "briefing"
    sentence = " ".join(error.format_message().split()).rstrip(".")
    # What click guesses is a sentence of its own, in brackets or not.
    sentence = re.sub(r"\.? \(?Did you mean (.+?\?)\)?$", r" (did you mean \1)", sentence)
    return f"{sentence}; '{command} --help' shows how it is used"


class _Commands(click.Group):
    """Takes up the commands of the other modules when one of them is asked for, or all: ``read`` opens without them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        self._take_up()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands:
            self._take_up()
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take what is no command but looks like a place of an article for one to read: ``briefing story.txt``."""
        place = _PLACE.search(args[0]) is not None or Path(args[0]).exists()
        if place and self.get_command(ctx, args[0]) is None:
            args = ["read", *args]
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete commands, or the file that may stand for one."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def _take_up(self) -> None:
        from briefing import exporting, filling, reviewing, shelf, syncing

        for module in (exporting, filling, shelf, reviewing, syncing):
            for command in module.COMMANDS:
                self.add_command(command)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="briefing %(version)s")
@click.pass_context
def commands(context: click.Context) -> int:
    """Read a news article beside its briefing: key facts, who said what, what is to be done.

    Without a command, the library is opened in the app, or the bundled sample articles while it is empty; a FILE
    instead of a command is opened as by read.
    """
    return open_app(()) if context.invoked_subcommand is None else ExitCode.DONE


@commands.command()
@articles_argument
@click.option("--plain", is_flag=True, help="Write article and briefing to standard output instead, without an app.")
@date_option
def read(files: tuple[str, ...], fast: bool, plain: bool, day: str | None) -> int:
    """Open articles in the app, each beside its briefing.

    One that cannot be read is named, and the others are opened.
    """
    if plain:
        return _read_plainly(files, models=not fast, day=day)
    readable = []
    for file in files:
        try:
            _refuse_what_is_no_article(file)
        except CommandError as error:
            say(str(error))
        else:
            readable.append(file)
    if not readable:
        return ExitCode.FAILED
    code = open_app(readable, models=not fast, day=day)
    return code or (ExitCode.DONE if len(readable) == len(files) else ExitCode.FAILED)


@commands.command()
@articles_argument
@date_option
def extract(files: tuple[str, ...], fast: bool, day: str | None) -> int:
    """Write one briefing per article, as JSON Lines.

    A file may be a web address too, or '-' for standard input; each entry of a feed is an article. One that cannot be
    read is named on standard error, and the others are done all the same.
    """
    batch = Batch(files, models=not fast, day=day)
    for briefing in batch:
        write_out(briefing.model_dump_json() + "\n")
    return batch.code


@commands.command()
def schema() -> None:
    """Write the JSON Schema of a briefing."""
    import json

    from briefing.review.record import Checked

    write_out(json.dumps(Checked.model_json_schema(), ensure_ascii=False, indent=2) + "\n")


@commands.command()
@click.option("--init", is_flag=True, help="Write the settings file, every setting in it as a comment.")
def settings(init: bool) -> int:
    """Say where the settings are and what is wrong with them."""
    from briefing.app.objections import objections
    from briefing.settings import load, settings_path

    path = settings_path()
    if init:
        _write_settings(path)
        return ExitCode.DONE
    write_out(f"{path}\n")
    loaded = load(path)
    mistakes = [*loaded.mistakes, *objections(loaded.settings)]
    for mistake in mistakes:
        say(str(mistake))
    if not path.exists():
        click.echo("There is no such file yet; 'briefing settings --init' writes one.", err=True)
    return ExitCode.FAILED if mistakes else ExitCode.DONE


@commands.command()
def doctor() -> int:
    """Say what is installed and whether it works, for a bug report."""
    from briefing.doctor import examine

    code = ExitCode.DONE
    for finding in examine():
        write_out(f"{'!' if finding.is_wrong else ' '} {finding.subject:<12} {finding.text}\n")
        if finding.is_wrong:
            code = ExitCode.FAILED
    return code


@commands.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Write what makes a shell complete the commands.

    In a shell's own settings: eval "$(briefing completion bash)".
    """
    from click.shell_completion import get_completion_class

    completes = get_completion_class(shell)
    if completes is None:
        raise CommandError(f"There is no completion for {shell}")
    write_out(completes(commands, {}, "briefing", "_BRIEFING_COMPLETE").source() + "\n")


@commands.command()
def manual() -> None:
    """Write the manual page: briefing manual | man -l -."""
    from briefing.manual import manual

    write_out(manual(commands))


def _write_settings(path: Path) -> None:
    from briefing.app.commands import COMMANDS
    from briefing.settings import initial_text
    from briefing.writing import write

    keys = {command.id: (command.keys, command.title) for command in COMMANDS}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, initial_text(keys))
    except FileExistsError as error:
        raise CommandError(f"{path} exists already; edit it, or move it away to begin anew") from error
    except OSError as error:
        raise CommandError(f"{path} cannot be written ({error.strerror or error})") from error
    click.echo(f"Wrote {path}", err=True)


def _refuse_what_is_no_article(file: str) -> None:
    """Let a file that begins like an article pass at once; what is wrong with another, the reading itself can say."""
    from briefing.sources import SourceError, text
    from briefing.sources.files import is_address
    from briefing.sources.formats import sniff

    if is_address(file) or Path(file).is_fifo():
        return  # The app reads it: an answer takes a while, and what is read from a pipe is gone.
    beginning = b""
    # Standard input is read as a whole, before the app takes its keys from there.
    if file != "-":
        with suppress(OSError), open(file, "rb") as opened:
            beginning = opened.read(8192)
    kind = sniff(beginning, file)
    if not beginning.strip() or not kind or (kind == "text" and b"\0" in beginning):
        try:
            text(file)
        except SourceError as error:
            raise CommandError(str(error)) from error


def _read_plainly(files: Sequence[str], *, models: bool, day: str | None) -> int:
    from briefing.export.text import article_in_reading_order
    from briefing.reviewing import checked

    batch = Batch(files, models=models, day=day)
    for number, briefing in enumerate(checked(batch, None, use="all", whatever=True)):
        summary = documents(FORMATS["text"], [briefing], Options(comments=True))[""]
        write_out("* * *\n\n" if number else "")
        write_out(f"{article_in_reading_order(briefing.article)}\n* * *\n\n{summary!s}\n")
    return batch.code
