"""Hold the figures of the English pages to the facts that people declared, with their sources.

Figures need no grammar: a phrase that is declared covers the figures in it, and whatever figure
is left uncovered has no source.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from infosheet.content import wording
from infosheet.content.markdown_source import Page
from infosheet.medicines.medicine import ADVICE, Fact, Medicine
from infosheet.problems import Problem
from infosheet.reading.passages import Passage, Words, comparable
from infosheet.reading.strings import Words as Strings
from infosheet.reading.yaml_reader import Document

_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\x00-\x7f]|\w+")
_AROUND = 45


@dataclass(frozen=True)
class _Phrase:
    """A declared phrase: as it is compared, as it was written, where it stands and its source."""

    text: str
    near: str
    said: str
    place: tuple[str, int]
    source: str

    def spans(self, passage: Passage) -> list[tuple[int, int]]:
        """Return where the phrase stands in `passage`: nowhere without the words of `near`."""
        whole = passage.whole.text
        if self.near and not _whole_words(self.near).search(whole):
            return []
        return [match.span() for match in _whole_words(self.text).finditer(whole)]


def page_name(page: Page) -> str:
    """Return the name under which a medicine's file lists the facts of `page`."""
    return PurePosixPath(page.path).stem


def check_facts(
    page: Page, medicine: Medicine | None, words: Strings, file: Document | None
) -> list[Problem]:
    """Return every way in which an English page and the facts declared for it disagree.

    `medicine` is the one whose facts the page states, and `file` the document it was read from;
    both are None for a page outside every medicine, whose figures its front matter declares.
    `words` are the English strings, with the number words.
    """
    phrases = list(_declared(page, medicine, words, file))
    groups = words.get("number-words")
    spellings = groups.values() if isinstance(groups, dict) else ()
    number_words = {str(word) for group in spellings for word in group}
    named = [
        _Phrase(comparable(name), "", name, ("", 0), ADVICE)
        for name in (medicine.names if medicine else ())
    ]
    found: dict[_Phrase, list[int]] = {}
    uncovered: list[tuple[Words, int, int]] = []
    for passage in page.passages:
        covered = _cover(passage, phrases + named, found)
        for start, end in _figures(passage.whole.text, number_words):
            if not covered.issuperset(range(start, end)):
                uncovered.append((passage.whole, start, end))
    missing = [phrase for phrase in phrases if phrase not in found]
    problems = [
        _undeclared(page, file, whole, start, end, missing or phrases)
        for whole, start, end in uncovered
    ]
    problems += [_not_there(page, phrase) for phrase in missing]
    problems += _section_sources(page, found)
    if file and page.meta.figures:
        message = "This page states a medicine’s facts, so “figures” has no place here."
        mend = f"Declare them in {file.file} under facts.{page_name(page)}, with their sources."
        problems.append(Problem(page.file, 1, message, mend))
    return sorted(set(problems))


def _declared(
    page: Page, medicine: Medicine | None, words: Strings, file: Document | None
) -> Iterator[_Phrase]:
    """Yield what may be stated on the page, each phrase with its place and its source."""
    if medicine is None or file is None:
        lines = dict(enumerate(page.text.splitlines(), start=1))
        top = next((number for number, line in lines.items() if line.startswith("figures:")), 1)
        for text in page.meta.figures:
            line = next((n for n, words in lines.items() if n >= top and text in words), top)
            yield _Phrase(comparable(text), "", f"“{text}”", (page.file, line), ADVICE)
        return
    name = page_name(page)
    for index, fact in enumerate(medicine.facts.get(name, ())):
        text = _text(fact, medicine, words, page.locale)
        said = f"“{text}”" + (f" near “{fact.near}”" if fact.near else "")
        place = (file.file, file.line(("facts", name, index)))
        source = fact.source or medicine.timing[str(fact.rule)].source
        yield _Phrase(comparable(text), comparable(fact.near or ""), said, place, source)


def _text(fact: Fact, medicine: Medicine, words: Strings, locale: str) -> str:
    if fact.rule is None:
        return str(fact.text)
    return wording.duration(medicine.timing[fact.rule].gap, words, locale)


def _whole_words(text: str) -> re.Pattern[str]:
    """Return a pattern for `text` where it is no part of a longer word or figure."""
    return re.compile(rf"(?<!\w)(?<![0-9][.,:/]){re.escape(text)}(?!\w)(?![.,:/][0-9])")


def _cover(passage: Passage, phrases: list[_Phrase], found: dict[_Phrase, list[int]]) -> set[int]:
    """Return the positions that declared phrases cover, and note in `found` their lines.

    Longer phrases come first, so that no phrase is found inside one that says more.
    """
    covered: set[int] = set()
    there = [phrase for phrase in phrases if phrase.text in passage.whole.text]
    for length in sorted({len(phrase.text) for phrase in there}, reverse=True):
        longer = frozenset(covered)
        for phrase in there:
            if len(phrase.text) != length:
                continue
            for start, end in phrase.spans(passage):
                if longer.isdisjoint(range(start, end)):
                    covered.update(range(start, end))
                    found.setdefault(phrase, []).append(passage.whole.lines[start])
    return covered


def _figures(text: str, number_words: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where a figure stands: in digits of any script, as ½ or as a number word."""
    for match in _FIGURE.finditer(text):
        found = match[0]
        only_letters = found.isascii() and found.isalpha()
        if found in number_words or (not only_letters and any(map(str.isnumeric, found))):
            yield match.span()


def _undeclared(
    page: Page, file: Document | None, whole: Words, start: int, end: int, choices: list[_Phrase]
) -> Problem:
    """Return the problem of a figure that nothing declares, with the likeliest mend."""
    first = whole.text.rfind(" ", 0, max(start - _AROUND, 0)) + 1
    last = whole.text.find(" ", end + _AROUND)
    around = whole.text[first : last if last >= 0 else None]
    shown = f"{'…' if first else ''}{around}{'…' if last >= 0 else ''}"

    def likeness(phrase: _Phrase) -> float:
        return SequenceMatcher(None, f"{phrase.near} {phrase.text}", around).ratio()

    nearest = max(choices, key=likeness, default=None)
    declared = f"Declared there: {nearest.said}. " if nearest else ""
    where = "under “figures” at the top of the page"
    if file:
        where = f"in {file.file} under facts.{page_name(page)} with its source"
    return Problem(
        page.file, whole.lines[start],
        f"The figure “{whole.text[start:end]}” in “{shown}” is declared nowhere.",
        f"{declared}Correct the page, or declare the words {where}.",
    )  # fmt: skip


def _not_there(page: Page, phrase: _Phrase) -> Problem:
    return Problem(
        *phrase.place, f"{phrase.said} is declared for {page.file}, but is not there.",
        "Correct the page, or this line if its source says something else.",
    )  # fmt: skip


def _section_sources(page: Page, found: dict[_Phrase, list[int]]) -> Iterator[Problem]:
    """Find sections that state a fact without a mark of its source."""
    starts = [1, *(heading.line for heading in page.headings if heading.level == 2)]

    def section(line: int) -> int:
        return max(start for start in starts if start <= line)

    marked = {(section(mark.line), mark.text) for mark in page.marks}
    for phrase, lines in found.items():
        for start in {section(line) for line in lines}:
            if phrase.source != ADVICE and (start, phrase.source) not in marked:
                line = next((heading.line for heading in page.headings if heading.line >= start), 1)
                yield Problem(
                    page.file, line,
                    f"This section says {phrase.said} without the mark “[^{phrase.source}]”.",
                    "Put the mark at the end of the sentence that says it.",
                )  # fmt: skip
