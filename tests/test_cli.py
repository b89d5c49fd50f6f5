"""The command line: what goes to standard output, what to standard error, and the exit code."""

import io
import json
import os
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

import briefing
from briefing import cli, doctor, sources
from briefing.model import Article, Briefing
from briefing.review.record import Checked
from briefing.settings import settings_path
from briefing.sources import files
from tests.commanding import ARTICLE, Runner, is_one_sentence


def test_version_and_help(run: Runner) -> None:
    assert run("--version").out == f"briefing {briefing.__version__}\n"
    told = run("--help")
    assert told.code == 0
    assert all(command in told.out for command in ("read", "extract", "export", "schema"))
    assert "--force" in run("export", "-h").out


def test_every_command_is_told_in_a_line(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    rows = run("--help").out.partition("Commands:\n")[2].splitlines()
    assert len(rows) == len(cli.commands.commands)
    assert not [row for row in rows if row.endswith("...")]


def test_the_schema_is_the_models_own(run: Runner) -> None:
    schema = json.loads(run("schema").out)
    assert schema == Checked.model_json_schema()
    # A briefing that nobody has reviewed is one by the same schema.
    own = Briefing.model_json_schema()
    assert schema["properties"] == {**own["properties"], "review": schema["properties"]["review"]}
    assert schema["required"] == own["required"]


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--nonsense"], ["--nonsense", "briefing --help"]),
        (["export", "a.txt", "--nonsense"], ["--nonsense", "briefing export --help"]),
        (["nonsense"], ["nonsense"]),
        (["exprt"], ["No such command 'exprt' (did you mean 'export'?); 'briefing --help'"]),
        (["export", "--reviwed", "a.txt"], ["(did you mean one of: '", "?); 'briefing export --help'"]),
        (["read"], ["FILE", "briefing read --help"]),
        (["extract"], ["FILE"]),
        (["export"], ["FILE"]),
        (["schema", "more"], ["more"]),
    ],
)
def test_a_mistake_in_the_command_is_one_sentence(run: Runner, arguments: list[str], parts: list[str]) -> None:
    assert is_one_sentence(run(*arguments), *parts)


def test_extract_writes_one_briefing_a_line_in_the_order_of_its_arguments(run: Runner, article: Path) -> None:
    other = article.with_name("second.txt")
    other.write_text(ARTICLE.replace("Тихую", "Быструю"), encoding="utf-8")
    done = run("extract", "--fast", other, article, other)
    assert (done.code, done.err) == (0, "")
    briefings = [Briefing.model_validate_json(line) for line in done.out.splitlines()]
    assert [found.article.source for found in briefings] == [str(other), str(article), str(other)]
    assert briefings[1].article.title == "Мост через Тихую откроют в декабре"


UNDATED = """\
Мост через Тихую откроют

ЛУГОВОЕ, 3 февраля. /Вести/. Мэр поручила строителям сдать мост до 1 марта.
"""


