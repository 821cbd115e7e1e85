"""What belongs together stands together: entries of lists, answers of the search, buttons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from support.site import DIRECTIONS, locale_path

# Where a line of an entry ends, counted from the one before: within one entry, and between two.
DISTANCES = """links => {
  const within = [], between = [];
  let last = null;
  for (const link of links) {
    const range = document.createRange();
    range.selectNodeContents(link);
    const ends = [...new Set([...range.getClientRects()].map((box) => Math.round(box.bottom)))];
    if (last !== null) between.push(ends[0] - last);
    ends.slice(1).forEach((end, line) => within.push(end - ends[line]));
    last = ends[ends.length - 1];
  }
  return [Math.max(...within), Math.min(...between)];
}"""


@pytest.fixture(params=["en", "ur"])
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("path", "links"), [("", ".site-nav ul ul a"), ("kesimpta/whole-sheet/", ".sheet-contents a")]
)
def test_two_pages_in_a_list_stand_farther_apart_than_two_lines_of_one(
    page: Page, address: str, locale: str, path: str, links: str
) -> None:
    page.goto(address + locale_path(locale) + path)
    within, between = page.eval_on_selector_all(links, DISTANCES)
    assert between >= within + 10


def test_what_the_search_finds_stands_below_its_field(
    page: Page, address: str, locale: str
) -> None:
    page.goto(address + locale_path(locale))
    page.click("[data-action=search]")
    page.fill("#search-field", "Kesimpta")
    page.locator("#search li a").first.wait_for()
    side = "right" if DIRECTIONS[locale] == "rtl" else "left"
    boxes = page.evaluate(
        """() => ["#search-field", "#search li", "#search label"].map(
          (selector) => document.querySelector(selector).getBoundingClientRect().toJSON())"""
    )
    field, found, label = boxes
    assert found[side] == field[side] == label[side]
    # The outline of the focus is as wide.
    padding = "label => parseFloat(getComputedStyle(label).paddingBottom)"
    assert page.eval_on_selector("#search label", padding) >= 5
    assert label["bottom"] <= field["top"]


def test_the_buttons_of_reading_comfort_are_equally_high(
    page: Page, address: str, locale: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + locale_path(locale))
    heights = page.eval_on_selector_all(
        "header .reading button", "all => all.map((each) => each.getBoundingClientRect().height)"
    )
    assert len(heights) == 3
    assert len(set(heights)) == 1
