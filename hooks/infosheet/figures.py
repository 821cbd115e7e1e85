"""Find the figures of a page, in whatever digits, so that two pages can be held together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from infosheet.markdown_source import Page, mask

_NOT_WORDS = re.compile(
    r"\{#[^}]*\}|\[\^[^\]]*\]|\{\{.*?\}\}|(?<=\])\([^)]*\)|^\s*\d+\.\s", re.MULTILINE
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def figures(page: Page) -> Counter[str]:
    """Return how often each figure stands on the page: link targets, ids and marks left out."""
    text = _NOT_WORDS.sub(" ", mask(page.text))
    return Counter(found.replace(",", "") for found in _FIGURE.findall(latin_digits(text)))


def latin_digits(text: str) -> str:
    """Return `text` with the digits of every script as 0 to 9, and compatibility forms undone."""
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in unicodedata.normalize("NFKC", text)
    )
