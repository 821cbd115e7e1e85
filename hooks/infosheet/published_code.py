"""Make the site's own scripts and styles small: comments and spaces are for people, not phones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import rcssmin
import rjsmin

_MINIFIERS: dict[str, Callable[[str], str]] = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}


def make_small(site: Path) -> None:
    """Minify, in the built site, what this repository's overrides/ has put there."""
    for path in sorted([*site.glob("assets/site.*"), *site.glob("components/**/*")]):
        if path.suffix in _MINIFIERS:
            code = path.read_text(encoding="utf-8")
            path.write_text(_MINIFIERS[path.suffix](code), encoding="utf-8")
