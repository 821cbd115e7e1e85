"""What is held of every page whatever fails: the text is there, and no tool leaves a hole."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.addresses import TOOLS
from support.component_pages import enter_date, submit, words
from support.site import NAMES
from support.waiting import PATIENCE

TEXT_PAGES = ("about/", "kesimpta/whole-sheet/")
PATHS = (*TOOLS.values(), *TEXT_PAGES)
DAY = datetime.date(2027, 1, 3)

# Resolves when the browser has drawn something a person can read, and is rejected if it never does.
PAINTED = """(patience) => new Promise((resolve, reject) => {
  const painted = (list) => list.getEntriesByName("first-contentful-paint").length && resolve();
  new PerformanceObserver(painted).observe({ type: "paint", buffered: true });
  const never = () => reject(new Error(`${location} was never drawn: ${document.readyState}, ` +
    `${document.visibilityState}, ${performance.getEntriesByType("paint").length} paints`));
  setTimeout(never, patience);
})"""

Place = TypeVar("Place")


def dealt(places: Sequence[Place], locale: str) -> Sequence[Place]:
    """Return a language's share of the places of a fault; all places are dealt out."""
    return places[list(NAMES).index(locale) % len(places) :: len(NAMES)]


@contextmanager
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser on a phone, in which no script of the site may throw, whatever fails."""
    opened = browser.new_context(viewport={"width": 360, "height": 740})
    thrown: list[str] = []
    opened.on("weberror", lambda error: thrown.append(str(error.error)))
    yield opened
    opened.close()
    # Pagefind says in this way, too, that a file of its own did not load.
    assert [text for text in thrown if not text.startswith("Failed to load")] == []


def readable(page: Page) -> None:
    """Hold that the title and the text are drawn."""
    page.evaluate(PAINTED, PATIENCE * 1000)
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("article").inner_text()) > 500
    assert page.locator("article p:visible").count() > 2


def tool_or_rule(page: Page, locale: str, path: str) -> bool:
    """Hold that the tool works, or that its rule stands there and says why; tell which."""
    for tool in [tool for tool, where in TOOLS.items() if where == path]:
        expect(page.locator(f"{tool} > :last-child")).to_be_visible()
        said = page.locator(tool).get_by_text(words(locale)[tool]["no-script"])
        if page.locator(f"{tool} form").count() == 0:
            expect(said).to_be_visible()
            return False
        expect(said).to_have_count(0)
        enter_date(page, DAY)
        submit(page)
        expect(page.locator("[data-results] time").first).to_be_visible()
    return True
