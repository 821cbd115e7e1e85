"""How the shelf writes down a broken input, what is said of it, and how it is put in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from support.site import ROOT

PROJECT = Path(__file__).parent / "project"


@dataclass(frozen=True)
class Broken:
    """One mistake in one file of the small project.

    Either `right` is replaced by `wrong`, or the whole file by `content`, or `by_hand` does it.
    `line` is where it is said to be: by default where `right` stood, and 0 for the whole file.
    `says` and `mend` are parts of what is said; `others`, how many more mistakes follow from it.
    """

    file: str
    says: str
    mend: str = ""
    right: str = ""
    wrong: str = ""
    content: str | bytes | None = None
    by_hand: Callable[[Path], None] | None = None
    line: int | None = None
    others: int = 0

    def put_into(self, root: Path) -> int:
        """Break the project below `root`, and return the line at which that is to be said."""
        path = root / self.file
        line = 0
        if self.by_hand is not None:
            self.by_hand(root)
        elif self.content is not None:
            new = self.content.encode() if isinstance(self.content, str) else self.content
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(new)
        else:
            text = path.read_text(encoding="utf-8")
            assert text.count(self.right) == 1, f"“{self.right}” must stand once in {self.file}"
            line = text[: text.index(self.right)].count("\n") + 1
            path.write_bytes(text.replace(self.right, self.wrong).encode("utf-8", "surrogatepass"))
        return line if self.line is None else self.line


def small_project(folder: Path) -> Path:
    """Return a copy of the small project in `folder`, with this repository's code."""
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    return folder
