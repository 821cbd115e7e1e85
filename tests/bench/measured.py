"""Run a command to its end, and say what it took."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SAID = 600
_LONGEST = 900  # seconds


class BenchError(Exception):
    """A part of the benchmark could not be run; its text says why, in one line."""


@dataclass(frozen=True)
class Taken:
    """What a command took: seconds by the clock and of all cores, and bytes of memory.

    `memory` is the most that any one of its processes held.
    """

    seconds: float
    processor: float
    memory: int


def run(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Taken:
    """Run a command in `folder`; raises BenchError with its last words if it fails."""
    output = folder / "output-of-the-benchmark.txt"
    with output.open("wb") as said:
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=said,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(variables or {})},
        )
        # As by Ctrl-C, on which Lighthouse ends its browser too.
        ending = threading.Timer(_LONGEST, process.send_signal, [signal.SIGINT])
        ending.daemon = True
        ending.start()
        # Of the process and all that it has waited for, so that the largest of them is told.
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        ending.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        words = " ".join(output.read_text(encoding="utf-8", errors="replace")[-_SAID:].split())
        raise BenchError(f"{Path(command[0]).name} {' '.join(command[1:])} failed: {words}")
    return Taken(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
