"""How right the briefing is on annotated articles from the press.

    python benchmarks/quality.py CORPUS [--each]

CORPUS holds ``ru/NAME.txt`` and ``en/NAME.txt``: Russian Wikinews as in NEREL (``wikinews-NNN``) and the translated
news of NTREX-128 (``ntrex-NNN``), which are no part of the project. ``annotations/`` has what annotators who had seen
no briefing of them found there, without the text: places are counted in words (``\\w+``, from 0, the end excluded), so
they hold however lines are broken. Nobody looked into closed articles while rules were written; open ones were learned
from.

    quotes   [first word, end, direct or indirect, speaker or null]
    figures  [first word, end, kind, value (dates in EDTF), unit]
    key      [first word, end, whether indispensable]
    actions  [first word, end, status, who acts or null, deadline (EDTF) or null]

F1 of each layer as in ``tests/scoring.py``, and their mean; for key sentences how many of the n indispensable ones are
among the first 2n. An article whose words are not those that were annotated is named and left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefing.extract import extract  # noqa: E402
from briefing.sources import read  # noqa: E402
from tests.scoring import LAYERS, Annotation, Item, Score, score  # noqa: E402

ANNOTATIONS = ROOT / "benchmarks" / "annotations"
VALUES = {
    "quotes": ("kind", "speaker"),
    "figures": ("kind", "value", "unit"),
    "key": ("must",),
    "actions": ("status", "actor", "deadline"),
}


def digest(text: str) -> str:
    """Return what tells whether two texts have the same words."""
    return hashlib.sha256(" ".join(re.findall(r"\w+", text)).encode()).hexdigest()[:12]


def annotation(row: dict[str, Any]) -> Annotation:
    items = {
        layer: [
            Item(frozenset(range(first, end)), dict(zip(names, values, strict=True)))
            for first, end, *values in row[layer]
        ]
        for layer, names in VALUES.items()
    }
    return Annotation(row, items)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--each", action="store_true", help="print the figures of each article too")
    arguments = parser.parse_args()
    print(f"{'':24}{'articles':>10}", *(f"{layer:>10}" for layer in (*LAYERS, "mean")))
    for path in sorted(ANNOTATIONS.glob("*.jsonl")):
        totals: dict[str, Score] = defaultdict(Score)
        number: dict[str, int] = defaultdict(int)
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            source = arguments.corpus / path.stem / f"{row['name']}.txt"
            article = read(str(source)) if source.is_file() else None
            if article is None or digest(article.text) != row["digest"]:
                print(f"{source}: not the article that was annotated, left out", file=sys.stderr)
                continue
            briefing, state = extract(article), "closed" if row["closed"] else "open"
            number[state] += 1
            score(briefing, annotation(row), totals[state])
            if arguments.each:
                alone = Score()
                score(briefing, annotation(row), alone)
                line(f"{path.stem} {row['name']}", 1, alone)
        for state, total in sorted(totals.items()):
            line(f"{path.stem} {state}", number[state], total)


def line(name: str, articles: int, total: Score) -> None:
    print(f"{name:24}{articles:>10}", *(f"{value:>10.3f}" for value in (*map(total.f1, LAYERS), total.mean)))


if __name__ == "__main__":
    main()
