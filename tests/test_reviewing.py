"""The commands with a review: what they write of it, take back from files, and say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.extract import extract
from briefing.library import Library
from briefing.library.keeping import review_of
from briefing.model import Briefing
from briefing.review import changes
from briefing.sources import read
from tests.commanding import Runner
from tests.deciding import STORY, decide, reviewed


def test_exports_follow_the_review(run: Runner, story: Briefing) -> None:
    before = run("export", "--fast", "story.txt", "-o", "-").out
    reviewed(story)
    assert "со слов" not in run("export", "--fast", "story.txt", "-o", "-").out
    assert "со слов" not in run("digest", "--fast", "story.txt").out
    assert run("export", "--fast", "story.txt", "--no-review", "-o", "-").out == before
    whole = run("export", "--fast", "--comments", "story.txt", "-o", "-")
    assert (whole.code, whole.err) == (0, "")
    assert "## Ключевые факты" in before
    assert "## Ключевые факты" not in whole.out
    assert whole.out.count("- [ ] ") == 3
    assert "Заметка: со слов" in whole.out
    accepted = run("export", "--fast", "story.txt", "--reviewed", "-o", "-").out
    assert accepted.count("- [ ] ") == 1
    for command in (
        ["digest", "--fast", "story.txt", "--reviewed", "--comments"],
        ["read", "--plain", "--fast", "story.txt"],
    ):
        assert "со слов" in run(*command).out
    assert run("extract", "--fast", "story.txt").out == run("extract", "--fast", "story.txt").out
    assert "review" not in json.loads(run("extract", "--fast", "story.txt").out)


def test_what_nobody_has_accepted_is_said_and_left_out(run: Runner, story: Briefing, tmp_path: Path) -> None:
    reviewed(story)
    (tmp_path / "other.txt").write_text(STORY.replace("Ольховке", "Сосновке"), encoding="utf-8")
    done = run("export", "--fast", "--reviewed", "other.txt", "story.txt", "-o", "all.md")
    assert done.code == 2
    assert done.err.splitlines() == [
        "briefing: other.txt: nothing in its briefing has been accepted yet.",
        "Wrote all.md",
    ]
    assert (tmp_path / "all.md").read_text(encoding="utf-8").count("\n# ") == 0
    alone = run("digest", "--fast", "--reviewed", "other.txt")
    assert (alone.code, alone.out, alone.err.count("\n")) == (2, "", 1)


def test_a_digest_of_the_library_follows_the_reviews(run: Runner, story: Briefing) -> None:
    reviewed(story)
    assert run("add", "story.txt").code == 0
    assert "со слов" in run("digest", "--reviewed", "--comments", "мельница").out


def test_a_digest_of_a_folder(run: Runner, story: Briefing, tmp_path: Path) -> None:
    reviewed(story)
    done = run("digest", "--fast", tmp_path / ".")
    assert done.out.startswith("# Обзор")


def test_a_review_that_cannot_be_read_stops_its_article_alone(run: Runner, story: Briefing, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(STORY.replace("Ольховке", "Сосновке"), encoding="utf-8")
    (tmp_path / "story.briefing.toml").write_text("[facts.a]\nstate = 1\n", encoding="utf-8")
    done = run("export", "--fast", "story.txt", "other.txt")
    assert done.code == 2
    first, second = done.err.splitlines()
    assert first.startswith("briefing: story.briefing.toml, line 2: facts.a.state")
    assert first.endswith("; mend it, or leave the review out with --no-review.")
    assert second == "Wrote other.md"
    assert run("export", "--fast", "--no-review", "story.txt").err == "Wrote story.md\n"
    plain = run("read", "--plain", "--fast", "story.txt")
    assert plain.code == 2
    assert plain.err.startswith("briefing: story.briefing.toml, line 2: ")
    assert "Вера Сомова поручила плотникам" in plain.out


def test_a_review_is_no_article(run: Runner, story: Briefing) -> None:
    reviewed(story)
    done = run("export", "--fast", "story.briefing.toml", "story.txt")
    assert (done.code, done.err.splitlines()[1:]) == (2, ["Wrote story.md"])
    assert done.err.startswith("briefing: story.briefing.toml is the review of an article")
    assert run("add", "story.briefing.toml", "story.txt").out.count("\n") == 1


def test_words_that_are_gone_are_counted(run: Runner, story: Briefing, tmp_path: Path) -> None:
    reviewed(story)
    (tmp_path / "story.txt").write_text(STORY.partition("\n\nГлава")[0] + "\n", encoding="utf-8")
    done = run("export", "--fast", "story.txt", "-o", "-")
    assert done.code == 0
    assert "words that the article no longer has; the review keeps them" in done.err


class TestImport:
    def test_the_briefing_and_its_review_come_back(self, run: Runner, story: Briefing, tmp_path: Path) -> None:
        review = reviewed(story)
        assert run("export", "--fast", "story.txt", "--reviewed", "-o", "out.json").code == 0
        (tmp_path / "story.briefing.toml").unlink()
        done = run("import", "out.json")
        assert (done.code, done.out) == (0, "+     1  Мельницу в Ольховке починят осенью\n")
        assert done.err == f"{len(review.decisions)} decisions of story.txt restored in story.briefing.toml\n"
        assert review_of(story.article, tmp_path / "library.db") == review
        with Library(tmp_path / "library.db") as library:
            article = story.article.model_copy(update={"source": str(tmp_path / "story.txt")})
            assert library.briefing(1) == story.model_copy(update={"article": article})
        assert run("import", "out.json").out.startswith("=     1")

    def test_without_its_file_the_library_keeps_the_review(self, run: Runner, story: Briefing, tmp_path: Path) -> None:
        review = reviewed(story)
        run("export", "--fast", "story.txt", "-o", "out.json")
        for name in ("story.txt", "story.briefing.toml"):
            (tmp_path / name).unlink()
        assert run("import", "out.json").code == 0
        assert review_of(story.article, tmp_path / "library.db") == review
        # Another file that happens to have the name gets nothing beside it.
        (tmp_path / "story.txt").write_text("Иное\n\nСовсем иной текст о погоде.\n", encoding="utf-8")
        assert run("import", "out.json").code == 0
        assert not (tmp_path / "story.briefing.toml").exists()

    def test_a_review_of_another_text_is_not_mixed_with_the_one_beside_the_file(
        self, run: Runner, story: Briefing, tmp_path: Path
    ) -> None:
        review = reviewed(story)
        run("export", "--fast", "story.txt", "-o", "out.json")
        (tmp_path / "story.briefing.toml").unlink()
        (tmp_path / "story.txt").write_text(
            "Погода\n\n«Завтра дождь», — сказал синоптик Лев Тучин.\n", encoding="utf-8"
        )
        weather = extract(read("story.txt"), models=False)
        decide(weather, lambda state: changes.decide(state, state.layer("quotes")[0], "accepted"))
        beside = (tmp_path / "story.briefing.toml").read_bytes()
        done = run("import", "out.json")
        assert done.code == 0
        assert "library.db" in done.err
        assert (tmp_path / "story.briefing.toml").read_bytes() == beside
        assert len(review_of(weather.article, tmp_path / "library.db").decisions) == 1
        # Once the text is back, its review is found.
        (tmp_path / "story.briefing.toml").unlink()
        (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
        assert review_of(story.article, tmp_path / "library.db") == review

    def test_what_was_decided_here_otherwise_stays(self, run: Runner, story: Briefing, tmp_path: Path) -> None:
        reviewed(story)
        run("export", "--fast", "story.txt", "-o", "out.json")
        decide(story, lambda state: changes.comment(state, state.layer("quotes")[0], "с записи"))
        done = run("import", "out.json")
        assert done.code == 2
        assert "comment stays 'с записи', not 'со слов'." in done.err.splitlines()[0]
        decisions = review_of(story.article, tmp_path / "library.db").decisions
        assert "с записи" in {decision.comment for decision in decisions}

    def test_lists_and_lines(self, run: Runner, story: Briefing, tmp_path: Path) -> None:
        other = STORY.replace("Ольховке", "Сосновке")
        (tmp_path / "other.txt").write_text(other, encoding="utf-8")
        run("export", "--fast", "story.txt", "other.txt", "-o", "all.json")
        assert run("import", "all.json").out.count("+") == 2
        lines = run("extract", "--fast", "story.txt", "other.txt").out
        (tmp_path / "lines.jsonl").write_text(lines, encoding="utf-8")
        assert run("import", "lines.jsonl").out.count("=") == 2

    @pytest.mark.parametrize(
        ("change", "part"),
        [
            (lambda data: data["article"].update(text=data["article"]["text"] + "!"), "its id was made of"),
            (lambda data: data["facts"][0].update(start=1), "no briefing"),
            (
                lambda data: data["review"]["decisions"][0].update(state="maybe"),
                "review.decisions.0.state",
            ),
            (lambda data: data["review"]["decisions"][0].update(key="x:1"), "review.decisions.0.key"),
            (lambda data: data["review"]["decisions"][0]["edits"].update(colour="red"), "colour is not known"),
            (lambda data: data["review"]["original"]["facts"][0].update(start=1), "no briefing"),
            (lambda data: data.pop("article"), "no briefing: article"),
            (lambda data: data["review"]["original"]["quotes"].append(data["quotes"][0]), "two of the quotes have"),
            (lambda data: data["speakers"][0].update(role="\x1b]0;owned\x07"), "a terminal may obey"),
            (lambda data: data["article"].update(title="\u202eabc"), "a terminal may obey"),
            (lambda data: data["article"].update(source="\ud800"), "a terminal may obey"),
            (lambda data: data["article"].update(date="вчера"), "article.date is 'вчера', not a day"),
            (lambda data: data["article"].update(date="20250305"), "article.date"),
            (lambda data: data["article"].update(language="русский"), "article.language is 'русский', not a code"),
            (lambda data: data["review"]["original"]["actions"][0].update(deadline="скоро"), "the deadline is a date"),
        ],
    )
    def test_what_is_no_briefing_is_one_sentence(
        self, run: Runner, story: Briefing, tmp_path: Path, change: Callable[[dict[str, object]], object], part: str
    ) -> None:
        decide(story, lambda state: changes.decide(state, state.layer("actions")[0], "accepted"))
        data = json.loads(run("export", "--fast", "story.txt", "-f", "json", "-o", "-").out)
        change(data)
        (tmp_path / "out.json").write_text(json.dumps(data), encoding="utf-8")
        done = run("import", "out.json")
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith("briefing: out.json, briefing 1: ")
        assert part in done.err
        assert len(review_of(story.article, tmp_path / "library.db").decisions) == 1

    @pytest.mark.parametrize("nothing", ["", " \n", "[]"])
    def test_a_file_without_briefings_is_one_sentence(self, run: Runner, tmp_path: Path, nothing: str) -> None:
        (tmp_path / "empty.json").write_text(nothing, encoding="utf-8")
        done = run("import", "empty.json")
        assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
        assert "there is no briefing in it" in done.err

    def test_what_is_no_json_is_one_sentence(self, run: Runner, tmp_path: Path) -> None:
        contents = b"{\n,", b"\xff", b"[" * 100_000, b"1", b"[[]]", b"1" * 5_000
        for name, content in zip("abcdef", contents, strict=True):
            (tmp_path / name).write_bytes(content)
            done = run("import", name)
            assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), name
            assert done.err.startswith(f"briefing: {name}")
        assert run("import", "none").err.count("\n") == 1
