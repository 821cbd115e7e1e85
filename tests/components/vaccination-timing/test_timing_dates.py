"""Every date that a timing rule can give, against `dateutil`, in the reader's browser."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from playwright.sync_api import Browser

from support.component_pages import kesimpta

ZONES = ["Pacific/Kiritimati", "America/Santiago", "Europe/London", "Asia/Karachi"]

DAYS = [
    datetime.date(2024, 1, 1) + datetime.timedelta(days=number)
    for number in range((datetime.date(2033, 1, 1) - datetime.date(2024, 1, 1)).days)
]

# The rules of the medicine, and other distances that a rule may have.
GAPS: list[dict[str, int]] = [
    *(rule.gap.as_json() for rule in kesimpta().timing.values()),
    *({"weeks": 6}, {"months": 3}, {"months": 1}, {"days": 1}, {"days": 15}, {"years": 1}),
]

ALL_DATES = """async ([questions, gaps]) => {
  const { dayNumber, iso, plus } = await import("/components/shared/civil-date.js");
  return questions.map(([year, month, day]) => gaps.map((gap) => {
    const date = dayNumber(year, month, day);
    return [iso(plus(date, gap, -1)), iso(plus(date, gap))].join(" ");
  }));
}"""


@pytest.fixture(scope="module")
def expected() -> list[list[str]]:
    def both(day: datetime.date, gap: dict[str, Any]) -> str:
        length = relativedelta(**gap)
        return f"{(day - length).isoformat()} {(day + length).isoformat()}"

    return [[both(day, gap) for gap in GAPS] for day in DAYS]


@pytest.mark.parametrize("zone", ZONES)
def test_every_rule_in_both_directions_equals_dateutil_for_every_day_from_2024_to_2032(
    browser: Browser, site: str, expected: list[list[str]], zone: str
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(f"{site}/assets/icon.svg")
    found = page.evaluate(ALL_DATES, [[[day.year, day.month, day.day] for day in DAYS], GAPS])
    context.close()
    pairs = zip(DAYS, found, expected, strict=True)
    different = [(day, given, wanted) for day, given, wanted in pairs if given != wanted]
    assert not different, different[:3]
