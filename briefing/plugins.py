"""Plugins of pydantic, of which the program uses none; looking for them takes a twentieth of a short run."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_LOADER = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands in for pydantic's loader of plugins, which imports all that reads the metadata of packages.

    Asked for anything that this version of pydantic does not ask for, it makes room for the loader itself.
    """

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(_LOADER, None)
        return getattr(import_module(_LOADER), name)


def leave_out() -> None:
    """Let pydantic, which must not have been imported yet, look for no plugins."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(_LOADER, _NoPlugins(_LOADER))
