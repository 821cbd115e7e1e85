"""Regimens as rows of relative weeks."""

from __future__ import annotations

import pytest

from infosheet.medicines.durations import Duration
from infosheet.medicines.regimen_pattern import DoseRow, RepeatRow, RestRow, regimen_rows
from support.component_pages import invented, kesimpta


def said(regimen: str) -> list[str]:
    """The rows in short: `dose 0W`, `rest 3-3`, `every 1M from 4W`."""

    def length(duration: Duration) -> str:
        return f"{duration.count}{duration.unit[0].upper()}"

    found = []
    for row in regimen_rows(invented(f"regimen: {regimen}").regimen):
        match row:
            case DoseRow():
                found.append(f"dose {length(row.offset)}")
            case RestRow(until=None):
                found.append(f"rest {row.first}-{row.last}")
            case RestRow():
                assert row.until
                found.append(f"rest until {length(row.until)}")
            case RepeatRow():
                until = f" until {length(row.until)}" if row.until else ""
                every = " or ".join(length(interval) for interval in row.intervals)
                found.append(f"every {every} from {length(row.start)}{until}")
    return found


@pytest.mark.parametrize(
    ("regimen", "rows"),
    [
        (
            "{initiation: [P0W, P1W, P2W], maintenance: {from: P4W, every: P1M}}",
            ["dose 0W", "dose 1W", "dose 2W", "rest 3-3", "dose 4W", "every 1M from 4W"],
        ),
        (
            "{initiation: [P0W, P2W], maintenance: {from: P6M, every: P6M}}",
            ["dose 0W", "rest 1-1", "dose 2W", "rest until 6M", "dose 6M", "every 6M from 6M"],
        ),
        (
            "{initiation: [P0D, P14D], maintenance: {from: P0D, every: P24W}}",
            ["dose 0D", "dose 14D", "every 24W from 0D"],
        ),
        (
            "{initiation: [P0W], maintenance: {from: P1W, every: P1W, until: P6W}}",
            ["dose 0W", "dose 1W", "every 1W from 1W until 6W"],
        ),
        ("{initiation: [P0D, P1D, P365D]}", ["dose 0D", "dose 1D", "dose 365D"]),
        ("{maintenance: {from: P0D, every: P1D}}", ["dose 0D", "every 1D from 0D"]),
    ],
)
def test_a_regimen_reads_in_order_with_its_rests(regimen: str, rows: list[str]) -> None:
    assert said(regimen) == rows


def test_doses_are_numbered_from_1() -> None:
    rows = regimen_rows(kesimpta().regimen)
    assert [row.number for row in rows if isinstance(row, DoseRow)] == [1, 2, 3, 4]
