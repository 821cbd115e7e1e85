"""Open a component in Chromium as a reader would meet it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, Route

from infosheet.medicine import Medicine
from infosheet.published_code import small_files
from support.component_pages import ROOT, page_html
from support.server import serving

OpenPage = Callable[..., Page]
OpenTool = Callable[..., Page]

# Within the dates of the examples, and before them.
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that holds scripts and styles as they are published, unnamed."""
    folder = tmp_path_factory.mktemp("published")
    # Modules that tools import are there on their own too, for the tests of one of them.
    shutil.copytree(ROOT / "overrides", folder, dirs_exist_ok=True)
    for name, content in small_files(ROOT / "overrides").items():
        (folder / name).write_bytes(content)
    with serving(folder) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    """A function that opens a page, given its document.

    Options beside the language and the reader's day (`today`, at noon of `zone`) go to the
    browser's context. A mistake in a script fails the test that met it.
    """
    contexts = []
    mistakes: list[str] = []

    def open_(
        content: str,
        today: datetime.date = TODAY,
        zone: str = "Europe/London",
        before: Callable[[Page], None] = lambda page: None,
        **options: Any,
    ) -> Page:
        context = browser.new_context(timezone_id=zone, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.on(
            "console",
            lambda message: mistakes.append(message.text) if message.type == "error" else None,
        )
        noon = datetime.datetime.combine(today, datetime.time(12), tzinfo=ZoneInfo(zone))
        page.clock.set_fixed_time(noon)
        address = f"{site}/kesimpta/page/"

        def answer(route: Route) -> None:
            route.fulfill(body=content, content_type="text/html; charset=utf-8")

        page.route(address, answer)
        before(page)
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not mistakes, mistakes


@pytest.fixture
def open_tool(open_page: OpenPage) -> OpenTool:
    """A function that opens a page with one tool, given the line that places it."""

    def open_(
        placeholder: str,
        medicine: Medicine | None = None,
        strings: Mapping[str, Any] | None = None,
        locale: str = "en",
        **options: Any,
    ) -> Page:
        page = open_page(page_html(placeholder, medicine, strings, locale), **options)
        if options.get("java_script_enabled", True):
            page.locator("form").wait_for()
        return page

    return open_


@pytest.fixture
def cases_folder(request: pytest.FixtureRequest) -> Path:
    """The shelf of cases beside the test."""
    return request.path.parent / "cases"
