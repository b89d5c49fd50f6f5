from __future__ import annotations

from collections.abc import Callable

from briefing.library import Library
from briefing.library.across import Voice, agenda, figures, voices, who
from briefing.library.query import parse
from briefing.model import Briefing

Make = Callable[..., Briefing]


def test_who_joins_spellings_and_follows_roles(library: Library, make: Make) -> None:
    library.add(
        make(
            "Цены снизятся. Это точно.",
            date="2025-03-01",
            said=[("П. Орлов", "person", "министр", "Цены снизятся")],
        ),
        "1",
    )
    library.add(
        make(
            "Дороги построят.",
            date="2024-02-01",
            said=[("Пётр Орлов", "person", "депутат", "Дороги построят")],
        ),
        "1",
    )
    library.add(make("Снег растает.", said=[("Анна Орлова", "person", "метеоролог", "Снег растает")]), "1")
    [profile] = who(library, "Орлов")
    assert profile.name == "Пётр Орлов"
    assert profile.spellings == ("Пётр Орлов", "П. Орлов")
    assert profile.roles == (("2024-02-01", "депутат"), ("2025-03-01", "министр"))
    assert [saying.text for saying in profile.sayings] == ["Дороги построят", "Цены снизятся"]


def test_who_keeps_namesakes_apart(library: Library, make: Make) -> None:
    for name in ("Пётр Орлов", "Иван Орлов", "Орлов"):
        library.add(make(f"Сказано: {name}.", said=[(name, "person", None, "Сказано")]), "1")
    assert {profile.name for profile in who(library, "орлов")} == {"Пётр Орлов", "Иван Орлов", "Орлов"}
    assert [profile.name for profile in who(library, "Пётр Орлов")] == ["Пётр Орлов", "Орлов"]


def test_who_finds_organisations_by_their_words(library: Library, make: Make) -> None:
    name = "пресс-служба правительства Луговой области"
    library.add(make("Мост открыт.", said=[(name, "organisation", None, "Мост открыт")]), "1")
    assert [profile.name for profile in who(library, "пресс-служба правительства")] == [name]
    assert who(library, "никто") == []
    assert who(library, "") == []


def test_agenda_begins_with_what_is_overdue(library: Library, make: Make) -> None:
    library.add(
        make(
            "Сдадут дом. Откроют мост. Начнут ремонт. Когда-нибудь споют.",
            actions=[
                ("Сдадут дом", "2026-03"),
                ("Откроют мост", "/2025-12-31"),
                ("Начнут ремонт", "2026-07-01/"),
                ("Когда-нибудь споют", None),
            ],
        ),
        "1",
    )
    found = agenda(library, today="2026-01-10")
    assert [(item.text, item.due, item.overdue) for item in found] == [
        ("Откроют мост", "2025-12-31", True),
        ("Сдадут дом", "2026-03-31", False),
        ("Начнут ремонт", "2026-07-01", False),
    ]
    library.mark_done(found[0].entry.number, found[0].action)
    assert [item.text for item in agenda(library, today="2026-01-10")] == ["Сдадут дом", "Начнут ремонт"]
    besides = {(found[0].entry.number, found[0].action)}
    marked = agenda(library, today="2026-01-10", besides=besides)
    assert [(item.text, item.done, item.overdue) for item in marked] == [
        ("Откроют мост", True, False),
        ("Сдадут дом", False, False),
        ("Начнут ремонт", False, False),
    ]


def test_what_begins_by_a_day_and_has_no_end_is_never_overdue(library: Library, make: Make) -> None:
    actions = [("Поднимут зарплату", "2026-01-01/"), ("Откроют мост", "/2026-02-01"), ("Сдадут дом", "2026-05")]
    library.add(make("Поднимут зарплату. Откроют мост. Сдадут дом.", actions=actions), "1")
    assert [(item.text, item.overdue) for item in agenda(library, today="2026-03-10")] == [
        ("Откроют мост", True),
        ("Поднимут зарплату", False),
        ("Сдадут дом", False),
    ]


def test_agenda_keeps_to_the_days_that_are_asked_for(library: Library, make: Make) -> None:
    actions = [("Закроют парк", "2026-01-31"), ("Откроют мост", "/2026-02-01"), ("Сдадут дом", "2026-05")]
    library.add(make("Закроют парк. Откроют мост. Сдадут дом.", actions=actions), "1")

    def asked(**days: str) -> list[str]:
        return [item.due for item in agenda(library, today="2026-02-10", **days)]

    assert asked(after="2026-02-01") == ["2026-02-01", "2026-05-31"]
    assert asked(before="2026-02-01") == ["2026-01-31", "2026-02-01"]
    assert asked(after="2026-02-01", before="2026-05-30") == ["2026-02-01"]
    assert asked(after="2026-06-01") == []


