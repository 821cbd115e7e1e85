"""Durations are whole numbers of one unit."""

import pytest

from infosheet.medicines.durations import Duration


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [("P0W", 0, "weeks"), ("P4W", 4, "weeks"), ("P1M", 1, "months"), ("P15D", 15, "days")],
)
def test_a_duration_is_read_as_its_count_and_unit(text: str, count: int, unit: str) -> None:
    assert Duration.parse(text) == Duration(count, unit)


@pytest.mark.parametrize("text", ["-P4W", "P1M2W", "P1.5M", "PT4H", "4W", "P", "P-4W", ""])
def test_what_no_source_could_add_up_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="such as P4W"):
        Duration.parse(text)


def test_only_days_and_weeks_have_a_fixed_length() -> None:
    assert Duration.parse("P4W").days == 28
    assert Duration.parse("P1M").days is None


def test_a_century_is_the_most() -> None:
    assert Duration.parse("P1200M").count == 1200
    for text in ("P101Y", "P1201M", "P5219W", "P36526D"):
        with pytest.raises(ValueError, match="longer than 100 years"):
            Duration.parse(text)


def test_lengths_can_be_compared_and_are_shown_as_they_are_written() -> None:
    assert Duration.parse("P4W").shorter_than(Duration.parse("P1M"))
    assert not Duration.parse("P2W").shorter_than(Duration.parse("P14D"))
    assert str(Duration.parse("P12M")) == "P12M"
