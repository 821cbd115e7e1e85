"""What people type as a date: understood, or answered with a message that says what to mend."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from support.component_pages import dates, enter_date, submit, words
from support.invented_languages import invented_words

OpenTool = Callable[..., Page]

PLACE = "timing-date kesimpta contraception"  # 6 months later

RANGE = "Enter a date from 1 January 2020 to 31 December 2099."
SWAPPED = "The numbers may be the wrong way round."

REFUSED = {
    "31 April": (("31", "4", "2027"), "April 2027 has only 30 days.", "day"),
    "29 February in a common year": (("29", "2", "2027"), "February 2027 has only 28", "day"),
    "30 February in a leap year": (("30", "2", "2028"), "February 2028 has only 29", "day"),
    "nothing": (("", "", ""), "Enter a day, a month and a year.", "day"),
    "only spaces": ((" ", "  ", " "), "Enter a day, a month and a year.", "day"),
    "no day": (("", "1", "2027"), "Enter the day", "day"),
    "no month": (("3", "", "2027"), "Enter the month", "month"),
    "no year": (("3", "1", ""), "Enter the year", "year"),
    "only a day": (("3", "", ""), "Enter the month", "month"),
    "words": (("soon", "1", "2027"), "Enter the day", "day"),
    "a word for a month": (("3", "winter", "2027"), "Enter the month", "month"),
    "a word for a year": (("3", "1", "next"), "Enter the year", "year"),
    "the beginning of two months": (("3", "ju", "2027"), "Enter the month", "month"),
    "a two-digit year": (("3", "1", "27"), "Enter all 4 digits of the year", "year"),
    "a three-digit year": (("3", "1", "202"), "Enter the year", "year"),
    "a five-digit year": (("3", "1", "20277"), "Enter the year", "year"),
    "the year first": (("2027", "1", "3"), SWAPPED, "day"),
    "the month first": (("3", "31", "2027"), SWAPPED, "day"),
    "day 0": (("0", "1", "2027"), "Enter the day", "day"),
    "day 32": (("32", "1", "2027"), "Enter the day", "day"),
    "month 13": (("13", "13", "2027"), "Enter the month", "month"),
    "month 0": (("3", "0", "2027"), "Enter the month", "month"),
    "a negative day": (("-3", "1", "2027"), "Enter the day", "day"),
    "a fraction": (("3.5", "1", "2027"), "Enter the day", "day"),
    "an exponent": (("1e1", "1", "2027"), "Enter the day", "day"),
    "too early": (("31", "12", "2019"), RANGE, "year"),
    "too late": (("1", "1", "2100"), RANGE, "year"),
    "year 0": (("1", "1", "0000"), RANGE, "year"),
    "markup": (("<b>3</b>", "1", "2027"), "Enter the day", "day"),
    "a whole date with a short year": (("3/1/27", "", ""), "Enter all 4 digits", "year"),
    "a whole date that does not exist": (("31/4/2027", "", ""), "April 2027 has only 30", "day"),
}

UNDERSTOOD = {
    "plain": ("3", "1", "2027"),
    "leading zeros": ("03", "01", "2027"),
    "spaces around": (" 3 ", " 1", "2027 "),
    "a month's name": ("3", "January", "2027"),
    "a short name": ("3", "jan", "2027"),
    "a short name with a dot": ("3", "Jan.", "2027"),
    "capitals": ("3", "JANUARY", "2027"),
    "the beginning of a name": ("3", "janu", "2027"),
    "an ordinal": ("3rd", "1", "2027"),
    "a dot": ("3.", "1.", "2027"),
    "Arabic digits": ("٣", "١", "٢٠٢٧"),
    "Urdu digits": ("۳", "۱", "۲۰۲۷"),
    "Bengali digits": ("৩", "১", "২০২৭"),
    "Gurmukhi digits": ("੩", "੧", "੨੦੨੭"),
    "Hindi digits": ("३", "१", "२०२७"),
    "Gujarati digits": ("૩", "૧", "૨૦૨૭"),
    "full-width digits": ("３", "１", "２０２７"),
    "marks of direction": ("\u200f3\u200e", "\u202b1\u202c", "\u20662027\u2069"),
    "pasted with slashes": ("3/1/2027", "", ""),
    "pasted with dots": ("03.01.2027", "", ""),
    "pasted with dashes": ("3-1-2027", "", ""),
    "pasted with the year first": ("2027-01-03", "", ""),
    "pasted with a time": ("2027-01-03T00:00", "", ""),
    "pasted in words": ("3 January 2027", "", ""),
    "pasted with a weekday": ("Sunday 3rd January 2027", "", ""),
    "pasted with words between": ("Sunday, 3 of January of 2027", "", ""),
    "pasted with commas": ("Sunday, 3 January, 2027", "", ""),
    "pasted in Urdu digits": ("۳/۱/۲۰۲۷", "", ""),
    "pasted into the last field": ("", "", "3 Jan 2027"),
    "with a no-break space": ("3\u00a0January\u00a02027", "", ""),
}


@pytest.fixture(scope="module")
def shown(browser, site):  # type: ignore[no-untyped-def]
    """One page for the whole table: each entry replaces the one before."""
    from support.component_pages import page_html

    page = browser.new_page()
    page.route(
        f"{site}/kesimpta/page/",
        lambda route: route.fulfill(body=page_html(PLACE), content_type="text/html; charset=utf-8"),
    )
    page.goto(f"{site}/kesimpta/page/")
    page.locator("form").wait_for()
    yield page
    page.close()


@pytest.mark.parametrize(("typed", "message", "field"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_message_at_the_field_to_mend(
    shown: Page, typed: tuple[str, str, str], message: str, field: str
) -> None:
    enter_date(shown, typed)
    submit(shown)
    assert shown.inner_text("[data-error]").startswith(message)
    assert shown.locator("[aria-invalid]").evaluate("e => e.name") == field
    kept = tuple(shown.input_value(f"[name={name}]") for name in ("day", "month", "year"))
    assert kept == typed
    assert dates(shown) == []


@pytest.mark.parametrize("typed", UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_understood(shown: Page, typed: tuple[str, str, str]) -> None:
    enter_date(shown, typed)
    submit(shown)
    assert dates(shown) == ["2027-07-03"]
    assert "Sunday 3 January 2027" in shown.inner_text("[data-results]")


def test_a_date_pasted_whole_then_stands_in_its_own_fields(shown: Page) -> None:
    enter_date(shown, ("Sunday 3 January 2027", "", ""))
    submit(shown)
    kept = [shown.input_value(f"[name={name}]") for name in ("day", "month", "year")]
    assert kept == ["3", "1", "2027"]


@pytest.mark.parametrize(
    ("locale", "month"), [("ur", "جنوری"), ("ur", "January"), ("pa", "ਜਨਵਰੀ"), ("pa", "ਜਨ")]
)
def test_months_are_known_in_the_pages_language_and_in_english(
    open_tool: OpenTool, locale: str, month: str
) -> None:
    page = open_tool(PLACE, strings=invented_words(words(), locale), locale=locale)
    enter_date(page, ("3", month, "2027"))
    submit(page)
    assert dates(page) == ["2027-07-03"]
