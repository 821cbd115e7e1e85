"""Lead the links of a page's Markdown elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable

from infosheet.reading.masking import mask

_TARGET = re.compile(r"(?<!!)\[(?!\^)(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^\s)>]*)")


def replace_links(text: str, replacement: Callable[[str], str]) -> str:
    """Return `text` with the target of each link replaced, code left alone."""
    parts, end = list[str](), 0
    for match in _TARGET.finditer(mask(text)):
        start, stop = match.span(1)
        parts += [text[end:start], replacement(text[start:stop])]
        end = stop
    return "".join([*parts, text[end:]])
