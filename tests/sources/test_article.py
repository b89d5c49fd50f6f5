"""News copy taken apart: fields of the head, kinds of the paragraphs."""

from __future__ import annotations

import pytest

from briefing.model import Article
from briefing.sources import article, read, samples, title
from briefing.sources.dateline import dateline

STORY = "Областное правительство выделит на ремонт дорог 300 млн рублей. Работы начнутся в мае, сказал министр."


def kinds(made: Article) -> list[tuple[str, str]]:
    return [(paragraph.kind, made.text[paragraph.start : paragraph.end]) for paragraph in made.paragraphs]


@pytest.mark.parametrize(
    ("start", "place", "date", "agency"),
    [
        ("Омск, 3 февраля 2024. СибИнфо. ", "Омск", "2024-02-03", "СибИнфо"),
        ("ЧИТА, 7 сен – РИА Новости. ", "Чита", None, "РИА Новости"),
        ("МОСКВА, 5 мар — ТАСС. ", "Москва", None, "ТАСС"),
        ("КАЗАНЬ, 9 июня. /ТАСС/. ", "Казань", None, "ТАСС"),
        ("Москва. 12 марта. INTERFAX.RU - ", "Москва", None, "INTERFAX.RU"),
        ("РОСТОВ-НА-ДОНУ, 1 июня 2023 года. ГТРК «Дон». ", "Ростов-на-Дону", "2023-06-01", "ГТРК «Дон"),
        ("12 мая, Минск /Корр. БЕЛТА/. ", "Минск", None, "БЕЛТА"),
        ("НЬЮ-ЙОРК, 5 января. Корр. ТАСС. ", "Нью-Йорк", None, "ТАСС"),
        ("АСТАНА. КАЗИНФОРМ – ", "Астана", None, "КАЗИНФОРМ"),
        ("Тверь, 14 марта 2025 года — Волжский край. ", "Тверь", "2025-03-14", "Волжский край"),
        ("Псковская область, 12 мая, ПАИ. ", "Псковская область", None, "ПАИ"),
        ("Волгоград, ИА «Регион», 19 ноября 2025 г. ", "Волгоград", "2025-11-19", "ИА «Регион"),
        ("Казань, 19 ноября, «Волга-информ». ", "Казань", None, "Волга-информ"),
        ("Красноярск, 19 ноября 2025, 14:30 — REGNUM ", "Красноярск", "2025-11-19", "REGNUM"),
        ("ТАСС, 19 ноября. ", None, None, "ТАСС"),
        ("(CNN) — ", None, None, "CNN"),
        ("Washington, D.C. (September 5, 2025) – ", "Washington, D.C.", "2025-09-05", None),
        ("HARRISBURG, PA – ", "Harrisburg, PA", None, None),
        ("O'FALLON, Mo. (AP) — ", "O'Fallon, Mo.", None, "AP"),
        ("SAN JOSE, Calif.--(BUSINESS WIRE)--", "San Jose, Calif.", None, "BUSINESS WIRE"),
        ("WASHINGTON, Nov. 19 (Reuters) - ", "Washington", None, "Reuters"),
        ("PARIS (AP) — ", "Paris", None, "AP"),
        ("ST. LOUIS (AP) - ", "St. Louis", None, "AP"),
        ("WASHINGTON, D.C. – ", "Washington, D.C.", None, None),
        ("(Washington, DC) – ", "Washington, DC", None, None),
        ("SACRAMENTO, Calif., Sept. 26, 2025 – ", "Sacramento, Calif.", "2025-09-26", None),
        ("LONDON, March 3, 2024 /PRNewswire/ -- ", "London", "2024-03-03", "PRNewswire"),
        ("GENEVA/NEW YORK, 3 March 2024 – ", "Geneva/New York", "2024-03-03", None),
        ("DUBLIN, Ohio--(BUSINESS WIRE)--", "Dublin, Ohio", None, "BUSINESS WIRE"),
        ("BOSTON & LONDON--(BUSINESS WIRE)--", "Boston and London", None, "BUSINESS WIRE"),
        ("TAMPA, FL, March 3, 2024 /7-Wires/ -- ", "Tampa, FL", "2024-03-03", "7-Wires"),
        ("YORK, PA & OMAHA, NE, March 3, 2024 /PRNewswire/ -- ", "York, PA and Omaha, NE", "2024-03-03", "PRNewswire"),
        ("LISBON and OSLO, March 3, 2024 /PRNewswire/ -- ", "Lisbon and Oslo", "2024-03-03", "PRNewswire"),
        ("RENO, N.V., and OSLO, March 3, 2024 – ", "Reno, N.V. and Oslo", "2024-03-03", None),
        ("SAN MATEO, CA / ACCESSWIRE / March 3, 2024 / ", "San Mateo, CA", "2024-03-03", "ACCESSWIRE"),
        ("NEW YORK — ", "New York", None, None),
        ("MUMBAI: ", "Mumbai", None, None),
        ("New Delhi: ", "New Delhi", None, None),
        ("NAIROBI, Kenya: ", "Nairobi, Kenya", None, None),
        ("LUCKNOW/KANPUR: ", "Lucknow/Kanpur", None, None),
        ("7 июля 2026 г., Майкоп. АДЫГ-ИНФО. ", "Майкоп", "2026-07-07", "АДЫГ-ИНФО"),
        ("5 мая 2024 года, Омск. ", "Омск", "2024-05-05", None),
    ],
)
def test_datelines(start: str, place: str | None, date: str | None, agency: str | None) -> None:
    story = "Governors agreed on Tuesday to a plan that nobody had expected, the chairman said after the meeting."
    made = article(f"Headline of the day\n\n{start}{story}", "story.txt")
    assert (made.place, made.date) == (place, date)
    assert (made.agency or "").rstrip("»") == (agency or "")
    assert kinds(made)[1:] == [("meta", start.strip()), ("body", story)]


