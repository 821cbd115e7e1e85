r"""What a word is made of in every script.

Python's `\w` leaves out the vowel signs of Panjabi, Bengali and other scripts, so that by it a
word would end in its middle.
"""

from __future__ import annotations

import re
import sys
import unicodedata

# Signs that join letters, which cannot be seen, belong to a word too.
_JOINERS = "\u200c\u200d"
_SIGNS = "".join(
    character
    for character in map(chr, range(0x300, min(0x11000, sys.maxunicode)))
    if unicodedata.category(character) in ("Mn", "Mc")
)
_LETTER = f"[\\w{_SIGNS}{_JOINERS}]"

WORD = re.compile(f"{_LETTER}+")

# For str.translate: people type the one kind of mark or the other, and mean the same.
STRAIGHT_MARKS = str.maketrans("’‘“”", "''\"\"")


def whole_words(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return `pattern`, a regular expression, as one that matches whole words only."""
    return re.compile(f"(?<!{_LETTER})(?:{pattern})(?!{_LETTER})", flags)
