"""A regimen as rows of relative weeks: the calendar of those who have no JavaScript."""

from __future__ import annotations

from dataclasses import dataclass

from infosheet.medicines.durations import Duration
from infosheet.medicines.medicine import Regimen


@dataclass(frozen=True)
class DoseRow:
    """A dose: its number from 1 and its offset from the first dose."""

    number: int
    offset: Duration


@dataclass(frozen=True)
class RestRow:
    """Weeks without a dose: from week `first` to week `last`, or to the dose at `until`."""

    first: int | None = None
    last: int | None = None
    until: Duration | None = None


@dataclass(frozen=True)
class RepeatRow:
    """Doses that go on, counted from the dose at `start`, at one of `intervals`, before `until`."""

    start: Duration
    intervals: tuple[Duration, ...]
    until: Duration | None


Row = DoseRow | RestRow | RepeatRow


def regimen_rows(regimen: Regimen) -> list[Row]:
    """Return the regimen in order, with the rests before the first maintenance dose."""
    maintenance = regimen.maintenance
    offsets = {offset.average_days: offset for offset in regimen.initiation}
    if maintenance:
        offsets.setdefault(maintenance.start.average_days, maintenance.start)
    rows: list[Row] = []
    before: Duration | None = None
    for number, (days, offset) in enumerate(sorted(offsets.items()), start=1):
        if before and maintenance and days <= maintenance.start.average_days:
            rows += _rest(before, offset)
        rows.append(DoseRow(number, offset))
        before = offset
    if maintenance:
        rows.append(RepeatRow(maintenance.start, maintenance.intervals, maintenance.until))
    return rows


def _rest(before: Duration, after: Duration) -> list[RestRow]:
    if after.days is None:
        return [RestRow(until=after)]
    if before.days is None:
        return []
    first, last = before.days // 7 + 1, after.days // 7 - 1
    return [RestRow(first, last)] if first <= last else []