@pytest.mark.parametrize(
    "story", ["Ann Lee, the mayor, said so.", "Paul Roy, 71, has died.", "Brill Corp. today said so."]
)
def test_a_story_that_begins_with_a_name_is_no_agency(story: str) -> None:
    found = dateline(f"LONDON, May 3, 2024 - {story}")
    assert found is not None
    assert (found.place, found.date, found.agency, found.end) == ("London", "2024-05-03", None, 22)


@pytest.mark.parametrize(
    "sentence",
    [
        "Москва — столица России, и спорить с этим трудно.",
        "NATO and EU, March 3 was the day when they agreed on it.",
        "The 9/11 hall opened on May 3/May 4 in the old town.",
        "МИД — не участник переговоров, заявил дипломат.",
        "Пенза 19 ноября приняла гостей из Бреста.",
        "Президент страны Иван Громов 12 марта заявил о реформе.",
        "19 ноября 2025 года в Пензе открылась выставка.",
        "In London, 12 May 2024 was the hottest day on record.",
        "May 5, 2020 was a Tuesday nobody will forget.",
        "Россия, Китай и Индия – три страны, которые договорились.",
        "Reuters reported that the talks had failed.",
        "5 мая 2024 года, в среду, в Омске открыли мост.",
        "WARNING: The road is shut and nobody knows why.",
        "Delhi: Metro to open new line in June",
        "WASHINGTON – the city, not the man – was built on a swamp.",
    ],
)
def test_sentences_are_not_datelines(sentence: str) -> None:
    assert dateline(sentence) is None


def test_a_wire_header_is_three_paragraphs_on_a_line() -> None:
    made = article(f" date 2024-05-02 В Омске отремонтируют 40 дорог Сельское хозяйство\n\n{STORY}", "x")
    assert (made.title, made.date, made.rubric) == (
        "В Омске отремонтируют 40 дорог",
        "2024-05-02",
        "Сельское хозяйство",
    )
    assert kinds(made) == [
        ("meta", "date 2024-05-02"),
        ("title", "В Омске отремонтируют 40 дорог"),
        ("meta", "Сельское хозяйство"),
        ("body", STORY),
    ]


def test_a_wire_header_without_rubric() -> None:
    made = article(f"date 2024-05-02 Министр ответил на вопросы о политике\n\n{STORY}", "x")
    assert (made.title, made.rubric) == ("Министр ответил на вопросы о политике", None)


def test_a_wire_header_with_the_credit_of_its_picture() -> None:
    made = article(f" date 2024-05-02 В Омске отремонтируют 40 дорог Фото: Ирина Лугова\n\n{STORY}", "x")
    assert (made.title, made.photo_credit) == ("В Омске отремонтируют 40 дорог", "Ирина Лугова")
    assert kinds(made)[1:3] == [("title", made.title), ("credit", "Фото: Ирина Лугова")]


