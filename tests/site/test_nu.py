"""The Nu HTML checker, where this machine has Java and npm to run it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from support.site import Site
from support.waiting import run

VERSION = "26.9.27"


@pytest.fixture(scope="module")
def nu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checker's program file."""
    for tool in ("java", "npm"):
        if shutil.which(tool) is None:
            pytest.skip(f"the Nu checker needs {tool}, which is not installed here")
    folder = tmp_path_factory.mktemp("nu")
    told = run(
        [
            *("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"),
            # Without a connection it would try for a quarter of an hour.
            *("--fetch-retries=1", "--fetch-timeout=60000", "--prefix", str(folder)),
            f"vnu-jar@{VERSION}",
        ],
    )  # fmt: skip
    if told.returncode:
        pytest.skip(f"npm cannot install the Nu checker: {told.stderr.strip()[-200:]}")
    return next(folder.rglob("vnu.jar"))


def errors(nu: Path, files: list[Path]) -> list[Any]:
    told = run(
        ["java", "-jar", str(nu), "--errors-only", "--format", "json", *map(str, files)],
    )  # fmt: skip
    messages: list[Any] = json.loads(told.stderr)["messages"]
    return messages


def test_the_checker_itself_finds_an_error(nu: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><html lang=en><title>x</title><p><div></p>", encoding="utf-8")
    assert errors(nu, [bad])


def test_no_page_has_an_error(nu: Path, site: Site) -> None:
    assert errors(nu, sorted(site.built.rglob("*.html"))) == []
