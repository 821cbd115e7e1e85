"""A number that changes in the medicine file alone is seen, and no other is complained of."""

from __future__ import annotations

import pytest

from infosheet.checks.said_on_pages import check_said
from infosheet.content.project import Project, load_project
from infosheet.medicines.medicine import medicine_in
from infosheet.reading.yaml_reader import parse_yaml
from support.site import ROOT

FILE = "medicines/kesimpta.yml"


@pytest.fixture(scope="module")
def project() -> Project:
    return load_project(ROOT, locales=["en"])[0]


def told(project: Project, right: str, wrong: str) -> list[tuple[int, str]]:
    """What is said of the real file and pages with `wrong` in the place of `right`."""
    text = (ROOT / FILE).read_text(encoding="utf-8")
    assert text.count(right) == 1
    document, _ = parse_yaml(text.replace(right, wrong), FILE)
    medicine, mistakes = medicine_in(document)
    assert medicine is not None, mistakes
    line = text[: text.index(right)].count("\n") + 1
    pages = [each for each in project.source_pages.values() if each.folder == "kesimpta"]
    return [(each.line - line, each.message) for each in check_said(medicine, document, pages)]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("dose: 20mg", "dose: 40mg", "“dose” says 40mg, but the English pages say 20mg"),
        ("[P0W, P1W, P2W]", "[P0W, P1W, P3W]", "says weeks 0, 1 and 3, but the English pages say"),
        ("from: P4W", "from: P5W", "says week 5, but the English pages say from week 4"),
        (
            "every: P1M ",
            "every: P2M ",
            "every 2 months, but the English pages say every month",
        ),
    ],
)
def test_a_number_that_the_pages_say_otherwise_is_named_at_its_line(
    project: Project, right: str, wrong: str, said: str
) -> None:
    [(lines_off, message)] = told(project, right, wrong)
    assert lines_off == 0
    assert said in message


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("dose: 20mg", "dose: 20 mg"),
        ("dose: 20mg", "dose: 4 tablets"),
        ("[P0W, P1W, P2W]", "[P0D, P14D]"),
        ("every: P1M ", "every: P1Y "),
    ],
)
def test_what_the_pages_put_otherwise_or_not_at_all_is_left_to_a_person(
    project: Project, right: str, wrong: str
) -> None:
    assert told(project, right, wrong) == []


def test_the_real_file_and_its_pages_say_the_same(project: Project) -> None:
    assert told(project, "name: Kesimpta\n", "name: Kesimpta\n") == []
