"""MkDocs' settings can be read by the preview's check and by its pages at the same time."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_settings import load_settings
from support.site import ROOT
from support.waiting import PATIENCE

READERS, READINGS = 4, 10


@pytest.fixture(autouse=True)
def threads_that_take_turns_often() -> Iterator[None]:
    """Let a thread stop a thousand times as often as usual for another, anywhere."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 1000)
    yield
    sys.setswitchinterval(usual)


def test_whoever_reads_the_settings_at_the_same_time_has_every_hook_once() -> None:
    alone = handlers(load_settings(ROOT))
    together = threading.Barrier(READERS)

    def read() -> dict[str, int]:
        together.wait(PATIENCE)
        return handlers(load_settings(ROOT))

    for _ in range(READINGS):
        with ThreadPoolExecutor(READERS) as pool:
            found = [pool.submit(read) for _ in range(READERS)]
        assert [each.result() for each in found] == [alone] * READERS


def handlers(config: MkDocsConfig) -> dict[str, int]:
    return {event: len(each) for event, each in config.plugins.events.items()}
