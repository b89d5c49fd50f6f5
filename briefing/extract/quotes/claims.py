"""Attributions found in a period: which words a cue gives to somebody, construction by construction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.drafts import Mention
from briefing.extract.quotes import (
    carried,
    colons,
    content,
    documents,
    governed,
    houses,
    idle,
    mentions,
    objects,
    pointers,
    resumption,
    someone,
    texts,
)
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue, SourcePhrase
from briefing.extract.quotes.inserts import Insert, before_colon, is_last, whole
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.extract.quotes.sides import sides

_LONGEST_REST = 6


def read(
    period: Period, cues: Sequence[Cue], phrases: Sequence[SourcePhrase], inserts: Sequence[Insert], speech: Speech
) -> list[Claim]:
    """Return the attributions of the period, in the order of their cues."""
    claims: list[Claim] = list(colons.labelled(period))
    tails = [insert.first for insert in inserts if insert.closes]
    going_on: dict[int, Mention | None] = {}
    for phrase in phrases:
        for claim in _of_source(period, phrase, tails, speech):
            claim.stop, further = resumption.spoken_on(period, claim.first, claim.stop, cues, speech)
            claims.append(claim)
            if further is not None:
                going_on[further] = claim.mention
    by_cue = {insert.cue.first: insert for insert in inserts if insert.cue is not None}
    latest: Mention | None = None
    spoken: list[tuple[Cue, Mention]] = []
    for cue in cues:
        if cue.form == "noun" and any(phrase.first <= cue.first < phrase.stop for phrase in phrases):
            continue
        inserted = by_cue.get(cue.first)
        within = (inserted.first, inserted.stop) if inserted is not None else None
        mention = going_on.get(cue.first) or _speaker(period, cue, within, _sharing(cue, spoken), speech)
        elided = mention is None and (
            _is_personal(period, cue) or _is_there(period, cue, speech) or documents.is_generic(period, cue, speech)
        )
        if elided and latest is not None:
            mention, elided = latest, False
        latest = mention or latest
        if mention is not None:
            spoken.append((cue, mention))
        if mention is not None and (someone.is_circumstance(mention, speech) or someone.is_author(mention)):
            continue
        if mention is None and (cue.takes("documented") or cue.form == "participle"):
            continue
        if inserted is not None:
            begin = _begin_of_told(claims, inserted.first)
            claims.extend(_beside(period, inserted, mention, speech, elided=elided, tails=tails, begin=begin))
            continue
        found = carried.of_noun(period, cue, cues, tails, speech) if cue.form == "noun" else None
        if cue.form != "noun":
            found = _of_verb(period, cue, cues, tails, speech, mention)
        for one in _worded(period, cue, found, mention, speech):
            one.elided = elided and one.mention is None
            claims.append(one)
    claims = list(_within_told(period, claims, phrases, tails, speech))
    claims = [claim for claim in claims if not _is_taken_over(period, claim, claims, cues)]
    claims = list(pointers.without_idle(period, claims, phrases, speech))
    claims.extend(colons.introduced(period, claims, speech))
    claims.extend(colons.promised(period, speech))
    if not claims and period.closes_paragraph and period.is_colon(len(period) - 1):
        claims.extend(colons.announced(period))
    return claims


def _of_source(period: Period, phrase: SourcePhrase, tails: list[int], speech: Speech) -> Iterator[Claim]:
    """Yield what a source phrase attributes; one that closes its sentence is added to the ``tails``."""
    if not _is_set_off(period, phrase.first, speech):
        return
    if speech.has_lemma("which_one", period.tokens[phrase.owner[0]]):
        mention, tells = texts.source(period, phrase.owner[0], speech)
        for claim in _beside(period, Insert(phrase.first, phrase.stop, leads=True), mention, speech) if tells else ():
            commas = (i for i in range(claim.first, claim.stop) if period.tokens[i].text == ",")
            over = (i for i in commas if resumption.is_over(period, claim.first, i, speech))
            claim.stop = next((i for i in over if period.finite(i, claim.stop) is not None), claim.stop)
            yield claim
        return
    mention = _source(period, phrase, speech) if not phrase.nobody else None
    stop = whole(period, _to_comma(period, phrase.stop), speech, ("gen", "dat"))
    if is_last(period, stop) and phrase.first > 0 and period.tokens[phrase.first - 1].text == ",":
        tails.append(phrase.first)
    elided = mention is None and not phrase.nobody
    yield from _beside(period, Insert(phrase.first, stop), mention, speech, elided=elided, tails=tails)


def _begin_of_told(claims: Sequence[Claim], index: int) -> int | None:
    """Return where the innermost clause begins that somebody tells and in which the token at ``index`` stands."""
    return max((one.first for one in claims if one.clause and one.first < index < one.stop), default=None)


def _within_told(
    period: Period, claims: Sequence[Claim], phrases: Sequence[SourcePhrase], tails: Sequence[int], speech: Speech
) -> Iterator[Claim]:
    """Yield the claims, those of a source within what somebody else tells cut to that.

    «В мэрии заявили, что деньги, по словам министра, | придут в срок»
    """
    begins = {period.tokens[phrase.first].start: phrase for phrase in phrases}
    for claim in claims:
        phrase = begins.get(claim.cue[0]) if claim.outer and claim.cue is not None else None
        begin = _begin_of_told(claims, phrase.first) if phrase is not None else None
        if phrase is not None and begin is not None and claim.first < begin:
            insert = Insert(phrase.first, phrase.stop)
            yield from _beside(period, insert, claim.mention, speech, tails=tails, begin=begin)
        else:
            yield claim


def _is_taken_over(period: Period, claim: Claim, claims: Sequence[Claim], cues: Sequence[Cue]) -> bool:
    """Whether somebody says behind marked words what a colon only leads to: «Спорили о плане: «…», — отметил Ким»."""
    if claim.outer or claim.place != "here" or claim.first < 1 or period.inside[claim.first] is None:
        return False
    leads = (cue for cue in cues if claim.cue == period.span(cue.first, cue.stop))
    cue = next((cue for cue in leads if cue.form == "noun" or cue.reading.aspect == "imperf"), None)
    if cue is None or not period.is_colon(claim.first - 1):
        return False
    behind = (o for o in claims if o.outer and o.first == claim.first and o.cue is not None and o.mention is not None)
    end = period.span(claim.first, claim.stop)[1]
    return any(
        other.cue[0] >= end and someone.is_person(other.mention) for other in behind if other.cue and other.mention
    )


def _worded(period: Period, cue: Cue, found: Claim | None, mention: Mention | None, speech: Speech) -> Iterator[Claim]:
    """Yield what the cue attributes, unless its subject says nothing."""
    if idle.is_asked(period, cue, speech) or (found is not None and idle.is_open(period, cue, found, speech)):
        return
    if found is not None and mention is None and idle.is_offered(period, cue, found, speech):
        return
    if found is not None and not (mention is not None and idle.says_nothing(period, cue, found, mention, speech)):
        yield found
        yield from objects.described_further(period, cue, found, speech)
        yield from _besides(period, cue, found, speech)


def _speaker(
    period: Period, cue: Cue, within: tuple[int, int] | None, latest: Mention | None, speech: Speech
) -> Mention | None:
    """Return who speaks; a verb that «и» joins to the one before goes on with its subject."""
    if cue.form == "noun":
        return None
    shares = cue.form == "converb" or (cue.form == "finite" and _is_joined(period, cue.first, speech))
    if shares and latest is not None and latest.sentence is period.places[cue.first][0]:
        return latest
    mention = mentions.of_verb(period, cue, speech, within) or texts.speaker(period, cue, speech)
    accused = mention is not None and cue.takes("against") and mentions.is_accused(period, cue, mention)
    return mention if not accused else None


def _sharing(cue: Cue, spoken: Sequence[tuple[Cue, Mention]]) -> Mention | None:
    """Return the last speaker whose verb agrees with this one, so that it can go on with the same subject."""
    if cue.form != "finite":
        return spoken[-1][1] if spoken else None
    return next((mention for other, mention in reversed(spoken) if resumption.alike(other, cue)), None)


def _is_joined(period: Period, index: int, speech: Speech) -> bool:
    """Whether a coordinating conjunction stands before the verb, with adverbs between at most."""
    index -= 1
    while index > 0 and period.tokens[index].pos in ("ADV", "PART"):
        index -= 1
    return index > 0 and speech.is_in("coordinators", period.tokens[index]) and period.tokens[index].pos == "CCONJ"


def _is_set_off(period: Period, index: int, speech: Speech) -> bool:
    """Whether a source phrase begins its sentence or stretch; within one it is none («чемпион по версии журнала»)."""
    while index > 0 and period.inside[index - 1] is None and not period.is_edge(index - 1):
        token = period.tokens[index - 1]
        if period.places[index - 1][0] is not period.places[index][0]:
            break
        joins = token.pos in ("CCONJ", "SCONJ", "PART", "ADV") or speech.is_in("connectives", token)
        if not joins:
            return False
        index -= 1
        if speech.phrase_at("joining", period.tokens, index):
            return False
    return True


def _source(period: Period, phrase: SourcePhrase, speech: Speech) -> Mention | None:
    """Return the mention of a source; None for «согласно сообщению», which goes on with what was quoted before."""
    first, stop = phrase.owner
    head = period.tokens[stop - 1]
    if speech.has_lemma("generic", head) and all(
        t.pos in ("DET", "ADJ", "VERB") for t in period.tokens[first : stop - 1]
    ):
        place = houses.place_of(period, stop, speech)
        if place is not None or all(t.pos == "DET" for t in period.tokens[first : stop - 1]):
            return place
    return period.mention(first, stop)


def _to_comma(period: Period, stop: int) -> int:
    """Return the end of a source phrase with what stands between it and its comma: «по данным службы | на 9 мая,»."""
    sentence, local = period.places[stop] if stop < len(period) else (None, 0)
    name = sentence.name_at(local) if sentence is not None else None
    if name is not None and name.kind == "person":
        return stop
    for index in range(stop, min(len(period), stop + _LONGEST_REST)):
        if period.tokens[index].text == ",":
            return index
        if period.is_edge(index) or period.inside[index] is not None or period.finite(index, index + 1) is not None:
            break
    return stop


def _is_personal(period: Period, cue: Cue) -> bool:
    """Whether the verb's form asks for one subject, so that without one in the sentence it is the last one's."""
    if cue.form == "infinitive":
        main = next((i for i in range(cue.first - 1, -1, -1) if period.finite(i, i + 1) is not None), None)
        return main is None or period.tokens[main].readings[0].number != "plur"  # «его стали называть»
    heard = not cue.takes("that") and cue.reading.gender == "neut"  # «…», — разнеслось по залу
    return cue.form == "converb" or (cue.form == "finite" and cue.reading.number == "sing" and not heard)


def _is_there(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether «там же» before the verb says that those who spoke last speak."""
    first, _ = period.segment(cue.first)
    return any(speech.phrase_at("there", period.tokens, i) for i in range(first, cue.first))


