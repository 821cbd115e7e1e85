"""Run a program that asks other hosts, and give it up where one of them never answers."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Sequence
from typing import Any


class NoAnswerError(Exception):
    """A program had not ended by the time given to it; `said` is what it had written by then."""

    def __init__(self, patience: float, said: str) -> None:
        super().__init__(f"did not end in {patience:g} seconds")
        self.said = said


def ask(
    command: Sequence[str], patience: float, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run a program for `patience` seconds at most, and return what it said, all as text.

    Raises NoAnswerError where it has not ended; it has then been, with all that it started.
    """
    surroundings = {**os.environ, "PYTHONUNBUFFERED": "1"}
    options = {"stdout": subprocess.PIPE, "text": True, "start_new_session": True} | options
    with subprocess.Popen(command, env=surroundings, **options) as process:
        try:
            out, err = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            _end(process)
            out, _ = process.communicate()
            raise NoAnswerError(patience, out or "") from None
        except BaseException:
            _end(process)
            raise
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _end(process: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
