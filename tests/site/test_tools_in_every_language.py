"""The tools as readers of each language meet them: their answers, their paper, their files."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from infosheet.content.date_words import date_words, long_date
from support.addresses import CALENDAR, PREGNANCY, VACCINATIONS
from support.component_pages import enter_date, words
from support.kinds import LOCALES
from support.site import locale_path
from support.taking_away import copied_text, events, printed, saved_calendar

FIRST = datetime.date(2027, 1, 5)
# The dates of the list as Polish, Welsh and Spanish write them: what no rule of grammar here knows.
WRITTEN = {
    "pl": ("5 stycznia 2027", "styczeń 2027", "2 marca"),
    "cy": ("5 Ionawr 2027", "Ionawr 2027", "Mawrth"),
    "es": ("5 de enero de 2027", "enero de 2027", "marzo"),
    "ro": ("5 ianuarie 2027", "ianuarie 2027", "martie"),
    "ar": ("5 يناير 2027", "يناير 2027", "مارس"),
    "ur": ("5 جنوری 2027", "جنوری 2027", "مارچ"),
    "pa": ("5 ਜਨਵਰੀ 2027", "ਜਨਵਰੀ 2027", "ਮਾਰਚ"),
    "bn": ("5 জানুয়ারি 2027", "জানুয়ারি 2027", "মার্চ"),
    "en": ("5 January 2027", "January 2027", "March"),
}

FINDINGS = """(options) => axe.run(options).then(({ violations }) => violations.map(
  ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" "))}`))"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    # The words of an answer depend on today, so today is always the same day.
    opened.clock.set_fixed_time(datetime.datetime(2026, 11, 22, 12))
    yield opened
    context.close()


@pytest.fixture
def page(tab: Page) -> Page:
    """A phone, in which each test opens the pages it looks at; to begin a new one takes long."""
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.emulate_media(media="null")
    return tab


def calendar(page: Page, address: str, locale: str) -> None:
    page.goto(f"{address}{locale_path(locale)}{CALENDAR}")
    enter_date(page.locator("dosing-calendar"), FIRST)
    page.locator("dosing-calendar [type=submit]").click()
    page.locator("[data-results]").wait_for()


def findings(page: Page) -> list[str]:
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return list(page.evaluate(FINDINGS, {"preload": False, "resultTypes": ["violations"]}))


def unmarked(text: str) -> str:
    """Return a text without marks of direction, and with plain spaces."""
    return re.sub(r"\s+", " ", re.sub("[\u200e\u200f\u2066-\u2069\u202a-\u202e]", "", text))


@pytest.mark.parametrize("locale", WRITTEN)
def test_dates_are_written_as_the_language_writes_them(
    page: Page, address: str, locale: str
) -> None:
    calendar(page, address, locale)
    results = unmarked(page.locator("[data-results]").inner_text())
    date, _, march = WRITTEN[locale]
    assert date in results
    assert march in results
    page.locator("[data-month-view] summary").click()
    assert (
        WRITTEN[locale][1].lower()
        in unmarked(page.locator("[data-month-view]").inner_text()).lower()
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_no_answer_holds_an_unfilled_name_and_axe_finds_nothing_in_it(
    page: Page, address: str, locale: str
) -> None:
    calendar(page, address, locale)
    said = [page.locator("dosing-calendar").inner_text()]
    found = findings(page)
    page.goto(f"{address}{locale_path(locale)}{VACCINATIONS}")
    tool = page.locator("vaccination-timing")
    enter_date(tool, FIRST)
    for vaccine in ("mmr", "flu", "covid-19", "mpox"):
        page.check(f"[name=vaccine][value={vaccine}]")
    tool.locator("[type=submit]").click()
    page.locator("[data-results]").wait_for()
    said.append(tool.inner_text())
    found += findings(page)
    page.check("[name=question][value=when-to-start]")
    row = page.locator("[data-vaccine]").first
    row.locator("[name=vaccine]").select_option("mmr")
    enter_date(row, datetime.date(2026, 11, 1))
    tool.locator("[type=submit]").click()
    page.locator("[data-met-from]").wait_for()
    said.append(tool.inner_text())
    found += findings(page)
    page.check("[name=question][value=already-taking]")
    page.locator("[data-offered] [name=vaccine]").select_option("flu")
    tool.locator("[type=submit]").click()
    page.locator("[data-outcome]").wait_for()
    said.append(tool.inner_text())
    found += findings(page)
    page.goto(f"{address}{locale_path(locale)}{PREGNANCY}")
    enter_date(page.locator("timing-date"), FIRST)
    page.locator("timing-date [type=submit]").click()
    page.locator("[data-results] time").wait_for()
    said.append(page.locator("timing-date").inner_text())
    found += findings(page)
    assert found == []
    assert [text for text in said if re.search(r"[{}]|undefined|NaN|\[object", text)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_month_may_be_typed_by_its_name_with_or_without_accents(
    page: Page, address: str, locale: str
) -> None:
    page.goto(f"{address}{locale_path(locale)}{CALENDAR}")
    months = date_words(locale, words(locale))["months"]
    assert isinstance(months, list)
    bare = [name.translate(str.maketrans("ńśźàâăîșț", "nszaaaist")) for name in months]
    for number, (name, typed) in enumerate(zip(months, bare, strict=True), start=1):
        for text in dict.fromkeys((name, typed)):
            enter_date(page.locator("dosing-calendar"), ("5", text, "2027"))
            page.locator("dosing-calendar [type=submit]").click()
            first = page.locator("[data-dose] time").first
            assert first.get_attribute("datetime") == f"2027-{number:02}-05", text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_dates_are_taken_away_in_the_language(
    page: Page, address: str, locale: str, tmp_path: Path
) -> None:
    calendar(page, address, locale)
    strings = words(locale)
    entries = events(saved_calendar(page))
    assert len(entries) == 15
    assert {event["summary"].params["LANGUAGE"] for event in entries} == {locale}
    assert {str(event["summary"]) for event in entries} == {
        strings["dosing-calendar"]["calendar-title"]
    }
    copied = unmarked(copied_text(page))
    last = datetime.date(2027, 12, 2)
    assert unmarked(long_date(last, locale, strings)) in copied
    assert len(printed(page, tmp_path)) == 1
    page.emulate_media(media="print")
    sheet = page.locator(".print-sheet")
    assert unmarked(sheet.inner_text()).count("2027") >= 15
    assert strings["dosing-calendar"]["record-batch"] in sheet.inner_text()
    # As wide as the paper between its margins.
    page.set_viewport_size({"width": 700, "height": 1000})
    wide = "sheet => sheet.scrollWidth > sheet.clientWidth + 1"
    assert not sheet.evaluate(wide)
