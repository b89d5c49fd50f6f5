"""What a participle, an adjective or a noun behind a comma is to the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.language import Sentence

if TYPE_CHECKING:
    from briefing.extract.clauses import Piece

_SHORT = 8  # tokens of a participial phrase whose form does not show what it belongs to


def tells_which(sentence: Sentence, piece: Piece) -> bool:
    """Whether a participle tells which is meant: «жителям, | пострадавшим …», not «Петрову, | родившемуся …»."""
    words = sentence.tokens[piece.first : piece.first + 2]
    opening = next((token for token in words if token.readings[0].form == "part"), words[0]).readings[0]
    if piece.conjunction and (piece.mark or opening.tense != "pres" or opening.case):
        return False
    if piece.conjunction and _joins_gerunds(sentence, piece):
        return True  # “by granting | or denying it”
    name = sentence.name_at(piece.first - 2) if piece.mark == "," and opening.case else None
    if name is not None and name.kind == "person":
        return False
    return bool(opening.form == "part" and opening.case) or piece.stop - piece.first <= _SHORT


def _joins_gerunds(sentence: Sentence, piece: Piece) -> bool:
    """Whether the present participle that opens the piece goes on with one shortly before: “from closing | and …”."""
    opening, joint = sentence.tokens[piece.first].readings[0], piece.first - 1
    if opening.form != "part":
        return False
    before = (token.readings[0] for token in sentence.tokens[max(0, joint - _SHORT) : joint])
    return any((r.form, r.tense, r.case) == (opening.form, opening.tense, opening.case) for r in before)


def is_state(sentence: Sentence, piece: Piece) -> bool:
    """Whether the piece tells in what mind it is done: “will meet on Friday, | confident of a deal”."""
    opening, alone = sentence.tokens[piece.first].readings[0], piece.stop - piece.first == 1
    return opening.pos == "ADJ" and not opening.case and (alone or piece.kind == "participle")


def is_described(parts: Sequence[Piece], at: int) -> bool:
    """Whether a relative clause makes of the piece an apposition that tells more: “…, a fair which has grown”."""
    return at + 1 < len(parts) and parts[at + 1].kind == "relative" and not parts[at + 1].mark


def acts_itself(parts: Sequence[Piece], at: int) -> bool:
    """Whether the piece is the subject of a clause behind a relative one: “…, and those | who fail | will”.

    Commas may stand around what describes it: «…, а школы|, открытые в мае, | закроют».
    """
    described, main = (*parts[at + 1 : at + 3], None, None)[:2]
    if described is None or main is None or main.kind != "finite" or main.conjunction:
        return False
    if described.kind == "relative" and not described.mark:
        return not main.mark
    return described.kind in ("relative", "participle") and described.mark == main.mark == ","


def ends_row(parts: Sequence[Piece], at: int) -> bool:
    """Whether “, and” leads on behind the last of several objects: “will have a bar, a stage and a shop, | and”."""
    if not parts[at].conjunction or parts[at].mark != ",":
        return False
    begin = at - 1
    while begin > 0 and parts[begin].kind == "nominal":
        begin -= 1
    return begin < at - 1 and parts[begin].kind == "finite"
