"""The commands that write briefings for people and programs: in a format, through a template, as a digest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import shelf
from briefing.arguments import Batch, articles_argument, date_option, fast_option, library_option, without_exports
from briefing.console import CommandError, ExitCode, say, write_out
from briefing.export import FORMATS, LAYERS, TEMPLATE, Format, Options, documents, format_of
from briefing.reviewing import Use, checked, reviewed_option

if TYPE_CHECKING:
    from briefing.model import Briefing

STANDARD_OUTPUT = "-"


comments_option = click.option("--comments", is_flag=True, help="What a reviewer noted on the items too.")


# Fields of `Options` that not every format takes.
_SOME_FORMATS_TAKE = ("evidence", "front_matter", "events")


def _layers(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the layers that are named with commas between them, in the order in which they are always exported."""
    named = [part.strip() for part in value.split(",")]
    if unknown := [part for part in named if part not in LAYERS]:
        raise click.BadParameter(f"{unknown[0]!r} is no layer; choose from {', '.join(LAYERS)}", context, option)
    return tuple(layer for layer in LAYERS if layer in named)


@click.command()
@articles_argument
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
@click.option("--front-matter", is_flag=True, help="Begin Markdown with the article's fields as YAML.")
@click.option("--events", is_flag=True, help="Calendar events instead of tasks.")
@click.option(
    "--template", type=click.Path(), metavar="FILE", help="A Jinja2 template of your own; see 'briefing template'."
)
@click.option("--force", is_flag=True, help="Replace files that are there already.")
@comments_option
@date_option
@reviewed_option
@library_option
def export(
    files: tuple[str, ...],
    fast: bool,
    form: str | None,
    output: str | None,
    only: tuple[str, ...],
    min_score: float,
    evidence: bool,
    front_matter: bool,
    events: bool,
    template: str | None,
    force: bool,
    comments: bool,
    day: str | None,
    reviewed: Use,
    path: Path | None,
) -> int:
    """Write briefings as documents, tables, calendars or data.

    The formats are Markdown, HTML, plain text, Word, JSON, CSV, Excel and iCalendar. What a review says goes with it:
    edited values and what is done; dismissed items are left out, and comments unless they are asked for.
    """
    from briefing.export import outputs

    target, suffix = _format(form, output, template)
    own = _template_text(template) if template else ""
    options = Options(only, min_score, evidence, front_matter, events, own, comments)
    _refuse_what_does_not_fit(target, options)
    batch = Batch(files, models=not fast, day=day)
    if output == STANDARD_OUTPUT:
        if target.is_table and len(only) > 1:
            raise CommandError(f"A {target.name} table holds one layer; choose it with --only")
        if briefings := list(checked(batch, path, use=reviewed)):
            write_out(documents(target, briefings, options)[""])
            _say_if_empty(target, briefings, "standard output")
        return batch.code
    if output and output.endswith("/"):
        _make_folder(Path(output))
    layers = only if target.is_table and len(only) > 1 else ("",)
    for planned in outputs.plan(files, suffix, output):
        for layer in layers:
            _refuse_to_replace(outputs.layer_path(planned.path, layer), files, force=force)
    # Planned once more now that it is known which files have articles, and how many.
    found = list(checked(batch, path, use=reviewed))
    plan = outputs.plan([briefing.article.source for briefing in found], suffix, output) if found else []
    of_each = [(planned.path, [found[index] for index in planned.articles]) for planned in plan]
    written: list[Path] = []
    try:
        for output_path, briefings in of_each:
            written.extend(_write(output_path, target, options, briefings, files, force=force))
    finally:
        _say_written(written, tables=target.is_table)
    for output_path, briefings in of_each:
        _say_if_empty(target, briefings, str(output_path))
    return batch.code


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(), metavar="FILE...|QUERY...")
@fast_option
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    default=STANDARD_OUTPUT,
    metavar="OUT.md",
    help="The file to write. [default: standard output]",
)
@click.option("--facts", type=click.IntRange(0), default=3, show_default=True, help="Key facts of each article.")
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@comments_option
@reviewed_option
@library_option
def digest(
    articles: tuple[str, ...],
    fast: bool,
    output: str,
    facts: int,
    force: bool,
    comments: bool,
    reviewed: Use,
    path: Path | None,
) -> int:
    """Write one digest of many articles.

    It has key facts by article, who said what, and the agenda. The articles are files, all files of a folder, or what
    'briefing search' finds in the library for a query; dismissed items are left out. Of articles that nearly repeat
    each other the first is shown, and names the others.
    """
    from briefing.export.digest import document
    from briefing.export.selection import without_comments
    from briefing.library.adding import expand
    from briefing.sources.files import is_address

    if Path(output).suffix not in ("", ".md"):
        raise CommandError(f"{output}: a digest is Markdown; name a file that ends in .md")
    if any(os.path.exists(article) or is_address(article) for article in articles):
        batch = Batch(without_exports(expand(articles)), models=not fast)
    else:
        batch = Batch.of(shelf.briefings_of(" ".join(articles), path))
    found = list(checked(batch, path, use=reviewed))
    if not found and batch.code is ExitCode.DONE:
        raise CommandError(
            f"Nothing was found for {' '.join(articles)}; name files, or words of articles in the library"
        )
    if not found:
        return batch.code
    shown, reprints = _once(found if comments else [without_comments(briefing) for briefing in found])
    text = document(shown, facts, reprints)
    if output == STANDARD_OUTPUT:
        write_out(text)
    else:
        read = [briefing.article.source for briefing in found]
        _refuse_to_replace(Path(output), read, force=force)
        _write_file(Path(output), text.encode(), read, force=force)
        _say_written([Path(output)])
    return batch.code