def test_a_wire_header_of_a_section_alone() -> None:
    text = "date 2024-05-02 Общество\n10:15, 2 мая 2024\n\nВ Омске отремонтируют 40 дорог\n\nИван Луговой\n"
    made = article(f"{text}Иван Луговой (корреспондент отдела «Город»)\n\n{STORY}", "x")
    assert (made.title, made.rubric, made.byline) == ("В Омске отремонтируют 40 дорог", "Общество", "Иван Луговой")
    assert [text for kind, text in kinds(made) if kind == "body"] == [STORY]


@pytest.mark.parametrize(
    ("credit", "field"), [("Фото: gorod.example", "photo_credit"), ("Текст: Анна Лугова", "byline")]
)
def test_a_wire_header_of_a_credit_alone(credit: str, field: str) -> None:
    made = article(f" date 2024-05-02 {credit}\n\n{STORY}\n\n{STORY}", "x")
    assert (made.title, made.date, getattr(made, field)) == (None, "2024-05-02", credit.partition(": ")[2])
    assert [text for kind, text in kinds(made) if kind == "body"] == [STORY, STORY]


def test_a_wire_header_may_begin_the_story() -> None:
    made = article(f" date 2024-05-02 {STORY}\n\nРаботы начались в мае.\n\n{STORY}", "x")
    assert (made.title, made.date) == (None, "2024-05-02")
    assert [text for kind, text in kinds(made) if kind == "body"] == [STORY, "Работы начались в мае.", STORY]


@pytest.mark.parametrize(
    "headline",
    [
        "В Омске отремонтируют дороги",
        "Дороги Омска ждут ремонта.",
        "«Дорога в никуда»: что не так с ремонтом",
        "Who pays for the roads?",
        "Видео: дорогу в Омске чинят под дождём",
        "Video: Driver saved from Omsk river",
    ],
)
def test_a_first_line_of_a_headlines_shape_is_the_headline(headline: str) -> None:
    assert article(f"{headline}\n\n{STORY}", "x").title == headline


@pytest.mark.parametrize(
    "text", [STORY, f"{STORY}\n\n{STORY}", f"Омск, 3 мая — ТАСС. {STORY}\n\n{STORY}", "Дороги Омска"]
)
def test_a_text_without_headline_has_no_title(text: str) -> None:
    made = article(text, "x")
    assert made.title is None
    assert not any(kind == "title" for kind, _ in kinds(made))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("19 ноября 2025", "2025-11-19"),
        ("Среда, 19 ноября 2025 г., 12:30", "2025-11-19"),
        ("Опубликовано: 19.11.2025 12:30 МСК", "2025-11-19"),
        ("2025-11-19", "2025-11-19"),
        ("19.11.25 17:25", "2025-11-19"),
        ("Sunday, August 2, 2015", "2015-08-02"),
        ("Updated 3:40 p.m. EST, Nov. 19, 2025", "2025-11-19"),
        ("2 August 2015", "2015-08-02"),
        ("Категория:17 августа 2011", "2011-08-17"),
        ("2025/11/19", "2025-11-19"),
        ("19.11.25", "2025-11-19"),
        ("19 ноября 2025 | Пресс-служба", "2025-11-19"),
        ("19 ноября 2025 года, г. Омск", "2025-11-19"),
        ("«Омский вестник», 19 ноября 2025 года", "2025-11-19"),
    ],
)
def test_a_line_that_is_only_a_date_dates_the_article(line: str, date: str) -> None:
    made = article(f"Дороги Омска ждут ремонта\n\n{line}\n\n{STORY}", "x")
    assert made.date == date
    assert ("meta", line) in kinds(made)


def test_a_line_may_date_the_article_and_name_its_outlet_or_place() -> None:
    made = article(f"Дороги Омска ждут ремонта\n\n19 ноября 2025 года, «Омский вестник»\n\n{STORY}", "x")
    assert (made.date, made.agency, made.place) == ("2025-11-19", "Омский вестник", None)
    made = article(f"Дороги Омска ждут ремонта\n\n19 ноября 2025 года, г. Омск\n\n{STORY}", "x")
    assert (made.date, made.agency, made.place) == ("2025-11-19", None, "Омск")
    made = article(f"Дороги Омска ждут ремонта\n\n19 ноября 2025 года Анна Лис на катке\n\n{STORY}", "x")
    assert made.date is None


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Встреча пройдёт сегодня, в субботу, 29 сентября 2018 года, в мэрии.", "2018-09-29"),
        ("The fair opens at 9 a.m. today, Saturday, September 22, 2018.", "2018-09-22"),
        ("Встреча прошла 29 сентября 2018 года в мэрии.", None),
        ("Сегодня, 24 июля, мэр встретился с жителями.", None),
    ],
)
def test_only_a_date_that_is_called_today_dates_the_article_from_within(sentence: str, date: str | None) -> None:
    assert article(f"Встреча в мэрии\n\n{sentence} {STORY}", "x").date == date


