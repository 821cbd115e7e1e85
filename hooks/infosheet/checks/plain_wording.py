"""Find wording that is hard to follow: long sentences, and percentages that nobody can picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from infosheet.content.markdown_source import Page
from infosheet.problems import Problem

# The one page that may give percentages alone: it tells what the trials measured.
_PERCENTAGES = "research"
_PERCENTAGE = re.compile(r"[0-9]%|[0-9] (?:per cent|percent)\b")
_LETTER = re.compile(r"[^\W_]")  # or figure
_LONGEST = 25
_SHOWN = 45


def check_wording(page: Page) -> Iterator[Problem]:
    """Yield a notice for each long sentence of an English page, an error for a percentage alone."""
    for sentence in (part for passage in page.passages for part in passage.sentences):
        words = sentence.text.split()
        count = sum(map(bool, map(_LETTER.search, words))) if len(words) > _LONGEST else 0
        if count > _LONGEST:
            yield Problem(
                page.file, sentence.lines[0],
                f"The sentence “{sentence.text[:_SHOWN].rstrip()}…” has {count} words.",
                f"Make 2 of it: up to {_LONGEST} words are easy to follow.",
                severity="notice",
            )  # fmt: skip
        percentage = _PERCENTAGE.search(sentence.text)
        may_stand_alone = PurePosixPath(page.path).stem == _PERCENTAGES or "in 100" in sentence.text
        if percentage and not may_stand_alone:
            yield Problem(
                page.file, sentence.lines[percentage.start()],
                f"A percentage stands alone in “{sentence.text}”.",
                "Say how many people in 100 in the same sentence.",
            )  # fmt: skip
