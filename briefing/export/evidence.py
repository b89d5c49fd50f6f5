"""The evidence of an item: the sentence of the article that it stands in."""

from __future__ import annotations

from bisect import bisect_right

from briefing import language
from briefing.model import Article, Span

_DASHES = "—–-"
_MARKS = {"«": "»", "“": "”", "„": "“", '"': '"'}


class Evidence:
    """Finds the sentences of an article; a sentence keeps the number by which it was first asked for."""

    def __init__(self, article: Article) -> None:
        """Split the article into sentences, without its language's models: only the boundaries are needed."""
        self.article = article
        paragraphs = [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
        document = language.get(article.language).analyse(article.text, paragraphs, models=False)
        self._sentences = sorted((sentence.start, sentence.end) for sentence in document.sentences)
        self._starts = [start for start, _ in self._sentences]

    def of(self, item: Span) -> Span:
        """Return the sentence or sentences that hold the item; the item itself where it stands in none."""
        start, end = item.start, item.end
        first = bisect_right(self._starts, start) - 1
        if first >= 0 and self._sentences[first][1] > start:
            start = self._sentences[first][0]
        last = bisect_right(self._starts, item.end - 1) - 1
        if last >= 0:
            end = max(end, self._sentences[last][1])
        start, end = self._trimmed(start, end, item)
        return Span(start=start, end=end, text=self.article.text[start:end])

    def _trimmed(self, start: int, end: int, item: Span) -> tuple[int, int]:
        """Leave out a dash before the sentence, and a quotation mark at an edge whose partner is elsewhere."""
        text = self.article.text
        while start < item.start and (text[start] in _DASHES or text[start].isspace()):
            start += 1
        sentence = text[start:end]
        if sentence[:1] in _MARKS and _MARKS[sentence[0]] not in sentence[1:] and start < item.start:
            start += 1
        sentence = text[start:end]
        opens = {closing: opening for opening, closing in _MARKS.items() if opening != closing}
        bare = sentence.rstrip(".")
        if bare[-1:] in opens and opens[bare[-1]] not in bare and start + len(bare) > item.end:
            end = start + len(bare) - 1
        return start, end
