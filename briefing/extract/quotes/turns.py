"""Attributions inside marked words, and lines of speech that a dash opens: «A, — сказал X. — B», «— A, — сказал X»."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from briefing.extract.quotes import dialogues
from briefing.extract.quotes.lexicon import Speech, longest
from briefing.extract.quotes.marks import Marked, trim
from briefing.language import Sentence, Token

_DASHES = frozenset("—–-")
_BEFORE_DASH = frozenset((",", "!", "?", "…", "...", "?!", "!..", "?..", ".", "»", "”", '"'))
_BEFORE_SUBJECT = frozenset((",", "!", "?", "…", "..."))
_LONGEST_ATTRIBUTION = 40
_LONGEST_SUBJECT = 5  # tokens behind the verb


def lines(paragraphs: Sequence[Sequence[Sentence]], marked: Sequence[Marked], speech: Speech) -> list[Marked]:
    """Return ``marked`` with the paragraphs that a dash opens as speech, those without marks at their beginning.

    A run of such paragraphs is speech if one of them holds an attribution after a dash, or if it is an interview, where
    a question is followed by what is no question; else it may be a list. In an interview who is asked goes on. Marks
    further inside such a line («– Дом «Уют» сдан, – сказал мэр») set off names and words of others within the speech.
    """
    taken = {m.paragraph for m in marked if m.continues or _opens_line(m, paragraphs[m.paragraph])}
    spoken: list[Marked] = []
    group = max((stretch.group for stretch in marked), default=0)
    led = [(number, run) for number, run in enumerate(paragraphs) if _may_be_speech(run, speech)]
    if (asks := _dialogue(led, taken, speech)) is not None:
        spoken = _turns(paragraphs, [(number, asked) for (number, _), asked in zip(led, asks, strict=True)], group)
        led = []
    for _, together in groupby(enumerate(led), key=lambda item: item[1][0] - item[0]):
        runs = [item[1] for item in together]
        tokens = [[token for sentence in run for token in sentence.tokens] for _, run in runs]
        asked = [words[-1].text.startswith("?") for words in tokens]
        interview = any(one and not other for one, other in itertools.pairwise(asked))
        if not interview and not any(next(_attributions(words[1:], speech), None) for words in tokens):
            continue
        for (number, run), is_question in zip(runs, asked, strict=True):
            if number not in taken and len(run[0].tokens) > 1:
                group += 1
                start, end = run[0].tokens[1].start, run[-1].end
                answers = interview and not is_question
                line = Marked(start, end, start, end, number, group, line=True, answers=answers)
                spoken.append(replace(line, asks=interview and is_question))
    lines_of_speech = {stretch.paragraph for stretch in spoken}
    kept = [stretch for stretch in marked if stretch.paragraph not in lines_of_speech]
    return sorted(kept + spoken, key=lambda stretch: stretch.opening)


def _may_be_speech(run: Sequence[Sentence], speech: Speech) -> bool:
    """Whether a dash opens the paragraph, and no item of a list, which begins with a small letter."""
    tokens = run[0].tokens
    if tokens[0].text not in _DASHES:
        return False
    return (
        len(tokens) < 2 or not tokens[1].text[0].islower() or next(_attributions(tokens[1:], speech), None) is not None
    )


def _turns(paragraphs: Sequence[Sequence[Sentence]], turns: Sequence[tuple[int, bool]], group: int) -> list[Marked]:
    """Return the turns of an interview, each with whether it asks, and what goes on with an answer."""
    found = []
    more = [(number, False) for number in dialogues.going_on(paragraphs, turns)]
    for place, (number, is_question) in enumerate(sorted((*turns, *more)), group + 1):
        run = paragraphs[number]
        start = run[0].tokens[1 if run[0].tokens[0].text in _DASHES else 0].start
        line = Marked(start, run[-1].end, start, run[-1].end, number, place, line=True)
        found.append(replace(line, answers=not is_question, asks=is_question))
    return found


def _dialogue(led: Sequence[tuple[int, Sequence[Sentence]]], taken: Set[int], speech: Speech) -> list[bool] | None:
    """Return which of the lines that a dash opens ask, if they are the turns of an interview; None if they are not."""
    tokens = [[token for sentence in run for token in sentence.tokens] for _, run in led]
    asked = [words[-1].text.startswith("?") for words in tokens]
    if not any(one and not other for one, other in itertools.pairwise(asked)):
        return None
    if any(number in taken or len(run[0].tokens) < 2 for number, run in led):
        return None
    if any(next(_attributions(words[1:], speech), None) for words in tokens):
        return None
    asks = dialogues.asking(asked)
    return [one or (other and dialogues.may_ask(words)) for one, other, words in zip(asked, asks, tokens, strict=True)]


def _opens_line(marked: Marked, run: Sequence[Sentence]) -> bool:
    """Whether the marks are those of the speech itself: «— «Дом сдан», — сказал мэр», not «— «Уют» сдан, — …»."""
    if marked.opening > run[0].tokens[min(1, len(run[0].tokens) - 1)].start:
        return False
    after = next((t for sentence in run for t in sentence.tokens if t.start >= marked.closing), None)
    return after is None or not after.is_word


def split(marked: Marked, tokens: Sequence[Token], speech: Speech, text: str) -> list[Marked]:
    """Return the parts of a marked stretch with these ``tokens`` before, between and after attributions inside it."""
    edges = list(_attributions(tokens, speech))
    if not edges:
        return [marked]
    parts: list[Marked] = []
    start, opening = marked.start, marked.opening
    for first, stop in edges:
        parts.append(
            replace(marked, start=start, end=tokens[first].start, opening=opening, closing=tokens[first].start)
        )
        opening = tokens[stop].start if stop < len(tokens) else marked.closing
        start = opening
    parts.append(replace(marked, start=start, end=marked.end, opening=opening))
    kept = []
    for part in parts:
        part.start, part.end = trim(text, part.start, part.end)
        if part.start < part.end:
            kept.append(part)
    return kept


def _attributions(tokens: Sequence[Token], speech: Speech) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each attribution that a dash sets off: from its dash to where speech goes on."""
    index = 1
    while index + 1 < len(tokens):
        if (
            tokens[index].text in _DASHES
            and tokens[index - 1].text in _BEFORE_DASH
            and _speaks(tokens, index + 1, speech)
        ):
            stop = _resumption(tokens, index + 2, speech)
            yield index, stop
            index = stop
        index += 1


