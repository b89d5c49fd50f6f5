"""The command line as a process of its own: pipes, signals, encodings."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import briefing

PROJECT = Path(__file__).parents[1]


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


@pytest.mark.skipif(sys.platform == "win32", reason="a process has no terminal of its own there")
def test_without_a_terminal_the_app_says_what_to_do() -> None:
    done = in_a_process("read", "-", input=b"A story.", stdout=subprocess.PIPE, start_new_session=True)
    assert done.returncode == 2
    assert b"briefing: The app needs a terminal; 'briefing read --plain'" in done.stderr


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
