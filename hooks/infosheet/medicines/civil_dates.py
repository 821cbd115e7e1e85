"""Add durations to dates for the worked examples that are made at build time.

Readers' own dates are reckoned in their browser; tests hold both against the same oracle.
"""

from __future__ import annotations

import calendar
import datetime

from infosheet.medicines.durations import Duration


def plus(date: datetime.date, length: Duration, times: int = 1) -> datetime.date:
    """Return `date` moved by `times` durations, clamped to the last day of a shorter month."""
    if length.days is not None:
        return date + datetime.timedelta(days=times * length.days)
    months = times * length.count * (12 if length.unit == "years" else 1)
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    day = min(date.day, calendar.monthrange(year, month + 1)[1])
    return datetime.date(year, month + 1, day)
