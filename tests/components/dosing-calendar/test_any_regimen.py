"""Whatever a regimen is like, the reader's browser plans it as dateutil does."""

from __future__ import annotations

import datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from infosheet.medicines.durations import Duration
from support.any_medicine import durations, regimens, relative, times

MANY = 500

DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2099, 12, 31))
QUESTIONS = st.tuples(regimens(), DAYS, durations(1), st.integers(0, 3))

# A question is a regimen, a date, an interval and a usual day; an answer, two lists of dates.
PLANS = """async (questions) => {
  const { dayNumber, iso } = await import("/components/shared/civil-date.js");
  const { fromFirstDose, fromLastDose } = await import("/components/shared/schedule.js");
  return questions.map(([regimen, parts, every, usual]) => {
    const day = dayNumber(...parts);
    const plans = [
      fromFirstDose(regimen, day, regimen.maintenance && every),
      fromLastDose(regimen, day, every, usual),
    ];
    return plans.map((plan) => plan.doses.map((dose) => iso(dose.day)).join(" "));
  });
}"""


def questions() -> list[tuple[dict[str, Any], datetime.date, str, int]]:
    """As many questions as fit into one visit to the browser, the same ones each time."""
    found: list[Any] = []

    @settings(max_examples=MANY, phases=[Phase.generate], database=None, derandomize=True)
    @given(question=QUESTIONS)
    def collect(question: Any) -> None:
        found.append(question)

    collect()
    return found


def described(regimen: dict[str, Any]) -> dict[str, Any]:
    """The regimen as the site hands it to the browser."""
    maintenance = regimen.get("maintenance")
    return {
        "list": {"months": 12},
        "initiation": [_json(offset) for offset in regimen.get("initiation", [])],
        "maintenance": maintenance
        and {
            "from": _json(maintenance["from"]),
            "until": _json(maintenance["until"]) if "until" in maintenance else None,
        },
    }


def _json(text: str) -> dict[str, int]:
    return Duration.parse(text).as_json()


def from_first(regimen: dict[str, Any], first: datetime.date, every: str) -> str:
    """The oracle: initiation doses, and those counted from the first maintenance dose."""
    end = first + relativedelta(months=12)
    found = {first + relative(offset) for offset in regimen.get("initiation", [])}
    if maintenance := regimen.get("maintenance"):
        anchor = first + relative(maintenance["from"])
        stop = end
        if "until" in maintenance:
            stop = min(end, first + relative(maintenance["until"]))
        count = 0
        while (date := anchor + times(every, count)) < stop:
            found.add(date)
            count += 1
    return " ".join(date.isoformat() for date in sorted(found) if date < end)


def from_last(last: datetime.date, every: str, usual: int) -> str:
    """The oracle: the interval counted from the last injection, on the usual day of the month."""
    end = last + relativedelta(months=12)
    found = []
    count = 1
    while (date := last + times(every, count) + _to_day(every, usual)) <= end:
        found.append(date.isoformat())
        count += 1
    return " ".join(found)


def _to_day(every: str, usual: int) -> relativedelta:
    return relativedelta(day=usual) if every[-1] in "MY" else relativedelta()


def test_any_regimen_from_any_day_at_any_interval_equals_dateutil(
    browser: Browser, site: str
) -> None:
    asked = []
    expected = []
    for regimen, day, every, later in questions():
        usual = min(day.day + later, 31)
        asked.append([described(regimen), [day.year, day.month, day.day], _json(every), usual])
        expected.append([from_first(regimen, day, every), from_last(day, every, usual)])
    page = browser.new_page()
    page.goto(f"{site}/assets/icon.svg")
    found = page.evaluate(PLANS, asked)
    page.close()
    assert len(found) >= MANY * 0.8
    different = [each for each in zip(asked, found, expected, strict=True) if each[1] != each[2]]
    assert not different, different[:2]
