"""Parts of the site: each a language built alone, and what they must share to become one site."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from infosheet.problems import Problem, did_you_mean

# All that a page is made from, but for the libraries, which the lock file names.
_MADE_FROM = ("docs", "hooks", "medicines", "overrides", "mkdocs.yml", "requirements.lock")
# What Python, an editor or a file manager leaves among them.
_LEFT_BY_PROGRAMS = re.compile(r"\.|__pycache__$")
_LABEL = "part.json"


@dataclass(frozen=True)
class Origin:
    """What a site is made from: `content` is a hash of every file, `time` the commit's."""

    commit: str
    time: str
    content: str
    site_url: str


@dataclass(frozen=True)
class Part:
    """One language's part of the site in `folder`; `files` is a hash of what was built."""

    folder: Path
    locale: str
    origin: Origin
    files: str


def pages_of(folder: Path) -> Path:
    """Return where the files of the part in `folder` stand, each at its place in the site."""
    return folder / "site"


def content_hash(root: Path) -> str:
    """Return a hash of all files that the site below `root` is made from."""
    return _hash(
        root,
        (
            file
            for name in _MADE_FROM
            for file in _files(root / name)
            if not any(_LEFT_BY_PROGRAMS.match(part) for part in file.relative_to(root).parts)
        ),
    )


def label(folder: Path, locale: str, origin: Origin) -> Part:
    """Write down what the finished part in `folder` is, and return it."""
    part = Part(folder, locale, origin, _files_hash(folder))
    said = {"locale": locale, "origin": asdict(origin), "files": part.files}
    (folder / _LABEL).write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    return part


def read_parts(folders: Iterable[Path]) -> tuple[list[Part], list[Problem]]:
    """Return the parts in `folders`, and what is wrong with those that are none or not whole."""
    parts, problems = [], list[Problem]()
    for folder in folders:
        try:
            said = json.loads((folder / _LABEL).read_text(encoding="utf-8"))
            part = Part(folder, said["locale"], Origin(**said["origin"]), said["files"])
        except (OSError, ValueError, KeyError, TypeError):
            problems.append(
                Problem(
                    str(folder), 0, "This is no part of a site.",
                    "Build one with make build LANGUAGE=…, and name its folder here.",
                )
            )  # fmt: skip
            continue
        parts.append(part)
        if part.files != _files_hash(folder):
            problems.append(
                Problem(
                    str(folder), 0, "The part is not as it was built: a file is missing or other.",
                    "Copy the whole folder again, hidden files too, or build it again.",
                )
            )  # fmt: skip
    return parts, problems


def check_parts(parts: Collection[Part], locales: Collection[str], here: Origin) -> list[Problem]:
    """Find what keeps `parts` from being one site in all `locales`, made from what is `here`."""
    problems = []
    counts = Counter(part.locale for part in parts)
    for part in parts:
        again = f"make build LANGUAGE={part.locale}"
        for message, mend in _differences(part, here):
            problems.append(Problem(str(part.folder), 0, message, mend.format(again=again)))
        if part.locale not in locales:
            problems.append(
                Problem(
                    str(part.folder), 0, f"“{part.locale}” is no language of this site.",
                    did_you_mean(part.locale, locales),
                )
            )  # fmt: skip
        elif counts[part.locale] > 1:
            problems.append(
                Problem(
                    str(part.folder), 0,
                    f"The language “{part.locale}” is here {counts[part.locale]} times.",
                    "Name only one of these folders.",
                )
            )  # fmt: skip
    for locale in locales:
        if locale not in counts:
            problems.append(
                Problem(
                    "parts", 0, f"The part of the language “{locale}” is missing.",
                    f"Build it with make build LANGUAGE={locale}, and name its folder too.",
                )
            )  # fmt: skip
    return problems


def _differences(part: Part, here: Origin) -> Iterator[tuple[str, str]]:
    origin = part.origin
    if origin.commit != here.commit:
        yield (
            f"The part was built from commit {origin.commit or 'none'}, "
            f"but here is {here.commit or 'none'}.",
            "Build all parts, and merge them, from the same commit: {again}",
        )
    elif origin.time != here.time:
        yield (
            f"The part was built for the time {origin.time}, but here it is {here.time}.",
            "Give SOURCE_DATE_EPOCH the same value, or none, everywhere: {again}",
        )
    elif origin.content != here.content:
        yield (
            "The part was built from other files than those that stand here.",
            "Build it again from these: {again}",
        )
    if origin.site_url != here.site_url:
        yield (
            f"The part was built for {origin.site_url}, but this site is for {here.site_url}.",
            "Set SITE_URL to the same address for all parts and the merge.",
        )


def bring_together(parts: Iterable[Part], into: Path) -> None:
    """Copy the files of all parts into the new folder `into`."""
    for part in parts:
        shutil.copytree(pages_of(part.folder), into, dirs_exist_ok=True)


def _files(place: Path) -> Iterator[Path]:
    """Yield the files at or below `place`."""
    yield from (path for path in (place, *place.rglob("*")) if path.is_file())


def _files_hash(folder: Path) -> str:
    return _hash(pages_of(folder), _files(pages_of(folder)))


def _hash(root: Path, files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for name, path in sorted((path.relative_to(root).as_posix(), path) for path in files):
        whole.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
