"""A person's name in English, the phrases beside it that say who that is, and the heads of noun phrases."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language.base import Name, NameReading, Reading, Sentence, Token
from briefing.language.en import phrases, posts
from briefing.language.en.gazetteer import gazetteer
from briefing.language.en.persons import is_degree, is_personal
from briefing.language.lexicons import listed
from briefing.language.memory import remembered

_LONGEST = 18
_DASHES = ("-", "–", "—", "--")
# Words that cannot end a description.
_LOOSE = ("ADP", "CCONJ", "DET", "ADV", "PART")
_TITLED = listed("en", "phrases", "titled")
_POSTPOSED = listed("en", "phrases", "postposed")
_POLITE = listed("en", "phrases", "polite")
_NOMINAL = ("DET", "NOUN", "PROPN", "ADJ")
_QUOTES = frozenset("\"“”‘’'«»")
_ENDS = frozenset('.,;:()[]"“”!?–—')


def person(sentence: Sentence, name: Name) -> tuple[NameReading, ...]:
    """Return the ways to read a person's name; the gender is that of its title or given name."""
    tokens = sentence.tokens[name.first : name.stop]
    lists = gazetteer()
    title = sentence.tokens[name.first - 1].fold if name.first else ""
    words = [token.text for token in tokens if token.fold not in ("'s", "’s")]
    gender = lists.titles.get(title, "") or lists.given.get(tokens[0].fold, "")
    case = _case(sentence, name)
    if len(words) == 1:
        family = NameReading("", "", words[0], lists.titles.get(title, ""), case)
        if title in lists.titles or tokens[0].fold not in lists.given:
            return (family,)
        return NameReading(words[0], "", "", gender, case), family._replace(score=0.3)
    last = len(words) - 1
    while last > 1 and tokens[last].fold in lists.suffixes:
        last -= 1
    while last > 1 and tokens[last - 1].fold in lists.particles:
        last -= 1
    found = [NameReading(" ".join(words[:last]), "", " ".join(words[last:]), gender, case)]
    if last > 1:
        # “Andrés López Ruiz” may be Mr López Ruiz.
        found.append(NameReading(" ".join(words[: last - 1]), "", " ".join(words[last - 1 :]), gender, case, 0.3))
    elif tokens[0].fold not in lists.given:
        # Without a given name that is known both words may be the family name.
        found.insert(0, NameReading("", "", " ".join(words), gender, case))
    return tuple(found)


def _case(sentence: Sentence, name: Name) -> str:
    """Return what the name's place tells: “gen” before a possessive, “acc” after a preposition or verb, else “nom”."""
    tokens = sentence.tokens
    if name.stop < len(tokens) and tokens[name.stop].readings[0].case == "gen":
        return "gen"
    titled = name.first > 0 and tokens[name.first - 1].fold in gazetteer().titles
    first = name.first - 1 if titled else phrases.start(sentence, name.stop - 1)
    before = tokens[first - 1] if first else None
    if before is None or before.pos not in ("ADP", "VERB"):
        return "nom"
    inverted = before.pos == "VERB" and (first < 2 or not tokens[first - 2].is_word)
    return "nom" if inverted else "acc"


def descriptions(sentence: Sentence, name: Name) -> list[tuple[int, int]]:
    """Return the tokens of each phrase that describes the person named, the one before the name first."""
    before = _before(sentence, name) or _before_comma(sentence, name) or _shared(sentence, name)
    after = list(_after(sentence, name)) or list(_held(sentence, name))
    if not before and not after and (house := posts.house(sentence, name)) is not None:
        return [house]
    return [*([before] if before else []), *after]