def _once(briefings: Sequence[Briefing]) -> tuple[list[Briefing], dict[str, list[Briefing]]]:
    """Return the briefings without those of reprints, and these by the id of the article that they nearly repeat.

    The first that was published stands for the others.
    """
    from briefing.library.sketch import first_alike

    in_order = sorted(briefings, key=lambda briefing: (not briefing.article.date, briefing.article.date or ""))
    shown: list[Briefing] = []
    reprints: dict[str, list[Briefing]] = {}
    for briefing, first in zip(in_order, first_alike(each.article.text for each in in_order), strict=True):
        if in_order[first] is briefing:
            shown.append(briefing)
        elif in_order[first].article.id != briefing.article.id:
            reprints.setdefault(in_order[first].article.id, []).append(briefing)
    return shown, reprints


@click.command()
def template() -> None:
    """Write the standard Markdown template, to begin one's own from."""
    from briefing.export.template import standard

    write_out(standard())


def _format(name: str | None, output: str | None, template: str | None) -> tuple[Format, str]:
    """Return the format to write and the suffix that its files get."""
    if template and name:
        raise CommandError("--template and --format cannot go together; the template is the format")
    if template:
        # «digest.md.j2» makes Markdown.
        inner = Path(Path(template).stem).suffix
        return TEMPLATE, inner or TEMPLATE.suffix
    chosen = FORMATS[name] if name else (format_of(output or "") or _usual(output))
    return chosen, chosen.suffix


def _refuse_what_does_not_fit(target: Format, options: Options) -> None:
    """Refuse layers and options that the format has nothing of: they would be left out without a word."""
    if not set(target.layers) & set(options.layers):
        held = " and ".join(target.layers)
        raise CommandError(f"A {target.name} holds {held} only; name {held} with --only, or another format")
    for name in _SOME_FORMATS_TAKE:
        if getattr(options, name) and name not in target.takes:
            fitting = ", ".join(form.name for form in FORMATS.values() if name in form.takes)
            option = f"--{name.replace('_', '-')}"
            raise CommandError(f"{option} does not go with the format {target.name}; it works with {fitting}")


def _usual(output: str | None) -> Format:
    """Return the format of a file whose name has no ending, or none that is known.

    Raises:
        CommandError: the ending is one that no format has.
    """
    ending = Path(output or "").suffix
    if ending and not (str(output).endswith(("/", os.sep)) or Path(str(output)).is_dir()):
        known = ", ".join(form.suffix for form in FORMATS.values())
        raise CommandError(f"{output}: {ending} is the ending of no format; end it in one of {known}, or name --format")
    return FORMATS["markdown"]


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"{path} cannot be made ({error.strerror}); name another folder with -o") from error


def _template_text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}: the template cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: the template is not UTF-8 text; save it as UTF-8") from error


def _refuse_to_replace(path: Path, sources: Sequence[str], *, force: bool) -> None:
    """Say before the work begins what writing would say after it."""
    _refuse_the_article(path, sources)
    if not path.parent.exists():
        raise CommandError(f"{path}: there is no folder {path.parent}; make it first, or name another file with -o")
    if not force and os.path.lexists(path):
        raise CommandError(f"{path} exists already; name another file with -o or replace it with --force")


def _refuse_the_article(path: Path, sources: Sequence[str]) -> None:
    from briefing.export.outputs import is_article

    if is_article(path, sources):
        raise CommandError(f"{path} is the article itself; name another file with -o")


def _write(
    output: Path,
    target: Format,
    options: Options,
    briefings: Sequence[Briefing],
    files: Sequence[str],
    *,
    force: bool,
) -> Iterator[Path]:
    """Yield each file when it is written."""
    from briefing.export.outputs import layer_path

    for layer, document in documents(target, briefings, options).items():
        data = document.encode(target.encoding) if isinstance(document, str) else document
        path = layer_path(output, layer)
        _write_file(path, data, files, force=force)
        yield path


def _say_if_empty(target: Format, briefings: Sequence[Briefing], where: str) -> None:
    """Say that a calendar has nothing in it: whoever opens it would take it for a mistake."""
    from briefing.export.selection import has_deadlines

    if target.name == "calendar" and not any(map(has_deadlines, briefings)):
        say(f"No action has a deadline, so {where} holds none")


def _write_file(path: Path, data: bytes, articles: Sequence[str], *, force: bool) -> None:
    from briefing.writing import write

    _refuse_the_article(path, articles)
    try:
        write(path, data, overwrite=force)
    except FileExistsError as error:
        raise CommandError(f"{path} exists already; replace it with --force") from error
    except OSError as error:
        cause = error.strerror or str(error)
        raise CommandError(f"{path} cannot be written ({cause}); name another file with -o") from error


def _say_written(paths: Sequence[Path], *, tables: bool = False) -> None:
    """Say what was written: a line a file; of tables, of which each article has several in one folder, one line."""
    lines: Sequence[object] = paths
    if tables and len(paths) > len(LAYERS):
        lines = [f"{len(paths)} tables to {paths[0].parent}{os.sep}"]
    elif tables and paths:
        lines = [", ".join(map(str, paths))]
    for line in lines:
        click.echo(f"Wrote {line}", err=True)


COMMANDS = (export, digest, template)
