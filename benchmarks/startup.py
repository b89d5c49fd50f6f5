"""Time until an article's first line is on the screen, beside a hello-world Textual program in the same run.

    python benchmarks/startup.py [--runs 9]

Runs alternate, so that whatever else the machine does meets both; medians are printed, and the exit code is 1 where
the reader takes more than 1.5 times as long as hello world.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.terminal import Terminal, hello, reader

ROOT = Path(__file__).parents[1]
FIRST = "Sentinel opens the article"
SECOND = "The committee met on Tuesday"
"""Words of the text that do not stand in the title bar, where the first line may be a frame earlier."""
PARAGRAPH = (
    "The committee met on Tuesday and agreed on 14 measures worth 3.2 million euros. «Мы начнём работу в марте», — "
    "said the chairman, who had been asked about the delay by two members. "
)
SIZES = {"10 KB": 10_000, "10 MB": 10_000_000}


def article(size: int) -> str:
    """Return generated prose of about ``size`` bytes."""
    paragraph = PARAGRAPH * 3
    return FIRST + "\n\n" + "\n\n".join([paragraph] * (size // len(paragraph.encode())))


def first_line(command: list[str], words: str) -> float:
    """Return the seconds until these words were on the screen."""
    with Terminal(command, cwd=ROOT) as terminal:
        return terminal.until(words, timeout=15)


def main() -> int:
    """Print the medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=9)
    runs = options.parse_args().runs
    times: dict[str, list[float]] = {name: [] for name in ("hello", *SIZES)}
    with tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            (Path(folder) / f"{name}.txt").write_text(article(size), encoding="utf-8")
        for run in range(runs + 1):
            measured = {"hello": first_line(hello(), "Hello world")}
            for name in SIZES:
                measured[name] = first_line(reader(Path(folder) / f"{name}.txt"), SECOND)
            if run:  # the first warms the caches
                for name, seconds in measured.items():
                    times[name].append(seconds)
    base = median(times["hello"])
    for name, values in times.items():
        print(f"{name:>6}  {median(values):.3f} s  {median(values) / base:.2f} x  (least {min(values):.3f})")
    return int(any(median(times[name]) > 1.5 * base for name in SIZES))


if __name__ == "__main__":
    sys.exit(main())
