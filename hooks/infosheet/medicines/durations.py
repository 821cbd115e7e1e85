"""Durations between doses and events, as pharmacists write them: 4 weeks, 6 months, 15 days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Unit = Literal["days", "weeks", "months", "years"]

# A century: longer than any treatment, and short enough for every date to be one of the calendar.
_MOST_YEARS = 100
_IN_A_YEAR: dict[Unit, float] = {"days": 365.25, "weeks": 365.25 / 7, "months": 12, "years": 1}

_UNITS: dict[str, Unit] = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


@dataclass(frozen=True)
class Duration:
    """A whole number of one unit of the calendar."""

    count: int
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Return the duration written in ISO 8601 as `P4W`, `P1M`, `P15D` or `P1Y`.

        Raises ValueError for anything else: negative, fractional or mixed durations (`P1M2W`)
        would have to be added up in an order that no source defines.
        """
        match = re.fullmatch(r"P([0-9]{1,5})([DWMY])", text)
        if match is None:
            raise ValueError(
                f"“{text}” is not a duration: expected P, a whole number and one of "
                "D (days), W (weeks), M (months), Y (years), such as P4W or P6M"
            )
        length = cls(int(match[1]), _UNITS[match[2]])
        if length.count > _MOST_YEARS * _IN_A_YEAR[length.unit]:
            raise ValueError(f"“{text}” is longer than {_MOST_YEARS} years")
        return length

    @property
    def days(self) -> int | None:
        """The length in days, or None for months and years, whose length varies."""
        return {"days": self.count, "weeks": 7 * self.count}.get(self.unit)

    def shorter_than(self, other: Duration) -> bool:
        """Tell whether this is the shorter one, as lengths are on average."""
        return self.average_days < other.average_days

    @property
    def average_days(self) -> float:
        """The length in days to sort and count by, with months and years at their average."""
        return self.count * 365.25 / _IN_A_YEAR[self.unit]

    def __str__(self) -> str:
        return f"P{self.count}{self.unit[0].upper()}"

    def as_json(self) -> dict[str, int]:
        """Return the form that the components read, such as `{"weeks": 4}`."""
        return {self.unit: self.count}
