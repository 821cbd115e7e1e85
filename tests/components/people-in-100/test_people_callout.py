"""100 small people in a callout: as many filled as the item says, from where reading starts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from infosheet.components.people_in_100 import STYLE
from support.component_pages import document, words
from support.invented_languages import invented_words
from support.pictures import PEOPLE, people_html

OpenPage = Callable[..., Page]

# Where each filled and each outlined person begins, across and down, in the order of drawing.
HEADS = re.compile(r"m(-?\d+) (-?\d+)a")


def counts(html: str) -> list[tuple[int, int]]:
    """How many people are filled and outlined in each picture."""
    return [
        tuple(
            len(HEADS.findall(path))
            for name in ("counted", "other")
            for path in (re.findall(rf'__{name}" d="([^"]*)"', svg) or [""])
        )  # type: ignore[misc]
        for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    ]


def test_each_item_has_its_picture_before_its_words() -> None:
    html = people_html(PEOPLE, words(), "en")
    assert counts(html) == [(11, 89), (15, 85)]
    for item, said in zip(
        re.findall(r"<li>(.*?)</li>", html, re.DOTALL), ("11", "15"), strict=True
    ):
        assert item.startswith("<svg ")
        assert item.index("</svg>") < item.index(f"about {said} in 100")
        assert 'aria-hidden="true"' in item


def test_the_legend_stands_once_below_the_last_item() -> None:
    html = people_html(PEOPLE, words(), "en")
    legend = words()["pictures"]["people-in-100"]
    assert html.count(legend) == 1
    assert html.index(legend) > html.rindex("</li>")


@pytest.mark.parametrize("count", [0, 1, 10, 99])
def test_all_100_are_there_whatever_the_count(count: int) -> None:
    html = people_html(PEOPLE.replace("11 in", f"{count} in"), words(), "en")
    assert counts(html)[0] == (count, 100 - count)


def test_an_item_in_a_loose_list_has_its_picture_too() -> None:
    html = people_html(PEOPLE.replace("\n    - Aubagio", "\n\n    - Aubagio"), words(), "en")
    assert counts(html) == [(11, 89), (15, 85)]


def test_a_mark_of_a_source_is_no_figure_and_stays_a_mark() -> None:
    html = people_html(PEOPLE + "\n[^S]: Source 100 of 2\n", words(), "en")
    assert counts(html) == [(11, 89), (15, 85)]
    assert '<a class="footnote-ref"' in html


def test_other_callouts_have_no_picture() -> None:
    assert "<svg" not in people_html(PEOPLE.replace("people-in-100", "do"), words(), "en")


@pytest.mark.parametrize(("locale", "left"), [("en", True), ("pa", True), ("ur", False)])
def test_people_are_filled_from_the_side_where_reading_starts(
    open_page: OpenPage, locale: str, left: bool
) -> None:
    strings = words() if locale == "en" else invented_words(words(), locale)
    content = people_html(PEOPLE.replace("11 in 100", "5 in 100"), strings, locale)
    page = open_page(document(content, strings, locale, [STYLE]))
    frame = page.locator("svg").first.bounding_box()
    filled = page.locator(".people-in-100__counted").first.bounding_box()
    assert frame
    assert filled
    middle = filled["x"] + filled["width"] / 2
    assert (middle < frame["x"] + frame["width"] / 2) == left
    assert filled["width"] < frame["width"] / 3


def test_english_on_an_urdu_page_fills_from_the_left_and_has_its_own_legend() -> None:
    strings = invented_words(words(), "ur")
    english = f'<div lang="en" dir="ltr" markdown="1">\n\n{PEOPLE}\n</div>\n'
    html = people_html(f"{english}\nBetween.\n\n{PEOPLE}", strings, "ur")
    parts = html.split("Between.")
    for part, said, mirrored in zip(parts, (words(), strings), (False, True), strict=True):
        assert counts(part) == [(11, 89), (15, 85)]
        assert part.count(said["pictures"]["people-in-100"]) == 1
        assert ("transform" in part) == mirrored


def test_filled_and_outlined_people_differ_without_colour(open_page: OpenPage) -> None:
    page = open_page(document(people_html(PEOPLE, words(), "en"), words(), "en", [STYLE]))
    fills = [
        page.locator(f".people-in-100__{name}").first.evaluate("p => getComputedStyle(p).fill")
        for name in ("counted", "other")
    ]
    assert fills[0] != "none"
    assert fills[1] == "none"


def test_a_picture_weighs_little() -> None:
    [svg, *_] = re.findall(r"<svg.*?</svg>", people_html(PEOPLE, words(), "en"), re.DOTALL)
    assert len(svg) < 6000
