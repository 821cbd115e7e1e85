"""A static server on the loopback interface, for the tests that need a real address."""

from __future__ import annotations

import functools
import re
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from support.waiting import joined


@dataclass(frozen=True)
class Asked:
    """What reached the server: one request with all that its browser told."""

    method: str
    address: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


class _Handler(SimpleHTTPRequestHandler):
    headers_to_send: Mapping[str, str] = {}
    changed: Mapping[str, str] = {}
    asked: list[Asked] | None = None

    def parse_request(self) -> bool:
        """Note the request, whatever it asks for."""
        understood = super().parse_request()
        if understood and self.asked is not None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = tuple(sorted(self.headers.items()))
            self.asked.append(Asked(self.command, self.path, headers, body))
        return understood

    def do_GET(self) -> None:
        """Answer with the changed text of a file, or with the file."""
        path = urlsplit(self.path).path
        if path not in self.changed:
            super().do_GET()
            return
        text = self.changed[path].encode()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def end_headers(self) -> None:
        for name, value in self.headers_to_send.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Keep the tests' output for the tests."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left before it had the whole file."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def headers_of(site: Path) -> dict[str, str]:
    """Return the headers with which the built site asks its host for every answer."""
    text = (site / "_headers").read_text(encoding="utf-8")
    every_answer = text.split("\n/*\n", 1)[1].split("\n/", 1)[0]
    return dict(re.findall(r"^  ([A-Z][\w-]+): (.*)$", every_answer, re.MULTILINE))


@contextmanager
def serving(
    folder: Path,
    headers: Mapping[str, str] | None = None,
    *,
    changed: Mapping[str, str] | None = None,
    asked: list[Asked] | None = None,
) -> Iterator[str]:
    """Serve `folder` on a free port and yield its address, without a slash at the end.

    `changed` gives files another text by their path, such as `/assets/site.js`; `asked` is filled
    with every request.
    """
    given = {"headers_to_send": headers or {}, "changed": changed or {}, "asked": asked}
    handler = type("Handler", (_Handler,), given)
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        joined(thread)
