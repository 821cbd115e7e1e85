"""What several kinds of tests share: a browser and a server."""

from __future__ import annotations

import gc
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from greenlet import greenlet
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


# --- a test that hangs -----------------------------------------------------------------------


def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> None:
    """Let a test that hangs tell where, just before pytest-timeout ends its process."""
    timer = threading.Timer(settings.timeout - 1, _tell_where, (item,))
    timer.daemon = True
    timer.start()
    item.stash[_TIMER] = timer


def pytest_timeout_cancel_timer(item: pytest.Item) -> None:
    """Let a test that has ended tell nothing."""
    if timer := item.stash.get(_TIMER, None):  # a file that cannot be imported has none
        timer.cancel()


_TIMER = pytest.StashKey[threading.Timer]()


def _tell_where(item: pytest.Item) -> None:
    # What pytest-timeout itself writes is lost with one of several processes, and it does not see
    # a test that waits for Playwright, whose loop has a stack of its own.
    item.config.pluginmanager.getplugin("capturemanager").suspend_global_capture(item)
    waiting = {each.parent for each in gc.get_objects() if isinstance(each, greenlet)}
    frames = [each.gr_frame for each in waiting if each and each.gr_frame]
    for frame in [*sys._current_frames().values(), *frames]:
        sys.stderr.write(f"\n{item.nodeid} hangs:\n{''.join(traceback.format_stack(frame))}")
    sys.stderr.flush()
