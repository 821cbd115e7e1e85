"""Blank what stands in a page's Markdown but is not read as its words, each position kept."""

from __future__ import annotations

import re

# It ends where MkDocs lets it end, so that nothing is taken for it that would be published.
FRONT_MATTER = re.compile(r"\A---\n(.*?)^(?:---|\.\.\.)[ ]*\n", re.DOTALL | re.MULTILINE)
_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)[ ]*$|<!--.*?-->|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_BEGINS_CODE = ("`", "~~~", "<!--")


def mask(text: str) -> str:
    """Return `text` with front matter, code and comments blanked."""
    shown = FRONT_MATTER.sub(blank, text, count=1)
    return _CODE.sub(blank, shown) if any(each in shown for each in _BEGINS_CODE) else shown


def blank(match: re.Match[str]) -> str:
    """Return as many spaces as the match has characters, with its line ends."""
    return "\n".join(" " * len(line) for line in match[0].split("\n"))
