"""Wait for programs that a test has started, but never for ever: one that hangs says where."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Any, TypeVar

Found = TypeVar("Found")
Process = subprocess.Popen[Any]

# Seconds until anything that a test waits for is given up, many times what a slow and busy machine
# needs. No promise of speed.
PATIENCE = 300

_LAST_WORDS = 20  # seconds in which a program writes down where it stands
_LOOK = 0.1  # seconds between two looks


def run(
    command: Sequence[str] | str,
    *,
    env: Mapping[str, str] | None = None,
    check: bool = False,
    patience: float = PATIENCE,
    **options: Any,
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, as subprocess.run does, and return all that it said, as text.

    Raises AssertionError, with the stacks of a Python program, where it does not come to its end,
    and where it fails with `check`.
    """
    with started(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    ) as process:
        out, err = ended(process, patience=patience)
    if check:
        assert process.returncode == 0, f"{command} failed:\n{out}{err}"
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def started(
    command: Sequence[str] | str, *, env: Mapping[str, str] | None = None, **options: Any
) -> Process:
    """Start a program so that `ended` can wait for it and for all that it starts itself."""
    surroundings = {**(os.environ if env is None else env), "PYTHONFAULTHANDLER": "1"}
    return subprocess.Popen(command, env=surroundings, start_new_session=True, **options)


def ended(
    process: Process, said: IO[str] | None = None, patience: float = PATIENCE
) -> tuple[str, str]:
    """Wait until a program that `started` has ended, and return what it wrote to its pipes.

    Raises AssertionError where it does not end: with its last words, which stand in `said` where
    that is the file it writes to.
    """
    try:
        out, err = process.communicate(timeout=patience)
        return out or "", err or ""
    except subprocess.TimeoutExpired:
        words = "".join(each or "" for each in last_words(process))
    if said:
        said.seek(0)
        words += said.read()
    raise AssertionError(f"{process.args} did not end in {patience} seconds. It said:\n{words}")


def last_words(process: Process) -> tuple[str | None, str | None]:
    """End a program and all that it has started; where they are Python, they say where they are."""
    for how in (signal.SIGABRT, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            out, err = process.communicate(timeout=_LAST_WORDS)
            return out, err
    return None, None


def joined(thread: threading.Thread, patience: float = PATIENCE) -> None:
    """Wait until a thread has ended; raises AssertionError where it does not."""
    thread.join(patience)
    assert not thread.is_alive(), f"The thread {thread.name} did not end in {patience} seconds."


@contextlib.contextmanager
def serving(command: Sequence[str] | str, **options: Any) -> Iterator[Process]:
    """Run a program that goes on until it is told to end; then tell it, and wait for that.

    Raises AssertionError, with all that it said, where it has ended by itself or does not end.
    """
    # What is said goes into a file: hundreds of to-dos would fill a pipe that nobody empties.
    with (
        tempfile.TemporaryFile("w+", errors="replace") as said,
        started(command, stdout=said, stderr=said, **options) as process,
    ):
        try:
            yield process
        finally:
            if process.poll() is not None:
                said.seek(0)
                raise AssertionError(f"{process.args} has ended by itself. It said:\n{said.read()}")
            process.terminate()
            ended(process, said)


def until(look: Callable[[], Found | None], what: str, of: Process | None = None) -> Found:
    """Look again and again, and return what is found; raises AssertionError where nothing is.

    `what` names it; it is not waited for when the program that it is expected `of` has ended.
    """
    begun = time.monotonic()
    while not (found := look()):
        assert of is None or of.poll() is None, f"{what} did not come"
        assert time.monotonic() < begun + PATIENCE, f"{what} did not come in {PATIENCE} seconds"
        time.sleep(_LOOK)
    return found


def page(address: str) -> bytes | None:
    """Return what is answered at `address`; None where nobody answers yet."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return bytes(answer.read())
    except (urllib.error.URLError, ConnectionError):
        return None
