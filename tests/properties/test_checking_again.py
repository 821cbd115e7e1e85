"""What is kept between two checks never changes what is said: edits are followed one by one."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infosheet.checks.all_checks import check_project
from infosheet.content.kept import Kept
from infosheet.content.project import Project
from infosheet.problems import Problem, errors
from shelf import SHELF
from shelf.broken import PROJECT
from support.waiting import run

TODAY = datetime.date(2026, 11, 22)
FILES = sorted(
    path.relative_to(PROJECT).as_posix() for path in PROJECT.rglob("*") if path.is_file()
)
NEW = ["docs/es/inventol/index.md", "docs/en/more.md", "medicines/other.yml", "docs/fr/strings.yml"]


class Editor:
    """Edits a small project, and after each edit holds what is kept against a fresh check."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.kept = Kept()
        self.mend()

    def mend(self) -> None:
        """Put every file back."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(PROJECT, self.root)

    def check(self) -> tuple[Project, list[Problem]]:
        """Check with what is kept; the same must be said and read without it."""
        project, problems = check_project(self.root, TODAY, self.kept)
        fresh, wanted = check_project(self.root, TODAY)
        assert problems == wanted
        assert project == fresh
        return project, problems


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    return Editor(tmp_path / "project")


def test_the_same_is_said_after_each_mistake_of_the_shelf_and_after_it_is_mended(
    editor: Editor,
) -> None:
    _, whole = editor.check()
    assert errors(whole) == []
    for broken in SHELF.values():
        broken.put_into(editor.root)
        editor.check()
        editor.mend()
        assert editor.check()[1] == whole


def _cut(text: str, other: str, at: int) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(lines[:at] + lines[at + 1 :])


def _repeated(text: str, other: str, at: int) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(lines[: at + 1] + lines[at:])


def _mixed(text: str, other: str, at: int) -> str:
    lines, others = text.splitlines(keepends=True), other.splitlines(keepends=True)
    return "".join([*lines[:at], *others[at:]])


def _reworded(text: str, other: str, at: int) -> str:
    return text.replace("\n", f" {at} safe [x](more.md#t)\n", at + 1)


EDITS: list[Callable[[str, str, int], str]] = [_cut, _repeated, _mixed, _reworded]


@given(
    edits=st.lists(
        st.tuples(
            st.sampled_from([*FILES, *NEW]),
            st.sampled_from([*EDITS, None]),
            st.sampled_from(FILES),
            st.integers(0, 12),
        ),
        min_size=2,
        max_size=8,
    )
)
@settings(max_examples=30)
def test_the_same_is_said_after_any_row_of_edits(
    tmp_path_factory: pytest.TempPathFactory,
    edits: list[tuple[str, Callable[[str, str, int], str] | None, str, int]],
) -> None:
    """Each edit cuts, repeats, mixes or rewords lines of a file, makes it or deletes it."""
    editor = Editor(tmp_path_factory.mktemp("edited") / "project")
    editor.check()
    for name, edit, other, at in edits:
        path = editor.root / name
        if edit is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text() if path.is_file() else (PROJECT / other).read_text()
            path.write_text(edit(text, (PROJECT / other).read_text(), at))
        editor.check()


def test_what_did_not_change_is_not_read_again(editor: Editor) -> None:
    before, _ = editor.check()
    page = editor.root / "docs/en/index.md"
    page.write_text(page.read_text() + "\nMore words.\n")
    after, _ = editor.check()
    assert after.source_pages["index.md"] is not before.source_pages["index.md"]
    assert after.source_pages["inventol/index.md"] is before.source_pages["inventol/index.md"]
    assert after.medicines["inventol"] is before.medicines["inventol"]
    assert after.settings is before.settings


def test_what_git_knows_is_asked_again_after_a_commit(editor: Editor) -> None:
    def git(*command: str) -> None:
        name = ["-c", "user.name=Someone", "-c", "user.email=someone@charity.example"]
        run(["git", "-C", editor.root, *name, *command], check=True)

    def told() -> str:
        return "".join(each.mend for each in editor.check()[1] if "has changed" in each.message)

    english = editor.root / "docs/en/index.md"
    old = english.read_text()
    english.write_text(old + "\nAn added sentence.\n")
    git("init", "--quiet")
    git("add", "mkdocs.yml")
    git("commit", "--quiet", "--message", "Settings")
    assert "make fresh" in told()
    assert "An added sentence." not in told()
    english.write_text(old)
    git("add", ".")
    git("commit", "--quiet", "--message", "As translated")
    english.write_text(old + "\nAn added sentence.\n")
    assert "+An added sentence." in told()
