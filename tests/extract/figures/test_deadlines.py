"""Deadlines of Russian and English phrases, with their open ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing.extract import figures
from briefing.extract.figures.named import named
from briefing.language import Document

Analyse = Callable[[str, str], Document]
PUBLISHED = date(2025, 11, 19)


def deadline(analyse: Analyse, code: str, text: str, published: date | None = PUBLISHED) -> tuple[str, str] | None:
    document = analyse(code, text)
    found = figures.find(document, published)
    sentence = document.sentences[0]
    read = figures.deadline(document, sentence, 0, len(sentence.tokens), published, found)
    return (read[0], text[slice(*read[1])]) if read is not None else None


@pytest.mark.parametrize(
    ("code", "text", "value", "span"),
    [
        ("ru", "Мост отремонтируют до конца года.", "/2025-12-31", "до конца года"),
        ("ru", "Мост сдадут не к 1 сентября, а в феврале 2026 года.", "2026-02", "феврале 2026 года"),
        ("en", "The bridge will open not by Friday but in May 2026.", "2026-05", "May 2026"),
        ("ru", "Мост отремонтируют к 1 марта 2026 года.", "/2026-03-01", "к 1 марта 2026 года"),
        ("ru", "Мост отремонтируют не позднее 15 декабря.", "/2025-12-15", "не позднее 15 декабря"),
        ("ru", "Мост отремонтируют не раньше мая.", "2026-05/", "не раньше мая"),
        ("ru", "Мост отремонтируют не ранее 2028 года.", "2028/", "не ранее 2028 года"),
        ("ru", "Мост откроют к 18:00 пятницы.", "/2025-11-21", "к 18:00 пятницы"),
        ("ru", "Мост откроют до 12 часов 5 декабря.", "/2025-12-05", "до 12 часов 5 декабря"),
        ("ru", "Ярмарка пройдёт 30 мая и 1 июня.", "2026-05-30/2026-06-01", "30 мая и 1 июня"),
        ("ru", "Суд рассмотрит иски 3, 5 и 8 декабря.", "2025-12-03/2025-12-08", "3, 5 и 8 декабря"),
        ("ru", "Бассейн закроют в июле и в августе 2026 года.", "2026-07/2026-08", "июле и в августе 2026 года"),
        (
            "ru",
            "Хор споёт 4 декабря (в Твери) и 9 декабря (в Орле).",
            "2025-12-04/2025-12-09",
            "4 декабря (в Твери) и 9 декабря",
        ),
        ("ru", "Ярмарка пройдёт 30 мая, а конкурс 5 июня.", "2026-05-30", "30 мая"),
        ("ru", "Ярмарка пройдёт 30 мая, в субботу.", "2026-05-30", "30 мая"),
        ("en", "The fair will be held on 3, 5 and 8 December.", "2025-12-03/2025-12-08", "3, 5 and 8 December"),
        ("ru", "Тарифы поднимут с 1 июля 2026 года.", "2026-07-01/", "с 1 июля 2026 года"),
        ("ru", "Мост отремонтируют в 2026 году.", "2026", "2026 году"),
        ("ru", "Мост отремонтируют в следующем году.", "2026", "следующем году"),
        ("ru", "Мост отремонтируют к 2030 году.", "/2030", "к 2030 году"),
        ("ru", "Мост отремонтируют до конца 2030 года.", "/2030-12-31", "до конца 2030 года"),
        ("en", "The bridge will open by the end of 2030.", "/2030-12-31", "by the end of 2030"),
        ("ru", "Справку дадут в течение трёх дней.", "/2025-11-22", "в течение трёх дней"),
        ("ru", "В среду решили сдать мост к концу декабря.", "/2025-12-31", "к концу декабря"),
        ("en", "The bridge will open by Friday.", "/2025-11-21", "by Friday"),
        ("en", "The bridge will open by year's end.", "/2025-12-31", "by year's end"),
        ("en", "The mine will shut by the end of the decade.", "/2029-12-31", "by the end of the decade"),
        ("en", "The bridge will open by the end of the year.", "/2025-12-31", "by the end of the year"),
        ("en", "The fares will rise from July 1, 2026.", "2026-07-01/", "from July 1, 2026"),
        ("en", "The bridge will open next week.", "2025-11-24/2025-11-30", "next week"),
        ("en", "The form must be sent within two weeks.", "/2025-12-03", "within two weeks"),
        ("en", "The bridge will open before 2030.", "/2030", "before 2030"),
        ("en", "The crew will clear every lane within two weeks.", "/2025-12-03", "within two weeks"),
        ("en", "The rent will stay as it is until 3 January.", "/2026-01-03", "until 3 January"),
        ("en", "No fewer than nine piers must be rebuilt by 3 January.", "/2026-01-03", "by 3 January"),
        ("ru", "Не менее десяти мостов сдадут до 3 января.", "/2026-01-03", "до 3 января"),
        ("ru", "Крышу починят до вечера пятницы.", "/2025-11-21", "до вечера пятницы"),
        ("ru", "Снег надо убрать к утру 24 ноября.", "/2025-11-24", "к утру 24 ноября"),
        ("ru", "Списки надо сдать до конца рабочего дня четверга.", "/2025-11-20", "до конца рабочего дня четверга"),
        ("en", "The roof will be mended by noon on Friday.", "/2025-11-21", "by noon on Friday"),
        (
            "en",
            "The lists are due by close of business on Thursday.",
            "/2025-11-20",
            "by close of business on Thursday",
        ),
        ("ru", "Забор надо снять в недельный срок.", "/2025-11-26", "в недельный срок"),
        ("ru", "Забор снимут в течение месяца.", "/2025-12-19", "в течение месяца"),
        ("ru", "Забор надо снять в двухмесячный срок.", "/2026-01-19", "в двухмесячный срок"),
        ("ru", "Мост закроют с 9:00 до 18:00 5 декабря.", "2025-12-05", "5 декабря"),
        ("ru", "Забор надо снять через неделю.", "/2025-11-26", "через неделю"),
        ("ru", "Цех откроют в сентябре следующего, 2026 года.", "2026-09", "сентябре следующего, 2026 года"),
        ("ru", "Цех построят за девять месяцев.", "/2026-08-19", "за девять месяцев"),
        ("ru", "Надо не откладывать и сдать списки до 10 декабря.", "/2025-12-10", "до 10 декабря"),
    ],
)
def test_deadline(analyse: Analyse, code: str, text: str, value: str, span: str) -> None:
    assert deadline(analyse, code, text) == (value, span)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Мост отремонтируют."),
        ("ru", "Мост отремонтируют за 5 млн рублей."),
        ("en", "The bridge will open soon."),
        ("en", "The bridge will not open until 3 January."),
        ("en", "Tenants will pay no fees until January."),
        ("en", "Grants must be repaid within 90 days of a sale."),
        ("en", "Owners must appeal within two weeks after a ruling."),
        ("en", "If the crew fails, it must leave within two weeks."),
        ("en", "Any owner must reply within two weeks."),
        ("en", "Growers who sell their fields must report it within two weeks."),
        ("en", "A firm that fails would have to pay within two weeks."),
        ("en", "The town will spend 4 million pounds over five years."),
        ("ru", "Пени не будут начислять до января."),
        ("ru", "Деньги вернут в течение десяти дней с момента заявки."),
        ("ru", "Если сделка сорвётся, деньги вернут в течение десяти дней."),
        ("ru", "Совет утвердит дивиденды за девять месяцев."),
        ("ru", "Совет утвердит дивиденды за I полугодие."),
        ("ru", "Забор надо чинить в неделю дважды."),
        ("ru", "Глава представит отчёт о работе мэрии за шесть месяцев."),
        ("ru", "Деньги вернут в течение месяца после суда."),
        ("ru", "Забор надо снять в короткий срок."),
        ("ru", "Школьники уйдут в трёхдневный поход."),
        ("ru", "Счёт не будут закрывать и пополнять до января."),
    ],
)
def test_no_deadline(analyse: Analyse, code: str, text: str) -> None:
    assert deadline(analyse, code, text) is None


def test_a_relative_deadline_needs_a_day_of_publication(analyse: Analyse) -> None:
    assert deadline(analyse, "ru", "Мост отремонтируют до конца недели.", None) is None


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("ru", "до конца года", "/2025-12-31"),
        ("ru", "в III квартале 2026 г.", "2026-07/2026-09"),
        ("en", "on 24 February – 2 March 2026", "2026-02-24/2026-03-02"),
        ("en", "the end of March", "2026-03"),
        ("ru", "мост до конца года", None),
        ("en", "5 May and then something", None),
        ("en", "5 May. 6 May.", None),
        ("en", "", None),
    ],
)
def test_a_few_words_name_a_date_or_none(code: str, text: str, value: str | None) -> None:
    assert named(text, code, date(2025, 11, 19)) == value
