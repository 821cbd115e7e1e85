"""The preview goes on through every mistake, and shows it on the page until it is mended."""

from __future__ import annotations

import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Browser, expect

from support.mistakes import BROKEN
from support.site import Site

PATIENCE = 60  # seconds until a preview that never comes is given up; no promise of speed


def page_with(address: str, *, mistake: str | None) -> str:
    """Return the page once it names the mistake, or once it names none."""
    page = ""
    for _ in range(PATIENCE * 5):
        try:
            with urllib.request.urlopen(address) as response:
                page = response.read().decode()
        except urllib.error.URLError:
            page = ""
        if page and (mistake in page if mistake else "preview-mistakes" not in page):
            return page
        time.sleep(0.2)
    raise AssertionError(f"The preview did not come to show {mistake or 'a page'}: {page[:500]}")


@pytest.mark.parametrize(
    "name",
    [
        "a broken link",
        "a missing anchor",
        "an unknown key in the medicine file",
        "an unknown placeholder",
    ],
)
def test_the_preview_goes_on_through_a_mistake(copy: Site, preview: str, name: str) -> None:
    page_with(preview, mistake=None)
    file, right, wrong, message, _ = BROKEN[name]
    line = copy.edit(file, right, wrong)
    page = page_with(preview, mistake=message)
    assert f"{file}:{line}" in page
    copy.edit(file, wrong, right)
    page_with(preview, mistake=None)


def test_an_edit_reloads_the_open_page_under_the_site_s_policy(
    copy: Site, preview: str, browser: Browser
) -> None:
    page_with(preview, mistake=None)
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(preview)
    copy.edit("docs/en/index.md", "# Information about", "# All about")
    expect(page.locator("h1")).to_contain_text("All about", timeout=PATIENCE * 1000)
    assert [text for text in refused if "Content Security Policy" in text] == []
    page.close()