def test_agenda_keeps_to_the_days_around_today(library: Library, make: Make) -> None:
    days = [f"2026-01-{day:02}" for day in range(1, 11)]
    words = [f"Сделают дело {day}" for day in days]
    library.add(make(". ".join(words), actions=list(zip(words, days, strict=True))), "1")
    found = agenda(library, today="2026-01-06", limit=2)
    assert [(item.due[-2:], item.overdue) for item in found] == [
        ("04", True),
        ("05", True),
        ("06", False),
        ("07", False),
    ]


STORY = (
    "Комиссия приняла отремонтированную плотину у посёлка Кедровый, на работы ушло 12 млн рублей, сообщил Пётр Орлов."
    " Воду в пруд пустят до 1 мая, рыбу выпустят летом, а дорогу по гребню откроют после осмотра. Жители ждали"
    " ремонта восемь лет и дважды писали губернатору, который приезжал на стройку осенью."
)


def test_a_copy_without_a_day_takes_none_from_what_was_said(library: Library, make: Make) -> None:
    text = "Мост через Ветлугу открыли для пешеходов и машин после трёх лет ремонта. Он выдержит любой паводок."
    said = [("Пётр Орлов", "person", "мэр", "Он выдержит любой паводок")]
    library.add(make(text, said=said), "1")
    dated = library.add(make(f"{text} Так и вышло.", date="2025-03-01", said=said), "1").entry.number
    [profile] = who(library, "Орлов")
    assert [(each.entry.number, each.reprints) for each in profile.sayings] == [(dated, 1)]
    assert profile.roles == (("2025-03-01", "мэр"),)


def test_a_reprint_says_nothing_new(library: Library, make: Make) -> None:
    kept = [
        library.add(
            make(
                before + STORY,
                date=date,
                said=[("Пётр Орлов", "person", None, "на работы ушло 12 млн рублей")],
                actions=[("Воду в пруд пустят до 1 мая", "/2025-05-01")],
                figures=[("12 млн рублей", "money", 12e6, "RUB")],
            ),
            "1",
        ).entry
        for before, date in (("", "2025-04-01"), ("Вчера. ", "2025-04-02"), ("По данным газеты. ", "2025-04-03"))
    ]
    first, second, third = (entry.number for entry in kept)
    [profile] = who(library, "Орлов")
    assert [(each.entry.number, each.reprints) for each in profile.sayings] == [(first, 2)]
    [due] = agenda(library, today="2025-04-10")
    assert (due.entry.number, due.reprints) == (first, ((second, "a1"), (third, "a1")))
    [group] = figures(library, parse("плотина"))
    assert [entry.number for entry, _, _ in group.figures] == [first]


def test_the_same_words_in_another_story_are_said_again(library: Library, make: Make) -> None:
    for text in ("Дороги построят. Так решил совет.", "Снег убран. Дороги построят."):
        library.add(make(text, said=[("Пётр Орлов", "person", None, "Дороги построят")]), "1")
    [profile] = who(library, "Орлов")
    assert [each.reprints for each in profile.sayings] == [0, 0]


def test_figures_side_by_side(library: Library, make: Make) -> None:
    money = ("3 млрд рублей", "money", 3e9, "RUB")
    length = ("640 метров", "measure", 640, "метр")
    library.add(
        make("Мост обошёлся в 3 млрд рублей. Его длина 640 метров.", date="2025-01-01", figures=[money, length]), "1"
    )
    more = ("4 млрд рублей", "money", 4e9, "RUB")
    library.add(make("Стоимость моста - 4 млрд рублей, сообщили власти.", date="2025-02-01", figures=[more]), "1")
    [group] = figures(library, parse("мост"))
    assert (group.kind, group.unit, group.differs) == ("money", "RUB", False)
    assert [figure.value for _, figure, _ in group.figures] == [3e9, 4e9]
    for entry, figure, sentence in group.figures:
        assert figure.text in sentence.text
        assert library.briefing(entry.number).article.text[sentence.start : sentence.end] == sentence.text
    assert [len(group.figures) for group in figures(library, parse("before:2025-01"))] == [1, 1]
    assert [len(group.figures) for group in figures(library, parse("мост after:2025-02"))] == [1]
    assert sum(len(group.figures) for group in figures(library, parse(""))) == 3
    assert figures(library, parse("мост place:нигде")) == []
    [alone] = figures(library, parse("длина"))
    assert (alone.unit, alone.differs) == ("метр", False)


