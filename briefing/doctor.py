"""What the program finds on this machine: for somebody who wonders, and for a bug report."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter

from briefing import __version__
from briefing.frozen import frozen
from briefing.settings import default_library, load, settings_path

_PACKAGES = (
    *("textual", "rich", "pydantic", "numpy", "pymorphy3", "DAWG2", "razdel", "natasha"),
    *("trafilatura", "feedparser", "pypdfium2", "python-docx", "charset-normalizer", "icalendar", "Jinja2"),
)
_OPTIONAL_PACKAGES = {
    "openpyxl": "it writes workbooks: pip install 'briefing[xlsx]'",
    "watchfiles": "it watches folders: pip install 'briefing[watch]'",
}
_SENTENCE = "В Пензу приехал Сергей Кротов."


@frozen
class Finding:
    """One line of the report; ``is_wrong`` when something that the program needs is not there."""

    subject: str
    text: str
    is_wrong: bool = False


def examine() -> Iterator[Finding]:
    """Yield what is found, quick things first; analysing a sentence at the end loads the language models."""
    yield Finding("briefing", f"{__version__}, {Path(__file__).parent}")
    yield Finding("Python", f"{platform.python_version()}, {sys.executable}")
    yield Finding("System", platform.platform())
    yield from _packages()
    yield from _settings()
    yield _library()
    yield _samples()
    yield from _terminal()
    yield _models()


def _packages() -> Iterator[Finding]:
    for name in (*_PACKAGES, *_OPTIONAL_PACKAGES):
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            what_for = _OPTIONAL_PACKAGES.get(name, "")
            # Without DAWG2, pymorphy3 reads its dictionary more slowly.
            is_needed = not what_for and name != "DAWG2"
            yield Finding(name, f"is not installed; {what_for}" if what_for else "is not installed", is_wrong=is_needed)


def _settings() -> Iterator[Finding]:
    path = settings_path()
    yield Finding("Settings", str(path) if path.exists() else f"{path} (not there: the defaults hold)")
    for mistake in load(path).mistakes:
        yield Finding("Settings", str(mistake), is_wrong=True)


def _library() -> Finding:
    from briefing.library import Library, LibraryError

    path = default_library()
    if not path.exists():
        return Finding("Library", f"{path} (not there: 'briefing add' begins it)")
    try:
        with Library(path) as library:
            return Finding("Library", f"{path}, {len(library)} {'article' if len(library) == 1 else 'articles'}")
    except LibraryError as error:
        return Finding("Library", str(error), is_wrong=True)


def _samples() -> Finding:
    from briefing.sources import samples

    found = samples()
    if not found:
        return Finding("Samples", "none found; install briefing again", is_wrong=True)
    return Finding("Samples", f"{len(found)} articles, {found[0].parent}")


def _terminal() -> Iterator[Finding]:
    if sys.stdout.isatty():
        columns, lines = shutil.get_terminal_size()
        yield Finding("Terminal", f"{columns} columns, {lines} lines, {sys.stdout.encoding}")
    else:
        yield Finding("Terminal", f"standard output is not a terminal, {sys.stdout.encoding}")
    for name in ("TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG"):
        if name in os.environ:
            yield Finding(name, os.environ[name])
    yield Finding("Encoding", locale.getpreferredencoding(do_setlocale=False))


def _models() -> Finding:
    from briefing import language

    began = perf_counter()
    try:
        document = language.get("ru").analyse(_SENTENCE, [(0, len(_SENTENCE))], models=True)
    except Exception as error:  # Whatever keeps the models from working is what is to be reported.
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        return Finding("Models", f"do not work ({cause}); install briefing again", is_wrong=True)
    if not any(name.kind == "person" for sentence in document.sentences for name in sentence.names):
        return Finding("Models", "find no name where there is one; install briefing again", is_wrong=True)
    return Finding("Models", f"work; the first Russian sentence took {perf_counter() - began:.1f} s")
