"""Dates of worked examples, against `dateutil`."""

from __future__ import annotations

import datetime

import pytest
from dateutil.relativedelta import relativedelta

from infosheet.medicines.civil_dates import plus
from infosheet.medicines.durations import Duration

DAYS = [datetime.date(2024, 1, 1) + datetime.timedelta(days=number) for number in range(3288)]


@pytest.mark.parametrize("text", ["P1D", "P15D", "P2W", "P4W", "P1M", "P6M", "P11M", "P1Y", "P4Y"])
@pytest.mark.parametrize("times", [-2, -1, 0, 1, 13])
def test_every_day_of_9_years_moves_as_dateutil_moves_it(text: str, times: int) -> None:
    length = Duration.parse(text)
    lengths = {str(length.unit): times * length.count}
    expected = [day + relativedelta(**lengths) for day in DAYS]  # type: ignore[arg-type]
    assert [plus(day, length, times) for day in DAYS] == expected
