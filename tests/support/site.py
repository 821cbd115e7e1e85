"""A project's folder, in which tests run the commands of the Makefile."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from support.waiting import run

ROOT = Path(__file__).parents[2]


# A copy of the content has no commit whose time the build could go by.
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "0"}

_LANGUAGE = re.compile(r"\s+- \{locale: (?P<locale>[\w-]+), name: (?P<name>[^,}]+)")


def _names() -> dict[str, str]:
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    found = [match for line in lines if (match := _LANGUAGE.match(line))]
    return {match["locale"]: match["name"].strip() for match in found}


def _direction(locale: str) -> str:
    strings = ROOT / "docs" / locale / "strings.yml"
    found = re.search(r"(?m)^direction: (ltr|rtl)\b", strings.read_text(encoding="utf-8"))
    assert found, strings
    return found[1]


# The languages of the site by their own names, and how each is written.
NAMES = _names()
DIRECTIONS = {locale: _direction(locale) for locale in NAMES}


def locale_path(locale: str) -> str:
    """Return the folder of a language in the built site, with its slash; English has none."""
    return "" if locale == "en" else f"{locale}/"


@dataclass(frozen=True)
class Site:
    """A project's folder, in which the commands of the Makefile can be run."""

    root: Path

    @property
    def built(self) -> Path:
        return self.root / "site"

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run one of the driver's commands, as `make` does; `variables` are of its environment."""
        return run(
            [sys.executable, "hooks/driver.py", *command],
            cwd=self.root,
            env=ENVIRONMENT | variables,
        )

    @property
    def files(self) -> dict[str, bytes]:
        """What stands in the built site, byte for byte."""
        found = (path for path in self.built.rglob("*") if path.is_file())
        return {path.relative_to(self.built).as_posix(): path.read_bytes() for path in found}

    def own(self, folder: str) -> None:
        """Give the site a copy of `folder`, which it shares with the repository until then."""
        shared = (self.root / folder).resolve()
        (self.root / folder).unlink()
        shutil.copytree(shared, self.root / folder)

    def edit(self, file: str, right: str, wrong: str) -> int:
        """Replace `right` by `wrong` once, and return the line on which it stood."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert right in text, f"{file} does not hold “{right}”"
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
        return text[: text.index(right)].count("\n") + 1


def with_languages(site: Site, *locales: str) -> Site:
    """Take every other language out of a project."""
    settings = site.root / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [
        line
        for line in lines
        if (found := _LANGUAGE.match(line)) is None or found["locale"] in locales
    ]
    settings.write_text("".join(kept), encoding="utf-8")
    for folder in (site.root / "docs").iterdir():
        if folder.name not in locales:
            shutil.rmtree(folder)
    return site
