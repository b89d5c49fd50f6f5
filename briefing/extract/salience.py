"""What speaks for and against a sentence as a key fact: its place, its words, what was found in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from briefing.extract.drafts import ActionDraft, FigureDraft, Utterance
from briefing.extract.quotes import interviews
from briefing.frozen import frozen
from briefing.language import Document, Sentence, Token, get
from briefing.language.lexicons import Lists

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_DASHES = ("—", "–", "-")
_BULLETS = (*_DASHES, "•", "▪", "·", "*", "●", "○", "◦", "‣", "■")
_CLOSING = ("»", "”", "“", '"', "’", "'", ")", "**")
_SHORT, _LONG = 7, 45  # words
_FEWEST_TOLD = 3  # words of a line without a verb that tells a sum


@frozen
class Features:
    """What was counted for a sentence; ``words`` are its content lemmas, ``kind`` says what it states."""

    sentence: Sentence
    words: frozenset[str]
    kind: str
    values: Mapping[str, float]


@cache
def _lexicon(code: str) -> Lists:
    return Lists(get(code).lexicon("facts"))


def measure(
    document: Document,
    figures: Sequence[FigureDraft],
    utterances: Sequence[Utterance],
    actions: Sequence[ActionDraft],
) -> list[Features]:
    """Return the features of every sentence that could be a key fact, in text order."""
    known = _lexicon(document.language.code)
    contents = _contents(document, figures, utterances, actions)
    usable = _usable(document, contents, known)
    title = _content(token for sentence in document.headline for token in sentence.tokens)
    latest = max((int(year) for s in usable for year in _YEAR.findall(document.text[s.start : s.end])), default=0)
    found: list[Features] = []
    for number, sentence in enumerate(usable):
        words = _content(sentence.tokens)
        values = {
            "early": 1 / (number + 1),
            "late": number / max(len(usable) - 1, 1),
            "title": len(words & title) / max(len(title), 1),
        }
        values |= _shape(sentence, known)
        values |= contents[sentence.index].values(sentence)
        values["old"] = _age(document.text[sentence.start : sentence.end], latest)
        found.append(Features(sentence, words, _kind(values), values))
    return found


def _usable(document: Document, contents: Mapping[int, _Contents], known: Lists) -> list[Sentence]:
    """Return the sentences that could be key facts, and lines without a verb that tell sums: “• Sales of $4m”."""
    lengths = Counter(sentence.paragraph for sentence in document.sentences)
    found = []
    for sentence in document.sentences:
        headline = lengths[sentence.paragraph] == 1 and _is_headline(sentence)
        apart = _is_item(sentence) or (headline and not _has_verb(sentence))
        told = apart and _tells_sum(sentence, contents[sentence.index], known)
        if _asks(document, sentence) or _leads_on(document, sentence) or _is_row(sentence):
            continue
        if told or not (headline or _is_furniture(sentence, known)):
            found.append(sentence)
    return found


def _is_item(sentence: Sentence) -> bool:
    return sentence.tokens[0].text in _BULLETS


def _has_verb(sentence: Sentence) -> bool:
    """Whether the line is a clause, which the story says again: “Firm pays $5m”, not “Sales of $5m; lifts aim”."""
    stop = next((i for i, token in enumerate(sentence.tokens) if token.text == ";"), len(sentence.tokens))
    return any(_is_predicate(token) for token in sentence.tokens[:stop])


def _tells_sum(sentence: Sentence, content: _Contents, known: Lists) -> bool:
    """Whether a line is more than a heading: it tells money or a share, in words enough to say of what."""
    words = [token for token in sentence.tokens if token.is_word and token.text.isalpha()]
    named = any(_is_of(token, known["labels"] | known["furniture"]) for token in words[:2])
    return not (named or content.figures.isdisjoint(("money", "percent"))) and len(words) >= _FEWEST_TOLD


def _is_row(sentence: Sentence) -> bool:
    """Whether the line is a row of a table."""
    return sum(token.text == "|" for token in sentence.tokens) > 1


def _content(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.lemma for token in tokens if token.pos in _CONTENT and len(token.text) > 2)


def _is_furniture(sentence: Sentence, known: Lists) -> bool:
    """Whether the sentence is a caption, a credit or a scrap: it has no predicate and hardly any words."""
    words = [token for token in sentence.tokens if token.is_word]
    if len(words) < 3 or _is_of(words[0], known["furniture"]):
        return True
    tells = any(_is_predicate(token) or _is_of(token, known["predicatives"]) for token in words)
    if any(_is_of(token, known["labels"]) for token in words[:2]):
        return not tells or any(token.text == ":" for token in sentence.tokens[:3])
    return len(words) < 10 and not tells and not _equates(sentence)


def _leads_on(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence only leads to a list, or is what is asked for in it: «Врачи советуют:», «• не спешить;»."""
    tokens = sentence.tokens
    if tokens[-1].text == ":":
        following = document.sentence_at(_next(document.text, sentence.end))
        return following is not None and following.tokens[0].text in _BULLETS
    bare = not any(token.readings[0].form in ("fin", "short") or token.text[0].isdigit() for token in tokens)
    return bare and tokens[0].text in _BULLETS and any(token.readings[0].form == "inf" for token in tokens)


