"""The commands. Standard output is data, standard error narration; an error is one sentence and exit code 2.

What a command needs is imported when it runs, so that ``briefing --help`` is there at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from briefing import __version__, shelf
from briefing.console import CommandError, ExitCode, describe_bug, require_terminal, say, write_out
from briefing.export import FORMATS, LAYERS, TEMPLATE, ExportError, Format, Options, documents, format_of

if TYPE_CHECKING:
    from briefing.export.outputs import Output
    from briefing.model import Briefing

# numpy's threads fight over the cores when several processes run; it reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

STANDARD_OUTPUT = "-"
SHELLS = ("bash", "fish", "zsh")


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
    return f"{sentence}; '{command} --help' shows how it is used."


_Command = TypeVar("_Command", bound=Callable[..., object])


def _articles(command: _Command) -> _Command:
    """Give a command its files and the choice that all who analyse them have."""
    files = click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
    fast = click.option("--fast", is_flag=True, help="Leave out the language models: quicker, finds fewer names.")
    return files(fast(command))


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="briefing %(version)s")
@click.pass_context
def commands(context: click.Context) -> int:
    """Read a news article beside its briefing: key facts, who said what, what is to be done.

    Without a command, the bundled sample articles are listed in the app.
    """
    return _open_app(()) if context.invoked_subcommand is None else ExitCode.DONE


@commands.command()
@_articles
@click.option("--plain", is_flag=True, help="Write article and briefing to standard output instead, without an app.")
def read(files: tuple[str, ...], fast: bool, plain: bool) -> int:
    """Open articles in the app, each beside its briefing."""
    if plain:
        return _read_plainly(files, models=not fast)
    for file in files:
        _refuse_what_is_no_article(file)
    return _open_app(files, models=not fast)


@commands.command()
@_articles
def extract(files: tuple[str, ...], fast: bool) -> int:
    """Write one briefing per article to standard output, as JSON Lines.

    A file that cannot be read is named on standard error; the others are done all the same.
    """
    done = 0
    for _, briefing in _briefings(files, models=not fast):
        write_out(briefing.model_dump_json() + "\n")
        done += 1
    return ExitCode.DONE if done == len(files) else ExitCode.FAILED


def _layers(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the layers that are named with commas between them, in the order in which they are always exported."""
    named = [part.strip() for part in value.split(",")]
    if unknown := [part for part in named if part not in LAYERS]:
        raise click.BadParameter(f"{unknown[0]!r} is no layer; choose from {', '.join(LAYERS)}", context, option)
    return tuple(layer for layer in LAYERS if layer in named)


@commands.command()
@_articles
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="[default: by -o, else markdown]")
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    metavar="OUT",
    help="A file for all articles, a folder for a file each, '-' for standard output. "
    "[default: a file each, with the article's name, in the current folder]",
)
@click.option(
    "--only", default=",".join(LAYERS), callback=_layers, metavar="LAYER,...", help=f"[default: {', '.join(LAYERS)}]"
)
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, help="Leave out key facts that matter less.")
@click.option("--evidence", is_flag=True, help="Footnotes with the sentence that each item stands in.")
@click.option("--events", is_flag=True, help="Calendar events instead of tasks.")
@click.option(
    "--template", type=click.Path(), metavar="FILE", help="A Jinja2 template of your own; see 'briefing template'."
)
@click.option("--force", is_flag=True, help="Replace files that are there already.")
def export(
    files: tuple[str, ...],
    fast: bool,
    form: str | None,
    output: str | None,
    only: tuple[str, ...],
    min_score: float,
    evidence: bool,
    events: bool,
    template: str | None,
    force: bool,
) -> int:
    """Write articles' briefings for people and programs: Markdown, HTML, Word, tables, calendars and more."""
    from briefing.export import outputs

    target, suffix = _format(form, output, template)
    options = Options(only, min_score, evidence, events, _template_text(template) if template else "")
    if output == STANDARD_OUTPUT:
        if target.is_table and len(only) > 1:
            raise CommandError(f"A {target.name} table holds one layer; choose it with --only")
        briefings = [briefing for _, briefing in _briefings(files, models=not fast)]
        if briefings:
            write_out(documents(target, briefings, options)[""])
        return ExitCode.DONE if len(briefings) == len(files) else ExitCode.FAILED
    planned = outputs.plan(files, suffix, output)
    layers = only if target.is_table and len(only) > 1 else ("",)
    for path in (outputs.layer_path(each.path, layer) for each in planned for layer in layers):
        _refuse_to_replace(path, files, force=force)
    found = dict(_briefings(files, models=not fast))
    for each in planned:
        _write(each, target, options, [found[index] for index in each.articles if index in found], force=force)
    return ExitCode.DONE if len(found) == len(files) else ExitCode.FAILED


@commands.command()
def template() -> None:
    """Write the standard Markdown template to standard output, to begin one's own from."""
    from briefing.export.template import standard

    write_out(standard())


