"""Of 100 people, how many it happened to: the figure of each picture, and the picture itself.

A picture belongs to a list item of a callout and shows the same figure. In English that figure
stands in “11 in 100”; any other order of words would leave room for a guess. In other languages
(“100 میں سے 11”, “11 na 100”) it is the figure closest to the 100 in the same clause, and the check
then holds the figures of the page's pictures to those of the English page: an item in which
“3 months” stands closer is an error, and never a picture of 3 people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from infosheet.content.markdown_source import Page
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import Problem
from infosheet.reading.blocks import Block
from infosheet.reading.figures import as_read

KIND = "people-in-100"
STYLE = f"components/{KIND}/{KIND}.css"

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_CLAUSE_END = re.compile(r"[,،;؛:.。।۔()]")
_ENGLISH = re.compile(r"(?<![\d.,])(\d+) in 100(?![\d]|[.,]\d)")

_COLUMNS, _ROWS = 20, 5
_WIDTH, _HEIGHT = 10, 17
# After 10 people comes a gap, so that an eye can count in tens.
_GAP = 6
# A head, drawn from its top, and the shoulders below it, from where their left side ends.
_HEAD, _SHOULDERS, _DOWN = "a2.2 2.2 0 1 0 .1 0z", "m-3 12q0-6.5 3-6.5t3 6.5z", (-3, 12)

SIZE = (_COLUMNS * _WIDTH + _GAP, _ROWS * _HEIGHT)


def shown_count(text: str, locale: str) -> int:
    """Return how many of 100 people the item written in `text` speaks of.

    Raises ValueError, with a sentence for its writer, where that cannot be told for certain.
    """
    said = as_read(text)
    figures = list(_FIGURE.finditer(said))
    hundreds = [figure for figure in figures if figure[0] == "100"]
    if len(hundreds) != 1:
        raise ValueError("it must say “100” once")
    if locale == SOURCE_LOCALE:
        matches = _ENGLISH.findall(said)
        if not matches:
            raise ValueError("no whole figure stands straight before “in 100”")
        nearest = matches[0]
    else:
        others = [figure for figure in figures if figure[0] != "100"]
        if not others:
            raise ValueError("it says no figure besides 100")
        (hundred,) = hundreds
        nearest = min(others, key=lambda figure: _distance(said, figure, hundred))[0]
    if not nearest.isdigit() or int(nearest) > 100:
        raise ValueError(f"“{nearest}” is no whole number of people from 0 to 100")
    return int(nearest)


def check_people(page: Page) -> Iterator[Problem]:
    """Find callouts and items of which no picture can be drawn."""
    for callout, items in _callouts(page):
        if not items:
            yield Problem(
                page.file, callout.line, f"This “{KIND}” callout holds no list.",
                "Write a list in it, such as “    - Kesimpta: about 11 in 100 people …”.",
            )  # fmt: skip
        for item in items:
            try:
                shown_count(item.text, page.locale)
            except ValueError as error:
                yield Problem(
                    page.file, item.line, f"No picture can be drawn of this item: {error}.",
                    "Say how many people in 100, in digits, such as “about 11 in 100 people”.",
                )  # fmt: skip


def compare_people(source: Page, page: Page) -> Iterator[Problem]:
    """Find pictures of a translation that would show another figure than the English ones."""
    wanted = Counter(count for _, count in _counts(source))
    for item, count in _counts(page):
        if not wanted[count]:
            yield Problem(
                page.file, item.line,
                f"The picture of this item would show {count} in 100 people; "
                f"{source.file} has no such picture left.",
                "Let the figure that it should show stand closest to the 100, such as “100 … 11”.",
            )  # fmt: skip
        wanted[count] -= 1


def drawn(count: int) -> tuple[str, str]:
    """Return the paths of the people it happened to and of the others, out of 100."""
    return _path(0, count), _path(count, 100)


def _path(first: int, end: int) -> str:
    """Return one path that draws each person from the place of the one before."""
    parts, at = list[str](), (0, 0)
    for number in range(first, end):
        row, column = divmod(number, _COLUMNS)
        x = column * _WIDTH + (_GAP if column >= _COLUMNS // 2 else 0) + _WIDTH // 2
        y = row * _HEIGHT + 2
        parts += [f"m{x - at[0]} {y - at[1]}", _HEAD, _SHOULDERS]
        at = (x + _DOWN[0], y + _DOWN[1])
    return "".join(parts)


def _distance(said: str, figure: re.Match[str], hundred: re.Match[str]) -> tuple[int, int]:
    """Return how many clauses end between two figures, and how many characters stand there."""
    first, last = sorted((figure, hundred), key=lambda match: match.start())
    between = said[first.end() : last.start()]
    return len(_CLAUSE_END.findall(between)), len(between)


def _counts(page: Page) -> Iterator[tuple[Block, int]]:
    for _, items in _callouts(page):
        for item in items:
            try:
                yield item, shown_count(item.text, page.locale)
            except ValueError:
                continue  # `check_people` names it


def _callouts(page: Page) -> Iterator[tuple[Block, list[Block]]]:
    """Yield each callout of pictures with its list items, which stand indented below it."""
    if KIND not in page.text:
        return
    found = page.blocks
    for index, block in enumerate(found):
        if block.shape[:2] == ("callout", KIND):
            items = list[Block]()
            for inside in found[index + 1 :]:
                if inside.kind == "item" and int(inside.shape[2]) > int(block.shape[2]):
                    items.append(inside)
                elif inside.kind != "paragraph" or int(inside.shape[1]) <= int(block.shape[2]):
                    break
            yield block, items
