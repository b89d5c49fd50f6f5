"""In which text something is said, and whose it is: «говорится в докладе | фонда», «в заявлении на сайте клуба»."""

from __future__ import annotations

from briefing.extract.drafts import Mention
from briefing.extract.quotes import houses, joint, someone
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period


def owner(period: Period, index: int) -> Mention | None:
    """Return the noun phrase in the genitive that begins at ``index`` («мнение | главы района»)."""
    if index >= len(period):
        return None
    sentence, local = period.places[index]
    name = sentence.name_at(local)
    token = period.tokens[index]
    if name is None and not (token.reading(case="gen") and token.pos in ("NOUN", "PROPN", "ADJ", "DET")):
        return None
    read = period.language.person(sentence, name)[:1] if name is not None and name.kind == "person" else ()
    if any(person.case == "dat" for person in read):
        return None  # «дал поручение | Анне Ким»
    head = next(
        (
            k
            for k in range(local, min(len(sentence.tokens), local + 6))
            if sentence.tokens[k].pos in ("NOUN", "PROPN") or sentence.name_at(k) is not None
        ),
        local,
    )
    _, stop = period.language.noun_phrase(sentence, head)
    return period.mention(index, joint.past_second(period, index, max(index + 1, index + stop - local)))


def after(period: Period, cue: Cue, speech: Speech) -> Mention | None:
    """Return the document, or whoever owns it, in which something «is said»: «говорится в докладе фонда»."""
    for index in houses.around(period, cue, speech):
        if _takes_up_text(period, index, speech):
            return period.mention(index, index + 1)
        if not speech.has_lemma("documents", period.tokens[index]) or not houses.follows_preposition(
            period, index, speech
        ):
            continue
        end = cue.first if index < cue.first else period.segment(index)[1]
        whose = _whose(period, index + 1, speech)
        marked = whose is not None and index + 1 < len(period) and period.inside[index + 1] is not None
        if whose is not None and not marked and not someone.is_someone(period, whose):
            return period.mention(index, index + 1 + whose.stop - whose.first)  # «в программе развития»
        if (whose := whose or _of_site(period, index + 1, end, speech) or _issuer(period, end, speech)) is not None:
            return whose
        return None if speech.has_lemma("generic", period.tokens[index]) else period.mention(index, index + 1)
    return houses.institution(period, cue, speech)


def _whose(period: Period, index: int, speech: Speech) -> Mention | None:
    """Return whose the text before ``index`` is: past texts that it is of, «проекта | постановления правительства»."""
    if index < len(period) and (stretch := period.inside[index]) is not None:
        named = stretch.opening == period.tokens[index].start and period.tokens[index + 1].is_capital
        return period.mention(*period.range_of(stretch)) if named else None
    whose = owner(period, index)
    if whose is not None and speech.has_lemma("documents", whose.sentence.tokens[whose.first]):
        return _whose(period, index + 1, speech) or whose
    return whose


def _of_site(period: Period, first: int, stop: int, speech: Speech) -> Mention | None:
    """Return whose the site or page is on which a text stands: «в заявлении на сайте | клуба | говорится»."""
    for index in range(first, stop):
        sited = speech.has_lemma("documents", period.tokens[index]) and houses.follows_preposition(
            period, index, speech
        )
        if sited and (whose := owner(period, index + 1)) is not None:
            return whose
    return None


def _issuer(period: Period, comma: int, speech: Speech) -> Mention | None:
    """Return who issued a text or on whose site it is, by a participle behind it: «в письме, разосланном | мэрией»."""
    first = comma + 1
    if first >= len(period) or period.tokens[comma].text != "," or period.tokens[first].readings[0].form != "part":
        return None
    stop = period.segment(first)[1]
    for index in range(first + 1, stop):
        if period.tokens[index].pos == "ADP":
            break
        if period.tokens[index].reading(pos="NOUN", case="ins") is None or period.inside[index] is not None:
            continue
        sentence, local = period.places[index]
        begin, end = period.language.noun_phrase(sentence, local)
        mention = period.mention(begin + index - local, end + index - local)
        return mention if mention is not None and someone.is_someone(period, mention) else None
    return _of_site(period, first, stop, speech)


def _takes_up_text(period: Period, index: int, speech: Speech) -> bool:
    """Whether a pronoun stands for the text just named: «Фонд издал доклад. В | нём | говорится, что …»."""
    token = period.tokens[index]
    pronoun = token.pos == "PRON" and token.readings[0].person == "3" and token.reading(case="loc") is not None
    return pronoun and houses.follows_preposition(period, index, speech)


def is_generic(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether the cue has no speaker but a document that only points at what has been quoted: «говорится в ответе»."""
    return cue.form == "passive" and any(
        speech.has_lemma("generic", period.tokens[index]) and houses.follows_preposition(period, index, speech)
        for index in houses.around(period, cue, speech)
    )
