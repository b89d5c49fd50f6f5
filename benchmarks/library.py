"""A large library: filling it, opening the list, searching, asking across articles.

    python benchmarks/library.py [FOLDER] [--articles N] [--library PATH]

Makes a library of N articles (100,000 unless told) that vary those of FOLDER (by default the bundled ones): each copy
has a day and a closing paragraph of its own. Then a fresh process asks it, and every figure is printed as median and
95th percentile over its questions, in milliseconds, with the peak memory of that process. The app is opened on it under
a pseudo-terminal. Adding is measured apart, with the real extraction, on the articles of FOLDER.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.terminal import Terminal  # noqa: E402
from briefing import __version__  # noqa: E402
from briefing.extract import extract  # noqa: E402
from briefing.library import Library  # noqa: E402
from briefing.library.across import agenda, figures, who  # noqa: E402
from briefing.library.adding import add, workers_for  # noqa: E402
from briefing.library.listing import Wanted, listing  # noqa: E402
from briefing.library.query import parse  # noqa: E402
from briefing.library.record import record  # noqa: E402
from briefing.library.search import search  # noqa: E402
from briefing.library.terms import words  # noqa: E402
from briefing.model import Article, Briefing  # noqa: E402
from briefing.sources import read  # noqa: E402

PAGE, BATCH = 50, 500
FILTER = "мост губернатор"
ORDERS = ("date", "title", "quotes", "read")


def variations(originals: list[Briefing], number: int) -> Iterator[Briefing]:
    """Yield copies of the briefings with another day and a closing paragraph of words drawn from all of them."""
    chance = random.Random(1)
    vocabulary = sorted({b.article.text[s:e] for b in originals for s, e in words(b.article.text) if e - s > 3})
    first = date(2000, 1, 1)
    for index, original in zip(range(number), itertools.cycle(originals), strict=False):
        closing = " ".join(chance.choices(vocabulary, k=60))
        text = f"{original.article.text}\n\n{closing} {index}."
        day = first + timedelta(days=chance.randrange(9000))
        article = original.article.model_copy(
            update={"id": Article.identify(text), "text": text, "date": day.isoformat(), "source": f"{index}.txt"}
        )
        yield original.model_copy(update={"article": article})


def fill(path: Path, originals: list[Briefing], number: int) -> None:
    started = time.perf_counter()
    with Library(path) as library:
        briefings = itertools.islice(variations(originals, number), len(library), None)
        for batch in iter(lambda: list(itertools.islice(briefings, BATCH)), []):
            library.keep(record(briefing, __version__) for briefing in batch)
    size = path.stat().st_size / 2**20
    print(f"filled with {number} articles in {time.perf_counter() - started:.0f} s, {size:.0f} MB", flush=True)


def adding(paths: list[str]) -> None:
    """Print how many articles are added a second, and how much of the processors' time each takes.

    The last two figures leave out what each process does once, such as loading the models.
    """
    for later in (False, True):
        workers = workers_for(paths)
        few, many = (_added(paths[:number], later, workers) for number in (workers, len(paths)))
        each = (many[1] - few[1]) / (len(paths) - workers) * 1000
        print(
            f"adding {'--later' if later else 'with briefings':18}{len(paths) / many[0]:8.1f} articles/s"
            f" in {workers} processes, {(len(paths) - workers) / (many[0] - few[0]):.1f} once they have begun;"
            f" {each:.1f} ms of processor time each",
            flush=True,
        )


def _added(paths: list[str], later: bool, workers: int) -> tuple[float, float]:
    """Return the seconds that adding these took, and those of processor time in all processes."""
    begun, started = _processor_time(), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
        assert all(outcome.added for outcome in add(library, paths, later=later, workers=workers))
    return time.perf_counter() - started, _processor_time() - begun


def _processor_time() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def questions(path: Path) -> dict[str, list[Callable[[Library], object]]]:
    """Return what is asked: words, phrases, filters, and each query as it is typed."""
    with Library(path) as library:
        chance = random.Random(2)
        entries = [library.entries("added", limit=1, offset=chance.randrange(len(library)))[0] for _ in range(30)]
        briefings = [library.briefing(entry.number) for entry in entries]
    texts = [briefing.article.text for briefing in briefings]
    found = [[text[s:e] for s, e in words(text) if e - s > 3] for text in texts]
    single = [chance.choice(words_) for words_ in found]
    pairs = [" ".join(words_[(i := chance.randrange(len(words_) - 2)) : i + 2]) for words_ in found]
    filters = [f"{word} after:2010 before:2015 has:action" for word in single]
    names = [speaker.name for briefing in briefings for speaker in briefing.speakers][:30]
    typed = [pair[:end] for pair in pairs[:10] for end in range(2, len(pair) + 1)]
    return {
        "list, first page": [lambda library: library.entries(limit=PAGE)],
        "search": [lambda library, q=q: search(library, parse(q)) for q in (*single, *pairs, *filters)],
        "filter as one types": [lambda library, q=q: listing(library, Wanted(words=q)) for q in typed],
        "the whole list in order": [lambda library, o=o: listing(library, Wanted(o)) for o in ORDERS],
        "who": [lambda library, name=name: who(library, name) for name in names],
        "agenda": [lambda library: agenda(library, "2025-11-19")],
        "figures": [lambda library, q=q: figures(library, parse(q)) for q in single[:10]],
    }


def ask(path: Path) -> None:
    started = time.perf_counter()
    with Library(path) as library:
        library.entries(limit=PAGE)
        print(f"{'opened with first page':26}{(time.perf_counter() - started) * 1000:10.1f} ms")
        print(f"{'':26}{'median':>10}{'p95':>10}{'p95 of processor time':>26}")
        for name, asked in questions(path).items():
            times, busy = [], []
            for question in asked if len(asked) > 1 else asked * 10:
                begun, at_work = time.perf_counter(), time.process_time()
                question(library)
                times.append((time.perf_counter() - begun) * 1000)
                busy.append((time.process_time() - at_work) * 1000)
            times.sort()
            busy.sort()
            last = int(0.95 * (len(times) - 1))
            print(f"{name:26}{statistics.median(times):10.1f}{times[last]:10.1f}{busy[last]:20.1f}")
    print(f"{'peak memory':26}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MB")


def opening(path: Path, runs: int = 5) -> None:
    """Print how long the app takes to its first frame, to its list and for a key of a filter, and its memory."""
    frames, lists, keys, memory = [], [], [], []
    for run in range(runs + 1):
        command = [sys.executable, "-m", "briefing", "open", "--library", str(path)]
        with Terminal(command, cwd=ROOT) as terminal:
            frame, listed = terminal.until("Library"), terminal.until(r"\d articles?")
            terminal.settle()
            terminal.press(b"/")
            typed = [terminal.press(letter.encode())[1] for letter in FILTER]
            if run:  # the first warms the caches
                frames.append(frame)
                lists.append(listed)
                keys += typed
                memory.append(terminal.memory())
    print(f"app: first frame {statistics.median(frames):.2f} s, list {statistics.median(lists):.2f} s")
    keys = sorted(seconds * 1000 for seconds in keys)
    last = keys[int(0.95 * (len(keys) - 1))]
    print(f"app: key of a filter to its last byte {statistics.median(keys):.0f} ms, p95 {last:.0f} ms")
    print(f"app: resident memory {max(memory):.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "articles")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--library", type=Path, help="keep the library in this file and use it if it is there")
    parser.add_argument("--ask", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.ask:
        ask(arguments.library)
        return
    paths = [str(path) for path in sorted(arguments.folder.glob("*.txt"))]
    adding(paths[:400])
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.library or Path(folder) / "library.db"
        fill(path, [extract(read(source), models=False) for source in paths[:200]], arguments.articles)
        subprocess.run([sys.executable, __file__, "--ask", "--library", str(path)], check=True, cwd=ROOT)
        opening(path)


if __name__ == "__main__":
    main()
