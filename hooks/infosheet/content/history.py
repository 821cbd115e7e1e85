"""What has changed in an English page since a translation was made, where git knows it."""

from __future__ import annotations

import difflib
import subprocess
from functools import cached_property
from pathlib import Path

from infosheet.content.kept import Kept
from infosheet.content.markdown_source import Page, parse_page

_SHOWN = 12  # lines: enough to see what to translate, few enough to read in a terminal


class History:
    """The history of the project below `root`; git is asked only when something is asked here."""

    def __init__(self, root: Path, kept: Kept) -> None:
        self._root = root
        self._kept = kept

    def english_changes(self, source: Page, fingerprint: str) -> list[str]:
        """Return the changed lines of `source` since its version with that fingerprint.

        Each begins with “-” (as translated) or “+” (as it is now). Empty where the history does
        not hold that version, as in a shallow clone.
        """
        if not self._commit:
            return []
        about = f"{source.file} {fingerprint}"
        old = self._kept.result(
            _version, about, str(self._root), self._commit, source.file, source.path, fingerprint
        )
        if old is None:
            return []
        lines = difflib.unified_diff(old.splitlines(), source.text.splitlines(), lineterm="", n=0)
        changed = [
            line
            for line in lines
            if line[:1] in "+-" and line[:3] not in ("+++", "---") and line[1:].strip()
        ]
        more = [f"… and {len(changed) - _SHOWN} more lines"] if len(changed) > _SHOWN else []
        return changed[:_SHOWN] + more

    @cached_property
    def _commit(self) -> str:
        """The commit that is checked out; empty where there is none."""
        return _git(str(self._root), "rev-parse", "--verify", "HEAD").decode().strip()


def _version(root: str, commit: str, file: str, path: str, fingerprint: str) -> str | None:
    """Return the text that an English page had with that fingerprint, up to `commit`."""
    commits = _git(root, "log", "--format=%H", commit, "--", file).decode().split()
    # Seen from the project's folder, which may lie below that of the repository.
    wanted = "".join(f"{each}:./{file}\n" for each in commits)
    told = _git(root, "cat-file", "--batch", sent=wanted.encode())
    while told:
        about, _, told = told.partition(b"\n")
        if about.endswith(b" missing"):
            continue
        length = int(about.split()[-1])
        content, told = told[:length], told[length + 1 :]
        text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        page, _ = parse_page(text, file, "en", path)
        if page is not None and page.fingerprint == fingerprint:
            return page.text
    return None


def _git(root: str, *command: str, sent: bytes = b"") -> bytes:
    told = subprocess.run(
        ["git", "-C", root, *command], capture_output=True, input=sent, check=False
    )
    return told.stdout if told.returncode == 0 else b""
