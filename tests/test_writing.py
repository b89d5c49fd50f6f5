"""Files are written whole or not at all, and never over another one unasked."""

import os
import stat
import sys
from pathlib import Path

import pytest

from briefing import writing


def test_text_is_written_as_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    writing.write(tmp_path / "сводка.md", "# Ёлка\n")
    assert (tmp_path / "сводка.md").read_bytes() == "# Ёлка\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["сводка.md"]


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    writing.write(tmp_path / "a.bin", b"\x00\r\n")
    assert (tmp_path / "a.bin").read_bytes() == b"\x00\r\n"


def test_an_existing_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        writing.write(path, "yours")
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_dangling_link_is_not_written_through_unasked(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "nowhere.md")
    with pytest.raises(FileExistsError):
        writing.write(link, "text")


def test_overwriting_keeps_the_permissions_and_the_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.md", tmp_path / "link.md"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    writing.write(link, "new", overwrite=True)
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "by hand").touch()
    writing.write(tmp_path / "a.md", "text")
    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "by hand").stat().st_mode


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")

    def disk_full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)
    with pytest.raises(OSError, match="No space"):
        writing.write(path, "new", overwrite=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_taken_while_writing_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, link = tmp_path / "a.md", os.link

    def somebody_is_faster(source: Path, target: Path) -> None:
        path.write_text("theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", somebody_is_faster)
    with pytest.raises(FileExistsError):
        writing.write(path, "mine")
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_system_without_links_is_written_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    writing.write(tmp_path / "a.md", "text")
    assert (tmp_path / "a.md").read_text() == "text"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="is a folder"):
        writing.write(tmp_path, "text", overwrite=True)


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        writing.write(tmp_path / "none" / "a.md", "text")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such device file")
def test_a_device_is_written_to_and_stays_one() -> None:
    writing.write(Path("/dev/null"), "text", overwrite=True)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
