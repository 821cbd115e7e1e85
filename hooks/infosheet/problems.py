"""What is wrong with the content, said to the person who can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "notice"]

_LISTED = 12  # so many words can be read at a glance


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake (or, as a notice, one thing worth knowing) at a place in a source file.

    `file` is relative to the project's root; `line` counts from 1, and 0 means the whole file.
    `message` says what is wrong and what was expected; `mend` says what to do about it.
    """

    file: str
    line: int
    message: str
    mend: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        mend = f"\n    {self.mend}" if self.mend else ""
        return f"{place}: {self.severity}: {self.message}{mend}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that must stop a site from being published, in reading order."""
    return sorted({problem for problem in problems if problem.severity == "error"})


def report(problems: Iterable[Problem]) -> str:
    """Return every problem once, by file and line, and a closing count of the errors.

    Errors come last, where a terminal shows them: hundreds of notices may stand before. What is
    the same for several files, such as the English lines that all translations lack, is told once.
    """
    unique = sorted(set(problems), key=lambda each: (each.severity == "error", each))
    count = len(errors(unique))
    closing = f"{count} {'mistake' if count == 1 else 'mistakes'} to mend."
    return "\n".join([*map(str, _details_once(unique)), *([closing] if count else [])])


def _details_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems, each with what follows the first line of its mend only the first time."""
    told: dict[str, str] = {}
    for problem in problems:
        mend, _, details = problem.mend.partition("\n")
        first = told.setdefault(details, problem.file)
        if details and first != problem.file:
            problem = replace(problem, mend=f"{mend}\n    (The same lines as for {first}.)")
        yield problem


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence naming the nearest known word, or listing the known ones."""
    choices = sorted(set(known))
    nearest = [each for each in choices if each.lower() == word.lower()]
    nearest = nearest or difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if nearest:
        return f"Did you mean “{nearest[0]}”?"
    if not choices:
        return "Nothing is known here."
    more = ", …" if len(choices) > _LISTED else ""
    return f"Known here: {', '.join(choices[:_LISTED])}{more}."
