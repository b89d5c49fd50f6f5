"""Words that the article attributes to somebody: direct and indirect quotes with the phrase that names the speaker.

`marks` finds quotations, `periods` the sentences around them, `cues` the words that attribute, `claims` what they
attribute to whom (`positional` where word order tells it); here the claims become utterances.
"""

from __future__ import annotations

from briefing.extract.drafts import Utterance
from briefing.extract.quotes import (
    asides,
    claims,
    cues,
    inserts,
    interviews,
    lexicon,
    marks,
    nested,
    periods,
    positional,
    statements,
    turns,
    unclosed,
)
from briefing.extract.quotes.assembly import Assembly
from briefing.language import Document

__all__ = ["find"]


def find(document: Document) -> list[Utterance]:
    """Return the utterances in text order; their speakers are not resolved yet.

    A direct quote is what stands between one pair of marks, a part a paragraph; an indirect one the content alone.
    """
    speech = lexicon.of(document.language)
    paragraphs = periods.paragraphs(document)
    extents = [(run[0].start, run[-1].end) for run in paragraphs]
    marked = marks.find(document.text, extents, speech.pairs, _apostrophes(document))
    marked = unclosed.extend(document.text, paragraphs, marked, speech.pairs)
    author = statements.author(document, paragraphs, marked, speech)
    interview = interviews.read(document, paragraphs, marked, speech) if author is None else None
    if interview is not None:
        author, marked = interview.asked, interview.answers
    else:
        marked = turns.lines(paragraphs, marked, speech) if author is None else statements.marked(paragraphs)
    asking = interview.questions if interview is not None else {one.paragraph for one in marked if one.asks}
    interviews.note(document, paragraphs, asking, marked)
    assembly = Assembly(document, speech, author)
    for period in periods.build(document, marked):
        if interview is not None and period.paragraph in interview.questions:
            continue  # whoever asks gives nobody's words
        if period.marked:
            period.cover([part for whole in period.marked for part in _parts(period, whole, document.text, speech)])
        period.join_dates(speech.words["times"])
        asides.join(period, speech)
        found = cues.find(period, speech)
        phrases = cues.sources(period, speech)
        if speech.fixed_order:
            read = positional.read(period, found, phrases, speech)
        else:
            read = claims.read(period, found, phrases, inserts.find(period, found, phrases, speech), speech)
        assembly.add(period, read)
        if period.marked and speech.fixed_order:
            for inner, told in nested.read(period, speech):
                assembly.add_within(inner, told)
    return assembly.utterances()


def _parts(period: periods.Period, marked: marks.Marked, text: str, speech: lexicon.Speech) -> list[marks.Marked]:
    """Return the parts of marked words between the attributions inside them."""
    return turns.split(marked, period.tokens[slice(*period.range_of(marked))], speech, text)


def _apostrophes(document: Document) -> frozenset[int]:
    """Return the offsets of marks that the language reads as part of a word: “the workers’ rights”."""
    return frozenset(
        token.start
        for sentence in document.sentences
        for token in sentence.tokens
        if token.text in ("'", "’") and token.readings[0].case == "gen"
    )
