"""Find words in Latin letters on pages whose language is written in another script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from infosheet.reading.strings import Words

# Words with what stands between words of one language; a single letter is no word.
_RUN = re.compile(
    r"(?<![^\W\d_])[A-Za-z][A-Za-z0-9’'./-]*[A-Za-z0-9](?:[ ,:()-]+[A-Za-z][A-Za-z0-9’'./-]*)*"
)


def latin_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each run of Latin words begins and ends."""
    for match in _RUN.finditer(text):
        # A bracket that closes one of the run belongs to it, and takes its letters' look.
        closes = match[0].count("(") > match[0].count(")") and text[match.end() :].startswith(")")
        yield match.start(), match.end() + closes


def writes_latin(words: Words) -> bool:
    """Tell from its words for “skip to the main text” whether a language uses Latin letters."""
    site = words.get("site")
    sample = str(site.get("skip", "")) if isinstance(site, dict) else ""
    letters = [letter for letter in sample if letter.isalpha()]
    latin = [letter for letter in letters if unicodedata.name(letter).startswith("LATIN")]
    return 2 * len(latin) >= len(letters)
