"""Who is meant by «жена», «сын», «вдова»: whoever shares a family name with somebody, if that tells one person."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Шофёру Виктору Лосеву разрешили встречу с женой. «Я счастлива», — сказала Алла Лосева. "
            "Как пояснила жена шофёра, встреча продлится час. Супруга добавила, что возьмёт дочь.",
            {"Алла Лосева"},
        ),
        (
            "Пропал рыбак Иван Лунский. Вдова рыбака рассказала, что он болел. "
            "«Он не жаловался», — сказала Майя Лунская.",
            {"Майя Лунская"},
        ),
        ("Мэр Олег Зотов и судья Анна Зотова поспорили. Жена мэра сказала, что уезжает.", {"жена мэра"}),
        (
            "Пропал рыбак Иван Громов. «Ищем», — сказала Анна Громыко. Дочь Громова сообщила, что он найден.",
            {"Анна Громыко", "дочь Громова"},
        ),
    ],
)
def test_kin(text: str, names: set[str]) -> None:
    assert {speaker.name for speaker in extract(article(text, "x")).speakers} == names


def test_a_post_with_a_complement_that_tells_nothing_is_that_of_whom_the_article_takes_for_known() -> None:
    text = "«Пора менять законы», — сказал глава государства. — «Прежние устарели», — напомнил Марлов."
    assert [speaker.name for speaker in extract(article(text, "x")).speakers] == ["Марлов"]
