"""Say in a sentence why a build ended that no check could keep from ending."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Iterator
from pathlib import Path

# No room on the disk, none left for this user, and a file longer than this user may write.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
DETAILS = "error.txt"


def failure(error: BaseException, workplace: Path) -> str:
    """Return what to tell the person who ran the command; details go to a file in `workplace`."""
    for each in _chain(error):
        # A library, or a program that it runs, may have put it into words.
        numbered = isinstance(each, OSError) and each.errno in _NO_ROOM
        if numbered or any(os.strerror(number) in str(each) for number in _NO_ROOM):
            return (
                "There is no room left on the disk. Make some and run this again; "
                "the last good site is as it was."
            )
    notes = " ".join(getattr(error, "__notes__", []))
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    return (
        f"The site could not be built, and this is not your doing: {said}. {notes}\n"
        "    It is a mistake in the program. Tell whoever looks after it, "
        f"with {_kept(error, workplace)}; the last good site is as it was."
    )


def _kept(error: BaseException, workplace: Path) -> str:
    """Write down what a programmer needs, and return where it stands."""
    details = "".join(traceback.format_exception(error))
    try:
        workplace.mkdir(exist_ok=True)
        (workplace / DETAILS).write_text(details, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return f"these words:\n{details}"
    return f"the file {workplace.name}/{DETAILS}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the error and those that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
