"""What a visitor loads and waits for: a first view, opening the search, and its first answer."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page
from playwright.sync_api import Error as PlaywrightError

from bench.building import KINDS, site_of
from bench.host import Host, hosting
from bench.measured import BenchError
from bench.report import Table, say
from support.browser import started

READING, TOOL = "kesimpta/side-effects/", "kesimpta/vaccinations/"
PAGES = {"reading": READING, "tool": TOOL}
QUERIES = ("vaccination", "injection")
_SLOWER = 4
_VISITS = 3

# How each kind of site opens its search, the field to type into, and an answer.
_SEARCH = {
    "ours": ("[data-action=search]", "#search-field", "#search li a"),
    "stock": (
        "label.md-header__button[for=__search]",
        "[data-md-component=search-query]",
        ".md-search-result__item a",
    ),
}
# Types a query and waits until an answer that was not there before is drawn; in milliseconds. A
# message that is sent while a frame is prepared comes when it has been drawn.
_ANSWERED = """([query, field, answer]) => new Promise((resolve) => {
  const input = document.querySelector(field);
  const shown = () => [...document.querySelectorAll(answer)].map((one) => one.href).join();
  const before = shown();
  const start = performance.now();
  const drawn = new MessageChannel();
  drawn.port1.onmessage = () => resolve(performance.now() - start);
  const look = () => {
    const now = shown();
    if (now && now !== before) drawn.port2.postMessage(null);
    else if (performance.now() - start > 60000) resolve(Infinity);
    else requestAnimationFrame(look);
  };
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  requestAnimationFrame(look);
})"""


def measure_visits(place: Path, sizes: list[int]) -> Table:
    """Visit the built sites below `place`, as a phone does, without anything kept before."""
    table = Table(
        "What a visitor loads and waits for",
        ["pages", "", "reading page", "tool page", "opening the search", "2 queries",
         f"first answer, {_SLOWER} × slower", f"next answer, {_SLOWER} × slower"],
        notes=[
            "Bytes as sent, compressed with gzip, with headers; requests in brackets. The reading "
            f"page is {READING}, the tool page {TOOL}, in English.",
            f"“{_SLOWER} × slower” is a processor slowed down {_SLOWER} times; from the whole word "
            f"typed until an answer is drawn; the middle of {_VISITS} visits.",
        ],
    )  # fmt: skip
    with started() as browser:
        for pages in sorted({min(sizes), max(sizes)}):
            for kind in KINDS:
                try:
                    row = _visited(browser, site_of(place, kind, pages), kind)
                except (BenchError, PlaywrightError) as error:
                    first = str(error).splitlines()[0]
                    table.notes.append(f"{KINDS[kind].name}, {pages:,} pages: {first}")
                    continue
                table.rows.append([f"{pages:,}", KINDS[kind].name, *row])
                say(f"Visited {pages:,} pages, {KINDS[kind].name}: {', '.join(row)}")
    return table


def _visited(browser: Browser, site: Path, kind: str) -> list[str]:
    with hosting(site) as host:
        views = [_first_view(browser, host, path) for path in PAGES.values()]
        if kind not in _SEARCH:
            return [*views, "", "", "", ""]
        opening, answering, _, _ = _searched(browser, host, kind, slower=1)
        visits = [_searched(browser, host, kind, slower=_SLOWER) for _ in range(_VISITS)]
    first, following = (median(visit[answer] for visit in visits) for answer in (2, 3))
    return [*views, opening, answering, _time(first), _time(following)]


def _time(milliseconds: float) -> str:
    return f"{milliseconds:.0f} ms" if math.isfinite(milliseconds) else "over 60 s"


def _first_view(browser: Browser, host: Host, path: str) -> str:
    with _phone(browser) as context:
        _open(context, host, path)
        return _weight(host)


def _searched(
    browser: Browser, host: Host, kind: str, slower: int
) -> tuple[str, str, float, float]:
    """Return what opening the search and the first query load, and how long 2 queries take."""
    button, field, answer = _SEARCH[kind]
    with _phone(browser) as context:
        page = _open(context, host, READING)
        host.told()
        mistakes: list[str] = []
        page.on("pageerror", lambda error: mistakes.append(error.message))
        _slowed(context, page, slower)
        page.locator(button).first.click()
        page.locator(field).wait_for()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(1000)
        opening = _weight(host)
        if mistakes:
            raise BenchError(f"The search cannot be opened: {mistakes[0]}")
        first, following = (
            float(page.evaluate(_ANSWERED, [query, field, answer])) for query in QUERIES
        )
        page.wait_for_load_state("networkidle")
        return opening, _weight(host), first, following


def _phone(browser: Browser) -> BrowserContext:
    return browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="en-GB"
    )


def _open(context: BrowserContext, host: Host, path: str) -> Page:
    page = context.new_page()
    host.told()
    page.goto(f"{host.address}/{path}", wait_until="networkidle")
    page.wait_for_timeout(500)
    return page


def _slowed(context: BrowserContext, page: Page, times: int) -> None:
    session: CDPSession = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})


def _weight(host: Host) -> str:
    sent = host.told()
    return f"{sent.bytes / 1000:.1f} KB ({len(sent.addresses)})"
