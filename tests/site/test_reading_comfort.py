"""Reading comfort: larger text, narrow screens, wide spacing, the keyboard, help in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from support.kinds import KINDS, LOCALES, pages_of
from support.site import locale_path

# The spacing that WCAG 1.4.12 says a page must bear.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""

# Sets the spacing of a page (none if empty), and whether its letters are twice as large.
SET = """([spacing, doubled]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(spacing);
  document.adoptedStyleSheets = [sheet];
  if (doubled) document.documentElement.dataset.textSize = "4";
  else delete document.documentElement.dataset.textSize;
}"""

# Sideways scrolling of the page, and elements whose text is cut off.
LOST = """() => {
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`page is ${page.scrollWidth} wide`);
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const clips = /hidden|clip/.test(style.overflowX + style.overflowY);
    if (!clips || style.clipPath !== "none" || !element.checkVisibility()) continue;
    if (element.closest("svg")) continue;
    const lost = element.scrollWidth > element.clientWidth + 1
      || element.scrollHeight > element.clientHeight + 1;
    if (lost) found.push(`${element.tagName}.${element.className} is cut off`);
  }
  return found;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    yield context.new_page()
    context.close()


# The sizes of a window in which nothing may be lost, each with what the reader has set. No script
# asks for the size, so a page is as if it had been opened in it.
SETTINGS = [
    (320, "as it is"), (320, "spaced"), (1280, "spaced"), (1280, "doubled"), (640, "doubled"),
    (360, "doubled"),
]  # fmt: skip

# The places for fingers that are not large enough, once all that can be unfolded is unfolded.
SMALL = """() => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  return [...document.querySelectorAll(
    "header a, header button, header summary, nav a, footer.site-footer a,"
    + " .page-contents a, summary, main button, .link-cards li, .tool-date input"
  )].filter((each) => {
    const box = each.getBoundingClientRect();
    return each.checkVisibility() && !each.matches(".md-skip, .term")
      && (box.height < 44 || box.width < 44);
  }).map((each) => each.outerHTML.slice(0, 80));
}"""


@dataclass
class Looks:
    """What a look at one page of each kind in a language has found, each page opened once."""

    lost: dict[tuple[int, str], list[str]]
    help: dict[str, tuple[str, ...]]
    small: list[str]


@pytest.fixture(scope="module", params=LOCALES)
def looks(request: pytest.FixtureRequest, browser: Browser, address: str) -> Looks:
    page = browser.new_page(bypass_csp=True)
    found = Looks({each: [] for each in SETTINGS}, {}, [])
    for path in pages_of(request.param):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(address + path)
        found.help[path] = tuple(page.locator("footer.site-footer a").all_inner_texts())
        for width, how in SETTINGS:
            page.set_viewport_size({"width": width, "height": 256 if width == 320 else 800})
            page.evaluate(SET, [SPACING if how == "spaced" else "", how == "doubled"])
            found.lost[width, how] += [f"{path}: {each}" for each in page.evaluate(LOST)]
        page.set_viewport_size({"width": 360, "height": 740})
        page.evaluate(SET, ["", False])
        found.small += [f"{path}: {each}" for each in page.evaluate(SMALL)]
    page.close()
    return found


@pytest.mark.parametrize(("width", "how"), SETTINGS)
def test_nothing_is_lost_and_nothing_scrolls_sideways(looks: Looks, width: int, how: str) -> None:
    """A window of 320 pixels is what one of 1280 becomes at a zoom of 400%."""
    assert looks.lost[width, how] == []


