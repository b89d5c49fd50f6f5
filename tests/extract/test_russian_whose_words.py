"""Whose words they are where posts, bodies and sources of a press item follow one another."""

from __future__ import annotations

import pytest

from tests.extract.quoting import found, speakers_of

_MAYOR = "Мэр города Лев Кротов рассказал, что фонд исчерпан."
_LAWYER = "Депутат Анна Лосева заявила, что закон принят."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{_MAYOR}\nДепутат предложил увеличить фонд.", "депутат"),
        (f"{_LAWYER}\nСенатор предложила изменить закон.", "сенатор"),
        (f"{_MAYOR}\nСудья отметил, что вина доказана.", "судья"),
        (f"{_MAYOR}\nНа площади загорелся киоск, передаёт корреспондент ТАСС.", "корреспондент ТАСС"),
        (f"{_MAYOR}\nГособвинение просило назначить пять лет.", "гособвинение"),
    ],
)
def test_a_post_that_the_last_speaker_cannot_hold_is_somebody_else(text: str, who: str) -> None:
    assert speakers_of(text)[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{_LAWYER}\nПарламентарий предложила изменить закон.", "Анна Лосева"),
        (f"{_MAYOR}\nГрадоначальник добавил, что денег ждут из области.", "Лев Кротов"),
        ("Лидер партии Лев Кротов сообщил о планах.\n«Мы за», — сказал депутат.", "Лев Кротов"),
        ("Бывший министр Лев Кротов сообщил, что уходит.\nСенатор отметил, что устал.", "Лев Кротов"),
        ("Начальник отдела Лев Кротов сообщил о планах. «Всё готово», — сказал чиновник.", "Лев Кротов"),
    ],
)
def test_a_post_that_the_last_speaker_can_hold_is_theirs(text: str, who: str) -> None:
    assert speakers_of(text)[-1] == who


@pytest.mark.parametrize("says", ["спросил депутат", "спросил он"])
def test_who_has_just_been_introduced_says_what_follows(says: str) -> None:
    text = (
        "Председатель думы Лев Кротов назвал бюджет честным. «Льготы сохранены», — отметил он.\n"
        f"Против выступил лидер фракции Пётр Лосев. «Почему дороги не строят?» — {says}."
    )
    assert speakers_of(text)[-1] == "Пётр Лосев"


def test_who_is_introduced_in_passing_says_nothing() -> None:
    text = (
        "Мэр Лев Кротов рассказал о мосте. «Он готов», — сообщил мэр.\n"
        "В аварии пострадал водитель Пётр Лосев. «Ищем виновных», — добавил мэр."
    )
    assert speakers_of(text)[-1] == "Лев Кротов"


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("источник в полиции", "представитель мэрии", ["источник в полиции", "представитель мэрии"]),
        ("источник в полиции", "источник в правительстве", ["источник в полиции", "источник в правительстве"]),
        ("источник в полиции", "собеседник агентства", ["источник в полиции", "источник в полиции"]),
        ("представитель МЧС", "представитель ведомства", ["представитель МЧС", "представитель МЧС"]),
    ],
)
def test_whose_source_it_is_tells_sources_apart(first: str, second: str, names: list[str]) -> None:
    text = f"«Погибших нет, дорога открыта», — сказал {first}.\n«Школы работают как всегда», — сказал {second}."
    assert speakers_of(text) == names


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("«Цены вырастут к маю», — рассказал аналитик «Ведомостям».", "аналитик"),
        ("«Цены вырастут к маю», — пояснил эксперт «Новой газете».", "эксперт"),
        ("«Цены вырастут к маю», — рассказал директор «Ростелекома».", "директор «Ростелекома»"),
        ("«Цены вырастут к маю», — рассказал редактор газеты «Труд».", "редактор газеты «Труд»"),
    ],
)
def test_whom_it_is_told_is_no_part_of_the_speaker(text: str, who: str) -> None:
    assert found(text)[0].who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Росстат сообщил, что цены растут.\nФАС проверит рынки. В ведомстве напомнили, что штрафы велики.", "ФАС"),
        ("Росстат сообщил, что цены растут.\nСпрос упал. В ведомстве напомнили, что осень близко.", "Росстат"),
        ("Минфин заявил, что денег хватит. Дума ждёт смету. В министерстве уточнили, что долг мал.", "Минфин"),
    ],
)
def test_a_bare_noun_means_the_body_just_named_if_it_fits(text: str, who: str) -> None:
    assert speakers_of(text)[-1] == who


