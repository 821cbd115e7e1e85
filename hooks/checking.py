"""Check the content again and again, in a process beside the one that shows it."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Collection
from multiprocessing.connection import Connection
from pathlib import Path

from mkdocs.exceptions import Abort

from infosheet.content.kept import Kept
from infosheet.failures import failure
from infosheet.problems import Problem
from infosheet.side_by_side import ctrl_c_waiting
from mkdocs_settings import check_all


class Checker(threading.Thread):
    """Checks the content below `root` each time it is asked to.

    `told` is called, from a thread of its own, with every mistake and notice. Asked again before
    it has come to an end, it checks once more. `locales` are the languages whose mistakes are told;
    None stands for all of them. What is in `kept` when this is started need not be read again.
    """

    def __init__(
        self,
        root: Path,
        locales: Collection[str] | None,
        told: Callable[[list[Problem]], None],
        kept: Kept,
    ) -> None:
        super().__init__(daemon=True)
        self._told = told
        self._turn = threading.Lock()
        self._asked = threading.Event()
        self._done = threading.Event()
        self._ending = False
        # Threads take turns, so that in one of this process a check would hold up each page and
        # each look at the files. Another process has a processor of its own.
        self._answers, theirs = multiprocessing.Pipe()
        self._theirs = theirs
        self._process = multiprocessing.Process(
            target=_check_when_asked, args=(root, locales, kept, theirs, self._answers), daemon=True
        )

    def start(self) -> None:
        """Begin to wait to be asked; no other thread may have been started before."""
        with ctrl_c_waiting():
            self._process.start()
        self._theirs.close()
        super().start()

    def ask(self) -> None:
        """Check what stands in the files now."""
        with self._turn:
            self._done.clear()
            self._asked.set()

    def done_within(self, seconds: float) -> bool:
        """Wait for what was asked, so many seconds at most; return whether it is done."""
        return self._done.wait(seconds)

    def run(self) -> None:
        """Wait to be asked, and let the process check."""
        while self._asked.wait():
            self._asked.clear()
            try:
                self._answers.send(None)
                problems: list[Problem] = self._answers.recv()
            except (EOFError, OSError):
                if self._ending:
                    return
                problems = [Problem("the check", 0, *_ENDED)]
            with self._turn:
                if is_last := not self._asked.is_set():
                    self._done.set()
            if is_last:
                self._told(problems)

    def end(self) -> None:
        """Check no more, not even to the end of what has begun."""
        self._ending = True
        if self._process.pid is not None:
            self._process.kill()  # it only reads
            self._process.join()


_ENDED = (
    "The program that checks was ended from outside.",
    "Press Ctrl-C and start the preview again; perhaps the memory is full.",
)


def _check_when_asked(
    root: Path,
    locales: Collection[str] | None,
    kept: Kept,
    questions: Connection,
    answers: Connection,
) -> None:
    """Answer each question with every problem, until nobody is left to ask."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)  # the preview hears it too, and ends this process
    answers.close()  # the end of who asks, who is gone when that is closed everywhere
    with contextlib.suppress(EOFError, OSError):
        while True:
            questions.recv()
            questions.send(_check(root, locales, kept))


def _check(root: Path, locales: Collection[str] | None, kept: Kept) -> list[Problem]:
    try:
        return check_all(root, None, kept, locales)[1]
    except (Exception, Abort) as error:  # it goes on, whatever an edit has broken
        return [Problem("the check", 0, failure(error, root / ".build"))]