def _beside(
    period: Period,
    insert: Insert,
    mention: Mention | None,
    speech: Speech,
    *,
    elided: bool = False,
    tails: Sequence[int] = (),
    begin: int | None = None,
) -> Iterator[Claim]:
    """Yield the claims of an inserted attribution: the longer side, or the marked words on both."""
    cue = (insert.cue.first, insert.cue.stop) if insert.cue is not None else (insert.first, insert.stop)
    for first, stop in sides(period, insert, speech, tails, begin=begin):
        yield Claim(period.span(*cue), mention, "here", first, stop, elided, outer=True)


def _of_verb(
    period: Period, cue: Cue, cues: Sequence[Cue], tails: Sequence[int], speech: Speech, mention: Mention | None
) -> Claim | None:
    span = period.span(cue.first, cue.stop)
    start: int | None = content.clause(period, cue, cues, speech)
    if start is not None and start < len(period.tokens):
        stop = content.end(period, start, cue, cues, tails, speech)
        bare = speech.is_in("question", period.tokens[start]) and period.words(start, stop) < 2
        return Claim(span, mention, "here", start, stop, clause=True) if not bare else None
    if (uttered := objects.uttered(period, cue, speech, mention)) is not None:
        return uttered
    if cue.takes("this") and (told := pointers.continued(period, cue, speech)) is not None:
        return Claim(span, mention, "here", *told)
    if cue.takes("this") and (pointers.points_back(period, cue, speech) or pointers.names_event(period, cue, speech)):
        return Claim(span, mention, "before")
    if cue.takes("thus") and mention is not None and pointers.points_back(period, cue, speech, "thus"):
        return Claim(span, mention, "before")
    if (fronted := _fronted(period, cue, speech)) is not None:
        return Claim(span, mention, "here", *fronted)
    if (called := objects.called(period, cue, cues, tails, speech, mention)) is not None:
        return called
    if cue.takes("direct") and (after := colons.after_colon(period, cue, cues)) is not None:
        demanded = cue.takes("infinitive") and colons.leads_to_demand(period, after)
        unmarked = (cue.takes("that") or demanded) and cue.form not in ("participle", "infinitive")
        led = colons.colon_claim(period, after, span, mention, speech, unmarked=unmarked)
        if led is not None:
            return led
    if cue.form == "participle" and not content.closes_deed(period, cue):
        return None
    if cue.takes("infinitive") and (found := content.infinitive(period, cue, speech)) is not None:
        start = objects.past_mention(period, found[1], found[0], mention)
        started = (
            governed.start(period, cue, pattern, speech) for pattern in cue.predicate.content if pattern.preposition
        )
        start = next((at for at in started if at is not None and start < at < found[0]), start)
        return Claim(span, mention, "here", start, content.end(period, found[0], cue, cues, tails, speech))
    if cue.takes("infinitive") and cue.form == "finite" and mention is not None:
        opening = content.led_by_infinitive(period, cue, mention, speech)
        if opening is not None:
            return Claim(span, mention, "here", *opening)
    return objects.nominal(period, cue, cues, tails, speech, mention)


