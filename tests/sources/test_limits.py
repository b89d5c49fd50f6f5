"""Hostile and outsized inputs: an article or a sentence within seconds and without taking the memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 5.0
MEGABYTES = 300

# The peak is the kernel's for this process's own memory: ru_maxrss of a child begins with its parent's.
_PROGRAM = """
import re, sys, time
from pathlib import Path
from briefing.sources import SourceError, read
try:
    read(sys.argv[1])
except SourceError:
    pass
print(time.process_time(), re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""

WORDS = b"word " * 90
HOSTILE = {
    "a long text": "\n".join(f"Предложение номер {number} о мостах области.\n" for number in range(60_000)).encode(),
    "one line": b"word " * 3_000_000,
    "wrapped lines": (b"word " * 13 + b"\n") * 150_000,
    "blanks": b"a" + b" " * 20_000_000 + b"b",
    "dashes": b"- a\n" * 90_000,
    "names": "Иван Петров\n".encode() * 90_000,
    "a long page": b"<html><body>" + (b"<p>" + WORDS + b"</p>") * 8_000,
    "many blocks": b"<div><p>a b c d e</p></div>" * 14_000,
    "nested tables": (b"<table><tr><td>" + WORDS) * 7_000,
    "headings": b"<html>" + b"<h1>x word</h1>" * 29_000,
    "links": b"<p>" + b"<a href=x>word word</a> " * 29_000,
    "structured data": b'<html><script type="application/ld+json">' + b"[" * 200_000 + b"</script><p>" + WORDS,
    "references": b"---\na0: &a0 [x, x]\n"
    + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 12))
    + b"title: *a11\n---\ntext",
    "brackets": b"---\ntitle: x\n---\n" + b"[a](b" * 16_000,
    "stars": b"---\ntitle: x\n---\n" + b"*a **b " * 12_000,
    "parts": b"From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    + b"--x\n\nhi\n" * 200_000,
    "entries": b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>'
    + b"<item><title>t</title><description>word</description></item>" * 50_000
    + b"</channel></rss>",
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
@pytest.mark.parametrize("name", HOSTILE)
def test_no_input_takes_long_or_much(name: str, tmp_path: Path) -> None:
    path = tmp_path / "input"
    path.write_bytes(HOSTILE[name])
    done = subprocess.run([sys.executable, "-c", _PROGRAM, str(path)], capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, done.stdout.split())
    assert seconds < SECONDS
    assert kilobytes / 1024 < MEGABYTES