def test_the_largest_text_is_twice_the_usual_and_is_kept(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    page.locator("header .reading summary").click()
    size = "parseFloat(getComputedStyle(document.querySelector('.page__words p')).fontSize)"
    usual = page.evaluate(size)
    assert usual >= 19
    larger = page.get_by_label("Larger text")
    for _ in range(6):
        larger.click(force=True)
    assert page.evaluate(size) == usual * 2
    expect(larger).to_have_attribute("aria-disabled", "true")
    assert page.evaluate("Object.entries(localStorage)") == [["infosheet.text-size", "4"]]
    page.goto(address + "about/")
    assert page.evaluate(size) == usual * 2
    page.locator("header .reading summary").click()
    smaller = page.get_by_label("Smaller text")
    for _ in range(6):
        smaller.click(force=True)
    assert page.evaluate(size) == usual
    expect(smaller).to_have_attribute("aria-disabled", "true")


def test_larger_text_does_not_fold_away_the_button_that_was_pressed(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto(address)
    larger = page.get_by_label("Larger text")
    for _ in range(4):
        larger.click()
    expect(page.locator("html")).to_have_attribute("data-text-size", "4")
    expect(larger).to_be_focused()


def test_where_there_is_room_languages_and_reading_comfort_stand_open(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.mouse.click(*centre(page, "header [data-action=dark-colours]"))
    expect(page.locator("html[data-colours=dark]")).to_have_count(1)
    page.mouse.click(*centre(page, "header [hreflang=ur][data-language]"))
    page.wait_for_url(address + "ur/")


def centre(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_readers_choice_of_colours_comes_before_the_devices_and_paper_is_light(
    page: Page, address: str
) -> None:
    page.goto(address)
    colours = """chosen => {
      if (chosen) document.documentElement.dataset.colours = chosen;
      else delete document.documentElement.dataset.colours;
      return ["body", "h1", ".site-header__band", ".site-footer"].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector));
        return [style.color, style.backgroundColor, style.colorScheme].join();
      });
    }"""
    page.emulate_media(color_scheme="light")
    light, dark = page.evaluate(colours), page.evaluate(colours, "dark")
    assert not set(light) & set(dark)
    page.emulate_media(color_scheme="dark")
    assert [page.evaluate(colours, chosen) for chosen in (None, "light", "dark")] == [
        dark, light, dark,
    ]  # fmt: skip
    page.emulate_media(color_scheme="dark", media="print")
    assert [page.evaluate(colours, chosen) for chosen in (None, "dark")] == [light, light]


@pytest.mark.parametrize("locale", LOCALES)
def test_lines_hold_no_more_than_75_characters(page: Page, address: str, locale: str) -> None:
    page.goto(f"{address}{locale_path(locale)}kesimpta/stopping/")
    longest = page.evaluate(
        """() => {
          const lengths = [];
          for (const paragraph of document.querySelectorAll(".page__words > p")) {
            const range = document.createRange();
            range.selectNodeContents(paragraph);
            const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom)));
            if (lines.size > 2) lengths.push(paragraph.textContent.trim().length / lines.size);
          }
          return Math.max(0, ...lengths);
        }"""
    )
    assert longest <= 75


def test_the_contents_of_a_page_follow_the_reader(page: Page, address: str) -> None:
    page.goto(address + "kesimpta/side-effects/")
    here = page.locator(".page-contents a[aria-current]")
    expect(here).to_have_count(0)
    page.locator("#how-often").evaluate("heading => heading.scrollIntoView()")
    expect(here).to_have_text("How often side effects happen")
    expect(here).to_be_in_viewport()
    page.locator("#infections").evaluate("heading => heading.scrollIntoView()")
    expect(here).to_have_text("Infections")


def test_help_stands_in_the_same_place_and_order_on_every_page(looks: Looks) -> None:
    """WCAG 3.2.6."""
    (nowhere,) = [path for path in looks.help if path.endswith("404.html")]
    assert len(looks.help[nowhere]) >= 1
    orders = {links for path, links in looks.help.items() if path != nowhere}
    assert len(orders) == 1, orders


def test_a_mistake_is_reported_to_the_page_that_says_how(page: Page, address: str) -> None:
    page.goto(address + "ur/kesimpta/problems/")
    page.locator("[data-report]").click()
    page.wait_for_url(address + "ur/about/#mistakes")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [KINDS["get help, and a table"], KINDS["dosing calendar"]])
def test_the_focus_is_always_seen(page: Page, address: str, path: str, width: int) -> None:
    """Each stop of the keyboard has an outline, and nothing stands before it."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    hidden = []
    for _ in range(70):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const element = document.activeElement;
              if (element === document.body) return "";
              const box = element.getClientRects()[0];
              const style = getComputedStyle(element);
              const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
              const above = document.elementFromPoint(x, y);
              const seen = above && (element.contains(above) || above.contains(element));
              const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              if (seen && outlined) return "";
              return `${element.outerHTML.slice(0, 90)} ${seen} ${outlined}`;
            }"""
        )
        if found:
            hidden.append(found)
    assert hidden == []


def test_targets_are_large_enough_for_a_shaking_hand(looks: Looks) -> None:
    """44 pixels each way, but for links inside a sentence (WCAG 2.5.5)."""
    assert looks.small == []


def test_the_keyboard_alone_leads_from_home_to_a_printed_calendar(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")

    def tab_to(name: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "(document.activeElement.getAttribute('aria-label')"
                " || document.activeElement.textContent).trim()"
            )
            if re.fullmatch(name, focused):
                return
        raise AssertionError(f"the keyboard never comes to “{name}”")

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the main text")
    page.keyboard.press("Enter")
    tab_to("Work out your injection dates")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kesimpta/dosing-calendar/")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "day":
            break
    for text in ("3", "1", "2027"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    tab_to("Show my dates")
    page.keyboard.press("Enter")
    expect(page.locator("[data-dose]")).to_have_count(15)
    tab_to("Print")
    page.keyboard.press("Enter")
    expect(page.locator("body[data-printed=yes]")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(".print-sheet")).to_be_visible()
    expect(page.locator(".print-sheet")).to_contain_text("3 January 2027")
    expect(page.locator("article")).to_be_hidden()
