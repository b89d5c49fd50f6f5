"""Footnotes in a Word document, which python-docx does not write: a part of their own (ECMA-376, 17.11)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from briefing.export.footnotes import Note

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
# Word wants the line above the footnotes, and its continuation, as footnotes 0 and 1; ours follow them.
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_ID = 2
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


class WordFootnotes:
    """Puts references into paragraphs and the notes into the document."""

    def refer(self, paragraph: Paragraph, number: int) -> None:
        """End the paragraph with the mark of footnote ``number`` (from 1)."""
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number - 1 + _FIRST_ID))
        run._r.append(reference)

    def attach(self, document: Document, notes: Sequence[Note]) -> None:
        """Give the document its notes."""
        footnotes = "".join(
            f'<w:footnote w:id="{note.number - 1 + _FIRST_ID}"><w:p><w:r>{_RAISED}<w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(note.text)}</w:t></w:r></w:p></w:footnote>'
            for note in notes
        )
        xml = f"{_XML}<w:footnotes {nsdecls('w')}>{_SEPARATORS}{footnotes}</w:footnotes>"
        part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, xml.encode("utf-8"), document.part.package)
        document.part.relate_to(part, _RELATION)
