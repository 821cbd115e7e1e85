"""The whole sheet claims no more of its state than holds for all of its pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infosheet.content.project import Project, load_project
from support.inventol import INDEX, translate, write, write_inventol


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_inventol(tmp_path)
    return tmp_path


def project(root: Path) -> Project:
    return load_project(root)[0]


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ((("machine", ""), ("person", "2026-12-01")), ("machine", None)),
        ((("person", "2026-12-03"), ("person", "2026-12-01")), ("person", "2026-12-01")),
    ],
)
def test_the_sheet_claims_no_more_of_its_translation_than_holds_for_all_of_it(
    root: Path, marks: tuple[tuple[str, str], ...], said: tuple[str, str | None]
) -> None:
    write(root / "docs/ur/inventol/index.md", INDEX)
    for name, (by, checked) in zip(("index", "taking"), marks, strict=True):
        mark = {"by": by, "checked_by": f"{name} reader" if checked else "", "checked": checked}
        translate(root, f"inventol/{name}", **mark)
    strings = json.loads((root / "docs/ur/strings.yml").read_text(encoding="utf-8"))
    strings["translation"] = {"by": "person", "checked-by": "words reader", "checked": "2026-12-05"}
    (root / "docs/ur/strings.yml").write_text(json.dumps(strings), encoding="utf-8")
    mark = project(root).translation("inventol/whole-sheet.md", "ur").mark
    assert mark is not None
    assert (mark.by, mark.checked and mark.checked.isoformat()) == said
    if said[1]:
        assert mark.checked_by == "index reader, taking reader, words reader"


def test_a_sheet_with_a_part_behind_the_english_is_behind_itself(root: Path) -> None:
    path = root / "docs/en/inventol/taking.md"
    path.write_text(path.read_text(encoding="utf-8").replace("hurry", "rush"), encoding="utf-8")
    assert project(root).translation("inventol/whole-sheet.md", "ur").state == "stale"


def test_a_sheet_with_no_page_in_the_language_is_the_english_one(root: Path) -> None:
    (root / "docs/ur/inventol/taking.md").unlink()
    assert project(root).translation("inventol/whole-sheet.md", "ur").is_fallback


def test_the_sheet_is_as_much_in_need_of_a_check_as_its_part_most_in_need(root: Path) -> None:
    path = root / "docs/en/inventol/taking.md"
    own = "review: {written: 2026-11-22, last: null, every: P3M, by: null}"
    text = path.read_text(encoding="utf-8").replace("description: D", f"description: D\n{own}")
    path.write_text(text, encoding="utf-8")
    review = project(root).review_of("inventol/whole-sheet.md")
    assert review is not None
    assert review.due.isoformat() == "2027-02-22"
