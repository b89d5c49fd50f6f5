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
        ("Мэр заявил, что школы закрыты, и уехал на совещание.", "школы закрыты"),
        ("Мэр заявил, что вода ушла и закрыл заседание.", "вода ушла"),
        ("Мэр заявил, что уехал домой и лёг спать.", "уехал домой и лёг спать"),
        ("Мэр заявил, что упала ветка и пострадал один прохожий.", "упала ветка и пострадал один прохожий"),
        ("Мэр заявил, что ни один мост так и не смог открыться.", "ни один мост так и не смог открыться"),
    ],
)
def test_content_ends_before_the_next_deed(text: str, content: str) -> None:
    assert found(text) == [Found("indirect", content, "Мэр")]


@pytest.mark.parametrize("house", ["объединённой пресс-службе судов", "воссозданной комиссии", "городской службе"])
def test_a_house_in_which_it_was_said_may_have_a_participle(house: str) -> None:
    text = f"Как сообщили в {house}, мост закрыт."
    assert found(text) == [Found("indirect", "мост закрыт", house)]


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Прокуратурой района установлено, что школа без охраны.", "школа без охраны", "Прокуратурой района"),
        ("В ходе проверки инспекторами выявлено, что выхода нет.", "выхода нет", "инспекторами"),
        ("Мэром города отмечено, что дорога готова.", "дорога готова", "Мэром города"),
        ("Вместе с мэром решено, что выхода нет.", "выхода нет", None),
        ("В сообщении ГУ МВД говорится, что водитель трезв.", "водитель трезв", "ГУ МВД"),
        ("В ордере на обыск сказано, что склад закрыт.", "склад закрыт", "ордере"),
    ],
)
def test_by_whom_something_is_said(text: str, content: str, who: str | None) -> None:
    assert found(text) == [Found("indirect", content, who)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Суд счёл необоснованным запрет на ввоз саженцев.", "необоснованным запрет на ввоз саженцев"),
        ("Суд считает неизбежным рост цен на хлеб.", "неизбежным рост цен на хлеб"),
    ],
)
def test_a_judgement_may_stand_before_what_it_is_about(text: str, content: str) -> None:
    assert found(text) == [Found("indirect", content, "Суд")]


def test_what_is_held_necessary_to_do_is_no_description() -> None:
    assert found("Суд счёл необходимым закрыть заседание.") == []


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Врачи оценивают его состояние как крайне тяжёлое.", "крайне тяжёлое", "Врачи"),
        ("Мэр описал переговоры как полезные.", "переговоры как полезные", "Мэр"),
        ("Врачи называют состояние больного стабильным.", "состояние больного стабильным", "Врачи"),
        ("Рабочие потребовали, чтобы он ушёл, на что он ответил отказом.", "он ушёл", "Рабочие"),
        (
            "Собеседники «Вестника» в совете говорят, что сбор отложат.",
            "сбор отложат",
            "Собеседники «Вестника» в совете",
        ),
        ("Газета передаёт слова врача, который считает, что вода чиста.", "вода чиста", "врача"),
    ],
)
def test_who_says_what(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


@pytest.mark.parametrize("text", ["Семья назвала сына Ромашкой.", "Мэр назвал улицу Садовой."])
def test_giving_a_name_is_no_utterance(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("label", ["О.Зимин", "А. Ковалёв", "И. С. Лунёв", "К. Ким"])
def test_an_initial_before_a_colon_is_no_preposition(label: str) -> None:
    text = f"{label}: Добрый день! Вода поднимется к обеду."
    assert found(text) == [Found("direct", "Добрый день! Вода поднимется к обеду", label)]


def test_where_readiness_is_voiced() -> None:
    text = "О готовности поддержать запрет заявили в Минздраве."
    assert found(text) == [Found("indirect", "поддержать запрет", "Минздраве")]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Врачи утверждают, что вода чиста, а мэрия настаивает, что она мутная.", ["вода чиста", "она мутная"]),
        ("Врачи утверждали, что вода чиста, но мэрия заявила, что она мутная.", ["вода чиста", "она мутная"]),
        ("Врачи утверждают, что вода чиста, а берег пуст.", ["вода чиста, а берег пуст"]),
        ("Врачи утверждают, что вода чиста, но просят её кипятить.", ["вода чиста", "её кипятить"]),
    ],
)
def test_content_ends_before_somebody_else_speaks_in_the_same_tense(text: str, contents: list[str]) -> None:
    assert [one.text for one in found(text)] == contents
