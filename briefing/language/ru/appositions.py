"""Phrases behind a name or with its verb that say who somebody is: «Лев Кротов, тренер клуба», «избран мэром»."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language.base import Name, Sentence, Token
from briefing.language.lexicons import listed
from briefing.language.ru.agreement import closing
from briefing.language.ru.nouns import NO_COMPLEMENT, personal_reading

LONGEST = 24
JOINTS = (",", "-", "–", "—")
WITHIN = listed("ru", "posts", "within")
_HOLDING = listed("ru", "posts", "holding")
_THEN = listed("ru", "posts", "then")
_POSTS = listed("ru", "posts", "held")
_BECOMING = listed("ru", "posts", "becoming")
_BEING = listed("ru", "posts", "being")
_APPOINTMENTS = listed("ru", "posts", "appointments")
_TO_POSTS = listed("ru", "posts", "given")
_TIMES = listed("ru", "posts", "spans")
_CLAUSES = frozenset(", ; : « » ( ) — –".split())
_NEVER_INSIDE = frozenset(("PRON", "SCONJ"))
_LINKS = listed("ru", "posts", "links")


def without_circumstances(tokens: list[Token], head: int, stop: int) -> int:
    """Return where the phrase ends before «в ходе встречи», «в начале недели», «в 2012 году»."""
    for index in range(head + 1, stop - 1):
        if tokens[index].pos != "ADP" or tokens[index - 1].reading(form="part") is not None:
            continue  # «вдова погибшего в 2009 году лётчика»
        following = tokens[index + 1 : index + 3]
        if following[0].text[0].isdigit() or any(token.lemmas() & NO_COMPLEMENT for token in following):
            return index
    return stop


def after(sentence: Sentence, name: Name, cases: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the apposition after a comma, in brackets or after a dash."""
    tokens = sentence.tokens
    index = name.stop
    if index < len(tokens) and tokens[index].text == "(" and (end := closing(tokens, index)) is not None:
        inside = _apposition(sentence, index + 1, frozenset({*cases, "nom"}), end)
        if inside is not None:
            yield inside
        index = end + 1
    if index + 1 >= len(tokens) or tokens[index].text not in JOINTS:
        return
    if tokens[index].text == "," and tokens[index + 1].text.isdigit():  # an age: «Кротов, 42, врач»
        index = next((i for i in range(index + 1, min(len(tokens), index + 5)) if tokens[i].text == ","), index)
    wanted = cases if tokens[index].text == "," else frozenset({"nom"})
    found = _apposition(sentence, index + 1, wanted, len(tokens))
    if found is not None:
        yield found


def held(sentence: Sentence, name: Name, is_subject: bool) -> tuple[int, int] | None:
    """Return the post that the clause after the name says the person has: «… на посту мэра», «… назначен послом»."""
    tokens = sentence.tokens
    if name.first and name.stop < len(tokens) and _appoints(tokens[name.first - 1]):
        post = _apposition(sentence, name.stop, frozenset({"ins"}), len(tokens), closed=False)
        if post is not None:
            return post
    for index in range(name.stop, min(len(tokens) - 1, name.stop + LONGEST)):
        token, other = tokens[index], sentence.name_at(index)
        if token.text in _CLAUSES or token.pos == "SCONJ" or (other is not None and other.kind == "person"):
            return None
        if token.fold in _POSTS and tokens[index - 1].fold in ("в", "на"):
            return _apposition(sentence, index + 1, frozenset({"gen"}), len(tokens), closed=False)
        if is_subject and _makes(token):
            return _apposition(sentence, index + 1, frozenset({"ins"}), len(tokens), closed=False)
    return None


def _appoints(token: Token) -> bool:
    """Whether the word says that whoever is named behind it gets a post: «назначил», «избрание»."""
    return token.lemma in _APPOINTMENTS or (token.lemma in _BECOMING and token.readings[0].form != "short")


def _makes(token: Token) -> bool:
    """Whether the verb says what its subject is, or has been made: «назначен», «является»."""
    form = token.readings[0].form
    return (token.lemma in _BECOMING and form == "short") or (token.lemma in _BEING and form == "fin")


