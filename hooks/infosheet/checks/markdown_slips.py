"""The check for slips in Markdown: what looks right in the file, and is shown as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from infosheet.content.markdown_source import LINK, MARK, Page
from infosheet.problems import Problem
from infosheet.reading.masking import blank, mask

_HEADING = re.compile(r"( {0,3})(#{1,6})(?!#)( ?)")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_ITEM = re.compile(r"(?:[-*+]|\d+\.) ")
_CALLOUT = re.compile(r"!!!")
_NOT_A_BULLET = re.compile(r"([•·▪‣●○◦–—]\s|\d+\)\s)|([-+](?=[^\W\d])|\*(?=\w)(?![^*]*\*))")
_NOT_A_CALLOUT = re.compile(r"(?:!{1,2}|!{4,}|\?{3}\+?) ?[\w-]+(?: \"|$)")
_RULE = re.compile(r"\|?(?: *:?-+:? *\|)* *:?-+:? *\|?")
_CELL_END = re.compile(r"(?<!\\)\|")
_OTHER_MARKS = re.compile(r"(~~|==)(?=\w)")
_BARE = re.compile(r"https?://\S+|\bwww\.\w\S*|[\w.+-]+@[\w-]+\.\w[\w.-]*")
_NO_WORDS = re.compile(r"(?<!!)\[\s*\]\(")

_LONGEST_ADDRESS = 300  # signs; what is longer is told of as something else
_FURTHER_IN = 4  # columns, by which Markdown knows what belongs to a callout or a list


class Line(NamedTuple):
    """A line of a page with its number, how far in its words stand, and the words."""

    number: int
    indent: int
    words: str


class Slip(NamedTuple):
    """What is wrong at a line, and how to mend it."""

    line: int
    message: str
    mend: str


_END = Line(0, 0, "")


def check_slips(page: Page) -> Iterator[Problem]:
    """Find what Markdown would take for something else than its author does."""
    for line, message, mend in _slips(page):
        yield Problem(page.file, line, message, mend)


def _slips(page: Page) -> Iterator[Slip]:
    text = mask(page.text)
    lines = [
        Line(number, len(line) - len(line.lstrip(" ")), line.strip(" "))
        for number, line in enumerate(text.split("\n"), start=1)
    ]
    without_links = MARK.sub(blank, LINK.sub(blank, text)).split("\n")
    for line, left in zip(lines, without_links, strict=True):
        yield from _characters(line)
        yield from _brackets(line.number, left)
    yield from _headings(page)
    yield from _indentation(lines)
    for block in _blocks(lines):
        yield from _lists(block)
        if any(line.words.startswith("|") for line in block):
            yield from _table(block)
        elif rule := next((line for line in block if _is_rule(line.words)), None):
            yield Slip(
                rule.number, "The rows of this table do not begin with “|”.",
                "Begin and end each row with it: | first | second |",
            )  # fmt: skip
    for part in page.blocks:
        yield from _bold(part.line, part.text)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines that stand together, without a blank line between them."""
    block = list[Line]()
    for line in (*lines, _END):
        if line.words:
            block.append(line)
        elif block:
            yield block
            block = []


def _characters(line: Line) -> Iterator[Slip]:
    number, indent, words = line
    if "\t" in words:
        yield Slip(
            number,
            "This line holds a tab.",
            "Indent with spaces. A table from elsewhere needs “|” round each cell: "
            "| first | second |",
        )
    elif words.startswith("\u00a0"):
        yield Slip(
            number,
            "This line begins with no-break spaces, which indent nothing.",
            "Delete them, and type spaces.",
        )
    heading = _HEADING.match(" " * min(indent, _FURTHER_IN) + words)
    if heading and (heading[1] or not heading[3]):
        yield Slip(
            number,
            "This heading would be shown as text, or without its place on the page.",
            f"Begin it at the beginning of the line, with one space, such as "
            f"“{heading[2]} Words {{#words}}”.",
        )
    if slip := _NOT_A_BULLET.match(words):
        yield Slip(
            number,
            f"“{slip[0].strip()}” begins no list item here.",
            "Begin each one with a hyphen and a space, “- words”, or a number, “1. words”.",
        )
    if _NOT_A_CALLOUT.match(words):
        yield Slip(
            number,
            "This looks like a callout, and is none.",
            'A callout begins like this: !!! ms-team "Title"',
        )
    if slip := _OTHER_MARKS.search(words):
        yield Slip(
            number,
            f"“{slip[0]}” would be shown as it stands.",
            "Take it out, or write **important words** in bold.",
        )
    if _NO_WORDS.search(words):
        yield Slip(number, "This link has no words.", "Write them between the brackets [ ].")


