"""How much of an article comes out alike in two languages.

    python benchmarks/parallel.py CORPUS [--show]

CORPUS holds ``en/NAME.txt`` and ``ru/NAME.txt``, the same article in English and in Russian. For every pair the
figures (by kind and value; counts and measures are one kind, dates without a value are alike) and the direct quotes
(by their number: they have no words in common) are compared: how many are found in both, out of those of the side that
has more. ``--show`` prints the figures that one side alone has.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from briefing.extract import extract
from briefing.model import Briefing, Figure
from briefing.sources import read

Key = tuple[str, float | int | str | None]


@dataclass(slots=True)
class Share:
    """How many items are on both sides, and how many on the larger one."""

    both: int = 0
    larger: int = 0

    def add(self, left: Counter[Key], right: Counter[Key]) -> None:
        self.both += (left & right).total()
        self.larger += max(left.total(), right.total())

    def __str__(self) -> str:
        return f"{self.both} of {self.larger} ({self.both / max(1, self.larger):.3f})"


def key(figure: Figure) -> Key:
    """Return what a figure has in common with its translation."""
    kind = "quantity" if figure.kind in ("count", "measure") else figure.kind
    return kind, figure.value


def figures(briefing: Briefing) -> Counter[Key]:
    """Return the figures of the running text that are compared."""
    kinds = ("money", "percent", "count", "measure", "date")
    return Counter(key(figure) for figure in briefing.figures if figure.kind in kinds)


def quotes(briefing: Briefing) -> Counter[Key]:
    """Return the direct quotes of a briefing, which are only counted."""
    return Counter({("direct", None): sum(quote.kind == "direct" for quote in briefing.quotes)})


def shown(briefing: Briefing, keys: Counter[Key]) -> list[str]:
    """Return text and value of as many figures of each key, the last ones first."""
    left = keys.copy()
    texts = []
    for figure in reversed(briefing.figures):
        if left[key(figure)]:
            left[key(figure)] -= 1
            texts.append(f"{figure.text} = {figure.value}")
    return texts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", action="store_true", help="print the figures that only one side has")
    args = parser.parse_args()
    figure_share, quote_share, pairs = Share(), Share(), 0
    for english in sorted((args.corpus / "en").glob("*.txt")):
        russian = args.corpus / "ru" / english.name
        if not russian.exists():
            continue
        left, right = extract(read(str(english))), extract(read(str(russian)))
        pairs += 1
        figure_share.add(figures(left), figures(right))
        quote_share.add(quotes(left), quotes(right))
        if args.show:
            only_left, only_right = figures(left) - figures(right), figures(right) - figures(left)
            print(f"{english.stem}\n  en {shown(left, only_left)}\n  ru {shown(right, only_right)}")
    print(f"{pairs} pairs\nfigures found in both: {figure_share}\ndirect quotes found in both: {quote_share}")


if __name__ == "__main__":
    main()
