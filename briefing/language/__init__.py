"""What languages know: words, morphology, names and lexicons; never what is looked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from briefing.language import lexicons
from briefing.language.base import Document, Form, Language, Name, NameReading, Reading, Sentence, Token, fold

__all__ = ["Document", "Form", "Language", "Name", "NameReading", "Reading", "Sentence", "Token", "fold", "get"]


@cache
def get(code: str) -> Language:
    """Return the language with this ISO 639-1 code; a language without a folder here is read with the English one.

    A language is a sub-package with a class ``Grammar`` that has the methods of `Language`.
    """
    grammar: Language = import_module(f"{__name__}.{lexicons.known(code)}").Grammar()
    return grammar
