"""The languages of the site as cards: each by its own name, each leading to its first page."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from support.component_pages import page_html, words

OpenPage = Callable[..., Page]

ATTRIBUTES = """all => all.map(link =>
  [link.innerText, ...["href", "hreflang", "lang", "dir"].map(name => link.getAttribute(name))])"""


def test_each_language_is_a_link_by_its_own_name_in_its_own_direction(open_page: OpenPage) -> None:
    expected = [
        ["English", "../../", "en", "en", "ltr"],
        ["اردو", "../../ur/", "ur", "ur", "rtl"],
        ["Soomaaliga", "../../so/", "so", "so", "ltr"],
    ]
    for direction in ("ltr", "rtl"):
        strings = {**words(), "direction": direction}
        page = open_page(page_html("languages", strings=strings))
        assert page.locator("ul > li > a").evaluate_all(ATTRIBUTES) == expected


def test_every_card_is_a_link_that_is_easy_to_hit(open_page: OpenPage) -> None:
    for width in (320, 1280):
        page = open_page(page_html("languages"), viewport={"width": width, "height": 800})
        sizes = page.locator("ul > li > a").evaluate_all(
            "all => all.map(link => [link.getBoundingClientRect().height, "
            "link.getBoundingClientRect().width])"
        )
        assert all(height >= 48 and width >= 120 for height, width in sizes), sizes
