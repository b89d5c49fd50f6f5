"""The evidence of an item: the sentence of the article that it stands in."""

from __future__ import annotations

from bisect import bisect_right

from briefing import language
from briefing.model import Article, Span


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
        return Span(start=start, end=end, text=self.article.text[start:end])
