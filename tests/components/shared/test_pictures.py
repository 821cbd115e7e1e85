"""What every picture promises: narrow screens, other scripts, forced colours, paper, no script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.component_pages import words
from support.invented_languages import invented_words
from support.pictures import PICTURES, picture_page
from support.screens import SIDEWAYS, axe_finds
from support.taking_away import printed

OpenPage = Callable[..., Page]

every_picture = pytest.mark.parametrize("picture", PICTURES)
every_script = pytest.mark.parametrize("locale", ["en", "ur", "pa"])


def html(picture: str, locale: str = "en") -> str:
    strings = words() if locale == "en" else invented_words(words(), locale)
    return picture_page(picture, strings, locale)


@every_picture
@every_script
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(open_page: OpenPage, picture: str, locale: str, colours: str) -> None:
    page = open_page(html(picture, locale), color_scheme=colours, bypass_csp=True)
    assert axe_finds(page) == []


@every_picture
@every_script
def test_at_320_pixels_nothing_is_cut_or_scrolls_sideways(
    open_page: OpenPage, picture: str, locale: str
) -> None:
    page = open_page(html(picture, locale), viewport={"width": 320, "height": 640})
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@every_picture
def test_its_words_are_all_there_when_they_are_twice_as_large(
    open_page: OpenPage, picture: str
) -> None:
    page = open_page(html(picture), viewport={"width": 640, "height": 640})
    page.evaluate("document.documentElement.style.setProperty('font-size', '40px')")
    assert page.evaluate(SIDEWAYS) == []


@every_picture
def test_it_needs_no_script_and_brings_no_style_attribute(picture: str) -> None:
    document = html(picture)
    assert "<script" not in document
    assert not re.search(r"<[^>]*\sstyle=", document)
    assert not re.search(r"<[^>]*\son[a-z]+=", document)


@every_picture
def test_drawings_are_hidden_from_screen_readers_and_hold_no_words(
    open_page: OpenPage, picture: str
) -> None:
    page = open_page(html(picture))
    drawings = page.locator("main svg").evaluate_all(
        "all => all.map(svg => [svg.getAttribute('aria-hidden'), svg.textContent.trim()])"
    )
    assert all(drawing == ["true", ""] for drawing in drawings)


@every_picture
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_forced_colours_leave_no_colour_of_our_own_in_a_drawing(
    open_page: OpenPage, picture: str, colours: str
) -> None:
    page = open_page(html(picture), forced_colors="active", color_scheme=colours)
    system = page.evaluate(
        """() => {
          const probe = document.body.appendChild(document.createElement("p"));
          return ["Canvas", "CanvasText", "Highlight"].map(name => {
            probe.style.setProperty("forced-color-adjust", "none");
            probe.style.color = name;
            return getComputedStyle(probe).color;
          });
        }"""
    )
    used = page.locator("main svg, main svg :not(g)").evaluate_all(
        """all => all.flatMap(shape => {
          const { backgroundColor, fill, stroke } = getComputedStyle(shape);
          return shape.tagName === "svg" ? [backgroundColor] : [fill, stroke];
        })"""
    )
    assert set(used) - {"none", "rgba(0, 0, 0, 0)"} <= set(system)


@every_picture
@pytest.mark.parametrize("locale", ["en", "ur"])
def test_it_prints_on_1_sheet(
    open_page: OpenPage, picture: str, locale: str, tmp_path: Path
) -> None:
    page = open_page(html(picture, locale))
    assert len(printed(page, tmp_path)) == 1


@every_picture
@pytest.mark.parametrize("locale", ["ur", "pa"])
def test_no_english_is_left_in_another_language(
    open_page: OpenPage, picture: str, locale: str
) -> None:
    page = open_page(html(picture, locale))
    page.locator("main li, h1, h2, .admonition-title").evaluate_all(
        "all => all.filter(part => part.closest('.people-in-100, .language-cards') "
        "|| /^H/.test(part.tagName)).forEach(part => part.remove())"
    )
    assert set(re.findall(r"[A-Za-z]+", page.inner_text("main"))) <= {"Kesimpta"}
