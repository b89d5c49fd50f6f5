"""Who is to act, in Russian: those addressed, those who speak, those that the clause does not name."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


def test_we_are_the_speaker() -> None:
    (action,) = actions_of("ru", "«Мы построим три детских сада», — сказала директор Анна Белова.")
    assert action.actor == "Анна Белова"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Вскоре подростку будут предъявлены обвинения.", None),
        ("Обвинения будут предъявлены следователями в мае.", "следователи"),
        ("Директорам городских школ и детских садов рекомендовано проверить счётчики.", "директора"),
        ("Завод обязан открыть столовую.", "завод"),
    ],
)
def test_who_is_to_act_is_whom_it_is_told_and_not_to_whom_it_is_done(text: str, actor: str | None) -> None:
    (action,) = actions_of("ru", text)
    assert (action.actor or "").casefold().startswith(actor) if actor else action.actor is None


def test_people_who_act_are_named_in_full() -> None:
    text = "Певица Ольга Белова приехала в город. В мае Белова выступит в парке."
    assert [action.actor for action in actions_of("ru", text)] == ["Ольга Белова"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Компания «Ладога» купила завод. В июне здесь начнут выпускать лодки.", "Компания «Ладога»"),
        (
            "«Осенью будет открыт второй цех», — сказал директор завода «Ладога» Иван Лосев.",
            "завод «Ладога»",
        ),
        ("Осенью будет открыт второй цех, сообщила пресс-служба министерства.", "министерство"),
        ("В среду пройдут выборы, сообщила комиссия.", None),
    ],
)
def test_who_acts_where_the_clause_does_not_say(text: str, actor: str | None) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]
