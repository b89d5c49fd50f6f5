"""Addresses: real pages from a server on this machine, limits, and the refusal of private networks."""

from __future__ import annotations

import gzip
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing.sources import SourceError, fetch, read, read_all, text
from tests.sources import pages


class _Handler(BaseHTTPRequestHandler):
    seen: list[str] = []  # noqa: RUF012 - the server makes a handler per request

    def do_GET(self) -> None:
        self.seen.append(self.headers["User-Agent"])
        path, _, rest = self.path.partition("?")
        if path == "/hops":
            left = int(rest)
            self._send(302, b"", Location=f"/hops?{left - 1}" if left > 1 else "/page")
        elif path == "/outside":
            self._send(302, b"", Location="http://10.0.0.1/")
        elif path == "/file":
            self._send(302, b"", Location="file:///etc/hostname")
        elif path == "/packed":
            self._send(200, gzip.compress(pages.modern()), **{"Content-Encoding": "gzip"})
        elif path == "/bomb":
            self._send(200, gzip.compress(b"a" * (fetch.LARGEST + 1)), **{"Content-Encoding": "gzip"})
        elif path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"a" * 1_000_000)
            except OSError:
                return
        elif path == "/feed":
            self._send(200, pages.atom(f"http://{self.headers['Host']}/page"))
        elif path in {"/page", "/%D0%BC%D0%BE%D1%81%D1%82%D1%8B"}:
            self._send(200, pages.tables_of_2005(), **{"Content-Type": "text/html; charset=windows-1251"})
        elif path == "/nonsense":
            self.wfile.write(b"this is not http\r\n\r\n")
        else:
            self._send(404, b"")

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        return


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=httpd.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let addresses lead to this machine, as --allow-local does."""
    monkeypatch.setattr(fetch, "_local_allowed", True)


@pytest.mark.usefixtures("allowed")
def test_a_page_is_read_from_its_address(server: str) -> None:
    article = read(f"{server}/page")
    assert article.title == pages.TITLE
    assert article.source == article.url == f"{server}/page"
    assert all(paragraph in article.text for paragraph in pages.PARAGRAPHS)
    assert text(f"{server}/page") == article.text
    assert _Handler.seen[-1].startswith("briefing/")


@pytest.mark.usefixtures("allowed")
def test_an_address_with_other_letters_is_quoted(server: str) -> None:
    assert read(f"{server}/мосты").title == pages.TITLE


@pytest.mark.usefixtures("allowed")
def test_redirects_are_followed_up_to_the_limit(server: str) -> None:
    assert read(f"{server}/hops?5").url == f"{server}/page"
    with pytest.raises(SourceError, match="redirects more than 5"):
        read(f"{server}/hops?6")


@pytest.mark.usefixtures("allowed")
def test_compressed_pages_are_unpacked(server: str) -> None:
    assert read(f"{server}/packed").title == pages.TITLE


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize("path", ["/endless", "/bomb"])
def test_answers_without_end_are_cut_off(server: str, path: str) -> None:
    with pytest.raises(SourceError, match="larger than 20 MB"):
        read(f"{server}{path}")


@pytest.mark.usefixtures("allowed")
def test_a_feed_without_full_text_gives_the_linked_page(server: str) -> None:
    (article,) = read_all(f"{server}/feed")
    assert not isinstance(article, SourceError)
    assert (article.title, article.date) == (pages.TITLE, "2025-12-04")
    assert all(paragraph in article.text for paragraph in pages.PARAGRAPHS)


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize(
    ("path", "cause"), [("/gone", "404"), ("/file", "file is not supported"), ("/nonsense", "makes no sense")]
)
def test_what_the_server_does_wrong_is_said(server: str, path: str, cause: str) -> None:
    with pytest.raises(SourceError, match=cause):
        read(f"{server}{path}")


@pytest.mark.usefixtures("allowed")
def test_a_server_that_is_not_there_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        with pytest.raises(SourceError, match="cannot be reached"):
            read(f"http://127.0.0.1:{taken.getsockname()[1]}/")


@pytest.mark.usefixtures("allowed")
def test_the_next_address_of_a_server_is_tried(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(server.rsplit(":", 1)[1])
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("127.0.0.9", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **options: found)
    connect = socket.create_connection
    tried: list[str] = []

    def connected(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address[0])
        if address[0] == "127.0.0.9":
            raise ConnectionRefusedError
        return connect(("127.0.0.1", port), timeout)

    monkeypatch.setattr(socket, "create_connection", connected)
    assert read(f"http://bridges.example:{port}/page").title == pages.TITLE
    assert tried == ["127.0.0.9", "127.0.0.1"]


@pytest.mark.usefixtures("allowed")
def test_a_server_that_says_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "TIMEOUT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        for scheme in ("http", "https"):
            with pytest.raises(SourceError, match="does not answer in time"):
                read(f"{scheme}://127.0.0.1:{silent.getsockname()[1]}/")


@pytest.mark.usefixtures("allowed")
def test_a_server_without_encryption_is_said(server: str) -> None:
    with pytest.raises(SourceError, match="no secure connection"):
        read(server.replace("http:", "https:"))


def test_private_addresses_are_refused_unless_allowed(server: str) -> None:
    with pytest.raises(SourceError, match="private or local"):
        read(f"{server}/page")


def test_the_user_may_allow_private_addresses_on_the_command_line(server: str) -> None:
    for options, code in (([], 2), (["--allow-local"], 0)):
        command = [sys.executable, "-m", "briefing", "extract", "--fast", *options, f"{server}/page"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == code, done.stderr
    assert json.loads(done.stdout)["article"]["title"] == pages.TITLE


def test_a_redirect_into_the_private_network_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    public = fetch._is_public
    monkeypatch.setattr(fetch, "_is_public", lambda address: address == "127.0.0.1" or public(address))
    with pytest.raises(SourceError, match="private or local"):
        read(f"{server}/outside")


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://127.1/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://[2002:a00:1::]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
    ],
)
def test_no_spelling_of_a_private_address_gets_through(url: str) -> None:
    with pytest.raises(SourceError):
        read(url)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "gopher://example.org", "http://", "http://[", "http://a:b/"]
)
def test_other_schemes_and_broken_addresses_are_refused(url: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(url)
    assert "\n" not in str(caught.value)
