"""Statements without marks: whole articles, as their headline says (“Statement by the Foreign Minister on …”), and the
paragraphs behind a sentence that announces one: “Lee issued the following statement:”."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.drafts import Mention
from briefing.extract.quotes import documents, groups, mentions
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.marks import Marked
from briefing.extract.quotes.periods import Period
from briefing.language import Document, Sentence

_OPENING = 8  # tokens of the headline within which the kind of text is named


def author(
    document: Document, paragraphs: Sequence[Sequence[Sentence]], quoted: Sequence[Marked], speech: Speech
) -> Mention | None:
    """Return the phrase of the headline that names whose words the article is; None where it only tells of them.

    It is somebody's own words where half of its paragraphs or more speak in the first person outside the ``quoted``.
    """
    if not document.headline:
        return None
    personal = sum(_is_personal(run, quoted) for run in paragraphs)
    return _named(document, speech) if 2 * personal >= len(paragraphs) else None


def _is_personal(run: Sequence[Sentence], quoted: Sequence[Marked]) -> bool:
    """Whether a paragraph speaks of whoever writes it."""
    within = [stretch for stretch in quoted if run[0].start <= stretch.start < run[-1].end]
    return any(
        token.readings[0].person == "1" and not any(stretch.start <= token.start < stretch.end for stretch in within)
        for sentence in run
        for token in sentence.tokens
    )


def _named(document: Document, speech: Speech) -> Mention | None:
    """Return whose text the headline says that it is: “Statement by …”, “The mayor's speech”, «Обращение мэра»."""
    period = Period(0, 0, document.language)
    period.add(document.headline[0])
    period.cover(())
    first = next((i for i in range(min(_OPENING, len(period))) if _is_address(period, i, speech)), None)
    if first is None or first + 1 >= len(period):
        return None
    if first > 1 and speech.is_in("genitive_joints", period.tokens[first - 1]):
        return mentions.phrase_ending(period, first - 2)
    if speech.is_in("origins", period.tokens[first + 1]):
        return period.mention(first + 2, groups.simple_phrase(period, first + 2))
    return documents.owner(period, first + 1)


def _is_address(period: Period, index: int, speech: Speech) -> bool:
    """Whether the headline's own noun stands here, before any preposition, and names such a text."""
    before = period.tokens[:index]
    return speech.has_lemma("addresses", period.tokens[index]) and not any(token.pos == "ADP" for token in before)


def marked(paragraphs: Sequence[Sequence[Sentence]]) -> list[Marked]:
    """Return all paragraphs as the words of one quotation, whatever marks they have within."""
    spans = [(run[0].start, run[-1].end) for run in paragraphs]
    return [Marked(*span, *span, number, 0, line=True) for number, span in enumerate(spans)]


def is_stated(document: Document, cue: tuple[int, int] | None, period: Period, speech: Speech) -> bool:
    """Whether the period's paragraph is part of the statement announced at ``cue``: it speaks of whoever makes it."""
    announcing = document.sentence_at(cue[0]) if cue is not None else None
    if announcing is None or not any(speech.has_lemma("addresses", token) for token in announcing.tokens):
        return False
    run = [sentence for sentence in document.sentences if sentence.paragraph == period.places[0][0].paragraph]
    words = [token for sentence in run for token in sentence.tokens]
    marked = any(token.text in speech.pairs for token in words)
    return not marked and any(t.readings[0].person == "1" and t.pos in ("PRON", "DET") for t in words)
