"""The content as it stood at an earlier commit, where git knows it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from infosheet.content.settings import SETTINGS
from infosheet.content.source_tree import DOCS, MEDICINES


def content_at(root: Path, commit: str, into: Path) -> bool:
    """Write the content of `commit` into the folder `into`, and tell whether it is known here.

    It is not in a clone without history, before the first commit, and where there is no git.
    """
    name = f"{commit}^{{commit}}"
    known = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if known is None:
        return False
    found = known.decode().strip()
    paths = _git(root, "ls-tree", "--name-only", found, "--", DOCS, MEDICINES, SETTINGS)
    if not paths:
        return False
    packed = _git(root, "archive", "--format=tar", found, "--", *paths.decode().split())
    if packed is None:
        return False
    subprocess.run(["tar", "-x", "-C", str(into)], input=packed, check=True)
    return True


def other_files_changed(root: Path, commit: str) -> list[str]:
    """Return the files changed since `commit` that are no page, list or medicine."""
    changed = _git(root, "diff", "--name-only", "--relative", "-z", f"{commit}^{{commit}}", "--")
    files = (changed or b"").decode("utf-8", "replace").split("\0")
    content = (f"{DOCS}/", f"{MEDICINES}/")
    return [file for file in files if file and not file.startswith(content)]


def _git(root: Path, *command: str) -> bytes | None:
    try:
        told = subprocess.run(["git", "-C", str(root), *command], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return told.stdout if told.returncode == 0 else None
