"""What stands under a picture says when that was taken, nothing of the story: captions and credits state no figure."""

from __future__ import annotations

import pytest

from briefing import sources
from briefing.extract import extract

STORY = "Порт Усть-Луга 5 мая 2019 года открыл новый причал длиной 300 метров, сообщила его пресс-служба журналистам."


@pytest.mark.parametrize("line", ["Старый причал порта, август 2011 года", "Карта порта", "Фото: Анна Лоза, 2018"])
def test_a_line_under_the_headline(line: str) -> None:
    article = sources.article(f"Порт открыл новый причал\n\n{line}\n{STORY}\n", "port.txt")
    story = [("5 мая 2019 года", "2019-05-05"), ("300 метров", 300)]
    briefing = extract(article, models=False)
    assert [(figure.text, figure.value) for figure in briefing.figures] == story
    assert [figure.id for figure in briefing.figures] == [f"n{n}" for n in range(1, len(briefing.figures) + 1)]
