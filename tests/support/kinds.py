"""The kinds of pages that the site has: one address for each, below its language."""

from __future__ import annotations

from collections.abc import Iterator

from support.addresses import CALENDAR, PREGNANCY, VACCINATIONS
from support.site import NAMES, locale_path

KINDS = {
    "home": "",
    "page about the site": "about/",
    "overview with key facts and people in 100": "kesimpta/",
    "get help, and a table": "kesimpta/side-effects/",
    "do and do not, and a timeline": "kesimpta/how-to-take-it/",
    "picture": "kesimpta/how-it-works/",
    "tables": "kesimpta/research/",
    "dosing calendar": CALENDAR,
    "vaccination timing": VACCINATIONS,
    "timing date": PREGNANCY,
    "whole sheet": "kesimpta/whole-sheet/",
    "glossary": "glossary/",
    "not found": "404.html",
}


def pages_of(locale: str) -> Iterator[str]:
    """Yield the address of one page of each kind in a language."""
    for path in KINDS.values():
        yield locale_path(locale) + path


LOCALES = tuple(NAMES)
