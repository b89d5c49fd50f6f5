"""The pieces that figures are read from: words, numbers and marks; a token like «$2.5bn» or «22-летний» is several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.figures.vocabulary import Vocabulary, Word
from briefing.language import Document, Sentence, Token

_LEXEME = re.compile(
    r"\d+(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))*(?:[.,]\d+)*[½¼¾]?|[½¼¾]|°\s?[CСFcсf](?![^\W\d_])|[^\W\d_]+[²³]?|\S"
)
_HYPHENS = re.compile(r"[-‑–]|[^-‑–]+")
_LONGEST_NUMBER = 25
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# What looks like a number but counts nothing: addresses of sites and of mail, telephone numbers, numbers after №,
# and those of notes: “shares[1]”.
_MASKED = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|[#№]\s?\d\S*"
    r"|(?<=\w)\[\d{1,3}\]|\+\d[\d\s()‑–-]{7,}\d|(?<!\d)\(\d{3,5}\)\s?\d[\d\s‑–-]{3,}\d|(?<![\d-])\d{1,4}(?:[-‑]\d{2,4}){2,}(?![\d-])"
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_HINTS = ("://", "www.", "@", "+", "(", "[", "#", "№", "-", "‑")


@dataclass(slots=True)
class Piece:
    """A word, number or mark at ``text[start:end]``.

    ``token`` is the index of the token that it comes from; ``word`` what the lexicons know of it; ``number`` the value
    where the piece is written in digits and has one. A ``masked`` piece counts nothing.
    """

    start: int
    end: int
    text: str
    word: Word
    token: int
    number: float | None = None
    masked: bool = False

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def has_digits(self) -> bool:
        return self.text[0].isdecimal()


def read(document: Document, sentence: Sentence, vocabulary: Vocabulary) -> list[Piece]:
    """Return the pieces of a sentence; an empty list if no token could be part of a figure."""
    words = [vocabulary.of_token(token) for token in sentence.tokens]
    if not any(word.opens for word in words):
        return []
    pieces: list[Piece] = []
    for index, (token, word) in enumerate(zip(sentence.tokens, words, strict=True)):
        if word.has_digits or word.splits:
            pieces.extend(_parts(token, index, _LEXEME if word.has_digits else _HYPHENS, vocabulary))
        else:
            pieces.append(Piece(token.start, token.end, token.text, word, index))
    text = document.text[sentence.start : sentence.end]
    if any(hint in text for hint in _HINTS):
        _mask(pieces, text, sentence.start)
    if vocabulary.figures["thousands_by_blanks"] and sum(word.has_digits for word in words) > 1:
        return _joined(pieces, vocabulary)
    return pieces


def _parts(token: Token, index: int, pattern: re.Pattern[str], vocabulary: Vocabulary) -> Iterator[Piece]:
    for match in pattern.finditer(token.text):
        text = match.group()
        start = token.start + match.start()
        number = _value(text, vocabulary) if text[0].isdecimal() or text in _VULGAR else None
        yield Piece(start, start + len(text), text, vocabulary.of_part(text), index, number)


def _value(text: str, vocabulary: Vocabulary) -> float | None:
    """Return the number that the digits write, None if they write something else («19.11.2025»)."""
    if text[-1] in _VULGAR:
        whole = _value(text[:-1], vocabulary) if len(text) > 1 else 0
        return None if whole is None else whole + _VULGAR[text[-1]]
    if len(text) > _LONGEST_NUMBER:
        return None
    decimal = vocabulary.figures["decimal"]
    other = "." if decimal == "," else ","
    digits = re.sub(r"\s", "", text)
    if other in digits and decimal in digits:
        digits = digits.replace(other, "") if digits.rfind(decimal) > digits.rfind(other) else ""
    elif other in digits:
        digits = digits.replace(other, "" if _are_thousands(digits, other) else decimal)
    elif (
        decimal in digits and _are_thousands(digits, decimal) and (digits.count(decimal) > 1 or digits.endswith("000"))
    ):
        digits = digits.replace(decimal, "")
    whole_part, _, fraction = digits.partition(decimal)
    if not whole_part.isdecimal() or (fraction and not fraction.isdecimal()):
        return None
    return float(f"{whole_part}.{fraction}") if fraction else int(whole_part)


def _are_thousands(digits: str, mark: str) -> bool:
    """Whether the marks part thousands: "1,234,567", or lakhs and crores: "12,34,567"."""
    head, *groups = digits.split(mark)
    indian = len(groups) > 1 and len(head) <= 2 and all(len(group) == 2 for group in groups[:-1])
    thousands = len(groups[-1]) == 3 if indian else all(len(group) == 3 for group in groups)
    return 0 < len(head) <= 3 and head != "0" and thousands


def _mask(pieces: list[Piece], text: str, offset: int) -> None:
    for match in _MASKED.finditer(text):
        if _ISO_DATE.fullmatch(match.group()):
            continue
        start, end = match.start() + offset, match.end() + offset
        for piece in pieces:
            if start <= piece.start and piece.end <= end:
                piece.masked = True


def _joined(pieces: list[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """Join the thousands of a number that the tokens split at its blanks («1» «234»)."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            last is not None
            and piece.has_digits
            and last.has_digits
            and not last.masked
            and re.fullmatch(r"\d{3}(?:,\d+)?", piece.text)
            and re.fullmatch(r"\d{1,3}(?: \d{3})*", last.text)
            and piece.start == last.end + 1
        ):
            text = f"{last.text} {piece.text}"
            joined[-1] = Piece(
                last.start, piece.end, text, vocabulary.of_part(text), last.token, _value(text, vocabulary)
            )
        else:
            joined.append(piece)
    return joined