@pytest.mark.parametrize(
    "text",
    [
        "Министру Анне Лосевой поручено подготовить план.",
        "Министру торговли края Анне Лосевой поручено подготовить план.",
        "Рабочим рекомендовано не выходить на смену.",
    ],
)
def test_who_is_given_an_order_does_not_give_it(text: str) -> None:
    assert [quote.who for quote in found(text)] == [None]


def test_who_gives_an_order_in_the_passive_stands_in_the_instrumental() -> None:
    assert [quote.who for quote in found("Прокуратурой предложено устранить нарушения.")] == ["Прокуратурой"]
    assert speakers_of("Главным врачом Анной Лосевой поручено усилить охрану.") == ["Анна Лосева"]


@pytest.mark.parametrize(
    "text",
    [
        "Ведомство обязано выбрать подрядчика до мая.",
        "Жильцы могут потребовать перерасчёта.",
        "Покупатели вправе просить вернуть деньги.",
    ],
)
def test_duties_and_rights_are_nobodys_words(text: str) -> None:
    assert found(text) == []


def test_towns_are_no_people() -> None:
    text = "Мост в Галиче, Буе и Нерехте закрыт. Губернатор поручил найти деньги."
    assert speakers_of(text) == ["губернатор"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Пресс-служба клуба сообщила, что отбор пройдёт в мае, передаёт «Курьер».", ["Курьер", "пресс-служба клуба"]),
        ("Мэр Лев Кротов утверждает, что мост готов, сообщает ТАСС.", ["Лев Кротов"]),
        ("Инспекция просит сообщать о свалках, сказали в мэрии.", ["мэрия", "инспекция"]),
    ],
)
def test_who_passes_on_what_a_body_says_is_quoted_with_it(text: str, names: list[str]) -> None:
    assert speakers_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "В соответствии с законом края школам выделено 34 млн рублей.",
        "В соответствии с постановлением правительства льготы получат вдовы.",
    ],
)
def test_what_is_done_by_law_is_no_words_of_it(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("В соответствии с прогнозом мэрии, цены вырастут.", "мэрия"),
        ("Цены выросли. Такой вывод следует из статистики Росстата.", "Росстат"),
    ],
)
def test_figures_and_reports_say_what_they_say(text: str, who: str) -> None:
    assert speakers_of(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Профессор Лев Кротов и его коллеги выяснили, что лёд тает.", "Лев Кротов"),
        ("Мэр и его заместители заявили, что дорога готова.", "мэр"),
        ("«Лёд тает», — написали Кротов и его соавторы.", "Кротов"),
        ("Как рассказал ТАСС осведомлённый источник, склад цел.", "осведомлённый источник"),
        ("Пожар потушен, сообщил РБК источник в полиции.", "источник в полиции"),
        ("Пожар потушен, сообщил ТАСС.", "ТАСС"),
    ],
)
def test_who_leads_or_tells_an_agency_speaks(text: str, who: str) -> None:
    assert speakers_of(text) == [who]


def test_the_written_out_name_outdoes_initials_however_often_they_come() -> None:
    text = (
        "Об этом сообщил глава союза Лев Кротов. Как рассказал Л. Кротов, сбор назначен на май.\n"
        "По словам Л. Кротова, ждут всех. «Мы готовы», — отметил Л. Кротов."
    )
    assert set(speakers_of(text)) == {"Лев Кротов"}


def test_an_expert_may_be_the_deputy_who_has_just_spoken() -> None:
    text = "Об этом рассказал заместитель главы банка Лев Кротов. «Ждём», — сказал Кротов.\n«Рано», — отметил эксперт."
    assert speakers_of(text)[-1] == "Лев Кротов"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("И с гордостью отметил, что цех готов.", "Лев Кротов"),
        ("А затем сообщил, что цех готов.", "Лев Кротов"),
        ("Отметили, что цех готов.", None),
        ("Отмечается, что цех готов.", None),
    ],
)
def test_whose_deed_was_told_goes_on_without_a_subject(sentence: str, who: str | None) -> None:
    assert speakers_of(f"Губернатор Лев Кротов осмотрел завод. {sentence}") == [who]
