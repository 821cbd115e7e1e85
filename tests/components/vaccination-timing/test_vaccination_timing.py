"""What people ask about vaccines, and what the tool answers; never a verdict."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from support.component_pages import dates, enter_date, invented, submit, words

OpenTool = Callable[..., Page]

PLACE = "vaccination-timing kesimpta"
START = datetime.date(2027, 1, 3)


LIVE, NOT_LIVE = (
    words()["vaccination-timing"]["rules"][rule]["already"].format(name="Kesimpta")
    for rule in ("live-vaccine", "other-vaccine")
)


def rule(page: Page, name: str) -> str:
    return page.inner_text(f"[data-rule={name}]")


def said(page: Page) -> str:
    return " ".join(page.inner_text("[data-results]").split())


def planned(open_tool: OpenTool, *vaccines: str, **options: object) -> Page:
    page = open_tool(PLACE, **options)
    enter_date(page, START)
    for vaccine in vaccines:
        page.check(f"[name=vaccine][value={vaccine}]")
    return page


# --- when should I have my vaccines? ----------------------------------------------------------


def test_each_rule_has_its_last_day_its_distance_and_its_sum(open_tool: OpenTool) -> None:
    page = planned(open_tool)
    submit(page)
    assert dates(page) == ["2026-12-06", "2026-12-20"]
    assert "That is in 14 days." in rule(page, "live-vaccine")
    assert "minus 4 weeks is Sunday 6 December 2026" in rule(page, "live-vaccine")
    assert "That is in 28 days." in rule(page, "other-vaccine")
    assert "Do not delay Kesimpta because of this page." in said(page)


def test_chosen_vaccines_stand_under_their_rule_and_change_no_date(open_tool: OpenTool) -> None:
    page = planned(open_tool, "mmr", "rsv")
    submit(page)
    assert dates(page) == ["2026-12-06", "2026-12-20"]
    assert "MMR" in rule(page, "live-vaccine")
    assert "RSV" not in rule(page, "live-vaccine")
    assert "RSV" in rule(page, "other-vaccine")


@pytest.mark.parametrize(
    ("form", "found"), [("nasal-spray", "live-vaccine"), ("injection", "other-vaccine")]
)
def test_flu_asks_which_kind_and_stands_under_its_rule(
    open_tool: OpenTool, form: str, found: str
) -> None:
    page = open_tool(PLACE)
    choice = page.locator("[data-choice=flu]")
    assert choice.locator("[name=form]").is_hidden()
    choice.locator("[name=vaccine]").check()
    choice.locator("[name=form]").select_option(form)
    enter_date(page, START)
    submit(page)
    assert "Flu" in rule(page, found)
    assert page.locator("[data-rule]", has_text="Flu").count() == 1
    assert "2 kinds" not in said(page)


def test_not_sure_plans_for_the_longer_time_and_says_to_ask(open_tool: OpenTool) -> None:
    page = planned(open_tool, "flu")
    submit(page)
    assert "Flu" in rule(page, "live-vaccine")
    assert "Flu: it comes in 2 kinds, and we planned for the longer time. Ask" in said(page)


def test_a_vaccine_without_a_rule_is_sent_to_the_ms_team(open_tool: OpenTool) -> None:
    page = planned(open_tool, "mpox")
    submit(page)
    assert page.locator("[data-rule]", has_text="Mpox").count() == 0
    assert "Mpox: ask your MS team." in said(page)


@pytest.mark.parametrize(
    ("today", "distance", "passed"),
    [
        ("2026-12-05", "That is in 1 day.", False),
        ("2026-12-06", "That is today.", False),
        ("2026-12-07", "That was 1 day ago.", True),
    ],
)
def test_a_day_that_has_passed_is_said_kindly(
    open_tool: OpenTool, today: str, distance: str, passed: bool
) -> None:
    page = planned(open_tool, today=datetime.date.fromisoformat(today))
    submit(page)
    assert distance in rule(page, "live-vaccine")
    kind = "You have not done anything wrong. Do not change your start date yourself"
    assert (kind in said(page)) is passed


# --- I have had a vaccine ---------------------------------------------------------------------


def had(page: Page, number: int, vaccine: str, date: str | None = None, form: str = "") -> None:
    if page.locator("[data-vaccine]").count() <= number:
        page.click("[data-action=add-vaccine]")
    row = page.locator("[data-vaccine]").nth(number)
    row.locator("[name=vaccine]").select_option(vaccine)
    if form:
        row.locator("[name=form]").select_option(form)
    if date:
        enter_date(row, datetime.date.fromisoformat(date))


@pytest.fixture
def asked(open_tool: OpenTool) -> Page:
    page = open_tool(PLACE)
    page.check("[name=question][value=when-to-start]")
    return page


def met_from(page: Page) -> list[str]:
    return page.locator("[data-met-from] time").evaluate_all("all => all.map(t => t.dateTime)")


def test_the_timing_is_met_from_the_latest_day_and_the_rule_is_named(asked: Page) -> None:
    had(asked, 0, "mmr", "2026-11-01")
    had(asked, 1, "rsv", "2026-11-20")
    submit(asked)
    assert met_from(asked) == dates(asked) == ["2026-12-04"]
    text = said(asked)
    assert text.startswith("By the vaccine timing alone: on or after Friday 4 December 2026.")
    assert "This date comes from: Vaccines that are not live." in text
    assert "MMR (measles, mumps and rubella): Sunday 1 November 2026 plus 4 weeks is" in text
    assert "Your MS team may decide not to wait. Do not delay Kesimpta" in text


@pytest.mark.parametrize(
    ("form", "date"),
    [("capsules", "2026-11-29"), ("injection", "2026-11-15"), ("not-sure", "2026-11-29")],
)
def test_the_kind_decides_and_not_sure_counts_the_longer_time(
    asked: Page, form: str, date: str
) -> None:
    had(asked, 0, "typhoid", "2026-11-01", form)
    submit(asked)
    assert met_from(asked) == [date]
    assert ("2 kinds" in said(asked)) is (form == "not-sure")


def test_each_row_says_what_is_missing_in_it(asked: Page) -> None:
    had(asked, 0, "mmr")
    asked.click("[data-action=add-vaccine]")
    submit(asked)
    assert asked.locator("[data-error-summary] li").all_inner_texts() == [
        "Enter a day, a month and a year.",
        "Choose a vaccine from the list.",
        "Enter a day, a month and a year.",
    ]


def test_a_row_can_be_taken_away_again(asked: Page) -> None:
    had(asked, 0, "mmr", "2026-11-01")
    assert asked.locator("[data-action=remove-vaccine]:visible").count() == 0
    had(asked, 1, "rsv", "2026-11-20")
    asked.get_by_role("button", name="Remove vaccine 2").click()
    submit(asked)
    assert met_from(asked) == ["2026-11-29"]


@pytest.mark.parametrize("vaccine", ["mpox", "other"])
def test_what_only_the_team_can_place_needs_no_date_and_gets_none(
    asked: Page, vaccine: str
) -> None:
    had(asked, 0, vaccine)
    submit(asked)
    assert dates(asked) == []
    assert "ask your MS team." in said(asked)
    assert asked.locator("[data-take-away]").is_hidden()


def test_the_link_to_the_dosing_calendar_passes_nothing_along(asked: Page) -> None:
    had(asked, 0, "mmr", "2026-11-01")
    submit(asked)
    link = asked.get_by_role("link", name="Work out your injection dates")
    assert link.get_attribute("href") == "../dosing-calendar/"


# --- I already take it --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vaccine", "form", "sentence", "other"),
    [
        ("mmr", "", LIVE, NOT_LIVE),
        ("rsv", "", NOT_LIVE, LIVE),
        ("flu", "nasal-spray", LIVE, NOT_LIVE),
        ("flu", "injection", NOT_LIVE, LIVE),
        ("flu", "not-sure", "If you do not know whether a vaccine is live", "2 kinds"),
        ("mpox", "", words()["vaccination-timing"]["ask-team-already"], NOT_LIVE),
        ("other", "", "If you do not know whether a vaccine is live", "2 kinds"),
        ("", "", "If you do not know whether a vaccine is live", "2 kinds"),
    ],
)
def test_an_offered_vaccine_gets_words_and_no_dates(
    open_tool: OpenTool, vaccine: str, form: str, sentence: str, other: str
) -> None:
    page = open_tool(PLACE)
    page.check("[name=question][value=already-taking]")
    page.locator("[data-offered] [name=vaccine]").select_option(vaccine)
    if form:
        page.locator("[data-offered] [name=form]").select_option(form)
    submit(page)
    text = said(page)
    assert dates(page) == []
    assert text.startswith("Tell the person who gives the vaccine that you take Kesimpta")
    assert sentence in text
    assert other not in text
    assert "If you have had a live vaccine while taking Kesimpta, call your MS team today." in text
    assert "child’s nasal flu vaccine" in text


# --- other medicines ------------------------------------------------------------------------------


def test_other_distances_in_days_weeks_and_months_serve_unchanged(open_tool: OpenTool) -> None:
    strings = words()
    own = strings["vaccination-timing"]["rules"]
    own["day-rule"] = own["week-rule"] = own["month-rule"] = own["live-vaccine"]
    medicine = invented(
        """
