"""Content that is no clause: what something is called, and the nouns that a verb of speech governs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.drafts import Mention
from briefing.extract.quotes import colons, content, governed, naming
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Government, Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Token


def called(
    period: Period, cue: Cue, cues: Sequence[Cue], tails: Sequence[int], speech: Speech, mention: Mention | None
) -> Claim | None:
    """Return what something is called: the marked words, the object too where it is only held to be so."""
    passively = cue.takes("called") and cue.form == "passive"
    if not passively and (cue.form == "passive" or not (cue.takes("call") or cue.takes("marks"))):
        return None
    start = _description(period, cue, mention, speech)
    if start is None:
        return _dubbed(period, cue, speech, mention) or _named_after(period, cue, cues, tails, speech, mention)
    if cue.takes("that") and any(speech.has_lemma("reflexive", t) for t in period.tokens[cue.first - 1 : start + 1]):
        return None  # «считает себя знатоком»
    stretch = period.inside[start]
    if stretch is not None and mention is not None and _overlaps(period, mention, start):
        return None  # «такую цифру назвала «Волна»»
    if stretch is not None and cue.takes("that") and _is_whose(period, start):
        return None  # «оценил потери «Луча» в миллион рублей»
    if stretch is not None and _is_greeted(period, cue, start, speech):
        return None
    if stretch is not None and _is_named(period, cue, start, speech):
        return None  # «раскритиковал фильм «Весна»»
    span = period.span(cue.first, cue.stop)
    if stretch is None:
        if mention is None:
            return None  # «улицу назвали именем поэта»
        return Claim(span, mention, "here", start, content.end(period, start, cue, cues, tails, speech))
    if cue.takes("call") and cue.takes("that") and start > cue.stop:
        first = past_mention(period, cue.stop, start, mention)
        stop = max(period.segment(start - 1)[1], colons.past_marked(period, start, speech))
        return Claim(span, mention, "here", first, stop)
    return Claim(span, mention, "here", start, colons.past_marked(period, start, speech))


def _is_whose(period: Period, start: int) -> bool:
    """Whether a name in marks is the genitive of the noun before it: «потери «Луча»»."""
    stretch = period.inside[start]
    first, stop = period.range_of(stretch) if stretch is not None else (start, start)
    words = [token for token in period.tokens[first:stop] if token.is_word]
    noun = first > 0 and period.tokens[first - 1].pos == "NOUN"
    return noun and len(words) == 1 and words[0].is_capital and words[0].readings[0].case == "gen"


def _dubbed(period: Period, cue: Cue, speech: Speech, mention: Mention | None) -> Claim | None:
    """Return the marked words in the instrumental with which the sentence opens: «| «Ошибкой» назвал это мэр»."""
    first, _ = period.segment(cue.first)
    while first < cue.first and period.inside[first] is None and period.tokens[first].pos in ("PART", "CCONJ", "ADV"):
        first += 1
    stretch = period.inside[first]
    if stretch is None or mention is None or _overlaps(period, mention, first) or not cue.takes("call"):
        return None
    _, stop = period.range_of(stretch)
    if stop > cue.first or not any(token.reading(case="ins") for token in period.tokens[first:stop]):
        return None
    told = Claim(period.span(cue.first, cue.stop), mention, "here", first, colons.past_marked(period, first, speech))
    return told if period.finite(first, stop) is None and not cue.takes("that") else None


def _is_named(period: Period, cue: Cue, start: int, speech: Speech) -> bool:
    """Whether the marked words at ``start`` are the name of what stands before: «раскритиковал фильм «Весна»».

    Of a verb that calls something so only one that likens it takes a name as its object: «оценил серию «Весна»», but
    «назвал серию «Провалом»».
    """
    stretch, before = period.inside[start], period.tokens[start - 1]
    if stretch is None or not period.tokens[start + 1].is_capital:
        return False
    if not cue.takes("call"):
        return naming.is_titled(period, stretch, speech)
    likens = any(pattern.preposition in speech.words["as"] for pattern in cue.predicate.content)
    return likens and before.pos == "NOUN" and not before.readings[0].animate


def _is_greeted(period: Period, cue: Cue, start: int, speech: Speech) -> bool:
    """Whether one marked word is who is praised, thanked or congratulated: «поздравил «пятёрку» списка»."""
    stretch = period.inside[start]
    alone = start == cue.stop and stretch is not None and naming.words(period, stretch) == 1
    return alone and speech.has_lemma("greeting", period.tokens[cue.first])


def uttered(period: Period, cue: Cue, speech: Speech, mention: Mention | None) -> Claim | None:
    """Return the marked words that a verb of speech has as its object: «крикнул | «Стой»», «сказав, | «что готов»»."""
    first = _marked_clause(period, cue, speech) if cue.takes("direct") else None
    if first is None and cue.takes("exact") and cue.stop < len(period) and period.inside[cue.stop] is not None:
        first = cue.stop
    if first is None:
        return None
    own = mention if mention is not None and not _overlaps(period, mention, first) else None
    return Claim(period.span(cue.first, cue.stop), own, "here", first, colons.past_marked(period, first, speech))


def _marked_clause(period: Period, cue: Cue, speech: Speech) -> int | None:
    """Return where marked words begin that hold the conjunction of their clause: «сказав, «что готов»»."""
    _, stop = period.segment(cue.first)
    first = stop + 1
    if first + 1 >= len(period) or period.tokens[stop].text != "," or period.inside[first] is None:
        return None
    return first if speech.is_in("that", period.tokens[first + 1]) else None


def described_further(period: Period, cue: Cue, found: Claim, speech: Speech) -> Iterator[Claim]:
    """Yield the marked words in a participle's phrase behind a description: «назвал её «звездой», зажёгшей «зал»»."""
    stop = found.stop
    if not (cue.takes("call") or cue.takes("marks")) or stop + 1 >= len(period) or period.inside[stop - 1] is None:
        return
    if period.tokens[stop].text == "," and period.tokens[stop + 1].readings[0].form == "part":
        _, edge = period.segment(stop + 1)
        marked = next((i for i in range(stop + 1, edge) if period.inside[i] is not None), None)
        if marked is not None:
            yield Claim(found.cue, found.mention, "here", marked, colons.past_marked(period, marked, speech))


