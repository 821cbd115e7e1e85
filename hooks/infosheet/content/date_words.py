"""The names of months and weekdays in a language, and the shapes its dates have.

Browsers do not know all our languages, so the names travel with the page. They come from Babel,
`format` context only (its stand-alone names leak between locales), unless the language's own
strings give them in the optional group `calendar-names`, lists from January and from Monday.
That also serves a language that Babel does not know.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable

from babel import Locale, UnknownLocaleError

from infosheet.content.wording import Words
from infosheet.reading.strings import fill

_NAMES: dict[str, tuple[int, Callable[[Locale], list[str]]]] = {
    "months": (12, lambda locale: _months(locale, "wide")),
    "months-alone": (12, lambda locale: _months(locale, "wide")),
    "months-short": (12, lambda locale: _months(locale, "abbreviated")),
    "weekdays": (7, lambda locale: _weekdays(locale, "wide")),
    "weekdays-short": (7, lambda locale: _weekdays(locale, "abbreviated")),
}
_PATTERNS = ("full", "long", "month-and-year")


def date_words(locale: str, words: Words) -> dict[str, object]:
    """Return what a browser needs to write and read dates in a language.

    `months` and `months-alone` from January, `weekdays` and `weekdays-short` from Monday, the
    patterns by name, and `accepted`: for each month every way of typing it.
    Raises ValueError, naming the key, where neither Babel nor the strings give the names.
    """
    names = {key: _names(key, locale, words) for key in _NAMES}
    english = Locale("en")
    accepted = [
        sorted({_typed(name) for name in month})
        for month in zip(
            names["months"],
            names["months-alone"],
            names["months-short"],
            _months(english, "wide"),
            _months(english, "abbreviated"),
            strict=True,
        )
    ]
    shown = {key: names[key] for key in names if key != "months-short"}
    return {
        **shown,
        "accepted": accepted,
        "patterns": {key: words["dates"][key] for key in _PATTERNS},
    }


def long_date(date: datetime.date, locale: str, words: Words) -> str:
    """Return a date in words, without its weekday."""
    months = _names("months", locale, words)
    return fill(words["dates"]["long"], day=date.day, month=months[date.month - 1], year=date.year)


def _names(key: str, locale: str, words: Words) -> list[str]:
    count, from_babel = _NAMES[key]
    own = words.get("calendar-names", {})
    kind = key.partition("-")[0]
    written = own.get(key) or own.get(kind)
    if written:
        if not isinstance(written, list) or len(written) != count:
            raise ValueError(f"“calendar-names.{key}” must be a list of {count} names")
        return [str(name) for name in written]
    try:
        return from_babel(Locale.parse(locale, sep="-"))
    except (UnknownLocaleError, ValueError):
        raise ValueError(
            f"the Unicode data has no names for “{locale}”, "
            f"so “calendar-names.{kind}” must list all {count}"
        ) from None


def _months(locale: Locale, width: str) -> list[str]:
    names = locale.months["format"][width]
    return [names[number] for number in range(1, 13)]


def _weekdays(locale: Locale, width: str) -> list[str]:
    names = locale.days["format"][width]
    return [names[number] for number in range(7)]


def _typed(name: str) -> str:
    """Return a name as the browser compares it with what was typed (shared/date-field.js)."""
    plain = unicodedata.normalize("NFKC", name).lower()
    return "".join(letter for letter in plain if unicodedata.category(letter) != "Cf").strip(" .")