def test_the_credit_of_a_video_is_no_headline() -> None:
    made = article(f"Видео: МЧС Омска\n\nВ Омске чинят дороги\n\n{STORY}", "x")
    assert made.title == "В Омске чинят дороги"


def test_a_line_may_date_and_file_the_article() -> None:
    made = article(f"19.11.2025 | 12:30 | Политика\n\nДороги Омска ждут ремонта\n\n{STORY}", "x")
    assert (made.date, made.rubric, made.title) == ("2025-11-19", "Политика", "Дороги Омска ждут ремонта")


def test_date_time_and_place_on_lines_of_their_own() -> None:
    made = article(f"Дороги Омска ждут ремонта\n\n19 ноября 2025 года\n\n15:00\n\nОмск\n\n{STORY}", "x")
    assert (made.date, made.place) == ("2025-11-19", "Омск")
    assert [kind for kind, _ in kinds(made)] == ["title", "meta", "meta", "meta", "body"]


def test_a_headline_without_the_outlet_and_day_of_a_copied_page() -> None:
    made = article(f"Дороги Омска ждут ремонта - РИА Новости, 05.05.2024\n\n{STORY}", "x")
    assert (made.title, made.agency, made.date) == ("Дороги Омска ждут ремонта", "РИА Новости", "2024-05-05")
    assert kinds(made)[:2] == [("title", "Дороги Омска ждут ремонта"), ("meta", "- РИА Новости, 05.05.2024")]
    assert article(f"Минфин - Росстат: кто прав\n\n{STORY}", "x").title == "Минфин - Росстат: кто прав"


def test_a_reporter_named_in_the_dateline_is_the_byline() -> None:
    made = article(f"Дороги Омска ждут ремонта\n\nОМСК, 5 мая – РИА Новости, Анна Вольская. {STORY}", "x")
    assert (made.place, made.agency, made.byline) == ("Омск", "РИА Новости", "Анна Вольская")
    assert ("body", STORY) in kinds(made)


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("Jane Roe, BBC News", "Jane Roe", "BBC News"),
        ("Иван Перов, «Омский вестник»", "Иван Перов", "Омский вестник"),
        ("Posted on May 5, 2024 by Jane Roe", "Jane Roe", None),
        ("(Reporting by Jane Roe; Editing by Ann Lee)", "Jane Roe", None),
        ("Editing by Ann Lee", None, None),
    ],
)
def test_other_bylines(line: str, byline: str | None, agency: str | None) -> None:
    made = article(f"Roads wait for repair\n\n{STORY}\n\n{STORY}\n\n{line}", "x")
    assert (made.byline, made.agency) == (byline, agency)
    assert ("credit", line) in kinds(made)


def test_a_section_over_the_headline_is_not_the_headline() -> None:
    made = article(f"Новости Омска\n\nДороги ждут ремонта\n\n{STORY}", "x")
    assert (made.title, kinds(made)[0]) == ("Дороги ждут ремонта", ("meta", "Новости Омска"))


def test_contacts_at_the_end_are_no_body() -> None:
    made = article(
        f"Пресс-релиз\n\nЗавод открыт\n\n{STORY}\n\nКонтакты для СМИ:\n\nИван Перов\n\n+7 495 123-45-67", "x"
    )
    assert [kind for kind, _ in kinds(made)] == ["meta", "title", "body", "meta", "meta", "meta"]
    assert made.byline is None


def test_credits_fill_their_fields() -> None:
    made = article(
        f"Дороги Омска ждут ремонта\n\n{STORY}\n\nФото: Анна Вольская / «СибИнфо»\n\nАвтор: Иван Перов\n\n"
        "Источник: новостной портал «Сибирь сегодня»",
        "x",
    )
    assert made.photo_credit == "Анна Вольская / «СибИнфо»"
    assert made.byline == "Иван Перов"
    assert made.agency == "Сибирь сегодня"
    assert [kind for kind, _ in kinds(made)] == ["title", "body", "credit", "credit", "credit"]


def test_an_english_byline_and_a_photo_credit() -> None:
    made = article(f"Roads wait for repair\n\nBy Jane Roe\n\nPhoto by Ann Lee/Getty\n\n{STORY}", "x")
    assert (made.byline, made.photo_credit) == ("Jane Roe", "Ann Lee/Getty")


