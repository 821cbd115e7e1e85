"""The real site, built once, and copies of its content that a test may break."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.previews import previewing
from support.server import serving
from support.site import ROOT, Site, with_languages

UNCHECKED = "review: {written: 2026-11-22, last: null, every: P12M, by: null}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, freshly built from all content."""
    real = _copied(tmp_path_factory.mktemp("site"))
    told = real.run("build")
    assert told.returncode == 0, told.stderr
    return real


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where the real site is served, with the slash that its paths follow."""
    with serving(site.built) as base:
        yield f"{base}/"


@pytest.fixture
def copy(tmp_path: Path) -> Site:
    """A copy of all content, which a test may break; no clinician has signed it off yet."""
    made = _copied(tmp_path)
    medicine = made.root / "medicines/kesimpta.yml"
    text = medicine.read_text(encoding="utf-8")
    medicine.write_text(re.sub(r"(?m)^review: .*$", UNCHECKED, text), encoding="utf-8")
    return made


@pytest.fixture
def few(copy: Site) -> Site:
    """A copy with English and one more language only, which is built in a few seconds."""
    return with_languages(copy, "en", "es")


@pytest.fixture
def pair(copy: Site) -> Site:
    """A copy in English and Urdu only."""
    return with_languages(copy, "en", "ur")


def _copied(folder: Path) -> Site:
    """Return a project in `folder` with the real content and this repository's code."""
    for name in ("docs", "medicines"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    return Site(folder)


@pytest.fixture
def preview(copy: Site) -> Iterator[str]:
    """The address of the copy's preview, which is running."""
    with previewing(copy) as address:
        yield address


@pytest.fixture
def preview_of_few(few: Site) -> Iterator[str]:
    """The address of the preview of a copy with two languages."""
    with previewing(few) as address:
        yield address


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site below /sheets/, in English and Urdu, edited on GitHub, with one page untranslated."""
    project = with_languages(_copied(tmp_path_factory.mktemp("sheets")), "en", "ur")
    project.edit("mkdocs.yml", "host: none", "host: github")
    project.edit("mkdocs.yml", 'repository: ""', "repository: a-charity/sheet")
    project.edit("mkdocs.yml", "issues: false", "issues: true")
    (project.root / "docs/ur/kesimpta/research.md").unlink()
    told = project.run("build", SITE_URL="https://infosheet.example/sheets/")
    assert told.returncode == 0, told.stderr
    return project
