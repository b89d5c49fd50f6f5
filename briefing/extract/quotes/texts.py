"""Who speaks in a text that a relative pronoun takes up: «судья вынес решение, согласно которому …»."""

from __future__ import annotations

from briefing.extract.drafts import Mention
from briefing.extract.quotes import documents, mentions
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period, is_predicate


def speaker(period: Period, cue: Cue, speech: Speech) -> Mention | None:
    """Return who speaks in the text in which the cue's relative clause says something: «доклад, в котором сказано»."""
    first, _ = period.segment(cue.first)
    in_it = first + 1 < cue.first and speech.is_in("sites", period.tokens[first])
    if not in_it or not speech.has_lemma("which_one", period.tokens[first + 1]):
        return None
    return author(period, first + 1, speech)


def author(period: Period, pronoun: int, speech: Speech) -> Mention | None:
    """Return who wrote or issued the text that the relative pronoun takes up, else the text itself.

    What is only talk, a rumour or version, speaks for nobody.
    """
    offset = pronoun - period.places[pronoun][1]
    text = mentions.antecedent(period, pronoun)
    if text is None:
        return None
    head, reading = period.language.head(text.sentence, text.first, text.stop)
    document = reading.lemma in speech.words["documents"]
    if not document and reading.lemma not in speech.nouns:
        return None
    whose = documents.owner(period, offset + head + 1) if head + 1 < text.stop else None
    return whose or _issuer(period, offset + text.first, speech) or (text if document else None)


def source(period: Period, pronoun: int, speech: Speech) -> tuple[Mention | None, bool]:
    """Return who is the source of «согласно которому», and whether what the pronoun takes up tells anything at all."""
    text = mentions.antecedent(period, pronoun)
    if text is None:
        return period.mention(pronoun, pronoun + 1), True
    _, head = period.language.head(text.sentence, text.first, text.stop)
    if head.lemma in speech.words["documents"] or head.lemma in speech.nouns:
        return author(period, pronoun, speech), True
    return period.mention(pronoun, pronoun + 1), head.lemma not in speech.words["no_sources"]


def _issuer(period: Period, text: int, speech: Speech) -> Mention | None:
    """Return the subject of the verb whose object the text at ``text`` is, if it is a verb of saying or issuing."""
    verb = next((i for i in range(text - 1, -1, -1) if period.is_edge(i) or is_predicate(period.tokens[i])), None)
    if verb is None or period.is_edge(verb) or any(t.pos == "ADP" for t in period.tokens[text - 1 : text]):
        return None
    token = period.tokens[verb]
    issues = speech.has_lemma("issuing", token) or speech.has_lemma("carriers", token)
    return mentions.subject(period, verb) if issues else None
