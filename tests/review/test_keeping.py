"""A review on disk: whole at any moment, and never written over what somebody else decided."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Briefing
from briefing.review import History, Review, apply
from briefing.review.file import ReviewError, dumps, loads
from briefing.review.keeping import BesideArticle, Keeper, path_beside
from briefing.review.merging import merge

from .conftest import BODY, TITLE, Step, article, find, steps


def decided(briefing: Briefing, review: Review, layer: str, id_: str, **what: Any) -> Review:
    """Return the review with a decision changed."""
    reviewed = apply(briefing, review)
    item = reviewed.item(layer, id_)  # type: ignore[arg-type]
    return review.put(item.decision.changed(**what))


def keeper(briefing: Briefing, folder: Path) -> Keeper:
    return Keeper(briefing.article, BesideArticle(folder / "most.briefing.toml"))


def test_nothing_is_written_before_something_was_decided(bridge: Briefing, tmp_path: Path) -> None:
    kept = keeper(bridge, tmp_path)
    assert kept.load() == Review()
    assert kept.save(Review()).review == Review()
    assert list(tmp_path.iterdir()) == []


def test_each_decision_is_on_disk(bridge: Briefing, tmp_path: Path) -> None:
    kept = keeper(bridge, tmp_path)
    review = kept.load()
    for id_ in ("f1", "f2"):
        review = decided(bridge, review, "facts", id_, state="accepted")
        assert kept.save(review).review == review
        assert keeper(bridge, tmp_path).load() == review
    assert [path.name for path in tmp_path.iterdir()] == ["most.briefing.toml"]
    kept.save(Review())
    assert keeper(bridge, tmp_path).load() == Review()


def test_what_somebody_else_decided_meanwhile_is_taken_in(bridge: Briefing, tmp_path: Path) -> None:
    mine, theirs = keeper(bridge, tmp_path), keeper(bridge, tmp_path)
    start = decided(bridge, Review(), "facts", "f1", state="accepted")
    mine.save(start)
    assert theirs.load() == start
    theirs.save(decided(bridge, start, "facts", "f1", comment="их"))
    history = History(start)
    history.do(decided(bridge, start, "quotes", "q1", state="dismissed"))
    kept = mine.save(history.present)
    assert kept.conflicts == ()
    history.rebase(kept.take_in)
    assert history.present == kept.review == keeper(bridge, tmp_path).load()
    assert {(d.layer, d.state, d.comment) for d in kept.review.decisions} == {
        ("facts", "accepted", "их"),
        ("quotes", "dismissed", ""),
    }
    # Taking one's own step back leaves theirs.
    history.undo()
    assert [d.comment for d in history.present.decisions] == ["их"]
    assert mine.look(history.present).theirs is None


def test_a_conflict_is_shown_and_nothing_written_until_it_is_settled(bridge: Briefing, tmp_path: Path) -> None:
    for prefer_theirs in (False, True):
        folder = tmp_path / str(prefer_theirs)
        folder.mkdir()
        mine, theirs = keeper(bridge, folder), keeper(bridge, folder)
        start = decided(bridge, Review(), "actions", "a1", comment="было")
        mine.save(start)
        theirs.load()
        written = decided(bridge, start, "actions", "a1", comment="их", done=True)
        theirs.save(written)
        kept = mine.save(decided(bridge, start, "actions", "a1", comment="моё"))
        (conflict,) = kept.conflicts
        assert (conflict.field, conflict.mine, conflict.theirs) == ("comment", "моё", "их")
        assert keeper(bridge, folder).load() == written
        chosen = kept.in_their_favour if prefer_theirs else kept.review
        assert mine.save(chosen).conflicts == ()
        (decision,) = keeper(bridge, folder).load().decisions
        assert (decision.comment, decision.done) == ("их" if prefer_theirs else "моё", True)


def test_a_broken_file_is_not_written_over(bridge: Briefing, tmp_path: Path) -> None:
    kept = keeper(bridge, tmp_path)
    kept.save(decided(bridge, kept.load(), "facts", "f1", state="accepted"))
    path = tmp_path / "most.briefing.toml"
    for broken in (b"[facts.a", b"\xff\xfe"):
        path.write_bytes(broken)
        with pytest.raises(ReviewError, match=r"most\.briefing\.toml"):
            kept.save(Review())
        with pytest.raises(ReviewError):
            kept.load()
        assert path.read_bytes() == broken
    path.unlink()
    path.mkdir()
    with pytest.raises(ReviewError, match="cannot be read"):
        kept.load()


def test_a_folder_that_is_gone_is_said(bridge: Briefing, tmp_path: Path) -> None:
    kept = keeper(bridge, tmp_path / "gone")
    with pytest.raises(ReviewError, match="cannot be written"):
        kept.save(decided(bridge, Review(), "facts", "f1", state="accepted"))


STEPS_OF_A_WRITE = ("mkstemp", "open", "write", "fsync", "chmod", "replace")


@pytest.mark.parametrize("step", STEPS_OF_A_WRITE)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_crash_at_any_step_leaves_the_old_file_or_the_new_one(
    bridge: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    kept = keeper(bridge, tmp_path)
    old = decided(bridge, Review(), "facts", "f1", state="accepted")
    new = decided(bridge, old, "facts", "f2", state="dismissed")
    kept.save(old)
    with monkeypatch.context() as patch:
        fail_at(patch, step, error)
        with pytest.raises((ReviewError, KeyboardInterrupt)):
            kept.save(new)
    assert keeper(bridge, tmp_path).load() == old
    # Nothing is left of the attempt, and the next one succeeds.
    assert [path.name for path in tmp_path.iterdir()] == ["most.briefing.toml"]
    assert kept.save(new).review == new
    assert keeper(bridge, tmp_path).load() == new


def test_a_crash_after_the_last_step_leaves_the_new_file(
    bridge: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keeper(bridge, tmp_path)
    kept.save(decided(bridge, Review(), "facts", "f1", state="accepted"))
    new = decided(bridge, Review(), "facts", "f1", state="dismissed")

    def crash(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("briefing.writing._flush_folder", crash)
        with pytest.raises(KeyboardInterrupt):
            kept.save(new)
    assert keeper(bridge, tmp_path).load() == new


def fail_at(patch: pytest.MonkeyPatch, step: str, error: BaseException) -> None:
    """Let one step of writing a file fail; `write` after half of the bytes are in it."""

    def fail(*_: Any, **__: Any) -> Any:
        raise error

    if step == "write":
        real = os.fdopen

        def half(descriptor: int, mode: str) -> Any:
            file = real(descriptor, mode)
            write: Callable[[bytes], int] = file.write

            class Half:
                def __enter__(self) -> Any:
                    return self

                def __exit__(self, *_: object) -> None:
                    file.close()

                def write(self, data: bytes) -> None:
                    write(data[: len(data) // 2])
                    file.flush()
                    raise error

            return Half()

        patch.setattr("briefing.writing.open", half, raising=False)
        return
    where = {
        "mkstemp": "briefing.writing.tempfile.mkstemp",
        "open": "briefing.writing.open",
        "fsync": "briefing.writing.os.fsync",
        "chmod": "pathlib.Path.chmod",
        "replace": "pathlib.Path.replace",
    }
    patch.setattr(where[step], fail, raising=False)


def test_files_that_differ_in_their_suffix_have_reviews_of_their_own(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert path_beside(tmp_path / "a.html").name == "a.briefing.toml"
    text = dumps(Review(), article(TITLE, *BODY, source=str(tmp_path / "a.txt")))
    (tmp_path / "a.briefing.toml").write_text(text, encoding="utf-8")
    assert path_beside(tmp_path / "a.txt").name == "a.briefing.toml"
    assert path_beside(tmp_path / "a.html").name == "a.html.briefing.toml"
    (tmp_path / "a.html.briefing.toml").write_text(text, encoding="utf-8")
    (tmp_path / "a.briefing.toml").rename(tmp_path / "away")
    assert path_beside(tmp_path / "a.html").name == "a.html.briefing.toml", "that of the other was taken back"
    assert path_beside(tmp_path / "a.txt").name == "a.briefing.toml"
    (tmp_path / "away").rename(tmp_path / "a.briefing.toml")
    (tmp_path / "a.html.briefing.toml").unlink()
    (tmp_path / "a.txt").unlink()
    assert path_beside(tmp_path / "a.html").name == "a.briefing.toml"


@given(st.lists(steps(), max_size=4), st.lists(steps(), max_size=4), st.lists(steps(), max_size=4))
def test_merging(before: list[Step], mine: list[Step], theirs: list[Step]) -> None:
    briefing = find(article(TITLE, *BODY))

    def after(review: Review, all_steps: list[Step]) -> Review:
        for step in all_steps:
            review = step(apply(briefing, review))
        return review

    base = after(Review(), before)
    one, other = after(base, mine), after(base, theirs)
    assert merge(base, one, base).review == one
    assert merge(base, base, other).review == other
    assert merge(base, one, one).review == one
    merged, turned = merge(base, one, other), merge(base, other, one)
    assert len(merged.conflicts) == len(turned.conflicts)
    if not merged.conflicts:
        assert merged.review == turned.review
    apply(briefing, merged.review)
    assert loads(dumps(merged.review, briefing.article), "x.toml") == merged.review
