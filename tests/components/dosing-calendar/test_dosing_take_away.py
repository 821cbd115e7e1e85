"""Taking the injection dates away: into a calendar, onto paper, as text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.component_pages import dates, enter_date, submit, words
from support.invented_languages import invented_words
from support.taking_away import copied_text, events, printed, saved_calendar

FIRST = datetime.date(2027, 1, 3)
PLACE = "dosing-calendar kesimpta"

OpenTool = Callable[..., Page]


def calendar_page(open_tool: OpenTool, locale: str = "en", **options: object) -> Page:
    strings = words() if locale == "en" else invented_words(words(), locale)
    page = open_tool(PLACE, strings=strings, locale=locale, **options)
    enter_date(page, FIRST)
    submit(page)
    return page


def test_the_calendar_file_holds_one_all_day_entry_for_each_date(open_tool: OpenTool) -> None:
    page = calendar_page(open_tool)
    found = events(saved_calendar(page))
    assert [event.decoded("dtstart").isoformat() for event in found] == dates(page)
    for event in found:
        assert event.decoded("dtend") - event.decoded("dtstart") == datetime.timedelta(days=1)
        assert "RRULE" not in event
        assert (event["transp"], event["class"]) == ("TRANSPARENT", "PRIVATE")
        assert event.decoded("dtstamp").tzinfo is not None


def test_titles_name_no_medicine_unless_the_reader_ticks_it(open_tool: OpenTool) -> None:
    page = calendar_page(open_tool)
    file = saved_calendar(page)
    assert {str(event["summary"]) for event in events(file)} == {"Injection day"}
    assert b"kesimpta" not in file.lower().replace(b"\r\n ", b"")
    page.check("[name=show-name]")
    titles = {str(event["summary"]) for event in events(saved_calendar(page))}
    assert titles == {"Kesimpta injection day"}


def test_it_reminds_at_9_on_the_day_and_if_ticked_the_day_before_too(open_tool: OpenTool) -> None:
    page = calendar_page(open_tool)

    def reminders() -> list[datetime.timedelta]:
        alarms = events(saved_calendar(page))[0].walk("VALARM")
        assert {alarm["action"] for alarm in alarms} == {"DISPLAY"}
        return [alarm.decoded("trigger") for alarm in alarms]

    on_the_day = datetime.timedelta(hours=9)
    assert reminders() == [on_the_day]
    page.check("[name=day-before]")
    assert reminders() == [on_the_day, on_the_day - datetime.timedelta(days=1)]


def test_a_later_file_with_another_date_updates_the_same_entries(open_tool: OpenTool) -> None:
    page = calendar_page(open_tool)
    before = events(saved_calendar(page))
    enter_date(page, FIRST + datetime.timedelta(days=1))
    submit(page)
    after = events(saved_calendar(page))
    assert [event["uid"] for event in after] == [event["uid"] for event in before]
    assert len({event["uid"] for event in before}) == len(before)
    assert after[0]["sequence"] > before[0]["sequence"]
    assert after[0].decoded("dtstart") > before[0].decoded("dtstart")


@pytest.mark.parametrize("locale", ["en", "ur", "pa"])
def test_lines_keep_within_75_octets_and_whole_letters(open_tool: OpenTool, locale: str) -> None:
    page = calendar_page(open_tool, locale)
    page.check("[name=show-name]")
    file = saved_calendar(page)
    lines = file.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    (title,) = {str(event["summary"]) for event in events(file)}
    (description,) = {str(event["description"]) for event in events(file)}
    strings = words() if locale == "en" else invented_words(words(), locale)
    assert title == strings["dosing-calendar"]["calendar-title-named"].format(name="Kesimpta")
    assert description == strings["dosing-calendar"]["caveat"]
    assert events(file)[0]["summary"].params["LANGUAGE"] == locale


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "ur"])
def test_the_injection_record_is_1_sheet_with_boxes_and_the_caveat(
    open_tool: OpenTool, tmp_path: Path, locale: str, colours: str
) -> None:
    page = calendar_page(open_tool, locale, color_scheme=colours)
    sheets = printed(page, tmp_path)
    assert len(sheets) == 1
    strings = (words() if locale == "en" else invented_words(words(), locale))["dosing-calendar"]
    if locale == "en":
        for key in ("planned", "given", "place", "batch", "notes", "phone"):
            assert strings[f"record-{key}"].split()[0] in sheets[0]
        assert re.sub(r"\s+", " ", sheets[0]).count("2027") >= 15
        assert strings["caveat"][:40] in sheets[0]
    page.emulate_media(media="print")
    colours_of = "element => [getComputedStyle(element).color, getComputedStyle(element).direction]"
    sheet = page.locator(".print-sheet")
    assert sheet.evaluate(colours_of) == [
        "rgb(0, 0, 0)",
        strings and {"ur": "rtl"}.get(locale, "ltr"),
    ]
    assert page.locator("main").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert sheet.locator("tbody td:empty").count() == 15 * 4


def test_without_dates_the_page_prints_as_any_other(open_tool: OpenTool, tmp_path: Path) -> None:
    page = calendar_page(open_tool)
    page.click("[data-action=clear]")
    page.emulate_media(media="print")
    assert page.locator("main").is_visible()
    assert page.locator(".print-sheet").count() == 0


def test_copied_text_holds_every_date_the_rest_week_and_the_caveat(open_tool: OpenTool) -> None:
    page = calendar_page(open_tool)
    text = copied_text(page)
    shown = page.locator("[data-results] time").all_inner_texts()
    assert [day for day in shown if day not in text] == []
    assert "This is not a missed dose." in text
    assert "What your MS team tells you comes first." in text
    assert "Copied" in page.inner_text("[role=status]")


def test_where_copying_fails_it_says_so_and_names_another_way(open_tool: OpenTool) -> None:
    page = calendar_page(open_tool)
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})"
    )
    page.click("[data-action=copy]")
    page.get_by_text("Copying did not work. Please print the dates").wait_for()
