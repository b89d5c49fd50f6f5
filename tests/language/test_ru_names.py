"""Names of people in Russian: found, put in the nominative, told from other names."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing import language
from briefing.language import Document, NameReading


def analysed(text: str, *, models: bool = True) -> Document:
    return language.get("ru").analyse(text, [(0, len(text))], models=models)


def people(text: str, *, models: bool = True) -> list[tuple[str, tuple[NameReading, ...]]]:
    document = analysed(text, models=models)
    return [
        (document.words(sentence, name.first, name.stop), document.language.person(sentence, name))
        for sentence in document.sentences
        for name in sentence.names
        if name.kind == "person"
    ]


def nominative(text: str) -> str:
    ((_, readings),) = people(text)
    return " ".join(part for part in readings[0][:3] if part)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Об этом рассказали Павлу Швецу.", "Павел Швец"),
        ("Награду вручили Льву Толстому.", "Лев Толстой"),
        ("По мнению Виталия Кобзаря, дорогу починят.", "Виталий Кобзарь"),
        ("Он встретился с Ильёй Семёновым.", "Илья Семёнов"),
        ("Письмо передали Николаю Римскому-Корсакову.", "Николай Римский-Корсаков"),
        ("По словам Ирины Виноградовой, школу откроют.", "Ирина Виноградова"),
        ("По словам Ольги Голодец, школу откроют.", "Ольга Голодец"),
        ("Он говорил с Еленой Савчук.", "Елена Савчук"),
        ("Слова Александра Бельского привели газеты.", "Александр Бельский"),
        ("Слова Марии Бельской привели газеты.", "Мария Бельская"),
    ],
)
def test_russian_names_from_any_case(text: str, name: str) -> None:
    assert nominative(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Он встретился с Урсулой фон дер Ляйен.", "Урсула фон дер Ляйен"),
        ("Он встретился с Джоном Паттоном.", "Джон Паттон"),
        ("Он встретился с Элизабет Уоррен.", "Элизабет Уоррен"),
        ("Об этом сообщил Михаил Оваденко.", "Михаил Оваденко"),
        ("Об этом сообщили Михаилу Оваденко.", "Михаил Оваденко"),
        ("Слова Анны Шевченко привели газеты.", "Анна Шевченко"),
        ("Встреча с Си Цзиньпином прошла в Пекине.", "Си Цзиньпин"),
        ("Переговоры с Ким Чен Ыном прошли в Пхеньяне.", "Ким Чен Ын"),
        ("Он поспорил с Джо Уолденом.", "Джо Уолден"),
        ("Слова Настасьи Вольски привели газеты.", "Настасья Вольски"),
        ("Указ вручили Халиду бен Садику Аль Фараху.", "Халид бен Садик Аль Фарах"),
        ("Он встретился с Каримом бен Даудом.", "Карим бен Дауд"),
        ("Об этом рассказал Джо Вердева.", "Джо Вердева"),
        ("Тренер поздравил Энди Вердева.", "Энди Вердев"),
    ],
)
def test_foreign_and_unchanging_names(text: str, name: str) -> None:
    assert nominative(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По словам Рустама Мирзабекова, рынок вырос.", "Рустам Мирзабеков"),
        ("По словам Айсулу Токтаровой, рынок вырос.", "Айсулу Токтарова"),
        ("Об этом сообщил Ринат Гайфутдинов.", "Ринат Гайфутдинов"),
        ("Награду вручили Карену Вартапетяну.", "Карен Вартапетян"),
        ("По словам Дарьи Кучмы, рынок вырос.", "Дарья Кучма"),
        ("По словам Ивана Сороки, рынок вырос.", "Иван Сорока"),
        ("Мэр спорил с Никитой Лозой.", "Никита Лоза"),
        ("По словам Марио Росси, рынок вырос.", "Марио Росси"),
        ("Чемпионка в весе до 65 кг Алина Юсупова посвятила победу маме.", "Алина Юсупова"),
    ],
)
def test_names_that_no_dictionary_has(text: str, name: str) -> None:
    assert nominative(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Об этом сообщил А. Б. Кротов.", "А. Б. Кротов"),
        ("Об этом сообщил Кротов А.Б.", "А. Б. Кротов"),
        ("По словам А.Б. Кротова, рынок вырос.", "А. Б. Кротов"),
        ("Об этом сообщил Сергей Иванович Кротов.", "Сергей Иванович Кротов"),
        ("По словам Сергея Ивановича Кротова, рынок вырос.", "Сергей Иванович Кротов"),
    ],
)
def test_initials_and_patronymics(text: str, name: str) -> None:
    assert nominative(text) == name


def test_family_name_first_is_turned() -> None:
    (reading, *_) = people("Кротова Анна Петровна преподаёт музыку.")[0][1]
    assert (reading.given, reading.patronymic, reading.family) == ("Анна", "Петровна", "Кротова")


def test_gender_shows_in_the_reading() -> None:
    assert people("Об этом сообщила Анна Кротова.")[0][1][0].gender == "fem"
    assert people("По словам Ивана Кротова, рынок вырос.")[0][1][0].gender == "masc"


def test_prefix_with_an_apostrophe_belongs_to_the_name() -> None:
    assert nominative("Начальник порта О'Коннелли ушёл.") == "О'Коннелли"
    assert nominative("Порт закрыли, говорит инспектор О’Хили.") == "О’Хили"


def test_converb_that_opens_a_sentence_is_no_name() -> None:
    assert [words for words, _ in people("Простудившись в горах, Лосева уехала.")] == ["Лосева"]


def test_imperative_that_opens_a_sentence_is_no_name() -> None:
    assert people("Обсуждайте со своим консультантом, где вы будете лечиться.") == []
    assert [words for words, _ in people("Наливайко уехал в горы.")] == ["Наливайко"]


def test_title_is_no_part_of_the_name() -> None:
    assert [text for text, _ in people("Об этом сказал г-н Кротов и мисс Уайт.")] == ["Кротов", "Уайт"]


def test_name_alone_in_marks_is_no_person() -> None:
    document = analysed("Судно «Моряк» вышло в море.")
    assert not [name for name in document.sentences[0].names if name.kind == "person"]


def test_line_of_capitals_keeps_its_names() -> None:
    assert "СЕРГЕЙ КРОТОВ" in [text for text, _ in people("МИНИСТР СЕРГЕЙ КРОТОВ ПРИЕХАЛ В ПЕНЗУ")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Об этом заявил министр Сайфулла Рахимов.", "Сайфулла Рахимов"),
        ("Вчера Зоран Раев подал в отставку.", "Зоран Раев"),
        ("Об этом сообщил А. Б. Кротов.", "А. Б. Кротов"),
        ("Он говорил с Урсулой фон дер Ляйен.", "Урсулой фон дер Ляйен"),
        ("Переговоры с Ким Чен Ыном прошли в Пхеньяне.", "Ким Чен Ыном"),
        ("Как отметил Хуснуллин, дорогу починят.", "Хуснуллин"),
    ],
)
def test_rules_alone_find_people(text: str, found: str) -> None:
    assert found in [words for words, _ in people(text, models=False)]


@pytest.mark.parametrize(
    "text",
    [
        "В Пензе открыли школу.",
        "Сегодня министерство объявило конкурс.",
        "Ураган «Роза» прошёл над островом.",
        "Госдума приняла закон во втором чтении.",
        "Во II полугодии рост замедлился.",
    ],
)
def test_rules_alone_find_nobody_where_nobody_is(text: str) -> None:
    assert people(text, models=False) == []


def test_overlooked_family_name_is_recalled() -> None:
    found = people("Выступил Лаврентий Пухначёв. Позже Пухначёв уехал.", models=False)
    assert [text for text, _ in found] == ["Лаврентий Пухначёв", "Пухначёв"]


@settings(max_examples=60, deadline=None)
@example("Ё-a- 1")
@given(st.text(alphabet="АБИванова Петровичей.,«»()'-–\n 12abЁё’\"", min_size=1, max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    if text.strip():
        people(text, models=False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По мнению профессора Джеймса Т. Брауна, климат меняется.", "Джеймс Т. Браун"),
        ("Премию вручили Мэри Энн Р. Лоу.", "Мэри Энн Р. Лоу"),
        ("По словам А. Т. Лосева, всё готово.", "А. Т. Лосев"),
        ("По словам Лосева А. Т., всё готово.", "А. Т. Лосев"),
        ("Как отметил Дж. Т. Браун, всё готово.", "Дж. Т. Браун"),
        ("По словам Анны К., её обманули.", "Анна К."),
    ],
)
def test_a_letter_before_the_family_name_leaves_what_stands_before_it_given(text: str, name: str) -> None:
    assert nominative(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Интервью Кротова Арзуманяну выйдет в среду.", ["Кротова", "Арзуманяну"]),
        ("Стало известно о письме Лосева Кротову.", ["Лосева", "Кротову"]),
        ("По словам Гусейнбалы Каримова, команда готова.", ["Гусейнбалы Каримова"]),
        ("По словам Никола Саркисяна, команда готова.", ["Никола Саркисяна"]),
        ("Ректор поздравил Моджтабу Фаррохзада.", ["Моджтабу Фаррохзада"]),
    ],
)
def test_two_family_names_without_a_case_in_common_are_two_people(text: str, names: list[str]) -> None:
    assert [found for found, _ in people(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По словам Ильсура Галиева, всё готово.", "Ильсур Галиев"),
        ("По словам Айнура Галиева, всё готово.", "Айнур Галиев"),
        ("По словам Айнур Галиевой, всё готово.", "Айнур Галиева"),
        ("По словам Гузели Галиевой, всё готово.", "Гузель Галиева"),
        ("Слово дали Ерлану Сагинтаеву.", "Ерлан Сагинтаев"),
        ("По словам Найли Гусейновой, всё готово.", "Найля Гусейнова"),
    ],
)
def test_given_names_of_the_volga_the_caucasus_and_central_asia(text: str, name: str) -> None:
    assert nominative(text) == name
