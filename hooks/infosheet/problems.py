"""What is wrong with the content, said to the person who can mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "notice"]

_LISTED = 12  # so many words can be read at a glance
_MANY = 3  # of so many languages, a mistake that is the same in each is one thing to understand
_LANGUAGE = re.compile(r"\bdocs/[^/\s]+")


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

    @property
    def place(self) -> str:
        """Where it stands, as programs that open files at a line read it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        mend = f"\n    {self.mend}" if self.mend else ""
        return f"{self.place}: {self.severity}: {self.message}{mend}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that must stop a site from being published, in reading order."""
    return sorted({problem for problem in problems if problem.severity == "error"})


def report(problems: Iterable[Problem]) -> str:
    """Return every problem once, by file and line, and a closing count of the errors.

    Errors come last, where a terminal shows them: hundreds of notices may stand before. What is
    the same for several files, such as the English lines that all translations lack, is told once,
    and so is a mistake that is the same in many languages, with every place where it stands.
    """
    unique = sorted(set(problems), key=lambda each: (each.severity == "error", each))
    count = len(errors(unique))
    closing = f"{count} {'mistake' if count == 1 else 'mistakes'} to mend."
    told = _details_once(_languages_once(unique))
    return "\n".join([*map(str, told), *([closing] if count else [])])


def _languages_once(problems: list[Problem]) -> Iterator[Problem]:
    """Yield the problems, each error that is the same in many languages only the first time."""
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_in_any_language(problem), []).append(problem)
    for problem in problems:
        first, *others = group = groups[_in_any_language(problem)]
        if problem.severity == "notice" or len({each.file for each in group}) < _MANY:
            yield problem
        elif problem is first:
            places = ", ".join(each.place for each in others)
            mend = "\n    ".join(filter(None, [problem.mend, f"(The same in {places}.)"]))
            yield replace(problem, mend=mend)


def _in_any_language(problem: Problem) -> tuple[str, ...]:
    said = (problem.severity, problem.file, problem.message, problem.mend)
    return tuple(_LANGUAGE.sub("docs/*", each) for each in said)


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
