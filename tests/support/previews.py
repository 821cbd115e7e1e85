"""Run the preview of a project, as `make serve` does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from support.ports import free_port
from support.site import ENVIRONMENT, Site
from support.waiting import serving


@contextmanager
def previewing(project: Site, *options: str) -> Iterator[str]:
    """Run the preview of a project with `options` of its command, and give its address."""
    port = free_port()
    command = [sys.executable, "hooks/driver.py", "serve", "--port", str(port), *options]
    with serving(command, cwd=project.root, env=ENVIRONMENT):
        yield f"http://127.0.0.1:{port}/"
