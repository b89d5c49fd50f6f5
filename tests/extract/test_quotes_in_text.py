"""Russian quotes beyond one sentence: paragraphs, interviews, labels, several predicates, sources within sources."""

from __future__ import annotations

from briefing import language
from briefing.extract import quotes
from tests.extract.quoting import Found, found


def test_two_predicates_of_one_speaker_are_two_quotes() -> None:
    assert found("Мэр сказал, что приедет завтра, и добавил, что привезёт документы.") == [
        Found("indirect", "приедет завтра", "Мэр"),
        Found("indirect", "привезёт документы", "Мэр"),
    ]
    assert found("Мэр пояснил, что мост закрыт, подчеркнув, что объезд открыт.") == [
        Found("indirect", "мост закрыт", "Мэр"),
        Found("indirect", "объезд открыт", "Мэр"),
    ]


def test_a_verb_goes_on_with_the_subject_that_agrees_with_it() -> None:
    text = "Мэр Анна Ким рассказала, что её зодчий решил, что мост плох, а также добавила, что мост снесут."
    assert found(text)[-1] == Found("indirect", "мост снесут", "Мэр Анна Ким")


def test_a_quotation_over_several_paragraphs_has_a_part_in_each() -> None:
    text = "Мэр заявил: «Мост построят к маю.\nПроезд будет бесплатным.\nСпасибо всем»."
    assert found(text) == [
        Found("direct", "Мост построят к маю.", "Мэр"),
        Found("direct", "Проезд будет бесплатным.", "Мэр"),
        Found("direct", "Спасибо всем", "Мэр"),
    ]


def test_a_quotation_that_lost_its_end_stops_where_the_next_begins() -> None:
    text = "Мэр заявил: «Мост стар.\nОн нужен.\nВ газете мэр заявил: «Дорога тоже стара»."
    assert [quote.text for quote in found(text)] == ["Мост стар.", "Он нужен.", "Дорога тоже стара"]


def test_the_attribution_behind_the_last_part_is_that_of_every_part() -> None:
    text = "«Мост построят к маю.\nПроезд будет бесплатным», — сказал мэр."
    assert found(text) == [
        Found("direct", "Мост построят к маю.", "мэр"),
        Found("direct", "Проезд будет бесплатным", "мэр"),
    ]


def test_a_quotation_without_an_attribution_goes_on_with_the_last_speaker() -> None:
    text = "«Мост построят к маю», — сказал мэр.\n«Проезд для всех будет бесплатным»."
    assert found(text)[1] == Found("direct", "Проезд для всех будет бесплатным", "…")


def test_a_generic_document_goes_on_with_the_last_speaker() -> None:
    text = "Мэр сообщил, что мост закрыт. Согласно сообщению, проезд откроют в мае."
    assert found(text)[1] == Found("indirect", "проезд откроют в мае", "…")


def test_a_paragraph_right_below_a_colon_is_what_was_announced() -> None:
    announced = "Мэр рассказал:\nМост откроют в мае. Проезд будет бесплатным."
    assert found(announced) == [Found("direct", "Мост откроют в мае. Проезд будет бесплатным", "Мэр")]
    lost = "Мэр рассказал:\n\nМост открыли в мае. Проезд был бесплатным."
    assert found(lost) == []
    in_person = "Мэр рассказал:\n\nМы откроем мост в мае. Проезд будет бесплатным."
    assert found(in_person) == [Found("direct", "Мы откроем мост в мае. Проезд будет бесплатным", "Мэр")]


def test_lines_that_a_dash_opens_are_speech_only_with_an_attribution() -> None:
    assert found("— Когда откроют мост?\n— В мае, — ответил мэр.") == [
        Found("direct", "Когда откроют мост?", None),
        Found("direct", "В мае", "мэр"),
    ]
    assert found("— трактор и плуг\n— косилка и грабли") == []
    assert found("— приз «Лира»\n— диплом жюри «Арфа»") == []


