"""Hold a translated page against its English source, block by block.

A block is a heading, paragraph, list item, table cell, callout or placeholder. Two figures that
are swapped inside one block cannot be seen this way; a person who reads both pages sees them.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from infosheet.figures import figures_in
from infosheet.markdown_source import Page, mask
from infosheet.problems import Problem
from infosheet.strings import Words

_HEADING = re.compile(r"(#{1,6}) .*?(?:\{#([^\s}]+)\})?\s*$")
_ITEM = re.compile(r"([-*+]|\d+[.)]) ")
_CALLOUT = re.compile(r"(?:!!!|\?\?\?\+?) ([\w-]+)")
_RULE = re.compile(r"[|:\s-]+$")
_TARGET = re.compile(r"\]\(\s*<?([^\s)>]*)")
_MARK = re.compile(r"\[\^([^\]\s]+)\]")

_NAMES = {
    "heading": "heading",
    "item": "list item",
    "cell": "table cell",
    "callout": "callout",
    "placeholder": "placeholder",
    "paragraph": "paragraph",
}


@dataclass(frozen=True)
class Block:
    """A piece of a page: what it is, where it begins, and its text.

    `shape` is what must be the same in every language: the kind, how deep it stands, and the id,
    level, callout kind or placeholder words.
    """

    kind: str
    shape: tuple[str, ...]
    line: int
    text: str


def blocks(page: Page) -> list[Block]:
    """Return the blocks of a page, in order, its front matter and comments left out."""
    found: list[Block] = []
    lines = mask(page.text).splitlines()
    open_text = False
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        depth = str((len(line) - len(line.lstrip())) // 4)
        if not text or (text.startswith("|") and _RULE.fullmatch(text)):
            open_text = False
        elif block := _opened(text, depth, number):
            found += block
            open_text = block[-1].kind in ("item", "paragraph")
        elif open_text:
            last = found[-1]
            found[-1] = Block(last.kind, last.shape, last.line, f"{last.text} {text}")
        else:
            found.append(Block("paragraph", ("paragraph", depth), number, text))
            open_text = True
    return found


def _opened(text: str, depth: str, line: int) -> list[Block]:
    """Return the blocks that a line opens; none where it is the text of a paragraph."""
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


def compare_blocks(
    source: Page, page: Page, source_words: Words, words: Words
) -> Iterator[Problem]:
    """Find where a translation is built otherwise, or says another figure, than its source."""
    ours, theirs = blocks(page), blocks(source)
    matcher = difflib.SequenceMatcher(
        a=[block.shape for block in theirs], b=[block.shape for block in ours], autojunk=False
    )
    for kind, first, last, our_first, our_last in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(theirs[first:last], ours[our_first:our_last], strict=True)
            for their, our in pairs:
                yield from _compare(source, page, their, our, source_words, words)
        else:
            yield from _differing(
                source, page, theirs[first:last], ours[our_first:our_last], our_first, ours
            )


def _differing(
    source: Page, page: Page, lost: list[Block], added: list[Block], at: int, ours: list[Block]
) -> Iterator[Problem]:
    place = ours[min(at, len(ours) - 1)].line if ours else 1
    for block in lost:
        yield Problem(
            page.file, place,
            f"Here is no {_said(block)}, as on line {block.line} of {source.file}.",
            f"Translate it: “{_short(block)}”.",
        )  # fmt: skip
    for block in added:
        yield Problem(
            page.file, block.line,
            f"This {_said(block)} is not on the English page: “{_short(block)}”.",
            f"Build the page as {source.file}, or change the English first.",
        )  # fmt: skip


def _compare(
    source: Page, page: Page, their: Block, our: Block, source_words: Words, words: Words
) -> Iterator[Problem]:
    english = f"line {their.line} of {source.file}"
    for name, pattern in (("links lead to", _TARGET), ("source marks are", _MARK)):
        wanted, given = (Counter(pattern.findall(block.text)) for block in (their, our))
        if wanted != given:
            yield Problem(
                page.file, our.line,
                f"The {name} {_listed(given)}; on {english} they are {_listed(wanted)}.",
                "Give this block the same ones.",
            )  # fmt: skip
    wanted, given = figures_in(their.text, {}), figures_in(our.text, {})
    in_words = figures_in(their.text, source_words), figures_in(our.text, words)
    if wanted != given and in_words[0] != in_words[1]:
        yield Problem(
            page.file, our.line,
            f"The figures here are {_listed(in_words[1])}; on {english} they are "
            f"{_listed(in_words[0])}.",
            f"The English says: “{_short(their)}”.",
        )  # fmt: skip


def _said(block: Block) -> str:
    detail = {"heading": 2, "callout": 1, "placeholder": 1}.get(block.kind)
    return f"{_NAMES[block.kind]} {block.shape[detail]}" if detail else _NAMES[block.kind]


def _listed(found: Counter[str]) -> str:
    return ", ".join(sorted(found.elements())) or "none"


def _short(block: Block) -> str:
    text = " ".join(block.text.split())
    return text if len(text) <= 80 else f"{text[:77]}…"
