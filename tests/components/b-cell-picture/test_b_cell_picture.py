"""The picture of how an antibody works: 3 drawings that say nothing, and 3 captions that do."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page

from support.component_pages import invented, page_html

OpenPage = Callable[..., Page]


def test_each_step_is_a_drawing_without_words_and_a_caption_below_it(open_page: OpenPage) -> None:
    page = open_page(page_html("b-cell-picture kesimpta"))
    assert page.locator("figcaption").inner_text() == "How Kesimpta works, in 3 pictures"
    assert page.locator("ol > li").all_inner_texts() == [
        "A B cell has a marker called CD20 on its surface.",
        "Kesimpta is an antibody. It sticks to CD20.",
        "The B cell is destroyed.",
    ]
    drawings = page.locator("ol > li > svg[aria-hidden=true]")
    assert drawings.count() == 3
    assert drawings.evaluate_all("all => all.map(svg => svg.textContent.trim())") == ["", "", ""]


def test_the_antibodies_are_in_the_second_step_and_the_cell_is_whole_until_the_third(
    open_page: OpenPage,
) -> None:
    page = open_page(page_html("b-cell-picture kesimpta"))
    steps = page.locator("ol > li")
    count = [
        [steps.nth(step).locator(selector).count() for step in range(3)]
        for selector in (".b-cell__marker", ".b-cell__antibody", "circle.b-cell__body")
    ]
    assert count[0][0] == count[0][1] == count[1][1] > 0
    assert count[1][0] == 0
    assert count[2] == [1, 1, 0]


def test_the_medicine_is_the_one_named(open_page: OpenPage) -> None:
    medicine = invented("regimen: {initiation: [P0W]}")
    html = page_html("b-cell-picture inventumab", medicine)
    assert "Inventumab" in re.sub(r"<[^>]*>", "", html)
    assert "Kesimpta" not in html


def test_every_drawing_lies_within_its_frame(open_page: OpenPage) -> None:
    page = open_page(page_html("b-cell-picture kesimpta"), viewport={"width": 320, "height": 640})
    outside = page.locator("svg").evaluate_all(
        """all => all.flatMap(svg => {
          const frame = svg.getBoundingClientRect();
          return [...svg.querySelectorAll("path, circle")]
            .filter(shape => {
              const box = shape.getBoundingClientRect();
              return box.left < frame.left || box.right > frame.right
                || box.top < frame.top || box.bottom > frame.bottom;
            })
            .map(shape => shape.outerHTML);
        })"""
    )
    assert outside == []


def test_the_steps_stand_beside_each_other_where_there_is_room(open_page: OpenPage) -> None:
    for width, rows in ((1280, 1), (320, 3)):
        page = open_page(
            page_html("b-cell-picture kesimpta"), viewport={"width": width, "height": 800}
        )
        tops = page.locator("ol > li").evaluate_all(
            "all => all.map(item => item.getBoundingClientRect().top)"
        )
        assert len(set(tops)) == rows
