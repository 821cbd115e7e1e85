"""Counts, durations and points in time in words."""

from __future__ import annotations

import pytest

from infosheet.durations import Duration
from infosheet.wording import duration, plural, point
from support.component_pages import words

POLISH = {
    "one": "{count} dzień",
    "few": "{count} dni",
    "many": "{count} dni",
    "other": "{count} dnia",
}


@pytest.mark.parametrize(
    ("text", "said"), [("P1W", "1 week"), ("P4W", "4 weeks"), ("P6M", "6 months"), ("P1D", "1 day")]
)
def test_durations_read_as_people_say_them(text: str, said: str) -> None:
    assert duration(Duration.parse(text), words(), "en") == said


@pytest.mark.parametrize(("count", "said"), [(1, "1 dzień"), (2, "2 dni"), (5, "5 dni")])
def test_each_language_uses_its_own_plural_forms(count: int, said: str) -> None:
    assert plural(POLISH, count, "pl") == said


def test_an_unknown_language_uses_the_general_form() -> None:
    assert plural({"one": "one", "other": "{count} things"}, 1, "xyz") == "1 things"


@pytest.mark.parametrize(
    ("text", "said"), [("P0D", "day 1"), ("P14D", "day 15"), ("P4W", "week 4"), ("P6M", "month 6")]
)
def test_days_count_from_1_and_longer_units_from_0(text: str, said: str) -> None:
    assert point(Duration.parse(text), words(), "point") == said