def test_a_day_is_stated_for_articles_that_do_not_say_it(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(UNDATED, encoding="utf-8")
    (tmp_path / "dated.txt").write_text(UNDATED.replace("3 февраля", "3 февраля 2025"), encoding="utf-8")
    found = run("extract", "--fast", "--date", "2026-02-03", "wire.txt", "dated.txt").out.splitlines()
    assert [Briefing.model_validate_json(line).actions[0].deadline for line in found] == ["/2026-03-01", "/2025-03-01"]
    assert "3 февраля 2026 года" in run("export", "--fast", "--date", "2026-02-03", "wire.txt", "-o", "-").out
    assert "1 марта 2026" in run("read", "--fast", "--plain", "--date", "2026-02-03", "wire.txt").out
    assert is_one_sentence(run("extract", "--date", "3 февраля", "wire.txt"), "no day such as 2026-03-31")
    run("add", "--date", "2026-02-03", "wire.txt", "none.txt", "--library", tmp_path / "library.db")
    assert "by 1 March 2026" in run("agenda", "--library", tmp_path / "library.db").out


def test_exports_count_from_the_day_that_a_review_states(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(UNDATED, encoding="utf-8")
    (tmp_path / "wire.briefing.toml").write_text("date = 2026-02-03\n")
    assert "1 марта 2026" in run("export", "--fast", "wire.txt", "-o", "-").out
    assert "1 марта 2026" not in run("export", "--fast", "--no-review", "wire.txt", "-o", "-").out


def test_a_bad_file_does_not_stop_the_others(run: Runner, article: Path) -> None:
    picture = article.with_name("image.png")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    done = run("extract", "--fast", "missing.txt", article, picture)
    assert done.code == 2
    assert len(done.out.splitlines()) == 1
    first, second = done.err.splitlines()
    assert "missing.txt" in first
    assert str(picture) in second


def test_a_mistake_of_the_program_over_one_file_does_not_stop_the_others(
    run: Runner, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_all = sources.read_all

    def read_all_but_one(where: str) -> Iterator[Article | sources.SourceError]:
        if where == "bad.txt":
            raise ZeroDivisionError("at night")
        return read_all(where)

    monkeypatch.setattr(sources, "read_all", read_all_but_one)
    done = run("extract", "--fast", "bad.txt", article)
    assert done.code == 2
    assert len(done.out.splitlines()) == 1
    assert re.fullmatch(r"briefing: bad\.txt: [^\n]+ZeroDivisionError: at night[^\n]+\n", done.err)


ENTRY = "<item><title>{}</title><link>https://example.org/{}.html</link><description>{}</description></item>"
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Вести реки</title>'
    + ENTRY.format("Первая", "first", "Мост построят. " * 20)
    + ENTRY.format("Вторая", "second", "Паром починят. " * 20)
    + "</channel></rss>"
)


def test_each_entry_of_a_feed_is_an_article(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED, encoding="utf-8")
    lines = run("extract", "--fast", "feed.xml").out.splitlines()
    assert [Briefing.model_validate_json(line).article.title for line in lines] == ["Первая", "Вторая"]
    assert run("export", "--fast", "feed.xml").err == "Wrote first.md\nWrote second.md\n"
    assert run("export", "--fast", "feed.xml", "-o", "all.md").err == "Wrote all.md\n"
    assert (tmp_path / "all.md").read_text(encoding="utf-8").count("\n# Вторая\n") == 1


@pytest.mark.parametrize("command", ["extract", "export"])
def test_what_is_no_article_is_named_with_the_cause(run: Runner, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "folder").mkdir()
    for name in ("missing.txt", "empty.txt", "binary.txt", "folder", "line\nbreak.txt"):
        assert is_one_sentence(run(command, "--fast", name), name.partition("\n")[0])


def test_whether_a_file_may_be_read_is_found_out_by_reading_it(
    run: Runner, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert run("extract", "--fast", article).code == 0


def test_standard_input_is_named_in_words(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    for content, command in ((b" \n", "extract"), (ARTICLE.replace(" Вести реки.", "").encode(), "export")):
        files._standard_input.cache_clear()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        done = run(command, "--fast", "-", *(["-o", "-"] if command == "export" else []))
        if command == "extract":
            assert is_one_sentence(done, "standard input: is empty")
        else:
            assert "**Дата:**" in done.out
            assert "**Источник:**" not in done.out
    files._standard_input.cache_clear()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_without_permission_is_named(run: Runner, article: Path) -> None:
    article.chmod(0)
    assert is_one_sentence(run("extract", article), "most.txt", "permi")


@pytest.mark.parametrize(
    ("options", "parts"),
    [
        (["--only", "facts,dreams"], ["'dreams'", "facts, quotes, actions, figures"]),
        (["--min-score", "2"], ["--min-score"]),
        (["-f", "pdf"], ["pdf", "markdown"]),
    ],
)
def test_a_choice_that_is_none_is_one_sentence(
    run: Runner, article: Path, options: list[str], parts: list[str]
) -> None:
    assert is_one_sentence(run("export", article, *options), *parts)


def test_read_plainly_is_article_and_briefing_in_reading_order(run: Runner, article: Path) -> None:
    done = run("read", "--plain", "--fast", article)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(ARTICLE)
    assert done.out.count("Мост через Тихую откроют в декабре") == 2
    assert run("read", "--plain", "missing.txt").code == 2


def test_a_file_instead_of_a_command_is_read(run: Runner, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = run("read", "--plain", "--fast", article).out
    assert run(article, "--plain", "--fast").out == told
    bare = article.with_name("story")
    bare.write_bytes(article.read_bytes())
    monkeypatch.chdir(bare.parent)
    assert run("story", "--plain", "--fast").out == told.replace(article.name, "story")
    assert is_one_sentence(run("missing.txt"), "missing.txt: no such file")
    bare.rename("doctor")  # a command is meant where both are there
    assert "Python" in run("doctor").out


def test_a_folder_stands_for_the_articles_in_it(run: Runner, article: Path) -> None:
    folder = article.parent
    (folder / "deep").mkdir()
    (folder / "deep" / "other.txt").write_text(ARTICLE.replace("Тихую", "Быструю"), encoding="utf-8")
    (folder / "table.csv").write_text("a,b\n")
    (folder / f"{article.stem}.briefing.toml").write_text("")
    found = [Briefing.model_validate_json(line) for line in run("extract", "--fast", folder).out.splitlines()]
    assert [Path(briefing.article.source).name for briefing in found] == [article.name, "other.txt"]
    (folder / "deep" / "other.txt").unlink()
    assert is_one_sentence(run("read", folder / "deep"), str(folder / "deep"), "no article is in there")


def test_articles_that_are_read_plainly_stand_apart(run: Runner, article: Path) -> None:
    once = run("read", "--plain", "--fast", article).out
    assert run("read", "--plain", "--fast", article, article).out == f"{once}* * *\n\n{once}"


def test_settings_are_written_once_and_checked(run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = settings_path()
    shown = run("settings")
    assert (shown.code, shown.out) == (0, f"{path}\n")
    assert "--init" in shown.err
    assert run("settings", "--init").err == f"Wrote {path}\n"
    assert '# export = "e"' in path.read_text(encoding="utf-8").replace('"export"', "export")
    assert is_one_sentence(run("settings", "--init"), str(path), "exists already")
    path.write_text("[interface]\nlanguage = 1")
    checked = run("settings")
    assert (checked.code, checked.err.count("\n")) == (2, 1)
    assert "line 2: interface.language" in checked.err
    path.write_text('[interface]\ntheme = "pink"\nlanguage = "fr"\ncolour = 1\n[keys]\nexprt = "e"\n')
    checked = run("settings")
    assert checked.code == 2
    for line, part in zip(sorted(checked.err.splitlines()), ("theme", "language", "colour", "exprt"), strict=True):
        assert part in line
    path.write_text('[interface]\ntheme = "nord"\n')
    assert run("settings").code == 0


def test_the_shell_completes_commands_files_and_choices(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    for shell in ("fish", "zsh"):
        assert "_BRIEFING_COMPLETE" in run("completion", shell).out
    monkeypatch.setenv("_BRIEFING_COMPLETE", "fish_complete")
    for words, word, answer in (
        ("briefing ex", "ex", "plain,extract"),
        ("briefing export -f h", "h", "plain,html"),
        ("briefing extract a", "a", "file,a"),
        ("briefing sto", "sto", "file,sto"),
    ):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", word)
        assert answer in run().out


def test_the_manual_has_every_command_and_option(run: Runner) -> None:
    page = run("manual").out
    assert "\\fB\\-h, \\-\\-help\\fR" in page
    assert page.index(".SH ENVIRONMENT") < page.index(".B BRIEFING_LIBRARY") < page.index(".SH FILES")
    for name, command in cli.commands.commands.items():
        assert f".SS {name}" in page
        for option in (option for parameter in command.params for option in parameter.opts if option[0] == "-"):
            assert option.replace("-", "\\-") in page
    assert not [line for line in page.splitlines() if line.startswith(("'", ". "))]


def test_doctor_reports_what_is_there(run: Runner) -> None:
    done = run("doctor")
    assert done.code == 0, done.out
    for subject in ("Python", "textual", "Settings", "Library", "Samples", "Models"):
        assert re.search(rf"^  {subject} +\S", done.out, re.MULTILINE)


def test_doctor_says_what_the_library_has(
    run: Runner, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "library.db"))
    assert "'briefing add' begins it" in run("doctor").out
    run("add", article)
    assert f"  Library      {tmp_path}/library.db, 1 article\n" in run("doctor").out
    (tmp_path / "library.db").write_text("no database " * 100)
    done = run("doctor")
    assert done.code == 2
    assert re.search(r"^! Library +\S", done.out, re.MULTILINE)


def test_doctor_says_what_a_package_that_is_left_out_would_do(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "watchfiles":
            raise PackageNotFoundError
        return "1.0"

    monkeypatch.setattr(doctor, "version", version)
    done = run("doctor")
    assert done.code == 0
    assert "is not installed; it watches folders: pip install 'briefing[watch]'" in done.out


def test_an_output_that_cannot_be_written_is_named(run: Runner, article: Path) -> None:
    assert is_one_sentence(run("export", "--fast", article, "-o", "none/out.md"), "none/out.md", "-o")
    (article.parent / "most.md").mkdir()
    assert is_one_sentence(run("export", "--fast", article, "--force"), "most.md", "folder")


@pytest.mark.parametrize("arguments", [[], ["read", "most.txt"]])
def test_the_app_asks_for_a_terminal(run: Runner, article: Path, arguments: list[str]) -> None:
    assert is_one_sentence(run(*arguments), "terminal")


def test_read_names_a_bad_file_before_the_app_opens(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    for name in ("missing.txt", "empty.txt", "image.png", "."):
        assert is_one_sentence(run("read", name), name)


def test_read_opens_what_can_be_read_and_names_the_rest(
    run: Runner, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[str]] = []
    monkeypatch.setattr(cli, "open_app", lambda files, **options: opened.append(list(files)) or 0)
    done = run("read", "missing.txt", article, "other.txt")
    assert (done.code, opened) == (2, [[str(article)]])
    assert [line.split(":")[1].strip() for line in done.err.splitlines()] == ["missing.txt", "other.txt"]
    assert run("read", article).code == 0
    (article.parent / "wire").mkdir()
    article.rename(article.parent / "wire" / "most.txt")
    assert run("wire").code == 0
    assert opened[-1] == ["wire/most.txt"]


def test_a_mistake_in_the_program_is_one_sentence_too(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError("at\nnight")

    monkeypatch.setattr(cli, "write_out", broken)
    assert is_one_sentence(run("schema"), "report", "ZeroDivisionError: at night", "test_cli.py")


def test_ctrl_c_ends_quietly(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "write_out", interrupted)
    done = run("schema")
    assert (done.code, done.out, done.err.strip()) == (130, "", "")


def test_a_text_far_too_long_for_an_article_is_announced(
    run: Runner, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.arguments.LONG", 100)
    outcome = run("extract", "--fast", article)
    assert outcome.code == 0
    assert outcome.out.startswith("{")
    assert len(outcome.err.splitlines()) == 1
    assert article.name in outcome.err
    assert "can take minutes" in outcome.err
