"""Whatever is wrong with the content, one sentence says what, where, and how to mend it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from infosheet.problems import Problem, errors
from mkdocs_settings import check_all
from shelf import SHELF
from shelf.broken import small_project

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def mistakes(root: Path) -> list[Problem]:
    return errors(check_all(root, TODAY)[1])


def test_the_small_project_has_no_mistake(project: Path) -> None:
    assert mistakes(project) == []


@pytest.mark.parametrize("name", SHELF)
def test_a_broken_input_is_named_in_a_sentence_with_file_line_and_mend(
    project: Path, name: str
) -> None:
    broken = SHELF[name]
    line = broken.put_into(project)
    found = mistakes(project)
    told = [each for each in found if broken.says in each.message]
    shown = "\n".join(map(str, found))[:2000]
    assert [(each.file, each.line) for each in told][:1] == [(broken.file, line)], shown
    assert broken.mend in told[0].mend, shown
    assert len(found) == 1 + broken.others, shown
    for each in found:
        assert len(each.message) < 400
        assert str(each).isprintable() or "\n" in str(each)


def test_the_shelf_is_long() -> None:
    assert len(SHELF) >= 100
