"""What is reported is read with the words that say whether it is claimed, asked for, doubted or denied."""

from __future__ import annotations

import pytest

from briefing import sources
from briefing.attribution import attributions
from briefing.extract import extract


def read_with(text: str) -> list[str]:
    briefing = extract(sources.article(text, "text"))
    found = attributions(briefing)
    return [found[quote.id].around(quote.text) for quote in briefing.quotes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Тренер Лев Кротов отрицает, что подписал договор.", "отрицает, что подписал договор"),
        ("Тренер Лев Кротов не исключил, что клуб закроют.", "не исключил, что клуб закроют"),
        ("Он не исключил, что клуб закроют.", "Он не исключил, что клуб закроют"),
        ("Учёные выразили сомнение в том, что река очистится.", "выразили сомнение в том, что река очистится"),
        ("Суд запретил фабрике сливать воду.", "запретил фабрике сливать воду"),
        ("The airline denied on Monday that it would cut flights.", "denied on Monday that it would cut flights"),
        ("The coach, Anna Kim, rejected claims that she would leave.", "rejected claims that she would leave"),
        ("Farmers doubt that the price will fall.", "doubt that the price will fall"),
        ("The mayor does not believe the bridge is safe.", "does not believe the bridge is safe"),
        ("Клуб закроют, полагает тренер.", "Клуб закроют (полагает)"),
        ("The club will close, the coach admitted.", "The club will close (admitted)"),
        ("Acme cut its forecast to 2.5% and said it would sell its mill.", "said it would sell its mill"),
        ("Acme sold 3,400 cars by 30 May and said it would sell its mill.", "said it would sell its mill"),
        ("Acme cut its bid to £61.4 million a year and said it would go.", "a year and said it would go"),
        ("Завод снизил прогноз до 2,5% и сообщил, что продаст цех.", "сообщил, что продаст цех"),
        ("The miners’ concern that the pit would close was shared.", "concern that the pit would close"),
        ("Zeb Quillan of J. Birch & Co. said the pier would close.", "said the pier would close"),
        ("Как полагает тренер Лев Кротов, клуб закроют.", "клуб закроют (Как полагает)"),
    ],
)
def test_the_words_that_attribute_are_read_with_what_they_attribute(text: str, said: str) -> None:
    assert said in read_with(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«Клуб закроют», — не исключил тренер Лев Кротов.", "Клуб закроют"),
        ("По словам тренера Льва Кротова, клуб закроют.", "клуб закроют"),
        ("Как уточнил тренер Лев Кротов, клуб закроют.", "клуб закроют"),
        ("The club will close, the coach said.", "The club will close"),
        ("Клуб закроют. Об этом сообщил тренер Лев Кротов.", "Клуб закроют"),
        ("Клуб закроют.", None),
    ],
)
def test_direct_speech_sources_and_mere_verbs_of_saying_need_no_such_words(text: str, said: str | None) -> None:
    assert [words.rstrip(".") for words in read_with(text)] == ([said] if said else [])


def test_what_was_quoted_before_is_not_read_again() -> None:
    text = "Тренер Лев Кротов предложил закрыть клуб на всё лето и потребовал вернуть деньги."
    assert read_with(text) == ["предложил закрыть клуб на всё лето", "потребовал вернуть деньги"]
