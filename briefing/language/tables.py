"""TOML files of words, kept ready to use beside them, as Python keeps the byte code of modules."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

_SUFFIX = ".py"


class _Loader(SourceFileLoader):
    """Takes a TOML file for the source of a module, so that Python itself decides what is kept and when it is old.

    Reading what is kept takes a tenth of the time of parsing. Where nothing can be written, or
    PYTHONDONTWRITEBYTECODE asks for that, the file is parsed each time. The module's path has a suffix more than the
    file's, lest words.toml and words.py be kept under one name.
    """

    def path_stats(self, path: str) -> Mapping[str, Any]:
        return super().path_stats(path.removesuffix(_SUFFIX))

    def get_data(self, path: str) -> bytes:
        return super().get_data(path.removesuffix(_SUFFIX))

    @staticmethod
    def source_to_code(data: Any, path: Any = "", *, _optimize: int = -1) -> CodeType:
        import tomllib

        return compile(repr(marshal.dumps(tomllib.loads(data.decode()))), path, "eval")


def read(path: Path) -> dict[str, Any]:
    """Return what the TOML file says.

    Raises:
        OSError: it cannot be read.
        tomllib.TOMLDecodeError: it is no TOML.
    """
    code = _Loader(path.name, f"{path}{_SUFFIX}").get_code(path.name)
    assert code is not None
    table: dict[str, Any] = marshal.loads(eval(code))
    return table
