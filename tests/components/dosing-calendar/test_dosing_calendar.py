"""The dosing calendar as a conversation: two ways in, two rhythms, and the words around dates."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from dateutil.relativedelta import relativedelta
from playwright.sync_api import Page

from support.component_pages import dates, enter_date, invented, submit, words

OpenTool = Callable[..., Page]

PLACE = "dosing-calendar kesimpta"
WORDS = words()["dosing-calendar"]


@pytest.fixture
def from_last(open_tool: OpenTool) -> Page:
    page = open_tool(PLACE, today=datetime.date(2027, 3, 1))
    page.check("[name=basis][value=last-dose]")
    page.check("[name=initiation-complete][value=yes]")
    return page


# --- the questions ----------------------------------------------------------------------------


def test_the_week_4_question_is_asked_only_of_those_who_already_inject(
    open_tool: OpenTool,
) -> None:
    page = open_tool(PLACE)
    question = page.get_by_text("Have you had your week 4 injection?")
    assert question.is_hidden()
    page.check("[name=basis][value=last-dose]")
    assert question.is_visible()
    assert page.locator("[name=initiation-complete]:checked").count() == 0


def test_leaving_the_week_4_question_out_is_said_and_leads_back_to_it(
    open_tool: OpenTool,
) -> None:
    page = open_tool(PLACE)
    page.check("[name=basis][value=last-dose]")
    submit(page)
    messages = page.locator("[data-error-summary] a")
    assert messages.all_inner_texts() == [
        WORDS["initiation-missing"],
        words()["date-field"]["nothing"],
    ]
    messages.first.click()
    assert page.evaluate("document.activeElement.name") == "initiation-complete"


@pytest.mark.parametrize(
    ("last", "choices"),
    [
        ("2027-02-28", ["28", "29", "30", "31"]),
        ("2028-02-29", ["29", "30", "31"]),
        ("2027-04-30", ["30", "31"]),
        ("2028-02-28", []),
        ("2027-04-29", []),
        ("2027-01-31", []),
        ("2027-03-15", []),
    ],
)
def test_the_usual_day_is_asked_after_the_last_day_of_a_short_month(
    from_last: Page, last: str, choices: list[str]
) -> None:
    enter_date(from_last, datetime.date.fromisoformat(last))
    options = from_last.locator("[name=usual-day]")
    assert options.evaluate_all("all => all.map(option => option.value)") == choices
    assert from_last.get_by_text(WORDS["usual-day-question"]).is_visible() is bool(choices)
    chosen = from_last.locator("[name=usual-day]:checked")
    assert chosen.evaluate_all("all => all.map(option => option.value)") == choices[:1]


def test_the_usual_day_goes_when_the_date_or_the_rhythm_makes_it_pointless(
    from_last: Page,
) -> None:
    enter_date(from_last, datetime.date(2027, 2, 28))
    from_last.check("[name=usual-day][value='31']")
    from_last.check("[name=interval][value=P4W]")
    assert from_last.locator("[name=usual-day]").count() == 0
    from_last.check("[name=interval][value=P1M]")
    assert from_last.locator("[name=usual-day]:checked").input_value() == "28"
    from_last.check("[name=basis][value=first-dose]")
    assert from_last.locator("[name=usual-day]").count() == 0


def test_every_4_weeks_is_offered_with_its_condition_and_never_chosen_beforehand(
    open_tool: OpenTool,
) -> None:
    page = open_tool(PLACE)
    rhythms = page.locator("[name=interval]")
    assert rhythms.evaluate_all("all => all.map(e => [e.value, e.checked])") == [
        ["P1M", True],
        ["P4W", False],
    ]
    hint = page.locator("label", has=page.locator("[value=P4W]")).inner_text()
    assert "Only if your prescription or MS team says every 4 weeks." in hint
    assert "13 pens a year" in hint
    assert "12" in hint


def test_a_medicine_without_maintenance_asks_for_nothing_but_the_first_dose(
    open_tool: OpenTool,
) -> None:
    medicine = invented("regimen: {initiation: [P0D, P1D]}")
    page = open_tool("dosing-calendar inventumab", medicine=medicine)
    names = page.locator("form [name]").evaluate_all("all => all.map(e => e.name)")
    assert names == ["day", "month", "year"]


def test_a_medicine_with_one_rhythm_does_not_ask_for_it(open_tool: OpenTool) -> None:
    medicine = invented("regimen: {maintenance: {from: P0W, every: P2W}}")
    page = open_tool("dosing-calendar inventumab", medicine=medicine)
    assert page.locator("[name=interval]").count() == 0
    assert page.locator("[name=initiation-complete]").count() == 0
    assert page.locator("[name=basis]").count() == 2


# --- the answer -------------------------------------------------------------------------------


def test_the_month_view_marks_the_days_of_the_list_and_lies_outside_it(
    open_tool: OpenTool,
) -> None:
    page = open_tool(PLACE)
    enter_date(page, datetime.date(2027, 1, 3))
    submit(page)
    assert page.locator("[data-results] [data-month-view]").count() == 0
    page.click("[data-month-view] summary")
    months = page.locator("[data-month-view] table")
    found = []
    for index in range(months.count()):
        month = months.nth(index)
        start = datetime.date(2027, 1, 1) + relativedelta(months=index)
        assert month.locator("caption").inner_text() == start.strftime("%B %Y")
        cells = month.locator("td").all_inner_texts()
        assert cells[: start.weekday()] == [""] * start.weekday()
        assert cells[start.weekday()].split()[0] == "1"
        for text in month.locator(".tool-marked").all_inner_texts():
            day, mark = text.split()
            assert mark == WORDS["month-view-mark"]
            found.append(start.replace(day=int(day)).isoformat())
    assert found == dates(page)
    assert page.locator("[data-month-view] time").count() == 0


def test_dates_in_the_past_are_marked_as_such(open_tool: OpenTool) -> None:
    page = open_tool(PLACE, today=datetime.date(2027, 1, 17))
    enter_date(page, datetime.date(2027, 1, 3))
    submit(page)
    doses = page.locator("[data-dose]").all_inner_texts()
    assert [WORDS["past"] in dose for dose in doses[:4]] == [True, True, False, False]


def test_a_date_without_dates_offers_nothing_to_take_away(open_tool: OpenTool) -> None:
    page = open_tool(PLACE)
    page.check("[name=basis][value=last-dose]")
    page.check("[name=initiation-complete][value=no]")
    submit(page)
    assert page.locator("[data-results]").is_visible()
    for part in ("[data-take-away]", "[data-month-view]"):
        assert page.locator(part).is_hidden()
    assert page.locator(".print-sheet").count() == 0


@pytest.mark.parametrize(
    ("today", "heading"), [("2027-03-15", "#missed-dose"), ("2027-03-16", "#more-than-one-missed")]
)
def test_missed_dates_lead_to_what_to_do(open_tool: OpenTool, today: str, heading: str) -> None:
    page = open_tool(PLACE, today=datetime.date.fromisoformat(today))
    page.check("[name=basis][value=last-dose]")
    page.check("[name=initiation-complete][value=yes]")
    enter_date(page, datetime.date(2027, 1, 15))
    submit(page)
    links = page.locator("[data-results] a").evaluate_all(
        "all => all.map(e => e.getAttribute('href'))"
    )
    assert links == [f"../problems/{heading}"]


@pytest.mark.parametrize(
    "zone", ["Pacific/Kiritimati", "America/Santiago", "Europe/London", "Asia/Karachi"]
)
def test_the_page_itself_gives_the_same_dates_in_every_time_zone(
    open_tool: OpenTool, zone: str
) -> None:
    # Days on which clocks change in one of the zones, and the ends of months and years.
    for first in ("2027-03-28", "2027-04-04", "2027-09-05", "2026-12-31", "2028-02-01"):
        day = datetime.date.fromisoformat(first)
        page = open_tool(PLACE, zone=zone, today=day)
        enter_date(page, day)
        submit(page)
        anchor = day + relativedelta(weeks=4)
        expected = [day + relativedelta(weeks=week) for week in (0, 1, 2)]
        expected += [
            date
            for month in range(13)
            if (date := anchor + relativedelta(months=month)) < day + relativedelta(months=12)
        ]
        assert dates(page) == [date.isoformat() for date in expected]
        assert "today" in page.locator("[data-results] p").first.inner_text()


# --- without JavaScript -----------------------------------------------------------------------


def table(open_tool: OpenTool, regimen: str = "") -> list[str]:
    page = open_tool(
        "dosing-calendar kesimpta",
        medicine=invented(f"regimen: {regimen}") if regimen else None,
        java_script_enabled=False,
    )
    return [" ".join(row.split()) for row in page.locator("tbody tr").all_inner_texts()]


def test_without_javascript_the_pattern_of_kesimpta_stands_there_in_weeks(
    open_tool: OpenTool,
) -> None:
    assert table(open_tool) == [
        "Week 0 Injection 1",
        "Week 1 Injection 2",
        "Week 2 Injection 3",
        "Week 3 No injection this week. This is not a missed dose.",
        "Week 4 Injection 4",
        "After that The same date each month, counted from the week 4 injection Every 4 weeks: "
        f"{page_hint()} Carry on for as long as your MS team tells you.",
    ]


def page_hint() -> str:
    said = f"{WORDS['interval-other-hint']} {WORDS['interval-other-count']}"
    return said.format(interval="every 4 weeks", pens="13 pens", usual=12)


@pytest.mark.parametrize(
    ("regimen", "rows"),
    [
        (
            "{initiation: [P0W, P2W], maintenance: {from: P6M, every: P6M}}",
            ["Week 0", "Week 1", "Week 2", "Until month 6", "Month 6", "After that"],
        ),
        (
            "{initiation: [P0D, P14D], maintenance: {from: P24W, every: P24W}}",
            ["Day 1", "Week 1", "Day 15", "Weeks 3 to 23", "Week 24", "After that"],
        ),
        ("{maintenance: {from: P0W, every: P2W}}", ["Week 0", "After that"]),
        ("{maintenance: {from: P0D, every: P1D}}", ["Day 1", "After that"]),
        ("{initiation: [P0D, P1D, P365D, P366D]}", ["Day 1", "Day 2", "Day 366", "Day 367"]),
    ],
)
def test_without_javascript_other_regimens_stand_there_too(
    open_tool: OpenTool, regimen: str, rows: list[str]
) -> None:
    found = table(open_tool, regimen)
    assert len(found) == len(rows)
    assert [text for text, row in zip(found, rows, strict=True) if not text.startswith(row)] == []
