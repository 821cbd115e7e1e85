"""What a screen must not do to a reader, whatever is shown on it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# The elements that are cut off or lie outside a screen that is too narrow for them.
SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const shown = [...document.querySelectorAll("main *")].filter(element =>
    element.getClientRects().length && getComputedStyle(element).clipPath === "none");
  return shown
    .filter(element => {
      const { left, right } = element.getBoundingClientRect();
      const clips = getComputedStyle(element).overflowX !== "visible";
      const cut = clips && element.scrollWidth > element.clientWidth + 1;
      return left < -1 || right > width + 1 || cut;
    })
    .map(element => element.outerHTML.slice(0, 120));
}"""


def axe_finds(page: Page) -> list[str]:
    """Return the faults that axe knows; the page must have been opened without its policy."""
    # Its own loading of styles does not know where an imported one lies.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]
