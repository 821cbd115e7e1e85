"""Every date the calendar can give, against `dateutil`, in the reader's browser."""

from __future__ import annotations

import calendar
import datetime
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from playwright.sync_api import Browser

ZONES = ["Pacific/Kiritimati", "America/Santiago", "Europe/London", "Asia/Karachi"]

DAYS = [
    datetime.date(2024, 1, 1) + datetime.timedelta(days=number)
    for number in range((datetime.date(2033, 1, 1) - datetime.date(2024, 1, 1)).days)
]

RHYTHMS: dict[str, dict[str, int]] = {"P1M": {"months": 1}, "P4W": {"weeks": 4}}

# Loads the shipped modules and answers for every day at once; a question is a list of
# [year, month, day, interval, usual day] and an answer a list of dates.
ALL_DATES = """async ([kind, questions]) => {
  const { dayNumber, iso } = await import("/components/shared/civil-date.js");
  const { fromFirstDose, fromLastDose } = await import("/components/shared/schedule.js");
  const regimen = {
    list: { months: 12 },
    initiation: [{ weeks: 0 }, { weeks: 1 }, { weeks: 2 }],
    maintenance: { from: { weeks: 4 }, until: null },
  };
  return questions.map(([year, month, day, every, usual]) => {
    const date = dayNumber(year, month, day);
    const plan = kind === "first"
      ? fromFirstDose(regimen, date, every)
      : fromLastDose(regimen, date, every, usual || undefined);
    return plan.doses.map((dose) => iso(dose.day)).join(" ");
  });
}"""


def from_first(first: datetime.date, every: dict[str, int]) -> str:
    """The oracle: weeks 0, 1, 2 and 4, then the interval counted from week 4."""
    end = first + relativedelta(months=12)
    anchor = first + relativedelta(weeks=4)
    found = [first + relativedelta(weeks=week) for week in (0, 1, 2)]
    time = 0
    while (date := anchor + times(every, time)) < end:
        found.append(date)
        time += 1
    return " ".join(date.isoformat() for date in found)


def from_last(last: datetime.date, every: dict[str, int], usual: int) -> str:
    """The oracle: the interval counted from the last injection, on the usual day of the month."""
    end = last + relativedelta(months=12)
    found = []
    time = 1
    while (date := last + times(every, time, usual if "months" in every else 0)) <= end:
        found.append(date)
        time += 1
    return " ".join(date.isoformat() for date in found)


def times(every: dict[str, int], count: int, day: int = 0) -> relativedelta:
    length: dict[str, Any] = {unit: count * number for unit, number in every.items()}
    return relativedelta(**length, day=day or None)


def usual_days(last: datetime.date) -> list[int]:
    """The usual days that can be chosen: after the last day of a short month, up to the 31st."""
    if last.day < calendar.monthrange(last.year, last.month)[1]:
        return [last.day]
    return list(range(last.day, 32))


FIRST_QUESTIONS = [(day, every, 0) for day in DAYS for every in RHYTHMS.values()]
LAST_QUESTIONS = [
    (day, every, usual) for day in DAYS for every in RHYTHMS.values() for usual in usual_days(day)
]


@pytest.fixture(scope="module")
def expected() -> dict[str, list[str]]:
    return {
        "first": [from_first(day, every) for day, every, _ in FIRST_QUESTIONS],
        "last": [from_last(day, every, usual) for day, every, usual in LAST_QUESTIONS],
    }


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("kind", "questions"), [("first", FIRST_QUESTIONS), ("last", LAST_QUESTIONS)]
)
def test_every_date_from_2024_to_2032_equals_dateutil_in_both_rhythms(
    browser: Browser,
    site: str,
    expected: dict[str, list[str]],
    kind: str,
    questions: Any,
    zone: str,
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(f"{site}/assets/icon.svg")
    asked = [[day.year, day.month, day.day, every, usual] for day, every, usual in questions]
    found = page.evaluate(ALL_DATES, [kind, asked])
    context.close()
    different = [
        (question, given, wanted)
        for question, given, wanted in zip(questions, found, expected[kind], strict=True)
        if given != wanted
    ]
    assert not different, different[:3]


@pytest.mark.parametrize("zone", ZONES)
def test_today_is_the_readers_own_day_at_both_ends_of_it(
    browser: Browser, site: str, zone: str
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(f"{site}/assets/icon.svg")
    found = page.evaluate(
        """async () => {
          const { iso, today } = await import("/components/shared/civil-date.js");
          const at = (...parts) => iso(today(new Date(2027, 0, 3, ...parts)));
          return [at(0, 0, 1), at(23, 59, 59)];
        }"""
    )
    context.close()
    assert found == ["2027-01-03", "2027-01-03"]
