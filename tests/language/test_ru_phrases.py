"""Noun phrases of Russian: extent, head, nominative, and the descriptions beside a name."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.language import Document, Sentence


def analysed(text: str) -> tuple[Document, Sentence]:
    document = language.get("ru").analyse(text, [(0, len(text))])
    return document, document.sentences[0]


def phrase(text: str, head: str) -> str:
    document, sentence = analysed(text)
    index = next(i for i, token in enumerate(sentence.tokens) if token.text == head)
    return document.words(sentence, *document.language.noun_phrase(sentence, index))


@pytest.mark.parametrize(
    ("text", "head", "extent"),
    [
        (
            "Об этом сообщил заместитель председателя областного комитета Михаил Оваденко в среду.",
            "заместитель",
            "заместитель председателя областного комитета Михаил Оваденко",
        ),
        (
            "Как сообщила пресс-служба правительства области, школу сдали.",
            "пресс-служба",
            "пресс-служба правительства области",
        ),
        ("Источник в правительстве области подтвердил это.", "Источник", "Источник в правительстве области"),
        ("Министр в среду заявил, что дорогу починят.", "Министр", "Министр"),
        ("Один из ректоров согласился с этим.", "Один", "Один из ректоров"),
        ("Министр торговли и связи подписал приказ.", "Министр", "Министр торговли и связи"),
        ("Завод «Салют» сообщил о прибыли.", "Завод", "Завод «Салют»"),
        ("Позднее ведомство объявило о приёме.", "ведомство", "ведомство"),
        ("В пресс-службе банка ТАСС сообщили о прибыли.", "пресс-службе", "пресс-службе банка"),
        ("В Думе юристы ссылались на опыт.", "Думе", "Думе"),
    ],
)
def test_extent(text: str, head: str, extent: str) -> None:
    assert phrase(text, head) == extent


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Минского автомобильного завода", "Минский автомобильный завод"),
        ("заместителем председателя городского комитета", "заместитель председателя городского комитета"),
        ("министра промышленности и торговли", "министр промышленности и торговли"),
        ("директором завода «Салют»", "директор завода «Салют»"),
        ("молодой и успешной певице", "молодая и успешная певица"),
        ("подозреваемого в краже", "подозреваемый в краже"),
        ("немецкими учёными", "немецкие учёные"),
        ("МАЗа", "МАЗ"),
        ("Минобороны", "Минобороны"),
    ],
)
def test_nominative(words: str, listed: str) -> None:
    document, sentence = analysed(f"Мы говорили о судьбе {words}.")
    first = len(sentence.tokens) - 1 - len(language.get("ru").analyse(words, [(0, len(words))]).sentences[0].tokens)
    assert document.language.nominative(sentence, first, len(sentence.tokens) - 1) == listed


def test_singular_of_what_several_are() -> None:
    document, sentence = analysed("Мы говорили с бывшими депутатами Думы.")
    assert document.language.singular(sentence, 3, 6) == "бывший депутат Думы"


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        ("Об этом сообщил министр связи края Лев Кротов.", ["министр связи края"]),
        ("Об этом сообщил Лев Кротов, директор завода «Салют».", ["директор завода «Салют»"]),
        ("Об этом сообщил Лев Кротов (директор завода «Салют»).", ["директор завода «Салют»"]),
        ("Выступил заслуженный артист края, дирижёр Лев Кротов.", ["заслуженный артист края, дирижёр"]),
        ("Об этом сообщил исполняющий обязанности главы города Лев Кротов.", ["исполняющий обязанности главы города"]),
        (
            "По словам первого заместителя министра обороны Льва Кротова, всё готово.",
            ["первого заместителя министра обороны"],
        ),
        ("Один из адвокатов истца Анна Кротова обжалует приговор.", ["Один из адвокатов истца"]),
        ("Адвокат истца — Анна Кротова — обжалует приговор.", ["Адвокат истца"]),
        ("Врио губернатора Анна Кротова подписала указ.", ["Врио губернатора"]),
        ("Анна Кротова, занимающая пост министра культуры, подписала указ.", ["министра культуры"]),
        ("Новым ректором избрана Анна Кротова.", ["Новым ректором"]),
        ("Уехал глава Союза борьбы с вредителями (СБВ) Лев Кротов.", ["глава Союза борьбы с вредителями"]),
        ("Выступил глава клуба — 41-летний Лев Кротов.", ["глава клуба"]),
        ("Позднее главой фонда был назначен Лев Кротов.", ["главой фонда"]),
        ("На пост министра культуры утверждена Анна Кротова.", ["министра культуры"]),
        ("Анна Кротова является директором музея с мая.", ["директором музея"]),
        ("Актриса театра им. П. Л. Чижова Анна Кротова уехала.", ["Актриса театра им. П. Л. Чижова"]),
        ("Уехала Анна Кротова, старший советник фонда Vesna газете.", ["старший советник фонда Vesna"]),
        ("Депутаты Думы Анна Кротова и Лев Ким уехали.", ["Депутаты Думы"]),
        ("Министры обороны и связи Анна Кротова и Лев Ким уехали.", []),
        ("Вместе с мэром приехала Анна Кротова.", []),
        ("Анна Кротова стала известной.", []),
        ("Бывшая супруга Льва Кротова уехала.", []),
        ("Анна Кротова подписала указ.", []),
        ("В среду Анна Кротова подписала указ.", []),
        ("Министр встретил врачей, Анна Кротова подписала указ.", []),
    ],
)
def test_descriptions_beside_a_name(text: str, descriptions: list[str]) -> None:
    document, sentence = analysed(text)
    name = next(name for name in sentence.names if name.kind == "person")
    found = document.language.descriptions(sentence, name)
    assert [document.words(sentence, *span) for span in found] == descriptions


def test_post_belongs_to_the_name_that_comes_last() -> None:
    document, sentence = analysed("Врач Анны Вольски Лиза Мардок ответила прессе.")
    first, last = [name for name in sentence.names if name.kind == "person"]
    assert document.language.descriptions(sentence, first) == []
    (span,) = document.language.descriptions(sentence, last)
    assert document.words(sentence, *span) == "Врач Анны Вольски"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Цех закрыли, а «Берег» купит «Якорь».", "купит", "«Берег»"),
        ("Новый цех откроет «Якорь».", "откроет", "«Якорь»"),
        ("В дальнейшем врачи планируют открыть сад.", "планируют", "врачи"),
        ("В дальнем саду врачи планируют открыть пруд.", "планируют", "врачи"),
    ],
)
def test_subject(text: str, verb: str, subject: str) -> None:
    document = language.get("ru").analyse(text, [(0, len(text))], models=False)
    (sentence,) = document.sentences
    span = document.language.subject(sentence, [token.text for token in sentence.tokens].index(verb))
    assert span is not None
    assert text[sentence.tokens[span[0]].start : sentence.tokens[span[1] - 1].end] == subject
