"""Which files an export writes."""

from pathlib import Path

import pytest

from briefing.export import ExportError
from briefing.export.outputs import Output, called, is_article, layer_path, plan


def test_each_article_gets_a_file_in_the_current_folder() -> None:
    assert plan(["/a/one.txt", "b/two.html"], ".md", None) == [
        Output(Path("one.md"), (0,)),
        Output(Path("two.md"), (1,)),
    ]


def test_one_file_takes_all() -> None:
    assert plan(["one.txt", "two.txt"], ".md", "all.md") == [Output(Path("all.md"), (0, 1))]


def test_a_folder_gets_a_file_for_each(tmp_path: Path) -> None:
    assert plan(["one.txt"], ".csv", str(tmp_path)) == [Output(tmp_path / "one.csv", (0,))]
    assert plan(["one.txt"], ".csv", "new/") == [Output(Path("new/one.csv"), (0,))]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/news/bridge.html?from=feed#top", "bridge.md"),
        ("https://example.org/news/%D0%BC%D0%BE%D1%81%D1%82/", "мост.md"),
        ("https://example.org/", "example.org.md"),
        ("https://example.org/..", "briefing.md"),
        ("https://example.org/a%2F..%2F..%2Fb.html", "b.md"),
        ("https://example.org/a%00b%0A%5Cc.html", "abc.md"),
        ("https://example.org/" + "%D1%8F" * 300, "я" * 100 + ".md"),
    ],
)
def test_a_page_is_called_by_its_address(address: str, name: str) -> None:
    assert plan([address], ".md", None) == [Output(Path(name), (0,))]


def test_what_has_no_name_is_called_briefing() -> None:
    assert plan(["-"], ".md", None) == [Output(Path("briefing.md"), (0,))]


def test_two_articles_never_share_a_file_by_accident() -> None:
    with pytest.raises(ExportError, match=r"a/x\.txt and b/x\.txt would both be written to x\.md"):
        plan(["a/x.txt", "b/x.txt"], ".md", None)


def test_the_file_of_a_layer() -> None:
    assert layer_path(Path("a/b.csv"), "facts") == Path("a/b.facts.csv")
    assert layer_path(Path("a/b.csv"), "") == Path("a/b.csv")


def test_no_file_of_an_article_is_meant_for_an_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.txt", "b.md"):
        (tmp_path / name).write_text("x")
    assert called("a.md", ".md") == Path("a.briefing.md")
    assert called("a.md", ".html") == Path("a.html")
    assert plan(["a.md", str(tmp_path / "b.txt")], ".md", ".") == [
        Output(Path("a.briefing.md"), (0,)),
        Output(Path("b.md"), (1,)),
    ]
    # The Markdown that a text would be written to is another article.
    assert plan(["a.md", "b.md"], ".md", None)[1] == Output(Path("b.briefing.md"), (1,))
    with pytest.raises(ExportError, match=r"b\.briefing\.md"):
        plan(["b.txt", "b.md"], ".md", None)


def test_an_article_is_known_by_any_name(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "link.md").symlink_to("a.md")
    (tmp_path / "hard.md").hardlink_to(tmp_path / "a.md")
    for name in ("a.md", "link.md", "hard.md", "../" + tmp_path.name + "/a.md"):
        assert is_article(tmp_path / name, ["https://example.org/a.md", str(tmp_path / "a.md")])
    assert not is_article(tmp_path / "b.md", [str(tmp_path / "a.md"), "-", "a\0b"])