def _brackets(number: int, left: str) -> Iterator[Slip]:
    """Find brackets that make no link or mark, and addresses that make no link.

    `left` is what stands on the line beside its links and marks.
    """
    if "](" in left or "![" in left or "]:" in left:
        return  # told of as a link that is not written like others
    if "[" in left or "]" in left:
        yield Slip(
            number,
            "A square bracket stands here that belongs to no link.",
            "A link is written [words](address), a source [^S], each without a space inside. "
            "Words of their own stand in round brackets.",
        )
    elif "<" not in left:
        for word in left.split():
            if len(word) < _LONGEST_ADDRESS and (bare := _BARE.search(word)):
                address = bare[0].rstrip(".,;:!?)")
                scheme = "mailto:" if "@" in address else "" if "://" in address else "https://"
                yield Slip(
                    number,
                    f"“{address}” would be shown as text, and not as a link.",
                    f"Write [words]({scheme}{address}).",
                )


def _headings(page: Page) -> Iterator[Slip]:
    for before, heading in pairwise(page.headings):
        if heading.level == 1:
            yield Slip(
                heading.line,
                "A page has one “#” heading, its title; this is another.",
                "Begin it with “##”.",
            )
        elif heading.level > before.level + 1:
            signs, above = "#" * heading.level, "#" * before.level
            yield Slip(
                heading.line,
                f"A “{signs}” heading stands straight below a “{above}” heading.",
                f"Begin it with “{above}#”: no level is left out.",
            )


def _indentation(lines: Sequence[Line]) -> Iterator[Slip]:
    """Find callouts that are empty, and words so far in that they would be shown as code."""
    holders = list[Line]()  # what the next lines may belong to, from the outside in
    is_apart = True
    for line in lines:
        if not line.words:
            is_apart = True
            continue
        while holders and holders[-1].indent >= line.indent:
            holders.pop()
        inside = holders[-1].indent + _FURTHER_IN if holders else 0
        if is_apart and line.indent >= inside + _FURTHER_IN and not _ITEM.match(line.words):
            yield Slip(
                line.number,
                "These words stand so far in that they would be shown as code.",
                f"Begin them {inside} spaces in."
                if inside
                else "Begin them at the beginning of the line.",
            )
        if _CALLOUT.match(line.words) or _ITEM.match(line.words):
            holders.append(line)
        if line.indent % _FURTHER_IN and _ITEM.match(line.words):
            yield Slip(
                line.number,
                "This list item does not stand as far in as it is meant to.",
                "Begin it at the beginning of the line, or 4 spaces further in than the one above.",
            )
        if _CALLOUT.match(line.words):
            below = next((each for each in islice(lines, line.number, None) if each.words), _END)
            if below.indent < line.indent + _FURTHER_IN:
                yield Slip(
                    line.number,
                    "Nothing stands in this callout.",
                    "Write what belongs to it below, 4 spaces further in.",
                )
        is_apart = False


def _lists(block: Sequence[Line]) -> Iterator[Slip]:
    first = block[0]
    if not (_ITEM.match(first.words) or first.words.startswith(("#", "!!!", "|", ">"))):
        for line in block[1:]:
            if line.indent == first.indent and _ITEM.match(line.words):
                yield Slip(
                    line.number,
                    "This list would be shown as running text.",
                    "Leave a line blank above it.",
                )
                break
    for above, line in pairwise(block):
        if _UNDERLINE.fullmatch(line.words) and not above.words.startswith("|"):
            yield Slip(
                line.number,
                "This line makes a heading of the one above, without an id.",
                "Write “## Words {#words}” for a heading; else leave a line blank above this one.",
            )


def _table(block: Sequence[Line]) -> Iterator[Slip]:
    first, *rows = block
    if not first.words.startswith("|") or not rows or not _RULE.fullmatch(rows[0].words):
        begin = next(line for line in block if line.words.startswith("|"))
        yield Slip(
            begin.number,
            "This table would be shown as running text.",
            "Leave a line blank above it, and write a line such as “| --- | --- |” below "
            "its first row.",
        )
        return
    columns = _cells(first.words)
    for line in rows:
        if not line.words.startswith("|"):
            yield Slip(
                line.number,
                "This line is no row of the table above, but would be shown in it.",
                "Begin and end a row with “|”, or leave a line blank above.",
            )
        elif _cells(line.words) != columns:
            yield Slip(
                line.number,
                f"This row has {_cells(line.words)} cells, but the first row has {columns}.",
                "Give each row as many. A “|” within a cell is written \\|.",
            )


def _is_rule(words: str) -> bool:
    return "|" in words and "-" in words and bool(_RULE.fullmatch(words))


def _cells(row: str) -> int:
    return len(_CELL_END.split(row.removesuffix("|"))) - 1


def _bold(line: int, text: str) -> Iterator[Slip]:
    parts = text.split("**")
    if len(parts) % 2 == 0:
        yield Slip(
            line,
            "A “**” here begins or ends nothing, so it would be shown.",
            "Write “**” before and behind the bold words.",
        )
    elif any(bold != bold.strip() for bold in parts[1::2]):
        yield Slip(
            line,
            "A space stands inside “**”, so the signs would be shown.",
            "Let no space stand between “**” and the bold words.",
        )
