"""A briefing arranged for reading: sections in order, quotes under their speakers, values and dates in words.

Every export that a person reads is made from a `Summary`, so that all of them say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePath

from briefing import edtf
from briefing.attribution import Attribution, attributions
from briefing.export.context import contexts
from briefing.export.dates import format_date
from briefing.export.lines import one_line, role_of
from briefing.export.wording import Wording, wording
from briefing.frozen import frozen
from briefing.model import Action, Article, Briefing, Fact, Figure, Quote, Speaker
from briefing.quotation import Quoted, quoted
from briefing.review.decisions import Decision, Layer
from briefing.review.record import Recorded, recorded
from briefing.sources.clean import first_words

Item = Fact | Quote | Action | Figure | Speaker
_LAYER_OF: Mapping[type, Layer] = {
    Fact: "facts",
    Quote: "quotes",
    Action: "actions",
    Figure: "figures",
    Speaker: "speakers",
}

FIGURE_COLUMNS = ("words", "kind", "value", "unit", "context")
"""The labels of the columns in which a table of figures shows them."""


@frozen
class SpeakerEntry:
    """A quoted speaker with the quotes in text order; ``speaker`` is None for what nobody is named for."""

    speaker: Speaker | None
    name: str
    role: str
    quotes: tuple[Quote, ...]


@frozen
class ActionEntry:
    """An action with its actor, deadline and status in words; what the article does not say is empty.

    ``text`` are the article's words, or how a reviewer would rather say it; ``details`` says the other three on one
    line, after the article's words where ``text`` has others. ``is_done`` is what a reviewer noted.
    """

    action: Action
    text: str
    is_done: bool
    actor: str
    deadline: str
    status: str
    details: str


@frozen
class FigureEntry:
    """A figure with its kind, value and unit in words; what the article does not say is empty.

    ``meaning`` is value and unit where they say more than the article's own words do.
    """

    figure: Figure
    kind: str
    value: str
    unit: str

    @property
    def meaning(self) -> str:
        # The unit of a count is a noun's first form, which does not go with a number: its words have it already.
        unit = "" if self.figure.kind in ("count", "measure") else self.unit
        said = " ".join(part for part in (self.value, unit) if part)
        return "" if _bare(said) in _bare(self.figure.text) else said


@frozen
class Summary:
    """A briefing's sections in reading order.

    ``details`` are pairs of a label and what the article's header says; ``source`` is who published it and where, or
    else the name of its file.
    ``decisions`` are a reviewer's, by layer and id; ``attributions`` the article's words around quotes, by id;
    ``quoted`` the marks and the speaker of facts that stand in a quotation, by id.
    """

    article: Article
    words: Wording
    title: str
    source: str
    details: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    speakers: tuple[SpeakerEntry, ...]
    actions: tuple[ActionEntry, ...]
    figures: tuple[FigureEntry, ...]
    decisions: Mapping[tuple[Layer, str], Recorded]
    attributions: Mapping[str, Attribution]
    quoted: Mapping[str, Quoted]

    def told(self, fact: Fact) -> str:
        """Return a fact with the marks and the speaker of the quotation that it stands in."""
        quoted = self.quoted[fact.id]
        if not any(quoted):
            return fact.text
        return quoted._replace(speaker=one_line(quoted.speaker)).around(one_line(fact.text))

    def said(self, quote: Quote) -> str:
        """Return a quote on one line: direct speech between marks, indirect with what says whether it is claimed."""
        return self.attributions[quote.id].around(spoken(quote, self.words))

    def decision(self, item: Item) -> Decision:
        """Return what a reviewer decided on an item, a blank decision where nobody did."""
        layer = _LAYER_OF[type(item)]
        return self.decisions.get((layer, item.id)) or Decision(key=f"{layer}:")

    def contexts(self) -> Mapping[str, str]:
        """Return the words around each figure, by its id; takes a moment."""
        return contexts(self.article, (entry.figure for entry in self.figures))

    def remark(self, item: Item | None) -> str:
        """Return what a reviewer says of an item, on one line after its label; nothing where nobody does."""
        comment = one_line(self.decision(item).comment) if item else ""
        return f"{self.words.labels['comment']}: {comment}" if comment else ""


def spoken(quote: Quote, words: Wording) -> str:
    """Return a quote on one line as it is read: direct speech between the language's quotation marks."""
    text = one_line(quote.text)
    return f"{words.quote_open}{text}{words.quote_close}" if quote.kind == "direct" else text


