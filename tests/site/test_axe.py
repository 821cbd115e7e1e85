"""Every kind of page in every language, light and dark, narrow and wide: axe finds no fault."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from support.kinds import LOCALES, pages_of

# All of axe's rules but those that it marks as trials; among them its best practices. The one of
# enhanced contrast is made to find all that the usual one would, which takes as long again.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
        ],
    },
    "rules": {"color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}  # fmt: skip

# What can differ between light and dark; all other rules are asked once, in light.
RULES_OF_COLOUR = {
    "runOnly": {"type": "rule", "values": ["color-contrast-enhanced", "link-in-text-block"]},
    "resultTypes": ["violations"],
}

# axe passes over what is folded away, and would see colours on their way from light to dark.
UNFOLDED = """() => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  const still = new CSSStyleSheet();
  still.replaceSync("*, ::before, ::after { transition: none !important }");
  document.adoptedStyleSheets.push(still);
}"""
ENHANCED = """() => {
  const { normal, large } = axe._audit.checks["color-contrast-enhanced"].options.contrastRatio;
  normal.minThreshold = large.minThreshold = 0;
}"""
FINDINGS = """(rules) => axe.run(rules).then(({ violations }) => violations.map(
  ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" "))}`))"""


def prepare(page: Page) -> None:
    page.evaluate(UNFOLDED)
    page.evaluate(ENHANCED)


def findings(page: Page, scheme: str, rules: dict[str, object]) -> list[str]:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    return [f"{page.url}, {scheme}: {each}" for each in page.evaluate(FINDINGS, rules)]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing(browser: Browser, address: str, locale: str, width: int) -> None:
    # axe is a script from elsewhere, which the policy would rightly stop.
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900})
    context.add_init_script(AXE_SCRIPT)
    page = context.new_page()
    found = []
    board = ["status/"] if locale == "en" else []
    for path in [*pages_of(locale), *board]:
        page.emulate_media(color_scheme="light")
        page.goto(address + path)
        prepare(page)
        found += findings(page, "light", RULES)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        found += findings(page, "dark", RULES_OF_COLOUR)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != colour, path
    context.close()
    assert found == []


FAULTY = """<!doctype html><html lang="en"><title>Faulty</title>
<style>
  p { color: #000; transition: color 30s }
  @media (prefers-color-scheme: dark) { body { background: #000; color: #fff } p { color: #555 } }
</style>
<main><h1>Faulty</h1><img src="data:,"><p>Words that cannot be read.</p></main>"""


def test_axe_itself_finds_each_kind_of_fault_in_the_scheme_that_has_it(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(FAULTY)
    page.evaluate(AXE_SCRIPT)
    prepare(page)
    light = findings(page, "light", RULES)
    dark = findings(page, "dark", RULES_OF_COLOUR)
    page.close()
    assert [each.split(": ")[1] for each in light] == ["image-alt"]
    assert [each.split(": ")[1] for each in dark] == ["color-contrast-enhanced"]
