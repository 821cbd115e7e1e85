"""Look at which files stand in docs/ and medicines/, before any of them is opened.

MkDocs publishes whatever lies in docs/, and follows each link to a folder; so a stray file, a
forgotten copy or a link to elsewhere would become a part of the site.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from infosheet.problems import Problem, Severity, did_you_mean
from infosheet.reading.source_text import A_LINK

# What is wrong, how to mend it, and whether it is only worth knowing; or nothing.
Said = tuple[str, str] | tuple[str, str, Severity] | None

DOCS, MEDICINES = "docs", "medicines"
LISTS = ("strings.yml", "glossary.yml")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def check_tree(root: Path, locales: Collection[str]) -> list[Problem]:
    """Return a problem for each file below `root` that is no page, no list and no medicine."""
    problems = []
    for name in (DOCS, MEDICINES):
        if not (root / name).is_dir():
            problems.append(
                Problem(name, 0, f"There is no folder {name}/.", "Get it back from git.")
            )
        for entry in _entries(root / name):
            parts = Path(entry.path).relative_to(root).parts
            said = _special(entry) or (
                _in_docs(entry, parts[1:], locales)
                if name == DOCS
                else _in_medicines(entry, parts[1:])
            )
            if said:
                problems.append(_problem("/".join(parts), *said))
    return problems


def pages_below(folder: Path) -> list[Path]:
    """Return the Markdown files below `folder` that are well named, in order; no links."""
    return [path for path in _files(folder, ".md") if _well_named(path.relative_to(folder))]


def medicines_below(root: Path) -> list[Path]:
    """Return the files of medicines that are well named, in order; no links."""
    folder = root / MEDICINES
    return [path for path in _files(folder, ".yml") if _NAME.fullmatch(path.stem)
            and path.parent == folder]  # fmt: skip


def _files(folder: Path, ending: str) -> list[Path]:
    return sorted(
        Path(entry.path)
        for entry in _entries(folder)
        if entry.name.endswith(ending) and entry.is_file(follow_symlinks=False)
    )


def _well_named(path: Path) -> bool:
    return all(_NAME.fullmatch(part) for part in path.with_suffix("").parts)


def _problem(name: str, message: str, mend: str, severity: Severity = "error") -> Problem:
    return Problem(_shown(name), 0, message, mend, severity)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield what stands below `folder`; what is hidden is only told of where it is a link."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if not entry.name.startswith(".") or entry.is_symlink():
            yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path))


def _special(entry: os.DirEntry[str]) -> Said:
    if entry.is_symlink():
        return A_LINK
    if entry.is_dir(follow_symlinks=False) and not os.access(entry.path, os.R_OK | os.X_OK):
        return "This folder cannot be read.", "Look whether you may open it."
    mode = entry.stat(follow_symlinks=False).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return "This is neither a file nor a folder.", "Take it away."
    return None


def _in_docs(entry: os.DirEntry[str], parts: tuple[str, ...], locales: Collection[str]) -> Said:
    if len(parts) == 1:
        return _language_folder(entry, locales)
    name = parts[-1]
    if entry.is_dir(follow_symlinks=False):
        if name.endswith((".md", ".yml")):
            return "A file is expected here, but this is a folder.", "Move it away."
        return _badly_named(name, name)
    if len(parts) == 2 and name in LISTS:
        return None
    stem, dot, kind = name.partition(".")
    if dot + kind == ".md":
        return _badly_named(stem, name)
    lists = [] if len(parts) > 2 else list(LISTS)
    nearest = did_you_mean(name, [f"{stem}.md", *lists])
    return (
        "This file is no page, so it would be published as it is.",
        f"{nearest} Else take it out of docs/.",
    )


def _language_folder(entry: os.DirEntry[str], locales: Collection[str]) -> Said:
    if entry.name in locales:
        if entry.is_dir(follow_symlinks=False):
            return None
        return "A folder is expected here, but this is a file.", "Move it away."
    if entry.is_dir(follow_symlinks=False) and _LOCALE.fullmatch(entry.name):
        return (
            "This folder is no language of the site, and is left out.",
            f"Add it under “languages” in mkdocs.yml. {did_you_mean(entry.name, locales)}",
            "notice",
        )
    return (
        "Only the folders of languages stand here; this would be published as it is.",
        "Pages stand in a language’s folder, such as docs/en/; take everything else away.",
    )


def _in_medicines(entry: os.DirEntry[str], parts: tuple[str, ...]) -> Said:
    stem, _, kind = parts[-1].partition(".")
    if len(parts) > 1 or entry.is_dir(follow_symlinks=False) or kind != "yml":
        return (
            "Only files of medicines stand here, such as kesimpta.yml; this one is not read.",
            f"Name it {_plain(stem)}.yml, or take it away.",
        )
    return _badly_named(stem, parts[-1])


def _badly_named(stem: str, name: str) -> Said:
    if _NAME.fullmatch(stem):
        return None
    better = _plain(stem) + name[len(stem) :]
    return (
        "A name is of small letters a to z, figures and hyphens, since it becomes an address.",
        f"Name it “{better}”, unless there is one already.",
    )


def _plain(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "page"


def _shown(name: str) -> str:
    """Return a file's name as it can be printed, whatever bytes it is made of."""
    shown = name.encode("utf-8", "backslashreplace").decode()
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in shown)
