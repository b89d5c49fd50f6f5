"""Words that the article attributes to somebody: direct and indirect quotes with the phrase that names the speaker.

`marks` finds quotations, `periods` the sentences around them, `cues` the words that attribute, `claims` what they
attribute to whom; here the claims become utterances.
"""

from __future__ import annotations

from briefing.extract.drafts import Utterance
from briefing.extract.quotes import claims, cues, inserts, lexicon, marks, periods
from briefing.extract.quotes.assembly import Assembly
from briefing.language import Document

__all__ = ["find"]


def find(document: Document) -> list[Utterance]:
    """Return the utterances in text order; their speakers are not resolved yet.

    A direct quote is what stands between one pair of marks, a part a paragraph; an indirect one the content alone.
    """
    speech = lexicon.of(document.language)
    marked = marks.find(document.text, periods.paragraphs(document), speech.pairs)
    assembly = Assembly(document, speech)
    for period in periods.build(document, marked):
        found = cues.find(period, speech)
        inserted = inserts.find(period, found, speech)
        phrases = cues.sources(period, speech)
        assembly.add(period, claims.read(period, found, phrases, inserted, speech))
    return assembly.utterances()
