"""Tables read back by readers of CSV and of spreadsheets."""

import csv
import io
from collections.abc import Mapping

import pytest
from openpyxl import load_workbook

from briefing.export import FORMATS, LAYERS, ExportError, Options, documents
from briefing.model import Briefing, Figure
from tests.export.rendering import HOSTILE, hostile, made, made_bytes


class TestTables:
    def rows(self, text: str) -> list[Mapping[str, str]]:
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_a_table_for_each_layer(self, bridge: Briefing) -> None:
        found = documents(FORMATS["csv"], [bridge], Options())
        assert tuple(found) == LAYERS
        quotes = self.rows(str(found["quotes"]))
        assert [(row["text"], row["speaker"], row["cue"]) for row in quotes] == [
            ("Откроем движение в декабре", "Анна Речная", "сказала"),
            ("30% работ уже сделано", "Анна Речная", ""),
            ("Жителей предупредят заранее", "", ""),
        ]
        figures = self.rows(str(found["figures"]))
        assert [(row["value"], row["unit"]) for row in figures] == [
            ("/2025-12-31", ""),
            ("1250000000", "RUB"),
            ("30.0", "%"),
        ]
        text = bridge.article.text
        for row in [*quotes, *figures]:
            assert text[int(row["start"]) : int(row["end"])] == row["text"]

    def test_the_items_of_several_articles_stand_in_one_table(self, bridge: Briefing) -> None:
        rows = self.rows(made("csv", [bridge, hostile()], layers=("actions",)))
        assert [row["article"] for row in rows] == [bridge.article.id] * 2 + [hostile().article.id]

    @pytest.mark.parametrize("start", ["=1+1", "+1", "-1 °C", "@SUM", "\tx", "\rx", "＝1", " =1", "\u00a0=1", "\n=1"])
    def test_no_cell_is_a_formula(self, start: str) -> None:
        for layer in LAYERS:
            (row,) = self.rows(made("csv", [hostile(start)], layers=(layer,)))
            assert row["text"] == f"'{start}"
            assert not [value for value in row.values() if value.lstrip(" \u00a0")[:1] in {*"=+-@\t\r\n＝"} - {""}]

    def test_negative_numbers_stay_numbers(self) -> None:
        figure = Figure(id="n1", kind="measure", value=-12.5, unit="градус", start=0, end=5, text="-12,5")
        article = hostile("-12,5 градуса").article
        briefing = Briefing(article=article, figures=(figure,))
        (row,) = self.rows(made("csv", [briefing], layers=("figures",)))
        assert (row["value"], row["text"]) == ("-12.5", "'-12,5")

    def test_the_workbook(self, bridge: Briefing) -> None:
        workbook = load_workbook(io.BytesIO(made_bytes("xlsx", [bridge, hostile()])))
        assert tuple(workbook.sheetnames) == LAYERS
        header, *rows = workbook["figures"].iter_rows()
        assert [cell.value for cell in header][-4:] == ["kind", "value", "unit", "context"]
        found = [[cell.value for cell in row][-6:-1] for row in rows]
        assert found[1] == [bridge.figures[1].end, "1,25 млрд рублей", "money", 1250000000, "RUB"]
        cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert HOSTILE in {cell.value for cell in cells}
        assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str))

    def test_a_workbook_takes_any_character(self) -> None:
        text = "a\x00b\x1bc\ufffed" + "я" * 40000
        sheet = load_workbook(io.BytesIO(made_bytes("xlsx", [hostile(text)])))["facts"]
        assert str(sheet["H2"].value).startswith("abcdя")

    def test_without_openpyxl_it_is_said_what_to_install(
        self, bridge: Briefing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
        with pytest.raises(ExportError, match=r"pip install 'briefing\[xlsx\]'"):
            made_bytes("xlsx", [bridge])
