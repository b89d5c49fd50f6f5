"""What a Russian predicate governs as content, what only stands beside it, and who is found to speak by finding out."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Закон гласит, что берег нельзя застраивать.", "берег нельзя застраивать", "Закон"),
        ("Замеры датчиков показывают, что река чиста.", "река чиста", "Замеры датчиков"),
        ("Ревизия выявила нехватку лекарств.", "нехватку лекарств", "Ревизия"),
        ("Жильцы требовали допуска независимых экспертов.", "допуска независимых экспертов", "Жильцы"),
        ("Власти края обещают бесплатный доступ к музеям.", "бесплатный доступ к музеям", "Власти края"),
        ("Врачи убеждают жителей привиться от гриппа.", "жителей привиться от гриппа", "Врачи"),
        ("Адвокат ходатайствовал о переносе слушаний.", "переносе слушаний", "Адвокат"),
    ],
)
def test_laws_inquiries_and_demands_have_content(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Новый прибор выявил рост давления.",
        "Игроки демонстрируют отсутствие сил.",
        "Сторож ответил на вопросы порядка въезда.",
        "Лосев обратился за помощью в больницу.",
    ],
)
def test_what_things_and_deeds_show_is_no_content(text: str) -> None:
    assert found(text) == []


def test_a_time_or_place_may_stand_between_a_verb_and_its_object() -> None:
    assert found("Тренер подтвердил в субботу отсутствие вратаря.")[0].text == "отсутствие вратаря"
    assert found("Учителя признают в нём нехватку книг.")[0].text == "нехватку книг"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Мэр объяснил задержку плохой погодой.", "задержку плохой погодой"),
        ("Свой уход тренер объяснил усталостью и болезнью.", "усталостью и болезнью"),
        ("Полиция связывает Лосева с ограблением банка.", "Лосева с ограблением банка"),
    ],
)
def test_what_is_put_down_to_something_is_content(text: str, content: str) -> None:
    assert [quote.text for quote in found(text)] == [content]


def test_an_object_without_a_cause_is_only_a_topic() -> None:
    assert found("Объясняя задержку рейса, газета привела схему полёта.") == []
    assert found("Дорога связывает посёлок с трассой.") == []


def test_a_reason_is_not_what_is_said() -> None:
    assert found("Заявление прозвучало в связи с тем, что завод ищет рабочих.") == []
    assert found("Мэр сообщил о переносе концерта из-за того, что идёт дождь.")[0].text.startswith("переносе концерта")


def test_what_others_said_against_it_ends_content() -> None:
    text = "Порт заявляет, что утонули три катера, тогда как прежде утверждалось, что уцелел весь флот."
    assert [quote.text for quote in found(text)] == ["утонули три катера", "уцелел весь флот"]
    text = "Опрос показал, что за мост треть жителей, тогда как четверть ответила, что против."
    assert found(text)[0].text.endswith("что против")


def test_what_a_relative_clause_takes_up_may_be_followed_by_words_in_marks() -> None:
    text = "Комиссия одобрила проект моста, о чём сообщил её секретарь Лосев: «Мы рады»."
    assert [quote.text for quote in found(text)] == ["Комиссия одобрила проект моста", "Мы рады"]


def test_people_without_names_may_stand_before_their_lines() -> None:
    assert found("Кондуктор: «Через час».") == [Found("direct", "Через час", "Кондуктор")]
    assert found("Победитель: «Вымпел».") == []
    assert found("Роман: «Отцы и дети».") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Главным доводом защиты стало то, что у Лосева есть алиби.", "у Лосева есть алиби"),
        ("Основной аргумент противников стройки заключается в том, что парк исчезнет.", "парк исчезнет"),
        ("Мнение экспертов сводится к тому, что цены вырастут.", "цены вырастут"),
    ],
)
def test_what_an_argument_is_said_to_be_is_content(text: str, content: str) -> None:
    assert [quote.text for quote in found(text)] == [content]


def test_what_a_task_is_said_to_be_is_nobodys_words() -> None:
    assert found("Задача завода состоит в том, чтобы выжить.") == []


@pytest.mark.parametrize("pointer", ["О происшествии рассказала дежурная.", "Об аварии сообщила пресс-служба."])
def test_a_bare_noun_for_what_happened_takes_up_the_sentence_before(pointer: str) -> None:
    assert found(f"Мост рухнул в реку.\n{pointer}")[0].text == "Мост рухнул в реку"


def test_a_topic_before_its_verb_takes_up_nothing() -> None:
    assert found("Мост рухнул в реку. О планах сообщила мэрия.") == []
    assert found("Мост рухнул в реку. О погоде рассказал дед.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("О переносе матча объявил клуб.", "переносе матча"),
        ("О строительстве моста мэр сообщил в среду.", "строительстве моста"),
        ("Об уходе из клуба усталый тренер сообщил в среду.", "уходе из клуба"),
    ],
)
def test_what_is_told_may_open_the_sentence(text: str, content: str) -> None:
    assert [quote.text for quote in found(text)] == [content]


def test_who_has_spoken_in_the_sentence_before_does_not_speak_it_all() -> None:
    for pointer in ("Такое заявление он сделал в среду.", "Лосев сделал это заявление в эфире."):
        assert [q.text for q in found(f"Мэр Лосев сказал, что мост откроют. {pointer}")] == ["мост откроют"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Суд охарактеризовал Лосева как «мечтателя», создавшего «лучший театр края».",
            ["мечтателя", "лучший театр края"],
        ),
        ("Газета сравнила «Дневник» с «ясным утром русской прозы».", ["ясным утром русской прозы"]),
        ("Лосева назвала Петра Серова, кандидата в судьи, «робким».", ["робким"]),
    ],
)
def test_a_description_is_told_from_the_name_of_what_it_describes(text: str, words: list[str]) -> None:
    assert [quote.text for quote in found(text)] == words


def test_a_thing_before_the_verb_acts_on_the_thing_behind_it() -> None:
    assert found("Обзор школьных библиотек выявил резкий спад спроса.")[0].who == "Обзор школьных библиотек"


def test_what_an_instrument_lets_one_find_is_no_content() -> None:
    assert found("Прибор позволил выявить рост шума в цехах.") == []


def test_a_description_may_follow_a_relative_clause() -> None:
    text = "Мэрия охарактеризовала очередь, которая выросла к вечеру, как «недоразумение»."
    assert found(text) == [Found("direct", "недоразумение", "Мэрия")]


def test_a_feeling_may_have_a_question() -> None:
    assert found("Зрители высказали удивление, зачем финал перенесли.")[0].text == "зачем финал перенесли"
    assert found("Депутат выразил сомнение, хватит ли району денег.")[0].text == "хватит ли району денег"


def test_what_a_source_comes_from_speaks() -> None:
    assert found("По сообщениям из столицы, мост рухнул.") == [Found("indirect", "мост рухнул", "столицы")]
    assert found("По данным на вторник, мост закрыт.") == []


def test_marked_adjectives_before_their_noun_go_on_with_nothing() -> None:
    assert len(found("Мэр сказал, что мост опасен. Лосев был осужден за «тихие и скрытные» действия.")) == 1


def test_what_follows_from_a_remark_is_not_said() -> None:
    assert found("Ведущая заговорила о ценах, упомянув тренера Лосева, что рассмешило гостей.") == []


def test_what_somebody_speaks_for_or_against_is_content() -> None:
    assert found("Палата высказалась против переноса рынка за реку.")[0].text == "переноса рынка за реку"
    assert found("Лосев выступает за «Вымпел».") == []


def test_content_within_content_ends_where_the_speaker_goes_on() -> None:
    quotes = found("Мэр сказал, что врачи считают, что вода опасна, и пообещал закрыть пляж.")
    assert [quote.text for quote in quotes] == ["врачи считают, что вода опасна", "вода опасна", "закрыть пляж"]


def test_this_is_no_pointer_where_a_clause_follows() -> None:
    text = "Поэт бранил реформу. Он покинул жюри, мотивировав это в записке тем, что болен."
    assert [quote.text for quote in found(text)] == ["болен"]
    assert found("Собор обратился к мэру, выразив тревогу тем, что стройка опасна.")[0].who == "Собор"


def test_nouns_that_make_up_a_preposition_are_passed_over() -> None:
    assert found("Повар выступил в печати с обвинениями в адрес гостей в краже ложек.")[0].text == "краже ложек"
    assert found("Депутат обвинил фирму в ходе спора в обмане жителей.")[0].text == "обмане жителей"
    assert found("Суд снял обвинения в краже.") == []


def test_making_sure_is_no_speech() -> None:
    assert found("Лосев удостоверился, что дверь закрыта.") == []


def test_an_epithet_in_marks_before_a_name_is_no_quote() -> None:
    text = "Мать сказала, что дом продан. Брат «короля льда» Иван Лосев заявил, что уедет."
    assert [quote.text for quote in found(text)] == ["дом продан", "уедет"]


def test_who_is_named_by_the_same_post_has_spoken_already() -> None:
    text = "Глава района Иван Лосев сказал, что мост откроют. Такое заявление глава района сделал в среду."
    assert [quote.text for quote in found(text)] == ["мост откроют"]


def test_who_expects_a_change_thinks_it_and_who_waits_for_an_event_says_nothing() -> None:
    assert found("Аналитики ожидают роста цен на хлеб.") == [Found("indirect", "роста цен на хлеб", "Аналитики")]
    assert found("Лосев ожидал прибытия поезда на перроне.") == []


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Банк предупредил завод и мэрию города о возможном повышении тарифов.", "возможном повышении тарифов", "Банк"),
        ("Банк уведомил клиентов и партнёров о повышении тарифов.", "повышении тарифов", "Банк"),
        ("Союз потребовал от мэрии и областного суда выплаты долгов.", "выплаты долгов", "Союз"),
    ],
)
def test_several_may_be_told(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


def test_what_follows_the_conjunction_of_another_verb_is_no_content() -> None:
    assert found("Врач поздравил сестру и вышел, забыв о встрече.") == []
