"""A layer of briefings as comma-separated values (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from briefing.export import Options
from briefing.export.tables import Cell, looks_like_formula, tables
from briefing.model import Briefing


def document(briefings: Sequence[Briefing], options: Options) -> str:
    """Return the one layer that the options name as CSV with a header line.

    Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
    """
    (table,) = tables(briefings, options.layers)
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(table.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and looks_like_formula(cell) else cell
