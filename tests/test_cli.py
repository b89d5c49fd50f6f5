"""The command line: what goes to standard output, what to standard error, and the exit code."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import briefing
from briefing import cli, sources
from briefing.model import Article, Briefing
from briefing.review.record import Checked
from briefing.settings import settings_path

PROJECT = Path(__file__).parents[1]
ARTICLE = """\
Мост через Тихую откроют в декабре

Луговое, 3 апреля 2025. Вести реки. Мост через реку Тихую построят до конца года, на него выделено 1,25 млрд рублей.

«Откроем движение в декабре», — сказала мэр Анна Речная.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str


Runner = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    """Run the command line in a folder of its own, and return what it wrote and its exit code."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Outcome:
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Outcome(int(left.value.code), written.out, written.err)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "most.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def is_one_sentence(outcome: Outcome, *parts: str) -> bool:
    """Tell whether the outcome is a failure said in one line that has the parts."""
    lines = outcome.err.splitlines()
    return (
        outcome.code == 2
        and outcome.out == ""
        and len(lines) == 1
        and lines[0].startswith("briefing: ")
        and lines[0].endswith(".")
        and all(part in lines[0] for part in parts)
    )


def test_version_and_help(run: Runner) -> None:
    assert run("--version").out == f"briefing {briefing.__version__}\n"
    told = run("--help")
    assert told.code == 0
    assert all(command in told.out for command in ("read", "extract", "export", "schema"))
    assert "--force" in run("export", "-h").out


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


def test_a_bad_file_does_not_stop_the_others(run: Runner, article: Path) -> None:
    done = run("extract", "--fast", "missing.txt", article, article.parent)
    assert done.code == 2
    assert len(done.out.splitlines()) == 1
    first, second = done.err.splitlines()
    assert "missing.txt" in first
    assert str(article.parent) in second


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


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_without_permission_is_named(run: Runner, article: Path) -> None:
    article.chmod(0)
    assert is_one_sentence(run("extract", article), "most.txt", "permi")


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
    assert run("export", "--fast", article, "-f", "csv").code == 0
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
    assert is_one_sentence(run("export", "--fast", article, "-o", "most.txt/"), "most.txt cannot be made")
    assert run("export", "--fast", article, other, "-o", "all.md").err == "Wrote all.md\n"
    headings = [line for line in (tmp_path / "all.md").read_text(encoding="utf-8").splitlines() if line[:2] == "# "]
    assert headings == ["# Мост через Тихую откроют в декабре", "# Паром через Быструю откроют в декабре"]


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
    assert run("add", "--fast", article, *library).code == 0
    assert run("digest", "мосты", "через", "реку", *library).out == written
    assert is_one_sentence(run("digest", "вертолёт", *library), "вертолёт", "library")


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
    ):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", word)
        assert answer in run().out


def test_the_manual_has_every_command_and_option(run: Runner) -> None:
    page = run("manual").out
    for name, command in cli.commands.commands.items():
        assert f".SS {name}" in page
        for option in (option for parameter in command.params for option in parameter.opts if option[0] == "-"):
            assert option.replace("-", "\\-") in page
    assert not [line for line in page.splitlines() if line.startswith(("'", ". "))]


def test_doctor_reports_what_is_there(run: Runner) -> None:
    done = run("doctor")
    assert done.code == 0, done.out
    for subject in ("Python", "textual", "Settings", "Samples", "Models"):
        assert re.search(rf"^  {subject} +\S", done.out, re.MULTILINE)


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
    done = run("read", "missing.txt", article, ".")
    assert (done.code, opened) == (2, [[str(article)]])
    assert [line.split(":")[1].strip() for line in done.err.splitlines()] == ["missing.txt", "."]
    assert run("read", article).code == 0


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


def in_a_process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, check=False, cwd=PROJECT, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close differently there")
def test_a_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = in_a_process("schema", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
def test_a_full_disk_behind_standard_output_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = in_a_process("schema", stdout=full)
    assert done.returncode == 2
    assert re.fullmatch(rb"briefing: Standard output cannot be written: [^\n]+\n", done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals and shells")
def test_a_closed_standard_output_is_said() -> None:
    command = f'exec "{sys.executable}" -m briefing schema >&-'
    done = subprocess.run(["bash", "-c", command], check=False, cwd=PROJECT, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert re.fullmatch(rb"briefing: Standard output is closed[^\n]+\n", done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals and shells")
def test_ctrl_c_while_the_program_loads_is_quiet() -> None:
    script = (
        "import os, signal, sys\n"
        "from briefing.__main__ import main\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'click': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, cwd=PROJECT, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


def test_output_is_utf_8_in_any_locale() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = in_a_process("export", "articles/no-such-статья.txt", stdout=subprocess.PIPE, env=environment)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_the_module_runs_as_the_command_does() -> None:
    done = in_a_process("--version", stdout=subprocess.PIPE)
    assert done.stdout.decode().strip() == f"briefing {briefing.__version__}"


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
