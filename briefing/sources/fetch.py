"""Pages from the web: http and https alone, within limits, and never from the reader's own network unasked."""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from briefing import __version__
from briefing.frozen import frozen
from briefing.mistake import Mistake
from briefing.sources.edition import Edition
from briefing.sources.errors import SourceError

LARGEST = 20 * 1024 * 1024
"""The most bytes of one answer, before and after decompression."""
REDIRECTS = 5
TIMEOUT = 10.0
"""Seconds for connecting and for each wait for data."""
LONGEST = 30.0
"""Seconds for the whole of one answer, so that a server cannot drip for ever."""

_USER_AGENT = f"briefing/{__version__} (terminal news reader)"
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,text/plain,*/*;q=0.5"
)
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")

_local_allowed = False

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@frozen
class Answer:
    """The bytes of a page, the address that they came from in the end, the declared character set, the edition."""

    data: bytes
    url: str
    charset: str | None
    edition: Edition


class _UnchangedError(Exception):
    """The server has no later edition than the one that was told."""


def allow_local_addresses() -> None:
    """Let addresses lead into private and loopback networks from now on: the word of the user, for this process."""
    global _local_allowed
    _local_allowed = True


def local_addresses_allowed() -> bool:
    """Return whether the user has allowed that."""
    return _local_allowed


def fetch(url: str) -> Answer:
    """Return what the server at ``url`` answers.

    Every address is checked after its name has been resolved, also after each redirect, and the connection goes to
    the address that was checked. Raises `SourceError` for other schemes, private or loopback addresses (unless the
    user has allowed them), more than `REDIRECTS` redirects, more than `LARGEST` bytes, timeouts and refusals.
    """
    return _fetch(url, {})


def fetch_later(url: str, known: Edition) -> Answer | None:
    """Return what `fetch` does, or None where the server has nothing later than the ``known`` edition.

    Raises `SourceError` as `fetch` does.
    """
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    try:
        return _fetch(url, {name: value for name, value in asked.items() if value})
    except _UnchangedError:
        return None


def _fetch(url: str, conditions: Mapping[str, str]) -> Answer:
    deadline = time.monotonic() + LONGEST
    current = url
    for _ in range(REDIRECTS + 1):
        response, connection = _request(url, _parts(url, current), conditions)
        try:
            if response.status in _REDIRECTING and (target := response.headers.get("Location")):
                current = urljoin(current, target)
                continue
            if response.status == 304 and conditions:
                raise _UnchangedError
            if response.status != 200:
                answer = f"{response.status} {response.reason}"
                raise SourceError(url, "the server answers {answer}", "check the address", answer=answer)
            data = _unpacked(url, response.headers.get("Content-Encoding", ""), _body(url, response, deadline))
            charset = _CHARSET.search(response.headers.get("Content-Type", ""))
            edition = Edition(response.headers.get("ETag"), response.headers.get("Last-Modified"))
            return Answer(data, current, charset[1] if charset else None, edition)
        except (OSError, http.client.HTTPException) as error:
            raise _failure(url, error) from error
        finally:
            connection.close()
    raise SourceError(
        url, "redirects more than {most} times", "open the page in a browser and copy its address", most=REDIRECTS
    )


def _parts(url: str, current: str) -> SplitResult:
    try:
        parts = urlsplit(current)
        parts.port  # noqa: B018 - raises for a port that is no number
    except ValueError as error:
        raise SourceError(url, "is not a valid address", "check it") from error
    if parts.scheme not in {"http", "https"}:
        raise SourceError(
            url,
            "{scheme} is not supported",
            "give an http or https address",
            scheme=parts.scheme or Mistake("no scheme"),
        )
    if not parts.hostname:
        raise SourceError(url, "names no server", "check the address")
    return parts


def _request(
    url: str, parts: SplitResult, conditions: Mapping[str, str]
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    addresses = _checked_addresses(url, host, port)
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    )
    headers = {"User-Agent": _USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip", **conditions}
    connection = None
    try:
        connection = _connection(parts.scheme, host, port, addresses)
        connection.request("GET", target, headers=headers)
        return connection.getresponse(), connection
    except (OSError, http.client.HTTPException, ValueError) as error:
        if connection is not None:
            connection.close()
        raise _failure(url, error) from error


def _checked_addresses(url: str, host: str, port: int) -> list[str]:
    """Resolve ``host``; refuse it if any of its addresses lies inside the reader's network."""
    try:
        ascii_host = host.encode("idna").decode() if not host.isascii() else host
        found = socket.getaddrinfo(ascii_host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(
            url, "the server {host} is not known", "check the address and the connection", host=host
        ) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not _local_allowed and not all(_is_public(address) for address in addresses):
        raise SourceError(
            url, "leads to a private or local address", "allow that with --allow-local if you trust the page"
        )
    return addresses


def _is_public(written: str) -> bool:
    address: Address = ipaddress.ip_address(written.partition("%")[0])
    return all(each.is_global and not each.is_multicast for each in (address, *_embedded(address)))


def _embedded(address: Address) -> list[Address]:
    """Return the IPv4 addresses to which an IPv6 address leads by mapping, tunnel or translation."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inside: list[Address | None] = [address.ipv4_mapped, address.sixtofour]
    if address.teredo:
        inside.append(address.teredo[1])
    if address in _TRANSLATED:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in inside if each is not None]


def _connection(scheme: str, host: str, port: int, addresses: list[str]) -> http.client.HTTPConnection:
    """Return a connection to ``host`` whose socket goes to the first of its checked addresses that answers."""
    ascii_host = host if host.isascii() else host.encode("idna").decode()
    if scheme == "http":
        plain = http.client.HTTPConnection(ascii_host, port, timeout=TIMEOUT)
        plain.sock = _socket(addresses, port)
        return plain
    context = ssl.create_default_context()
    secure = http.client.HTTPSConnection(ascii_host, port, timeout=TIMEOUT, context=context)
    secure.sock = context.wrap_socket(_socket(addresses, port), server_hostname=ascii_host)
    return secure


def _socket(addresses: list[str], port: int) -> socket.socket:
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), TIMEOUT)
    return socket.create_connection((addresses[-1], port), TIMEOUT)


def _body(url: str, response: http.client.HTTPResponse, deadline: float) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(65_536):
        size += len(chunk)
        chunks.append(chunk)
        if size > LARGEST:
            raise SourceError(url, "is larger than {most} MB", "save the article to a file", most=LARGEST >> 20)
        if time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(chunks)


def _unpacked(url: str, encoding: str, data: bytes) -> bytes:
    if encoding.strip().lower() not in {"gzip", "x-gzip"}:
        return data
    unpack = zlib.decompressobj(wbits=31)
    try:
        plain = unpack.decompress(data, LARGEST)
    except zlib.error as error:
        raise SourceError(url, "the server sent damaged data", "try again") from error
    if unpack.unconsumed_tail:
        raise SourceError(url, "is larger than {most} MB", "save the article to a file", most=LARGEST >> 20)
    return plain


def _failure(url: str, error: Exception) -> SourceError:
    if isinstance(error, TimeoutError):
        return SourceError(url, "the server does not answer in time", "try again later")
    if isinstance(error, ssl.SSLError):
        reason = getattr(error, "verify_message", "") or getattr(error, "reason", "") or "TLS"
        return SourceError(url, "no secure connection ({reason})", "check the address", reason=reason)
    if isinstance(error, OSError):
        return SourceError(
            url,
            "cannot be reached ({reason})",
            "check the address and the connection",
            reason=error.strerror or error,
        )
    return SourceError(url, "the server's answer makes no sense", "try again later")
