"""Briefings as an Excel workbook: a sheet for each layer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.export import ExportError, Options
from briefing.export.tables import Cell, Table, tables
from briefing.model import Briefing

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDE_COLUMNS = {
    "title": 40,
    "text": 80,
    "role": 40,
    "speaker": 28,
    "actor": 28,
    "deadline_in_words": 30,
    "context": 60,
}
_LONGEST_CELL = 32767
"""Excel's limit of characters in a cell (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3)."""


def document(briefings: Sequence[Briefing], options: Options) -> bytes:
    """Return a workbook with the layers that the options name.

    Raises:
        ExportError: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise ExportError("A workbook needs openpyxl; install it with pip install 'briefing[xlsx]'.") from error
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for table in tables(briefings, options.layers):
        _fill(workbook.create_sheet(table.layer), table)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for row, cells in enumerate((table.columns, *table.rows), 1):
        for column, value in enumerate(cells, 1):
            _write(sheet, row, column, value)
    for column, name in enumerate(table.columns, 1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE_COLUMNS.get(name, 12)
    for cells_of_row in sheet.iter_rows(min_row=2):
        for cell in cells_of_row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    """Write a cell; text is marked as text, or Excel would calculate what begins like a formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = value[:_LONGEST_CELL]
        cell.data_type = "s"
        cell.quotePrefix = True
    else:
        cell.value = value
