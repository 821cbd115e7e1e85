"""The tools there are, each with a way to an answer: what every one of them promises is tested."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from support.component_pages import enter_date, submit

DAY = datetime.date(2027, 1, 3)


@dataclass(frozen=True)
class Tool:
    """A component as a page places it, and the ways in which a reader gets an answer."""

    placeholder: str
    ways: dict[str, Callable[[Page], None]]

    @property
    def name(self) -> str:
        return self.placeholder.split()[0]


def _date(page: Page) -> None:
    enter_date(page, DAY)


def _from_last_injection(page: Page) -> None:
    page.check("[name=basis][value=last-dose]")
    page.check("[name=initiation-complete][value=yes]")
    enter_date(page, datetime.date(2026, 10, 31))


def _week_4_not_had(page: Page) -> None:
    page.check("[name=basis][value=last-dose]")
    page.check("[name=initiation-complete][value=no]")


def _more_than_1_missed(page: Page) -> None:
    page.check("[name=basis][value=last-dose]")
    page.check("[name=initiation-complete][value=yes]")
    enter_date(page, datetime.date(2026, 6, 30))


def _past_first_dose(page: Page) -> None:
    enter_date(page, datetime.date(2024, 1, 31))


def _vaccines_with_past_days(page: Page) -> None:
    enter_date(page, datetime.date(2026, 12, 1))
    for vaccine in ("mmr", "flu", "shingles", "covid-19", "mpox"):
        page.check(f"[name=vaccine][value={vaccine}]")
    page.locator("[data-choice=shingles] [name=form]").select_option("shingrix")


def _had_vaccines(page: Page) -> None:
    page.check("[name=question][value=when-to-start]")
    row = page.locator("[data-vaccine]").first
    row.locator("[name=vaccine]").select_option("typhoid")
    enter_date(row, datetime.date(2026, 11, 1))
    page.click("[data-action=add-vaccine]")
    row = page.locator("[data-vaccine]").nth(1)
    row.locator("[name=vaccine]").select_option("other")


def _offered(vaccine: str) -> Callable[[Page], None]:
    def choose(page: Page) -> None:
        page.check("[name=question][value=already-taking]")
        page.locator("[data-offered] [name=vaccine]").select_option(vaccine)

    return choose


TOOLS = [
    Tool(
        "dosing-calendar kesimpta",
        {
            "first-dose": _date,
            "past-first-dose": _past_first_dose,
            "last-dose": _from_last_injection,
            "week-4-not-had": _week_4_not_had,
            "more-than-1-missed": _more_than_1_missed,
        },
    ),
    Tool(
        "vaccination-timing kesimpta",
        {
            "first-dose": _date,
            "past-days": _vaccines_with_past_days,
            "had-vaccines": _had_vaccines,
            "offered-none-chosen": _offered(""),
            "offered-live": _offered("mmr"),
            "offered-not-live": _offered("rsv"),
            "offered-flu": _offered("flu"),
            "offered-mpox": _offered("mpox"),
        },
    ),
    Tool("timing-date kesimpta contraception", {"last-dose": _date}),
]


def answered(page: Page, way: Callable[[Page], None]) -> None:
    """Get an answer in one of a tool's ways."""
    way(page)
    submit(page)
    page.locator("[data-outcome]").wait_for()


def all_ways() -> list[tuple[Tool, str]]:
    """Every tool with each of its ways."""
    return [(tool, way) for tool in TOOLS for way in tool.ways]
