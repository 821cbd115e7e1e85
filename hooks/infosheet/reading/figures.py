"""Find the figures of a page, in whatever digits, so that two pages can be held together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from infosheet.reading.letters import WORD
from infosheet.reading.masking import mask
from infosheet.reading.strings import Words

_NOT_WORDS = re.compile(
    r"\{#[^}]*\}|\[\^[^\]]*\]|\{\{.*?\}\}|(?<=\])\([^)]*\)|^\s*\d+\.\s", re.MULTILINE
)
_DIGIT = re.compile(r"\d")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


def figures(text: str, words: Words) -> list[str]:
    """Return the figures of a page, sorted: link targets, ids and marks left out.

    `words` are the strings of the page's language, whose number words count as their figures.
    """
    return figures_in(mask(text), words)


def figures_in(text: str, words: Words) -> list[str]:
    """Return the figures in a piece of Markdown, sorted, each as often as it stands there.

    10.9 and, as many languages write it, 10,9 are the same figure; so are 1882 and 1,882.
    """
    if not words and not _has_digit(text):
        return []
    text = as_read(text)
    found = [_THOUSANDS.sub("", figure).replace(",", ".") for figure in _FIGURE.findall(text)]
    return sorted([*found, *_figures_in_words(text, words)])


def _has_digit(text: str) -> bool:
    """Tell whether a digit stands in `text`, or something that holds one, such as ½."""
    if text.isascii():
        return _DIGIT.search(text) is not None
    return _DIGIT.search(unicodedata.normalize("NFKC", text)) is not None


def as_read(text: str) -> str:
    """Return a piece of Markdown in Latin digits, without link targets, ids and marks."""
    return latin_digits(_NOT_WORDS.sub(" ", text))


def _figures_in_words(text: str, words: Words) -> Iterator[str]:
    groups = words.get("number-words")
    figure_of = {
        str(word): figure
        for figure, spellings in (groups.items() if isinstance(groups, dict) else ())
        for word in spellings
    }
    for word in WORD.findall(text.lower()) if figure_of else ():
        if word in figure_of:
            yield figure_of[word]


def latin_digits(text: str) -> str:
    """Return `text` with the digits of every script as 0 to 9, and compatibility forms undone."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(
        lambda match: str(unicodedata.decimal(match[0])), unicodedata.normalize("NFKC", text)
    )
