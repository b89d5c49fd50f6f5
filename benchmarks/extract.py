"""Extraction beside natasha's own pipeline, in the same run and under the same process conditions.

    python benchmarks/extract.py [FOLDER] [--articles N]

Each engine reads the same Russian articles (``*.txt`` of FOLDER, by default the bundled ones) in a process of its own.
Three rounds, the engines in turn, medians; printed as figures and as ratios to natasha:

* throughput: articles a second once everything is loaded (every article is read once, so caches of words help as
  much as they do in life);
* cold: seconds from the start of a process to the end of its first article, and its peak memory.

All seconds are of processor time, in one thread, so that other work on the machine counts as little as it can; byte
code is there, as after an installation.

natasha runs its segmenter, morphology, syntax and NER, and normalises every span, as its documentation shows.
It needs ``pip install 'setuptools<81'`` (for pkg_resources) and Python 3.11.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENGINES = ("natasha", "full", "fast")
ROUNDS = 3


def natasha() -> Callable[[str], object]:
    from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    embedding = NewsEmbedding()
    segmenter, vocabulary = Segmenter(), MorphVocab()
    morphology, syntax, ner = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def run(path: str) -> object:
        doc = Doc(Path(path).read_text(encoding="utf-8"))
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        doc.tag_ner(ner)
        for span in doc.spans:
            span.normalize(vocabulary)
        return doc

    return run


def briefing(*, models: bool) -> Callable[[str], object]:
    from briefing.extract import extract
    from briefing.sources import read

    return lambda path: extract(read(path), models=models).model_dump_json()


def child(engine: str, paths: list[str]) -> None:
    """Run one engine over the paths and print what it took as JSON."""
    run = natasha() if engine == "natasha" else briefing(models=engine == "full")
    run(paths[0])
    cold, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in paths[1:]:
        run(path)
    rate = (len(paths) - 1) / (time.process_time() - cold)
    print(json.dumps({"rate": rate, "cold": cold, "memory": memory / 1024}))


def measure(engine: str, paths: list[str], byte_code: str) -> dict[str, float]:
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPYCACHEPREFIX": byte_code}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, __file__, "--child", engine, *paths]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "articles")
    parser.add_argument("--articles", type=int, default=60, help="how many articles at the most")
    arguments = parser.parse_args()
    paths = [str(p) for p in sorted(arguments.folder.glob("*.txt")) if any("а" <= c <= "я" for c in p.read_text())]
    paths = paths[: arguments.articles]
    if len(paths) < 2:
        parser.error(f"{arguments.folder} holds fewer than two Russian articles (*.txt)")
    found: dict[str, list[dict[str, float]]] = {engine: [] for engine in ENGINES}
    with tempfile.TemporaryDirectory() as byte_code:
        for engine in ENGINES:
            measure(engine, paths[:2], byte_code)
        for _ in range(ROUNDS):
            for engine in ENGINES:
                found[engine].append(measure(engine, paths, byte_code))
    median = {e: {k: statistics.median(r[k] for r in rows) for k in rows[0]} for e, rows in found.items()}
    base = median["natasha"]
    print(f"{len(paths)} articles, {ROUNDS} rounds, medians")
    print(f"{'':10}{'articles/s':>12}{'ratio':>8}{'cold s':>10}{'ratio':>8}{'cold MB':>10}")
    for engine, row in median.items():
        rate, cold = row["rate"] / base["rate"], row["cold"] / base["cold"]
        print(f"{engine:10}{row['rate']:12.1f}{rate:8.1f}{row['cold']:10.2f}{cold:8.2f}{row['memory']:10.0f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        sys.path.insert(0, str(ROOT))
        child(sys.argv[2], sys.argv[3:])
    else:
        main()