@pytest.mark.parametrize(
    "sentence",
    [
        "Источник: переговоры сорвались, потому что стороны так и не сумели договориться о цене газа.",
        "By Friday Jane Roe must answer the letter from the council.",
    ],
)
def test_a_sentence_that_begins_like_a_credit_is_body(sentence: str) -> None:
    made = article(f"Дороги Омска ждут ремонта\n\n{STORY}\n\n{sentence}\n\n{STORY}", "x")
    assert ("body", sentence) in kinds(made)
    assert made.agency is None
    assert made.byline is None


def test_a_caption_after_the_headline_is_no_body() -> None:
    made = article(f"Умер актёр Пётр Громов\n\nПётр Громов на премьере, 2012 год\n\n{STORY}", "x")
    assert kinds(made)[1] == ("credit", "Пётр Громов на премьере, 2012 год")


def test_a_standfirst_after_the_headline_is_body() -> None:
    standfirst = "Министр рассказал, когда закончат ремонт и сколько он будет стоить"
    assert kinds(article(f"Дороги Омска ждут ремонта\n\n{standfirst}\n\n{STORY}\n\n{STORY}", "x"))[1] == (
        "body",
        standfirst,
    )


def test_headings_lists_and_speech() -> None:
    made = article(
        f"Дороги Омска ждут ремонта\n\n{STORY}\n\nКому достанутся деньги\n\n{STORY} Среди получателей:\n\n"
        "- Омск;\n\n- Тара.\n\nМинистр добавил:\n\n— Мы успеем, — пообещал он.",
        "x",
    )
    assert [kind for kind, _ in kinds(made)] == ["title", "body", "heading", "body", "list", "list", "body", "body"]


def test_the_questions_of_an_interview_are_headings() -> None:
    questions = ["Когда откроют мост?", "Вы обещали две полосы. Хватит ли денег?", "Кто будет его чистить?"]
    text = "Разговор о мосте\n\n" + "\n\n".join(f"{question}\n\n{STORY}" for question in questions)
    assert [text for kind, text in kinds(article(text, "x")) if kind == "heading"] == questions
    rhetorical = "Разговор о мосте\n\n" + "\n\n".join([STORY, *questions, STORY])
    assert "heading" not in [kind for kind, _ in kinds(article(rhetorical, "x"))]


@pytest.mark.parametrize("heading", ["Источники", "== Примечания ==", "Sources:"])
def test_nothing_after_the_sources_is_body(heading: str) -> None:
    made = article(f"Дороги ждут ремонта\n\n{STORY}\n\n{heading}\n\nСибИнфо. «О дорогах». 5 мая 2024.", "x")
    assert [kind for kind, _ in kinds(made)] == ["title", "body", "meta", "meta"]


def test_a_press_release() -> None:
    made = article(
        "FOR IMMEDIATE RELEASE\n\nContact: Ann Lee\n\nann@example.org\n\nRiver Trust Opens a New Path\n\n"
        "ASHBY, Wis., Sept. 16, 2025 – The trust opened a path on Tuesday. It is nine miles long.\n\n###",
        "x",
    )
    assert (made.title, made.place, made.date) == ("River Trust Opens a New Path", "Ashby, Wis.", "2025-09-16")
    assert [kind for kind, _ in kinds(made)] == ["meta", "meta", "meta", "title", "meta", "body", "meta"]


