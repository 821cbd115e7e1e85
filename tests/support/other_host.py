"""Another host, with a door for each way out: what comes to a door was not stopped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from support.waiting import PATIENCE, joined

# A page that opens or frames the site, and passes on what the site's page tells it.
_LISTENING = """<!doctype html><title>Another host</title>
<script>addEventListener("message", ({ data }) => data.door && fetch(data.door))</script>
"""
_ANSWER = (
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nAccess-Control-Allow-Origin: *\r\n"
    f"Connection: close\r\nContent-Length: {len(_LISTENING)}\r\n\r\n{_LISTENING}"
).encode()


class OtherHost:
    """Knows by the name of each way out whether anybody knocked at its door, and came in."""

    def __init__(self) -> None:
        self.doors: dict[str, int] = {}
        self._knocked: dict[str, threading.Event] = {}
        self._came: dict[str, threading.Event] = {}

    def address(self, way: str) -> str:
        """Return the address of a door."""
        return f"http://127.0.0.1:{self.doors[way]}/"

    def knocked(self, way: str, within: float = 0) -> bool:
        """Tell whether a connection was opened; wait for it so many seconds."""
        return self._knocked[way].wait(within)

    def came(self, way: str, within: float = 0) -> bool:
        """Tell whether anything was sent; wait for it so many seconds."""
        return self._came[way].wait(within)

    async def open(self, way: str) -> None:
        """Listen at a free port, for connections and for single packets."""
        knocked = self._knocked[way] = threading.Event()
        came = self._came[way] = threading.Event()

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            knocked.set()
            if await reader.read(1):
                came.set()
                writer.write(_ANSWER)
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        self.doors[way] = port = server.sockets[0].getsockname()[1]
        await asyncio.get_running_loop().create_datagram_endpoint(
            lambda: _Packets(came), ("127.0.0.1", port)
        )


class _Packets(asyncio.DatagramProtocol):
    def __init__(self, came: threading.Event) -> None:
        self._came = came

    def datagram_received(self, data: bytes, addr: object) -> None:
        self._came.set()


@contextmanager
def other_host(ways: Iterable[str]) -> Iterator[OtherHost]:
    """Open a door for each of the ways, and close them all in the end."""
    host = OtherHost()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        for way in ways:
            asyncio.run_coroutine_threadsafe(host.open(way), loop).result(PATIENCE)
        yield host
    finally:
        loop.call_soon_threadsafe(loop.stop)
        joined(thread)
        loop.close()
