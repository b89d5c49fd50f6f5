"""The command `sync`: what was ticked in an exported task list, taken back into the review."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.library.across import agenda
from briefing.library.keeping import review_of
from briefing.model import Briefing
from briefing.review import apply, changes
from tests.commanding import Runner
from tests.deciding import STORY, decide


def stars(text: str) -> str:
    return re.sub(r"^( *)- ", lambda found: f"{found[1] * 2}*   ", text, flags=re.MULTILINE)


def wrapped(text: str) -> str:
    head, rule, body = text.rpartition("\n---\n")
    keep = re.compile(r"#|\||\s*$|\[\^")
    lines = (line if keep.match(line) else textwrap.fill(line, 40, subsequent_indent="  ") for line in body.split("\n"))
    return head + rule + "\n".join(lines)


def other_line_ends(text: str) -> str:
    return "\ufeff" + text.replace("\n", "  \r\n")


def apart(text: str) -> str:
    return re.sub(r"^( *- )", r"\n\1", text, flags=re.MULTILINE).replace("[x] ", "[x]\u00a0")


def loud(text: str) -> str:
    return re.sub(r"^# (.*)", r"\1\n=====", text.replace("[x]", "[X]"), flags=re.MULTILINE)


def exported(run: Runner, tmp_path: Path, *options: str) -> Path:
    assert run("export", "--fast", "story.txt", "-o", "out.md", *options).code == 0
    return tmp_path / "out.md"


def tick(path: Path, *words: str) -> None:
    text = path.read_text(encoding="utf-8")
    for found in words:
        box = text.index("- [ ] ", text.rindex("\n", 0, text.index(found, text.index("- [ ]"))))
        text = text[:box] + "- [x] " + text[box + 6 :]
    path.write_text(text, encoding="utf-8")


def ticked(story: Briefing, tmp_path: Path) -> list[bool]:
    state = apply(story, review_of(story.article, tmp_path / "library.db"))
    return [item.decision.done for item in state.layer("actions")]


@pytest.mark.parametrize("options", [[], ["--evidence"], ["--front-matter"]])
def test_what_is_ticked_is_done(run: Runner, story: Briefing, tmp_path: Path, options: list[str]) -> None:
    tick(exported(run, tmp_path, *options), story.actions[2].text)
    synced = run("sync", "--fast", "out.md")
    assert (synced.code, synced.out) == (0, f"story.txt: {story.actions[2].text}\n")
    assert synced.err == "1 done, 0 done already, 0 not found\n"
    assert ticked(story, tmp_path) == [False, False, True]
    again = run("sync", "--fast", "out.md")
    assert (again.code, again.out, again.err) == (0, "", "0 done, 1 done already, 0 not found\n")
    assert "- [x] " in run("export", "--fast", "story.txt", "-o", "-").out


@pytest.mark.parametrize("options", [[], ["--evidence"], ["--front-matter"]])
@pytest.mark.parametrize("editor", [stars, wrapped, other_line_ends, apart, loud], ids=lambda each: each.__name__)
def test_what_an_editor_made_of_the_file(
    run: Runner, story: Briefing, tmp_path: Path, options: list[str], editor: Callable[[str], str]
) -> None:
    (tmp_path / "other.txt").write_text(STORY.replace("Мельниц", "Маслобойн"), encoding="utf-8")
    decide(story, lambda state: changes.done(state, state.layer("actions")[0], True))
    assert run("export", "--fast", "story.txt", "other.txt", "-o", "out.md", *options).code == 0
    tick(tmp_path / "out.md", story.actions[1].text)
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    (tmp_path / "out.md").write_bytes(editor(text).encode())
    synced = run("sync", "--fast", "out.md")
    assert (synced.code, synced.out) == (0, f"story.txt: {story.actions[1].text}\n")
    assert synced.err == "1 done, 1 done already, 0 not found\n"
    assert ticked(story, tmp_path) == [True, True, False]


def test_a_missing_tick_opens_nothing(run: Runner, story: Briefing, tmp_path: Path) -> None:
    tick(exported(run, tmp_path), story.actions[2].text)
    decide(story, lambda state: changes.done(state, state.layer("actions")[0], True))
    said = run("sync", "--fast", "out.md").err.splitlines()[0]
    assert said.startswith(f"briefing: story.txt: {story.actions[0].text!r} is done and has no tick in out.md")
    assert ticked(story, tmp_path) == [True, False, True]
    (tmp_path / "out.md").write_text((tmp_path / "out.md").read_text().replace("[x]", "[ ]"))
    assert run("sync", "--fast", "out.md").err.count("it is left as it is.\n") == 2


def test_what_was_dismissed_stays_so(run: Runner, story: Briefing, tmp_path: Path) -> None:
    tick(exported(run, tmp_path), story.actions[1].text)
    decide(story, lambda state: changes.decide(state, state.layer("actions")[1], "dismissed"))
    synced = run("sync", "--fast", "out.md")
    assert (synced.code, synced.out) == (2, "")
    first, count = synced.err.splitlines()
    assert first.startswith(f"briefing: story.txt: {story.actions[1].text!r} is ticked in out.md and has been dismi")
    assert count == "0 done, 0 done already, 0 not found, 1 dismissed"
    assert ticked(story, tmp_path) == [False, False, False]


def test_by_the_library_where_the_file_is_gone(run: Runner, story: Briefing, tmp_path: Path) -> None:
    assert run("add", "story.txt").code == 0
    for options in ([], ["--front-matter"]):
        tick(exported(run, tmp_path, "--force", *options), story.actions[0].text)
    moved = tmp_path / "elsewhere" / "out.md"
    moved.parent.mkdir()
    (tmp_path / "out.md").rename(moved)
    (tmp_path / "story.txt").unlink()
    assert run("sync", moved).out == f"story.txt: {story.actions[0].text}\n"
    assert ticked(story, tmp_path) == [True, False, False]
    with Library(tmp_path / "library.db") as library:
        assert story.actions[0].text not in {due.text for due in agenda(library, "2025-01-01")}


def test_reworded_tasks_and_others(run: Runner, story: Briefing, tmp_path: Path) -> None:
    action = story.actions[2].text
    (tmp_path / "plan.md").write_text(
        f"- [x] Надо: {action}\n- [x] Купить хлеб\n- [ ] {story.actions[0].text}\n", encoding="utf-8"
    )
    lost = run("sync", "--fast", "plan.md")
    assert lost.code == 2
    assert "name it after the file" in lost.err.splitlines()[0]
    done = run("sync", "--fast", "plan.md", "story.txt")
    assert (done.code, done.out) == (2, f"story.txt: {action}\n")
    assert done.err.splitlines() == [
        "briefing: plan.md: 'Купить хлеб' is no action of the article.",
        "1 done, 0 done already, 1 not found",
    ]
    assert ticked(story, tmp_path) == [False, False, True]


def test_articles_are_named_by_their_number_too(run: Runner, story: Briefing, tmp_path: Path) -> None:
    run("add", "story.txt")
    (tmp_path / "plan.md").write_text(f"- [x] {story.actions[1].text}\n", encoding="utf-8")
    assert run("sync", "plan.md", "1").code == 0
    assert ticked(story, tmp_path) == [False, True, False]
    assert run("sync", "plan.md", "77").err.count("\n") == 1


@pytest.mark.parametrize(
    "front_matter",
    ["day: 2026-99-99", 'id: "\\ud800"', "id: &a [*a, *a]", f"a: {'[' * 5_000}", "articles: [1, {}]"],
)
def test_front_matter_of_any_kind_is_no_mistake_of_the_program(
    run: Runner, tmp_path: Path, story: Briefing, front_matter: str
) -> None:
    run("add", "story.txt")
    (tmp_path / "out.md").write_text(f"---\n{front_matter}\n---\n# T\n\n- [x] Купить хлеб\n", encoding="utf-8")
    done = run("sync", "out.md")
    assert done.code == 2
    assert "mistake in the program" not in done.err


def test_a_document_leads_to_no_file_elsewhere(run: Runner, story: Briefing, tmp_path: Path) -> None:
    tick(exported(run, tmp_path), story.actions[0].text)
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    for source in (tmp_path / "story.txt", f"../{tmp_path.name}/story.txt", "a" * 5_000):
        (tmp_path / "out.md").write_text(text.replace("story.txt", str(source)), encoding="utf-8")
        assert run("sync", "--fast", "out.md").err.endswith("0 done, 0 done already, 1 not found\n")
    lost = run("sync", "--fast", "out.md", "a" * 5_000)
    assert lost.code == 2
    assert "mistake in the program" not in lost.err


def test_nothing_ticked(run: Runner, story: Briefing, tmp_path: Path) -> None:
    exported(run, tmp_path)
    assert run("sync", "out.md").err == "out.md: nothing is ticked in it\n"
    missing = run("sync", "none.md")
    assert (missing.code, missing.err.count("\n")) == (2, 1)


def test_an_export_beside_it_is_not_taken_for_the_article(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    assert run("export", "--fast", "story.txt", "-o", "out/story.txt").code == 0
    exported(run, tmp_path).rename(out / "s.md")
    tick(out / "s.md", "перекрыть крышу")
    done = run("sync", "out/s.md")
    assert "is an export" not in done.err
    assert "1 done" in done.err