def _named_after(
    period: Period, cue: Cue, cues: Sequence[Cue], tails: Sequence[int], speech: Speech, mention: Mention | None
) -> Claim | None:
    """Return what is called something if that stands before the verb: «причиной аварии называют | износ труб»."""
    first, stop = period.segment(cue.first)
    head = next((i for i in range(first, cue.first) if period.tokens[i].pos == "NOUN"), None)
    if cue.form == "passive" or head is None or mention is None or period.inside[head] is not None:
        return None
    token, opening = period.tokens[head], period.tokens[first]
    if (
        token.readings[0].case != "ins"
        or opening.pos == "ADP"
        or any(period.tokens[i].pos == "ADP" for i in range(first, head))
    ):
        return None
    start = past_mention(period, cue.stop, stop, mention)
    if start >= stop or not period.tokens[start].is_word or period.tokens[start].reading(case="acc") is None:
        return None
    end = content.end(period, start, cue, cues, tails, speech)
    return (
        Claim(period.span(cue.first, cue.stop), mention, "here", start, end) if period.words(start, end) > 1 else None
    )


def nominal(
    period: Period, cue: Cue, cues: Sequence[Cue], tails: Sequence[int], speech: Speech, mention: Mention | None
) -> Claim | None:
    """Return nominal content: «обвинил фирму в уклонении», «в отчёте отмечено снижение»."""
    for pattern in cue.predicate.content:
        fits = _states(cue, pattern, mention) if cue.form == "passive" else pattern.case != "nom"
        if cue.form == "infinitive" and not cue.takes("insert") and pattern.only:
            continue  # «это позволило выявить рост цен»
        if pattern.by is not None:
            taken = {i for i in range(len(period)) if mention is not None and _overlaps(period, mention, i)}
            start = governed.put_down(period, cue, pattern, taken, speech) if cue.form != "passive" else None
        else:
            start = governed.start(period, cue, pattern, speech) if fits else None
        if start is None or (mention is not None and _overlaps(period, mention, start)):
            continue
        if _leads_to_clause(period, start, cues, speech):
            continue
        if mention is None and cue.takes("against"):
            continue  # «его обвиняют в обмане» tells of a case, and of nobody's words
        if _only_introduces(period, cue, pattern, speech):
            continue
        if mention is None and pattern.preposition in speech.words["as"] and cue.reading.number == "plur":
            continue  # «его описывают как строгого учителя»: so all do
        stop = content.end(period, start, cue, cues, tails, speech)
        addressed = cue.takes("infinitive") and cue.takes("purpose")
        accused = cue.takes("against") and period.words(start, stop) == 1
        if pattern.preposition and (addressed or accused):
            start = _whom(period, cue, start, mention)
        if pattern.preposition in speech.words["as"] and period.words(start, stop) == 1 and cue.form != "passive":
            start = past_mention(period, cue.stop, start, mention)  # «описал | встречу как полезную»
        if period.words(start, stop) > 1:
            return Claim(period.span(cue.first, cue.stop), mention, "here", start, stop)
    return _fronted(period, cue, speech, mention)


