"""Put a new site in the place of the old one, so that there is always a whole one."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Arguments of renameat2, which Python has no name for.
_HERE, _EXCHANGE = -100, 2


class AnotherBuildError(Exception):
    """Another process has the right to build."""


@contextmanager
def building(workplace: Path) -> Iterator[None]:
    """Hold the only right to build in `workplace`; raises AnotherBuildError if another has it.

    The right ends with the process that asked, whatever its children do, so that a killed build
    leaves nothing locked.
    """
    workplace.mkdir(parents=True, exist_ok=True)
    with (workplace / "lock").open("w") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AnotherBuildError from error
        yield


def recover(live: Path, old: Path) -> None:
    """Bring the last good site back where a swap was interrupted between its two renames."""
    if old.exists() and not live.exists():
        old.rename(live)
    shutil.rmtree(old, ignore_errors=True)


def swap(new: Path, live: Path, old: Path) -> None:
    """Replace `live` by `new`; all three lie on one file system, and `old` is used in between.

    Where the system can exchange two folders in one step, there is no moment without a site.
    """
    recover(live, old)
    if live.exists() and exchanged(new, live):
        new.rename(old)
    else:
        if live.exists():
            live.rename(old)
        new.rename(live)
    os.sync()
    shutil.rmtree(old, ignore_errors=True)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, and tell whether that was possible; Linux can."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and not rename(
        _HERE, os.fsencode(one.absolute()), _HERE, os.fsencode(other.absolute()), _EXCHANGE
    )
