"""What the reader costs: the first line, keys, scrolling, resizing, memory, and when the panes are full.

    python benchmarks/app.py [--runs 7] [--peers FOLDER]

FOLDER is a virtual environment with frogmouth and toolong in it (``python -m venv FOLDER; FOLDER/bin/pip install
frogmouth toolong``); without it they are left out. Programs take turns, so that whatever else the machine does meets
all of them. The exit code is 1 where one of the limits at the end of a line is passed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.startup import FIRST, PARAGRAPH, ROOT, SECOND, article, first_line
from benchmarks.terminal import Terminal, hello, reader

TEN_MEGABYTES = 10_000_000
KEYS = [b"j", b"k", b" ", b"\x1b[5~", b"\x04", b"\x15"]
PAGE_DOWN = b"\x1b[6~"

failed = False


def line(name: str, value: float, unit: str, limit: float | None = None) -> None:
    """Print a figure, and whether it is inside its limit."""
    global failed
    passed = limit is None or value <= limit
    failed = failed or not passed
    verdict = "" if limit is None else f"   limit {limit:g} {'' if passed else '- PASSED OVER'}"
    print(f"{name:<52} {value:>9.3f} {unit}{verdict}".rstrip(), flush=True)


def starts(files: dict[str, Path], runs: int, peers: Path | None) -> None:
    """Measure the time until the first line is on the screen."""
    commands = {"hello world": (hello(), "Hello world")}
    commands |= {f"briefing {name}": (reader(path), SECOND) for name, path in files.items()}
    if peers is not None:
        for program in ("frogmouth", "toolong"):
            executable = {"toolong": "tl"}.get(program, program)
            for name, path in files.items():
                if program == "toolong" or name != "10 MB":
                    suited = path if program == "toolong" else path.with_suffix(".md")
                    commands[f"{program} {name}"] = ([str(peers / "bin" / executable), str(suited)], FIRST)
    times: dict[str, list[float]] = {name: [] for name in commands}
    unseen: set[str] = set()
    for run in range(runs + 1):
        for name, (command, words) in commands.items():
            if name in unseen:
                continue
            try:
                seconds = first_line(command, words)
            except TimeoutError:
                unseen.add(name)
                continue
            if run:
                times[name].append(seconds)
    base = median(times["hello world"])
    for name in unseen:
        print(f"first line, {name}: not shown at all")
    for name, values in times.items():
        if name in unseen:
            continue
        line(f"first line, {name}", median(values), "s")
        if name.startswith("briefing"):
            line(f"  beside hello world, {name}", median(values) / base, "x", 1.5)


def keys(path: Path, name: str, rounds: int) -> float:
    """Measure keys, pages, resizing and memory; returns the median time of a key to the first changed frame."""
    with Terminal(reader(path), cwd=ROOT) as terminal:
        terminal.until(FIRST)
        terminal.settle(1.5)
        memory = terminal.memory()
        first, last = [], []
        for _ in range(rounds):
            for key in KEYS:
                began, ended, count = terminal.press(key)
                if count:
                    first.append(began * 1000)
                    last.append(ended * 1000)
        pages = [terminal.press(PAGE_DOWN)[2] / 1024 for _ in range(5)]
        line(f"key to first changed byte, median, {name}", median(first), "ms", 25)
        line(f"key to first changed byte, p99, {name}", quantiles(first, n=100)[98], "ms", 50)
        line(f"key to last changed byte, median, {name}", median(last), "ms", 120)
        line(f"one Page Down, {name}", max(pages), "KB", 16)
        if name == "10 MB":
            line("memory before extraction, 10 MB", memory, "MB", 100)
            resized = [terminal.resize(*size)[1] for size in ((100, 30), (160, 50), (80, 24), (120, 40))]
            line("resize to last changed byte, 10 MB", max(resized), "s", 0.3)
        return median(first)


def panes(path: Path) -> None:
    """Measure when the lists are full, and what a key takes meanwhile."""
    with Terminal(reader(path), cwd=ROOT) as terminal:
        began = terminal.until(FIRST)
        filled = terminal.until(r"Key facts  \d", timeout=60)
        line("lists filled after the first line, 8 KB", filled - began, "s", 0.4)
    with Terminal(reader(path), cwd=ROOT) as terminal:
        terminal.until(FIRST)
        waits = [terminal.press(key, silence=0.02)[0] * 1000 for _ in range(15) for key in (b"j", b"k")]
        line("slowest key while extracting, 8 KB", max(waits), "ms", 50)


def main() -> int:
    """Print all figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--peers", type=Path, default=None)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for name, size in {"10 KB": 10_000, "10 MB": TEN_MEGABYTES}.items():
            files[name] = Path(folder) / f"{name.replace(' ', '')}.txt"
            for path in (files[name], files[name].with_suffix(".md")):
                path.write_text(article(size), encoding="utf-8")
        news = Path(folder) / "news.txt"
        news.write_text(FIRST + "\n\n" + "\n\n".join([PARAGRAPH] * 40), encoding="utf-8")
        starts(files, chosen.runs, chosen.peers)
        small = keys(files["10 KB"], "10 KB", 10)
        large = keys(files["10 MB"], "10 MB", 10)
        line("key at 10 MB beside 10 KB", large / small, "x", 1.2)
        panes(news)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
