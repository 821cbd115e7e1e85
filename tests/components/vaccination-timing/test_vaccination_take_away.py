"""Taking vaccine dates away: into a calendar, to the surgery on paper, as text."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from support.component_pages import dates, enter_date, submit
from support.taking_away import copied_text, events, printed, saved_calendar

OpenTool = Callable[..., Page]

PLACE = "vaccination-timing kesimpta"


def planned(open_tool: OpenTool, *vaccines: str) -> Page:
    page = open_tool(PLACE)
    enter_date(page, datetime.date(2027, 1, 3))
    for vaccine in vaccines:
        page.check(f"[name=vaccine][value={vaccine}]")
    submit(page)
    return page


def test_the_calendar_file_holds_the_last_days_under_neutral_titles(open_tool: OpenTool) -> None:
    page = planned(open_tool, "mmr")
    file = saved_calendar(page)
    found = events(file)
    assert [event.decoded("dtstart").isoformat() for event in found] == dates(page)
    assert [str(event["summary"]) for event in found] == [
        "Last day for live vaccines",
        "Last day for vaccines that are not live",
    ]
    assert all("Kesimpta" not in str(event["summary"]) for event in found)


def test_a_list_for_the_surgery_prints_and_copies(open_tool: OpenTool, tmp_path: Path) -> None:
    page = planned(open_tool, "mmr", "rsv")
    (sheet,) = printed(page, tmp_path)
    text = copied_text(page)
    for part in (" ".join(sheet.split()), text):
        assert "RSV" in part
        assert "Sunday 20 December 2026" in part
        assert "Do not delay Kesimpta because of this page." in part


def test_vaccines_someone_had_can_be_printed_but_give_no_calendar_entry(
    open_tool: OpenTool,
) -> None:
    asked = open_tool(PLACE)
    asked.check("[name=question][value=when-to-start]")
    row = asked.locator("[data-vaccine]")
    row.locator("[name=vaccine]").select_option("mmr")
    enter_date(row, datetime.date(2026, 11, 1))
    submit(asked)
    assert asked.locator("[data-action=print]").is_visible()
    assert asked.locator("[data-action=calendar-file]").is_hidden()
    cells = asked.locator(".print-sheet tbody td").all_text_contents()
    assert cells == ["MMR (measles, mumps and rubella)", "Sunday 1 November 2026", ""]
    assert "Sunday 1 November 2026" in copied_text(asked)
