"""Whatever a reader has switched off or set wrong, the text is there, and no tool leaves a hole."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from support.addresses import CALENDAR, TOOLS
from support.component_pages import words
from support.faults import PATHS, dealt, reader, tool_or_rule
from support.site import NAMES, locale_path


@pytest.fixture(scope="module", params=NAMES)
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with reader(browser) as opened:
        yield opened


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
    page.goto(f"{address}{locale_path(locale)}{CALENDAR}")
    assert tool_or_rule(page, locale, CALENDAR)
    times = page.locator("[data-results] [data-dose] time")
    assert times.evaluate_all("all => all.map(time => time.dateTime)")[:4] == [
        "2027-01-03", "2027-01-10", "2027-01-17", "2027-01-31",
    ]  # fmt: skip
    assert page.locator("[data-notice=overdue]").is_visible() == (year == 2090)
