"""The names of months and weekdays that travel with a page."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from infosheet.content.date_words import date_words, long_date
from support.component_pages import words

LOCALES = ["en", "ur", "cy", "pa", "bn", "pl", "gu", "ar", "ro", "es"]
SNAPSHOT = Path(__file__).parent / "date_words.txt"


def test_names_are_as_people_can_read_them_in_the_snapshot() -> None:
    """A new version of the Unicode data shows here, in words, before readers meet it."""
    lines = []
    for locale in LOCALES:
        found = date_words(locale, words())
        for key in ("months", "weekdays", "weekdays-short"):
            names = found[key]
            assert isinstance(names, list)
            lines.append(f"{locale} {key}: {' | '.join(names)}")
    assert SNAPSHOT.read_text(encoding="utf-8").splitlines() == lines


def test_one_language_never_leaks_into_another() -> None:
    alone = date_words("cy", words())
    for locale in LOCALES:
        date_words(locale, words())
    assert date_words("cy", words()) == alone


def test_weekdays_begin_with_monday() -> None:
    weekdays = date_words("en", words())["weekdays"]
    assert isinstance(weekdays, list)
    assert (weekdays[0], weekdays[6]) == ("Monday", "Sunday")


def test_months_are_accepted_in_the_language_and_in_english() -> None:
    accepted = date_words("pl", words())["accepted"]
    assert isinstance(accepted, list)
    assert accepted[0] == ["jan", "january", "sty", "stycznia"]


def test_a_language_may_give_its_own_names() -> None:
    own = {"months": [f"month{number}" for number in range(1, 13)]}
    found = date_words("pl", {**words(), "calendar-names": own})
    assert found["months"] == found["months-alone"] == own["months"]
    other = {**own, "months-alone": [f"alone{number}" for number in range(1, 13)]}
    found = date_words("pl", {**words(), "calendar-names": other})
    assert found["months-alone"] == other["months-alone"]


def test_a_language_that_the_unicode_data_does_not_know_works_with_its_own_names() -> None:
    own = {
        "months": [f"month{number}" for number in range(1, 13)],
        "weekdays": [f"weekday{number}" for number in range(1, 8)],
    }
    strings = {**words(), "calendar-names": own}
    assert date_words("xyz", strings)["weekdays"] == own["weekdays"]
    assert long_date(datetime.date(2027, 1, 3), "xyz", strings) == "3 month1 2027"


def test_missing_or_miscounted_names_are_said_with_their_key() -> None:
    with pytest.raises(ValueError, match=r"“calendar-names.months” must list all 12"):
        date_words("xyz", words())
    with pytest.raises(ValueError, match=r"“calendar-names.weekdays” must be a list of 7 names"):
        date_words("en", {**words(), "calendar-names": {"weekdays": ["Monday"]}})
