"""The check that all of a language’s words have the same apostrophes and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from infosheet.content.markdown_source import Page
from infosheet.problems import Problem
from infosheet.reading.yaml_reader import Document

# Straight marks that are no part of the words: of a callout's title, a tooltip, an attribute.
_NO_WORDS = re.compile(r"""^(?:!!!|\?\?\?\+?) [^"]*"|"$|\]\([^)]*\)|\{[^}]*\}|<[^<>]*>""")
_STRAIGHT = re.compile(r"""\w*(?:(?<=[^\W\d_])'|'(?=[^\W\d_]))\w*|"[^"]*"?""")
_SHOWN = 40


def check_page_marks(page: Page) -> Iterator[Problem]:
    """Yield a notice where a page has straight marks in its words."""
    front = page.text[: len(page.text) - len(page.body)].split("\n")
    starts = {line.partition(":")[0]: number for number, line in enumerate(front, start=1)}
    texts = [(starts.get(name, 1), getattr(page.meta, name)) for name in ("title", "description")]
    texts += [(block.line, block.text) for block in page.blocks]
    yield from _notice(page.file, texts)


def check_data_marks(document: Document) -> Iterator[Problem]:
    """Yield a notice where a file of words, such as strings.yml, has straight marks in them."""
    yield from _notice(
        document.file, ((document.line(path), text) for path, text in document.texts())
    )


def _notice(file: str, texts: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Yield one notice for all of the file: who types the one mark types it everywhere."""
    found = [(line, match[0]) for line, text in texts for match in _STRAIGHT.finditer(_words(text))]
    if not found:
        return
    line, words = found[0]
    more = f", the first of {len(found)} in this file" if len(found) > 1 else ""
    curly = words.replace("'", "’")
    yield Problem(
        file, line,
        f"“{words[:_SHOWN]}” has a straight mark{more}; other pages have curved ones.",
        "Write the quotation marks of this language, such as “…”, „…” or «…»."
        if words.startswith('"') else f"Write “{curly}”, here and elsewhere.",
        severity="notice",
    )  # fmt: skip


def _words(text: str) -> str:
    return _NO_WORDS.sub(" ", text) if "'" in text or '"' in text else ""
