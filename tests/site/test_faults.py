"""Whatever fails in a browser or on the way, the text is there, and no tool leaves a hole.

A fault that has many places, such as each of a page's scripts, is tried at every place once, the
places dealt out over the languages; every language meets every kind of fault.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from support.component_pages import enter_date, submit, words
from support.site import NAMES, Site, locale_path

TOOLS = {
    "dosing-calendar": "kesimpta/dosing-calendar/",
    "vaccination-timing": "kesimpta/vaccinations/",
    "timing-date": "kesimpta/pregnancy/",
}
TEXT_PAGES = ("about/", "kesimpta/whole-sheet/")
PATHS = (*TOOLS.values(), *TEXT_PAGES)
DAY = datetime.date(2027, 1, 3)

# How long an expectation is waited for before it is given up; no promise of speed.
expect.set_options(timeout=15_000)

# Kinds of files as browsers call them, and the end of a file's address.
SCRIPTS, STYLES = "script", "stylesheet"

# Resolves when the browser has drawn something a person can read.
PAINTED = """() => new Promise((resolve) => {
  const painted = (list) => list.getEntriesByName("first-contentful-paint").length && resolve();
  new PerformanceObserver(painted).observe({ type: "paint", buffered: true });
})"""

Place = TypeVar("Place")
Opened = Callable[..., Page]


def dealt(places: Sequence[Place], locale: str) -> Sequence[Place]:
    """Return a language's share of the places of a fault; all places are dealt out."""
    return places[list(NAMES).index(locale) % len(places) :: len(NAMES)]


@pytest.fixture(scope="module", params=NAMES)
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser in which no script of the site may throw, whatever fails."""
    opened = browser.new_context(viewport={"width": 360, "height": 740})
    opened.set_default_timeout(30_000)
    thrown: list[str] = []
    opened.on("weberror", lambda error: thrown.append(str(error.error)))
    yield opened
    opened.close()
    # Pagefind says in this way, too, that a file of its own did not load.
    assert [text for text in thrown if not text.startswith("Failed to load")] == []


def readable(page: Page) -> None:
    """Hold that the title and the text are drawn."""
    page.evaluate(PAINTED)
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("article").inner_text()) > 500
    assert page.locator("article p:visible").count() > 2


def tool_or_rule(page: Page, locale: str, path: str) -> bool:
    """Hold that the tool works, or that its rule stands there and says why; tell which."""
    for tool in [tool for tool, where in TOOLS.items() if where == path]:
        expect(page.locator(f"{tool} > :last-child")).to_be_visible()
        said = page.locator(tool).get_by_text(words(locale)[tool]["no-script"])
        if page.locator(f"{tool} form").count() == 0:
            expect(said).to_be_visible()
            return False
        expect(said).to_have_count(0)
        enter_date(page, DAY)
        submit(page)
        expect(page.locator("[data-results] time").first).to_be_visible()
    return True


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
    assert len(found[STYLES]) == 10
    return found


# --- what a reader may switch off -----------------------------------------------------------


def test_without_javascript_the_text_and_each_rule_stand_there(
    browser: Browser, address: str, locale: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in PATHS:
        page.goto(address + locale_path(locale) + path)
        assert len(page.locator("article").inner_text()) > 500
        assert page.locator("header button:visible").count() == 0
        for tool in [tool for tool, where in TOOLS.items() if where == path]:
            assert words(locale)[tool]["no-script"] in page.locator(tool).inner_text()
            assert page.locator("form:visible").count() == 0
    context.close()


def test_with_storage_denied_the_tools_and_the_choices_work(
    context: BrowserContext, address: str, locale: str
) -> None:
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])"
        " Object.defineProperty(window, name, { get() { throw new Error('denied'); } });"
    )
    page = context.new_page()
    for path in TOOLS.values():
        page.goto(address + locale_path(locale) + path)
        assert tool_or_rule(page, locale, path)
    page.locator("header .reading summary").click()
    page.click("[data-action=dark-colours]")
    expect(page.locator("html")).to_have_attribute("data-colours", "dark")
    page.locator("[data-text-size-buttons] button").nth(1).click()
    expect(page.locator("html")).to_have_attribute("data-text-size", "1")


def test_without_a_clipboard_the_reader_is_told_that_nothing_was_copied(
    context: BrowserContext, address: str, locale: str
) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page = context.new_page()
    (path,) = dealt(list(TOOLS.values()), locale)[:1]
    page.goto(address + locale_path(locale) + path)
    assert tool_or_rule(page, locale, path)
    page.click("[data-action=copy]")
    said = words(locale)["take-away"]["not-copied"]
    expect(page.locator("[data-take-away] [role=status]")).to_have_text(said)


@pytest.mark.parametrize("year", [1970, 2090])
def test_with_a_wrong_clock_each_tool_gives_the_same_dates(
    context: BrowserContext, address: str, locale: str, year: int
) -> None:
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime(year, 1, 1, tzinfo=datetime.UTC))
    page.goto(f"{address}{locale_path(locale)}kesimpta/dosing-calendar/")
    assert tool_or_rule(page, locale, "kesimpta/dosing-calendar/")
    times = page.locator("[data-results] [data-dose] time")
    assert times.evaluate_all("all => all.map(time => time.dateTime)")[:4] == [
        "2027-01-03", "2027-01-10", "2027-01-17", "2027-01-31",
    ]  # fmt: skip
    assert page.locator("[data-notice=overdue]").is_visible() == (year == 2090)


# --- what may not arrive --------------------------------------------------------------------


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
    "**/assets/search.*.js",
    "**/pagefind.js",
    "**/pagefind-entry.json*",
    "**/*.pagefind",
    "**/*.pf_meta*",
    "**/*.pf_index*",
    "**/*.pf_fragment*",
)


def test_if_a_file_of_the_search_does_not_load_the_search_says_so(
    context: BrowserContext, address: str, locale: str
) -> None:
    for file in dealt(SEARCH_FILES, locale):
        page = context.new_page()
        page.route(file, lambda route: route.abort())
        page.goto(address + locale_path(locale))
        page.click("[data-action=search]")
        page.fill("#search-field", "Kesimpta")
        expect(page.locator("#search [role=status]")).to_have_text(
            words(locale)["search"]["failed"]
        )
        page.close()
