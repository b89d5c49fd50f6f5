"""The interface's own words in the reader's language: gettext over the catalogues in ``locale/``.

The English message is the key; `_` translates when something is drawn, `N_` only marks a message that is kept in a
table, so that the language can change while the app runs.
"""

from __future__ import annotations

import os
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from briefing.mistake import Mistake

LANGUAGES = ("en", "ru")
LOCALE = Path(__file__).parent / "locale"

_current: NullTranslations = NullTranslations()
_language = "en"


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message for the catalogue and return it untranslated."""
    return message


def _(message: str, **values: object) -> str:
    """Return the message in the current language with ``{name}`` fields filled in."""
    translated = _current.gettext(message)
    return translated.format(**values) if values else translated


def spoken(mistake: Mistake) -> str:
    """Return what is wrong in the current language."""
    values = {name: spoken(value) if isinstance(value, Mistake) else value for name, value in mistake.values.items()}
    return _(mistake.message, **values)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message for this count, with ``{count}`` filled in."""
    return _current.ngettext(singular, plural, count).format(count=count)


def use(language: str | None = None) -> str:
    """Speak this language (one of `LANGUAGES`, or what the locale says) and return which one it became."""
    global _current, _language
    _language = language if language in LANGUAGES else from_locale()
    _current = _catalogue(_language)
    return _language


def current() -> str:
    """Return the language that the interface speaks."""
    return _language


def from_locale() -> str:
    """Return the interface language that LC_ALL, LC_MESSAGES or LANG ask for, English when they ask for neither."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            code = value.split("_")[0].split(".")[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"


@cache
def _catalogue(language: str) -> NullTranslations:
    path = LOCALE / language / "LC_MESSAGES" / "briefing.mo"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)
