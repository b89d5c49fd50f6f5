"""Speakers of Russian articles: who is meant by a name, a role, a pronoun, a body; name, kind and role."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import language
from briefing.extract import people, quotes, roles, speakers
from briefing.extract.drafts import Mention, SpeakerDraft, Utterance
from briefing.language import Document


def analysed(text: str, *, models: bool = True) -> Document:
    return language.get("ru").analyse(text, [(0, len(text))], models=models)


def said(document: Document, phrase: str, occurrence: int = 1) -> Utterance:
    """Return an utterance whose speaker is named by these words of the text."""
    at = -1
    for _ in range(occurrence):
        at = document.text.index(phrase, at + 1)
    sentence = document.sentence_at(at)
    assert sentence is not None
    mention = Mention(sentence, sentence.find(at), sentence.find(at + len(phrase) - 1) + 1)
    return Utterance("indirect", sentence.start, sentence.end, mention=mention)


def attributed(text: str, *phrases: str) -> list[SpeakerDraft]:
    """Return the speaker of each phrase, in the order given."""
    document = analysed(text)
    utterances = [said(document, phrase) for phrase in phrases]
    drafts = {draft.id: draft for draft in speakers.attribute(document, utterances)}
    return [drafts[u.speaker] for u in utterances if u.speaker is not None]


def name_of(text: str, phrase: str, *before: str) -> str:
    return attributed(text, *before, phrase)[-1].name


def test_speaker_by_name_has_role_organisation_and_mentions() -> None:
    text = (
        "Об этом сообщил директор завода «Салют» Пётр Ильич Кротов. По словам Кротова, цех готов. Позже Кротов уехал."
    )
    (draft,) = attributed(text, "директор завода «Салют» Пётр Ильич Кротов")
    assert (draft.name, draft.kind, draft.role) == ("Пётр Ильич Кротов", "person", "директор завода «Салют»")
    assert draft.organisation is not None
    assert "Салют" in draft.organisation
    assert [text[start:end] for start, end in draft.mentions] == ["Пётр Ильич Кротов", "Кротова", "Кротов"]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Министр связи Лев Кротов приехал. Кротов сообщил о планах.", "Кротов сообщил", "Лев Кротов"),
        ("Приехал Л. Кротов. Позже Лев Кротов сообщил о планах.", "Лев Кротов", "Лев Кротов"),
        ("Выступил Пак Ми Хан. Пак пообещал помощь.", "Пак пообещал", "Пак Ми Хан"),
        ("Выступила Анна фон Бюлов. Фон Бюлов пообещала помощь.", "Фон Бюлов", "Анна фон Бюлов"),
        ("Слова Мирзабекова привели газеты. Рустам Мирзабеков ответил.", "Рустам Мирзабеков", "Рустам Мирзабеков"),
    ],
)
def test_names_are_joined(text: str, phrase: str, name: str) -> None:
    assert name_of(text, phrase.split(" сообщил")[0].split(" пообещал")[0]) == name


def test_two_people_of_one_family_name_stay_apart() -> None:
    text = "Выступили Олег Кротов и Мария Кротова. Позже Кротова попросила помощи. Но Кротов отказал."
    cast = people.cast(analysed(text))
    assert [person.name for person in cast] == ["Олег Кротов", "Мария Кротова"]
    assert [person.gender for person in cast] == ["masc", "fem"]


def test_headline_bears_witness_to_the_whole_name() -> None:
    text = "Министр Лев Кротов открыл мост\nКротов сообщил, что мост готов."
    document = language.get("ru").analyse(text, [(0, 30), (31, len(text))])
    document.headline = document.sentences[:1]
    document.sentences = document.sentences[1:]
    (person,) = people.cast(document)
    assert (person.name, len(person.mentions)) == ("Лев Кротов", 1)


def test_two_spellings_are_one_person() -> None:
    text = "Тренером стал Пол Грейсмен. По словам Пола Грейсмана, он готов."
    assert len(people.cast(analysed(text))) == 1


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (
            "Заместитель мэра Лев Кротов принял вице-губернатора Олега Зуева. Вице-губернатор отметил пользу встречи.",
            "Вице-губернатор",
            "Олег Зуев",
        ),
        ("Губернатор Иван Лосев открыл школу. Глава региона отметил её размеры.", "Глава региона", "Иван Лосев"),
        (
            "Директор театра Иван Лосев провёл сбор. Руководитель театра отметил спад.",
            "Руководитель театра",
            "Иван Лосев",
        ),
        ("Депутат Госдумы Иван Лосев приехал. Парламентарий рассказал о законе.", "Парламентарий", "Иван Лосев"),
        ("Гол забил нападающий Иван Лосев. Форвард рассказал о матче.", "Форвард", "Иван Лосев"),
        (
            "Губернатор Иван Лосев приехал. Руководитель отдела Анна Ким ждала. Глава региона отметил рост.",
            "Глава региона",
            "Иван Лосев",
        ),
        ("Победила теннисистка Анна Кротова. Спортсменка рассказала о матче.", "Спортсменка", "Анна Кротова"),
        (
            "Приехал Иван Лосев, президент «Ростеха». Президент компании рассказал о планах.",
            "Президент компании",
            "Иван Лосев",
        ),
    ],
)
def test_role_finds_its_holder(text: str, phrase: str, name: str) -> None:
    assert name_of(text, phrase) == name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (
            "Министр транспорта Иван Лосев приехал. Министр обороны доложил о планах.",
            "Министр обороны",
            "министр обороны",
        ),
        ("Приехал адвокат Иван Лосев. Отец Ивана Лосева сказал, что рад.", "Отец Ивана Лосева", "отец Ивана Лосева"),
        (
            "Выступил Иван Лосев. Пресс-секретарь Лосева уточнил сроки.",
            "Пресс-секретарь Лосева",
            "пресс-секретарь Лосева",
        ),
        ("Актёр Иван Лосев приехал. Актриса ответила прессе.", "Актриса", "актриса"),
    ],
)
def test_role_of_somebody_else_is_not_the_person_named(text: str, phrase: str, name: str) -> None:
    assert name_of(text, phrase) == name


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Начальник отдела МВД по Пензе полковник полиции Лев Кротов сообщил о рейде.",
            "Лев Кротов",
            "начальник отдела МВД по Пензе полковник полиции",
        ),
        ("И.о. министра здравоохранения края Лев Кротов уехал.", "Лев Кротов", "и.о. министра здравоохранения края"),
        ("Врио главы Республики Коми Лев Кротов уехал.", "Лев Кротов", "врио главы Республики Коми"),
        ("Первый замруководителя фракции Лев Кротов уехал.", "Лев Кротов", "первый замруководителя фракции"),
        ("Директор ГБУК «Музей» Кротова Анна Львовна уехала.", "Анна Львовна Кротова", "директор ГБУК «Музей»"),
        ("Эксперт ВШЭ, доктор наук Лев Кротов уехал.", "Лев Кротов", "эксперт ВШЭ, доктор наук"),
        ("Министр иностранных дел Китая Ван И уехал.", "Ван И", "министр иностранных дел Китая"),
        (
            "По мнению главного экономиста «Центра» Анны Кротовой, рост будет.",
            "Анна Кротова",
            "главный экономист «Центра»",
        ),
        ("Секретарь фонда, Анна Кротова, уехала.", "Анна Кротова", "секретарь фонда"),
        ("Жительница Твери Анна К. уехала.", "Анна К.", "жительница Твери"),
        (
            "«Цех готов», — пояснила во вторник Ивонн Дюр-Симон, ведущий инженер завода.",
            "Ивонн Дюр-Симон",
            "ведущий инженер завода",
        ),
        ("По словам миссис Уайтлок-Роуза, дождь кончился.", "Уайтлок-Роуза", None),
        ("Глава артели, где ткут ковры, Анна Лапина уехала.", "Анна Лапина", "глава артели"),
        ("Как рассказал лекарь, у которого живёт кот, Анна Лапина уехала.", "Анна Лапина", None),
        ("Как пишет редактор «Маяка», глава артели Анна Лапина уехала.", "Анна Лапина", "глава артели"),
        ("Как сообщила глава артели, депутат Анна Лапина, дождь кончился.", "Анна Лапина", "глава артели, депутат"),
    ],
)
def test_roles_of_press_releases(text: str, name: str, role: str | None) -> None:
    (person,) = people.cast(analysed(text))
    found = roles.role(analysed(text), person.descriptions)
    assert (person.name, found.text if found is not None else None) == (name, role)


@pytest.mark.parametrize(
    ("first", "text", "phrase", "name"),
    [
        (
            "мэр Лев Кротов",
            "Об этом сказал мэр Лев Кротов. Бывший тренер клуба устал.",
            "Бывший тренер клуба",
            "Лев Кротов",
        ),
        ("экономист Лев Кротов", "Так думает экономист Лев Кротов. Профессор ждёт роста.", "Профессор", "Лев Кротов"),
        ("мэр Лев Кротов", "Об этом сказал мэр Лев Кротов. Прокурор ждёт отчёта.", "Прокурор", "прокурор"),
        ("зампред Лев Кротов", "Так думает зампред Лев Кротов. Сенатор ждёт роста.", "Сенатор", "Лев Кротов"),
        ("мэр Лев Кротов", "Об этом сказал мэр Лев Кротов. Актриса ждёт роли.", "Актриса", "актриса"),
        ("мэр Лев Кротов", "Об этом сказал мэр Лев Кротов. Один из врачей устал.", "Один из врачей", "один из врачей"),
    ],
)
def test_other_words_for_who_spoke_last(first: str, text: str, phrase: str, name: str) -> None:
    assert name_of(text, phrase, first) == name


def test_firm_is_found_by_its_name() -> None:
    text = "Директор «Энергосети» Лев Кротов сказал, что свет дадут. В компании уточнили сроки."
    assert name_of(text, "компании") == "Энергосеть"


@pytest.mark.parametrize(
    ("text", "wrong", "cue", "name"),
    [
        ("Лев Кротов, выступающий за истца, сообщил ТАСС, что суд отложен.", "ТАСС", "сообщил", "Лев Кротов"),
        (
            "Полиция города Пальма, штат Луизиана, объявила, что дом цел.",
            "Луизиана",
            "объявила",
            "полиция города Пальма",
        ),
        ("Защита Кротова попросила, чтобы Олега Кротова отпустили.", "Кротова", "попросила", "защита Кротова"),
    ],
)
def test_what_cannot_be_the_subject_gives_way(text: str, wrong: str, cue: str, name: str) -> None:
    document = analysed(text)
    utterance = said(document, wrong)
    utterance.cue = (text.index(cue), text.index(cue) + len(cue))
    (draft,) = speakers.attribute(document, [utterance])
    assert draft.name == name


def test_phrase_that_cannot_speak_is_no_speaker() -> None:
    document = analysed("Мельдония назначили много, погода портилась.")
    assert speakers.attribute(document, [said(document, "погода")]) == []


def test_pronouns_go_by_gender_and_speaker() -> None:
    text = "Мэр Иван Лосев принял певицу Анну Кротову. Он похвалил концерт. Она поблагодарила город."
    assert [draft.name for draft in attributed(text, "Он", "Она")] == ["Иван Лосев", "Анна Кротова"]


def test_pronoun_means_the_unnamed_subject_of_the_sentence_before() -> None:
    text = "Мэр Иван Лосев открыл мост. Дорогу закрыли. Водитель автобуса вину не признал. Он сказал, что спал."
    assert name_of(text, "Он") == "водитель автобуса"
    assert name_of("Водитель ждал. Мэр Иван Лосев уехал. Он сказал, что устал.", "Он") == "Иван Лосев"


def test_gender_of_the_verb_tells_who_holds_a_post() -> None:
    text = "Директор школы Анна Кротова рада. Руководитель школы рассказала, что мест хватит. Глава школы уехал."
    document = analysed(text)
    told = [u for u in quotes.find(document) if u.mention is not None]
    assert [draft.name for draft in speakers.attribute(document, told)] == ["Анна Кротова"]


def test_relation_is_not_the_person_whose_it_is() -> None:
    text = "Вдова Солнцева, Алла Кирилловна, прочла сценарий. Солнцев решил, что снимет фильм."
    (person,) = [person for person in people.cast(analysed(text)) if person.name == "Солнцев"]
    assert person.descriptions == []


def test_post_in_full_is_told_by_the_name_in_the_next_sentence() -> None:
    text = "Министр дел Монголии заявил, что мир близок. Ри Чо Сан добавил, что война далека."
    assert name_of(text, "Министр дел Монголии", "Ри Чо Сан") == "Ри Чо Сан"
    document = analysed(text)
    (draft,) = speakers.attribute(document, quotes.find(document))
    assert (draft.name, draft.role) == ("Ри Чо Сан", "министр дел Монголии")


def test_plural_pronoun_means_the_people_together() -> None:
    text = "Учёные Пензы изучили озеро. Они сообщили, что вода чистая."
    assert name_of(text, "Они") == "учёные Пензы"


def test_relative_pronoun_means_the_name_before_it() -> None:
    text = "Мэр Иван Лосев, который сообщил о планах, уехал."
    assert name_of(text, "который") == "Иван Лосев"


@pytest.mark.parametrize(
    ("text", "phrase", "name", "kind"),
    [
        (
            "Об этом сообщила пресс-служба правительства Заречной области.",
            "пресс-служба правительства Заречной области",
            "пресс-служба правительства Заречной области",
            "organisation",
        ),
        ("По данным Росстата, цены выросли.", "Росстата", "Росстат", "organisation"),
        ("Об этом пишет газета «Труд».", "газета «Труд»", "Труд", "organisation"),
        (
            "По данным областного департамента финансов, долг вырос.",
            "областного департамента финансов",
            "областной департамент финансов",
            "organisation",
        ),
        ("По словам представителя компании, цех готов.", "представителя компании", "представитель компании", "unnamed"),
        ("По мнению экспертов банка, курс вырастет.", "экспертов банка", "эксперты банка", "unnamed"),
        ("По словам одного из ректоров, денег нет.", "одного из ректоров", "один из ректоров", "unnamed"),
        (
            "Об этом говорил источник в правительстве области.",
            "источник в правительстве области",
            "источник в правительстве области",
            "unnamed",
        ),
    ],
)
def test_bodies_and_people_without_a_name(text: str, phrase: str, name: str, kind: str) -> None:
    (draft,) = attributed(text, phrase)
    assert (draft.name, draft.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "first", "later"),
    [
        (
            "По данным департамента финансов Пензы, долг вырос. В ведомстве добавили, что он мал.",
            "департамента финансов Пензы",
            "ведомстве",
        ),
        (
            "Пресс-служба МЧС сообщила о пожаре. В пресс-службе уточнили адрес.",
            "Пресс-служба МЧС",
            "пресс-службе",
        ),
        (
            "Источник в правительстве рассказал о планах. Собеседник агентства назвал срок.",
            "Источник в правительстве",
            "Собеседник агентства",
        ),
        ("Газета «Труд» рассказала о планах. Издание назвало срок.", "Газета «Труд»", "Издание"),
        ("МИД РФ рассказал о планах. По данным МИДа, срок близок.", "МИД РФ", "МИДа"),
        ("Роспотребнадзор рассказал о планах. Ведомство назвало срок.", "Роспотребнадзор", "Ведомство"),
    ],
)
def test_bare_noun_means_the_body_named_before(text: str, first: str, later: str) -> None:
    drafts = attributed(text, first, later)
    assert len({draft.id for draft in drafts}) == 1


def test_bare_message_continues_the_speaker() -> None:
    text = "Мэрия Пензы объявила конкурс. В сообщении говорится, что приз велик."
    assert name_of(text, "сообщении", "Мэрия Пензы") == "мэрия Пензы"


def test_continued_utterance_has_the_speaker_before() -> None:
    document = analysed("Мэр Иван Лосев открыл школу. Она большая.")
    first, second = said(document, "Мэр Иван Лосев"), Utterance("direct", 29, 40, continued=True)
    (draft,) = speakers.attribute(document, [first, second])
    assert (first.speaker, second.speaker) == (draft.id, draft.id)
    assert (first.via, second.via) == ("name", "context")


def test_nobody_named_is_nobody() -> None:
    document = analysed("Было отмечено, что школа большая.")
    utterance = Utterance("indirect", 19, 32)
    assert speakers.attribute(document, [utterance]) == []
    assert utterance.speaker is None
    assert utterance.via is None


def test_roles_lose_pointing_words_and_the_capital_of_the_sentence() -> None:
    (draft,) = attributed("Его врач Иван Лосев уехал.", "Иван Лосев")
    assert draft.role == "врач"
    (draft,) = attributed("Главный врач больницы Иван Лосев уехал.", "Иван Лосев")
    assert draft.role == "главный врач больницы"


def test_fullest_role_is_kept() -> None:
    text = "Министр Иван Лосев приехал. Министр транспорта края Иван Лосев осмотрел мост."
    (draft,) = attributed(text, "Министр Иван Лосев")
    assert draft.role == "министр транспорта края"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="Мэр Лосевсказло что,.«»—()Он она\n", min_size=3, max_size=120), st.data())
def test_any_text_and_mention_can_be_attributed(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    document = analysed(text, models=False)
    utterances = []
    for sentence in document.sentences:
        first = data.draw(st.integers(0, len(sentence.tokens) - 1))
        stop = data.draw(st.integers(first + 1, len(sentence.tokens)))
        cue = (sentence.tokens[first].start, sentence.tokens[first].end)
        mention = Mention(sentence, first, stop)
        utterances.append(Utterance("direct", sentence.start, sentence.end, cue=cue, mention=mention))
    drafts = speakers.attribute(document, utterances)
    assert {u.speaker for u in utterances} - {None} == {draft.id for draft in drafts}
    assert all(draft.name for draft in drafts)


def test_whose_words_an_agency_cites_is_the_object_of_its_verb() -> None:
    text = "«Цех готов», — цитирует пресс-служба Кротова. Директор завода Пётр Кротов доволен."
    document = analysed(text)
    (draft,) = speakers.attribute(document, quotes.find(document))
    assert draft.name == "Пётр Кротов"


def test_a_family_name_that_is_an_adjective_too_means_the_person_where_no_noun_follows() -> None:
    text = (
        "Указ подписал глава Андрей Вельский. Вельский предупредил, что проверит ремонт. В Вельский район едут врачи."
    )
    assert name_of(text, "проверит ремонт") == "Андрей Вельский"
    assert [name.kind for s in analysed(text).sentences for name in s.names] == ["person", "person", "place"]
