"""Words put into Markdown as words, for lists that staff read at their code host."""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel import Locale, UnknownLocaleError

# As they are called in the UK; CLDR says Bangla and Punjabi.
_NAMES = {"bn": "Bengali", "pa": "Panjabi"}

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|#~])")


def as_words(text: str) -> str:
    """Return `text` so that Markdown shows each of its characters, on one line."""
    return _MEANS_SOMETHING.sub(r"\\\1", " ".join(text.split()))


def title(text: str) -> str:
    """Return the title of a page as it is set in a sentence."""
    return f"*{as_words(text)}*"


def listed(words: Sequence[str]) -> str:
    """Return “a”, “a and b” or “a, b and c”."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as “1 page” or “2 pages”."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def language_name(locale: str) -> str:
    """Return the English name of a language, or its code where it has none."""
    if locale in _NAMES:
        return _NAMES[locale]
    try:
        return Locale.parse(locale, sep="-").get_display_name("en") or locale
    except (UnknownLocaleError, ValueError):
        return locale
