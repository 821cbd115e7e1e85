"""The shelf of cases: a regimen and a date in, the dates out, as a pharmacist can sign them off."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from infosheet.medicines.medicine import Medicine
from infosheet.reading.yaml_reader import read_yaml
from support.component_pages import dates, enter_date, invented, submit

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
KEYS = {
    *("medicine", "regimen", "first-dose", "last-dose", "initiation-complete", "usual-day"),
    *(
        "interval",
        "today",
        "dates",
        "count",
        "first-date",
        "last-date",
        "rests",
        "says",
        "says-not",
    ),
}


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_calendar_gives_what_the_case_says(path: Path, open_tool: Callable[..., Page]) -> None:
    case = read_case(path)
    options = {"today": datetime.date.fromisoformat(case["today"])} if "today" in case else {}
    page = open_tool("dosing-calendar kesimpta", medicine=medicine(path), **options)
    answer(page, case)
    found = dates(page)
    if "dates" in case:
        assert found == case["dates"]
    if "count" in case:
        assert (str(len(found)), found[0], found[-1]) == (
            case["count"],
            case["first-date"],
            case["last-date"],
        )
    assert page.locator("[data-dose]").count() == len(found)
    if "rests" in case:
        assert page.locator("[data-rest]").all_inner_texts() == case["rests"]
    said = " ".join(page.locator("[data-results]").inner_text().split())
    for sentence in case.get("says", []):
        assert sentence in said
    for sentence in case.get("says-not", []):
        assert sentence not in said


def read_case(path: Path) -> dict[str, Any]:
    document, problems = read_yaml(path, path.parent)
    assert not problems, problems
    assert document.data.keys() <= KEYS, document.data.keys() - KEYS
    return document.data


def medicine(path: Path) -> Medicine | None:
    """The invented medicine of a case, or None for Kesimpta."""
    text = path.read_text(encoding="utf-8")
    if "\nregimen:\n" not in f"\n{text}":
        return None
    lines = text[text.index("regimen:") :].splitlines()
    rest = next(index for index, line in enumerate(lines) if index and not line.startswith(" "))
    return invented("\n".join(lines[:rest]))


def answer(page: Page, case: dict[str, Any]) -> None:
    """Fill in the form as the case says, and ask for the dates."""
    basis = "first-dose" if "first-dose" in case else "last-dose"
    if page.locator("[name=basis]").count():
        page.check(f"[name=basis][value={basis}]")
    complete = page.locator("[name=initiation-complete]:visible")
    if complete.count():
        page.check(f"[name=initiation-complete][value={case.get('initiation-complete', 'yes')}]")
    enter_date(page, datetime.date.fromisoformat(case[basis]))
    if "usual-day" in case:
        page.check(f"[name=usual-day][value='{case['usual-day']}']")
    if "interval" in case:
        page.check(f"[name=interval][value={case['interval']}]")
    submit(page)
