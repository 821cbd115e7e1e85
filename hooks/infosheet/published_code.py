"""Leave comments and indentation out of the scripts and styles that readers' phones load.

The files in overrides/ run as they are. This only takes whole lines away: comments that begin a
line, blank lines, and the space before the first word. Multi-line text in a script must therefore
begin each line at the margin.
"""

from __future__ import annotations


def without_comments(code: str) -> str:
    """Return JavaScript or CSS without the lines that only people read."""
    kept: list[str] = []
    in_comment = False
    for line in code.splitlines():
        text = line.strip()
        starts = text.startswith("/*")
        if in_comment or starts:
            in_comment = "*/" not in text
            if not in_comment and not text.endswith("*/"):
                raise ValueError(f"code follows a comment on the line “{text}”")
        elif text and not text.startswith("//"):
            kept.append(text)
    return "\n".join(kept) + "\n"
