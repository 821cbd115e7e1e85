"""Put marks around words of a page: the walk that the glossary and foreign words share."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

# What Python-Markdown keeps elsewhere until the end, such as a component's HTML.
_STASHED = re.compile(f"{STX}[^{ETX}]*{ETX}")

# Where a text is to be marked, from one position to another, and the element that marks it.
Mark = tuple[int, int, ET.Element]


class TextMarker(Treeprocessor):
    """Walks a page's tree, once its inline marks are read, and marks words of its texts.

    `start()` is called for each page and returns what finds the marks of a text, in order and
    without overlap; or None where the page is to have none. Elements whose tag or class is in
    `left_alone` are not entered.
    """

    def __init__(
        self,
        md: Markdown,
        start: Callable[[], Callable[[str], Iterator[Mark]] | None],
        left_alone: frozenset[str],
    ) -> None:
        super().__init__(md)
        self._start = start
        self._left_alone = left_alone

    def run(self, root: ET.Element) -> None:
        """Mark the page."""
        find = self._start()
        if find is not None:
            self._mark(root, find)

    def _mark(self, element: ET.Element, find: Callable[[str], Iterator[Mark]]) -> None:
        if {element.tag, element.get("class", "")} & self._left_alone:
            return
        children = list(element)
        element.text, marks = _split(element.text, find)
        position = 0
        for mark in marks:
            element.insert(position, mark)
            position += 1
        for child in children:
            self._mark(child, find)
            position += 1
            child.tail, marks = _split(child.tail, find)
            for mark in marks:
                element.insert(position, mark)
                position += 1


def _split(
    text: str | None, find: Callable[[str], Iterator[Mark]]
) -> tuple[str | None, list[ET.Element]]:
    """Return the text before the first mark, and each mark's element with the text after it."""
    if not text or isinstance(text, AtomicString):
        return text, []
    marks = list(find(_STASHED.sub(lambda stashed: "\0" * len(stashed[0]), text)))
    ends = [start for start, _, _ in marks[1:]] + [len(text)]
    for (start, end, element), following in zip(marks, ends if marks else [], strict=True):
        element.text = text[start:end]
        element.tail = text[end:following]
    return (text[: marks[0][0]] if marks else text), [element for _, _, element in marks]
