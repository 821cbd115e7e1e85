"""Do many pieces of work on all processors at once, where a process can simply be forked."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_NUMBER = struct.Struct("I")


def side_by_side(do: Callable[[Piece], Result], pieces: Sequence[Piece]) -> list[Result]:
    """Return what `do` returns for each of the `pieces`, in their order.

    `do` may look at all that this process knows; what it changes there may be lost. Each process
    takes the next piece as soon as it is free, so the longest should come first. Where processes
    cannot be forked, or are ended from outside, this one does what is left by itself.
    """
    workers = min(processors(), len(pieces)) if _can_fork() else 1
    if workers < 2:
        return [do(piece) for piece in pieces]
    context = multiprocessing.get_context("fork")
    # A pipe hands each number out once, and a process that is ended holds nothing that others need.
    numbers, given = os.pipe()
    os.write(given, b"".join(map(_NUMBER.pack, range(len(pieces)))))
    os.close(given)

    def next_ones() -> Iterator[int]:
        while number := os.read(numbers, _NUMBER.size):
            yield _NUMBER.unpack(number)[0]

    def work(answer: Connection) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who waits for this one hears it, and ends it
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with contextlib.suppress(Exception):  # what has failed is done again, and fails, there
            answer.send({index: do(pieces[index]) for index in next_ones()})

    others, answers = [], []
    try:
        with ctrl_c_waiting():
            for _ in range(workers - 1):
                answer, theirs = context.Pipe(duplex=False)
                process = context.Process(target=work, args=(theirs,), daemon=True)
                process.start()
                others.append(process)
                answers.append(answer)
                theirs.close()
        done = {index: do(pieces[index]) for index in next_ones()}
        for answer in answers:
            with contextlib.suppress(EOFError, OSError):  # ended before it had told all
                done |= answer.recv()
    finally:
        os.close(numbers)
        for process in others:
            process.kill()  # it has told all that it has to tell, or nobody waits for it
            process.join()
    return [done[index] if index in done else do(pieces[index]) for index in range(len(pieces))]


@contextlib.contextmanager
def ctrl_c_waiting() -> Iterator[None]:
    """Let Ctrl-C wait while processes are begun: one just begun would show where it was hit.

    It waits in them for ever, or until they say what they do of it.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _can_fork() -> bool:
    """Tell whether a fork goes well: with other threads it may not, nor on every system."""
    alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return sys.platform == "linux" and alone


def processors() -> int:
    """Return how many processors this process may use, which can be fewer than there are."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
