"""The commands refuse what is on the shelf in a sentence, and leave the last good site alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shelf import SHELF
from shelf.broken import small_project
from support.site import Site

BUILT = [
    "file: a page saved as UTF-16",
    "characters: NUL within a sentence",
    "code: a script",
    "link: a link out of the tree",
    "part: an unknown placeholder",
    "YAML: an alias bomb",
    "strings: an action in a string",
    "medicine: a duration of 5,000 digits",
    "settings: no settings at all",
    "settings: a tag that calls Python",
    "settings: an unknown plugin",
    "tree: a link in a circle",
    "tree: a pipe in the place of a page",
    "tree: no English strings",
]
CHECKED = [
    "first lines: a tag that runs Python",
    "characters: a right-to-left override",
    "settings: an unknown hook",
    "settings: a language twice",
    "strings: English that lost a string",
    "tree: a page whose name is not of letters",
    "tree: a page whose name turns the order",
]


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """The small project, with a stand-in for its last good site."""
    site = Site(small_project(tmp_path))
    (site.built / "kesimpta").mkdir(parents=True)
    (site.built / "index.html").write_text("the last good site", encoding="utf-8")
    (site.built / "kesimpta/index.html").write_bytes(bytes(range(256)))
    return site


@pytest.mark.parametrize("name", BUILT)
def test_a_build_is_refused_and_the_last_good_site_stays_byte_for_byte(
    small: Site, name: str
) -> None:
    line, before = SHELF[name].put_into(small.root), small.files
    told = small.run("build")
    assert told.returncode == 1
    place = f"{SHELF[name].file}:{line}" if line else SHELF[name].file
    [sentence] = [each for each in told.stderr.splitlines() if SHELF[name].says in each][:1]
    assert sentence.startswith(f"{place}: error: ")
    assert "Traceback" not in told.stderr
    assert len(told.stderr) < 8000
    assert small.files == before


@pytest.mark.parametrize("name", CHECKED)
def test_a_check_says_it(small: Site, name: str) -> None:
    SHELF[name].put_into(small.root)
    told = small.run("check")
    assert told.returncode == 1
    assert SHELF[name].says in told.stderr
    assert "Traceback" not in told.stderr


def test_names_of_any_bytes_can_be_told_to_programs(small: Site) -> None:
    name = "tree: a page whose name is not of letters"
    SHELF[name].put_into(small.root)
    told = small.run("check", "--json")
    assert told.returncode == 1
    errors = [each for each in json.loads(told.stdout) if each["severity"] == "error"]
    assert [each["file"] for each in errors] == [SHELF[name].file]


def test_a_mistake_of_the_program_is_said_to_be_one(small: Site) -> None:
    """What no check foresaw is no bare traceback, and not put down to the editor."""
    before = small.files
    (small.root / "own.py").write_text("def on_pre_build(config):\n    1 / 0\n", encoding="utf-8")
    small.edit("mkdocs.yml", "  - hooks/theme.py", "  - hooks/theme.py\n  - own.py")
    told = small.run("build")
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert "this is not your doing: ZeroDivisionError: division by zero" in told.stderr
    assert "with the file .build/error.txt" in told.stderr
    kept = (small.root / ".build/error.txt").read_text(encoding="utf-8")
    assert "own.py" in kept
    assert small.files == before
    left = {path.name for path in (small.root / ".build").iterdir()}
    assert left == {"error.txt", "lock"}
