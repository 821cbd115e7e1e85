"""Find words that no page and no tool may say, since they promise, judge or belittle.

Each language lists its own in strings.yml, under `forbidden-words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from infosheet.content.markdown_source import Page
from infosheet.problems import Problem
from infosheet.reading.letters import whole_words
from infosheet.reading.masking import mask
from infosheet.reading.yaml_reader import Document

_GROUP = "forbidden-words"
_MEND = "Say what is so instead; the facts and the MS team decide, not the page."


class Forbidden(NamedTuple):
    """The words that a language forbids: what finds them, and what no text with one is without.

    `parts` are the words as `_folded` writes them, but those that hold another one.
    """

    pattern: re.Pattern[str]
    parts: tuple[str, ...]

    def found(self, text: str) -> Iterable[re.Match[str]]:
        """Return where the words stand in `text`, in whatever case."""
        return self.pattern.finditer(text) if self.may_stand_in(text) else ()

    def may_stand_in(self, text: str) -> bool:
        """Tell whether one of the words, though perhaps inside another one, stands in `text`.

        Hardly any text holds one, and to see that takes a tenth of the time.
        """
        return any(map(_folded(text).__contains__, self.parts))


def forbidden_words(strings: Document) -> Forbidden | None:
    """Return what finds the words that a language forbids; None where its `strings` list none."""
    listed = strings.data.get(_GROUP)
    words = [str(word) for word in listed] if isinstance(listed, list) else []
    if not words:
        return None
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    folded = set(map(_folded, words))
    parts = (word for word in folded if not any(part in word for part in folded - {word}))
    return Forbidden(whole_words(alternatives, re.IGNORECASE), tuple(sorted(parts)))


def check_page_words(page: Page, forbidden: Forbidden | None) -> Iterator[Problem]:
    """Find each forbidden word on a page, its title and description among the words."""
    if forbidden is None:
        return
    shown = page.text[: len(page.text) - len(page.body)] + mask(page.body)
    for match in forbidden.found(shown):
        line = shown.count("\n", 0, match.start()) + 1
        yield Problem(page.file, line, f"“{match[0]}” is a forbidden word.", _MEND)


def check_strings_words(strings: Document, forbidden: Forbidden | None) -> Iterator[Problem]:
    """Find each forbidden word in the strings of a language."""
    if forbidden is None:
        return
    texts = [(path, text) for path, text in strings.texts() if path[0] != _GROUP]
    if not forbidden.may_stand_in("\n".join(text for _, text in texts)):
        return
    for path, text in texts:
        for match in forbidden.found(text):
            said = f"“{match[0]}” in “{'.'.join(map(str, path))}” is a forbidden word."
            yield Problem(strings.file, strings.line(path), said, _MEND)


def _folded(text: str) -> str:
    """Return `text` so that whatever differs in case alone is the same, also i with no dot."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")