def _only_introduces(period: Period, cue: Cue, pattern: Government, speech: Speech) -> bool:
    """Whether a converb that opens the sentence tells what the speech is about: «Говоря о нехватке врачей, мэр …»."""
    before = period.tokens[cue.first - period.places[cue.first][1] : cue.first]
    opens = all(speech.is_in("connectives", token) for token in before)
    topic = pattern.preposition in speech.words["about"]
    return cue.form == "converb" and cue.reading.tense == "pres" and topic and opens


def _leads_to_clause(period: Period, start: int, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether a noun of speech closes the words, whose clause says more: «о наличии данных, что …»."""
    _, stop = period.segment(start)
    last = next((other for other in cues if other.form == "noun" and other.stop == stop > other.first > start), None)
    return last is not None and content.clause(period, last, cues, speech) is not None


def _whom(period: Period, cue: Cue, start: int, mention: Mention | None) -> int:
    """Return where those begin who are called to what stands at ``start``: «призвал | страны к миру»."""
    first = past_mention(period, cue.stop, start, mention)
    return first if any(period.tokens[i].reading(case="acc") is not None for i in range(first, start - 1)) else start


def _fronted(period: Period, cue: Cue, speech: Speech, mention: Mention | None) -> Claim | None:
    """Return the object with which the sentence opens: «причастность к аварии завод отрицает», «об уходе он заявил»."""
    if mention is None or cue.form != "finite":
        return None
    first, _ = period.segment(cue.first)
    stop = next((i for i in range(first, cue.first) if _overlaps(period, mention, i)), cue.first)
    while stop > first and _goes_with_subject(period.tokens[stop - 1]):
        stop -= 1  # «об уходе | усталый тренер сказал вчера»
    if period.places[stop][0] is not mention.sentence or period.words(first, stop) < 2:
        return None
    for pattern in cue.predicate.content:
        told_of = speech.is_in("about", period.tokens[first]) and pattern.preposition in speech.words["about"]
        told_of = told_of and period.tokens[first + 1].lemma not in speech.nouns  # «о намерении | уйти | заявил он»
        if told_of and governed.opens(period, first + 1, stop, pattern, speech) and period.words(first, stop) > 2:
            return Claim(period.span(cue.first, cue.stop), mention, "here", first + 1, stop)
        if pattern.case == "acc" and not pattern.preposition and governed.opens(period, first, stop, pattern, speech):
            return Claim(period.span(cue.first, cue.stop), mention, "here", first, stop)
    return None


def _goes_with_subject(token: Token) -> bool:
    """Whether the word before a subject modifies it: «усталый», «60-летний»."""
    return token.pos == "NUM" or (token.pos == "ADJ" and token.reading(case="nom") is not None)


def _states(cue: Cue, pattern: Government, mention: Mention | None) -> bool:
    """Whether a verb without a speaker states an event: «сообщается о росте цен», «в отчёте отмечено снижение»."""
    if pattern.preposition:
        return cue.takes("passive")
    return pattern.case == "nom" and mention is not None


def _description(period: Period, cue: Cue, mention: Mention | None, speech: Speech) -> int | None:
    """Return where the description begins that something is given: marked words, or an object and a predicative."""
    _, stop = period.segment(cue.first)
    if stop + 1 < len(period) and period.tokens[stop].text == "," and speech.is_in("as", period.tokens[stop + 1]):
        _, stop = period.segment(stop + 1)  # «отозвался о нём, как о «…»»
    elif cue.takes("call") and (after := _past_relative(period, stop, speech)) > stop:
        _, stop = period.segment(after)
        return next((i for i in range(after, stop) if period.inside[i] is not None), None)
    stop = _past_apposition(period, stop)
    marked = [i for i in range(cue.stop, stop) if period.inside[i] is not None]
    if marked:
        return _past_name(period, marked)
    if cue.takes("marks") and not cue.takes("call"):
        return None
    start = past_mention(period, cue.stop, stop, mention)
    if cue.form == "passive":
        stop = min(stop, start + 1)
    held = cue.form != "passive" and cue.takes("that")  # «счёл план верным», not «счёл необходимым ждать»
    predicative = any(_is_predicative(period, index) for index in range(start + held, stop))
    if period.words(start, stop) < 2:
        return None
    return start if predicative or (held and _is_judged(period, start, stop)) else None


def _is_predicative(period: Period, index: int) -> bool:
    """Whether the word, in the instrumental, is what something is held to be: no name, as in «назвал улицу Садовой»."""
    token, before = period.tokens[index], period.tokens[index - 1]
    if token.pos not in ("NOUN", "ADJ", "DET") or token.reading(case="ins") is None or token.is_capital:
        return False
    return before.pos != "ADP" and (before.pos != "ADJ" or before.reading(case="ins") is None)


def _is_judged(period: Period, start: int, stop: int) -> bool:
    """Whether what something is held to be stands before it: «счёл | ошибочным запрет», not «необходимым ждать»."""
    if period.tokens[start].pos not in ("ADJ", "NOUN") or period.tokens[start].reading(case="ins") is None:
        return False
    for index in range(start + 1, stop):
        token = period.tokens[index]
        if token.readings[0].form == "inf" or token.pos == "ADP":
            return False
        if token.pos in ("NOUN", "PROPN", "DET") and token.reading(case="acc") and not token.reading(case="gen"):
            return True
    return False


def _past_apposition(period: Period, stop: int) -> int:
    """Return the end of the stretch, past an apposition before marked words: «назвал Лосева, судью, «чудаком»»."""
    if stop >= len(period) or period.tokens[stop].text != ",":
        return stop
    _, closing = period.segment(stop + 1)
    if closing + 1 >= len(period) or period.tokens[closing].text != "," or period.inside[closing + 1] is None:
        return stop
    return period.segment(closing + 1)[1] if period.finite(stop + 1, closing) is None else stop


def _past_name(period: Period, marked: Sequence[int]) -> int:
    """Return where marked words begin that describe and are not the name of what is described: «Зарю» «чудом»."""
    first = period.inside[marked[0]]
    other = next((i for i in marked if period.inside[i] is not first), None)
    if other is None or other + 1 >= len(period):
        return marked[0]
    named = period.tokens[marked[0] + 1].is_capital and not period.tokens[other + 1].is_capital
    return other if named and period.tokens[other - 1].pos in ("ADP", "PUNCT", "SCONJ") else marked[0]


def _past_relative(period: Period, comma: int, speech: Speech) -> int:
    """Return where «как» or marks stand behind a relative clause: «назвал стычку, которая …, | как «случайность»»."""
    at = comma + 1
    if at + 1 >= len(period) or not any(speech.has_lemma("which_one", t) for t in period.tokens[at : at + 2]):
        return comma
    _, stop = period.segment(at)
    after = stop + 1
    if after >= len(period) or period.tokens[stop].text != ",":
        return comma
    return after if period.inside[after] is not None or speech.is_in("as", period.tokens[after]) else comma


def past_mention(period: Period, start: int, stop: int, mention: Mention | None) -> int:
    """Return ``start``, moved behind the mention if that begins there."""
    for index in range(start, stop):
        sentence, local = period.places[index]
        if mention is not None and sentence is mention.sentence and mention.first <= local < mention.stop:
            return max(start, min(stop, index + mention.stop - local))
        if index > start + 2:
            break
    return start


def _overlaps(period: Period, mention: Mention, index: int) -> bool:
    sentence, local = period.places[index]
    return sentence is mention.sentence and mention.first <= local < mention.stop