def _next(text: str, offset: int) -> int:
    """Return the offset of the next letter or mark."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _asks(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence is a question, be it told whose («Кто заплатит? — спросил мэр»), and states nothing."""
    if interviews.asks(document, sentence):
        return True
    mark = next((i for i, token in enumerate(sentence.tokens) if token.text.startswith("?")), len(sentence.tokens))
    rest = [token for token in sentence.tokens[mark + 1 :] if token.text not in _CLOSING]
    return mark < len(sentence.tokens) and (not rest or rest[0].text in _DASHES)


def _equates(sentence: Sentence) -> bool:
    """Whether a dash stands for the verb in a sentence that ends like one: «Цена билета — 700 рублей.»"""
    tokens = sentence.tokens
    dashed = any(one.is_word and token.text in _DASHES for one, token in pairwise(tokens[:-2]))
    return dashed and not tokens[-1].is_word


def _is_of(token: Token, words: frozenset[str]) -> bool:
    return token.fold in words or token.lemma in words


def _is_headline(sentence: Sentence) -> bool:
    """Whether the sentence, a paragraph of its own, does not end like a sentence; abbreviations have their point."""
    return sentence.tokens[-1].is_word and not sentence.tokens[-1].text.endswith(".")


def _is_predicate(token: Token) -> bool:
    return token.pos == "VERB" or token.readings[0].form == "short"


def _shape(sentence: Sentence, known: Lists) -> dict[str, float]:
    words = [token for token in sentence.tokens if token.is_word]
    lemmas = {token.lemma for token in words}
    return {
        "short": float(len(words) < _SHORT),
        "length": min(len(words), _LONG) / 20,
        "background": float(any(_is_of(token, known["background"]) for token in words[:2])),
        "personal": float(not lemmas.isdisjoint(known["first_person"])),
        "outcome": float(not lemmas.isdisjoint(known["outcomes"])),
    }


@dataclass(slots=True)
class _Contents:
    """What was found in one sentence; ``direct`` and ``indirect`` count the characters of utterances in it."""

    figures: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    direct: int = 0
    indirect: int = 0
    attributes: bool = False

    def values(self, sentence: Sentence) -> dict[str, float]:
        length = max(1, sentence.end - sentence.start)
        announces = sentence.tokens[-1].text == ":"  # only leads to what somebody says in the next paragraph
        return {
            "money": float(not self.figures.isdisjoint(("money", "percent"))),
            "numbers": float(not self.figures.isdisjoint(("count", "measure"))),
            "dated": float("date" in self.figures),
            "direct": min(1.0, self.direct / length),
            "indirect": min(1.0, self.indirect / length),
            "attribution": float(self.attributes or announces),
            "action": float(bool(self.statuses)),
            "agreed": float(not self.statuses.isdisjoint(("agreed", "directed"))),
        }


def _contents(
    document: Document,
    figures: Sequence[FigureDraft],
    utterances: Sequence[Utterance],
    actions: Sequence[ActionDraft],
) -> Mapping[int, _Contents]:
    """Return what was found in each sentence, by the sentence's index."""
    found = {sentence.index: _Contents() for sentence in document.sentences}
    for figure in figures:
        if (sentence := document.sentence_at(figure.start)) is not None:
            found[sentence.index].figures.add(figure.kind)
    for action in actions:
        if (sentence := document.sentence_at(action.start)) is not None:
            found[sentence.index].statuses.add(action.status)
    spoken = [(u.start, u.end) for u in utterances if u.kind == "direct"]
    for utterance in utterances:
        if utterance.kind != "direct" and any(a <= utterance.start and utterance.end <= b for a, b in spoken):
            continue  # what a quotation tells of others is counted with it
        for sentence in document.sentences_in(utterance.start, utterance.end):
            covered = min(utterance.end, sentence.end) - max(utterance.start, sentence.start)
            if utterance.kind == "direct":
                found[sentence.index].direct += covered
            else:
                found[sentence.index].indirect += covered
        sentence = document.sentence_at(utterance.cue[0]) if utterance.cue is not None else None
        if sentence is not None and utterance.end <= sentence.start:
            found[sentence.index].attributes = True
    return found


def _age(text: str, latest: int) -> float:
    """Return 1 where the latest year in the text is well before the latest of the article."""
    years = [int(year) for year in _YEAR.findall(text)]
    return float(bool(years) and max(years) < latest - 1)


def _kind(values: Mapping[str, float]) -> str:
    """Return what the sentence states: plan, decision, figure, statement or event."""
    if values["agreed"]:
        return "decision"
    if values["action"]:
        return "plan"
    if values["direct"] > 0.5 or values["indirect"] > 0.6:
        return "statement"
    if values["money"] or values["numbers"]:
        return "figure"
    return "event"
