"""Nothing that a reader enters leaves the page, whichever tool, language and way.

Each language is walked through twice with different entries: all that the browser asks, stores and
says must be the same both times, so nothing in it can come from an entry, in whatever form. The
first walk has the headers that a host should send, the second those of a host that sends none.
"""

from __future__ import annotations

import base64
import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize

from support.addresses import TOOLS
from support.component_pages import enter_date, submit
from support.server import Asked, headers_of, serving
from support.site import NAMES, ROOT, Site, locale_path

WITNESS = ROOT / "tests/support/witness.js"
TODAY = datetime.datetime(2031, 4, 1, 12, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Reader:
    """What somebody enters."""

    date: datetime.date
    vaccines: tuple[str, ...]
    vaccine: str


READERS = (
    Reader(datetime.date(2031, 3, 17), ("mmr", "flu"), "typhoid"),
    Reader(datetime.date(2031, 3, 9), ("shingles",), "mmr"),
)

# A word to search for that no page has.
UNHEARD = "qxjzvw"

# What may be kept, and only when its button is pressed.
CHOICES = {"infosheet.colours": "dark", "infosheet.text-size": "1"}

STATE = """async () => ({
  address: location.href,
  title: document.title,
  referrer: document.referrer,
  window: name,
  history: [history.length, history.state],
  cookie: document.cookie,
  local: {...localStorage},
  session: {...sessionStorage},
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  files: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
})"""


@dataclass
class Walk:
    """What was seen of one walk, and every date that was shown to the reader on it."""

    reader: Reader
    address: str
    requests: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)
    states: list[Any] = field(default_factory=list)
    noted: list[list[str]] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    shown: set[tuple[str, str]] = field(default_factory=set)
    served: list[Asked] = field(default_factory=list)

    def seen(self) -> dict[str, Any]:
        """Return all that anybody but the reader could see, without the port of the server."""
        seen = {
            "requests": sorted({re.sub(r"^(blob:.*/).*", r"\1…", url) for url in self.requests}),
            "said": self.said,
            "states": self.states,
            "noted": [each for each in self.noted if each[0] != "writeText"],
            "saved": self.saved,
            "served": sorted({repr(each) for each in self.served}),
        }
        port = self.address.rpartition(":")[2]
        text = json.dumps(seen, ensure_ascii=False).replace(f":{port}", ":0")
        return dict(json.loads(text))


def ways(page: Page, tool: str, reader: Reader) -> Iterator[None]:
    """Enter what the tool asks for, in each of the ways it can be asked."""
    match tool:
        case "dosing-calendar":
            enter_date(page, reader.date)
            yield
            page.check("[name=basis][value=last-dose]")
            page.check("[name=initiation-complete][value=yes]")
            enter_date(page, reader.date)
            yield
        case "vaccination-timing":
            enter_date(page, reader.date)
            for vaccine in reader.vaccines:
                page.check(f"[name=vaccine][value={vaccine}]")
            yield
            page.check("[name=question][value=when-to-start]")
            page.locator("[data-vaccine] [name=vaccine]").select_option(reader.vaccine)
            enter_date(page, reader.date)
            yield
            page.check("[name=question][value=already-taking]")
            page.locator("[data-offered] [name=vaccine]").select_option(reader.vaccine)
            yield
        case _:
            enter_date(page, reader.date)
            yield


def look_around(page: Page, *, first: bool) -> None:
    """Use what every page offers: search, and on the first page dark colours and larger text."""
    if first:
        page.locator("header .reading summary").click()
        page.click("[data-action=dark-colours]")
        page.locator("[data-text-size-buttons] button").nth(1).click()
    page.click("[data-action=search]")
    page.fill("#search-field", "Kesimpta")
    page.locator("[data-search-results] li").first.wait_for()
    page.fill("#search-field", UNHEARD)
    page.locator("#search [data-search-help]").wait_for()
    page.keyboard.press("Escape")


def take_away(page: Page, walk: Walk) -> None:
    """Press each button that takes the answer away."""
    page.evaluate("navigator.clipboard.writeText('what was there')")
    for action in ("print", "copy", "calendar-file"):
        button = page.locator(f"[data-action={action}]")
        if not button.is_visible():
            continue
        if action == "calendar-file":
            with page.expect_download() as download:
                button.click()
            walk.saved.append(download.value.suggested_filename)
        else:
            button.click()
        if action == "copy":
            page.locator("[data-take-away] [role=status]:not(:empty)").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()") != "what was there"
        assert copied == (action != "print")


