"""Key facts that stand in a quotation: the marks that their sentence lost, and who says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.model import Article, Briefing, Fact, Quote

_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’"}
_BEHIND = tuple(".,!?…")  # may stand between the words of a quotation and the mark that closes it


class Quoted(NamedTuple):
    """What is to be read before and behind a sentence that is cut out of a quotation; all empty for any other.

    ``speaker`` is who says the whole of it, where nothing in the sentence tells.
    """

    before: str = ""
    behind: str = ""
    speaker: str = ""

    def around(self, text: str) -> str:
        """Return the sentence with them: «…Дом построен», — сказал мэр; «…Дом построен…» (Иван Лосев)."""
        return f"{self.before}{text}{self.behind}" + (f" ({self.speaker})" if self.speaker else "")


def quoted(briefing: Briefing) -> dict[str, Quoted]:
    """Return for each key fact, by its id, the marks and the name that its sentence lost."""
    direct = [quote for quote in briefing.quotes if quote.kind == "direct"]
    names = {speaker.id: speaker.name for speaker in briefing.speakers}
    return {fact.id: _quoted(fact, direct, names, briefing.article) for fact in briefing.facts}


def _quoted(fact: Fact, quotes: list[Quote], names: dict[str, str], article: Article) -> Quoted:
    text = article.text
    opened = next((quote for quote in quotes if quote.start <= fact.start < quote.end), None)
    left = next((quote for quote in quotes if quote.start < fact.end <= _end(quote, text)), None)
    before = behind = ""
    if opened is not None and (mark := _marks(opened, text)[0]):
        before = mark if _is_silent(text[opened.start : fact.start]) else f"{mark}…"
    if left is not None and (mark := _marks(left, text)[1]):
        behind = mark if _is_silent(text[fact.end : left.end]) else f"…{mark}"
    whole = next((quote for quote in quotes if _holds(quote, fact, text)), None)
    return Quoted(before, behind, names.get(whole.speaker or "", "") if whole is not None else "")


def _holds(quote: Quote, fact: Fact, text: str) -> bool:
    """Whether the quotation has every word of the sentence, which so tells nothing of who says it."""
    return _is_silent(text[fact.start : min(quote.start, fact.end)] + text[max(quote.end, fact.start) : fact.end])


def _is_silent(text: str) -> bool:
    return not any(map(str.isalnum, text))


def _end(quote: Quote, text: str) -> int:
    """Return where the mark stands that closes a quotation."""
    end = quote.end
    while text[end : end + 1] in _BEHIND:
        end += 1
    return end


def _marks(quote: Quote, text: str) -> tuple[str, str]:
    """Return the marks around a quotation; empty ones where it has none, as speech behind a dash."""
    opening, end = text[quote.start - 1 : quote.start], _end(quote, text)
    if opening in _CLOSING:
        return opening, _CLOSING[opening]
    closing = text[end : end + 1]
    before = next((mark for mark, other in _CLOSING.items() if other == closing), "")
    return (before, closing) if before else ("", "")
