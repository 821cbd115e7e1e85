"""Who previews one language is told of its mistakes and the English ones, and of no others."""

from __future__ import annotations

import queue
from pathlib import Path

import pytest

from checking import Checker
from infosheet.content.kept import Kept
from infosheet.problems import Problem, errors
from shelf.broken import small_project


@pytest.mark.parametrize(
    ("locales", "files"),
    [
        (("en",), ["docs/en/strings.yml"]),
        (("en", "es"), ["docs/en/strings.yml", "docs/es/strings.yml"]),
        (None, ["docs/en/strings.yml", "docs/es/strings.yml"]),
    ],
)
def test_what_is_to_do_in_another_language_is_left_to_its_translators(
    tmp_path: Path, locales: tuple[str, ...] | None, files: list[str]
) -> None:
    """A language that was just begun has hundreds of texts to do."""
    root = small_project(tmp_path)
    for name in ("docs/en/strings.yml", "docs/es/strings.yml"):
        path = root / name
        path.write_text(path.read_text(encoding="utf-8") + "\n# TODO this\n", "utf-8")
    told = queue.SimpleQueue[list[Problem]]()
    checker = Checker(root, locales, told.put, Kept())
    checker.start()
    try:
        checker.ask()
        assert sorted({each.file for each in errors(told.get(timeout=60))}) == files
    finally:
        checker.end()
