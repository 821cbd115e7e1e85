"""Tell on a terminal how far a long build has come, and about how long it will still take."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from typing import TextIO

_STAGES = 2  # each page is read as Markdown, and later written as a page
_LONG = 2.0  # seconds; a build that is done by then needs no word
_CLEARED = "\r\033[K"


class Progress:
    """Keeps one line of a terminal up to date; says nothing where `out` is none, or in CI.

    `pages` is how many pages a language has.
    """

    def __init__(self, pages: int, out: TextIO = sys.stderr) -> None:
        self._pages = pages
        self._out = out
        self._quiet = not out.isatty() or "CI" in os.environ
        self._begun = time.monotonic()

    def show(self, stages: Mapping[str, int]) -> None:
        """Show how far each language is; `stages` counts each page when read and when written."""
        seconds = time.monotonic() - self._begun
        if not self._quiet and seconds > _LONG:
            self._out.write(_CLEARED + line(stages, self._pages, seconds))
            self._out.flush()

    def end(self) -> None:
        """Take the line away."""
        if not self._quiet:
            self._out.write(_CLEARED)
            self._out.flush()


def line(stages: Mapping[str, int], pages: int, seconds: float) -> str:
    """Return what to show when each language has come so far after that many seconds.

    `stages` counts each page of a language twice: when it is read, and when it is written.
    """
    every, done = _STAGES * pages * len(stages), sum(stages.values())
    now = ", ".join(
        f"{locale} {count // _STAGES}"
        for locale, count in stages.items()
        if 0 < count < _STAGES * pages
    )
    said = f"{done // _STAGES} of {every // _STAGES} pages"
    if now:
        said += f" (now {now} of {pages})"
    if done:
        said += f", about {max(round(seconds * (every - done) / done), 1)} s left"
    return said
