"""Article → Briefing: figures, quotes, speakers, actions, facts; one pass, pure functions."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from briefing import language
from briefing.extract import actions, facts, figures, quotes, speakers
from briefing.extract.drafts import ActionDraft, FactDraft, FigureDraft, SpeakerDraft, Utterance
from briefing.language import Document
from briefing.model import Action, Article, Briefing, Fact, Figure, Quote, Span, Speaker

__all__ = ["extract"]

_RUNNING = ("body", "list", "heading")
_BEHIND = (0.25, 0.30, 0.36, 0.60, 0.90)
"""Share of the work that is behind after analysis, figures, quotes, speakers and actions; measured on long texts."""


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Let the collector of cycles wait: extraction makes none, but it would look for them a fifth of the time.

    Around the whole function, so that it finds what the function worked on gone already.
    """
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()


@_collector_at_rest()
def extract(article: Article, *, models: bool = True, progress: Callable[[float], None] | None = None) -> Briefing:
    """Return the briefing of an article.

    Args:
        article: the article; every span of the result indexes its text.
        models: whether to use the language's statistical models. Without them names come from rules and
            dictionaries alone: somewhat faster, in half the memory, and less is found.
        progress: told from time to time the share of the work that is behind, from 0 to 1. What it raises ends the
            work.
    """
    tell = progress or _nobody
    document = analyse(article, models=models)
    tell(_BEHIND[0])
    published = date.fromisoformat(article.date) if article.date else None
    figure_drafts = figures.find(document, published)
    tell(_BEHIND[1])
    utterances = quotes.find(document)
    tell(_BEHIND[2])
    cast = speakers.attribute(document, utterances)
    *_, begin, end = _BEHIND
    tell(begin)

    def tell_of_actions(share: float) -> None:
        tell(begin + share * (end - begin))

    action_drafts = actions.find(document, published, figure_drafts, utterances, cast, tell_of_actions)
    figures.settle(figure_drafts, action_drafts)
    fact_drafts = facts.rank(document, figure_drafts, utterances, action_drafts)
    return _Builder(article).briefing(figure_drafts, utterances, cast, action_drafts, fact_drafts)


def _nobody(share: float) -> None:
    """Nobody wants to know."""


def analyse(article: Article, *, models: bool = True) -> Document:
    """Return the article's text analysed in its own language, the headline apart from the running text."""
    kinds = [paragraph.kind for paragraph in article.paragraphs if paragraph.kind in ("title", *_RUNNING)]
    spans = [(p.start, p.end) for p in article.paragraphs if p.kind in ("title", *_RUNNING)]
    document = language.get(article.language).analyse(article.text, spans, models=models)
    document.headings = frozenset(number for number, kind in enumerate(kinds) if kind == "heading")
    document.headline = [s for s in document.sentences if kinds[s.paragraph] == "title"]
    document.sentences = [s for s in document.sentences if kinds[s.paragraph] != "title"]
    return document


class _Builder:
    """Builds the models once, at the end."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def span(self, place: tuple[int, int]) -> Span:
        return Span(start=place[0], end=place[1], text=self.article.text[slice(*place)])

    def maybe(self, place: tuple[int, int] | None) -> Span | None:
        return self.span(place) if place is not None else None

    def text(self, draft: Utterance | FigureDraft | ActionDraft | FactDraft) -> str:
        return self.article.text[draft.start : draft.end]

    def briefing(
        self,
        figures: list[FigureDraft],
        utterances: list[Utterance],
        cast: list[SpeakerDraft],
        actions: list[ActionDraft],
        facts: list[FactDraft],
    ) -> Briefing:
        return Briefing(
            article=self.article,
            speakers=tuple(self.speaker(draft) for draft in cast),
            quotes=tuple(self.quote(f"q{n}", draft) for n, draft in enumerate(utterances, 1)),
            figures=tuple(self.figure(f"n{n}", draft) for n, draft in enumerate(figures, 1)),
            facts=tuple(self.fact(f"f{n}", draft) for n, draft in enumerate(facts, 1)),
            actions=tuple(self.action(f"a{n}", draft) for n, draft in enumerate(actions, 1)),
        )

    def speaker(self, draft: SpeakerDraft) -> Speaker:
        return Speaker(
            id=draft.id,
            name=draft.name,
            kind=draft.kind,
            role=draft.role,
            organisation=draft.organisation,
            mentions=tuple(self.span(place) for place in draft.mentions),
        )

    def quote(self, identity: str, draft: Utterance) -> Quote:
        return Quote(
            id=identity,
            kind=draft.kind,
            start=draft.start,
            end=draft.end,
            text=self.text(draft),
            speaker=draft.speaker,
            cue=self.maybe(draft.cue),
            via=draft.via,
        )

    def figure(self, identity: str, draft: FigureDraft) -> Figure:
        return Figure(
            id=identity,
            kind=draft.kind,
            start=draft.start,
            end=draft.end,
            text=self.text(draft),
            value=draft.value,
            unit=draft.unit,
        )

    def fact(self, identity: str, draft: FactDraft) -> Fact:
        return Fact(
            id=identity,
            start=draft.start,
            end=draft.end,
            text=self.text(draft),
            kind=draft.kind,
            score=draft.score,
            figures=tuple(f"n{index + 1}" for index in draft.figures),
        )

    def action(self, identity: str, draft: ActionDraft) -> Action:
        return Action(
            id=identity,
            start=draft.start,
            end=draft.end,
            text=self.text(draft),
            status=draft.status,
            actor=draft.actor,
            speaker=draft.speaker,
            deadline=draft.deadline,
            deadline_span=self.maybe(draft.deadline_span),
        )
