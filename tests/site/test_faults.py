"""Whatever does not arrive, the text is there, and no tool leaves a hole.

A fault that has many places, such as each of a page's scripts, is tried at every place once, the
places dealt out over the languages; every language meets every kind of fault.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from support.addresses import TOOLS
from support.component_pages import words
from support.faults import PATHS, TEXT_PAGES, dealt, readable, reader, tool_or_rule
from support.site import NAMES, Site, locale_path

# Kinds of files as browsers call them, and the end of a file's address.
SCRIPTS, STYLES = "script", "stylesheet"


@pytest.fixture(scope="module", params=NAMES)
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with reader(browser) as opened:
        yield opened


def files(page: Page, address: str, kind: str) -> list[str]:
    """Return the files of a kind that a page loads."""
    asked: list[str] = []

    def note(route: Route) -> None:
        if route.request.resource_type == kind:
            asked.append(route.request.url)
        route.continue_()

    page.route("**/*", note)
    page.goto(address)
    page.unroute("**/*", note)
    return sorted(set(asked))


@pytest.fixture(scope="module")
def places(browser: Browser, address: str) -> dict[str, list[tuple[str, str]]]:
    """Each page with each of its scripts, and with each of its styles: the path and the file."""
    page = browser.new_page()
    found = {
        kind: [(path, file) for path in PATHS for file in files(page, address + path, kind)]
        for kind in (SCRIPTS, STYLES)
    }
    page.close()
    assert len(found[SCRIPTS]) == 9  # site.js on each page, and one more where there is a button
    assert len(found[STYLES]) == 6  # site.css, and one more for the whole sheet
    return found


def test_if_a_script_does_not_load_the_tool_works_or_says_why_not(
    context: BrowserContext,
    address: str,
    locale: str,
    places: dict[str, list[tuple[str, str]]],
) -> None:
    for path, file in dealt(places[SCRIPTS], locale):
        page = context.new_page()
        page.route(file, lambda route: route.abort())
        page.goto(address + locale_path(locale) + path)
        readable(page)
        works = tool_or_rule(page, locale, path)
        own = "/site." in file
        assert works == (own or path in TEXT_PAGES), file
        # No button that nobody answers.
        assert (page.locator("header button:visible").count() == 0) == own, file
        page.close()


def test_if_no_file_but_the_page_arrives_it_is_a_page_without_javascript(
    context: BrowserContext, address: str, locale: str
) -> None:
    page = context.new_page()
    page.route(
        "**/*",
        lambda route: (
            route.continue_() if route.request.resource_type == "document" else route.abort()
        ),
    )
    for path in PATHS:
        page.goto(address + locale_path(locale) + path)
        readable(page)
        assert tool_or_rule(page, locale, path) == (path in TEXT_PAGES)


def test_if_a_style_does_not_load_the_text_is_there_and_each_tool_works(
    context: BrowserContext,
    address: str,
    locale: str,
    places: dict[str, list[tuple[str, str]]],
) -> None:
    for path, file in [*dealt(places[STYLES], locale), (TOOLS["dosing-calendar"], "**/*.css")]:
        page = context.new_page()
        page.route(file, lambda route: route.abort())
        page.goto(address + locale_path(locale) + path)
        readable(page)
        assert tool_or_rule(page, locale, path), file
        page.close()


def test_if_a_script_hangs_the_text_is_drawn_without_it(
    context: BrowserContext,
    address: str,
    locale: str,
    places: dict[str, list[tuple[str, str]]],
) -> None:
    page = context.new_page()
    (path, file) = dealt(places[SCRIPTS], locale)[0]
    held: list[Route] = []
    page.route(file, lambda route: held.append(route))
    page.goto(address + locale_path(locale) + path, wait_until="commit")
    readable(page)
    assert held
    # What comes late still comes.
    held[0].continue_()
    page.wait_for_load_state()
    assert tool_or_rule(page, locale, path)


def test_if_the_page_itself_is_cut_off_its_beginning_is_there(
    context: BrowserContext, site: Site, address: str, locale: str
) -> None:
    def answer(body: bytes, route: Route) -> None:
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page = context.new_page()
    for path in PATHS:
        whole = (site.built / locale_path(locale) / path / "index.html").read_bytes()
        start = whole.index(b"<article")
        # In the middle of the text, and for a tool in the middle of its form.
        for end in (start + (len(whole) - start) // 3, (start + len(whole)) // 2):
            page.route(f"{address}**/", functools.partial(answer, whole[:end]))
            page.goto(address + locale_path(locale) + path)
            expect(page.locator("h1")).to_be_visible()
            page.unroute_all()


def test_on_a_slow_connection_everything_comes_in_the_end(
    context: BrowserContext, address: str, locale: str
) -> None:
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 200,
            "downloadThroughput": 100_000,
            "uploadThroughput": 50_000,
        },
    )
    (path,) = dealt(list(TOOLS.values()), locale)[:1]
    page.goto(address + locale_path(locale) + path)
    readable(page)
    assert tool_or_rule(page, locale, path)


SEARCH_FILES = (
    "**/assets/search.*.js*",
    "**/pagefind.js*",
    "**/pagefind-entry.json*",
    "**/*.pagefind",
    "**/*.pf_meta*",
    "**/*.pf_index*",
    "**/search/*/pages.json",
)


def test_if_a_file_of_the_search_does_not_load_the_search_says_so_and_opened_again_it_works(
    context: BrowserContext, address: str, locale: str
) -> None:
    search = words(locale)["search"]
    for file in dealt(SEARCH_FILES, locale):
        page = context.new_page()
        status = page.locator("#search [role=status]")
        page.route(file, lambda route: route.abort())
        page.goto(address + locale_path(locale))
        page.click("[data-action=search]")
        page.fill("#search-field", "Kesimpta")
        expect(status).to_have_text(search["failed"])
        page.click("[data-action=search]")
        page.click("[data-action=search]")
        # It tries, and as long as the file does not load it says so again.
        expect(status).to_have_text(search["failed"])
        page.unroute(file)
        page.click("[data-action=search]")
        page.click("[data-action=search]")
        page.locator("#search li a").first.wait_for()
        page.fill("#search-field", "")
        expect(status).to_have_text(search["ready"])
        assert page.url == address + locale_path(locale)
        page.close()
