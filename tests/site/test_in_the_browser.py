"""The whole site in a real browser: what it loads, what it keeps, and what a reader can do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from infosheet.reading.latin_words import writes_latin
from support.addresses import CALENDAR, TOOLS, VACCINATIONS
from support.browser import choose_language
from support.component_pages import words
from support.site import NAMES, locale_path

PAGES = sorted(
    ["", "about/", "privacy/", "accessibility/", "disease-modifying-drugs/", "glossary/"]
    + [
        f"kesimpta/{name}"
        for name in (
            "", "who-can-take-it/", "pregnancy/", "before-you-start/", "vaccinations/",
            "how-to-take-it/", "dosing-calendar/", "problems/", "storage-and-travel/",
            "side-effects/", "during-treatment/", "stopping/", "how-it-works/", "research/",
            "whole-sheet/",
        )
    ]
)  # fmt: skip
LOCALES = [locale_path(locale) for locale in NAMES]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    yield opened
    opened.close()


# The texts that a page shows as its own language's.
OWN_TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const marked = element.closest("[lang]");
    const skipped = element.closest("script, style, template, noscript");
    const own = marked.lang === document.documentElement.lang;
    if (own && !skipped) texts.push(walker.currentNode.data);
  }
  return texts;
}"""


@dataclass
class Walk:
    """What was seen on a walk through all pages of a language, on a screen of 320 pixels."""

    locale: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module", params=NAMES)
def walk(request: pytest.FixtureRequest, browser: Browser, address: str) -> Walk:
    seen = Walk(request.param)
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("console", lambda message: seen.said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: seen.said.append(f"{page.url}: {error}"))
    page.on(
        "response",
        lambda answer: seen.missing.append(answer.url) if answer.status > 399 else None,
    )
    for path in PAGES:
        page.goto(address + locale_path(seen.locale) + path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            seen.wide.append(path)
        assert page.evaluate("document.documentElement.lang") == seen.locale
        seen.texts[path] = page.evaluate(OWN_TEXTS)
    page.close()
    return seen


def test_no_page_asks_another_host_or_breaks_the_policy(walk: Walk, address: str) -> None:
    assert walk.said == []
    assert walk.missing == []
    assert len(walk.asked) > len(PAGES)
    assert [url for url in walk.asked if not url.startswith((address, "data:"))] == []
    assert [
        url for url in walk.asked if re.search(r"bundle\.|/search|lunr|sitemap|worker", url)
    ] == []


def test_no_page_scrolls_sideways_at_320_pixels(walk: Walk) -> None:
    assert walk.wide == []


def test_the_language_link_leads_to_the_same_page_and_heading(page: Page, address: str) -> None:
    page.goto(address + "kesimpta/how-to-take-it/#where")
    choose_language(page, "ur")
    page.wait_for_url("**/ur/kesimpta/how-to-take-it/#where")
    assert page.evaluate("document.documentElement.lang + document.documentElement.dir") == "urrtl"
    choose_language(page, "en")
    page.wait_for_url(address + "kesimpta/how-to-take-it/#where")


def test_dark_colours_are_kept_only_when_the_reader_presses_the_switch(
    page: Page, address: str
) -> None:
    page.goto(address)
    assert page.evaluate("Object.keys(localStorage).length + document.cookie.length") == 0
    page.locator("header .reading summary").click()
    switch = page.get_by_role("button", name="Dark colours")
    assert switch.get_attribute("aria-pressed") == "false"
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.evaluate(background) != light
    assert page.evaluate("Object.keys(localStorage)") == ["infosheet.colours"]
    page.goto(address + "about/")
    assert page.locator("[data-action=dark-colours]").get_attribute("aria-pressed") == "true"


def test_the_dosing_calendar_gives_the_dates_of_a_year(page: Page, address: str) -> None:
    for locale in LOCALES:
        page.goto(f"{address}{locale}{CALENDAR}")
        fill_first_dose(page, "dosing-calendar", "3", "1", "2027")
        dates = page.eval_on_selector_all("[data-dose] time", "all => all.map(t => t.dateTime)")
        assert len(dates) == 15
        assert dates[:7] == [
            "2027-01-03", "2027-01-10", "2027-01-17", "2027-01-31",
            "2027-02-28", "2027-03-31", "2027-04-30",
        ]  # fmt: skip
        page.goto(f"{address}{locale}{CALENDAR}")
        fill_first_dose(page, "dosing-calendar", "3", "1", "2028")
        leap = page.eval_on_selector_all("[data-dose] time", "all => all.map(t => t.dateTime)")
        assert leap[4] == "2028-02-29"


def test_the_vaccination_tool_gives_the_latest_days(page: Page, address: str) -> None:
    for locale in LOCALES:
        page.goto(f"{address}{locale}{VACCINATIONS}")
        fill_first_dose(page, "vaccination-timing", "3", "1", "2027")
        for rule, day in (("live-vaccine", "2026-12-06"), ("other-vaccine", "2026-12-20")):
            times = page.locator(f"[data-rule={rule}] time")
            assert times.evaluate_all("all => all.map(t => t.dateTime)") == [day]


def fill_first_dose(page: Page, element: str, day: str, month: str, year: str) -> None:
    tool = page.locator(element)
    for name, value in (("day", day), ("month", month), ("year", year)):
        tool.locator(f"[name={name}]").first.fill(value)
    tool.locator("[type=submit]").first.click()
    page.locator("[data-results] time").first.wait_for()


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_entered_leaves_no_trace(page: Page, address: str, tool: str) -> None:
    page.goto(address + TOOLS[tool], wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    title, url = page.title(), page.url
    fill_first_dose(page, tool, "3", "1", "2027")
    assert (page.title(), page.url) == (title, url)
    assert asked == []
    kept = "Object.keys(localStorage).length + Object.keys(sessionStorage).length"
    assert page.evaluate(kept) == 0
    assert page.evaluate("document.cookie") == ""


@pytest.mark.parametrize("locale", LOCALES)
def test_without_javascript_the_pattern_and_the_rules_stand_there(
    browser: Browser, address: str, locale: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}{locale}{CALENDAR}")
    assert opened.locator("dosing-calendar table tbody tr:visible").count() == 6
    opened.goto(f"{address}{locale}{VACCINATIONS}")
    assert opened.locator("vaccination-timing table tbody tr:visible").count() == 2
    context.close()


# Runs of Latin words that no language translates: names, codes, citations, addresses.
UNTRANSLATED = re.compile(
    r"Kesimpta|ofatumumab|Aubagio|teriflunomide|MS|NHS|NICE|Td/IPV|English|\d+mg"
)


OTHER_SCRIPTS = [locale for locale in NAMES if not writes_latin(words(locale))]


@pytest.mark.parametrize("walk", OTHER_SCRIPTS, indirect=True)
def test_no_page_shows_english_as_a_language_of_another_script(walk: Walk) -> None:
    found = [
        f"{path}: {text.strip()}"
        for path, texts in walk.texts.items()
        for text in texts
        if re.search(r"(?:[A-Za-z][\w’'-]*\s+){2}[A-Za-z]+", UNTRANSLATED.sub("0", text))
    ]
    assert found == []
