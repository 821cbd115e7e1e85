"""A static host on the loopback interface that compresses what it sends, and counts it."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml",
               "image/svg", "application/manifest")  # fmt: skip
_LEVEL = 6  # what hosts commonly take


@dataclass
class Sent:
    """What a host has sent since the last time it was asked: bytes with headers, and by address."""

    addresses: list[str] = field(default_factory=list)
    bytes: int = 0


@dataclass
class Host:
    """A running host: its address, without a slash at the end, and what it has sent."""

    address: str
    sent: Sent

    def told(self) -> Sent:
        """Return what was sent since this was asked last."""
        told = Sent(list(self.sent.addresses), self.sent.bytes)
        self.sent.addresses.clear()
        self.sent.bytes = 0
        return told


@contextmanager
def hosting(site: Path) -> Iterator[Host]:
    """Serve the built site on a free port."""
    sent = Sent()
    lock = threading.Lock()
    ready: dict[str, tuple[int, bytes, bytes]] = {}

    def answer(path: str) -> tuple[int, bytes, bytes]:
        """Return the status, the headers that tell of the body, and the body."""
        file = site / unquote(path).lstrip("/")
        if file.is_dir():
            file = file / "index.html"
        status = 200
        if not file.is_file():
            status, file = 404, site / "404.html"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        body = file.read_bytes() if file.is_file() else b""
        headers = f"Content-Type: {kind}{'; charset=utf-8' if kind.startswith('text/') else ''}\r\n"
        if kind.startswith(_COMPRESSED):
            body = gzip.compress(body, _LEVEL, mtime=0)
            headers += "Content-Encoding: gzip\r\n"
        return status, f"{headers}Content-Length: {len(body)}\r\n".encode(), body

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            folder = site / unquote(path).lstrip("/")
            if folder.is_dir() and not path.endswith("/"):
                moved = f"HTTP/1.1 301 Moved\r\nLocation: {path}/\r\nContent-Length: 0\r\n\r\n"
                self.wfile.write(moved.encode())
                return
            if path not in ready:
                ready[path] = answer(path)
            status, headers, body = ready[path]
            start = f"HTTP/1.1 {status} {'OK' if status == 200 else 'Not Found'}\r\n".encode()
            told = start + headers + b"Cache-Control: max-age=600\r\n\r\n"
            with lock:
                sent.addresses.append(path)
                sent.bytes += len(told) + len(body)
            self.wfile.write(told + body)

        def log_message(self, *arguments: object) -> None:
            """Keep the output for the results."""

    server = _Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_port}", sent)
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left before it had the whole file."""
