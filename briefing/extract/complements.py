"""What a cue takes: the infinitive, the noun of a deed or the future verb that says what is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import deeds, demands, objects, terms
from briefing.extract.agents import is_agent
from briefing.extract.clauses import Piece, is_finite, rightmost
from briefing.extract.cues import Cue, Lexicon
from briefing.extract.governed import DASHES, Complement, Finder, is_infinitive, piece_at
from briefing.extract.insertions import insertion_end
from briefing.extract.openers import rules, starts_with
from briefing.language import Sentence, Token

_REACH = 14  # tokens between a cue and its infinitive: an object with its attributes
_MARKED_REACH = 22  # where a word of its own marks the infinitive
_LISTED = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "CCONJ", "ADP")
_NOUN_REACH = 7  # between a noun and its infinitive: «планы правительства области построить»


def find(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """Return what the cue takes, by the first of its frame's ways that fits; None if it takes nothing here."""
    for way in cue.frame.takes:
        found = WAYS[way](sentence, cue, known, parts)
        if found is not None:
            return found
    return None


def _infinitive(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    tokens = sentence.tokens
    noun = tokens[cue.head].pos == "NOUN"
    reach = _MARKED_REACH if known.grammar.infinitive_mark else _REACH
    stop = min(cue.stop + (_NOUN_REACH if noun else reach), parts[-1].stop)
    restricting = False
    inside = 0  # before it all belongs to a relative clause: «просит всех, кто был там, позвонить»
    for index in range(cue.stop, parts[-1].stop):
        token = tokens[index]
        if index < inside:
            continue
        if token.text == "," and tokens[index + 1].fold in rules(known.code).adversatives:
            break  # «уступить требованиям, но …», «просят скидку, а дать её …»
        addressed = cue.frame.doer == "object"
        if token.text == "," and (
            closing := insertion_end(tokens, index, parts[-1].stop, rules(known.code), addressed=addressed)
        ):
            stop = min(stop + closing - index, parts[-1].stop)
            if tokens[closing + 1].fold in rules(known.code).adversatives:
                break  # «план, по которому платить будут меньше, но получать …»: it goes on within
            inside = closing + 1
            continue
        if index >= stop:
            break
        if token.text == "," and _tells_whom(tokens, index, cue, known):
            continue
        if is_infinitive(tokens, index, known):
            if known.grammar.object_acts and _is_told_to_nobody(tokens, cue, index, known):
                return None
            return Complement(_infinitive_start(sentence, cue, index, known), _marked(tokens, index, known))
        if token.text in DASHES and noun:
            if tokens[index - 1].readings[0].case == "dat" and is_agent(sentence, index - 1, known.code):
                break  # «план ремонта, Минстрою — подготовить смету»
            continue
        if cue.frame.doer == "object" and token.fold in rules(known.code).people and not noun:
            restricting, stop = True, min(stop + _REACH, parts[-1].stop)  # “urge people who saw it to call”
        if _bars(tokens, index, stop, known) or (_ends(token, known) and not restricting):
            break
    free = known.grammar.free_order and not noun
    return _infinitive_before(sentence, cue, known, parts) if free else None


def _is_told_to_nobody(tokens: Sequence[Token], cue: Cue, stop: int, known: Lexicon) -> bool:
    """Whether nobody is addressed: “asked to be heard”, or those only whom means are for: “funds | for the agency”.

    Nor does who offers something say what to do with it: “offers tips to save money”.
    """
    first = cue.stop
    if first + 1 == stop and known.has("negations", tokens[first]):  # “asked not to be named”
        return known.has("copula_infinitives", tokens[min(stop + 1, len(tokens) - 1)])
    if cue.frame.doer != "object":
        return first < stop and known.has("undertaking", tokens[cue.head])
    if first == stop or (not cue.frame.noun and known.has("agent_prepositions", tokens[first])):
        return True  # “was ordered | by a judge | to pay”: the frame of the passive reads it
    lead = next((i for i in range(first, stop) if known.has("addressing_for", tokens[i])), first)
    return lead > first and known.has("means_of_others", tokens[lead - 1])


def _marked(tokens: Sequence[Token], index: int, known: Lexicon) -> int:
    """Return the verb of the infinitive whose mark, if it needs one, stands at the index: “to soon convene”."""
    if not known.grammar.infinitive_mark:
        return index
    verb = index + 1
    while verb + 1 < len(tokens) and tokens[verb].pos == "ADV":
        verb += 1
    return verb


def _bars(tokens: Sequence[Token], index: int, stop: int, known: Lexicon) -> bool:
    """Whether the words after this one cannot belong to the cue any more: a conjunction, a mark, a noun of its own."""
    token = tokens[index]
    if token.pos == "SCONJ" and not (index > 1 and starts_with(tokens, index - 2, known.within)):
        return True  # but «не позднее, чем через неделю, | подготовить»
    if known.has("rivals", token):
        return True
    if not token.is_word and token.text not in "«»“”\"„'‘’(),/":
        return True
    return token.text == "," and not (_resumes(tokens, index, stop, known) or _lists(tokens, index, known))


def _tells_whom(tokens: Sequence[Token], comma: int, cue: Cue, known: Lexicon) -> bool:
    """Whether it is told after the comma who is asked: “appeal to anyone, above all drivers, who saw it to call”."""
    after = tokens[comma + 1].fold if comma + 1 < len(tokens) else ""
    return cue.frame.doer == "object" and after in rules(known.code).people


def _ends(token: Token, known: Lexicon) -> bool:
    """Whether a predicate of its own stands there; the future of "to be" after a modal is none («должны будут»)."""
    return is_finite(token) and not (known.grammar.free_order and known.has("copula", token))


def _infinitive_start(sentence: Sentence, cue: Cue, infinitive: int, known: Lexicon) -> int:
    """Return where the words of the action start.

    Where the object of the cue is the infinitive's subject, it belongs to that: “urged members to act”.
    """
    if not known.grammar.object_acts:
        whoever = cue.frame.doer == "object" and _is_whoever(sentence.tokens, cue.stop, known)
        return cue.stop if whoever else terms.with_adverbials(sentence, cue.stop, infinitive, known)
    if known.has("addressing_for", sentence.tokens[cue.stop]) and cue.frame.noun:
        return cue.stop + 1  # “a deadline for | firms to pay”
    addressed = cue.frame.doer == "object" and cue.stop < infinitive
    return cue.stop if addressed else infinitive


def _is_whoever(tokens: Sequence[Token], first: int, known: Lexicon) -> bool:
    """Whether those asked are only told by a clause, which belongs to what they are asked: «всех, кто видел, | …»."""
    opening = tokens[first : first + 3]
    if len(opening) < 3 or opening[1].text != ",":
        return False
    return known.has("whoever", opening[0]) and opening[2].fold in rules(known.code).relative_forms


def _resumes(tokens: Sequence[Token], comma: int, stop: int, known: Lexicon) -> bool:
    """Whether an apposition or participial phrase after the comma ends with another comma before the infinitive."""
    other = next((i for i in range(comma + 1, stop) if tokens[i].text == ","), None)
    if other is None:
        return any(is_infinitive(tokens, i, known) for i in range(comma, max(comma - 9, 0), -1))
    return not any(is_finite(tokens[i]) for i in range(comma + 1, other))


def _lists(tokens: Sequence[Token], comma: int, known: Lexicon) -> bool:
    """Whether the comma parts a list before the infinitive: “is working with police, crews and divers to …”."""
    joined = False
    for index in range(comma + 1, min(comma + _REACH, len(tokens))):
        if is_infinitive(tokens, index, known):
            return joined
        joined = joined or tokens[index].pos == "CCONJ"
        if tokens[index].pos not in _LISTED and tokens[index].text != ",":
            return False
    return False


def _infinitive_before(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    piece = piece_at(parts, cue.head)
    if piece is None or cue.frame.span == "complement":
        return _infinitive_opening(sentence, cue, known, piece) if piece is not None else None
    at = parts.index(piece)
    while at > 0 and parts[at].conjunction and not parts[at].mark and parts[at - 1].kind in ("infinitive", "nominal"):
        at -= 1  # «завершить работы в порту | и на станции планируется в мае»
    for index in range(cue.head - 1, parts[at].first - 1, -1):
        if is_infinitive(sentence.tokens, index, known):
            return Complement(index, index)
    return None


def _infinitive_opening(sentence: Sentence, cue: Cue, known: Lexicon, piece: Piece) -> Complement | None:
    """The infinitive with which the clause opens before who orders it: «Устранить недочёты | мэр потребовал к маю»."""
    opens = cue.frame.doer == "object" and sentence.tokens[cue.head].readings[0].form == "fin"
    if not opens or cue.head < piece.first + 2 or not is_infinitive(sentence.tokens, piece.first, known):
        return None
    return Complement(piece.first, piece.first) if not known.has_any("negations", sentence.tokens[: cue.head]) else None


def _bare(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive without "to" of “would close”, “must now leave”."""
    tokens = sentence.tokens
    for index in range(cue.stop, min(cue.stop + 4, parts[-1].stop)):
        reading = tokens[index].readings[0]
        if reading.pos == "VERB":
            after = tokens[index + 1].readings[0] if index + 1 < len(tokens) else reading
            perfect = known.has("perfect", tokens[index]) and after.form == "part"
            return Complement(cue.first, index) if reading.form == "inf" and not perfect else None
        if reading.pos not in ("ADV", "PART", "PRON"):
            return None
    return None


def _next_infinitive(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive right after “is”: “is to close”, “are to be tested”."""
    following = cue.stop < parts[-1].stop and is_infinitive(sentence.tokens, cue.stop, known)
    return Complement(cue.stop, cue.stop + bool(known.grammar.infinitive_mark)) if following else None


def _term(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive behind a span of time that is left for it: “has 30 days to pay”, “gave her a week to pay”."""
    tokens = sentence.tokens
    for index in range(cue.stop, min(cue.stop + _NOUN_REACH, parts[-1].stop - 1)):
        if known.has("terms", tokens[index]):  # “gave both sides until Friday to reply”
            reach = range(index + 2, min(index + _NOUN_REACH, parts[-1].stop))
            mark = next((i for i in reach if is_infinitive(tokens, i, known)), None)
            return Complement(mark, _marked(tokens, mark, known)) if mark is not None else None
        if known.has("spans", tokens[index]) and is_infinitive(tokens, index + 1, known):
            counted = tokens[index - 1].pos in ("NUM", "DET") and not known.has("definite", tokens[index - 1])
            return Complement(index + 1, _marked(tokens, index + 1, known)) if counted else None
        if tokens[index].pos not in ("NUM", "DET", "ADJ", "ADV", "PRON", "NOUN", "PROPN"):
            return None
    return None


def _joined_infinitive(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive of a participle that shares the auxiliary of a passive: “was fined and told to leave”."""
    tokens = sentence.tokens
    if not cue.first or tokens[cue.first - 1].fold not in rules(known.code).coordinators:
        return None
    for index in range(cue.first - 2, 0, -1):
        token, before = tokens[index], tokens[index - 1]
        if is_finite(token):
            return None
        if token.readings[0].form == "part" and token.readings[0].voice == "pass" and before.text != ",":
            passive = before.lemma in known.words["copula_infinitives"] or before.pos == "ADV"
            return _behind_agent(sentence, cue, known, parts) if passive else None
    return None


def _behind_agent(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive right behind the cue, or behind who it is that asks: “told | by a judge | to leave”."""
    tokens = sentence.tokens
    if cue.stop == len(tokens) or not known.has("agent_prepositions", tokens[cue.stop]):
        return _next_infinitive(sentence, cue, known, parts)
    reach = range(cue.stop + 1, min(cue.stop + _NOUN_REACH, parts[-1].stop))
    mark = next((i for i in reach if is_infinitive(tokens, i, known)), None)
    return Complement(mark, _marked(tokens, mark, known)) if mark is not None else None


def _gerund(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The participle after “considering”, “plans on”: “is considering closing the plant”."""
    for index in range(cue.stop, min(cue.stop + 2, parts[-1].stop)):
        reading = sentence.tokens[index].readings[0]
        if reading.form == "part" and reading.tense == "pres":
            return Complement(cue.stop, index)
        if sentence.tokens[index].fold not in cue.frame.by:
            return None
    return None


def _work_infinitive(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive of a work with a result: «продолжают строить»."""
    found = _infinitive(sentence, cue, known, parts)
    return found if found is not None and known.has("works_verbs", sentence.tokens[found.head]) else None


def _advised_infinitive(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive of what is advised, between which and the cue stands only to whom: «стоит банкам подождать»."""
    tokens = sentence.tokens
    for index in range(cue.stop, min(cue.stop + _NOUN_REACH, parts[-1].stop)):
        if is_infinitive(tokens, index, known):
            return Complement(_infinitive_start(sentence, cue, index, known), index)
        if tokens[index].pos not in ("ADV", "PART") and tokens[index].reading(case="dat") is None:
            return None
    return None


def _now_infinitive(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive of what is tried now: «сейчас пытаются восстановить»."""
    found, piece = _infinitive(sentence, cue, known, parts), piece_at(parts, cue.head)
    if found is None or piece is None:
        return None
    now = any(starts_with(sentence.tokens, i, known.now) for i in range(piece.first, found.head))
    return found if now else None


def _founding(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The participle of what may be done, which only a plan tells: «может быть построен»."""
    for index in range(cue.stop, min(cue.stop + 3, parts[-1].stop)):
        reading = sentence.tokens[index].reading(pos="VERB", form="short")
        if reading is not None:
            return Complement(cue.first, index) if reading.lemma in known.words["founding"] else None
    return None


def _hoped_clause(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """What others are hoped to do: «выразил надежду, что совет утвердит план»."""
    tokens = sentence.tokens
    for index in range(cue.stop, min(cue.stop + 4, parts[-1].stop)):
        if known.has("object_clauses", tokens[index]):
            verbs = (i for i in range(index + 1, parts[-1].stop) if is_finite(tokens[i]))
            verb = next(verbs, None)
            if verb is None or tokens[verb].readings[0].tense != "fut" or known.has("happenings", tokens[verb]):
                return None
            named = (i for i in range(index + 1, verb) if not known.has("third_pronouns", tokens[i]))
            acts = any(is_agent(sentence, i, known.code) for i in named)
            return Complement(index + 1, verb) if acts else None
    return None


def _soon(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """A present tense with a time to come in its clause: “opens later this year”."""
    at = next((n for n, piece in enumerate(parts) if piece.first <= cue.head < piece.stop), None)
    if at is None or sentence.tokens[cue.head].readings[0].form != "fin":
        return None
    stop = parts[rightmost(sentence, parts, at, cue.head)].stop
    later = any(starts_with(sentence.tokens, i, known.soon) for i in range(parts[at].first, stop))
    return Complement(cue.first, cue.head) if later else None


def _purpose(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """What somebody is doing in order to do more: “is assembling a crew to sail”."""
    tokens = sentence.tokens
    verb = cue.stop
    while verb < parts[-1].stop and tokens[verb].pos == "ADV":
        verb += 1
    reading = tokens[verb].readings[0] if verb < parts[-1].stop else None
    if reading is None or reading.form != "part" or reading.tense != "pres" or known.has("no_means", tokens[verb]):
        return None
    found, piece = _infinitive(sentence, Cue(cue.frame, verb, verb + 1), known, parts), piece_at(parts, verb)
    if found is None or piece is None or found.head >= piece.stop:
        return None
    return Complement(cue.first, verb) if found.head > verb + 2 else None


def _demanded(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """What an imperative demands, forbids or proposes: “don't | sit”, «давайте | начнём»."""
    after = sentence.tokens[cue.stop : cue.stop + 2]
    if known.has("proposing", sentence.tokens[cue.head]):
        proposed = (cue.stop + n for n, token in enumerate(after) if token.pos == "VERB")
        return Complement(cue.first, next(proposed, cue.head))
    forbidden = len(after) == 2 and known.has("negations", after[0]) and after[1].readings[0].form == "inf"
    return Complement(cue.first, cue.stop + 1 if forbidden else cue.head)


def _told(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive right behind those it is told to: «правительству | разработать план»."""
    return Complement(cue.first, cue.stop)


def _plain(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The cue's own clause; none that only tells which is meant: “the brand that shoppers are looking for”."""
    after = sentence.tokens[cue.stop : cue.stop + 1]
    left = cue.stop > cue.first + 1 and sentence.tokens[cue.stop - 1].pos == "ADP" and not (after and after[0].is_word)
    return Complement(cue.first, cue.head) if not left or not known.grammar.infinitive_mark else None


WAYS: dict[str, Finder] = {
    "infinitive": _infinitive,
    "next infinitive": _next_infinitive,
    "term": _term,
    "joined infinitive": _joined_infinitive,
    "bare": _bare,
    "gerund": _gerund,
    "purpose": _purpose,
    "work infinitive": _work_infinitive,
    "that clause": demands.that_clause,
    "clause demanded": demands.bare_clause,
    "soon": _soon,
    "advised infinitive": _advised_infinitive,
    "now infinitive": _now_infinitive,
    "hoped clause": _hoped_clause,
    "founding": _founding,
    "demanded": _demanded,
    "told": _told,
    "acted": _plain,
    "acted on": objects.acted_on,
    "object participle": objects.with_participle,
    "plain": _plain,
    "stage": _plain,
    "attending": _plain,
    "attending to act": _infinitive,
    "contents": _gerund,
    **deeds.WAYS,
}