def named_to(sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """Return the post before the verb whose subject the name is: «новым мэром избран Лев Кротов»."""
    tokens, verb = sentence.tokens, name.first - 1
    if verb < 1 or not _makes(tokens[verb]):
        return None
    first = next((i + 1 for i in range(verb - 1, -1, -1) if tokens[i].text in _CLAUSES), 0)
    posts = next(
        (i for i in range(first, verb) if tokens[i].fold in _TO_POSTS and tokens[max(0, i - 1)].fold == "на"), None
    )
    if posts is not None:
        return _apposition(sentence, posts + 1, frozenset({"gen"}), verb, closed=False)
    while first < verb and not tokens[first].reading(case="ins") and tokens[first].fold not in _LINKS:
        first += 1  # «позднее новым мэром»
    return _apposition(sentence, first, frozenset({"ins"}), verb, closed=False)


def _apposition(
    sentence: Sentence, first: int, cases: frozenset[str], limit: int, *, closed: bool = True
) -> tuple[int, int] | None:
    """Return the noun phrase from ``first`` if it names a post; it ends at the next comma, verb or closing mark.

    If it need not be ``closed``, it is part of the clause and may end at any other word.
    """
    tokens = sentence.tokens
    limit = min(limit, first + LONGEST)
    participle = _past_adverbs(tokens, first, limit)
    if participle < limit and tokens[participle].lemma in _HOLDING and tokens[participle].reading(form="part"):
        first = participle + 2
        cases = frozenset({"gen", "acc"}) | cases
    elif participle < limit and tokens[participle].lemma in _BECOMING and tokens[participle].reading(form="part"):
        first, cases = participle + 1, frozenset({"ins"})  # «недавно избранный мэром»
    head = next((i for i in range(first, min(limit, first + 7)) if personal_reading(tokens, i, cases)), None)
    if head is None or not all(_modifies(sentence, i) for i in range(first, head)):
        return None
    stop = head + 1
    while stop < limit:
        token = tokens[stop]
        if token.text in ("«", "(", "“", "„", '"') and (end := closing(tokens, stop)) is not None and end < limit:
            if token.text == "(" and not all(t.text.isupper() for t in tokens[stop + 1 : end]):
                break
            stop = end + 1
            continue
        name = sentence.name_at(stop)
        if name is not None and name.kind == "person" and tokens[stop].reading(case="nom"):
            return None
        if name is not None:
            stop = max(stop + 1, name.stop)
            continue
        if token.text in (",", ";", ":", ".", "—", "–", "-", ")", "»") or not _continues(token):
            break
        if (token.pos == "ADV" and not closed) or _is_addressee(sentence, stop):
            break
        if token.pos == "ADV" and stop + 2 < limit and tokens[stop + 2].lemma in _TIMES:
            break  # «почти восемь лет»
        stop += 1
    # Without a closing mark the words after the comma begin a new row or clause: «Иванов, директор сказал».
    begins_clause = closed and stop < len(tokens) and tokens[stop].is_word and tokens[stop].reading(form="fin")
    first = next(i for i in range(first, head + 1) if i == head or tokens[i].fold not in _THEN)
    return None if begins_clause else (first, without_circumstances(tokens, head, stop))


def _past_adverbs(tokens: list[Token], first: int, limit: int) -> int:
    """Return where the participle stands that adverbs lead to: «| давно | пишущая», else ``first``."""
    at = first
    while at < limit and (tokens[at].pos == "ADV" or tokens[at].fold in _THEN) and tokens[at].fold != "временно":
        at += 1
    return at if at < limit and tokens[at].reading(form="part") is not None else first


def _is_addressee(sentence: Sentence, index: int) -> bool:
    """Whether a noun in the dative stands behind a name, which has no complement: «глава фонда «Исток» газете …»."""
    token = sentence.tokens[index]
    if sentence.name_at(index - 1) is None or not token.reading(pos="NOUN", case="dat"):
        return False
    return not (token.reading(case="gen") or token.reading(case="nom") or token.readings[0].fixed)


def _modifies(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if sentence.name_at(index) is not None and token.reading(pos="NOUN") and not token.reading(pos="ADJ"):
        return False
    return (
        token.readings[0].pos in ("ADJ", "DET", "NUM")
        or token.reading(form="part") is not None
        or (token.reading(pos="ADJ") is not None and token.pos == "NOUN")  # «старший советник»
        or token.fold in _LINKS
        or (token.pos == "ADV" and sentence.tokens[index + 1].reading(form="part") is not None)
    )


def _continues(token: Token) -> bool:
    if not token.is_word:
        return token.text in ("/", "&", "№", "'", "’")
    reading = token.readings[0]
    if reading.pos == "ADP":
        return token.fold in WITHIN
    return reading.pos not in _NEVER_INSIDE and not (reading.pos == "VERB" and reading.form != "part")
