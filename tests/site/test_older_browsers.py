"""A phone from 2020 can read each script, and does without the styles that it does not know."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from infosheet.publishing.published_code import published_name
from support.addresses import CALENDAR
from support.component_pages import enter_date, submit
from support.screens import SIDEWAYS
from support.server import serving
from support.site import Site, locale_path

PHONE = {"width": 360, "height": 740}

# What Safari 14 or Chrome 85 cannot read, or does not have; one of the first kind ends a script.
NEWER_SCRIPT = (
    r"\(\?<[=!]", r"\.#[a-z]", r"\bstatic\s*\{", r"(?:\?\?|\|\||&&)=", r"\.at\(", r"\.replaceAll\(",
    r"\bstructuredClone\(", r"\.findLast", r"\.toSorted\(", r"\.toReversed\(", r"\.hasOwn\(",
    r"\bPromise\.any\(", r"\.showPopover\(", r"\.showModal\(", r"\.scrollend\b",
)  # fmt: skip

# What Chrome 80 does not know in a style. It drops the declaration, the rule or the block.
NEWER_STYLE = re.compile(
    r"@container|::details-content|:focus-visible|:has(?=\()|:is(?=\()"
    r"|(?<=[;{])(?:container|content-visibility|(?:margin|padding|border|inset)-(?:block|inline)"
    r"|inset(?:-(?:block|inline)-(?:start|end))?|accent-color|text-underline-offset)(?=:)"
)


def without_newer_styles(style: str) -> str:
    """Return a style as it is for a browser to which what is newer says nothing."""
    return NEWER_STYLE.sub(lambda found: f"{re.match('[@:]*', found[0])[0]}unknown", style)


@pytest.fixture(scope="module")
def old(browser: Browser, site: Site) -> Iterator[tuple[Page, str]]:
    """A page in a browser that knows no style newer than 2020, and the address of the site."""
    name = published_name(site.built, "assets/site.css")
    style = (site.built / name).read_text(encoding="utf-8")
    with serving(site.built, changed={f"/{name}": without_newer_styles(style)}) as address:
        page = browser.new_page(viewport=PHONE)
        yield page, f"{address}/"
        page.close()


def test_no_script_has_what_a_phone_from_2020_cannot_read(site: Site) -> None:
    scripts = {path: path.read_text(encoding="utf-8") for path in site.built.rglob("*.js")}
    assert any("search" in path.parts for path in scripts)
    for page in (site.built / "index.html", site.built / CALENDAR / "index.html"):
        text = page.read_text(encoding="utf-8")
        scripts[page] = "".join(re.findall(r"<script>(.*?)</script>", text, re.DOTALL))
    for path, script in scripts.items():
        assert [each for each in NEWER_SCRIPT if re.search(each, script)] == [], path


@pytest.mark.parametrize("locale", ["en", "ur"])
def test_without_newer_styles_nothing_scrolls_sideways(old: tuple[Page, str], locale: str) -> None:
    page, address = old
    for path in ("", "kesimpta/", "kesimpta/research/", "kesimpta/vaccinations/", CALENDAR):
        page.goto(address + locale_path(locale) + path)
        assert page.evaluate(SIDEWAYS) == [], path


def test_without_newer_styles_links_fields_and_the_focus_are_seen(old: tuple[Page, str]) -> None:
    page, address = old
    page.goto(address + CALENDAR)
    band = page.locator(".site-header__band")
    colours = "element => getComputedStyle(element).%s"
    assert band.evaluate(colours % "color") != band.evaluate(colours % "backgroundColor")
    for each in ("a", "button"):
        of_link = band.locator(each).last.evaluate(colours % "color")
        assert of_link == band.evaluate(colours % "color"), each
    for field in page.locator("form :is(input[type=text], button):visible").all():
        field.focus()
        assert field.evaluate(colours % "borderTopWidth") == "2px"
        assert field.evaluate(colours % "borderTopStyle") == "solid"
        assert field.evaluate(colours % "outlineStyle") == "solid"


def test_a_browser_that_knows_no_modules_has_the_rule_and_no_button_that_does_nothing(
    browser: Browser, site: Site
) -> None:
    text = (site.built / CALENDAR / "index.html").read_text(encoding="utf-8")
    assert 'type="module"' in text
    changed = {f"/{CALENDAR}index.html": text.replace('type="module"', 'type="unknown"')}
    with serving(site.built, changed=changed) as address:
        page = browser.new_page(viewport=PHONE)
        page.add_init_script("delete HTMLScriptElement.prototype.noModule")
        page.goto(f"{address}/{CALENDAR}index.html")
        expect(page.locator("dosing-calendar table")).to_be_visible()
        assert page.locator("button:visible").count() == 0
        page.close()


def test_the_search_and_a_tool_work_without_what_browsers_have_since_2021(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.add_init_script(
        "delete PerformanceResourceTiming.prototype.decodedBodySize;"
        "for (const name of ['at', 'findLast', 'toSorted']) delete Array.prototype[name];"
        "delete String.prototype.replaceAll; delete window.structuredClone; delete Object.hasOwn;"
    )
    page.goto(address)
    page.click("[data-action=search]")
    page.fill("#search-field", "vaccine")
    expect(page.locator("[data-search-results] li").first).to_be_visible()
    page.goto(address + CALENDAR)
    enter_date(page, datetime.date(2027, 1, 3))
    submit(page)
    expect(page.locator("[data-dose]").first).to_be_visible()
    page.close()
