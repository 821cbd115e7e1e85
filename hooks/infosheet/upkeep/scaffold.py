"""Make the files that something new begins with: all of them, or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from infosheet.content.project import Project
from infosheet.content.settings import SETTINGS


class RefusedError(Exception):
    """What cannot be made: `message` says why, and `mend` what to do instead."""

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


@dataclass(frozen=True)
class Scaffold:
    """New files by their path below the project, the new text of mkdocs.yml, and what to do next.

    `added` says in words what is new in mkdocs.yml.
    """

    files: dict[str, str]
    settings: str
    added: str
    next_steps: tuple[str, ...]

    def told(self, what: str) -> str:
        """Return what was made, for the person who asked for it."""
        made = [f"  {file}" for file in (*self.files, f"{SETTINGS}: {self.added}")]
        return "\n".join([f"Made for {what}:", *made, "", *self.next_steps, ""])


def make(root: Path, scaffold: Scaffold) -> None:
    """Write the new files below `root` and put mkdocs.yml in the old one's place.

    Raises FileExistsError rather than write over a file, and leaves nothing behind where it fails.
    """
    made: list[Path] = []
    try:
        for name, text in scaffold.files.items():
            path = root / name
            for folder in reversed([each for each in path.parents if not each.exists()]):
                folder.mkdir()
                made.append(folder)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
        _replace(root / SETTINGS, scaffold.settings)
    except BaseException:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def settings_text(project: Project) -> str:
    """Return mkdocs.yml as it is written, line ends and all.

    Raises RefusedError where the check finds a mistake in its form, or none could be read.
    """
    if SETTINGS in project.unread:
        raise RefusedError(f"{SETTINGS} has a mistake.", "Mend it first: make check names it.")
    return (project.root / SETTINGS).read_bytes().decode("utf-8")


def check_name(name: str, allowed: str, example: str) -> None:
    """Raise RefusedError unless `name` is of letters and of `allowed`, and no other kind of value.

    `example` is how the command is called.
    """
    odd = sorted({each for each in name if not _is_letter(each) and each not in allowed})
    if odd:
        shown = " ".join(each if each.isprintable() else f"U+{ord(each):04X}" for each in odd)
        raise RefusedError(
            f"“{_shown(name)}” holds what cannot stand in a name here: {shown}",
            f"Use letters, spaces and hyphens: {example}",
        )
    if len(name) > _LONGEST:
        raise RefusedError(f"“{_shown(name)}” is too long for a name.", f"For example: {example}")
    if yaml.safe_load(name) != name:
        raise RefusedError(
            f"“{name}” is read as something else than a name in the settings.",
            "Use the full name, or make the files by hand.",
        )


def same_but_for_case(name: str, others: Iterable[str]) -> str | None:
    """Return the one of `others` that some computers would take for `name`, if there is one."""
    return next((other for other in others if other.casefold() == name.casefold()), None)


_LONGEST = 60


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _shown(name: str) -> str:
    return "".join(each if each.isprintable() else " " for each in name[:_LONGEST])


def _replace(path: Path, text: str) -> None:
    """Put a file with `text` in the place of the one at `path`, in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
