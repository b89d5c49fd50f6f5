"""What Russian reports without «сказал, что»: denials, causes named, polls, sources, words told to an outlet."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Министр подтвердил участие сборной в турнире.", "участие сборной в турнире", "Министр"),
        ("Фирмачи отрицают причастность к аварии.", "причастность к аварии", "Фирмачи"),
        ("Причастность к аварии завод отрицает.", "Причастность к аварии", "завод"),
        ("Мэр не исключил повышения платы за проезд.", "повышения платы за проезд", "Мэр"),
        ("Министр пообещал строительство дороги к озеру.", "строительство дороги к озеру", "Министр"),
        ("Премьер объявил о ряде реформ в медицине.", "ряде реформ в медицине", "Премьер"),
        ("Премьер объявил о ряде важных новых реформ.", "ряде важных новых реформ", "Премьер"),
        ("Критики обвиняли мэра в том, что он молчит.", "он молчит", "Критики"),
        ("Депутат обвинил фирму во взяточничестве и обмане.", "взяточничестве и обмане", "Депутат"),
    ],
)
def test_states_confirmed_denied_or_promised_are_content(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Причиной аварии специалисты называют износ труб.", "износ труб", "специалисты"),
        ("Причиной пожара в министерстве назвали короткое замыкание.", "короткое замыкание", "министерстве"),
        ("Главной задачей мэр назвал ремонт дорог.", "ремонт дорог", "мэр"),
    ],
)
def test_what_is_named_as_cause_may_follow_its_verb(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


def test_who_holds_themselves_to_be_something_says_nothing() -> None:
    assert found("Часть жителей считает себя отдельным народом.") == []


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("По опросам, мэра поддержат 40 % жителей.", "мэра поддержат 40 % жителей", "опросам"),
        ("По данным, полученным от врачей, раненых двое.", "раненых двое", "врачей"),
        ("По информации, сообщённой мэром города, мост закрыт.", "мост закрыт", "мэром города"),
    ],
)
def test_polls_speak_and_sources_may_be_told_by_a_participle(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


def test_an_outlet_after_the_verb_is_told_if_content_follows() -> None:
    assert found("Директор рассказал CNN: «Мы готовы к зиме».") == [Found("direct", "Мы готовы к зиме", "Директор")]
    assert found("Директор, мать двоих детей, рассказывает CNN, что готова.")[0].who != "CNN"
    assert found("Мост закрыли на всю зиму, сообщает CNN.") == [Found("indirect", "Мост закрыли на всю зиму", "CNN")]


def test_a_conjunction_with_as_does_not_hide_the_subject() -> None:
    assert found("Цены упали после того, как Борис Лосев призвал снизить налог.") == [
        Found("indirect", "снизить налог", "Борис Лосев")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "На записи видно, как толпа возмутилась словами певца, но охрана не вмешалась.",
        "Он остался на посту, чтобы удостовериться, что паром отошёл.",
        "Позже певца стали называть «секс-символом».",
    ],
)
def test_perceiving_making_sure_and_common_names_are_no_speech(text: str) -> None:
    assert [quote.who for quote in found(text) if quote.who is not None] == []


def test_examples_after_such_as_are_no_question() -> None:
    assert found("Труды учёных помогли описать такие беды, как безработица и кризис.") == []


def test_a_colon_in_marked_words_does_not_end_what_a_source_says() -> None:
    assert found("По словам мэра, «растёт спрос: он вырос на треть».") == [
        Found("direct", "растёт спрос: он вырос на треть", "мэра")
    ]


def test_an_outlet_that_only_passes_on_what_somebody_said_adds_no_quote() -> None:
    assert found("Представитель завода Нина Ким заявила, что цех закрыт, сообщает Times.") == [
        Found("indirect", "цех закрыт", "Представитель завода Нина Ким")
    ]


def test_a_relative_clause_ends_with_the_phrases_that_belong_to_it() -> None:
    assert (
        found("Лосев, который приехал с коллегой по театру, своей ровесницей, признался, что устал.")[0].who == "Лосев"
    )


def test_abbreviations_before_a_name_end_no_sentence() -> None:
    assert found("Нина Ким (род. Пак) рассказала, что забор снесли.") == [Found("indirect", "забор снесли", "Нина Ким")]


def test_a_body_may_label_what_it_says() -> None:
    assert found("Пресс-служба завода: «Мост откроют весной».") == [
        Found("direct", "Мост откроют весной", "Пресс-служба завода")
    ]


def test_a_name_in_marks_right_after_a_verb_is_its_subject() -> None:
    assert found("Водителю грозит штраф, напоминает «Коммерсантъ».") == [
        Found("indirect", "Водителю грозит штраф", "«Коммерсантъ»")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Дорога закрыта. Полиция эту версию не подтвердила.",
        "Мост стар. Он опасен, так как ржавчина может привести к беде.",
        "Брошюра, описывающая три темы: как есть, пить и спать.",
    ],
)
def test_denials_reasons_and_topics_attribute_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ситуация требует немедленного вмешательства властей.",
        "Дорога обещает быть долгой.",
        "Улицу назвали именем поэта.",
        "Команда доказала, что умеет побеждать.",
        "Статья грозит водителю лишением прав на год.",
        "Директор обратилась с тем же вопросом к врачам.",
    ],
)
def test_things_and_deeds_say_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Опрос показал, что дороги плохи.", "дороги плохи", "Опрос"),
        ("Учёный доказал, что у детей улучшается сон.", "у детей улучшается сон", "Учёный"),
        ("Соседи описывают его как тихого и вежливого человека.", "тихого и вежливого человека", "Соседи"),
        ("Врач предупредил о нехватке вакцин в стране.", "нехватке вакцин в стране", "Врач"),
        ("Центр советует туристам не подходить к вулкану: он дымит.", "туристам не подходить к вулкану", "Центр"),
        ("Одни его хвалят, тогда как другие считают его скрягой.", "его скрягой", "другие"),
        ("Мэр сказал, что дело раскрыто, однако имён не назвал.", "дело раскрыто", "Мэр"),
    ],
)
def test_findings_portraits_warnings_and_advice_are_content(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


def test_a_source_may_be_published_by_somebody() -> None:
    text = "Согласно заявлению, размещённому в среду полицией города, вор пойман."
    assert found(text) == [Found("indirect", "вор пойман", "полицией города")]


def test_whose_words_are_cited_may_be_a_pronoun() -> None:
    assert found("Мэр уехал. Газета цитирует его слова: «Я устал от споров».")[-1].who == "его"


def test_a_reported_manner_goes_on_past_its_converb() -> None:
    text = "Лосев вспоминает, как, услышав о разливе реки, он поехал туда."
    assert found(text) == [Found("indirect", "как, услышав о разливе реки, он поехал туда", "Лосев")]


def test_who_writes_is_no_speaker() -> None:
    assert found("Соседи, чью повозку я считал похожей на мою, ушли.") == []


def test_a_quotation_that_lost_its_end_stops_at_the_first_other_attribution() -> None:
    text = "«Мы бы уже вышли, — сказал Лосев.\nРогов добавил: «Я буду за выход».\n"
    text += "Позже он сказал: «Мы не боимся.\nМы едем»."
    assert [quote.text for quote in found(text)] == ["Мы бы уже вышли", "Я буду за выход", "Мы не боимся.", "Мы едем"]


def test_a_counted_noun_is_no_subject() -> None:
    assert [quote.who for quote in found("Мэр, приехав, объявил пять премьер сезона.")] in ([], ["Мэр"])


def test_who_is_thanked_or_praised_in_marked_words_is_quoted() -> None:
    assert found("Мэр поблагодарил врачей за «добросовестную и честную работу».") == [
        Found("direct", "добросовестную и честную работу", "Мэр")
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Этот случай требует особого внимания, заявил мэр Лев Кротов.", "Этот случай требует особого внимания"),
        ("Мэр заявил о готовности уйти в отставку.", "готовности уйти в отставку"),
        ("Казначей признался в присвоении двух монет.", "присвоении двух монет"),
        ("Уточняется, что раненых нет.", "раненых нет"),
        ("Мост готов, отметил мэр, не уточнив сроков.", "Мост готов"),
        ("Отменить сбор за соль потребовали пекари.", "Отменить сбор за соль"),
        ("Не выходить в море посоветовал мэр.", "Не выходить в море"),
        ("Ткач с ним не согласен: по его мнению, мост нужен.", "мост нужен"),
    ],
)
def test_where_content_begins_and_ends(text: str, content: str) -> None:
    assert [one.text for one in found(text)] == [content]


def test_a_converb_of_speech_has_content_of_its_own() -> None:
    told = found("Мост готов, отметил мэр, добавив, что движение начнут в мае.")
    assert told == [Found("indirect", "Мост готов", "мэр"), Found("indirect", "движение начнут в мае", "мэр")]