regimen: {maintenance: {from: P0W, every: P2W}}
timing:
  day-rule: {gap: P15D, before: first-dose, source: S}
  week-rule: {gap: P6W, before: first-dose, source: S}
  month-rule: {gap: P3M, before: first-dose, source: S}
vaccines:
  - {id: mmr, rule: month-rule}
  - {id: rsv, rule: week-rule}
  - {id: flu, ask: {nasal-spray: month-rule, injection: day-rule}}
"""
    )
    page = open_tool("vaccination-timing inventumab", medicine=medicine, strings=strings)
    enter_date(page, datetime.date(2027, 5, 31))
    page.check("[name=vaccine][value=flu]")
    submit(page)
    assert dates(page) == ["2027-05-16", "2027-04-19", "2027-02-28"]
    assert "Flu" in rule(page, "month-rule")


def test_without_javascript_the_rules_and_a_worked_example_stand_there(
    open_tool: OpenTool,
) -> None:
    page = open_tool(PLACE, java_script_enabled=False)
    rows = [" ".join(row.split()) for row in page.locator("tr").all_inner_texts()]
    assert rows == [
        "Kind of vaccine When to have it Last day, if the first dose is on 3 January 2027",
        "Live vaccines At least 4 weeks before the first dose 6 December 2026",
        "Vaccines that are not live At least 2 weeks before the first dose 20 December 2026",
    ]
    assert "Ask your MS team about: Mpox" in page.inner_text("main")
