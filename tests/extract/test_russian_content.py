"""Constructions of Russian in which a predicate has content, and those that only look like them."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


def test_what_is_shouted_or_whispered_may_be_a_clause() -> None:
    assert found("Сторож успел крикнуть в окно, что склад горит.")[0].text == "склад горит"
    assert found("Лосев прошептал, что дверь заперта.") == [Found("indirect", "дверь заперта", "Лосев")]


def test_so_after_a_comma_may_only_join() -> None:
    assert found("Лосев ругает как мэра, так и план соседей просить о помощи.") == []


def test_an_aim_in_the_infinitive_is_no_order() -> None:
    assert found("Пётр Лосев дал соседям совет, чтобы помочь им.") == []
    assert found("Пётр Лосев попросил соседей, чтобы они молчали.") == [Found("indirect", "они молчали", "Пётр Лосев")]


@pytest.mark.parametrize("when", ["в пятницу", "в мае", "на прошлой неделе"])
def test_a_name_in_marks_after_a_date_is_the_subject(when: str) -> None:
    assert found(f"Мост закрыт на зиму, сообщил {when} «Вестник».") == [
        Found("indirect", "Мост закрыт на зиму", "«Вестник»")
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ходят слухи, что клад лежит на дне озера.", "клад лежит на дне озера"),
        ("Бытует мнение, что клад лежит на дне озера.", "клад лежит на дне озера"),
        ("Поступила информация, что паром сел на мель.", "паром сел на мель"),
    ],
)
def test_rumours_that_go_round_are_nobodys(text: str, content: str) -> None:
    assert found(text) == [Found("indirect", content, None)]


def test_the_owner_of_a_noun_of_speech_may_be_a_possessive() -> None:
    assert found("Совет осудил её недавнее утверждение, что пляж опасен.") == [Found("indirect", "пляж опасен", "её")]


def test_what_a_noun_means_ends_before_the_verb_that_carries_it() -> None:
    assert found("О намерении закрыть пляж сообщил Пётр Лосев.")[0].text == "закрыть пляж"


def test_in_the_sense_that_opens_no_content() -> None:
    assert found("Его письмо оказалось полезным в том смысле, что спор утих.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Тренер призвал игроков к терпению.", "игроков к терпению"),
        ("Тренер призвал к терпению и спокойствию.", "терпению и спокойствию"),
    ],
)
def test_who_is_called_to_something_belongs_to_it(text: str, content: str) -> None:
    assert [quote.text for quote in found(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Соседка позвонила врачам, сообщив о новом нападении.",
        "Завод отверг обвинения в загрязнении реки.",
        "Завод опроверг слухи о закрытии цеха.",
    ],
)
def test_what_is_only_named_or_said_by_others_is_no_content(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("who", ["Лосев", "Роберт Пил", "Иван Лосев, бывший глава района,"])
def test_who_passes_on_a_quotation_and_its_speaker_adds_no_quote(who: str) -> None:
    assert [quote.text for quote in found(f"«Это уже беда», — сказал {who} вчера, как сообщает «Вестник».")] == [
        "Это уже беда"
    ]


def test_this_information_takes_up_what_is_said_before() -> None:
    assert found("Мост рухнул ночью в реку.\nДанную информацию подтвердил мэр.") == [
        Found("indirect", "Мост рухнул ночью в реку", "мэр")
    ]


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Завод, как сообщается, прячет отходы в лесу.", "прячет отходы в лесу", None),
        ("Завод, как утверждается в докладе, прячет отходы в лесу.", "прячет отходы в лесу", "докладе"),
    ],
)
def test_as_is_reported_may_stand_inside(text: str, content: str, who: str | None) -> None:
    assert found(text) == [Found("indirect", content, who)]


def test_a_clause_after_a_topic_takes_up_all_of_it() -> None:
    assert found("Мэр рассказал об аварии, что вызвало панику.") == []
    assert found("Мэр рассказал в среду, что боялся паники.")[0].text == "боялся паники"


def test_a_body_may_be_cited() -> None:
    assert found("«Паром пойдёт весной по реке», — цитирует «Вестник» пресс-службу порта.")[0].who == (
        "пресс-службу порта"
    )


def test_what_everybody_describes_somebody_as_is_nobodys_quote() -> None:
    assert found("Лосева описывают как строгого, но доброго учителя.") == []


def test_what_an_agreement_provides_is_its_own() -> None:
    assert found("В соответствии с договором флот сократят вдвое.") == [
        Found("indirect", "флот сократят вдвое", "договором")
    ]


def test_nouns_after_an_infinitive_are_its_own() -> None:
    assert found("Совет потребовал обсудить помощь школам.")[0].text == "обсудить помощь школам"
    assert found("Лосев предположил участие местных браконьеров.")[0].text == "участие местных браконьеров"


def test_the_marks_of_a_link_hide_no_attribution() -> None:
    assert found("Паром сел на мель, [https://example.org/a?b=1 сообщил] Пётр Лосев.") == [
        Found("indirect", "Паром сел на мель", "Пётр Лосев")
    ]


def test_a_relative_clause_may_part_what_is_described_from_its_description() -> None:
    assert found("Полиция назвала стычку, о которой писали газеты, «пустяком».")[0].text == "пустяком"
    assert found("Полиция охарактеризовала стычку, которая была вчера, как «пустяк».") == [
        Found("direct", "пустяк", "Полиция")
    ]


def test_a_remark_in_brackets_parts_no_speaker_from_the_verb() -> None:
    assert found("Как заявил глава «Союза» (Union) Пётр Лосев, паром сел на мель.") == [
        Found("indirect", "паром сел на мель", "глава «Союза» (Union) Пётр Лосев")
    ]


def test_to_whom_something_is_done_does_not_say_the_words_in_marks() -> None:
    text = "Судья сказал, что Пётр Ким «плохо себя вёл». Пётр Ким осуждён за «дурные мысли»."
    assert found(text)[-1] == Found("direct", "дурные мысли", "…")


@pytest.mark.parametrize(
    "text",
    [
        "Реформа призвана ускорить выдачу справок.",
        "Лосев ушёл со сцены, упомянув сенатора, что вызвало смех в зале.",
    ],
)
def test_what_serves_an_end_or_follows_from_words_is_no_content(text: str) -> None:
    assert found(text) == []


def test_the_owner_of_words_may_be_somebody_of_somebody() -> None:
    assert found("По словам его соседки, он заболел.") == [Found("indirect", "он заболел", "его соседки")]


def test_a_participle_may_open_the_content_as_its_subject() -> None:
    assert found("Полиция объявила, что обвиняемый в краже, случившейся вчера, сбежал.") == [
        Found("indirect", "обвиняемый в краже, случившейся вчера, сбежал", "Полиция")
    ]


def test_a_text_in_which_somebody_speaks_takes_no_content_from_the_verb() -> None:
    assert found("Лосев отказался, объяснив это в записке тем, что «время ушло навсегда».") == [
        Found("direct", "время ушло навсегда", "Лосев")
    ]


def test_what_somebody_is_called_before_their_name_is_no_quote() -> None:
    text = "Лосев сказал: «Мы ждём весны и тепла». Потом приехал брат «короля романса» Пётр Ким."
    assert [quote.text for quote in found(text)] == ["Мы ждём весны и тепла"]


@pytest.mark.parametrize(
    "text",
    [
        "Юристы намерены указать на то, что пляж опасен.",
        "Соседи собрались, чтобы напомнить о цели субботника: уборка двора и сквера.",
    ],
)
def test_what_is_still_to_be_said_is_no_quote(text: str) -> None:
    assert found(text) == []


def test_a_list_after_a_colon_belongs_to_what_is_asked() -> None:
    assert found("Совет обратился к мэру с просьбой вернуть двоих: Петра Лосева и Анну Ким.")[0].text == (
        "вернуть двоих: Петра Лосева и Анну Ким"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Лосев не смог ответить, когда откроют мост.",
        "Мэр затруднился объяснить, зачем вырубили парк у реки.",
        "Пресс-служба отказалась сообщить, кто подписал договор.",
        "Обмен позволит лицею соответствовать новым нормам, что является целью.",
        "Стадион отвечает всем требованиям, что подтвердила проверка.",
        "Художник выразил благодарность музею за долгую дружбу.",
        "У гостей появится возможность оценить новую серию «Маяка» на экране.",
    ],
)
def test_what_stays_unanswered_suits_or_is_thanked_for_is_no_quote(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("Рассказывая о том, как живёт село", "глава отметил, что денег мало"),
        ("Объясняя, почему закрыли цех", "глава отметил, что денег мало"),
        ("Отвечая на вопрос, когда откроют мост", "глава отметил, что денег мало"),
    ],
)
def test_a_question_that_a_converb_leads_in_with_is_no_quote(opening: str, rest: str) -> None:
    assert found(f"{opening}, {rest}.") == [Found("indirect", "денег мало", "глава")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Мэр призвал адресно помогать семьям.", "адресно помогать семьям"),
        ("Мэр предложил разово выплатить премии.", "разово выплатить премии"),
    ],
)
def test_what_is_asked_begins_with_how_it_is_to_be_done(text: str, content: str) -> None:
    assert [one.text for one in found(text)] == [content]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "По словам ректора, набор закончен, и призвал студентов готовиться.",
            ["набор закончен", "студентов готовиться"],
        ),
        (
            "По его словам, в суд поступит дело, а также сообщил, что служба следит за фирмой.",
            ["в суд поступит дело", "служба следит за фирмой"],
        ),
        (
            "Лосев отметил, что молодёжи открыт путь, что облегчит поиск, и выразил надежду, что так и будет.",
            ["молодёжи открыт путь, что облегчит поиск", "так и будет"],
        ),
    ],
)
def test_a_speaker_who_goes_on_ends_what_was_told_before(text: str, contents: list[str]) -> None:
    assert [one.text for one in found(text)] == contents


def test_others_in_a_sources_words_do_not_end_them() -> None:
    assert (
        found("По словам мэра, врач приехал и сообщил, что сбоев нет.")[0].text
        == "врач приехал и сообщил, что сбоев нет"
    )
    assert found("По данным полиции, водитель скрылся, а позже сообщил, что болен.")[0].text.endswith("что болен")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Лосев убеждён, что клуб закроют, и переубедить его не удалось.", "клуб закроют"),
        ("Тренер уверен, что сборная победила, и спорить с судьями не стал.", "сборная победила"),
        ("Мэр обещал, что клуб откроют, а соседка, взявшая слово, предложила закрыть его.", "клуб откроют"),
        ("Мэр обещал, что клуб откроют, а рыбаки, которые ждали у дверей, потребовали денег.", "клуб откроют"),
        # near misses
        ("Мэр признал, что клуб мал, и закрыть его не удалось.", "клуб мал, и закрыть его не удалось"),
        ("Мэр сказал, что клуб ждёт, а кот, живущий в нём, спит.", "клуб ждёт, а кот, живущий в нём, спит"),
        ("Мэр сказал, что пёс спал, но лаять не стал.", "пёс спал, но лаять не стал"),
    ],
)  # fmt: skip
def test_what_the_article_tells_behind_content_is_none(text: str, content: str) -> None:
    assert found(text)[0].text == content


@pytest.mark.parametrize(
    "demand",
    [
        "Отменить сбор, вернуть деньги и извиниться",
        "Снизить налоги, построить дорогу, а также открыть школу",
        "Отменить сбор и наказать виновных со сцены",
    ],
)
def test_a_row_of_infinitives_may_open_the_sentence(demand: str) -> None:
    assert found(f"{demand} потребовал депутат Лев Кротов.") == [Found("indirect", demand, "депутат Лев Кротов")]


def test_an_infinitive_beside_another_is_not_what_it_orders() -> None:
    assert found("Наказать виновных и вернуть деньги.") == []


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Лосев рассказал о боли, которая не отпускает его с того времени, когда тот служил.", []),
        ("Лосев рассказал о случае, который произошёл в тот момент, когда он служил.", []),
        ("Лосев рассказал о том, где нашли клад.", ["где нашли клад"]),
        ("Лосев спросил в мэрии, когда откроют мост.", ["когда откроют мост"]),
    ],
)
def test_a_clause_about_that_time_is_no_question(sentence: str, contents: list[str]) -> None:
    assert [one.text for one in found(sentence)] == contents
