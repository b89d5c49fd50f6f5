"""What articles are called in a list, told without reading all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.sources import read
from briefing.sources.heading import heading

WIRE = "Пенза и Брест договорились о станках\n\nПенза, 19 ноября 2025. PenzaNews. Чиновники собрались за одним столом."
PAGE = (
    "<html><head><title>Мост открыт — Вести</title></head><body><article><h1>Мост открыт</h1>"
    f"<p>{'По мосту поехали автобусы, сообщили в управе. ' * 8}</p></article></body></html>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
@pytest.mark.parametrize("times", [1, 400])
def test_a_title_is_told_from_the_beginning(tmp_path: Path, encoding: str, times: int) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes((WIRE + "\nЧиновники собрались за одним столом, как и год назад." * times).encode(encoding))
    assert heading(str(path)) == read(str(path)).title == "Пенза и Брест договорились о станках"


def test_an_untitled_article_is_called_by_its_first_words(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Мост закрыли, сообщили в управе в среду.", encoding="utf-8")
    assert heading(str(path)) == "Мост закрыли, сообщили в управе в среду."


def test_a_page_is_called_by_its_title(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text(PAGE, encoding="utf-8")
    assert heading(str(path)) == read(str(path)).title


def test_what_is_no_article_has_no_heading(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    for where in ("empty.txt", "picture.png", "missing.txt", ""):
        assert heading(str(tmp_path / where)) == ""
    assert heading("https://example.org/news/1") == ""