@commands.command()
def schema() -> None:
    """Write the JSON Schema of a briefing to standard output."""
    import json

    from briefing.model import Briefing

    write_out(json.dumps(Briefing.model_json_schema(), ensure_ascii=False, indent=2) + "\n")


@commands.command()
@click.option("--init", is_flag=True, help="Write the settings file, every setting in it as a comment.")
def settings(init: bool) -> int:
    """Say where the settings are and what is wrong with them."""
    from briefing.settings import load, settings_path

    path = settings_path()
    if init:
        _write_settings(path)
        return ExitCode.DONE
    write_out(f"{path}\n")
    mistakes = load(path).mistakes
    for mistake in mistakes:
        say(mistake)
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
    """Write what makes a shell complete the commands: eval "$(briefing completion bash)"."""
    from click.shell_completion import get_completion_class

    completes = get_completion_class(shell)
    if completes is None:
        raise CommandError(f"There is no completion for {shell}")
    write_out(completes(commands, {}, "briefing", "_BRIEFING_COMPLETE").source() + "\n")


@commands.command()
def manual() -> None:
    """Write the manual page to standard output: briefing manual | man -l -."""
    from briefing.manual import manual

    write_out(manual(commands))


def _write_settings(path: Path) -> None:
    from briefing.app.commands import COMMANDS
    from briefing.export.files import write
    from briefing.settings import initial_text

    keys = {command.id: (command.keys, command.title) for command in COMMANDS}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, initial_text(keys))
    except FileExistsError as error:
        raise CommandError(f"{path} exists already; edit it, or move it away to begin anew") from error
    except OSError as error:
        raise CommandError(f"{path} cannot be written ({error.strerror or error})") from error
    click.echo(f"Wrote {path}", err=True)


def _open_app(files: Sequence[str], *, models: bool = True) -> int:
    require_terminal()
    from briefing import app
    from briefing.settings import load

    loaded = load()
    for mistake in loaded.mistakes:
        say(mistake)
    return app.run(list(files), models=models, settings=loaded.settings)


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


def _read_plainly(files: Sequence[str], *, models: bool) -> int:
    from briefing.export.text import article_in_reading_order

    done = 0
    for _, briefing in _briefings(files, models=models):
        summary = documents(FORMATS["text"], [briefing], Options())[""]
        write_out(f"{article_in_reading_order(briefing.article)}\n* * *\n\n{summary!s}\n")
        done += 1
    return ExitCode.DONE if done == len(files) else ExitCode.FAILED


def _briefings(files: Sequence[str], *, models: bool) -> Iterator[tuple[int, Briefing]]:
    """Yield each file's number and briefing; say what is wrong with a file that has none, and leave it out."""
    from briefing.extract import extract
    from briefing.sources import SourceError, read

    for index, file in enumerate(files):
        try:
            briefing = extract(read(file), models=models)
        except SourceError as error:
            say(str(error))
        except Exception as error:  # A mistake in the program over one article is no reason to leave out the others.
            say(f"{file}: {describe_bug(error)}")
        else:
            yield index, briefing


def _format(name: str | None, output: str | None, template: str | None) -> tuple[Format, str]:
    """Return the format to write and the suffix that its files get."""
    if template and name:
        raise CommandError("--template and --format cannot go together; the template is the format")
    if template:
        # «digest.md.j2» makes Markdown.
        inner = Path(Path(template).stem).suffix
        return TEMPLATE, inner or TEMPLATE.suffix
    chosen = FORMATS[name] if name else (format_of(output or "") or FORMATS["markdown"])
    return chosen, chosen.suffix


def _template_text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}: the template cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: the template is not UTF-8 text; save it as UTF-8") from error


def _refuse_to_replace(path: Path, sources: Sequence[str], *, force: bool) -> None:
    """Say before the work begins what writing would say after it."""
    if any(os.path.exists(source) and path.exists() and path.samefile(source) for source in sources):
        raise CommandError(f"{path} is the article itself; name another file with -o")
    if not force and os.path.lexists(path):
        raise CommandError(f"{path} exists already; name another file with -o or replace it with --force")


def _write(output: Output, target: Format, options: Options, briefings: Sequence[Briefing], *, force: bool) -> None:
    from briefing.export.files import write
    from briefing.export.outputs import layer_path

    if not briefings:
        return
    for layer, document in documents(target, briefings, options).items():
        path = layer_path(output.path, layer)
        data = document.encode(target.encoding) if isinstance(document, str) else document
        try:
            write(path, data, overwrite=force)
        except FileExistsError as error:
            raise CommandError(f"{path} exists already; replace it with --force") from error
        except OSError as error:
            cause = error.strerror or str(error)
            raise CommandError(f"{path} cannot be written ({cause}); name another file with -o") from error
        click.echo(f"Wrote {path}", err=True)


for command in shelf.COMMANDS:
    commands.add_command(command)
