"""Broken medicine files: who has checked the facts, and when."""

from shelf.broken import Broken
from shelf.medicine import FILE


def review(says: str, wrong: str, mend: str = "") -> Broken:
    """The day on which the facts were written is something else."""
    right = "written: 2026-11-01"
    return Broken(FILE, says, mend, right=right, wrong=f"written: {wrong}")


REVIEWS = {
    "a day that no month has": review("“2026-02-30” is not a day of the calendar", "2026-02-30"),
    "29 February in a common year": review("is not a day of the calendar", "2027-02-29"),
    "a month that no year has": review("is not a day of the calendar", "2026-13-01"),
    "a date as it is spoken": review("is not a date written like", "1 November 2026"),
    "a date with slashes": review("is not a date written like", "01/11/2026"),
    "a date with a time": review("is not a date written like", "2026-11-01T00:00:00Z"),
    "a date of the year 1": review("is not in the years 2000 to 2099", "0001-01-01"),
    "a date of the year 9999": review("is not in the years 2000 to 2099", "9999-12-31"),
    "a date still to come": Broken(
        FILE,
        "on 2031-01-01, which is still to come",
        "Write the day",
        right="written: 2026-11-01",
        wrong="written: 2031-01-01",
    ),
    "a check still to come": Broken(
        FILE,
        "still to come",
        right="last: null, every: P12M, by: null",
        wrong="last: 2099-12-31, every: P12M, by: A Clinician",
    ),
    "a check before the facts were written": Broken(
        FILE,
        "checked on 2026-10-01, before they were written on 2026-11-01",
        "“last: null” and “by: null”",
        right="last: null, every: P12M, by: null",
        wrong="last: 2026-10-01, every: P12M, by: A Clinician",
    ),
    "a check after no time": Broken(
        FILE, "every P0M, which is at once", "such as P12M", right="P12M", wrong="P0M"
    ),
    "a check in 12 years": Broken(
        FILE, "every P12Y, which is more than 3 years", "such as P12M", right="P12M", wrong="P12Y"
    ),
    "a date in other digits": Broken(
        FILE, "fullwidth digit", "Write “1”", right="2026-11-01", wrong="2026-11-0１"
    ),
    "a list of dates": review("expected one date such as 2026-11-22", "[2026-11-01]"),
    "a check by nobody": Broken(
        FILE, "“last” and “by” are written together", right="last: null", wrong="last: 2026-11-02"
    ),
    "a check on no day": Broken(
        FILE, "“last” and “by” are written together", right="by: null", wrong="by: A Clinician"
    ),
    "a name in curly quotation marks that holds a comma": Broken(
        FILE,
        "is not a key that is known under “review”",
        "between straight quotation marks",
        right="last: null, every: P12M, by: null",
        wrong="last: 2026-11-02, every: P12M, by: “A. Name, nurse”",
    ),
    "a check by a space": Broken(
        FILE,
        "“last” and “by” are written together",
        right="last: null, every: P12M, by: null",
        wrong='last: 2026-11-02, every: P12M, by: " "',
    ),
}
