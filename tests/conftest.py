"""What several kinds of tests share: a browser and a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support.browser import started
from support.server import serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each test opens its own context."""
    with started() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def overrides_server() -> Iterator[str]:
    """The address of the published part of overrides/: scripts and styles as they ship."""
    with serving(Path(__file__).parent.parent / "overrides") as address:
        yield address
