"""Make the site's own scripts and styles small: comments and spaces are for people, not phones."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import rcssmin
import rjsmin

# Inside `@container`, rcssmin 1.3.0 takes “a :is(b)” for a declaration and drops the space before
# the colon, which makes it “a:is(b)”, another selector. “a *:is(b)” says the same as the first.
_DESCENDANT = re.compile(r"(?<=[\w\])*])[ ]+(?=:{1,2}[a-z-]+[^;]*\{)")


def _small_style(style: str) -> str:
    return str(rcssmin.cssmin(_DESCENDANT.sub(" *", style)))


_MINIFIERS: dict[str, Callable[[str], str]] = {".js": rjsmin.jsmin, ".css": _small_style}


def make_small(site: Path) -> None:
    """Minify, in the built site, what this repository's overrides/ has put there."""
    for path in sorted([*site.glob("assets/*"), *site.glob("components/**/*")]):
        if path.suffix in _MINIFIERS:
            code = path.read_text(encoding="utf-8")
            path.write_text(_MINIFIERS[path.suffix](code), encoding="utf-8")