def _speaks(tokens: Sequence[Token], index: int, speech: Speech) -> bool:
    """Whether a finite verb of speech stands at ``index``, or one word later after an adverb or pronoun."""
    index += tokens[index].fold in speech.words["negations"]  # «…, — не скрывал досады тренер»
    for token in tokens[index : index + 2]:
        reading = token.readings[0]
        if reading.pos == "VERB" and reading.form == "fin" and reading.person != "1":
            known = any({"direct", "insert"} & p.frames for p in speech.verbs.get(reading.lemma, ()))
            return known or (token is tokens[index] and _does(tokens, index))
        if reading.pos not in ("ADV", "PRON"):
            return False
    return False


def _does(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody is the subject of the verb right behind a line's comma and dash: «…, — перебил его мэр»."""
    before = index - 1 if tokens[index - 1].text in _DASHES else index - 2
    if tokens[before - 1].text not in _BEFORE_SUBJECT or tokens[index].is_capital:
        return False
    for token in tokens[index + 1 : index + _LONGEST_SUBJECT]:
        reading = token.readings[0]
        if not token.is_word or reading.pos in ("ADP", "VERB"):
            return False
        if reading.case == "nom" and (reading.animate or reading.name or reading.pos == "PRON"):
            return True
    return False


def _resumption(tokens: Sequence[Token], index: int, speech: Speech) -> int:
    """Return where speech goes on after an attribution: behind its next dash, or after its sentence."""
    for place in range(index, min(len(tokens), index + _LONGEST_ATTRIBUTION)):
        if tokens[place].text in _DASHES and tokens[place - 1].text in (",", ".", "!", "?", "…"):
            return place + 1
        if tokens[place].text in (".", "!", "?") and place + 1 < len(tokens) and tokens[place + 1].is_capital:
            return place + 1 if not _goes_on_telling(tokens, place + 1, speech) else _past_next_dash(tokens, place + 1)
    return len(tokens)


def _past_next_dash(tokens: Sequence[Token], index: int) -> int:
    """Return where a dash behind a sentence's end lets the speech go on, else the end of the line."""
    ends = (i for i in range(index + 1, len(tokens)) if tokens[i].text in _DASHES)
    return next((i + 1 for i in ends if tokens[i - 1].text in (".", "!", "?", "…")), len(tokens))


def _goes_on_telling(tokens: Sequence[Token], index: int, speech: Speech) -> bool:
    """Whether the article itself goes on to tell what the speaker said: «По его словам, …», «Он добавил, что …»."""
    if _is_third(tokens[index : index + 1]):
        verb = index + 1
        while verb + 2 < len(tokens) and tokens[verb].pos in ("ADV", "PART"):
            verb += 1
        following = tokens[verb + 1 : verb + 3]
        reported = len(following) == 2 and following[0].text == "," and speech.is_in("that", following[1])
        return reported and tokens[verb].readings[0].tense == "past" and tokens[verb].readings[0].lemma in speech.verbs
    if index + 2 >= len(tokens) or not speech.is_in("of_others", tokens[index + 1]):
        return False
    return any(longest(source.words, tokens, index + 2) for source in speech.sources.get(tokens[index].fold, ()))


def _is_third(word: Sequence[Token]) -> bool:
    """Whether the word is a personal pronoun of the third person, if there is one."""
    return bool(word) and word[0].pos == "PRON" and word[0].readings[0].person == "3"
