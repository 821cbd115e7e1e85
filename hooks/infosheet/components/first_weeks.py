"""The first weeks of a treatment as a picture: how many doses fall in each, and what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Any

from infosheet.components.component_request import Request
from infosheet.components.dosing_calendar import course_ends, repeat_sentence
from infosheet.content.wording import plural
from infosheet.medicines.medicine import Regimen
from infosheet.medicines.regimen_pattern import RepeatRow, regimen_rows
from infosheet.reading.strings import fill

# As far as a picture can go that still fits one look.
WEEKS = 8

# The longest word that fits the narrowest column of a single strip.
_LONGEST_WORD = 10


def doses_by_week(regimen: Regimen, weeks: int = WEEKS) -> list[int]:
    """Return how many doses fall in each week from 0 on, counted in days from the first dose.

    Maintenance doses are counted at their usual interval, months and years at their average.
    """
    found = Counter(int(days // 7) for days in set(_dose_days(regimen, 7 * weeks)))
    return [found[week] for week in range(weeks)]


def describe(request: Request) -> dict[str, Any]:
    """Return the context of the picture's template."""
    words, regimen = request.words["pictures"], request.medicine.regimen
    heading = request.words["durations"]["point-heading"]["weeks"]
    weeks = [
        {
            "when": fill(heading, number=number),
            "what": plural(words["injections"], doses, request.locale)
            if doses
            else words["no-injection"],
            "has_dose": doses > 0,
        }
        for number, doses in enumerate(doses_by_week(regimen))
    ]
    longest = max(len(word) for week in weeks for word in f"{week['when']} {week['what']}".split())
    return {
        **request.picture_context,
        "given": request.medicine.given,
        "caption": fill(words["first-weeks"], count=WEEKS),
        "weeks": weeks,
        "in_one_row": longest <= _LONGEST_WORD,
        "then": request.words["dosing-calendar"]["pattern-then"],
        "goes_on": _goes_on(request),
    }


def _dose_days(regimen: Regimen, end: int) -> Iterator[float]:
    """Yield the day of each dose before the day `end`; a day may come twice."""
    for offset in regimen.initiation:
        if offset.average_days < end:
            yield offset.average_days
    if regimen.maintenance is None:
        return
    start, every = regimen.maintenance.start.average_days, regimen.maintenance.every.average_days
    until = regimen.maintenance.until
    last = min(end, until.average_days) if until else end
    for number in count():
        if start + number * every >= last:
            return
        yield start + number * every


def _goes_on(request: Request) -> list[str]:
    """Return the sentences of how doses go on after the picture, if they do."""
    until = request.medicine.regimen.maintenance and request.medicine.regimen.maintenance.until
    if until and until.average_days <= 7 * WEEKS:
        return []
    repeats = [row for row in regimen_rows(request.medicine.regimen) if isinstance(row, RepeatRow)]
    return [
        sentence
        for row in repeats
        for sentence in (repeat_sentence(row, request), course_ends(request))
        if sentence
    ]