def walked(
    browser: Browser, site: Path, locale: str, reader: Reader, headers: Mapping[str, str]
) -> Walk:
    """Go through every tool of a language as one reader."""
    served: list[Asked] = []
    with serving(site, headers, asked=served) as address:
        walk = Walk(reader, address, served=served)
        phone = ViewportSize(width=360, height=740)
        context = browser.new_context(timezone_id="Europe/London", viewport=phone)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(path=WITNESS)

        def ask(request: Request) -> None:
            walk.requests.add(request.url)

        def say(message: ConsoleMessage) -> None:
            walk.said.append(message.text)

        context.on("request", ask)
        context.on("console", say)
        context.on("weberror", lambda error: walk.said.append(str(error.error)))
        page = context.new_page()
        page.clock.set_fixed_time(TODAY)
        # The protocol of the developer tools also tells of what is no fetch.
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on(
            "Network.requestWillBeSent", lambda sent: walk.requests.add(sent["request"]["url"])
        )
        network.on("Network.webSocketCreated", lambda made: walk.requests.add(made["url"]))
        for tool, path in TOOLS.items():
            page.goto(f"{address}/{locale_path(locale)}{path}")
            walk.states.append(page.evaluate(STATE))
            look_around(page, first=tool == "dosing-calendar")
            for _ in ways(page, tool, reader):
                submit(page)
                page.locator("[data-outcome]").wait_for()
                times = page.locator("[data-results] time")
                found = "all => all.map(time => [time.dateTime, time.textContent])"
                walk.shown |= {(iso, text) for iso, text in times.evaluate_all(found)}
                take_away(page, walk)
                walk.states.append(page.evaluate(STATE))
                page.click("[data-action=clear]")
            walk.states.append(page.evaluate(STATE))
            walk.noted += page.evaluate("noted")
        enter_date(page, reader.date)
        submit(page)
        page.pdf()
        walk.states.append(page.evaluate(STATE))
        page.locator(".site-header__name").click()
        page.wait_for_url(f"{address}/{locale_path(locale)}")
        walk.states.append(page.evaluate(STATE))
        walk.states.append(context.storage_state(indexed_db=True)["cookies"])
        context.close()
    return walk


def forms(shown: set[tuple[str, str]], entered: datetime.date) -> set[str]:
    """Return the dates in every way of writing them that a script might think of."""
    dates = {datetime.date.fromisoformat(iso) for iso, _ in shown} | {entered}
    plain = {text for _, text in shown}
    for date in dates:
        seconds = int(datetime.datetime.combine(date, datetime.time(), datetime.UTC).timestamp())
        days = seconds // 86400
        plain |= {date.isoformat(), date.strftime("%Y%m%d"), str(seconds), str(days)}
        plain |= {f"{date.day}{mark}{date.month}{mark}{date.year}" for mark in "/-. _,:|"}
        plain |= {date.strftime(f"%d{mark}%m{mark}%Y") for mark in "/-. _,:|"}
    other = {form for text in plain for form in (quote(text), quote(text, safe=""))}
    octets = {text.encode() for text in plain}
    encoded = {base64.b64encode(each).decode().rstrip("=") for each in octets}
    return plain | other | encoded | {each.hex() for each in octets}


@pytest.fixture(scope="module", params=NAMES)
def walks(request: pytest.FixtureRequest, browser: Browser, site: Site) -> tuple[Walk, Walk]:
    """The walks of two readers through the same language."""
    first, second = READERS
    return (
        walked(browser, site.built, request.param, first, headers_of(site.built)),
        walked(browser, site.built, request.param, second, {}),
    )


def test_what_is_asked_kept_and_said_does_not_depend_on_what_is_entered(
    walks: tuple[Walk, Walk],
) -> None:
    one, other = walks
    assert one.shown.isdisjoint(other.shown)
    assert one.seen() == other.seen()


def test_no_date_and_no_word_that_was_entered_is_found_in_any_form(
    walks: tuple[Walk, Walk],
) -> None:
    for walk in walks:
        assert len(walk.shown) > 20
        text = json.dumps(walk.seen(), ensure_ascii=False)
        assert UNHEARD not in text
        assert [form for form in forms(walk.shown, walk.reader.date) if form in text] == []


def test_no_page_asks_another_host_and_the_policy_is_kept(walks: tuple[Walk, Walk]) -> None:
    for walk in walks:
        own = (f"{walk.address}/", f"blob:{walk.address}/", "data:")
        assert [url for url in walk.requests if not url.startswith(own)] == []
        assert {each.method for each in walk.served} == {"GET"}
        assert {each.body for each in walk.served} == {b""}
        # Pagefind adds the time, so that no browser shows it an index of yesterday.
        now = f"pagefind-entry.json?ts={TODAY.timestamp() * 1000:.0f}"
        added = {each.address for each in walk.served if "?" in each.address}
        assert [address for address in added if not address.endswith(f"/{now}")] == []
        assert walk.said == []


def test_only_the_choices_of_the_reader_are_kept(walks: tuple[Walk, Walk]) -> None:
    for walk in walks:
        *states, cookies = walk.states
        assert cookies == []
        before, *after = states
        assert before["local"] == {}
        for state in after:
            assert state["local"] == CHOICES
        for state in states:
            assert not (state["cookie"] or state["session"] or state["databases"])
            assert not (state["caches"] or state["workers"] or state["files"])
            assert (state["referrer"], state["window"], state["history"][1]) == ("", "", None)
            assert not re.search(r"[?#]", state["address"])
        kept = [each for each in walk.noted if each[0] != "writeText"]
        assert kept == [["setItem", name, value] for name, value in CHOICES.items()]


def test_the_clipboard_gets_what_the_reader_copies_and_nothing_else(
    walks: tuple[Walk, Walk],
) -> None:
    for walk in walks:
        texts = [each[1] for each in walk.noted if each[0] == "writeText"]
        own = [text for text in texts if text != "what was there"]
        # Every way has something to copy but the last question of the vaccination tool.
        assert (len(own), len(texts)) == (5, 11)
