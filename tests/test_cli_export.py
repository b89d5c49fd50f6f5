"""The command line writes briefings: names, formats, several articles, digests."""

from pathlib import Path

import pytest

from briefing.model import Briefing
from tests.commanding import ARTICLE, Runner, is_one_sentence


def test_export_writes_beside_nobody_and_says_where(run: Runner, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    moved = article.rename(folder / "most.txt")
    done = run("export", "--fast", moved)
    assert (done.code, done.out) == (0, "")
    assert done.err == "Wrote most.md\n"
    assert (tmp_path / "most.md").read_text(encoding="utf-8").startswith("# Мост через Тихую откроют в декабре\n")


def test_export_never_overwrites_unasked(run: Runner, article: Path, tmp_path: Path) -> None:
    (tmp_path / "most.md").write_text("mine")
    assert is_one_sentence(run("export", "--fast", article), "most.md", "--force")
    assert (tmp_path / "most.md").read_text() == "mine"
    assert run("export", "--fast", article, "--force").code == 0
    assert (tmp_path / "most.md").read_text(encoding="utf-8").startswith("# Мост")


def test_export_does_not_replace_the_article_even_if_forced(run: Runner, article: Path) -> None:
    assert is_one_sentence(run("export", "--fast", article, "-o", article, "--force"), "most.txt", "article itself")
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_an_article_in_the_format_of_the_export_gets_one_beside_it(run: Runner, article: Path, tmp_path: Path) -> None:
    article.rename(tmp_path / "most.md")
    assert run("export", "--fast", "most.md").err == "Wrote most.briefing.md\n"
    assert run("export", "--fast", tmp_path, "-o", tmp_path, "--force").err.endswith("most.briefing.md\n")
    assert (tmp_path / "most.md").read_text(encoding="utf-8") == ARTICLE


def test_a_digest_does_not_replace_an_article_of_its_folder_even_if_forced(
    run: Runner, article: Path, tmp_path: Path
) -> None:
    article.rename(tmp_path / "most.md")
    done = run("digest", "--fast", tmp_path, "-o", tmp_path / "most.md", "--force")
    assert is_one_sentence(done, "most.md", "article itself")
    assert (tmp_path / "most.md").read_text(encoding="utf-8") == ARTICLE


def test_export_to_standard_output(run: Runner, article: Path, tmp_path: Path) -> None:
    done = run("export", "--fast", article, "-o", "-")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# Мост")
    assert [path.name for path in tmp_path.iterdir()] == ["most.txt"]


def test_the_format_follows_the_output_or_the_option(run: Runner, article: Path, tmp_path: Path) -> None:
    assert run("export", "--fast", article, "-o", "a.json").code == 0
    Briefing.model_validate_json((tmp_path / "a.json").read_bytes())
    assert run("export", "--fast", article, "-f", "html").err == "Wrote most.html\n"
    assert (tmp_path / "most.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert run("export", "--fast", article, "-f", "docx").code == 0
    assert (tmp_path / "most.docx").read_bytes().startswith(b"PK")


def test_an_ending_that_no_format_has_is_refused(run: Runner, article: Path, tmp_path: Path) -> None:
    assert is_one_sentence(run("export", article, "-o", "out.foo"), "out.foo", ".md", ".ics", "--format")
    assert is_one_sentence(run("digest", article, "-o", "out.html"), "out.html", ".md")
    assert not list(tmp_path.glob("out.*"))
    assert run("export", article, "-o", "out.foo", "-f", "text").code == 0
    assert run("export", article, "-o", "v1.0/").code == 0
    assert list((tmp_path / "v1.0").iterdir())


def test_tables_are_a_file_for_each_layer(run: Runner, article: Path, tmp_path: Path) -> None:
    done = run("export", "--fast", article, "-f", "csv")
    assert done.err == "Wrote most.facts.csv, most.quotes.csv, most.actions.csv, most.figures.csv\n"
    names = ["most.actions.csv", "most.facts.csv", "most.figures.csv", "most.quotes.csv"]
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == names
    assert (tmp_path / "most.facts.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle,source,")
    assert is_one_sentence(run("export", "--fast", article, "-f", "csv", "-o", "-"), "--only")
    assert run("export", "--fast", article, "-f", "csv", "-o", "-", "--only", "facts").out.startswith("article,source,")


def test_several_articles_go_into_one_file_or_one_each(run: Runner, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("Мост через Тихую", "Паром через Быструю"), encoding="utf-8")
    done = run("export", "--fast", article, other, "missing.txt", "-o", "folder/")
    assert (done.code, done.err.splitlines()[1:]) == (2, ["Wrote folder/most.md", "Wrote folder/other.md"])
    assert "missing.txt" in done.err.splitlines()[0]
    assert run("export", "--fast", article, "-o", "folder", "--force").err == "Wrote folder/most.md\n"
    assert run("export", "--fast", article, other, "-f", "csv", "-o", "folder").err == "Wrote 8 tables to folder/\n"
    assert is_one_sentence(run("export", "--fast", article, "-o", "most.txt/"), "most.txt cannot be made")
    assert run("export", "--fast", article, other, "-o", "all.md").err == "Wrote all.md\n"
    headings = [line for line in (tmp_path / "all.md").read_text(encoding="utf-8").splitlines() if line[:2] == "# "]
    assert headings == ["# Мост через Тихую откроют в декабре", "# Паром через Быструю откроют в декабре"]


def test_no_briefing_is_made_of_an_export(run: Runner, article: Path, tmp_path: Path) -> None:
    assert run("export", "--fast", article, "-o", "all.txt").code == 0
    assert is_one_sentence(run("extract", "--fast", "all.txt"), "all.txt", "name the article")
    done = run("export", "--fast", article, "all.txt", "-o", "again.txt")
    assert (done.code, len(done.err.splitlines())) == (2, 2)
    assert (tmp_path / "again.txt").read_bytes() == (tmp_path / "all.txt").read_bytes()
    digest = run("digest", "--fast", tmp_path)
    assert digest.code == 0
    assert "all.txt and 1 more are exports" in digest.err or "again.txt and 1 more are exports" in digest.err


def test_two_articles_of_one_name_are_not_written_over_each_other(run: Runner, article: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    second = tmp_path / "b" / "most.txt"
    second.write_text(ARTICLE, encoding="utf-8")
    assert is_one_sentence(run("export", "--fast", article, second, "--force"), "most.md", str(second))
    assert not (tmp_path / "most.md").exists()


def test_a_template_of_ones_own(run: Runner, article: Path, tmp_path: Path) -> None:
    standard = run("template").out
    (tmp_path / "mine.md.j2").write_text(standard, encoding="utf-8")
    assert run("export", "--fast", article, "--template", "mine.md.j2").err == "Wrote most.md\n"
    assert (tmp_path / "most.md").read_text(encoding="utf-8") == run("export", "--fast", article, "-o", "-").out
    (tmp_path / "bad.j2").write_text("{% for %}")
    assert is_one_sentence(run("export", "--fast", article, "--template", "bad.j2", "-o", "x.txt"), "line 1")
    assert is_one_sentence(run("export", article, "--template", "none.j2"), "none.j2", "cannot be read")
    assert is_one_sentence(run("export", article, "--template", "mine.md.j2", "-f", "html"), "--format")


def test_a_digest_of_files_and_of_what_the_library_finds(run: Runner, article: Path, tmp_path: Path) -> None:
    library = ("--library", tmp_path / "library.sqlite")
    done = run("digest", "--fast", article, "-o", "digest.md", *library)
    assert (done.code, done.err) == (0, "Wrote digest.md\n")
    written = (tmp_path / "digest.md").read_text(encoding="utf-8")
    assert "### Мост через Тихую откроют в декабре" in written
    assert is_one_sentence(run("digest", "--fast", article, "-o", "digest.md", *library), "digest.md", "--force")
    assert run("add", article, *library).code == 0
    assert run("digest", "мосты", "через", "реку", *library).out == written
    assert is_one_sentence(run("digest", "вертолёт", *library), "вертолёт", "library")


def test_what_contradicts_itself_is_refused(run: Runner, article: Path, tmp_path: Path) -> None:
    for command in ("export", "digest"):
        assert is_one_sentence(run(command, article, "--no-review", "--reviewed"), "--reviewed and --no-review")
    assert [path.name for path in tmp_path.iterdir()] == ["most.txt"]


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (("--only", "facts,quotes", "-o", "y.ics"), ("calendar holds actions only", "--only")),
        (("--front-matter", "-f", "html"), ("--front-matter", "html", "works with markdown")),
        (("--events",), ("--events", "markdown", "works with calendar")),
        (("--evidence", "-f", "csv"), ("--evidence", "csv", "works with markdown, html, text, docx")),
        (("-o", "no/such.md"), ("no/such.md", "no folder no", "make it")),
    ],
)
def test_what_a_format_has_nothing_of_is_refused(
    run: Runner, article: Path, tmp_path: Path, arguments: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    assert is_one_sentence(run("export", article, *arguments), *parts)
    assert [path.name for path in tmp_path.iterdir()] == ["most.txt"]


def test_a_calendar_takes_the_actions_of_the_layers(run: Runner, article: Path, tmp_path: Path) -> None:
    assert run("export", "--fast", article, "--only", "facts,actions", "--events", "-o", "y.ics").code == 0
    assert "BEGIN:VEVENT" in (tmp_path / "y.ics").read_text(encoding="utf-8")


def test_a_calendar_with_nothing_in_it_is_said_to_be_empty(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("Мост через Тихую стоит с 1958 года.\n", encoding="utf-8")
    done = run("export", "--fast", "quiet.txt", "-o", "a.ics")
    assert (done.code, done.err.splitlines()[-1]) == (0, "briefing: No action has a deadline, so a.ics holds none.")
    done = run("export", "--fast", "quiet.txt", "-f", "calendar", "-o", "-")
    assert done.err == "briefing: No action has a deadline, so standard output holds none.\n"


def test_a_digest_shows_reprints_once_and_names_them(run: Runner, article: Path, tmp_path: Path) -> None:
    text = article.read_text(encoding="utf-8")
    (tmp_path / "again.txt").write_text(text.replace("Мост через Тихую откроют", "К зиме откроют мост"), "utf-8")
    digest = run("digest", "--fast", tmp_path).out
    assert digest.count("Откроем движение в декабре") == run("digest", "--fast", article).out.count(
        "Откроем движение в декабре"
    )
    assert digest.count("\n### ") == 2
    assert "Почти то же: Мост через Тихую откроют в декабре (3 апреля 2025 года · most.txt)" in digest
