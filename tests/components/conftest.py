"""Open a component in Chromium as a reader would meet it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, ViewportSize

from infosheet.medicines.medicine import Medicine
from infosheet.publishing.published_code import small_files
from support.component_pages import ROOT, page_html
from support.server import serving

OpenPage = Callable[..., Page]
OpenTool = Callable[..., Page]

# Within the dates of the examples, and before them.
TODAY = datetime.date(2026, 11, 22)

# The size of a page that is opened without one.
USUAL = ViewportSize(width=1280, height=720)


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


class Tab:
    """A page that one test after the other uses, as a reader goes from page to page."""

    def __init__(self, page: Page, options: Mapping[str, Any]) -> None:
        self.page = page
        self.options = options
        self.free = False
        self.mistakes: list[str] = []
        page.on("pageerror", lambda error: self.mistakes.append(str(error)))
        page.on("console", self._listen)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.mistakes.append(message.text)

    def leave(self) -> None:
        """Take back what a test has changed outside its document."""
        self.page.unroute_all()
        self.page.context.clear_permissions()
        self.page.emulate_media(
            media="null",
            color_scheme=self.options.get("color_scheme", "null"),
            forced_colors=self.options.get("forced_colors", "null"),
        )
        self.page.set_viewport_size(self.options.get("viewport", USUAL))
        self.free = True


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[list[Tab]]:
    """The tabs of a module's tests: to open one takes longer than most that is done in it."""
    opened: list[Tab] = []
    yield opened
    for context in {tab.page.context for tab in opened}:
        context.close()


@pytest.fixture
def open_page(browser: Browser, tabs: list[Tab], site: str) -> Iterator[OpenPage]:
    """A function that opens a page, given its document.

    Options beside the language and the reader's day (`today`, at noon of `zone`) go to the
    browser's context. A mistake in a script fails the test that met it.
    """
    used: list[Tab] = []
    prepared: list[Tab] = []

    def tab(options: Mapping[str, Any]) -> Tab:
        alike = [each for each in tabs if each.options == options]
        free = [each for each in alike if each.free]
        if not free:
            context = alike[0].page.context if alike else browser.new_context(**options)
            free = [Tab(context.new_page(), options)]
            tabs.append(free[0])
        free[0].free = False
        free[0].mistakes.clear()
        return free[0]

    def open_(
        content: str,
        today: datetime.date = TODAY,
        zone: str = "Europe/London",
        before: Callable[[Page], None] | None = None,
        **options: Any,
    ) -> Page:
        chosen = tab({"timezone_id": zone, **options})
        used.append(chosen)
        page = chosen.page
        if before:
            before(page)
            prepared.append(chosen)
        noon = datetime.datetime.combine(today, datetime.time(12), tzinfo=ZoneInfo(zone))
        page.clock.set_fixed_time(noon)
        address = f"{site}/kesimpta/page/"

        def answer(route: Route) -> None:
            route.fulfill(body=content, content_type="text/html; charset=utf-8")

        page.route(address, answer)
        page.goto(address)
        return page

    yield open_
    for each in used:
        if each in prepared:
            # What was done to it before it was opened is never taken back.
            each.page.close()
        else:
            each.leave()
    mistakes = [mistake for each in used for mistake in each.mistakes]
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