def test_every_sample_is_read_whole() -> None:
    read_samples = {path.stem: read(str(path)) for path in samples()}
    assert len(read_samples) >= 5
    assert sum(made.language == "ru" for made in read_samples.values()) >= 3
    assert sum(made.language == "en" for made in read_samples.values()) >= 2
    for made in read_samples.values():
        assert made.title
        assert made.date
        covered = "".join(made.text[paragraph.start : paragraph.end] for paragraph in made.paragraphs)
        assert covered.split() != []
        assert "".join(covered.split()) == "".join(made.text.split())
    penza = read_samples["penza-belarus"]
    assert (penza.date, penza.place, penza.agency, penza.rubric) == ("2025-11-19", "Пенза", "PenzaNews", "Политика")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2024-02-03 На Ладе построят пристань Общество\n\nЕё сдадут в мае.", "На Ладе построят пристань"),
        ("FOR IMMEDIATE RELEASE\n\nTrust Opens Second Pier\n\nIt opens in May.", "Trust Opens Second Pier"),
        ("UPDATE 2-Trust opens second pier\n\n(Adds quotes)\n\nIt opens in May.", "Trust opens second pier"),
        ("СРОЧНО: В Луге закрыт мост\n\nЕго закрыли в мае.", "В Луге закрыт мост"),
        ("Update-server maker sells pier\n\nIt was sold in May.", "Update-server maker sells pier"),
        ("Пристань сдадут в мае. Об этом сообщили в порту. Строители работают без выходных.", ""),
    ],
)  # fmt: skip
def test_a_title_is_told_without_the_article(text: str, expected: str) -> None:
    assert title(text) == expected == (article(text, "x.txt").title or "")


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (
            ("Пресс-релиз", "Администрация города Луга", "3 декабря 2025 г.", "В Луге открыли мост"),
            "В Луге открыли мост",
        ),
        (
            ("ПРЕСС-РЕЛИЗ", "Министерство связи", "Село подключили к сети", "3 декабря 2025 г."),
            "Село подключили к сети",
        ),
        (("PRESS RELEASE", "Department of Roads", "May 3, 2025", "County Opens Bridge"), "County Opens Bridge"),
        (("Пресс-релиз", "Администрация Луги откроет мост", "3 декабря 2025 г."), "Администрация Луги откроет мост"),
        (("PRESS RELEASE", "City of Luga Opens Bridge", "May 3, 2025"), "City of Luga Opens Bridge"),
        (("Администрация города Луга", "3 декабря 2025 г.", "В Луге открыли мост"), "В Луге открыли мост"),
        (("Министерство культуры Тульской области", "Пресс-релиз", "3 июня 2025 года", "Клуб ждёт"), "Клуб ждёт"),
        (("УФНС России по Курской области", "Отдел по связям", "Пресс-служба", "3 мая", "Пени спишут"), "Пени спишут"),
        (("АДМИНИСТРАЦИЯ ЕЛЬЦА", "г. Елец, пл. Мира, 1, тел. (47467) 2-22-22", "Лёд снимут"), "Лёд снимут"),
        (("ПАО «Луч»", "Пресс-релиз", "Орёл, 5 мая 2026 г.", "Лучу выдан заём"), "Лучу выдан заём"),
        (("Комитет по спорту и туризму", "Администрации Тулы", "10.04.2026", "Гонка пройдёт"), "Гонка пройдёт"),
        (("Прокуратура Томской области", "Долг по зарплате погашен"), "Долг по зарплате погашен"),
        (
            ("Прокуратура Томской области требует погасить долг", "Пять тысяч ждут"),
            "Прокуратура Томской области требует погасить долг",
        ),
        (("Министерство культуры назначено заказчиком", "3 мая 2026 г."), "Министерство культуры назначено заказчиком"),
        (("Служба спасения кошек", "Кто в Луге снимает зверей с крыш"), "Служба спасения кошек"),
        (("Банк без вкладчиков", "4 июня 2026 г."), "Банк без вкладчиков"),
    ],
)
def test_who_issues_a_release_is_not_its_headline(front: tuple[str, ...], title: str) -> None:
    assert article("\n\n".join((*front, STORY)), "x").title == title


@pytest.mark.parametrize(
    ("line", "is_note"),
    [
        ("(Adds minister's comment, background)", True),
        ("(Recasts, adds shares (in second paragraph))", True),
        ("(Добавлены подробности)", True),
        ("(Ann Lowe adds salt)", False),
        ("(Adds that it may do so again.) It said no more.", False),
    ],
)
def test_a_note_of_what_is_new_is_no_story(line: str, is_note: bool) -> None:
    made = article(f"Trust opens second pier\n\n{line}\n\nIt opens in May.", "x.txt")
    kinds = {made.text[p.start : p.end]: p.kind for p in made.paragraphs}
    assert (kinds[line] == "meta") == is_note


@pytest.mark.parametrize(
    ("greeting", "is_title"),
    [
        ("Друзья, добрый вечер! 👋", False),
        ("Уважаемые жители Луги!", False),
        ("Добрый день.", False),
        ("Dear neighbours,", False),
        ("Друзья парка посадили сто лип", True),
        ("Коллеги поздравили врача.", True),
        ("Привет из Луги", True),
    ],
)
def test_a_greeting_is_no_headline(greeting: str, is_title: bool) -> None:
    made = article(f"{greeting}\n\nГлавное за день\n\n{STORY}", "x")
    assert made.title == (greeting if is_title else "Главное за день")
