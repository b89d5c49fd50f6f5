"""pydantic works without looking for plugins, and whoever asks for its own loader of them still gets it."""

import subprocess
import sys

ARTICLE = "from briefing.model import Span\nSpan(start=0, end=2, text='ёж')\n"


def run(script: str) -> str:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_no_metadata_of_packages_are_read() -> None:
    start = "import sys\nfrom briefing import plugins\nplugins.leave_out()\n"
    assert run(f"{start}{ARTICLE}print('importlib.metadata' in sys.modules)") == "False"


def test_what_else_the_loader_has_is_there() -> None:
    start = "from briefing import plugins\nplugins.leave_out()\n"
    asking = "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as group, get_plugins\n"
    assert run(f"{start}{asking}{ARTICLE}print(group, *get_plugins())") == "pydantic"


def test_models_are_models_without_it() -> None:
    assert run(f"{ARTICLE}print(Span(start=0, end=2, text='ёж').end)") == "2"
