"""What has changed in an English page since a translation was made, where git knows it."""

from __future__ import annotations

import difflib
import subprocess
from pathlib import Path

from infosheet.markdown_source import Page, parse_page

_SHOWN = 12  # lines: enough to see what to translate, few enough to read in a terminal


def english_changes(root: Path, source: Page, fingerprint: str) -> list[str]:
    """Return the changed lines of `source` since its version with that fingerprint.

    Each begins with “-” (as translated) or “+” (as it is now). Empty where the history does not
    hold that version, as in a shallow clone.
    """
    for commit in _git(root, "log", "--format=%H", "--", source.file).split():
        text = _git(root, "show", f"{commit}:{source.file}")
        old, _ = parse_page(text, source.file, source.locale, source.path)
        if old is not None and old.fingerprint == fingerprint:
            lines = difflib.unified_diff(
                old.text.splitlines(), source.text.splitlines(), lineterm="", n=0
            )
            changed = [
                line
                for line in lines
                if line[:1] in "+-" and line[:3] not in ("+++", "---") and line[1:].strip()
            ]
            more = [f"… and {len(changed) - _SHOWN} more lines"] if len(changed) > _SHOWN else []
            return changed[:_SHOWN] + more
    return []


def _git(root: Path, *command: str) -> str:
    told = subprocess.run(
        ["git", "-C", str(root), *command], capture_output=True, text=True, check=False
    )
    return told.stdout if told.returncode == 0 else ""
