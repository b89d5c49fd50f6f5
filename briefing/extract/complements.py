"""What a cue takes: the infinitive, the noun of a deed or the future verb that says what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.extract.clauses import Piece, Rules, is_finite, rightmost, rules, starts_with
from briefing.extract.cues import Cue, Lexicon
from briefing.language import Sentence, Token

_REACH = 14  # tokens between a cue and its infinitive: an object with its attributes
_NOUN_REACH = 7  # between a noun and its infinitive: «планы правительства области построить»
_DATE_REACH = 11  # between a deed and its date
_DASHES = ("—", "–", "-")


@dataclass(slots=True, frozen=True)
class Complement:
    """The complement starts at token ``first``; ``head`` is the verb or noun that names the deed."""

    first: int
    head: int


Finder = Callable[[Sentence, Cue, Lexicon, Sequence[Piece]], Complement | None]


def find(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """Return what the cue takes, by the first of its frame's ways that fits; None if it takes nothing here."""
    for way in cue.frame.takes:
        found = _WAYS[way](sentence, cue, known, parts)
        if found is not None:
            return found
    return None


def lexical(sentence: Sentence, verb: int, known: Lexicon) -> int:
    """Return the verb that carries the meaning: the infinitive or participle after an auxiliary, else the verb."""
    tokens = sentence.tokens
    if not _is_auxiliary(tokens[verb], known):
        return verb
    for index in range(verb + 1, min(verb + 7, len(tokens))):
        token = tokens[index]
        reading = token.reading(pos="VERB", form="short") or token.readings[0]
        if reading.pos == "VERB" and reading.form in ("inf", "part" if known.infinitive else "short"):
            return lexical(sentence, index, known)
        if is_finite(token) or token.text in ",;:" or (known.infinitive and reading.pos not in ("ADV", "PART")):
            break
    return verb


def _is_auxiliary(token: Token, known: Lexicon) -> bool:
    return any(known.has(name, token) for name in ("copula", "copula_infinitives", "reported"))


def _piece(parts: Sequence[Piece], index: int) -> Piece | None:
    return next((piece for piece in parts if piece.first <= index < piece.stop), None)


def _infinitive(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    tokens = sentence.tokens
    noun = tokens[cue.head].pos == "NOUN"
    stop = min(cue.stop + (_NOUN_REACH if noun else _REACH), parts[-1].stop)
    restricting = False
    inside = 0  # before it all belongs to a relative clause: «просит всех, кто был там, позвонить»
    for index in range(cue.stop, parts[-1].stop):
        token = tokens[index]
        if index < inside:
            continue
        if token.text == "," and noun and tokens[index + 1].fold in rules(known.code).adversatives:
            break  # «уступить требованиям, но …»
        if token.text == "," and (closing := _relative_end(tokens, index, parts[-1].stop, rules(known.code))):
            stop = min(stop + closing - index, parts[-1].stop)
            inside = closing + 1
            continue
        if index >= stop:
            break
        if _is_infinitive(tokens, index, known):
            if known.infinitive and cue.frame.doer == "object" and index == cue.stop:
                return None  # "asked to be heard", "what is required to win": nobody is addressed
            return Complement(_infinitive_start(sentence, cue, index, known), index + bool(known.infinitive))
        if token.text in _DASHES and noun:
            continue
        if cue.frame.doer == "object" and known.infinitive and token.fold in rules(known.code).people and not noun:
            restricting, stop = True, min(stop + _REACH, parts[-1].stop)  # “urge people who saw it to call”
        if token.pos == "SCONJ" or known.has("rivals", token):
            break
        if not token.is_word and token.text not in "«»“”\"„'‘’(),/":
            break
        if _ends(token, known) and not restricting:
            break
        if token.text == "," and not (_resumes(tokens, index, stop, known) or _lists(tokens, index, known)):
            break
    return None if noun or known.infinitive else _infinitive_before(sentence, cue, known, parts)


def _relative_end(tokens: Sequence[Token], comma: int, stop: int, words: Rules) -> int | None:
    """Return the comma that ends the relative clause which this one opens, None if it opens none."""
    opening = tokens[comma + 1 : comma + 3]
    if not any(token.lemma in words.relatives or token.fold in words.relative_forms for token in opening):
        return None
    return next((index for index in range(comma + 2, stop) if tokens[index].text == ","), None)


def _ends(token: Token, known: Lexicon) -> bool:
    """Whether a predicate of its own stands there; the future of "to be" after a modal is none («должны будут»)."""
    return is_finite(token) and not known.has("copula", token)


def _infinitive_start(sentence: Sentence, cue: Cue, infinitive: int, known: Lexicon) -> int:
    """Return where the words of the action start.

    Where the infinitive has a marker, its subject stands before that and belongs to it: “urged members to act”.
    """
    if not known.infinitive:
        return _with_adverbials(sentence, cue.stop, infinitive, known)
    addressed = cue.frame.doer == "object" and cue.stop < infinitive
    return cue.stop if addressed else infinitive


def _resumes(tokens: Sequence[Token], comma: int, stop: int, known: Lexicon) -> bool:
    """Whether an apposition or participial phrase after the comma ends with another comma before the infinitive."""
    other = next((i for i in range(comma + 1, stop) if tokens[i].text == ","), None)
    if other is None:
        return any(_is_infinitive(tokens, i, known) for i in range(comma, max(comma - 9, 0), -1))
    return not any(is_finite(tokens[i]) for i in range(comma + 1, other))


def _lists(tokens: Sequence[Token], comma: int, known: Lexicon) -> bool:
    """Whether the comma parts a list before the infinitive: “is working with police, crews and divers to …”."""
    if not known.infinitive:
        return False
    joined = False
    for index in range(comma + 1, min(comma + _REACH, len(tokens))):
        if _is_infinitive(tokens, index, known):
            return joined
        joined = joined or tokens[index].pos == "CCONJ"
        if tokens[index].pos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "CCONJ") and tokens[index].text != ",":
            return False
    return False


