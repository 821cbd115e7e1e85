"""Every kind of page in every language, light and dark, narrow and wide: axe finds no fault."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from support.kinds import LOCALES, pages_of

# All of axe's rules but those that it marks as trials; among them its best practices.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
        ],
    },
    "resultTypes": ["violations"],
}  # fmt: skip

# What can differ between light and dark; all other rules are asked once, in light.
RULES_OF_COLOUR = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
    },
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing(
    browser: Browser, address: str, locale: str, width: int, scheme: str
) -> None:
    # axe is a script from elsewhere, which the policy would rightly stop.
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    rules = RULES if scheme == "light" else RULES_OF_COLOUR
    findings = []
    board = ["status/"] if locale == "en" else []
    for path in [*pages_of(locale), *board]:
        page.goto(address + path)
        # axe passes over what is folded away.
        page.evaluate(
            "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
        )
        for violation in Axe().run(page, options=rules).response["violations"]:
            targets = [node["target"] for node in violation["nodes"]]
            findings.append(f"{path}: {violation['id']}: {targets}")
    context.close()
    assert findings == []
