"""What a script of an attacker could do on a page, held against the list in the guide.

guides/privacy-and-security.md tells a data-protection officer which ways out the policy stops. Each
is tried here in Chromium, as a script that got into the site's own site.js, once under the policy
that stands in the page alone and once more with the headers that the built site asks its host for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from infosheet.publishing.published_code import published_name
from support.other_host import OtherHost, other_host
from support.server import headers_of, serving
from support.site import ROOT, Site
from support.waiting import PATIENCE

GUIDE = (ROOT / "guides/privacy-and-security.md").read_text(encoding="utf-8")
SCRIPT = (ROOT / "tests/support/planted.js").read_text(encoding="utf-8")

# The columns of the guide's tables.
ALONE, HEADERS, ALLOWLIST = 0, 1, 2
STOPPED, CONNECTION, OPEN, UNSEEN = "stopped", "connection only", "not stopped", "not to be seen"

ELSEWHERE = "page of another host"


def table(heading: str) -> dict[str, list[str]]:
    """Return the rows of the table below a heading of the guide, by their first cell."""
    section = GUIDE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line[:1] == "|"]
    return {name.strip(): [cell.strip() for cell in cells] for name, *cells in rows[2:]}


WAYS_OUT = table("Ways out to another host")
KEPT = table("What stays on the device")


def ways(group: str) -> list[str]:
    """Return the names of a group of the planted script."""
    text = SCRIPT.split(f"const {group} = {{\n", 1)[1].split("\n};\n", 1)[0]
    return re.findall(r'^  "(.+?)":', text, re.MULTILINE)


def test_the_guide_names_each_way_that_the_script_tries() -> None:
    assert list(WAYS_OUT) == ways("STAYING") + ways("LEAVING") + ways("TELLING")
    assert list(KEPT) == ways("KEEPING")


def site_script(site: Path) -> str:
    """Return the path of the script that every page loads."""
    return f"/{published_name(site, 'assets/site.js')}"


def headers(site: Path, column: int) -> Mapping[str, str]:
    given = {} if column == ALONE else headers_of(site)
    return {**given, "Connection-Allowlist": "(response-origin)"} if column == ALLOWLIST else given


def wait_for(host: OtherHost, way: str, expected: str) -> None:
    """Wait for what the guide says will come; of what will not, nobody can say when it has not."""
    if expected == CONNECTION:
        host.knocked(way, PATIENCE)
    elif expected == OPEN:
        host.came(way, PATIENCE)


def outcomes(
    browser: Browser,
    site: Path,
    sent: Mapping[str, str],
    expected: Mapping[str, str],
    **options: bool,
) -> dict[str, str]:
    """Try each way out, and return what became of it."""
    with other_host([*WAYS_OUT, ELSEWHERE]) as host:
        doors = {way: host.address(way) for way in WAYS_OUT}
        planted = f"const DOORS = {json.dumps(doors)};\n{SCRIPT}"
        with serving(site, sent, changed={site_script(site): planted}) as address:
            context = browser.new_context(**options)
            for way in ways("TELLING"):
                told(context.new_page(), host, f"{address}/?try={way}")
            staying = context.new_page()
            staying.goto(f"{address}/?try=staying")
            staying.locator("html[data-tried]").wait_for()
            for way in ways("LEAVING"):
                leaving = context.new_page()
                leaving.goto(f"{address}/?try={way}", wait_until="commit")
                wait_for(host, way, expected[way])
            went = (staying.locator("html").get_attribute("data-went") or "").split("; ")
            for way in {*ways("STAYING"), *ways("TELLING")} - {*went}:
                wait_for(host, way, expected[way])
            context.close()
        return {
            way: OPEN
            if host.came(way) or way in went
            else CONNECTION
            if host.knocked(way)
            else STOPPED
            for way in WAYS_OUT
        }


def told(page: Page, host: OtherHost, address: str) -> None:
    """Show the site's page to a page of another host: in a window or in a frame."""
    page.goto(host.address(ELSEWHERE))
    if "opened" in address:
        with page.expect_popup() as popup:
            page.evaluate("address => { open(address) }", address)
        popup.value.locator("html[data-tried]").wait_for()
    else:
        page.evaluate(
            "address => document.body.append("
            "Object.assign(document.createElement('iframe'), {src: address}))",
            address,
        )


@pytest.mark.parametrize("column", [ALONE, HEADERS, ALLOWLIST])
def test_each_way_out_is_stopped_or_not_as_the_guide_says(
    browser: Browser, site: Site, column: int
) -> None:
    expected = {way: cells[column] for way, cells in WAYS_OUT.items()}
    found = outcomes(browser, site.built, headers(site.built, column), expected)
    assert found == {way: STOPPED if said == UNSEEN else said for way, said in expected.items()}


def test_without_a_policy_each_way_out_is_open_but_for_those_that_cannot_be_seen_here(
    browser: Browser, site: Site
) -> None:
    expected = {way: UNSEEN if UNSEEN in cells else OPEN for way, cells in WAYS_OUT.items()}
    found = outcomes(browser, site.built, {}, expected, bypass_csp=True)
    assert found == {way: STOPPED if said == UNSEEN else said for way, said in expected.items()}


@pytest.mark.parametrize("column", [ALONE, HEADERS])
def test_what_a_script_may_keep_on_the_device_is_what_the_guide_says(
    browser: Browser, site: Site, column: int
) -> None:
    planted = f"const DOORS = {{}};\n{SCRIPT}"
    sent = headers(site.built, column)
    with serving(site.built, sent, changed={site_script(site.built): planted}) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}/?try=keeping")
        kept = {way for way, cells in KEPT.items() if cells[column] == OPEN}
        for way in kept:
            page.locator(f"html[data-went*='{way}']").wait_for()
        assert {*(page.locator("html").get_attribute("data-went") or "").split("; ")} == kept
        context.close()
