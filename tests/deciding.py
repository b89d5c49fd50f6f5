"""An article of whose review tests decide, and what they decide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.library.keeping import keeper, review_of
from briefing.model import Briefing
from briefing.review import Review, Reviewed, apply, changes

STORY = """\
Мельницу в Ольховке починят осенью

Ольховка, 5 марта 2025. Вести реки. На ремонт мельницы выделили 12 млн рублей.

Хозяйка мельницы Вера Сомова поручила плотникам заменить колесо до 1 мая 2025 года.

Глава района Пётр Лугов поручил кровельщикам перекрыть крышу до 1 июня 2025 года. Он также поручил \
дорожникам починить мост до 1 августа 2025 года. «Мельница стоит здесь сто лет», — сказал Пётр Лугов.
"""


def decide(briefing: Briefing, change: Callable[[Reviewed], Review]) -> Review:
    """Change and keep the review of a briefing as it is on disk."""
    kept = keeper(briefing.article, Path("library.db"))
    kept.load()
    review = change(apply(briefing, kept.load()))
    assert kept.save(review).conflicts == ()
    return review


def reviewed(briefing: Briefing) -> Review:
    """Accept an action and a quote, dismiss the key facts, comment on what is left."""
    decide(briefing, lambda state: changes.decide(state, state.layer("actions")[0], "accepted"))
    decide(briefing, lambda state: changes.decide(state, state.layer("quotes")[0], "accepted"))
    decide(briefing, lambda state: changes.comment(state, state.layer("quotes")[0], "со слов"))
    for number in range(len(briefing.facts)):
        decide(briefing, lambda state, n=number: changes.decide(state, state.layer("facts")[n], "dismissed"))
    return review_of(briefing.article, Path("library.db"))
