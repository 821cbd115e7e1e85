"""Check the content again and again, beside what else a process does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from pathlib import Path

from mkdocs.exceptions import Abort

from infosheet.failures import failure
from infosheet.kept import Kept
from infosheet.problems import Problem
from mkdocs_settings import check_all


class Checker(threading.Thread):
    """Checks the content below `root` each time it is asked to, in a thread of its own.

    `told` is called, from that thread, with every mistake and notice. Asked again before it has
    come to an end, it checks once more. `locales` are the languages whose pages are checked; None
    stands for all of them.
    """

    def __init__(
        self,
        root: Path,
        locales: Collection[str] | None,
        told: Callable[[list[Problem]], None],
    ) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._locales = locales
        self._told = told
        self._kept = Kept()
        self._turn = threading.Lock()
        self._asked = threading.Event()
        self._done = threading.Event()

    def ask(self) -> None:
        """Check what stands in the files now."""
        with self._turn:
            self._done.clear()
            self._asked.set()

    def done_within(self, seconds: float) -> bool:
        """Wait for what was asked, so many seconds at most; return whether it is done."""
        return self._done.wait(seconds)

    def run(self) -> None:
        """Wait to be asked, and check."""
        while self._asked.wait():
            self._asked.clear()
            problems = self._check()
            with self._turn:
                if is_last := not self._asked.is_set():
                    self._done.set()
            if is_last:
                self._told(problems)

    def _check(self) -> list[Problem]:
        try:
            return check_all(self._root, None, self._kept, self._locales)[1]
        except (Exception, Abort) as error:  # it goes on, whatever an edit has broken
            return [Problem("the check", 0, failure(error, self._root / ".build"))]