def _besides(period: Period, cue: Cue, found: Claim, speech: Speech) -> Iterator[Claim]:
    """Yield what the verb attributes besides words after a colon: what stands before it, or what it promises or asks.

    «Об этом он сказал в среду: «…»», «Мост закрыт, сообщил он: «…»», «Он обещал провести чтения: …»
    """
    colon = next((i for i in range(cue.stop, len(period)) if period.is_colon(i)), None)
    if cue.form != "noun" and colon is not None and found.place == "here" and found.stop < cue.first:
        led = colons.colon_claim(period, colon + 1, found.cue or (0, 0), found.mention, speech, unmarked=False)
        yield from [led] if led is not None and cue.takes("direct") else []
        return
    if cue.form == "noun" or colon is None or (found.place == "here" and found.first != colon + 1):
        return
    insert = before_colon(period, cue, speech) if cue.form == "finite" else None
    behind = insert is not None and (found.mention is None or found.mention.start >= period.tokens[insert.first].start)
    if insert is not None and not behind:
        return  # «В мэрии, где спорят с соседями, ответили: «…»»
    if insert is not None:
        for first, stop in sides(period, insert, speech, left_only=True):
            yield Claim(found.cue, found.mention, "here", first, stop, outer=True)
        return
    first, _ = period.segment(cue.first)
    if cue.takes("this") and speech.phrase_at("back", period.tokens, first):
        yield Claim(found.cue, found.mention, "before")
    elif cue.takes("infinitive") and (told := content.infinitive(period, cue, speech)) is not None and told[0] < colon:
        start = objects.past_mention(period, told[1], told[0], found.mention)
        yield Claim(found.cue, found.mention, "here", start, colon)


def _fronted(period: Period, cue: Cue, speech: Speech) -> tuple[int, int] | None:
    """Return content that opens the sentence before its verb: «О том, что …, министр заявил вчера»."""
    offset = cue.first - period.places[cue.first][1]
    opening = next((i for i in range(offset, min(offset + 5, cue.first)) if period.tokens[i].text == ","), None)
    if opening is None or not cue.takes("that") or not speech.is_in("that", period.tokens[opening + 1]):
        return None
    first, _ = period.segment(cue.first)
    if period.finite(offset, opening) is not None or any(
        speech.is_in("relative", token) for token in period.tokens[first : cue.first]
    ):
        return None
    closing = next((i for i in range(cue.first, opening + 1, -1) if period.tokens[i].text == ","), None)
    return (opening + 2, closing) if closing is not None and closing > opening + 2 else None