def test_an_interview_goes_on_with_whoever_is_asked() -> None:
    text = "Мэр сообщил, что мост закрыт.\n– Когда его откроют?\n– В мае. Если всё успеют.\n– Кто платит?\n– Область."
    assert found(text)[1:] == [
        Found("direct", "Когда его откроют?", None),
        Found("direct", "В мае. Если всё успеют.", "…"),
        Found("direct", "Кто платит?", None),
        Found("direct", "Область.", "…"),
    ]


def test_a_name_before_a_colon_is_the_label_of_the_words_after_it() -> None:
    label = "Директор фирмы Иван Лосев"
    assert found(f"Мэр сказал, что рад.\n{label}:\n\n«Завод построят к маю».")[1:] == [
        Found("direct", "Завод построят к маю", label)
    ]
    assert found("Иван Лосев: Завод построят к маю. Он будет большим.\nМэр уехал.") == [
        Found("direct", "Завод построят к маю. Он будет большим", "Иван Лосев")
    ]


def test_the_first_person_after_a_colon_is_speech_of_who_acts_before_it() -> None:
    assert found("Тренер решил вывести игрока из состава:\nЯ не планирую его выпускать.") == [
        Found("direct", "Я не планирую его выпускать", "Тренер")
    ]
    assert found("Тренер назвал состав:\nЛосев играет в защите.") == []


def test_a_line_below_a_colon_is_speech_of_who_acts_before_it() -> None:
    assert found("Гостья из Твери приехала с двумя детьми:\n\n– Праздник очень понравился!") == [
        Found("direct", "Праздник очень понравился!", "Гостья из Твери")
    ]
    assert found("Гостья привезла подарки:\n\n– чайник;\n– книги.") == []


def test_a_colon_does_not_hide_what_stands_before_it() -> None:
    assert found("Тренер сменил имя. Об этом он написал в среду: «Теперь я другой человек».") == [
        Found("indirect", "Тренер сменил имя", "он"),
        Found("direct", "Теперь я другой человек", "он"),
    ]
    assert found("Мэр обещал провести чтения в мае:\nМы проведём чтения в мае.") == [
        Found("indirect", "провести чтения в мае", "Мэр"),
        Found("direct", "Мы проведём чтения в мае", "Мэр"),
    ]


def test_content_ends_before_another_statement_after_a_dash() -> None:
    assert found("Мэр объяснил это тем, что мост закрыт — он опасался обвала моста.") == [
        Found("indirect", "мост закрыт", "Мэр"),
        Found("indirect", "обвала моста", "он"),
    ]


def test_the_same_place_is_who_spoke_last() -> None:
    assert found("В мэрии сообщили, что мост закрыт. Там же отметили, что объезд открыт.")[1] == Found(
        "indirect", "объезд открыт", "…"
    )


def test_marks_inside_a_line_of_speech_do_not_end_it() -> None:
    assert found("– Парк «Заря» готов. Спасибо «Зеленстрою», – сказал мэр.") == [
        Found("direct", "Парк «Заря» готов. Спасибо «Зеленстрою»", "мэр")
    ]
    assert found("– «Заря» готова, – сказал мэр.") == [Found("direct", "«Заря» готова", "мэр")]
    assert found("– «Парк готов», – сказал мэр.") == [Found("direct", "Парк готов", "мэр")]


def test_an_added_source_does_not_repeat_what_somebody_said() -> None:
    text = "Мэр утверждает, что мост откроют уже в мае этого года, сообщает газета."
    assert found(text) == [Found("indirect", "мост откроют уже в мае этого года", "Мэр")]


def test_the_cue_is_the_predicate_or_the_phrase() -> None:
    text = "По словам мэра, мост откроют. Дорогу закроют, сообщил министр."
    document = language.get("ru").analyse(text, [(0, len(text))], models=False)
    assert [text[slice(*u.cue)] for u in quotes.find(document) if u.cue] == ["По словам мэра", "сообщил"]
