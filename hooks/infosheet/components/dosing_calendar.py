"""What the dosing calendar shows: the pattern in weeks, the questions, and data for the browser."""

from __future__ import annotations

from typing import Any

from infosheet.components.component_request import Request, uid
from infosheet.content.wording import duration, plural, point
from infosheet.medicines.durations import Duration
from infosheet.medicines.regimen_pattern import DoseRow, RepeatRow, RestRow, Row, regimen_rows
from infosheet.reading.strings import fill

# How far ahead the list of dates goes.
LIST_LENGTH = Duration(12, "months")

# The headings on the page about problems that the dates lead to, by how a dose is given: there is
# no pen where a nurse gives it.
PROBLEMS = {
    "injection": ("missed-dose", "ill-on-the-day", "pen-problem", "too-much"),
    "infusion": ("missed-dose", "ill-on-the-day"),
}
MORE_MISSED = "more-than-one-missed"

# The sentences that the script needs; all others stand in the template.
_SCRIPT_WORDS = (
    "calendar-title",
    "calendar-title-named",
    "caveat",
    "dose",
    "dose-at",
    "initiation-missing",
    "interval-in-sentence",
    "month-view-mark",
    "next",
    "past",
    "record-batch",
    "record-given",
    "record-notes",
    "record-phone",
    "record-place",
    "record-planned",
    "record-title",
    "rest-week",
    "rest-weeks",
    "sum-first",
    "sum-last",
    "sum-only",
)


def describe(request: Request) -> dict[str, Any]:
    """Return the context of the dosing calendar's template."""
    words = request.words["dosing-calendar"]
    regimen = request.medicine.regimen
    maintenance = regimen.maintenance
    rhythms = _rhythms(request)
    asks = maintenance is not None and bool(regimen.initiation)
    first = point(maintenance.start, request.words, "point") if maintenance else ""
    return {
        **request.shared_context("dosing-calendar"),
        "problems": PROBLEMS[request.medicine.given],
        "rhythms": rhythms,
        "initiation_question": fill(words["initiation-question"], dose=first) if asks else "",
        "not_complete": fill(words["not-complete"], dose=first) if asks else "",
        "horizon": fill(
            words["horizon"], period=duration(LIST_LENGTH, request.words, request.locale)
        ),
        "course_ends": course_ends(request),
        "pattern": [_pattern_row(row, request) for row in regimen_rows(regimen)],
        "config": {
            **request.shared_config({key: words[key] for key in _SCRIPT_WORDS}),
            "uid": uid(request.medicine_id),
            "intervals": {rhythm["value"]: rhythm["interval"].as_json() for rhythm in rhythms},
            "regimen": {
                "list": LIST_LENGTH.as_json(),
                "initiation": [offset.as_json() for offset in regimen.initiation],
                "maintenance": maintenance
                and {
                    "from": maintenance.start.as_json(),
                    "until": maintenance.until and maintenance.until.as_json(),
                },
            },
        },
    }


def _rhythms(request: Request) -> list[dict[str, Any]]:
    """Return the intervals a reader can choose between, the usual one first and without a hint."""
    maintenance = request.medicine.regimen.maintenance
    if maintenance is None:
        return []
    words = request.words["dosing-calendar"]

    def hint(interval: Duration) -> str:
        in_sentence = words["interval-in-sentence"][interval.unit]
        said = fill(
            words["interval-other-hint"],
            interval=plural(in_sentence, interval.count, request.locale),
        )
        doses, usual = _doses_a_year(interval), _doses_a_year(maintenance.every)
        if doses in (0, usual) or not usual:
            return said  # whole doses a year do not tell such long intervals apart
        pens = plural(words["pens"], doses, request.locale)
        return f"{said} {fill(words['interval-other-count'], pens=pens, usual=usual)}"

    return [
        {
            "value": _iso(interval),
            "interval": interval,
            "label": plural(words["interval"][interval.unit], interval.count, request.locale),
            "hint": "" if interval == maintenance.every else hint(interval),
        }
        for interval in maintenance.intervals
    ]


def _pattern_row(row: Row, request: Request) -> dict[str, Any]:
    words = request.words["dosing-calendar"]
    match row:
        case DoseRow(number, offset):
            when = point(offset, request.words, "point-heading")
            return {"when": when, "what": [fill(words["dose"], number=number)]}
        case RestRow():
            single = row.first is not None and row.first == row.last
            what = words["rest-week-words" if single else "rest-weeks-words"]
            return {"when": _rest_heading(row, request), "what": [what]}
        case RepeatRow():
            return {"when": words["pattern-then"], "what": _repeat(row, request)}


def _rest_heading(row: RestRow, request: Request) -> str:
    words = request.words["dosing-calendar"]
    if row.until is not None:
        return fill(words["pattern-until"], point=point(row.until, request.words, "point"))
    if row.first == row.last:
        return fill(request.words["durations"]["point-heading"]["weeks"], number=row.first)
    return fill(words["pattern-weeks"], first=row.first, last=row.last)


def _repeat(row: RepeatRow, request: Request) -> list[str]:
    _, *others = _rhythms(request)
    return [
        repeat_sentence(row, request),
        *(f"{other['label']}: {other['hint']}" for other in others),
        course_ends(request) or request.words["dosing-calendar"]["carry-on"],
    ]


def repeat_sentence(row: RepeatRow, request: Request) -> str:
    """Return how doses go on at the usual interval, and what they are counted from."""
    words = request.words["dosing-calendar"]
    usual = row.intervals[0]
    return fill(
        words["pattern-repeat"],
        interval=plural(words["interval"][usual.unit], usual.count, request.locale),
        point=point(row.start, request.words, "point"),
    )


def course_ends(request: Request) -> str:
    """Return when the treatment ends, or nothing where it goes on."""
    maintenance = request.medicine.regimen.maintenance
    if maintenance is None or maintenance.until is None:
        return ""
    period = duration(maintenance.until, request.words, request.locale)
    return fill(request.words["dosing-calendar"]["course-ends"], period=period)


def _doses_a_year(interval: Duration) -> int:
    if interval.days is not None:
        return 365 // interval.days
    return 12 // interval.count if interval.unit == "months" else 1


def _iso(interval: Duration) -> str:
    return f"P{interval.count}{interval.unit[0].upper()}"
