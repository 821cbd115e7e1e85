"""How old a reader must be, on average, to read an English page without effort."""

from __future__ import annotations

import textstat

from infosheet.checks import syllables
from infosheet.content.markdown_source import Page

syllables.use()

# A grade of the Flesch-Kincaid formula is a year at a US school, which children begin at 6 or so.
_YEARS_BEFORE_GRADE = 5


def reading_age(page: Page) -> float:
    """Return the reading age of an English page in years, by its sentences and syllables.

    List items, headings and table cells count as sentences of their own.
    """
    sentences = [
        sentence.text.strip(" .:|") for each in page.passages for sentence in each.sentences
    ]
    grade: float = textstat.flesch_kincaid_grade(". ".join(sentences) + ".")
    return round(grade + _YEARS_BEFORE_GRADE, 1)
