"""How old a reader must be, on average, to read an English page without effort."""

from __future__ import annotations

from collections.abc import Iterator

import textstat

from infosheet.checks import syllables
from infosheet.content.markdown_source import Page
from infosheet.problems import Problem

syllables.use()

# A grade of the Flesch-Kincaid formula is a year at a US school, which children begin at 6 or so.
_YEARS_BEFORE_GRADE = 5
_OLDEST_READER = 11


def check_reading_age(page: Page) -> Iterator[Problem]:
    """Yield a notice for an English page that reads as for older readers than we aim for."""
    age = reading_age(page)
    if age > _OLDEST_READER:
        yield Problem(
            page.file, 0, f"This reads as for age {age}; {_OLDEST_READER} is the most we aim for.",
            "Shorten the longest sentences, and say the longest words more simply.", "notice",
        )  # fmt: skip


def reading_age(page: Page) -> float:
    """Return the reading age of an English page in years, by its sentences and syllables.

    List items, headings and table cells count as sentences of their own.
    """
    sentences = [
        sentence.text.strip(" .:|") for each in page.passages for sentence in each.sentences
    ]
    grade: float = textstat.flesch_kincaid_grade(". ".join(sentences) + ".")
    return round(grade + _YEARS_BEFORE_GRADE, 1)
