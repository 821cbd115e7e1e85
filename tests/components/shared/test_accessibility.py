"""Every tool with shaking hands, tired eyes, a keyboard, a small screen or a screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from support.component_pages import submit, words
from support.invented_languages import invented_words
from support.screens import SIDEWAYS, axe_finds
from support.tools import TOOLS, Tool, all_ways, answered

OpenTool = Callable[..., Page]

every_tool = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
every_way = pytest.mark.parametrize(
    ("tool", "way"), all_ways(), ids=lambda value: value if isinstance(value, str) else value.name
)
both_directions = pytest.mark.parametrize("locale", ["en", "ur"])


def open_in(open_tool: OpenTool, tool: Tool, locale: str, **options: Any) -> Page:
    strings = words() if locale == "en" else invented_words(words(), locale)
    return open_tool(tool.placeholder, strings=strings, locale=locale, **options)


@every_tool
@both_directions
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_form_errors_and_every_answer(
    open_tool: OpenTool, tool: Tool, locale: str, colours: str
) -> None:
    page = open_in(open_tool, tool, locale, color_scheme=colours, bypass_csp=True)
    found = {"form": axe_finds(page)}
    submit(page)
    page.locator("[data-error-summary]").wait_for()
    found["errors"] = axe_finds(page)
    for name, way in tool.ways.items():
        page.click("[data-action=clear]")
        answered(page, way)
        if page.locator("details").is_visible():
            page.locator("details").evaluate("details => (details.open = true)")
        found[name] = axe_finds(page)
    assert {state: findings for state, findings in found.items() if findings} == {}


def contrast(*colours: str) -> float:
    """Return the contrast of two colours such as `rgb(0, 85, 90)`, as WCAG counts it."""
    darker, lighter = sorted(
        sum(
            share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
            for share, part in zip(
                (0.2126, 0.7152, 0.0722),
                (int(each) / 255 for each in re.findall(r"\d+", colour)),
                strict=True,
            )
        )
        for colour in colours
    )
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_boxes_to_tick_stand_out_and_look_as_usable_as_the_fields_beside_them(
    open_tool: OpenTool, colours: str
) -> None:
    page = open_tool("vaccination-timing kesimpta", color_scheme=colours)
    page.locator("[name=vaccine][type=checkbox]").first.check()
    for kind in ("checkbox", "radio"):
        drawn = page.evaluate(
            """kind => ["form", "[name=day]", `[type=${kind}]:not(:checked)`,
                        `[type=${kind}]:checked`].map((selector) => {
              const { backgroundColor, borderTopColor, appearance } =
                getComputedStyle(document.querySelector(`.tool ${selector}`));
              return [backgroundColor, borderTopColor, appearance];
            })""",
            kind,
        )
        (form, _, _), field, empty, ticked = drawn
        assert empty == [*field[:2], "none"], kind
        assert contrast(empty[1], form) >= 3, kind
        assert contrast(ticked[0], form) >= 3, kind
        assert contrast(ticked[0], empty[0]) >= 3, kind


@every_way
@both_directions
def test_at_320_pixels_nothing_is_cut_or_scrolls_sideways(
    open_tool: OpenTool, tool: Tool, way: str, locale: str
) -> None:
    page = open_in(open_tool, tool, locale, viewport={"width": 320, "height": 640})
    submit(page)
    assert page.evaluate(SIDEWAYS) == []
    answered(page, tool.ways[way])
    if page.locator("details").is_visible():
        page.click("summary")
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@every_way
def test_everything_to_press_is_at_least_44_pixels_high(
    open_tool: OpenTool, tool: Tool, way: str
) -> None:
    page = open_tool(tool.placeholder)
    answered(page, tool.ways[way])
    small = page.locator("button, select, input[type=text], .tool-choice, summary").evaluate_all(
        """all => all
          .filter(element => element.getClientRects().length)
          .filter(element => element.getBoundingClientRect().height < 44)
          .map(element => element.outerHTML.slice(0, 120))"""
    )
    assert small == []


@every_tool
def test_the_keyboard_alone_gets_an_answer_and_takes_it_away(
    open_tool: OpenTool, tool: Tool
) -> None:
    page = open_tool(tool.placeholder)

    def reach(selector: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                outline = page.evaluate(
                    "[getComputedStyle(document.activeElement).outlineStyle, "
                    "parseFloat(getComputedStyle(document.activeElement).outlineWidth)]"
                )
                assert outline[0] == "solid"
                assert outline[1] >= 3
                return
        raise AssertionError(f"the keyboard does not reach {selector}")

    for part, text in (("day", "3"), ("month", "january"), ("year", "2027")):
        reach(f"[name={part}]")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.locator("[data-results] time").first.wait_for()
    reach("[data-action=print]")
    reach("[data-action=copy]")
    reach("[name=day-before]")
    page.keyboard.press("Space")
    reach("[data-action=calendar-file]")
    with page.expect_download():
        page.keyboard.press("Enter")


@every_tool
def test_forced_colours_keep_every_edge_and_mark(open_tool: OpenTool, tool: Tool) -> None:
    page = open_tool(tool.placeholder, forced_colors="active")
    answered(page, next(iter(tool.ways.values())))
    if page.locator("details").is_visible():
        page.click("summary")
    bare = page.locator(
        "button, select, input[type=text], .tool-notice, .tool-marked"
    ).evaluate_all(
        """all => all
          .filter(element => element.getClientRects().length)
          .filter(element => {
            const style = getComputedStyle(element);
            const edge = ["borderInlineStart", "outline"].some(side =>
              style[side + "Style"] === "solid" && parseFloat(style[side + "Width"]) >= 2);
            return !edge;
          })
          .map(element => element.outerHTML.slice(0, 120))"""
    )
    assert bare == []


@every_tool
def test_every_field_and_group_has_a_name(open_tool: OpenTool, tool: Tool) -> None:
    page = open_tool(tool.placeholder)
    nameless = page.locator("form").evaluate(
        """form => [
          ...[...form.querySelectorAll("input, select")].filter(field => !field.labels.length),
          ...[...form.querySelectorAll("fieldset")].filter(group =>
            !(group.firstElementChild && group.firstElementChild.matches("legend")
              && group.firstElementChild.textContent.trim())),
        ].map(element => element.outerHTML.slice(0, 120))"""
    )
    assert nameless == []


@every_tool
def test_no_picker_no_memory_and_a_keypad_of_numbers(open_tool: OpenTool, tool: Tool) -> None:
    page = open_tool(tool.placeholder)
    for name in ("day", "month", "year"):
        field = page.locator(f"[name={name}]").first
        shape = [field.get_attribute(key) for key in ("type", "inputmode", "autocomplete")]
        assert shape == ["text", "numeric", "off"]
