"""What a sentence tells only in passing: of whom it speaks, names and slogans in quotation marks, years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from briefing.extract import cues, openers
from briefing.extract.clauses import Piece, is_finite
from briefing.extract.cues import Cue, Lexicon, is_progressive
from briefing.extract.drafts import Utterance
from briefing.extract.extent import innermost
from briefing.language import Document, Sentence, Token

_CLOSING = frozenset("»”")
_MARKS = frozenset("«“»”")
_SUBJECT = 6  # tokens from a noun for people to the participle behind it
_ASKED = 9  # tokens before a verb of saying in which those who say so stand
_COMES_AGAIN = timedelta(days=300)
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


def is_in_passing(
    sentence: Sentence, cue: Cue, parts: Sequence[Piece], at: int, known: Lexicon, utterances: Sequence[Utterance]
) -> bool:
    """Whether the cue in piece ``at`` only tells of whom the sentence speaks, what a poll answered, or is in a name."""
    if _is_background(sentence, cue, parts, at, known) or _is_poll(sentence, parts[at], known):
        return True
    if _is_said_by_share(sentence, cue, utterances, known):
        return True
    if _is_recollected(sentence, cue, utterances, known):
        return True
    if _is_narrated(sentence, cue, known):
        return True
    if _was_thought(sentence, cue, parts, at, utterances):
        return True
    if _is_content_of_rule(sentence, parts[at].first, known):
        return True
    if "soon" in cue.frame.takes and _is_circumstance(sentence, parts[at], known):
        return True
    return _is_name(sentence, cue.head, utterances)


def _is_background(sentence: Sentence, cue: Cue, parts: Sequence[Piece], at: int, known: Lexicon) -> bool:
    """Whether a past tense only tells about whom the sentence speaks: «благодарен всем, кто предложил помочь»."""
    reading = sentence.tokens[cue.head].readings[0]
    if cue.frame.noun and parts[at].kind == "relative":
        piece = sentence.tokens[parts[at].first : cue.head]
        return any(token.readings[0].tense == "past" and token.readings[0].form == "fin" for token in piece)
    if reading.tense != "past" or reading.voice == "pass":
        return False
    if reading.form == "part":
        decided = known.has("deciding", sentence.tokens[cue.head])
        return reading.voice == "act" and (decided or at < len(parts) - 1 or not _is_news(sentence, cue.head))
    # «совещание, | на котором поручил …», «письмо, | в котором просит …» is what somebody did there
    return parts[at].kind == "relative" and sentence.tokens[parts[at].first].pos not in ("ADV", "SCONJ", "ADP")


def _is_news(sentence: Sentence, participle: int) -> bool:
    """Whether a participle of the subject closes what it did: «Дело взял на контроль глава района, | поручивший …»."""
    reading, before = sentence.tokens[participle].readings[0], sentence.tokens[participle - 1]
    ends = all(token.text != "," for token in sentence.tokens[participle:])
    people = (
        token for token in sentence.tokens[max(0, participle - _SUBJECT) : participle] if token.readings[0].animate
    )
    living = any(token.reading(case="nom") is not None for token in people)  # not «решение, обязавшее …»
    return before.text == "," and ends and living and (reading.case, reading.aspect) == ("nom", "perf")


def is_asked(sentence: Sentence, piece: Piece, known: Lexicon) -> bool:
    """Whether the clause leaves open what will be or is being done: «неясно, | на каком мосту начнут ремонт»."""
    if piece.kind not in ("relative", "subordinate", "finite"):
        return False
    first = piece.first
    opening, before = sentence.tokens[first : first + 2], sentence.tokens[max(0, first - 2) : max(0, first - 1)]
    if opening[0].fold in openers.rules(known.code).places:  # «пока неизвестно, | где», not «в Омске, | где»
        return any(token.pos in ("ADV", "VERB") or token.readings[0].form == "short" for token in before)
    return known.has_any("interrogatives", opening[: 2 if opening[0].pos == "ADP" else 1])


def _is_content_of_rule(sentence: Sentence, first: int, known: Lexicon) -> bool:
    """Whether the clause that begins there says what a plan or rule holds: «правила, согласно которым …»."""
    opening = sentence.tokens[max(0, first - 2) : first + 2]
    relatives = openers.rules(known.code).relatives
    return any(known.has("according", word) and after.lemma in relatives for word, after in pairwise(opening))


def _is_poll(sentence: Sentence, piece: Piece, known: Lexicon) -> bool:
    """Whether it is the answer of a share of those asked: «проголосовать планируют 57 процентов избирателей»."""
    tokens = sentence.tokens
    for index in range(piece.first, piece.stop):
        if known.has("polled", tokens[index]):
            before = tokens[max(0, index - 3) : index]
            if known.has_any("shares", before) or any(token.text == "%" for token in before):
                return True
    return False


def _is_said_by_share(sentence: Sentence, cue: Cue, utterances: Sequence[Utterance], known: Lexicon) -> bool:
    """Whether a share of those asked says so: “70 percent said they would vote”."""
    inside = innermost(utterances, sentence.tokens[cue.head].start)
    if inside is None or inside.cue is None or not sentence.start <= inside.cue[0] < sentence.end:
        return False
    said = sentence.find(inside.cue[0])
    before = range(said, max(0, said - _ASKED), -1)
    # “rates at 4% | and said it would meet”, “rose 3% | after the firm said”
    first = next((i for i in before if _parts(sentence.tokens[i - 1])), said - _ASKED)
    return known.has_any("shares", sentence.tokens[max(0, first) : said])


def _parts(token: Token) -> bool:
    """Whether a clause or another member of one begins behind the token."""
    return token.is_mark or token.pos in ("CCONJ", "SCONJ")


def _is_circumstance(sentence: Sentence, piece: Piece, known: Lexicon) -> bool:
    """Whether the clause only tells in what circumstances the main one happens: “…, as rivals catch up”."""
    return piece.kind == "subordinate" and not known.has("object_clauses", sentence.tokens[piece.first])


def _is_recollected(sentence: Sentence, cue: Cue, utterances: Sequence[Utterance], known: Lexicon) -> bool:
    """Whether a speaker recalls what was once asked of them: “She asked me to keep it”, “advice urging me to wait”."""
    reading = sentence.tokens[cue.head].readings[0]
    attribute = reading.form == "part" and not reading.case and not is_progressive(sentence, cue.head, known)
    asked = cue.frame.doer == "object" and (reading.tense == "past" or attribute)
    told = [token for token in sentence.tokens[cue.stop : cue.stop + 3] if token.pos not in ("PUNCT", "SCONJ")]
    if not asked or not told or told[0].fold not in known.words["persons_asked"]:
        return False  # «она просила меня», «она просила, чтобы я»
    inside = innermost(utterances, sentence.tokens[cue.head].start)
    return inside is None or inside.kind == "direct"


def _is_narrated(sentence: Sentence, cue: Cue, known: Lexicon) -> bool:
    """Whether a story goes on with what somebody was told to do and did: “she forced him to drive”."""
    head, after = sentence.tokens[cue.head], sentence.tokens[cue.stop : cue.stop + 1]
    past = head.readings[0].form == "fin" and head.readings[0].tense == "past"
    if not past or cue.frame.doer != "object" or not known.has("narrated", head):
        return False
    return any(token.pos == "PRON" and known.has("third_pronouns", token) for token in after)


def _was_thought(
    sentence: Sentence, cue: Cue, parts: Sequence[Piece], at: int, utterances: Sequence[Utterance]
) -> bool:
    """Whether a speaker tells what was once thought or said would come: «Мы думали, что завтра вернёмся»."""
    offset = sentence.tokens[cue.head].start
    if not any(u.kind == "direct" and u.start <= offset < u.end for u in utterances):
        return False
    while at > 0 and parts[at].kind != "subordinate" and parts[at].mark != ":":
        at -= 1
    governing = [
        token for token in sentence.tokens[parts[at - 1].first : parts[at - 1].stop] if at and is_finite(token)
    ]
    reading = governing[-1].readings[0] if governing else None
    return reading is not None and reading.form == "fin" and reading.tense == "past" and reading.aspect == "imperf"


def _is_name(sentence: Sentence, index: int, utterances: Sequence[Utterance]) -> bool:
    """Whether the word stands in quotation marks that nobody utters: a slogan, the title of a song."""
    tokens = sentence.tokens
    inside = innermost(utterances, tokens[index].start)
    if inside is not None and inside.kind == "direct":
        return False
    opened = next((i for i in range(index - 1, 0, -1) if tokens[i].text in _MARKS), None)
    if opened is None or tokens[opened].text in _CLOSING or not tokens[opened + 1].is_capital:
        return False
    return tokens[opened - 1].is_word


def comes_again(document: Document, span: tuple[int, int], last: date, published: date) -> bool:
    """Whether a month or season without a year, over now, is that of the year to come: «в марте откроют», in May."""
    text = document.text[slice(*span)]
    words = cues.lexicon(document.language.code).words
    recurring, singled = words["months"] | words["seasons"], words["singled"]
    told = {key for word in text.casefold().split() for key in (word, document.language.lemma(word))}
    named = not told.isdisjoint(recurring) and told.isdisjoint(singled)
    return named and not _YEAR.search(text) and timedelta(0) < published - last < _COMES_AGAIN


def years(text: str) -> list[int]:
    """Return the years of the last centuries that the text names in figures."""
    return [int(year) for year in _YEAR.findall(text)]
