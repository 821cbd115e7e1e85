"""One timing rule as a tool of its own, in both directions and in every unit."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from support.component_pages import dates, enter_date, invented, submit
from support.taking_away import copied_text, events, saved_calendar

OpenTool = Callable[..., Page]


def test_contraception_counts_6_months_from_the_last_dose_and_says_what_that_means(
    open_tool: OpenTool,
) -> None:
    page = open_tool("timing-date kesimpta contraception")
    enter_date(page, datetime.date(2026, 8, 31))
    submit(page)
    assert dates(page) == ["2027-02-28"]
    outcome = page.inner_text("[data-outcome]")
    assert "6 months after Monday 31 August 2026 is Sunday 28 February 2027." in outcome
    assert "That is in 98 days." in outcome
    assert "use effective contraception" in outcome


@pytest.mark.parametrize(
    ("rule", "date"),
    [
        ("{gap: P6W, before: first-dose, source: S}", "2027-04-19"),
        ("{gap: P3M, before: first-dose, source: S}", "2027-02-28"),
        ("{gap: P10D, before: first-dose, source: S}", "2027-05-21"),
        ("{gap: P6W, after: last-dose, source: S}", "2027-07-12"),
        ("{gap: P3M, after: last-dose, source: S}", "2027-08-31"),
        ("{gap: P1Y, after: last-dose, source: S}", "2028-05-31"),
    ],
)
def test_any_rule_of_any_medicine_can_be_placed(open_tool: OpenTool, rule: str, date: str) -> None:
    medicine = invented(
        f"regimen: {{maintenance: {{from: P0W, every: P2W}}}}\ntiming: {{own-rule: {rule}}}"
    )
    page = open_tool("timing-date inventumab own-rule", medicine=medicine)
    side = "first dose" if "before" in rule else "last dose"
    assert side in page.locator("legend").first.inner_text()
    enter_date(page, datetime.date(2027, 5, 31))
    submit(page)
    assert dates(page) == [date]


def test_the_calendar_entry_names_neither_medicine_nor_reason(open_tool: OpenTool) -> None:
    page = open_tool("timing-date kesimpta contraception")
    enter_date(page, datetime.date(2026, 8, 31))
    submit(page)
    file = saved_calendar(page)
    (event,) = events(file)
    assert event.decoded("dtstart") == datetime.date(2027, 2, 28)
    assert str(event["summary"]) == "A date to remember"
    lowered = file.lower().replace(b"\r\n ", b"")
    assert b"kesimpta" not in lowered
    assert b"contraception" not in lowered
    assert "Sunday 28 February 2027" in copied_text(page)


def test_without_javascript_the_rule_and_an_example_stand_there(open_tool: OpenTool) -> None:
    page = open_tool("timing-date kesimpta contraception", java_script_enabled=False)
    text = page.inner_text("main")
    assert "At least 6 months after the last dose" in text
    assert "For example, 3 January 2027 gives 3 July 2027." in text
