"""What a phone has to load for a tool: little, known beforehand, and from this site only."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from infosheet.components import people_in_100
from infosheet.components.registry import COMPONENTS
from infosheet.publishing.published_code import small_files
from support.component_pages import ROOT
from support.tools import TOOLS, Tool, answered
from support.waiting import PATIENCE

LIMIT = 10_000

every_tool = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)


def loaded(open_tool: Callable[..., Page], tool: Tool) -> list[str]:
    """The addresses of scripts and styles that a page loads for a tool, used in all its ways."""
    found: list[str] = []

    def note(page: Page) -> None:
        page.on("request", lambda request: found.append(request.url))

    page = open_tool(tool.placeholder, before=note)
    for way in tool.ways.values():
        answered(page, way)
        page.click("[data-action=clear]")
    return sorted({url for url in found if "/components/" in url})


@every_tool
def test_scripts_and_styles_together_stay_under_10_kb_gzipped(
    open_tool: Callable[..., Page], tool: Tool
) -> None:
    sizes = {
        url: len(gzip.compress(urlopen(url, timeout=PATIENCE).read(), 6))
        for url in loaded(open_tool, tool)
    }
    assert sum(sizes.values()) < LIMIT, sizes


@every_tool
def test_a_tool_loads_its_script_and_its_styles_and_no_other_file(
    open_tool: Callable[..., Page], tool: Tool
) -> None:
    component = COMPONENTS[tool.name]
    paths = {urlsplit(url).path.lstrip("/") for url in loaded(open_tool, tool)}
    assert paths == {component.script, *component.styles}


def test_every_published_file_belongs_to_a_component() -> None:
    known = {people_in_100.STYLE}
    for component in COMPONENTS.values():
        known |= {component.script, *component.styles} - {""}
    small = small_files(ROOT / "overrides")
    assert {name for name in small if name.startswith("components/")} == known


def test_what_is_finished_when_the_site_is_built_loads_one_style_and_no_script() -> None:
    for component in COMPONENTS.values():
        if not component.interactive:
            style = f"components/{component.name}/{component.name}.css"
            assert (component.script, component.styles) == ("", (style,))
