"""Hold a translated page against its English source, block by block.

Two figures that are swapped inside one block cannot be seen this way; a person who reads both
pages sees them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from infosheet.checks.markdown_slips import check_slips
from infosheet.content.markdown_source import Page
from infosheet.problems import Problem
from infosheet.reading.blocks import Block, Content
from infosheet.reading.figures import figures_in
from infosheet.reading.strings import Words, more_than_a_name

_NO_WORDS = re.compile(r"\]\([^)]*\)|\{[^}]*\}")

_NAMES = {
    "heading": "heading",
    "item": "list item",
    "cell": "table cell",
    "callout": "callout",
    "placeholder": "placeholder",
    "paragraph": "paragraph",
}


def compare_blocks(
    source: Page, page: Page, source_words: Words, words: Words
) -> Iterator[Problem]:
    """Find where a translation is built otherwise, or says another figure, than its source."""
    # The English blocks are kept with their page, since every language is held against them.
    theirs, ours = source.blocks, page.blocks
    their_shapes, our_shapes = ([block.shape for block in each] for each in (theirs, ours))
    alike: Sequence[tuple[str, int, int, int, int]] = [("equal", 0, len(theirs), 0, len(ours))]
    if their_shapes != our_shapes:
        if any(True for each in (source, page) for _ in check_slips(each)):
            return  # the blocks are other ones until the slip is mended, in each language
        matcher = difflib.SequenceMatcher(a=their_shapes, b=our_shapes, autojunk=False)
        alike = matcher.get_opcodes()
    for kind, first, last, our_first, our_last in alike:
        if kind != "equal":
            yield from _differing(
                source, page, theirs[first:last], ours[our_first:our_last], our_first, ours
            )
            continue
        for index, our in enumerate(ours[our_first:our_last], start=first):
            wanted, given = source.contents[index], our.content()
            if wanted != given:
                their = theirs[index], wanted
                yield from _compare(source, page, their, (our, given), source_words, words)


def check_left_in_english(source: Page, page: Page) -> Iterator[Problem]:
    """Find blocks of a translation that say the very words of its English page."""
    english = {
        block.text for block in source.blocks if more_than_a_name(_NO_WORDS.sub("", block.text))
    }
    for block in page.blocks:
        if block.text in english:
            yield Problem(
                page.file, block.line, f"This stands here in English: “{_short(block)}”.",
                "Translate it. Until a whole page is translated, leave its file out: readers then "
                "see the English page, marked as English.",
            )  # fmt: skip


def _differing(
    source: Page,
    page: Page,
    lost: Sequence[Block],
    added: Sequence[Block],
    at: int,
    ours: Sequence[Block],
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
    source: Page,
    page: Page,
    theirs: tuple[Block, Content],
    ours: tuple[Block, Content],
    source_words: Words,
    words: Words,
) -> Iterator[Problem]:
    (their, said), (our, says) = theirs, ours
    english = f"line {their.line} of {source.file}"
    for name, wanted, given in (
        ("links lead to", said.targets, says.targets),
        ("source marks are", said.marks, says.marks),
    ):
        if wanted != given:
            yield Problem(
                page.file, our.line,
                f"The {name} {_listed(given)}; on {english} they are {_listed(wanted)}.",
                "Give this block the same ones.",
            )  # fmt: skip
    if said.figures == says.figures:
        return
    in_words = figures_in(their.text, source_words), figures_in(our.text, words)
    if in_words[0] != in_words[1]:
        yield Problem(
            page.file, our.line,
            f"The figures here are {_listed(in_words[1])}; on {english} they are "
            f"{_listed(in_words[0])}.",
            f"The English says: “{_short(their)}”.",
        )  # fmt: skip


def _said(block: Block) -> str:
    detail = {"heading": 2, "callout": 1, "placeholder": 1}.get(block.kind)
    return f"{_NAMES[block.kind]} {block.shape[detail]}" if detail else _NAMES[block.kind]


def _listed(found: list[str]) -> str:
    return ", ".join(found) or "none"


def _short(block: Block) -> str:
    text = " ".join(block.text.split())
    return text if len(text) <= 80 else f"{text[:77]}…"
