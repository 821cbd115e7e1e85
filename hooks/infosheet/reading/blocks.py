"""Take a page apart into its blocks.

A block is a heading, paragraph, list item, table cell, callout or placeholder.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from infosheet.reading.figures import figures_in
from infosheet.reading.masking import mask

_HEADING = re.compile(r"(#{1,6}) .*?(?:\{#([^\s}]+)\})?\s*$")
_ITEM = re.compile(r"([-*+]|\d+[.)]) ")
_CALLOUT = re.compile(r"(?:!!!|\?\?\?\+?) ([\w-]+)")
_RULE = re.compile(r"[|:\s-]+$")
_TARGET = re.compile(r"\]\(\s*<?([^\s)>]*)")
_MARK = re.compile(r"\[\^([^\]\s]+)\]")


class Content(NamedTuple):
    """Where a block's links lead, its source marks, and its figures in digits: each sorted."""

    targets: list[str]
    marks: list[str]
    figures: list[str]


class Block(NamedTuple):
    """A piece of a page: what it is, where it begins, and its text.

    `shape` is what must be the same in every language: the kind, how deep it stands, and the id,
    level, callout kind or placeholder words.
    """

    kind: str
    shape: tuple[str, ...]
    line: int
    text: str

    def content(self) -> Content:
        """Return what it says that every language says alike."""
        bracket = "]" in self.text
        return Content(
            sorted(_TARGET.findall(self.text)) if bracket else [],
            sorted(_MARK.findall(self.text)) if bracket else [],
            figures_in(self.text, {}),
        )


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a page in order, its front matter, code and comments left out."""
    found: list[Block] = []
    lines = mask(markdown).splitlines()
    open_text = False
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or (text[0] == "|" and _RULE.fullmatch(text)):
            open_text = False
            continue
        depth = str((len(line) - len(line.lstrip())) // 4)
        if block := _opened(text, depth, number):
            found += block
            open_text = block[-1].kind in ("item", "paragraph")
        elif open_text:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {text}")
        else:
            found.append(Block("paragraph", ("paragraph", depth), number, text))
            open_text = True
    return found


def _opened(text: str, depth: str, line: int) -> list[Block]:
    """Return the blocks that a line opens; none where it is the text of a paragraph."""
    if text[0].isalpha():
        return []
    if heading := _HEADING.match(text):
        shape = ("heading", str(len(heading[1])), heading[2] or "")
        return [Block("heading", shape, line, text)]
    if callout := _CALLOUT.match(text):
        return [Block("callout", ("callout", callout[1], depth), line, text)]
    if text.startswith("{{"):
        return [Block("placeholder", ("placeholder", " ".join(text.split())), line, "")]
    if text.startswith("|"):
        cells = text.strip("|").split("|")
        return [Block("cell", ("cell", str(index)), line, cell) for index, cell in enumerate(cells)]
    if item := _ITEM.match(text):
        kind = "ordered" if item[1][0].isdigit() else "bullet"
        return [Block("item", ("item", kind, depth), line, text[item.end() :])]
    return []
