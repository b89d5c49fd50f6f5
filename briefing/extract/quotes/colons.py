"""Words that a colon introduces: after a verb, after somebody's name, in the next paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.quotes import mentions, someone
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period

_LONGEST_LABEL = 12
_FEWEST_INTRODUCED = 3


def introduced(period: Period, claims: Sequence[Claim], speech: Speech) -> Iterator[Claim]:
    """Yield marked words after a colon that no cue claims, if somebody does something before it («так ответил: …»)."""
    for index in range(1, len(period) if period.marked else 0):
        if period.tokens[index - 1].text != ":" or period.inside[index] is None or period.inside[index - 1] is not None:
            continue
        if any(claim.place == "here" and claim.first <= index < claim.stop for claim in claims):
            continue
        stop = past_marked(period, index, speech)
        acts = stop < len(period) and period.finite(stop, stop + 1) is not None
        if period.words(index, stop) < _FEWEST_INTRODUCED or acts:
            continue  # «Въезд закрыт: «Городские дороги» чинят мост»
        _, local = period.places[index - 1]
        verbs = [i for i in range(index - 1 - local, index - 1) if period.finite(i, i + 1) is not None]
        mention = mentions.subject(period, verbs[-1]) if verbs else None
        if mention is None or not someone.is_someone(period, mention):
            mention = next((claim.mention for claim in reversed(claims) if claim.first < index), None)
        if (issued := _issued(period, index - 1 - local, index - 1, speech)) is not None:
            yield Claim(period.span(issued[0], issued[0] + 1), issued[1], "here", index, stop)
            continue
        mention = mention or text_itself(period, index - 1)
        if verbs and (telling := _telling(claims, verbs[-1])) is not None:
            yield Claim(telling.cue, telling.mention, "here", index, stop)
        elif mention is not None:
            at = verbs[-1] if verbs else index - 1
            yield Claim(period.span(at, at + 1), mention, "here", index, stop)


def _telling(claims: Sequence[Claim], verb: int) -> Claim | None:
    """Return what somebody tells in which the verb stands, who then goes on.

    «Лосев отметил, что клуб ищет вратаря: «Нам нужен опытный игрок»»
    """
    whole = (claim for claim in claims if (claim.clause or claim.outer) and claim.place == "here")
    return next((one for one in whole if one.first <= verb < one.stop and one.mention is not None), None)


def text_itself(period: Period, colon: int) -> Mention | None:
    """Return the text told apart from others that speaks where nobody is named: «А вот другой отзыв: «…»»."""
    mention = mentions.phrase_ending(period, colon - 1)
    if mention is None or someone.is_governed(mention):
        return None
    head, reading = period.language.head(mention.sentence, mention.first, mention.stop)
    kinds = roles.lexicon(period.language).kinds(reading.lemma)
    before = mention.sentence.tokens[mention.first : head]
    told_apart = any(token.pos in ("ADJ", "DET", "NUM") or token.readings[0].form == "part" for token in before)
    return mention if told_apart and kinds & {"document", "message"} and reading.case in ("nom", "acc") else None


def labelled(period: Period) -> Iterator[Claim]:
    """Yield what stands after a person's name and a colon at the sentence's beginning: «Иван Лосев: мост готов»."""
    colon = next((i for i in range(min(len(period), _LONGEST_LABEL)) if period.is_colon(i)), 0)
    if not colon or period.finite(0, colon) is not None:
        return
    opening, local = period.places[0]
    if period.tokens[0].pos in ("ADP", "CCONJ", "SCONJ", "ADV") and opening.name_at(local) is None:
        return  # but «О. Лунёв: …» opens with an initial
    marks = colon + 1 < len(period) and period.inside[colon + 1] is not None
    named = _named(period, colon, marks=marks)
    if named is None:
        whole = period.places[0][0] is period.places[colon - 1][0]
        somebody = whole and period.words(colon, len(period)) > 1 and someone.is_somebody(period, 0, colon)
        if marks and whole and (somebody or someone.is_body(period, 0, colon)):
            yield Claim(period.span(0, colon), period.mention(0, colon), "here", colon + 1, len(period))
        return
    label, speaker = period.span(0, colon), _label(period, named)
    if colon + 1 >= len(period):
        yield from [Claim(label, speaker, "after")] if period.closes_paragraph else []
        return
    unmarked = period.inside[colon + 1] is None
    if unmarked and _is_entry(period, colon):
        return
    spoken = unmarked and period.tokens[colon + 1].is_capital and period.opens_paragraph
    if unmarked and not spoken and period.finite(colon + 1, len(period)) is None:
        return
    yield Claim(label, speaker, "here", colon + 1, len(period), spoken=spoken)


def _is_entry(period: Period, colon: int) -> bool:
    """Whether figures that a word in capitals leads to stand behind the colon: “Ann Lee, DOB: | 4-11-1987, was …”."""
    label, entry = period.tokens[colon - 1], period.tokens[colon + 1]
    return entry.text[0].isdigit() and label.text.isupper() and period.tokens[colon - 2].text == ","


def entitled(period: Period, speech: Speech) -> Iterator[Claim]:
    """Yield what follows a label that calls it somebody's statement: “Ann Lee's statement:”, “Letter from Lee:”."""
    colon = next((i for i in range(min(len(period), _LONGEST_LABEL)) if period.is_colon(i)), 0)
    noun = next((i for i in range(colon) if speech.is_in("addresses", period.tokens[i])), None)
    if noun is None or period.finite(0, colon) is not None:
        return
    owner = next((i for i in range(1, noun) if period.tokens[i].readings[0].case == "gen"), None)
    first, stop = 0, owner or 0
    if owner is None and speech.is_in("origins", period.tokens[noun + 1]):
        first, stop = noun + 2, colon
    mention = period.mention(first, stop) if first < stop else None
    if mention is None or not someone.is_someone(period, mention):
        return
    label = period.span(0, colon)
    if colon + 1 >= len(period):
        yield from [Claim(label, mention, "after", titled=True)] if period.closes_paragraph else []
    else:
        yield Claim(label, mention, "here", colon + 1, len(period), spoken=period.inside[colon + 1] is None)


def _named(period: Period, colon: int, *, marks: bool) -> int | None:
    """Return where the person's name before the colon ends, or what leads to it; None where no person is named.

    A place of speech or a description may part them: «Анна Ким в блоге: «…»», «Анна Ким, врач: «…»».
    """
    sentence, local = period.places[colon - 1]
    last = sentence.name_at(local)
    first = next((name for name in period.places[0][0].names if name.kind == "person" and name.stop < colon), None)
    alone = last is None or last is first or last.kind != "person"
    apart = first is not None and alone and period.tokens[first.stop].text == "," and first.first == 0
    if first is not None and (apart or (marks and last is None and period.tokens[first.stop].pos == "ADP")):
        return first.stop
    return colon if last is not None and last.kind == "person" else None


def _label(period: Period, stop: int) -> Mention | None:
    """Return who is named before a colon, without the post that a comma parts: “Head of the fund, | Ann Lee”: …"""
    sentence, local = period.places[stop - 1]
    name = sentence.name_at(local)
    alone = sum(other.kind == "person" and other.stop <= local + 1 for other in sentence.names) == 1
    first = name.first + stop - 1 - local if name is not None and name.kind == "person" and alone else 0
    return period.mention(first if first > 1 and period.tokens[first - 1].text == "," else 0, stop)


def announced(period: Period) -> Iterator[Claim]:
    """Yield the next paragraph as whose who does something before a colon: «Тренер вывел из состава игрока: …»."""
    verb = next((i for i in range(len(period) - 1, -1, -1) if period.finite(i, i + 1) is not None), None)
    mention = mentions.subject(period, verb) if verb is not None else None
    if verb is not None and mention is not None and someone.can_speak(mention):
        yield Claim(period.span(verb, verb + 1), mention, "after", guessed=True)


def promised(period: Period, speech: Speech) -> Iterator[Claim]:
    """Yield the next paragraph for who announces it without a colon: “Lee issued the following statement today.”

    More may be told before that paragraph begins: “… statement about the new line. The line is 10 miles long.”
    """
    if (issued := _issued(period, 0, len(period) - 1, speech)) is not None:
        yield Claim(period.span(issued[0], issued[0] + 1), issued[1], "after")


def _issued(period: Period, start: int, last: int, speech: Speech) -> tuple[int, Mention] | None:
    """Return the verb that announces a text, and whose it is: “| issued | the following statement after …”."""
    leads = last - 1 > start and period.tokens[last].text == ":"  # “issued | a statement:”
    for index in range(start + 1, last):
        if not (leads and index + 1 == last - 1) and not speech.has_lemma("to_come", period.tokens[index]):
            continue
        if any(speech.has_lemma(name, period.tokens[index + 1]) for name in ("documents", "addresses")):
            verbs = (i for i in range(index - 1, start - 1, -1) if period.finite(i, i + 1) is not None)
            verb = next(verbs, None)
            mention = mentions.subject(period, verb) if verb is not None else None
            known = verb is not None and mention is not None and someone.is_someone(period, mention)
            return (verb, mention) if known and verb is not None and mention is not None else None
    return None


def after_colon(period: Period, cue: Cue, cues: Sequence[Cue]) -> int | None:
    """Return the index after the colon that the cue leads up to, with no other cue between; None without one."""
    for index in range(cue.stop, len(period)):
        if period.inside[index] is not None:
            continue
        if period.is_colon(index):
            return index + 1
        if period.is_stop(index) or any(other.first == index and other.form != "noun" for other in cues):
            return None
    return None


def colon_claim(
    period: Period, after: int, span: tuple[int, int], mention: Mention | None, speech: Speech, *, unmarked: bool
) -> Claim | None:
    """Return the claim of what follows a colon; words without marks in the same sentence only if ``unmarked``."""
    if after >= len(period):
        return Claim(span, mention, "after") if period.closes_paragraph else None
    if period.inside[after] is not None:
        return Claim(span, mention, "here", after, past_marked(period, after, speech))
    if not unmarked:
        return None
    stop = next((i for i in range(after, len(period)) if period.is_stop(i)), len(period))
    return Claim(span, mention, "here", after, stop)


def leads_to_demand(period: Period, after: int) -> bool:
    """Whether the first verb behind the colon demands: «советует: | детям больше гулять», «просит: | гуляйте»."""
    forms = (token.readings[0].form for token in period.tokens[after:] if token.pos == "VERB")
    return next(forms, "") in ("inf", "imp")


def past_marked(period: Period, index: int, speech: Speech) -> int:
    """Return the end of the marked stretches that follow each other, joined by commas or «и» at most."""
    stop = index
    while index < len(period):
        if period.inside[index] is not None:
            stop = index + 1
        elif period.tokens[index].text != "," and not speech.is_in("coordinators", period.tokens[index]):
            break
        index += 1
    return stop
