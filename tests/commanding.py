"""The command line, run in a test."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import cli

ARTICLE = """\
Мост через Тихую откроют в декабре

Луговое, 3 апреля 2025. Вести реки. Мост через реку Тихую построят до конца года, на него выделено 1,25 млрд рублей.

«Откроем движение в декабре», — сказала мэр Анна Речная.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str


Runner = Callable[..., Outcome]


def is_one_sentence(outcome: Outcome, *parts: str) -> bool:
    """Tell whether the outcome is a failure said in one line that has the parts."""
    lines = outcome.err.splitlines()
    return (
        outcome.code == 2
        and outcome.out == ""
        and len(lines) == 1
        and lines[0].startswith("briefing: ")
        and lines[0].endswith(".")
        and all(part in lines[0] for part in parts)
    )


def runner(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Return a function that runs the command line, and returns what it wrote and its exit code."""

    def run(*arguments: str | Path) -> Outcome:
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Outcome(int(left.value.code), written.out, written.err)

    return run
