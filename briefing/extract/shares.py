"""Shares of those who were asked: “42% said …”, “one in five drivers think …”, and whose share it is."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.language import Document, Language, Sentence

_MOST_LEADING = 4  # tokens before the number: “just over a | third”
_NEAR = 3  # tokens between a verb of asking and whom it asks
_PEOPLE = frozenset(("group", "office", "profession", "status", "relation", "human"))


def whole(language: Language, mention: Mention) -> Mention | None:
    """Return those of whom the phrase is a share (“two-thirds of | the nurses”), the phrase itself if it names nobody.

    None if it is no share.
    """
    words, tokens = roles.lexicon(language), mention.sentence.tokens
    if not words.shares:
        return None
    stop = _past_number(words, mention)
    if stop is None:
        return None
    if stop < mention.stop and tokens[stop].fold in words.partitive:
        stop += 1
    elif stop < mention.stop and tokens[stop].pos not in ("NOUN", "PROPN", "ADJ"):
        return mention
    if stop >= mention.stop:
        return mention
    behind = mention.stop < len(tokens) and tokens[mention.stop].lemma in words.asking
    anybody = stop == mention.stop - 1 and (tokens[stop].pos == "PRON" or words.kinds(tokens[stop].lemma) == {"human"})
    if anybody and behind:
        return Mention(mention.sentence, stop, mention.stop + 1)  # “half of those | surveyed”
    if tokens[stop].pos == "PRON":
        return mention
    while stop < mention.stop - 1 and tokens[stop].fold in words.articles:
        stop += 1
    tail = (i for i in range(stop + 1, mention.stop) if tokens[i].readings[0].form == "part")
    return Mention(mention.sentence, stop, next(tail, mention.stop))  # “of the respondents | planning to vote”


def _past_number(words: roles.RoleLexicon, mention: Mention) -> int | None:
    """Return where the share itself ends: “about 40 per cent|”, “a third|”, “one in every five|”; None without one."""
    tokens, stop = mention.sentence.tokens, mention.stop
    for index in range(mention.first, min(stop, mention.first + _MOST_LEADING)):
        token = tokens[index]
        if token.fold in words.fractions:
            return index + 1
        numeral = token.pos == "NUM" or token.text[0].isdigit() or token.fold == "one"
        if not numeral:
            definite = token.fold in words.articles - words.indefinite  # “the second half”
            if definite or token.pos not in ("ADV", "DET", "ADP", "SCONJ", "VERB", "PRON"):
                return None
            continue
        after = index + 1
        while after < stop and tokens[after].fold in words.shares:
            after += 1
        if after > index + 1:
            return after
        if after < stop and tokens[after].fold in words.fractions:
            return after + 1  # “two | thirds”
        return _past_ratio(words, mention, after)
    return None


def _past_ratio(words: roles.RoleLexicon, mention: Mention, index: int) -> int | None:
    """Return where what a number is compared to ends: “one | in every five”, “nine | out of ten”."""
    tokens = mention.sentence.tokens
    at = index
    while at < mention.stop and tokens[at].fold in words.ratios:
        at += 1
    return at + 1 if index < at < mention.stop and tokens[at].pos == "NUM" else None


def asked(document: Document, mention: Mention, before: Sequence[Sentence], *, certain: bool = False) -> Mention | None:
    """Return who was asked of those whom the sentences name before the phrase, the nearest of ``before`` first.

    What says that they were asked comes before other people in the plural, who only count unless ``certain``.
    """
    for sentence in before:
        stop = mention.first if sentence is mention.sentence else len(sentence.tokens)
        heads = [i for i in range(stop - 1, -1, -1) if _are_people(document, sentence, i)]
        others = iter(()) if certain else iter(heads)
        found = next((i for i in heads if _is_asked(document, sentence, i)), next(others, None))
        if found is not None:
            return _without_number(document, sentence, found)
    return None


def _are_people(document: Document, sentence: Sentence, index: int) -> bool:
    words, token = roles.lexicon(document.language), sentence.tokens[index]
    reading = token.readings[0]
    kinds = words.kinds(reading.lemma)
    plural = reading.pos == "NOUN" and reading.number == "plur"
    people = reading.lemma in words.asked or (kinds & _PEOPLE and not kinds & roles.BODIES)
    return plural and bool(people)


def _is_asked(document: Document, sentence: Sentence, head: int) -> bool:
    """Whether a noun is one for those asked, a number counts them, or a verb of asking stands by."""
    words, tokens = roles.lexicon(document.language), sentence.tokens
    if tokens[head].lemma in words.asked or (head + 1 < len(tokens) and tokens[head + 1].lemma in words.asking):
        return True
    first, _ = document.language.noun_phrase(sentence, head)
    counted = any(token.pos == "NUM" for token in tokens[first:head])
    return counted or any(token.lemma in words.asking for token in tokens[max(0, first - _NEAR) : first])


def _without_number(document: Document, sentence: Sentence, head: int) -> Mention:
    """Return the phrase around the noun without what counts or owns it: “over 1,000 | young drivers”, “its | staff”."""
    first, stop = document.language.noun_phrase(sentence, head)
    opening = range(first, head)
    numbers = [i for i in opening if sentence.tokens[i].pos == "NUM" or sentence.tokens[i].readings[0].case == "gen"]
    return Mention(sentence, numbers[-1] + 1 if numbers else first, stop)
