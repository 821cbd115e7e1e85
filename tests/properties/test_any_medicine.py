"""Every medicine that can be written is read as it was written, and its dates are dateutil's."""

from __future__ import annotations

import datetime
import json
from itertools import pairwise
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from infosheet.medicines.civil_dates import plus
from infosheet.medicines.durations import Duration
from infosheet.medicines.medicine import Medicine, medicine_in
from infosheet.medicines.regimen_pattern import DoseRow, RepeatRow, RestRow, regimen_rows
from infosheet.reading.no_code import check_data_code
from infosheet.reading.source_text import decoded
from infosheet.reading.yaml_reader import parse_yaml
from support.any_medicine import DATES, durations, medicines, regimens, relative, times


def read(written: str) -> Medicine:
    text, problems = decoded(written.encode(), "medicines/any.yml")
    assert text is not None, problems
    document, problems = parse_yaml(text, "medicines/any.yml")
    medicine, more = medicine_in(document)
    assert [*problems, *more, *check_data_code(document)] == []
    assert medicine is not None
    return medicine


def as_written(value: Any) -> Any:
    """What was read, as it would be written: without what was left out."""
    if isinstance(value, Duration):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        items = {key: as_written(item) for key, item in value.items()}
        return {key: item for key, item in items.items() if item not in (None, [], {})}
    if isinstance(value, list | tuple):
        return [as_written(item) for item in value]
    if hasattr(type(value), "model_fields"):
        fields = type(value).model_fields
        return as_written({each.alias: getattr(value, name) for name, each in fields.items()})
    return value


def without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        items = {key: without_nothing(item) for key, item in value.items()}
        return {key: item for key, item in items.items() if item not in (None, [], {})}
    return value


@given(medicine=medicines(), style=st.sampled_from(["JSON", "flow", "block"]))
@settings(max_examples=200)
def test_what_is_written_is_what_is_read(medicine: dict[str, Any], style: str) -> None:
    if style == "JSON":
        written = json.dumps(medicine, ensure_ascii=False, indent=1)
    else:
        flow = style == "flow"
        written = yaml.safe_dump(medicine, allow_unicode=True, default_flow_style=flow)
    assert as_written(read(written)) == {"given": "injection"} | without_nothing(medicine)


@given(date=DATES, length=durations(), count=st.integers(0, 20))
@settings(max_examples=1000)
def test_a_date_plus_a_duration_is_dateutil_s(date: datetime.date, length: str, count: int) -> None:
    assert plus(date, Duration.parse(length), count) == date + times(length, count)


@given(medicine=medicines())
@settings(max_examples=200)
def test_a_review_is_due_when_dateutil_says(medicine: dict[str, Any]) -> None:
    review = medicine["review"]
    begin = datetime.date.fromisoformat(review.get("last", review["written"]))
    due = begin + relative(review["every"])
    found = read(json.dumps(medicine, ensure_ascii=False)).review
    assert found.due == due
    assert not found.overdue(due)
    assert found.overdue(due + datetime.timedelta(days=1))


@given(regimen=regimens(), first=DATES)
@settings(max_examples=500)
def test_the_rows_of_a_regimen_hold_each_dose_in_order_and_no_rest_between_two_close_ones(
    regimen: dict[str, Any], first: datetime.date
) -> None:
    medicine = {"name": "a", "generic-name": "b", "dose": "1mg", "regimen": regimen}
    medicine |= {"sources": {"S": {"title": "a"}}}
    medicine |= {"review": {"written": "2026-11-22", "every": "P1Y"}}
    rows = regimen_rows(read(json.dumps(medicine, ensure_ascii=False)).regimen)
    maintenance = regimen.get("maintenance")
    planned = [*regimen.get("initiation", []), *([maintenance["from"]] if maintenance else [])]
    doses = [row for row in rows if isinstance(row, DoseRow)]
    assert [row.number for row in doses] == list(range(1, len(doses) + 1))
    assert {plus(first, row.offset) for row in doses} == {
        first + relative(offset) for offset in planned
    }
    lengths = [row.offset.average_days for row in doses]
    assert all(before < after for before, after in pairwise(lengths))
    for row in rows:
        if isinstance(row, RestRow) and row.first is not None and row.last is not None:
            weeks = {offset.days // 7 for offset in _exact(doses)}
            assert not weeks & set(range(row.first, row.last + 1))
    repeats = [row for row in rows if isinstance(row, RepeatRow)]
    assert len(repeats) == bool(maintenance)


def _exact(doses: list[DoseRow]) -> list[Any]:
    return [row.offset for row in doses if row.offset.days is not None]