def people(words: str, value: float) -> tuple[str, str, float, str]:
    return (words, "count", value, "человек")


def test_figures_differ_only_where_they_count_the_same(library: Library, make: Make) -> None:
    figures_of = {
        "При пожаре на складе в Луговске погибли 3 человека.": people("3 человека", 3),
        "При пожаре на складе в Луговске погибли 5 человек, сообщили спасатели.": people("5 человек", 5),
        "При пожаре на складе в Луговске пострадали 12 человек.": people("12 человек", 12),
        "В Луговске, где случился пожар, живут 40 тысяч человек.": people("40 тысяч человек", 40000),
    }
    for body, figure in figures_of.items():
        library.add(make(body, title=body[:30], figures=[figure]), "1")
    [group] = figures(library, parse("пожар"))
    assert group.differs
    assert {group.figures[index][1].value for index in group.disputed} == {3, 5}


def test_one_article_does_not_differ_from_itself(library: Library, make: Make) -> None:
    body = "Новый мост стоит 3 млрд рублей. Новый мост стоит 4 млрд рублей."
    money = [("3 млрд рублей", "money", 3e9, "RUB"), ("4 млрд рублей", "money", 4e9, "RUB")]
    library.add(make(body, figures=money), "1")
    library.add(make("Новый мост стоит 3 млрд рублей.", title="Иной", figures=money[:1]), "1")
    [group] = figures(library, parse("мост"))
    assert {group.figures[index][1].value for index in group.disputed} == {3e9, 4e9}
    assert len(group.figures) - len(group.disputed) == 1


def test_figures_of_one_sentence_have_surroundings_of_their_own(library: Library, make: Make) -> None:
    for dead, hurt, title in ((3, 12, "Первая"), (3, 14, "Вторая")):
        body = f"На шоссе у Луговска погибли {dead} человека, ранены {hurt} человек."
        counted = [people(f"{dead} человека", dead), people(f"{hurt} человек", hurt)]
        library.add(make(body, title=title, figures=counted), "1")
    [group] = figures(library, parse("шоссе"))
    assert {group.figures[index][1].value for index in group.disputed} <= {12, 14}


def test_who_takes_a_given_name_and_as_typed_a_beginning(library: Library, make: Make) -> None:
    for name, words in (("Мария Линд", "Мост открыт"), ("М. Линд", "Он крепок"), ("Анна Марьина", "Пора домой")):
        library.add(make(f"{words}. Так сказано.", said=[(name, "person", None, words)]), "1")
    for asked in ("мария", "Линд Мария", "Мария Линд"):
        [profile] = who(library, asked)
        assert profile.spellings == ("Мария Линд", "М. Линд")
        assert {saying.text for saying in profile.sayings} == {"Мост открыт", "Он крепок"}
    assert who(library, "Мар") == who(library, "Ма", as_typed=True) == []
    assert {profile.name for profile in who(library, "Мар", as_typed=True)} == {"Мария Линд", "Анна Марьина"}
    assert [profile.name for profile in who(library, "Анна Марь", as_typed=True)] == ["Анна Марьина"]
    assert [profile.name for profile in who(library, "мария", as_typed=True)] == ["Мария Линд"]


def test_voices_are_those_who_are_quoted_most_first(library: Library, make: Make) -> None:
    for name, kind, role, words, day in (
        ("Мария Линд", "person", "врач", "Мост открыт", "2025-03-01"),
        ("М. Линд", "person", "мэр", "Он крепок", "2025-04-01"),
        ("Мария Линд", "person", "главный врач", "Он лёгок", "2025-05-01"),
        ("Луговский завод", "organisation", None, "Пора домой", None),
        ("эксперты", "unnamed", None, "Пора в путь", None),
    ):
        library.add(make(f"{words}. Так сказано.", said=[(name, kind, role, words)], date=day), "1")
    lind, works = Voice("Мария Линд", "главный врач", 3), Voice("Луговский завод", None, 1)
    assert voices(library) == [lind, works]
    assert voices(library, "л") == [lind, works]
    assert voices(library, "ма") == [Voice("Мария Линд", "главный врач", 2)]
    assert voices(library, "ма лин") == voices(library, "ма")
    assert voices(library, "линд завод") == []
