"""Make the whole site from its languages: built here, or as parts that were built anywhere."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection
from pathlib import Path

import site_build
from infosheet.content.project import Project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import Problem
from infosheet.publishing.finishing import finish
from infosheet.publishing.parts import (
    Origin,
    bring_together,
    check_parts,
    content_hash,
    label,
    pages_of,
    read_parts,
)
from language_builds import build_languages
from mkdocs_settings import load_settings


def build_site(project: Project, into: Path, site_url: str | None = None) -> list[Problem]:
    """Build every language, each in a process of its own, and bring them together in `into`."""
    url = site_url or _site_url(project)
    with tempfile.TemporaryDirectory(dir=into.parent) as folder:
        built = Path(folder)
        found = build_languages(project, project.languages, built, url)
        _own_files(built, SOURCE_LOCALE, into)
        for locale in project.languages:
            if locale != SOURCE_LOCALE:
                _own_files(built, locale, into)
    return found + finish(into, project, url, site_build.build_date())


def build_parts(project: Project, locales: Collection[str], into: Path) -> list[Problem]:
    """Build languages as parts to be merged later, each into `into`/part-<locale>."""
    url = _site_url(project)
    with tempfile.TemporaryDirectory(dir=into) as folder:
        built = Path(folder)
        found = build_languages(project, locales, built, url)
        for locale in locales:
            part = into / part_name(locale)
            part.mkdir()
            _own_files(built, locale, pages_of(part))
            label(part, locale, _origin(project, url))
    return found


def merge_parts(project: Project, folders: Collection[Path], into: Path) -> list[Problem]:
    """Make the site in `into` from the parts of all languages, as if they had been built here.

    Returns what keeps them from being one site, and then nothing is made.
    """
    url = _site_url(project)
    parts, problems = read_parts(folders)
    problems += check_parts(parts, project.languages, _origin(project, url))
    if problems:
        return problems
    bring_together(parts, into)
    return finish(into, project, url, site_build.build_date())


def part_name(locale: str) -> str:
    """Return the name of the folder that a language's part is built into."""
    return f"part-{locale}"


def _own_files(built: Path, locale: str, into: Path) -> None:
    """Move what belongs to a language, of all that was built with it, to its place in `into`.

    English has what all languages share.
    """
    names = (".",) if locale == SOURCE_LOCALE else (locale, f"search/{locale}")
    for name in names:
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (built / locale / name).rename(into / name)


def _site_url(project: Project) -> str:
    return load_settings(project.root).site_url or "/"


def _origin(project: Project, site_url: str) -> Origin:
    time, commit = os.environ["SOURCE_DATE_EPOCH"], site_build.commit()
    return Origin(commit, time, content_hash(project.root), site_url)
