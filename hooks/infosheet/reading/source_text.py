"""Read a file that people have written, whatever is in it, as text that holds no surprise."""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from infosheet.problems import Problem
from infosheet.reading.characters import check_characters

# Ten times the longest file there is; what is longer was not written by a person.
_MOST_BYTES = 300_000

# What is said of a link, wherever it is found.
A_LINK = (
    "This is a link to another file or folder, which may hold anything.",
    "Put a copy of the file in its place.",
)

_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SAVE_AS = "In your editor, save the file again with the encoding UTF-8."


def read_source(path: Path, root: Path) -> tuple[str | None, list[Problem]]:
    """Return the text of a file with plain line ends, or None, and what is wrong with it.

    `root` is the project's root, to which the file's name is given.
    """
    content, problems = read_content(path, root)
    if content is None:
        return None, problems
    return decoded(content, path.relative_to(root).as_posix())


def read_content(path: Path, root: Path) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of a file that people have written, or None, and why it cannot be read."""
    file = path.relative_to(root).as_posix()
    try:
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):
            return None, [Problem(file, 0, *A_LINK)]
        if not stat.S_ISREG(about.st_mode):
            what = "a folder" if path.is_dir() else "something else"
            return None, [
                Problem(file, 0, f"A file is expected here, but this is {what}.", "Move it away.")
            ]
        if about.st_size > _MOST_BYTES:
            return None, [
                Problem(
                    file, 0,
                    f"The file is {about.st_size / 1_000_000:.1f} MB long; "
                    f"{_MOST_BYTES / 1_000_000} MB is the most that is read.",
                    "Is this the right file? A long page is easier to read as several.",
                )
            ]  # fmt: skip
        return path.read_bytes(), []
    except OSError as error:
        return None, [
            Problem(
                file, 0, f"The file cannot be read: {(error.strerror or str(error)).lower()}.",
                "Look whether it is there, and whether you may open it.",
            )
        ]  # fmt: skip


def _conflicts(text: str, file: str) -> Iterator[Problem]:
    """Find where two versions of a file were put side by side, for a person to choose."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    found = [(number, line) for number, line in enumerate(text.split("\n"), 1)]
    ours, theirs = (
        [number for number, line in found if re.match(rf"{sign * 7}(?: |$)", line)] for sign in "<>"
    )
    for number in ours or theirs:
        yield Problem(
            file, number, "Two versions of these lines stand here, put side by side by Git.",
            "Keep the right words, and delete the lines that begin with <<<<<<<, ======= and "
            ">>>>>>>.",
        )  # fmt: skip


def decoded(content: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text that `content` is, or None, and what is wrong with it.

    The mark that some Windows editors put first and their line ends are accepted: they change no
    word.
    """
    for mark, encoding in _OTHER_ENCODINGS.items():
        if content.startswith(mark):
            message = f"The file is saved as {encoding}, but UTF-8 is expected."
            return None, [Problem(file, 1, message, _SAVE_AS)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        message = f"The file is not saved as UTF-8: this line holds the byte {byte:#04x}."
        return None, [Problem(file, line, message, _SAVE_AS)]
    if 10 * text.count("\0") > len(text):
        message = "The file is hardly text: is it saved as UTF-16, or is it a picture?"
        return None, [Problem(file, 1, message, _SAVE_AS)]
    text = text.replace("\r\n", "\n")
    problems = [*check_characters(text, file), *_conflicts(text, file)]
    return (None if problems else text), problems
