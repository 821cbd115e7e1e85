"""Run the preview of a project, as `make serve` does."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from support.site import ENVIRONMENT, Site


@contextmanager
def previewing(project: Site, *options: str) -> Iterator[str]:
    """Run the preview of a project with `options` of its command, and give its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "hooks/driver.py", "serve", "--port", str(port), *options],
        cwd=project.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()
