"""Briefings as a Word document, made of Word's own styles, so that an office's template applies to it."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from briefing.export import Options
from briefing.export.docx_footnotes import WordFootnotes
from briefing.export.footnotes import Footnotes
from briefing.export.lines import one_line
from briefing.export.own import CATEGORY
from briefing.export.summary import FIGURE_COLUMNS, Item, Summary, summarise
from briefing.model import Briefing, Span

_UNTICKED, _TICKED = "☐ ", "☑ "


def document(briefings: Sequence[Briefing], options: Options) -> bytes:
    """Return a .docx with all the briefings, each on pages of its own; evidence as Word's own footnotes."""
    word = Document()
    writer = _Writer(word, with_evidence=options.evidence)
    summaries = [summarise(briefing) for briefing in briefings]
    for number, summary in enumerate(summaries):
        writer.write(summary, on_new_page=number > 0)
    if options.evidence:
        writer.word_footnotes.attach(word, writer.footnotes.notes)
    if summaries:
        _set_language(word, summaries[0].words.locale)
    # What the library's template says of itself is not true of this document.
    word.core_properties.author = ""
    word.core_properties.comments = ""
    word.core_properties.category = CATEGORY
    word.core_properties.title = ", ".join(summary.title for summary in summaries)[:255]
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _set_language(word: WordDocument, locale: str) -> None:
    """Name the language of the text, or Word marks every word of it as misspelt."""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


class _Writer:
    """Writes summaries into a document, and collects the footnotes that they ask for."""

    def __init__(self, word: WordDocument, *, with_evidence: bool) -> None:
        self.word = word
        self.with_evidence = with_evidence
        self.footnotes = Footnotes()
        self.word_footnotes = WordFootnotes()

    def write(self, summary: Summary, *, on_new_page: bool) -> None:
        headings = summary.words.headings
        self.word.add_heading(summary.title, 1).paragraph_format.page_break_before = on_new_page
        for label, value in summary.details:
            paragraph = self.word.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(value)
        if summary.facts:
            self.word.add_heading(headings["facts"], 2)
        for fact in summary.facts:
            self._remark(self._item(summary, fact, summary.told(fact)), summary, fact)
        self._speakers(summary)
        if summary.actions:
            self.word.add_heading(headings["actions"], 2)
        for entry in summary.actions:
            box = _TICKED if entry.is_done else _UNTICKED
            paragraph = self._item(summary, entry.action, f"{box}{one_line(entry.text)}", style=None)
            paragraph.add_run(f"\n{entry.details}").italic = True
            self._remark(paragraph, summary, entry.action)
        self._figures(summary)

    def _item(self, summary: Summary, item: Span, text: str, *, style: str | None = "List Bullet") -> Paragraph:
        paragraph = self.word.add_paragraph(one_line(text), style=style)
        self._footnote(paragraph, summary, item)
        return paragraph

    def _remark(self, paragraph: Paragraph, summary: Summary, item: Item) -> None:
        if said := summary.remark(item):
            paragraph.add_run(f"\n{said}").italic = True

    def _footnote(self, paragraph: Paragraph, summary: Summary, item: Span) -> None:
        if self.with_evidence:
            self.word_footnotes.refer(paragraph, self.footnotes.number(summary, item))

    def _speakers(self, summary: Summary) -> None:
        if summary.speakers:
            self.word.add_heading(summary.words.headings["speakers"], 2)
        for entry in summary.speakers:
            self.word.add_heading(entry.name, 3)
            if entry.role:
                self.word.add_paragraph(entry.role)
            if said := summary.remark(entry.speaker):
                self.word.add_paragraph().add_run(said).italic = True
            for quote in entry.quotes:
                self._remark(self._item(summary, quote, summary.said(quote)), summary, quote)

    def _figures(self, summary: Summary) -> None:
        if not summary.figures:
            return
        labels = summary.words.labels
        self.word.add_heading(summary.words.headings["figures"], 2)
        table = self.word.add_table(rows=1, cols=len(FIGURE_COLUMNS), style="Table Grid")
        contexts = summary.contexts()
        for cell, label in zip(table.rows[0].cells, FIGURE_COLUMNS, strict=True):
            cell.paragraphs[0].add_run(labels[label]).bold = True
        for figure in summary.figures:
            cells = table.add_row().cells
            cells[0].text = one_line(figure.figure.text)
            self._footnote(cells[0].paragraphs[0], summary, figure.figure)
            self._remark(cells[0].paragraphs[0], summary, figure.figure)
            texts = (figure.kind, figure.value, figure.unit, contexts[figure.figure.id])
            for cell, text in zip(cells[1:], texts, strict=True):
                cell.text = text
