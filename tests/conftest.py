"""What several kinds of tests share: a browser and a server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from support.browser import started
from support.server import serving

# The same examples in every run, so that a failure can be met again. To look for new ones, now and
# then: HYPOTHESIS_PROFILE=explore .venv/bin/pytest tests/properties
_SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture]
settings.register_profile(
    "reproducible",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=_SLOW,
)
settings.register_profile("explore", max_examples=5000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "reproducible"))


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