def _before(sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """“Business Secretary Ann Lee”, “Acme's managing director Ann Lee”, “Minister of Education Ann Lee”."""
    tokens = sentence.tokens
    stop = name.first
    while stop and tokens[stop - 1].fold in _POLITE:
        stop -= 1
    if stop > 1 and tokens[stop - 1].fold in _TITLED and is_personal(tokens[stop - 2]):
        stop -= 1  # “Labour peer | Lord Pike”
    if not stop or tokens[stop - 1].pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    first = phrases.start(sentence, stop - 1)
    governed = first > 1 and tokens[first - 1].fold == "of" and tokens[stop - 1].readings[0].number == "plur"
    if governed or not is_personal(tokens[stop - 1]):  # “chair of governors Ann Lee”
        outer = _holder(sentence, first)
        if outer is None:
            return None
        first = phrases.start(sentence, outer)
    joints: tuple[str, ...] = ("and", "&")
    while first > 1 and tokens[first - 1].fold in joints and _is_bare_post(sentence, first - 2):
        first, joints = phrases.start(sentence, first - 2), (",",)  # “Acme chairman, CEO and co-founder Ann Lee”
    if first > 1 and tokens[first - 1].fold in ("and", "&") and _is_joint_field(sentence, first, stop):
        first = phrases.start(sentence, first - 2)  # “Forest and | Environment Secretary Ann Lee”
    first = posts.without_appointment(tokens, _without_article(tokens, first))
    return (first, stop) if first < stop else None


def _is_joint_field(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether what a minister is for begins before “and”: two fields in capitals, the post in capitals too."""
    fields, tokens = gazetteer().portfolios, sentence.tokens
    posted = stop - first > 1 and tokens[first].is_capital and tokens[stop - 1].is_capital
    field = tokens[first - 2].is_capital and tokens[first - 2].fold in fields
    return posted and field


def _holder(sentence: Sentence, first: int) -> int | None:
    """Return the post whose complements end with the phrase at ``first``: “Secretary of State for | Wales Ann Lee”."""
    tokens = sentence.tokens
    while first > 1 and tokens[first - 1].fold in ("of", "for", "to", "in"):
        if is_personal(tokens[first - 2]):
            return first - 2
        if tokens[first - 2].pos not in ("NOUN", "PROPN") or not tokens[first - 2].is_capital:
            return None
        first = phrases.start(sentence, first - 2)
    return None


def _is_bare_post(sentence: Sentence, index: int) -> bool:
    """Whether a post without article or name ends at ``index``, so that a joined one is the same person's."""
    if not is_personal(sentence.tokens[index]) or sentence.name_at(index) is not None:
        return False
    first = phrases.start(sentence, index)
    joined = first > 0 and sentence.tokens[first - 1].pos == "CCONJ"  # “a rower and chairman Ann Lee”
    return sentence.tokens[first].pos != "DET" and not joined


def _shared(sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """“Senators Ann Lee, Tom Fox and Jo Hart”: what several are called, said of each who follows."""
    place = sum(other.first < name.first for other in sentence.names)
    while place and (before := sentence.names[place - 1]).kind != "organisation":
        between = _outside_brackets(sentence.tokens[before.stop : name.first])
        if not between or any(token.text != "," and token.fold not in ("and", "&", "of") for token in between):
            return None
        name, place = before, place - 1
        found = _before(sentence, name) if name.kind == "person" else None
        if found is not None:
            head_index, _ = head(sentence, *found)
            return found if sentence.tokens[head_index].reading(pos="NOUN", number="plur") else None
    return None


def _outside_brackets(tokens: list[Token]) -> list[Token]:
    """Return the tokens without a bracket and what it holds: “(D-Ohio) | and”."""
    if not tokens or tokens[0].text != "(":
        return tokens
    closing = next((i for i, token in enumerate(tokens) if token.text == ")"), len(tokens) - 1)
    return tokens[closing + 1 :]


def _without_article(tokens: list[Token], first: int) -> int:
    if tokens[first].pos == "ADV" and first + 1 < len(tokens) and tokens[first + 1].pos in ("DET", "NOUN", "PROPN"):
        first += 1  # “now | a professor”
    return first + 1 if tokens[first].fold in ("the", "a", "an", "one") else first


def _before_comma(sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """“the president of the region, Ann Lee, …”: the phrase before the comma, if the name stands in apposition."""
    tokens = sentence.tokens
    comma = name.first - 1
    stop = next((i for i in range(name.stop, len(tokens)) if not is_degree(tokens[i])), len(tokens))
    closing = tokens[stop] if stop < len(tokens) else None
    while comma > 0 and tokens[comma].fold in gazetteer().titles:
        comma -= 1
    if comma < 1 or tokens[comma].text != ",":
        return None
    unclosed = closing is not None and closing.readings[0].form == "fin"  # “The mayor of Kelm, Ann Lee said …”
    if not (closing is None or unclosed or closing.text in (",", ".", "-", "–", "—") or closing.fold in ("of", "who")):
        return None
    for first in range(comma - 1, max(-1, comma - _LONGEST), -1):
        token, around = tokens[first], sentence.name_at(first)
        if around is not None and around.first < first:
            continue  # “the Minister for Health, | Sport and Youth, Ann Lee, …”
        if token.text in _ENDS - {"(", ")"} or (token.pos == "VERB" and token.readings[0].form == "fin"):
            return None
        starts = first == 0 or tokens[first - 1].text == ","
        opens = first == 0 or tokens[first - 1].text in _QUOTES or tokens[first - 1].text in _DASHES
        determined = token.fold in ("the", "a", "an", "his", "her", "their", "its", "our", "my")
        owned = any(word.readings[0].case == "gen" for word in tokens[first:comma])  # “Mr Lee’s aunt, Ann, …”
        if (starts and token.pos in _NOMINAL) if unclosed else (opens or determined or (starts and owned)):
            head, stop = _head_of(sentence, first)
            if head is not None and is_personal(tokens[head]) and _extent(sentence, stop) >= comma:
                if first > 1 and tokens[first - 1].fold == "of" and tokens[first - 2].fold == "one":
                    return first - 2, comma
                several = tokens[head].readings[0].number == "plur" and not unclosed
                return (_without_article(tokens, first), comma) if not several else None  # “the sisters, Ann and Jo”
    return None


def _after(sentence: Sentence, name: Name) -> Iterator[tuple[int, int]]:
    """“Ann Lee, a lawyer for Acme, …”, “Ann Lee, 52, who is the head of …”, “Ann Lee is a lawyer”."""
    tokens = sentence.tokens
    index = name.stop
    if index < len(tokens) and tokens[index].text == "(":
        while index < len(tokens) and tokens[index].text != ")":
            index += 1
        index += 1
    index = _past_degrees(tokens, _past_age(tokens, index))
    relative = index + 2 < len(tokens) and tokens[index].text == "," and tokens[index + 1].text == "who"
    if index < len(tokens) and (tokens[index].text == "," or tokens[index].text in _DASHES):
        index += 2 if relative else 1
    elif not (index < len(tokens) and tokens[index].lemma == "be") or _is_supposed(tokens, name.first):
        return
    elif sum(token.text in _QUOTES for token in tokens[: name.first]) % 2:
        return  # “Lee is the toughest man I know,” she said
    if relative:
        copula = next(
            (
                i
                for i in range(index, min(index + 16, len(tokens)))
                if tokens[i].lemma == "be" and tokens[i].fold in ("is", "was")
            ),
            None,
        )
        if copula is None or any(tokens[i].text == "," for i in range(index, copula)):
            return
        index = copula + 1
    elif index < len(tokens) and tokens[index].lemma == "be":
        index += 1
    if (several := _one_of(sentence, index)) is not None:
        yield several
        return
    head, stop = _joined(sentence, index, *_head_of(sentence, index))
    if head is None or not is_personal(tokens[head]) or _is_person(sentence, head):
        return
    yield _without_article(tokens, index), posts.with_employer(sentence, name, index, _extent(sentence, stop))


def _one_of(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """“Ann Lee, | one of the owners of Acme”: the one of several whom a description behind a name tells."""
    tokens = sentence.tokens
    if index + 2 >= len(tokens) or tokens[index].fold != "one" or tokens[index + 1].fold != "of":
        return None
    head, stop = _head_of(sentence, index + 2)
    return (index, _extent(sentence, stop)) if head is not None and is_personal(tokens[head]) else None


def _held(sentence: Sentence, name: Name) -> Iterator[tuple[int, int]]:
    """“Ann Lee was appointed director of the bank”, “Ann Lee serves as chair”."""
    tokens, first = sentence.tokens, posts.given(sentence, name)
    if first is None or first >= len(tokens) or _is_supposed(tokens, name.first):
        return
    head, stop = _head_of(sentence, first)
    if head is None or not is_personal(tokens[head]) or _is_person(sentence, head):
        return
    yield _without_article(tokens, first), posts.without_circumstances(sentence, stop, _extent(sentence, stop))


def _is_supposed(tokens: list[Token], first: int) -> bool:
    """Whether what the name is stands under a condition: “if Ann Lee was mayor”."""
    return any(token.fold in ("if", "whether", "unless") for token in tokens[max(0, first - 2) : first])


def _is_person(sentence: Sentence, index: int) -> bool:
    name = sentence.name_at(index)
    return name is not None and name.kind == "person"


def _past_age(tokens: list[Token], index: int) -> int:
    """Skip “, 52” and “, aged 52”."""
    after = index + 1
    if after < len(tokens) and tokens[index].text == "," and tokens[after].fold == "aged":
        after += 1
    if (
        after < len(tokens)
        and tokens[index].text == ","
        and tokens[after].pos == "NUM"
        and tokens[after].text.isdigit()
    ):
        return after + 1
    return index


def _past_degrees(tokens: list[Token], index: int) -> int:
    """Skip degrees and honours behind a name: “, Ph.D.”, “MBE”."""
    while index < len(tokens):
        at = index + (tokens[index].text == ",")
        if at >= len(tokens) or not is_degree(tokens[at]):
            break
        if at > index and is_personal(tokens[at]) and tokens[at + 1 : at + 2] and tokens[at + 1].pos == "ADP":
            break  # “Ann Lee, | MP for Leeds”
        index = at + 1
    return index


def _head_of(sentence: Sentence, first: int) -> tuple[int | None, int]:
    """Return the head of the simple noun phrase that begins at ``first`` and where that phrase ends."""
    tokens = sentence.tokens
    stop = phrases.plain_end(sentence, first)
    if stop == first:
        return None, first
    behind = stop - first > 1 and tokens[stop - 1].fold in _POSTPOSED and is_personal(tokens[stop - 2])
    return stop - 1 - behind, stop  # “Attorney | General”


def _joined(sentence: Sentence, first: int, head: int | None, stop: int) -> tuple[int | None, int]:
    """Return head and end of a post with two fields before it: “Ann Lee, Research and Training | Director at Acme”.

    So of people with two houses before them: “union and port | officials”.
    """
    tokens = sentence.tokens
    if head is None or stop >= len(tokens) or tokens[stop].fold not in ("and", "&") or is_personal(tokens[head]):
        return head, stop
    further, end = _head_of(sentence, stop + 1)
    if further is None or not is_personal(tokens[further]) or _is_person(sentence, further):
        return head, stop
    field = tokens[first].is_capital and tokens[further].is_capital
    return (further, end) if field or _is_house(sentence, first, stop, further) else (head, stop)


def _is_house(sentence: Sentence, first: int, joint: int, head: int) -> bool:
    """Whether a bare noun in the singular and one behind “and” both belong to the people of ``head``."""
    tokens = sentence.tokens
    bare = joint == first + 1 and (first == 0 or tokens[first - 1].pos not in ("DET", "ADJ", "NOUN", "NUM"))
    bare = bare and tokens[first].reading(pos="NOUN", number="sing") is not None and sentence.name_at(first) is None
    people = tokens[head].reading(pos="NOUN", number="plur") is not None
    return bare and people and head > joint + 1 and tokens[head - 1].pos == "NOUN"


def _extent(sentence: Sentence, index: int) -> int:
    """Return where the complements of a description end: at a mark, a verb or a relative pronoun."""
    tokens = sentence.tokens
    limit = min(len(tokens), index + _LONGEST)
    first, depth, listed_to = index, 0, 0
    while index < limit and (index < listed_to or not _breaks(sentence, index, depth)):
        if index + 1 < limit and tokens[index + 1].text == "," and index + 1 > listed_to:
            listed_to = posts.fields_end(sentence, first, index + 1)
        if (name := sentence.name_at(index)) is not None:
            listed_to = max(listed_to, name.stop)  # “Minister for | Trade, Tourism and the Arts”
        depth += (tokens[index].text == "(") - (tokens[index].text == ")")
        index += 1
    while index and tokens[index - 1].pos in _LOOSE and tokens[index - 1].readings[0].case != "gen":
        if sentence.name_at(index - 1) is not None:
            break  # “chief economist at | Nationwide”
        index -= 1
    return index


def _breaks(sentence: Sentence, index: int, depth: int) -> bool:
    """Whether a description ends before the token; ``depth`` is how many brackets are open."""
    token = sentence.tokens[index]
    if token.text in ("(", ")"):
        return token.text == ")" and not depth
    if token.text in _ENDS or token.text in _DASHES:
        return not depth
    if token.readings[0].form == "part" and (_is_modifier(sentence, index) or _is_field(sentence, index)):
        return False
    if token.pos in ("VERB", "PRON", "SCONJ") or token.text in ("who", "which", "that", "whose"):
        return True
    return token.pos == "CCONJ" and not _goes_on(sentence, index + 1)


def _is_modifier(sentence: Sentence, index: int) -> bool:
    """Whether a participle stands inside a noun phrase: “the national paragliding team”."""
    tokens = sentence.tokens
    inside = index and tokens[index - 1].pos in ("DET", "ADJ", "NUM")
    return bool(inside) and index + 1 < len(tokens) and tokens[index + 1].pos in ("NOUN", "PROPN")


def _is_field(sentence: Sentence, index: int) -> bool:
    """Whether a gerund names what somebody is responsible for: “head of marketing and planning”."""
    before = sentence.tokens[index - 1] if index else None
    gerund = sentence.tokens[index].readings[0].tense == "pres"
    return gerund and before is not None and before.fold in ("of", "for", "and", "in")


def _goes_on(sentence: Sentence, index: int) -> bool:
    head, _ = _head_of(sentence, index)
    return head is not None and not _is_person(sentence, head)


@remembered
def head(sentence: Sentence, first: int, stop: int) -> tuple[int, Reading]:
    """Return the head of the phrase: the last noun of its first simple phrase.

    A noun for the kind of thing before an organisation's name is the head: “the magazine Horizon”.
    """
    tokens = sentence.tokens
    index = first
    number = next((i for i in range(first + 1, min(first + 4, stop)) if tokens[i].pos == "NUM"), first)
    if phrases.approximated(sentence, number) == first:
        index = number  # “more than | 200 volunteers”
    while index < stop - 1 and tokens[index].pos == "DET":
        index += 1
    index = next((i for i in range(index + 2, stop) if phrases.is_seat(sentence, i)), index)
    end = min(max(phrases.plain_end(sentence, index), index + 1), stop)
    if stop > end + 3 and phrases.before_acronym(sentence, end + 3) is not None:
        end = min(phrases.plain_end(sentence, end + 3), stop)
    if end == index + 1 and tokens[index].readings[0].form == "part":
        whole = min(phrases.plain_end(sentence, first), stop)
        end = whole if whole > end and sentence.name_at(whole - 1) is not None else end  # “a delighted Lee”
    while end - 1 > index and not tokens[end - 1].is_word:
        end -= 1
    if end - 1 > index and tokens[end - 1].readings[0].case == "gen":
        end -= 1
    if end - 1 > index and tokens[end - 1].fold in _POSTPOSED and is_personal(tokens[end - 2]):
        end -= 1  # “Attorney | General”
    found = _joined(sentence, index, end - 1, end)[0] if end < stop else end - 1
    found = end - 1 if found is None or found >= stop else found
    name = sentence.name_at(found)
    if name is not None and name.kind == "organisation" and name.first > index:  # “Drugmaker Acme” too
        before = tokens[name.first - 1]
        if before.pos == "NOUN" or (name.first == 1 and before.reading(pos="NOUN") is not None):
            found = name.first - 1
    noun = tokens[found].reading(pos="NOUN") if sentence.name_at(found) is None else None
    return found, noun or tokens[found].readings[0]
