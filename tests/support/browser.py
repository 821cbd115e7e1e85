"""Start the Chromium that tests drive, wherever this computer keeps it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from support.waiting import PATIENCE

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = (
    "These tests need Chromium and found none. On Debian or Ubuntu: "
    "sudo apt-get install chromium fonts-noto-core; "
    "elsewhere: .venv/bin/playwright install chromium; "
    "or name an installed one in the variable CHROMIUM."
)


def choose_language(page: Page, locale: str) -> None:
    """Follow the link to a language at the top of the page, as on a phone."""
    page.locator("header .languages summary").click()
    page.locator(f"header [data-language][hreflang={locale}]").click()


@contextmanager
def started() -> Iterator[Browser]:
    """Yield a headless Chromium; raises RuntimeError, saying what to install, if there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(playwright), args=list(FLAGS)
        )
        # A slow machine fails no test; what never comes is told all the same.
        expect.set_options(timeout=PATIENCE * 1000)
        browser.on("context", lambda opened: opened.set_default_timeout(PATIENCE * 1000))
        try:
            yield browser
        finally:
            browser.close()


def executable(playwright: Playwright) -> str:
    """Return the path of Chromium: the one named in CHROMIUM, the system's, or Playwright's."""
    own = playwright.chromium.executable_path
    found = (os.environ.get("CHROMIUM", ""), *map(shutil.which, NAMES), own)
    for path in found:
        if path and os.access(path, os.X_OK):
            return path
    raise RuntimeError(MISSING)
