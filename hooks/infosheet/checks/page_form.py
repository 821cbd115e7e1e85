"""The checks of how a page is built: its headings, tables and code, and how deep it goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from infosheet.content.markdown_source import Page
from infosheet.problems import Problem
from infosheet.reading.masking import mask

_ALIGNED_TABLE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)*\s*(?::-+:?|-+:)\s*(?:\|.*)?$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
# Without one of these, neither is on a page.
_MAY_BE_WRONG = (":-", "-:", "```", "~~~")

# What opens quotations and lists, and how much of it a line can begin with: more than anyone
# needs, and less than what the Markdown library can still take apart.
_BEFORE_WORDS = re.compile(r"[\s>*+-]*")
_MOST_BEFORE_WORDS = 60
_BEFORE_MANY = re.compile(rf"\n[\s>*+-]{{{_MOST_BEFORE_WORDS + 1}}}")
_MOST_BRACKETS = 200


def check_form(page: Page) -> Iterator[Problem]:
    """Find what would not be shown as it was meant."""
    yield from _headings(page)
    yield from _tables_and_code(page)
    yield from _too_many_signs(page)
    if not page.meta.description.strip():
        at = page.text[: page.text.index("description:")].count("\n") + 1
        yield Problem(
            page.file, at, "“description” is empty.",
            "Say in a sentence what the page is about: search results and shared links show it.",
        )  # fmt: skip


def _tables_and_code(page: Page) -> Iterator[Problem]:
    shown = mask(page.text)
    if not any(each in shown for each in _MAY_BE_WRONG):
        return
    for number, line in enumerate(shown.splitlines(), start=1):
        if "|" in line and _ALIGNED_TABLE.match(line):
            yield Problem(
                page.file, number, "This table aligns its columns, which the site cannot show.",
                "Write “---” without colons.",
            )  # fmt: skip
        if _FENCE.match(line):
            yield Problem(
                page.file, number, "This code is not closed.",
                "Close it with the same 3 signs on a line of their own, from its beginning.",
            )  # fmt: skip


def _too_many_signs(page: Page) -> Iterator[Problem]:
    if not _BEFORE_MANY.search(page.text) and page.text.count("[") <= _MOST_BRACKETS:
        return
    # In all of the page: what looks like code here may not be code to the library.
    for number, line in enumerate(page.text.splitlines(), start=1):
        before = _BEFORE_WORDS.match(line)
        if (before and before.end() > _MOST_BEFORE_WORDS) or line.count("[") > _MOST_BRACKETS:
            yield Problem(
                page.file, number, "Here are more signs than any list or link needs.",
                "Keep lists and quotations to a few steps further in.",
            )  # fmt: skip


def _headings(page: Page) -> Iterator[Problem]:
    for heading in page.headings:
        if heading.id is None:
            yield Problem(
                page.file, heading.line, f"The heading “{heading.text}” has no id.",
                "End it with a short English id in braces, such as {#missed-dose}, "
                "the same in every language.",
            )  # fmt: skip
    for name, count in Counter(page.ids).items():
        if count > 1:
            line = [heading.line for heading in page.headings if heading.id == name][-1]
            yield Problem(page.file, line, f"The id “{name}” stands {count} times on this page.")
    if not page.headings or page.headings[0].level != 1:
        line = page.headings[0].line if page.headings else 1
        yield Problem(page.file, line, "The page does not begin with its title as a “#” heading.")
