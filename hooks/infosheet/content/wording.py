"""Write counts, durations and points in time in words, as the translators wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale, UnknownLocaleError

from infosheet.medicines.durations import Duration
from infosheet.reading.strings import fill

Words = Mapping[str, Any]
"""The strings of one language: groups of keys, each a sentence or a mapping of plural forms."""


def words_for(given: str, words: Words) -> Words:
    """Return the strings as they speak of a medicine that is `given` as an injection or infusion.

    A group that is named like it holds what takes the place of words in other groups.
    """
    instead = words.get(given, {})
    return {**words, **{group: {**words[group], **own} for group, own in instead.items()}}


def plural(forms: Mapping[str, str], count: int, locale: str) -> str:
    """Return the plural form that `locale` uses for `count`, filled with it."""
    try:
        category = Locale.parse(locale, sep="-").plural_form(count)
    except (UnknownLocaleError, ValueError):
        category = "other"
    return fill(forms.get(category, forms["other"]), count=count)


def duration(length: Duration, words: Words, locale: str) -> str:
    """Return a duration in words, such as “4 weeks”."""
    return plural(words["durations"][length.unit], length.count, locale)


def point(offset: Duration, words: Words, style: str) -> str:
    """Return where an offset from the first dose lies, such as “week 4” or “day 15”.

    `style` is `point` inside a sentence and `point-heading` on its own. Days are counted from
    day 1, weeks, months and years from 0, as prescriptions do.
    """
    number = offset.count + 1 if offset.unit == "days" else offset.count
    return fill(words["durations"][style][offset.unit], number=number)
