"""Whom epithets, posts and pronouns mean in Russian articles, and who is somebody new."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.extract import quotes, speakers
from tests.extract.quoting import speakers_of


@pytest.mark.parametrize(
    "epithet",
    [
        "Юный химик уверен",
        "17-летний химик уверен",
        "Этот химик уверен",
        "По мнению юного исследователя, ясно",
        "Любимец учителей уверен",
        "Бывший пациент клиники уверен",
    ],
)
def test_epithet_means_who_is_being_told_of(epithet: str) -> None:
    text = f"Олег Саввин заявил, что опыт удался. {epithet}, что вода опасна."
    assert speakers_of(text)[-1] == "Олег Саввин"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Один химик уверен", "один химик"),
        ("Неназванный химик уверен", "неназванный химик"),
        ("Другой химик уверен", "другой химик"),
        ("Источник в лаборатории уверен", "источник в лаборатории"),
        ("Официальный представитель лицея уверен", "официальный представитель лицея"),
        ("Директор рынка уверен", "директор рынка"),
        ("Её учительница уверена", "учительница"),
        ("Судья уверен", "судья"),
    ],
)
def test_somebody_new_is_not_who_was_told_of(phrase: str, name: str) -> None:
    text = f"Олег Саввин заявил, что опыт удался. {phrase}, что вода опасна."
    assert speakers_of(text)[-1] == name


def test_nobody_speaks_of_himself_by_name() -> None:
    text = "Олег Саввин выступил вчера. Химик сообщил, что Саввин уехал."
    assert speakers_of(text)[-1] == "химик"


def test_pronoun_takes_up_the_subject_rather_than_who_spoke_before() -> None:
    text = (
        "Профессор Лев Дроздов заявил, что курс нужен. Роман Гущин, студент второго курса, помог Дроздову "
        "с лекциями. Он сказал, что многому научился."
    )
    assert speakers_of(text) == ["Лев Дроздов", "Роман Гущин"]


def test_person_goes_on_speaking_though_a_body_has_spoken_within() -> None:
    text = (
        "Министр Пётр Зимин молчит. По мнению Льва Дроздова, завод обещает, что долги вернут. "
        "По его словам, ждать недолго."
    )
    assert speakers_of(text)[-1] == "Лев Дроздов"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«Мы сыграли хорошо», — сказал журналистам тренер «Салюта», Павел Гордин.", "Павел Гордин"),
        ("По словам мужа заявительницы, Давида Маркина, окно было открыто.", "Давид Маркин"),
        ("Пётр Зимин приехал. Дочь Зимина, Инна Юркевич, родившаяся в Риге, отметила, что рада.", "Инна Юркевич"),
        ("«Прекрасно», — заявил певец, художник и режиссёр Борис Лядов, известный многим.", "Борис Лядов"),
        ("Как пишет один из гостей праздника, отставной генерал Пётр Цветков, встреча удалась.", "Пётр Цветков"),
    ],
)
def test_name_set_off_behind_its_description(text: str, name: str) -> None:
    assert speakers_of(text)[-1] == name


def test_description_between_two_names_belongs_to_the_first() -> None:
    text = "Лев Дроздов, тренер клуба, Роман Гущин, врач, и другие ушли. По словам тренера, он устал."
    assert speakers_of(text)[-1] == "Лев Дроздов"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Комиссия, сейчас готовящая проект закона, сообщила, что спешить не будет.", "комиссия"),
        ("Губернатор, когда завод открыли, заявил, что доволен.", "губернатор"),
        ("Мэрия понимает, что долг растёт, однако требует выполнять указ.", "мэрия"),
        ("Сначала жители молчали. Многие жалуются, что воды нет.", "многие"),
        ("Часть жителей считает, что мост не нужен.", "часть жителей"),
        ("В ходе одного из опросов Ярослав Юдин выяснил, что дети спят мало.", "Ярослав Юдин"),
        ("Согласно расчётам агентства по туризму, рейсов не будет.", "агентство по туризму"),
        ("Источник из окружения Юдина сказал, что сделки не будет.", "источник из окружения Юдина"),
    ],
)
def test_the_right_phrase_is_the_speaker(text: str, name: str) -> None:
    assert speakers_of(text)[-1] == name


def role_of(text: str) -> str | None:
    """Return the role of the last speaker of a text."""
    document = language.get("ru").analyse(text, [(0, len(text))])
    return speakers.attribute(document, quotes.find(document))[-1].role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Пётр Зимин на посту мэра Орска ничего не менял. Зимин заявил, что доволен.", "мэр Орска"),
        ("Пётр Зимин выступил в качестве нового мэра Орска. Зимин заявил, что доволен.", "новый мэр Орска"),
        ("Инна Юркевич назначена послом в Перу. Юркевич заявила, что рада.", "посол в Перу"),
        ("Пётр Зимин заявил, что устал. Бывший мэр Орска заявил, что доволен.", "бывший мэр Орска"),
        ("По словам жены Льва Зимина, он рад. Лев Зимин заявил, что доволен.", None),
        ("Куратор музея Юдина Лев Дроздов ушёл. Семён Юдин заявил, что доволен.", None),
        ("Пётр Зимин увидел, как Инна Юркевич на посту мэра трудится. Зимин заявил, что доволен.", None),
    ],
)
def test_role_in_the_words_around(text: str, role: str | None) -> None:
    assert role_of(text) == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ян Гердт, глава фонда, рассказывает CNN: «Люди уже едут на помощь».", "Ян Гердт"),
        ("Комиссия Юты по рыбам сообщила, что озеро чисто.", "Комиссия Юты по рыбам"),
        ("Организаторы Green market отвечают, что мест мало.", "организаторы"),
        ("Инна Юркевич отвергла обвинения. Демократ из Орска утверждает, что письма поддельны.", "Инна Юркевич"),
        (
            "Представитель порта Ян Гердт сказал, что тихо. Представитель рынка сказал, что шумно.",
            "представитель рынка",
        ),
        (
            "«Так и было», — пишет Лев Дроздов. Роман Гущин, врач, тоже выступил. «Это важно», — пишет он.",
            "Роман Гущин",
        ),
    ],
)
def test_who_is_named_beside_others(text: str, name: str) -> None:
    assert speakers_of(text)[-1] == name


def test_object_in_the_accusative_is_one_man_not_many() -> None:
    text = "Президент наградил гендиректора завода Льва Дроздова. Дроздов заявил, что рад."
    assert role_of(text) == "гендиректор завода"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Инна Юркевич вышла к людям. Его невеста утверждала, что он ушёл.", "невеста"),
        ("Секретарь мэра Орска заявил, что мост закрыт. Источник издания сказал, что надолго.", "источник издания"),
        ("Правительство заявило, что всё спокойно. Оставшиеся в городе говорили, что воды нет.", "оставшиеся"),
        ("Актриса умерла дома. Об этом сообщила её крестница Инна Юркевич.", "Инна Юркевич"),
    ],
)
def test_whoever_is_new_is_nobody_told_of(text: str, name: str) -> None:
    assert speakers_of(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Hart is known for his roles. But the actor said he was tired.", "Tom Hart"),
        ("Secretary of State Tom Hart said it was late. Norway's foreign minister said it was early.", "Norway"),
        ("Tom Hart said it was late. His girlfriend said it was early.", "girlfriend"),
        ("Tom Hart said it was late. The judge said it was early.", "judge"),
    ],
)
def test_english_epithets(text: str, name: str) -> None:
    assert name in (speakers_of(text, "en")[-1] or "")


def test_subject_after_a_circumstance_is_taken_up() -> None:
    text = (
        "Посол Ян Гердт заявил, что договора нет. Вместо этого, отметил дипломат, растут пошлины. "
        "На встрече со сторонниками президент Лядов был бодрее. «Всё идёт хорошо», — сказал он."
    )
    assert speakers_of(text)[-1] == "Лядов"


def test_the_same_words_mean_the_same_stranger() -> None:
    text = (
        "По мнению автора жалобы, Пётр Зимин слаб. Автор жалобы отметил, что Зимин стар. Пётр Зимин молчит. "
        "Автор жалобы добавил, что ждёт ответа."
    )
    assert set(speakers_of(text)) == {"автор жалобы"}
