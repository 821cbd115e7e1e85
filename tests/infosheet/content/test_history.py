"""Git is asked in the right place for what a translation was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from infosheet.content.history import History
from infosheet.content.kept import Kept
from infosheet.content.markdown_source import Page, parse_page
from support.waiting import run

PAGE = "---\ntitle: A\ndescription: B\n---\n# A {#a}\n\n{words}\n"


def page(words: str) -> Page:
    found, _ = parse_page(PAGE.replace("{words}", words), "docs/en/a.md", "en", "a.md")
    assert found is not None
    return found


@pytest.mark.parametrize("folder", [".", "sheets/kesimpta"])
def test_the_english_that_was_translated_is_found_wherever_the_project_lies_in_its_repository(
    tmp_path: Path, folder: str
) -> None:
    root = tmp_path / folder
    file = root / "docs/en/a.md"
    file.parent.mkdir(parents=True)
    file.write_text(page("As translated.").text, encoding="utf-8")
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=x"]):
        run(["git", "-C", str(tmp_path), *person, *command], check=True)
    changes = History(root, Kept()).english_changes(
        page("As it is now."), page("As translated.").fingerprint
    )
    assert changes == ["-As translated.", "+As it is now."]
