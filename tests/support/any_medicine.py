"""Medicines that could be: every kind of regimen, rule and review, for property-based tests."""

from __future__ import annotations

import datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

from infosheet.medicines.durations import Duration, Unit

UNITS: dict[str, Unit] = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
MOST = {"D": 400, "W": 60, "M": 14, "Y": 2}

WORDS = st.text("abcdefghij ABC éüßñ’– ابپت ਕਖਗ কখগ", min_size=1, max_size=20).filter(
    lambda text: text == text.strip() and bool(text)
)
SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", fullmatch=True)
DATES = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))


def durations(least: int = 0) -> st.SearchStrategy[str]:
    """Every duration of up to 2 years, as it is written."""
    return st.sampled_from("DWMY").flatmap(
        lambda unit: st.integers(least, MOST[unit]).map(lambda count: f"P{count}{unit}")
    )


def relative(text: str) -> relativedelta:
    """The same length for dateutil, read here anew."""
    return times(text, 1)


def times(text: str, count: int) -> relativedelta:
    """That many times the length, as one."""
    length: dict[str, Any] = {UNITS[text[-1]]: count * int(text[1:-1])}
    return relativedelta(**length)


def ascending(texts: list[str]) -> list[str]:
    """Each length once, the shortest first."""
    known = {Duration.parse(text).average_days: text for text in texts}
    return [known[days] for days in sorted(known)]


@st.composite
def regimens(draw: st.DrawFn) -> dict[str, Any]:
    """A regimen with initiation doses, maintenance doses or both."""
    offsets = ascending(draw(st.lists(durations(), min_size=1, max_size=7)))
    kinds = draw(st.sampled_from(["initiation", "maintenance", "both"]))
    if kinds == "initiation":
        return {"initiation": offsets}
    start, *later = offsets[-2:]
    maintenance: dict[str, Any] = {"from": start, "every": draw(durations(1))}
    if later:
        maintenance["until"] = later[0]
    if others := draw(st.lists(durations(1), max_size=2)):
        maintenance["also-offered"] = others
    initiation = {"initiation": offsets[:-2]} if kinds == "both" and offsets[:-2] else {}
    return {**initiation, "maintenance": maintenance}


@st.composite
def medicines(draw: st.DrawFn) -> dict[str, Any]:
    """What a medicine's file may hold, as keys and values."""
    sources = draw(st.lists(SLUGS, min_size=1, max_size=3, unique=True))
    rules = draw(st.lists(SLUGS, max_size=3, unique=True))
    source = st.sampled_from(sources)
    sides = st.sampled_from([{"before": "first-dose"}, {"after": "last-dose"}])
    written = draw(DATES)
    checked = draw(st.booleans())
    return {
        "name": draw(WORDS),
        "generic-name": draw(WORDS),
        "dose": f"{draw(st.integers(1, 5000))}{draw(st.sampled_from(['mg', ' mg', 'ml', ' IE']))}",
        "regimen": {**draw(regimens()), "source": draw(source)},
        "timing": {
            rule: {"gap": draw(durations()), "source": draw(source), **draw(sides)}
            for rule in rules
        },
        "vaccines": [{"id": name, "rule": rule} for name, rule in zip("abc", rules, strict=False)],
        "facts": {
            page: [{"text": draw(WORDS), "source": draw(source)}]
            for page in draw(st.lists(SLUGS, max_size=2, unique=True))
        },
        "names": draw(st.lists(WORDS, max_size=2)),
        "sources": {code: {"title": draw(WORDS)} for code in sources},
        "review": {
            "written": written.isoformat(),
            "every": draw(durations(1)),
            **({"last": draw(DATES).isoformat(), "by": draw(WORDS)} if checked else {}),
        },
    }
