"""Lexicons: TOML files beside a language's code, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(language: str, name: str) -> Mapping[str, Any]:
    """Return ``briefing/language/LANGUAGE/NAME.toml`` as a mapping.

    Raises:
        KeyError: there is no such file.
    """
    file = resources.files("briefing.language").joinpath(language, f"{name}.toml")
    if not file.is_file():
        raise KeyError(f"language {language!r} has no lexicon {name!r}")
    return tomllib.loads(file.read_text(encoding="utf-8"))
