"""Verbs of speech whose subject says nothing: things that demand, teams that show by what they do."""

from __future__ import annotations

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.quotes import mentions
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period

_NOMINAL = ("NOUN", "PROPN", "PRON")


def says_nothing(period: Period, cue: Cue, found: Claim, mention: Mention, speech: Speech) -> bool:
    """Whether the claim attributes words to who or what only shows or demands them."""
    return (
        _is_of_inert(period, cue, found, mention, speech)
        or _is_shown(period, cue, found, mention, speech)
        or _is_intended(period, cue, found, speech)
    )


def _is_intended(period: Period, cue: Cue, found: Claim, speech: Speech) -> bool:
    """Whether the words are still to be said: «собираются напомнить, что …»."""
    main = mentions.governing(period, cue) if cue.form == "infinitive" and found.clause else None
    return main is not None and speech.has_lemma("intending", period.tokens[main])


def is_open(period: Period, cue: Cue, found: Claim, speech: Speech) -> bool:
    """Whether a question is left unanswered or only leads to what is said: «не смог сказать, когда …».

    «Объясняя, почему пал мост, мэр сказал, что …»
    """
    if not found.clause or not _is_question(period, found.first, speech):
        return False
    if cue.form == "converb":
        before = period.tokens[cue.first - period.places[cue.first][1] : cue.first]
        return all(speech.is_in("connectives", token) for token in before)
    main = mentions.governing(period, cue) if cue.form == "infinitive" else None
    if main is None:
        return False
    negated = main > 0 and speech.is_in("negations", period.tokens[main - 1])
    return negated or speech.has_lemma("refusing", period.tokens[main])


def _is_question(period: Period, first: int, speech: Speech) -> bool:
    opening = period.tokens[first : first + 2]
    return speech.is_in("question", opening[0]) or speech.is_in("whether", opening[-1])


def is_asked(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether it only tells on what occasion somebody spoke: «сказал мэр, когда его спросили, почему упал мост»."""
    if not speech.has_lemma("asking", period.tokens[cue.first]) or cue.reading.number != "plur":
        return False
    first, _ = period.segment(cue.first)
    first += speech.is_in("coordinators", period.tokens[first])  # «и когда его спросили»
    return period.tokens[first].pos in ("SCONJ", "ADV") and speech.is_in("occasions", period.tokens[first])


def is_offered(period: Period, cue: Cue, found: Claim, speech: Speech) -> bool:
    """Whether something was offered by nobody named, which tells of a life: «его пригласили петь в хоре»."""
    several = cue.form == "finite" and cue.reading.number == "plur" and cue.reading.tense == "past"
    return several and not found.clause and speech.has_lemma("offering", period.tokens[cue.first])


def _is_of_inert(period: Period, cue: Cue, found: Claim, mention: Mention, speech: Speech) -> bool:
    """Whether a thing is the subject of what is asked or named, so that nobody does: «ситуация требует мер»."""
    unmarked = found.place == "here" and found.first < len(period) and period.inside[found.first] is None
    threat = any(pattern.case == "ins" for pattern in cue.predicate.content)
    inert = _is_inert(period, cue, mention, texts=threat) and not _finds(mention, speech)
    return unmarked and cue.form == "finite" and not found.clause and inert


def _is_shown(period: Period, cue: Cue, found: Claim, mention: Mention, speech: Speech) -> bool:
    """Whether somebody shows by deeds what they are like: «команда показала, что умеет играть»."""
    if not found.clause or not speech.has_lemma("showing", period.tokens[cue.first]):
        return False
    _, stop = period.segment(found.first)
    told = period.tokens[found.first : min(stop, found.stop)]
    governed = next((i for i, token in enumerate(told) if token.readings[0].form == "inf"), len(told))
    own = any(token.pos in _NOMINAL and token.reading(case="nom") for token in told[:governed])
    return not own and _performs(period, mention, speech)


def _is_inert(period: Period, cue: Cue, mention: Mention, *, texts: bool) -> bool:
    """Whether the mention is a thing that says nothing, ``texts`` among them, and nobody else near the cue is meant."""
    head, reading = period.language.head(mention.sentence, mention.first, mention.stop)
    if reading.pos != "NOUN" or reading.animate or not reading.known or reading.case != "nom":
        return False
    kinds = roles.lexicon(period.language).kinds(reading.lemma) - ({"document", "message"} if texts else set())
    if mention.sentence.name_at(head) is not None or kinds:
        return False
    first, stop = period.segment(cue.first)
    others = [i for i in range(first, stop) if not mention.start <= period.tokens[i].start < mention.end]
    names = (period.places[i][0].name_at(period.places[i][1]) for i in others)
    named = any(name is not None and name.kind != "place" for name in names)
    readings = (period.tokens[i].readings[0] for i in others)
    return not named and not any(reading.animate and reading.case == "nom" for reading in readings)


def _performs(period: Period, mention: Mention, speech: Speech) -> bool:
    """Whether the mention is somebody who shows by what they do: a person or team, no text and nobody who finds."""
    _, reading = period.language.head(mention.sentence, mention.first, mention.stop)
    if _finds(mention, speech):
        return False
    kinds = roles.lexicon(period.language).kinds(reading.lemma)
    named = mention.sentence.name_at(mention.first)
    person = named is not None and named.kind == "person"
    return "document" not in kinds and (person or bool(kinds & {*roles.PERSONAL, "group", "organisation"}))


def _finds(mention: Mention, speech: Speech) -> bool:
    """Whether the mention is somebody, or an inquiry, that finds something out."""
    return any(speech.has_lemma("finders", token) for token in mention.sentence.tokens[mention.first : mention.stop])
