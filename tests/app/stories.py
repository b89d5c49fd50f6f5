"""A small library for the tests of its screens: four articles about one bridge and one about something else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.library import Library
from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Span, Speaker


@dataclass(frozen=True)
class Story:
    """An article: its title, a fact with a sum, a quote, an action with a deadline."""

    title: str
    date: str | None
    place: str | None
    agency: str | None
    fact: str
    cost: str
    value: float
    quote: str
    role: str
    action: str
    deadline: str | None

    @property
    def text(self) -> str:
        return f"{self.title}\n\n{self.fact}\n\n«{self.quote}», — сказала {self.role} Анна Ручьёва.\n\n{self.action}."

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start=start, end=start + len(words), text=words)

    def briefing(self, source: str) -> Briefing:
        paragraphs, start = [], 0
        for place, paragraph in enumerate(self.text.split("\n\n")):
            end = start + len(paragraph)
            paragraphs.append(Paragraph(start=start, end=end, kind="body" if place else "title"))
            start = end + 2
        article = Article(
            id=Article.identify(self.text),
            source=source,
            language="ru",
            title=self.title,
            date=self.date,
            place=self.place,
            agency=self.agency,
            text=self.text,
            paragraphs=tuple(paragraphs),
        )
        speaker = Speaker(
            id="s1", kind="person", name="Анна Ручьёва", role=self.role, mentions=(self.span("Анна Ручьёва"),)
        )
        figure = Figure(id="n1", kind="money", value=self.value, unit="RUB", **self.span(self.cost).model_dump())
        return Briefing(
            article=article,
            speakers=(speaker,),
            quotes=(
                Quote(
                    id="q1", kind="direct", speaker="s1", cue=self.span("сказала"), **self.span(self.quote).model_dump()
                ),
            ),
            figures=(figure,),
            facts=(Fact(id="f1", kind="money", score=1, figures=("n1",), **self.span(self.fact).model_dump()),),
            actions=(
                Action(
                    id="a1",
                    status="planned",
                    actor="Город",
                    deadline=self.deadline,
                    **self.span(self.action).model_dump(),
                ),
            ),
        )


STORIES = (
    Story(
        "Мост через Луговую откроют весной",
        "2020-04-03",
        "Луговск",
        "Вести",
        "Новый мост стоит 3 млрд рублей.",
        "3 млрд рублей",
        3e9,
        "Движение откроем до конца мая",
        "глава района",
        "Город построит подходы к мосту",
        "/2020-05-31",
    ),
    Story(
        "Стоимость моста выросла",
        "2020-06-05",
        "Луговск",
        "Волна",
        "Теперь мост стоит 4 млрд рублей.",
        "4 млрд рублей",
        4e9,
        "Металл подорожал, и мы это учли",
        "мэр",
        "Город проверит смету",
        "2099-07-01",
    ),
    Story(
        "В Боровске посадят тысячу лип",
        "2020-05-01",
        "Боровск",
        None,
        "На саженцы дали 2 млн рублей.",
        "2 млн рублей",
        2e6,
        "Липы цветут уже на пятый год",
        "лесничая",
        "Город посадит липы на набережной",
        None,
    ),
)


def fill(path: Path, stories: tuple[Story, ...] = STORIES) -> list[int]:
    """Put the stories into the library and return their numbers."""
    with Library(path) as library:
        return [library.add(story.briefing(f"{place}.txt"), "test").entry.number for place, story in enumerate(stories)]
