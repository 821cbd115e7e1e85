"""What a reader takes from a tool: the calendar file, the copied text and the sheet of paper."""

from __future__ import annotations

from pathlib import Path

import icalendar
from playwright.sync_api import Page

from support.waiting import run


def saved_calendar(page: Page) -> bytes:
    """Press the button and return the file it saves."""
    with page.expect_download() as download:
        page.click("[data-action=calendar-file]")
    return Path(download.value.path()).read_bytes()


def events(file: bytes) -> list[icalendar.Event]:
    """Return the entries of a calendar file."""
    return list(icalendar.Calendar.from_ical(file).walk("VEVENT"))


def copied_text(page: Page) -> str:
    """Press the button and return what is on the clipboard then."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("[data-action=copy]")
    page.locator(".tool [role=status]").filter(has_text=" ").wait_for()
    return str(page.evaluate("navigator.clipboard.readText()"))


def printed(page: Page, folder: Path) -> list[str]:
    """Print the page to `folder`/print.pdf and return the text of each sheet."""
    path = folder / "print.pdf"
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    text = run(["pdftotext", "-layout", str(path), "-"], check=True).stdout
    return text.removesuffix("\f").split("\f")
