"""Answers kept with the sentence or document that they are about, which no longer changes once it is analysed."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

_Text = TypeVar("_Text", bound="Remembering")
_Details = ParamSpec("_Details")
_Answer = TypeVar("_Answer")


class Remembering(Protocol):
    """What has room for answers, by question and details."""

    @property
    def memory(self) -> dict[tuple[object, ...], Any]: ...


def remembered(
    ask: Callable[Concatenate[_Text, _Details], _Answer],
) -> Callable[Concatenate[_Text, _Details], _Answer]:
    """Let a question that several rules ask of a sentence, with details that can be hashed, be answered once.

    The answer is shared, so nobody may change it. Not for what is asked before words and names are settled.
    """

    def answer(text: _Text, /, *args: _Details.args, **kwargs: _Details.kwargs) -> _Answer:
        if kwargs:
            raise TypeError(f"{ask.__name__} takes its details by position, so that they can be looked up")
        question = (ask, *args)
        memory = text.memory
        if question not in memory:
            memory[question] = ask(text, *args, **kwargs)
        found: _Answer = memory[question]
        return found

    update_wrapper(answer, ask)
    return answer