def summarise(briefing: Briefing) -> Summary:
    """Arrange a briefing for reading, in the language of its article."""
    article = briefing.article
    words = wording(article.language)
    decisions = recorded(briefing)
    return Summary(
        article=article,
        words=words,
        title=one_line(article.title or first_words(article.text)) or words.headings["article"],
        source=_published(article, words) or source_name(article),
        details=_details(article, words),
        facts=briefing.facts,
        speakers=_speakers(briefing, words),
        actions=tuple(
            _action(action, article, words, decisions.get(("actions", action.id))) for action in briefing.actions
        ),
        figures=tuple(
            FigureEntry(
                figure=figure,
                kind=words.figure_kind[figure.kind],
                value=_value(figure, article, words),
                unit=one_line(figure.unit or ""),
            )
            for figure in briefing.figures
        ),
        decisions=decisions,
        attributions=attributions(briefing),
        quoted=quoted(briefing),
    )


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


def source_name(article: Article) -> str:
    """Return where the article came from without the folders of somebody's disk: its URL or its file's name.

    What came through standard input has no name: "".
    """
    if article.source == "-":
        return ""
    if "://" in article.source:
        return one_line(article.source)
    return one_line(PurePath(article.source).name) or article.id


def _published(article: Article, words: Wording) -> str:
    """Return who published the article and at which address, as far as that is known."""
    address = source_name(article) if "://" in article.source else ""
    parts = dict.fromkeys(one_line(part) for part in (article.agency or "", article.url or "", address))
    return words.list_separator.join(part for part in parts if part)


def _details(article: Article, words: Wording) -> tuple[tuple[str, str], ...]:
    details = {
        "date": one_line(format_date(article.date, article.language)) if article.date else "",
        "place": one_line(article.place or ""),
        "author": one_line(article.byline or ""),
        "source": _published(article, words),
        "file": "" if "://" in article.source else source_name(article),
    }
    return tuple((words.labels[label], value) for label, value in details.items() if value)


def _speakers(briefing: Briefing, words: Wording) -> tuple[SpeakerEntry, ...]:
    quotes = defaultdict[str | None, list[Quote]](list)
    for quote in briefing.quotes:
        quotes[quote.speaker].append(quote)
    entries = [
        SpeakerEntry(speaker, one_line(speaker.name), role_of(speaker), tuple(quotes[speaker.id]))
        for speaker in briefing.speakers
        if speaker.id in quotes
    ]
    if None in quotes:
        entries.append(SpeakerEntry(None, words.headings["unattributed"], "", tuple(quotes[None])))
    return tuple(entries)


def _action(action: Action, article: Article, words: Wording, decision: Decision | None) -> ActionEntry:
    actor = one_line(action.actor or "")
    deadline = one_line(format_date(action.deadline, article.language)) if action.deadline else ""
    due = words.labels["deadline"].format(date=deadline) if deadline else ""
    status = words.status[action.status]
    wording = one_line(str(decision.edits.get("wording") or "")) if decision else ""
    own = f"{words.labels['words']}: {words.quote_open}{one_line(action.text)}{words.quote_close}" if wording else ""
    details = words.list_separator.join(part for part in (own, actor, due, status) if part)
    is_done = decision is not None and decision.done
    return ActionEntry(action, wording or action.text, is_done, actor, deadline, status, details)


def _value(figure: Figure, article: Article, words: Wording) -> str:
    if figure.value is None:
        return ""
    if isinstance(figure.value, str):
        said = article.date or edtf.today()
        return one_line(format_date(figure.value, article.language, said))
    number = figure.value if isinstance(figure.value, int) or not figure.value.is_integer() else int(figure.value)
    return format(number, ",").translate(str.maketrans(",.", words.digit_group + words.decimal_mark))
