"""LinkChecker as it is, except for two things that would keep it from its work here.

As root it becomes `nobody`, who cannot read a private folder; its check of anchors then finds
nothing, and says nothing of it. And it parses a page once more for every anchor that links name:
of a whole sheet with hundreds, that is hours. Here a page is parsed once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from linkcheck.command import linkchecker
from linkcheck.htmlutil import htmlsoup, linkparse

Found = Callable[..., None]


def parse_once() -> None:
    """Let equal pages share one tree, and each tree be searched once for each kind of link."""
    htmlsoup.make_soup = cache(htmlsoup.make_soup)
    find, known = linkparse.find_links, dict[tuple[int, int], list[tuple[Any, Any]]]()

    def find_links(soup: Any, callback: Found, tags: Any) -> None:
        key = id(soup), id(tags)
        if key not in known:
            found: list[tuple[Any, Any]] = []
            find(soup, lambda *link, **place: found.append((link, place)), tags)
            known[key] = found
        for link, place in known[key]:
            callback(*link, **place)

    linkparse.find_links = find_links


if __name__ == "__main__":
    linkchecker.drop_privileges = lambda: None
    parse_once()
    linkchecker.linkchecker()
