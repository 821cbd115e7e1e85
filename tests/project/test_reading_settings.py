"""What MkDocs thinks of its settings is what it thinks of those of now."""

from __future__ import annotations

from pathlib import Path

from infosheet.problems import errors
from mkdocs_settings import check_all
from shelf.broken import small_project


def test_what_was_wrong_with_the_settings_is_not_told_once_more_when_it_is_mended(
    tmp_path: Path,
) -> None:
    """A preview checks again and again in one process, in which MkDocs remembers."""
    settings = small_project(tmp_path) / "mkdocs.yml"
    right = settings.read_text(encoding="utf-8")
    settings.write_text(right.replace("      languages:", "      langs:"), encoding="utf-8")
    assert errors(check_all(tmp_path)[1])
    settings.write_text(right, encoding="utf-8")
    assert errors(check_all(tmp_path)[1]) == []