def _is_infinitive(tokens: Sequence[Token], index: int, known: Lexicon) -> bool:
    if known.infinitive:
        return tokens[index].fold == known.infinitive and tokens[index].pos == "PART"
    return tokens[index].readings[0].form == "inf"


def _infinitive_before(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    piece = _piece(parts, cue.head)
    if piece is None or cue.frame.span == "complement":
        return None
    for index in range(cue.head - 1, piece.first - 1, -1):
        if _is_infinitive(sentence.tokens, index, known):
            return Complement(index, index)
    return None


def _with_adverbials(sentence: Sentence, start: int, infinitive: int, known: Lexicon) -> int:
    """Return where the infinitive's phrase starts: at an adverb or a phrase of time or place before it, if any.

    The object of the cue, without preposition, is left out («поручил мэрам | до июля подготовить»).
    """
    tokens = sentence.tokens
    first = infinitive
    for index in range(infinitive - 1, start - 1, -1):
        token = tokens[index]
        timed = known.has("times", tokens[index + 1]) or tokens[index + 1].pos == "NUM"
        dated = timed and known.has("time_prepositions", token)
        denied = index == infinitive - 1 and known.has("negations", token)
        if token.pos == "ADV" or denied or dated:
            first = index
        elif token.pos == "ADP" or not token.is_word:
            break
    return first


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
    following = cue.stop < parts[-1].stop and _is_infinitive(sentence.tokens, cue.stop, known)
    return Complement(cue.stop, cue.stop + bool(known.infinitive)) if following else None


def _gerund(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The participle after “considering”, “plans on”: “is considering closing the plant”."""
    for index in range(cue.stop, min(cue.stop + 2, parts[-1].stop)):
        reading = sentence.tokens[index].readings[0]
        if reading.form == "part" and reading.tense == "pres":
            return Complement(cue.stop, index)
        if sentence.tokens[index].fold not in cue.frame.by:
            return None
    return None


def _noun(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    tokens = sentence.tokens
    by = cue.frame.by
    opened = "" in by
    stop = min(cue.stop + 8, parts[-1].stop)
    first: int | None = cue.stop if opened else None
    for index in range(cue.stop, stop):
        token = tokens[index]
        if not token.is_word and token.text not in '«»“”"':
            return None
        if token.pos == "ADP":
            first = index + 1 if token.fold in by else None
            opened = False
        elif first is not None and known.is_deed(token):
            done = cue.frame.status == "planned" and known.has("done", token)  # “announced the arrest”
            return Complement(first, index) if not (done or _is_judged(tokens, index, stop, known)) else None
        elif token.readings[0].form == "inf" and not known.infinitive:
            return None  # «пообещал не прибегать к помощи»
        elif first is not None and (is_finite(token) or (token.pos == "NOUN" and not _skips(tokens, index, opened))):
            return None
    return None


def _is_judged(tokens: Sequence[Token], index: int, stop: int, known: Lexicon) -> bool:
    """Whether it is said what the deed is held to be: “considers meeting her to be his luck”."""
    marks = (i for i in range(index + 1, stop + 2) if i + 1 < len(tokens) and _is_infinitive(tokens, i, known))
    return any(known.infinitive and known.has("copula_infinitives", tokens[i + 1]) for i in marks)


def _thing(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The noun right after “promised”, “pledged”: “pledged two million pounds”."""
    tokens = sentence.tokens
    if tokens[cue.head].readings[0].form == "part":
        return None  # "a promising chef"
    for index in range(cue.stop, min(cue.stop + 6, parts[-1].stop)):
        if tokens[index].pos in ("NOUN", "PROPN"):
            return Complement(cue.stop, index) if not known.has("times", tokens[index]) else None
        if tokens[index].pos not in ("DET", "ADJ", "NUM", "ADV") and tokens[index].text not in "$£€":
            return None
    return None


def _skips(tokens: Sequence[Token], index: int, bare: bool) -> bool:
    """Whether a noun before the deed may be the one addressed («предложил правительству отмену …»)."""
    return bare and tokens[index].reading(case="dat") is not None


def _listed(name: str, reach: int) -> Finder:
    def find_listed(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
        piece = _piece(parts, cue.head)
        if piece is None:
            return None
        first, stop = max(piece.first, cue.head - reach), min(piece.stop, cue.stop + reach)
        for index in sorted(range(first, stop), key=lambda i: abs(i - cue.head)):
            token = sentence.tokens[index]
            if index != cue.head and token.pos == "NOUN" and known.has(name, token) and _may_be_held(name, token):
                return Complement(cue.first, index)
        return None

    return find_listed


def _may_be_held(name: str, token: Token) -> bool:
    """Whether the event itself is held: not «ожидаются результаты выборов»."""
    return name != "held_events" or any(reading.case in ("", "nom", "acc") for reading in token.readings)


def _dated_noun(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The noun of a deed with a time to come: «переговоры о поставке в 2026 году»."""
    found = _noun(sentence, cue, known, parts)
    if found is None:
        return None
    after = sentence.tokens[found.head + 1 : found.head + _DATE_REACH]
    return found if any(token.pos == "NUM" or known.has("times", token) for token in after) else None


def _work_infinitive(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The infinitive of a work with a result: «продолжают строить»."""
    found = _infinitive(sentence, cue, known, parts)
    return found if found is not None and known.has("works_verbs", sentence.tokens[found.head]) else None


def _that_clause(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The clause of «потребовал, чтобы суд …», "demanded that the court …" after an object at most."""
    tokens = sentence.tokens
    for index in range(cue.stop, min(cue.stop + 6, parts[-1].stop)):
        if known.has("mandative", tokens[index]):
            verbs = range(index + 1, min(index + 15, parts[-1].stop))
            verb = next((i for i in verbs if _is_subjunctive(tokens, i, known)), None)
            return Complement(index + 1, verb) if verb is not None else None
        if is_finite(tokens[index]):
            return None
    return None


def _is_subjunctive(tokens: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether the verb has the form of a demand: «чтобы вернули» (past), "that he leave", "that he should leave"."""
    token, reading = tokens[index], tokens[index].readings[0]
    if not known.infinitive:
        return reading.form in ("fin", "inf")
    if reading.pos == "NOUN" and index + 1 < len(tokens):  # "that the firm halt its sales"
        return token.reading(form="inf") is not None and tokens[index + 1].pos in ("DET", "PRON")
    base = reading.tense == "pres" and token.fold == reading.lemma and tokens[index - 1].readings[0].number != "plur"
    return reading.form == "inf" or base or known.has("obligations", token)


def _listed_after(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """What the plans are: the deed after a dash or verb of being, «в планах — ремонт», «в планы входит ремонт»."""
    tokens = sentence.tokens
    joint = next(
        (i for i in range(cue.stop, min(cue.stop + _NOUN_REACH, len(tokens))) if _joins(tokens[i], known)), None
    )
    if joint is None:
        return None
    for index in range(joint + 1, min(joint + 4, len(tokens))):
        if known.is_deed(tokens[index]) or _is_infinitive(tokens, index, known):
            return Complement(joint + 1, index)
        if tokens[index].pos not in ("ADJ", "DET", "ADV", "PART", "PUNCT", "NUM"):
            return None
    return None


def _joins(token: Token, known: Lexicon) -> bool:
    return token.text in _DASHES or (token.readings[0].tense == "pres" and known.has("listing", token))


def _event(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    piece = _piece(parts, cue.head)
    for index in range(cue.stop, min(cue.stop + 4, piece.stop if piece is not None else cue.stop)):
        if known.is_deed(sentence.tokens[index]):
            return Complement(cue.first, index)
    return None


def _deed_before(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    tokens = sentence.tokens
    for index in range(parts[0].first, cue.head):
        case = tokens[index].reading(case="nom") is not None or not tokens[index].readings[0].case
        if case and known.is_deed(tokens[index]) and (index == 0 or tokens[index - 1].pos != "ADP"):
            return Complement(cue.first, cue.head)
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
    """What somebody is doing in order to do more: “is putting together a team to travel”."""
    tokens = sentence.tokens
    verb = cue.stop
    while verb < parts[-1].stop and tokens[verb].pos == "ADV":
        verb += 1
    reading = tokens[verb].readings[0] if verb < parts[-1].stop else None
    if reading is None or reading.form != "part" or reading.tense != "pres" or known.has("no_means", tokens[verb]):
        return None
    found = _infinitive(sentence, Cue(cue.frame, verb, verb + 1), known, parts)
    return Complement(cue.first, verb) if found is not None and found.head > verb + 2 else None


def _plain(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    return Complement(cue.first, cue.head)


_WAYS: dict[str, Finder] = {
    "infinitive": _infinitive,
    "next infinitive": _next_infinitive,
    "bare": _bare,
    "gerund": _gerund,
    "purpose": _purpose,
    "noun": _noun,
    "work": _listed("works", 6),
    "option": _listed("options", 3),
    "thing": _thing,
    "dated noun": _dated_noun,
    "work infinitive": _work_infinitive,
    "that clause": _that_clause,
    "listed": _listed_after,
    "event": _event,
    "held event": _listed("held_events", 5),
    "deed before": _deed_before,
    "soon": _soon,
    "plain": _plain,
}
