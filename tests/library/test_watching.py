"""Feeds that are asked again: what is new is added once, and an unchanged feed is not sent again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from briefing.library import Library, watching
from briefing.library.adding import add
from briefing.sources import fetch

PLACES = "Ольховка Каменка Заречье".split()


class Newspaper(ThreadingHTTPServer):
    """A server with a feed of stories, some whole and some to be read on their pages."""

    stories: int = 1
    is_feed = True
    status: int | None = None
    validators = ("ETag", "Last-Modified")

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        self.asked: list[tuple[str, int]] = []

    def feed(self) -> str:
        entries = "".join(
            f"<item><title>Мост в посёлке {PLACES[number]}</title><link>{self.address}/{number}</link></item>"
            for number in reversed(range(self.stories))
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Газета</title>{entries}</channel></rss>'

    def page(self, number: int) -> str:
        place = PLACES[number]
        body = (
            f"<p>Новый мост в посёлке {place} откроют в мае, сообщила глава посёлка Вера Сомова на сходе жителей.</p>"
        )
        return f"<html><body><article><h1>Мост в посёлке {place}</h1>{body * 3}</article></body></html>"


class _Handler(BaseHTTPRequestHandler):
    server: Newspaper

    def do_GET(self) -> None:
        paper = self.server
        if self.path != "/feed":
            self._send(200, paper.page(int(self.path[1:])))
            return
        etag, modified = f'"edition {paper.stories}"', f"Thu, 04 Dec 2025 0{paper.stories}:00:00 GMT"
        told = {"ETag": etag, "Last-Modified": modified}
        asked = {"ETag": self.headers["If-None-Match"], "Last-Modified": self.headers["If-Modified-Since"]}
        if paper.status is not None:
            self._send(paper.status, "")
        elif any(asked[name] == told[name] for name in paper.validators):
            self._send(304, "")
        else:
            self._send(200, paper.feed() if paper.is_feed else paper.page(0), {n: told[n] for n in paper.validators})

    def _send(self, status: int, body: str, headers: dict[str, str] | None = None) -> None:
        self.server.asked.append((self.path, status))
        data = body.encode()
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        return


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Iterator[Newspaper]:
    monkeypatch.setattr(fetch, "_local_allowed", True)
    monkeypatch.setattr(watching, "LOOK", 0.01)
    with Newspaper() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()


class Watch:
    """A watch over the feed, gone through one look at a time."""

    def __init__(self, library: Library, paper: Newspaper) -> None:
        self.library = library
        self.arrivals = watching.arrivals(library, [], [f"{paper.address}/feed"], every=0)
        self.look()

    def look(self) -> list[str]:
        """Return the titles and errors of what has come by the next look, the feed's group and the empty tick after."""
        return [
            (outcome.added.entry.title or "") if outcome.added else outcome.error or ""
            for outcome in add(self.library, next(self.arrivals))
        ]


def looks(watch: Watch, count: int) -> list[list[str]]:
    """Return what was found at looks at the feed; between two of them there is one at the folders."""
    found = []
    for _ in range(count):
        found.append(watch.look())
        watch.look()
    return found


@pytest.mark.parametrize("validator", ["ETag", "Last-Modified"])
def test_new_entries_are_added_once_and_nothing_is_sent_twice(
    library: Library, paper: Newspaper, validator: str
) -> None:
    paper.validators = (validator,)
    watch = Watch(library, paper)
    assert looks(watch, 2) == [["Мост в посёлке Ольховка"], []]
    paper.stories = 3
    assert looks(watch, 2) == [["Мост в посёлке Заречье", "Мост в посёлке Каменка"], []]
    assert [status for path, status in paper.asked if path == "/feed"] == [200, 304, 200, 304]
    assert [path for path, _ in paper.asked if path != "/feed"] == ["/0", "/2", "/1"]


def test_what_was_kept_is_known_to_the_next_watch(library: Library, paper: Newspaper) -> None:
    looks(Watch(library, paper), 1)
    assert looks(Watch(library, paper), 1) == [[]]
    paper.stories = 2
    assert looks(Watch(library, paper), 1) == [["Мост в посёлке Каменка"]]
    assert [status for path, status in paper.asked if path == "/feed"] == [200, 304, 200]


def test_a_feed_that_cannot_be_had_is_asked_again(library: Library, paper: Newspaper) -> None:
    paper.status = 503
    watch = Watch(library, paper)
    [[error]] = looks(watch, 1)
    assert "503" in error
    paper.status = None
    assert looks(watch, 1) == [["Мост в посёлке Ольховка"]]


def test_what_is_no_feed_is_said(library: Library, paper: Newspaper) -> None:
    paper.is_feed = False
    [[error]] = looks(Watch(library, paper), 1)
    assert "is no feed" in error
    assert len(library) == 0


def test_a_feed_whose_entries_were_not_kept_is_read_again(library: Library, paper: Newspaper) -> None:
    watch = Watch(library, paper)
    next(watch.arrivals)  # the process ends here
    assert looks(Watch(library, paper), 1) == [["Мост в посёлке Ольховка"]]


def test_a_folder_beside_a_feed(library: Library, paper: Newspaper, tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Паром вернулся\n\nПаром снова ходит.", encoding="utf-8")
    arrivals = watching.arrivals(library, [str(tmp_path / "in")], [f"{paper.address}/feed"], every=3600)
    found = [outcome.source for _ in range(2) for outcome in add(library, next(arrivals))]
    assert found == [str(tmp_path / "in" / "a.txt"), f"{paper.address}/0"]
