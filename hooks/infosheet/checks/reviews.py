"""The checks of who has checked what: dates that cannot be, and reviews that are due."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from infosheet.content.markdown_source import StringsMark
from infosheet.content.project import Project
from infosheet.content.settings import overdue_reviews
from infosheet.medicines.durations import Duration
from infosheet.medicines.medicine import Review
from infosheet.problems import Problem, Severity

# So many days before a check is due, staff are told of it.
SOON = 60
# More than that is a slip, such as P12Y for P12M: nobody would ever be asked to check again.
_LONGEST = Duration(3, "years")
# Where the clock of the computer that builds is a day behind.
_LEEWAY = datetime.timedelta(days=1)


def reviews_of(project: Project) -> dict[str, tuple[Review, int]]:
    """Return each review with the line it stands on (0: at the top), by the file that holds it."""
    reviews: dict[str, tuple[Review, int]] = {}
    for name, medicine in project.medicines.items():
        document = project.medicine_files[name]
        reviews[document.file] = medicine.review, document.line(("review",))
    for page in project.source_pages.values():
        if page.meta.review is not None:
            reviews[page.file] = page.meta.review, 0
    return reviews


def check_reviews(project: Project, today: datetime.date) -> Iterator[Problem]:
    """Find reviews that are due soon or overdue, and those whose days cannot be meant."""
    for file, (review, line) in reviews_of(project).items():
        yield from _unlikely(file, line, review)
        latest = max(review.written, review.last or review.written)
        if latest > today + _LEEWAY:
            # A check of tomorrow would keep the page from ever saying that one is due.
            yield Problem(
                file, line, f"The facts are said to be written or checked on {latest}, "
                "which is still to come.", "Write the day on which it was done.",
            )  # fmt: skip
        else:
            yield from _due(file, review, today, overdue_reviews(project.settings))


def _unlikely(file: str, line: int, review: Review) -> Iterator[Problem]:
    """Find a check before the facts were written, and a time until the next that tells nobody."""
    if review.last and review.last < review.written:
        yield Problem(
            file, line, f"The facts are said to be checked on {review.last}, before they were "
            f"written on {review.written}.",
            "Correct the day; or write “last: null” and “by: null” until they are checked anew.",
        )  # fmt: skip
    if review.every.count == 0 or _LONGEST.shorter_than(review.every):
        yield Problem(
            file, line, f"The facts would be checked every {review.every}, which is "
            f"{'at once' if review.every.count == 0 else 'more than 3 years'}.",
            "Write after how long they are to be checked again, such as P12M.",
        )  # fmt: skip


def check_marks(project: Project, today: datetime.date) -> Iterator[Problem]:
    """Find translations that are said to have been checked on a day still to come."""
    marks: list[tuple[str, int, StringsMark | None]] = [
        (page.file, _line_of_check(page.text), page.meta.translation)
        for pages in project.pages.values()
        for page in pages.values()
    ]
    marks += [
        (each.strings.file, each.strings.line(("translation", "checked")), each.mark)
        for each in project.languages.values()
    ]
    for file, line, mark in marks:
        if mark and mark.checked and mark.checked > today + _LEEWAY:
            yield Problem(
                file, line, f"The translation is said to be checked on {mark.checked}, "
                "which is still to come.", "Write the day on which it was done.",
            )  # fmt: skip


def _line_of_check(text: str) -> int:
    """Return the line of a page on which the day of a check stands; 0 where there is none."""
    found = re.search(r"\bchecked:", text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _due(file: str, review: Review, today: datetime.date, setting: str) -> Iterator[Problem]:
    days = (review.due - today).days
    if days > SOON:
        return
    overdue = review.overdue(today)
    said = "and pages say that this is overdue" if overdue else f"in {days} days"
    severity: Severity = "error" if setting == "error" and overdue else "notice"
    yield Problem(
        file, 0, f"The facts are to be checked by {review.due}, {said}.",
        "When a clinician has checked them, write “last” and “by” under “review”.", severity,
    )  # fmt: skip
