"""The picture of the first weeks: any regimen, week by week, as a pharmacist can sign it off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from infosheet.components.first_weeks import WEEKS, doses_by_week
from infosheet.medicines.medicine import Medicine
from infosheet.reading.yaml_reader import read_yaml
from support.component_pages import invented, kesimpta, page_html, words

OpenPage = Callable[..., Page]

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
ROWS = "items => items.map(item => item.innerText.split(/\\s*\\n\\s*/).filter(Boolean))"
PLACES = """items => items.map(item => {
  const { left, right, top } = item.getBoundingClientRect();
  return [left, right, top];
})"""

every_case = pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])


def read_case(path: Path) -> tuple[dict[str, Any], Medicine]:
    """The case, and the medicine that it invents or names."""
    document, problems = read_yaml(path, path.parent)
    assert not problems, problems
    case = document.data
    assert case.keys() <= {"medicine", "regimen", "weeks", "then"}
    if "medicine" in case:
        return case, kesimpta()
    text = path.read_text(encoding="utf-8")
    return case, invented(text[: text.index("\nweeks:")])


def shown(page: Page) -> list[list[str]]:
    rows: list[list[str]] = page.locator(".first-weeks li").evaluate_all(ROWS)
    return rows


def places(page: Page) -> list[tuple[float, float, float]]:
    found: list[tuple[float, float, float]] = page.locator(".first-weeks li").evaluate_all(PLACES)
    return found


@every_case
def test_as_many_doses_fall_in_each_week_as_the_case_says(path: Path) -> None:
    case, medicine = read_case(path)
    assert doses_by_week(medicine.regimen) == [int(count) for count in case["weeks"]]


@every_case
def test_the_picture_says_each_week_in_words_and_how_it_goes_on(
    path: Path, open_page: OpenPage
) -> None:
    case, medicine = read_case(path)
    page = open_page(page_html("first-weeks inventumab", medicine))
    assert page.locator("figcaption").inner_text() == "The first 8 weeks"
    said = {"0": "No injection", "1": "Injection"}
    assert shown(page) == [
        [f"Week {number}", said.get(doses, f"{doses} injections")]
        for number, doses in enumerate(case["weeks"])
    ]
    then = page.locator(".first-weeks__then")
    lines = then.inner_text().split("\n") if then.count() else []
    assert lines == (["After that", *case["then"]] if case["then"] else [])


def test_a_dose_on_the_last_day_of_a_week_belongs_to_it_and_one_a_day_later_to_the_next() -> None:
    regimen = invented("regimen: {initiation: [P0D, P6D, P7D, P55D, P56D]}").regimen
    assert doses_by_week(regimen) == [2, 1, 0, 0, 0, 0, 0, 1]


def test_a_week_with_an_injection_differs_from_one_without_in_shape_too(
    open_page: OpenPage,
) -> None:
    page = open_page(page_html("first-weeks kesimpta"))
    shapes = page.locator(".first-weeks li svg").evaluate_all(
        "all => all.map(svg => [...svg.children].map(shape => shape.tagName).join(' '))"
    )
    dose, none = "circle path", "circle"
    assert shapes == [dose, dose, dose, none, dose, none, none, none]
    dashes = page.locator(".first-weeks__none").first.evaluate(
        "shape => getComputedStyle(shape).strokeDasharray"
    )
    assert dashes != "none"


def test_it_is_a_strip_where_there_is_room_and_a_list_down_a_phone(open_page: OpenPage) -> None:
    wide = places(open_page(page_html("first-weeks kesimpta"), viewport=sized(1280)))
    assert len({top for _, _, top in wide}) == 1
    assert [left for left, _, _ in wide] == sorted(left for left, _, _ in wide)
    narrow = places(open_page(page_html("first-weeks kesimpta"), viewport=sized(320)))
    assert len({left for left, _, _ in narrow}) == 1
    assert len({top for _, _, top in narrow}) == WEEKS


def test_where_words_are_long_the_strip_has_2_rows_rather_than_broken_words(
    open_page: OpenPage,
) -> None:
    strings = words()
    strings["pictures"]["injections"]["one"] = "Wstrzyknięcie"
    page = open_page(page_html("first-weeks kesimpta", strings=strings), viewport=sized(1280))
    assert len({top for _, _, top in places(page)}) == 2
    heights = page.locator(".first-weeks__what").evaluate_all(
        "all => all.map(words => words.getBoundingClientRect().height)"
    )
    assert len(set(heights)) == 1


def test_from_right_to_left_the_first_week_stands_on_the_right(open_page: OpenPage) -> None:
    strings = {**words(), "direction": "rtl"}
    page = open_page(page_html("first-weeks kesimpta", strings=strings), viewport=sized(1280))
    rights = [right for _, right, _ in places(page)]
    assert rights == sorted(rights, reverse=True)


def sized(width: int) -> dict[str, int]:
    return {"width": width, "height": 800}
