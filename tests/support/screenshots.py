"""Take pictures of the pages that matter most, for people to look at (`make screenshots`)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.addresses import CALENDAR, VACCINATIONS
from support.browser import started
from support.server import serving
from support.site import ROOT, locale_path

WIDTHS = {"phone": 360, "desktop": 1280}
FOLDER = ROOT / ".build" / "screenshots"


def first_dose(page: Page) -> None:
    """Ask the tool for the answer to a first dose on 3 January 2027."""
    for name, text in (("day", "3"), ("month", "1"), ("year", "2027")):
        page.locator(f".tool [name={name}]:visible").first.fill(text)
    page.locator(".tool [type=submit]:visible").first.click()
    page.locator("[data-results] time").first.wait_for()


def nothing(page: Page) -> None:
    """Leave the page as it opens."""


PAGES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "home": ("", nothing),
    "overview": ("kesimpta/", nothing),
    "dosing-calendar": (CALENDAR, first_dose),
    "vaccinations": (VACCINATIONS, first_dose),
    "side-effects": ("kesimpta/side-effects/", nothing),
    "whole-sheet": ("kesimpta/whole-sheet/", nothing),
}


def take(site: Path, locales: list[str]) -> None:
    """Write a picture of each page, whole, in each language, width and scheme."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving(site) as address, started() as browser:
        for locale, (device, width), scheme in product(locales, WIDTHS.items(), ("light", "dark")):
            page = browser.new_page(
                viewport={"width": width, "height": 800},
                color_scheme=scheme,
                locale=locale,
            )
            for name, (path, prepare) in PAGES.items():
                page.goto(f"{address}/{locale_path(locale)}{path}")
                prepare(page)
                file = FOLDER / f"{name}-{locale}-{device}-{scheme}.png"
                page.screenshot(path=file, full_page=True)
            page.close()


if __name__ == "__main__":
    take(ROOT / "site", sys.argv[1:] or ["en", "ur"])
    sys.stdout.write(f"The pictures stand in {FOLDER.relative_to(ROOT)}/.\n")
