"""Find a port for a program that a test starts."""

from __future__ import annotations

import random
import socket

# Below those that a system deals out by itself, to the tests' own servers and to every connection:
# such a one could be taken again before the program listens.
_PORTS = range(20_000, 30_000)


def free_port() -> int:
    """Return a port of this computer at which nobody listens."""
    for port in random.sample(_PORTS, len(_PORTS)):
        with socket.socket() as listening:
            try:
                listening.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError("No port is free.")
