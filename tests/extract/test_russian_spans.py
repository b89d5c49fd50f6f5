"""What stands between a speaker and the verb, and where content without a verb of its own ends."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    "aside",
    ["комментируя слова коллеги", "лично отвечая на вопросы депутатов", "выступая перед жителями района"],
)
def test_a_converb_phrase_between_subject_and_verb_is_passed_over(aside: str) -> None:
    text = f"Начальник порта, {aside}, назвал план реалистичным."
    assert found(text) == [Found("indirect", "план реалистичным", "Начальник порта")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Мэр назвал план верным и уехал на совещание.", "план верным"),
        ("Мэр назвал план верным и тут же уехал.", "план верным"),
        ("Мэр призвал жителей к терпению, но отказался от беседы.", "жителей к терпению"),
        ("Мэр предложил отложить матч и уехал.", "отложить матч"),
        ("Мэр предложил отложить матч и перенести обед.", "отложить матч и перенести обед"),
        ("Мэр заявил, что налоги выросли и бюджет исполнен.", "налоги выросли и бюджет исполнен"),
    ],
)
def test_content_without_a_verb_ends_before_the_next_deed(text: str, content: str) -> None:
    assert found(text) == [Found("indirect", content, "Мэр")]


@pytest.mark.parametrize("house", ["объединённой пресс-службе судов", "воссозданной комиссии", "городской службе"])
def test_a_house_in_which_it_was_said_may_have_a_participle(house: str) -> None:
    text = f"Как сообщили в {house}, мост закрыт."
    assert found(text) == [Found("indirect", "мост закрыт", house)]
