"""LinkChecker as it is, except for what would keep it from its work here.

As root it becomes `nobody`, who cannot read a private folder; its check of anchors then finds
nothing, and says nothing of it. And it parses a page once more for every anchor that links name,
and follows all its links once more: of a whole sheet with hundreds, that is hours. Here a page is
parsed once, and its links are followed once, whatever robots are asked not to follow.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from typing import Any

from linkcheck import parser
from linkcheck.checker.httpurl import HttpUrl
from linkcheck.command import linkchecker
from linkcheck.htmlutil import htmlsoup, linkparse

Found = Callable[..., None]


def parse_once() -> None:
    """Let equal pages share one tree, and each tree be searched once for each kind of link."""
    # Of the threads of LinkChecker, one at a time, or two would make a tree each of the same page.
    turn = threading.Lock()
    make = cache(htmlsoup.make_soup)  # every tree is kept, so no other has its id
    find, known = linkparse.find_links, dict[tuple[int, int], list[tuple[Any, Any]]]()
    parse, parsed = parser.parse_html, set[str]()

    def make_soup(*page: Any, **options: Any) -> Any:
        with turn:
            return make(*page, **options)

    def find_links(soup: Any, callback: Found, tags: Any) -> None:
        key = id(soup), id(tags)
        with turn:
            if key not in known:
                found: list[tuple[Any, Any]] = []
                find(soup, lambda *link, **place: found.append((link, place)), tags)
                known[key] = found
        for link, place in known[key]:
            callback(*link, **place)

    def parse_html(url: Any) -> None:
        page = url.url.partition("#")[0]
        with turn:
            is_first = page not in parsed
            parsed.add(page)
        if is_first:
            parse(url)

    htmlsoup.make_soup, linkparse.find_links, parser.parse_html = make_soup, find_links, parse_html


if __name__ == "__main__":
    linkchecker.drop_privileges = lambda: None
    HttpUrl.content_allows_robots = lambda url: True
    parse_once()
    linkchecker.linkchecker()
