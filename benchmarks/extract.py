"""Extraction beside natasha's own pipeline, in the same run and under the same process conditions.

    python benchmarks/extract.py [FOLDER] [--articles N]

Each engine reads the same Russian articles (``*.txt`` of FOLDER, by default the bundled ones) in a process of its own.
Three rounds, the engines in turn, medians; printed as figures and as ratios to natasha:

* throughput: articles a second once everything is loaded (every article is read once, so caches of words help as
  much as they do in life);
* cold: what ``briefing extract`` of one article takes as a process, natasha's beside it, and its peak memory.

All seconds are of processor time, in one thread, so that other work on the machine counts as little as it can; byte
code is there, as after an installation.

natasha runs its segmenter, morphology, syntax and NER, and normalises every span, as its documentation shows.
It needs ``pip install 'setuptools<81'`` (for pkg_resources) and Python 3.11.
"""

from __future__ import annotations

import argparse
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
    """Run one engine over the paths and print how many articles a second it read after the first."""
    run = natasha() if engine == "natasha" else briefing(models=engine == "full")
    run(paths[0])
    started = time.process_time()
    for path in paths[1:]:
        run(path)
    print((len(paths) - 1) / (time.process_time() - started))


def measure(engine: str, paths: list[str], environment: dict[str, str]) -> dict[str, float]:
    rate, _ = spent([__file__, "--child", engine, *paths], environment)
    once = {
        "natasha": [__file__, "--child", "natasha", paths[0]],
        "full": ["-m", "briefing", "extract", paths[0]],
        "fast": ["-m", "briefing", "extract", "--fast", paths[0]],
    }
    _, usage = spent(once[engine], environment)
    return {
        "rate": float(rate.splitlines()[-1]),
        "cold": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024,
    }


def spent(arguments: list[str], environment: dict[str, str]) -> tuple[str, resource.struct_rusage]:
    """Run Python with these arguments; return what it printed and what it used."""
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen([sys.executable, *arguments], env=environment, cwd=ROOT, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(arguments[:3])} failed")
        output.seek(0)
        return output.read(), usage


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
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPYCACHEPREFIX": byte_code}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for engine in ENGINES:
            measure(engine, paths[:2], environment)
        for _ in range(ROUNDS):
            for engine in ENGINES:
                found[engine].append(measure(engine, paths, environment))
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
