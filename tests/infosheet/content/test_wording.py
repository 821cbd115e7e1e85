"""Counts, durations and points in time in words."""

from __future__ import annotations

import pytest

from infosheet.content.wording import duration, plural, point, words_for
from infosheet.medicines.durations import Duration
from support.component_pages import invented, page_html, words
from support.kinds import LOCALES

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


# What an injection is called, or the part of it that all its forms share.
INJECTION = {
    "en": "inject",
    "cy": "igiad",
    "pl": "zastrzyk",
    "ro": "njecți",
    "es": "nyecci",
    "ar": "حقن",
    "ur": "انجیکشن",
    "pa": "ਇੰਜੈਕਸ਼ਨ",
    "bn": "ইনজেকশন",
}
HALF_YEARLY = """
given: {given}
regimen:
  initiation: [P0W, P2W]
  maintenance: {{from: P24W, every: P24W, also-offered: [P6M]}}
"""


@pytest.mark.parametrize("locale", LOCALES)
def test_an_infusion_is_nowhere_called_an_injection(locale: str) -> None:
    injected, infused = (
        [
            page_html(f"{name} x", invented(HALF_YEARLY.format(given=given)), locale=locale)
            for name in ("dosing-calendar", "first-weeks")
        ]
        for given in ("injection", "infusion")
    )
    assert all(INJECTION[locale] in page.lower() for page in injected)
    assert [page for page in infused if INJECTION[locale] in page.lower()] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_words_for_an_infusion_take_the_place_of_others_and_leave_the_rest(locale: str) -> None:
    usual = words(locale)
    infusion = words_for("infusion", usual)
    assert words_for("injection", usual) == usual
    for group, own in usual["infusion"].items():
        assert own.keys() <= usual[group].keys()
        assert infusion[group] == {**usual[group], **own}
    assert infusion["site"] == usual["site"]
