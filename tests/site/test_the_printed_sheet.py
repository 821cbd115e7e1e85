"""The whole sheet on paper: tagged, in order, large enough, and honest about where it leads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.site import DIRECTIONS, NAMES, locale_path
from support.waiting import run

SHEET = "kesimpta/whole-sheet/"
LOCALES = list(NAMES)
# Nastaliq sets letters above each other, and what reads them back puts some in another order.
STACKED = {"ur"}

# What is seen on paper: each piece of text with the style of the element that holds it.
SEEN = """() => {
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (!text || !element.checkVisibility() || element.closest("script, style, template")) continue;
    const style = getComputedStyle(element);
    seen.push({
      text, color: style.color, size: parseFloat(style.fontSize), raised: !!element.closest("sup"),
    });
  }
  return seen;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@dataclass(frozen=True)
class Paper:
    """A printed sheet: its file, and the text of each of its pages."""

    file: Path
    pages: list[str]

    @property
    def text(self) -> str:
        return together(" ".join(self.pages))

    def told(self, command: str, *options: str) -> str:
        return run([command, *options, str(self.file)], check=True).stdout


Print = Callable[[str, str], Paper]


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> Print:
    """A function that prints the sheet in a language, `usual` or `large`, as Chromium does."""
    folder = tmp_path_factory.mktemp("paper")

    @cache
    def print_(locale: str, size: str) -> Paper:
        page = browser.new_page(color_scheme="dark")
        page.goto(address + locale_path(locale) + SHEET)
        page.locator("#large-print").set_checked(size == "large")
        file = folder / f"{locale}-{size}.pdf"
        page.pdf(path=file, tagged=True, outline=True, prefer_css_page_size=True)
        page.close()
        command = ["pdftotext", str(file), "-"]
        text = run(command, check=True).stdout
        return Paper(file, text.split("\f")[:-1])

    return print_


def together(text: str) -> str:
    """Return the characters of a text without spaces and without marks of direction.

    Lam and alef are one sign on paper, which comes back with its two letters the other way round.
    """
    letters = re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]", "", text)
    return re.sub("ل([اآأإ])", r"\1ل", letters)


@pytest.mark.parametrize("size", ["usual", "large"])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_paper_is_tagged_a4_with_its_fonts_and_a_number_on_each_page(
    printed: Print, locale: str, size: str
) -> None:
    paper = printed(locale, size)
    told = paper.told("pdfinfo")
    assert re.search(r"Tagged: +yes", told)
    assert re.search(r"Page size: .*\(A4\)", told)
    fonts = paper.told("pdffonts").splitlines()[2:]
    assert fonts
    assert [font for font in fonts if font.split()[-5] != "yes"] == []
    for number, text in enumerate(paper.pages, start=1):
        assert f"{number}/{len(paper.pages)}" in together(text)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_paper_is_read_in_order(page: Page, address: str, printed: Print, locale: str) -> None:
    page.goto(address + locale_path(locale) + SHEET)
    headings = [together(text) for text in page.locator("h1, article h2").all_inner_texts()]
    paper = printed(locale, "usual")
    tags = re.findall(r"^ *(H[12]) ", paper.told("pdfinfo", "-struct"), re.MULTILINE)
    assert tags == ["H1", *["H2"] * (len(headings) - 1)]
    position, found = 0, []
    for heading in headings:
        at = paper.text.find(heading, position)
        if at >= 0:
            found.append(heading)
            position = at + len(heading)
    # Of a line that runs in both directions the tool that reads the paper tells the pieces in the
    # order of the eye, and of letters that stand on each other not all.
    told = [each for each in headings if DIRECTIONS[locale] == "ltr" or each.isascii()]
    told += [each for each in headings if not re.search("[A-Za-z]", each) and locale not in STACKED]
    assert set(told) <= set(found)
    assert len(found) >= (1 if locale in STACKED else 7)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_paper_says_where_links_lead_and_how_far_to_trust_it(
    page: Page, address: str, printed: Print, locale: str
) -> None:
    text = printed(locale, "usual").text
    base = f"https://infosheet.example/{locale_path(locale)}"
    for link in (f"{base}kesimpta/dosing-calendar/", f"{base}{SHEET}", "https://111.nhs.uk/"):
        assert link in text
    assert "#problems" not in text
    page.goto(address + locale_path(locale) + SHEET)
    page.emulate_media(media="print")
    expect(page.locator(".notice:visible")).not_to_have_count(0)
    expect(page.locator("[data-review]")).to_be_visible()
    expect(page.locator(".sheet-imprint > p").first).to_be_visible()
    expect(page.locator(".footnote li").last).to_be_visible()
    if locale != "en":
        expect(page.locator("[data-notice=translation], [data-notice=fallback]")).to_be_visible()
    unseen = "header, footer, nav, button, input, summary, .md-skip, .footnote-backref"
    for each in page.locator(unseen).all():
        expect(each).to_be_hidden()


@pytest.mark.parametrize(("size", "points"), [("usual", 12), ("large", 16)])
@pytest.mark.parametrize("locale", LOCALES)
def test_no_print_is_smaller_than_it_promises_whatever_size_the_screen_has(
    page: Page, address: str, locale: str, size: str, points: int
) -> None:
    # As wide as the paper between its margins.
    page.set_viewport_size({"width": 658, "height": 900})
    page.goto(address + locale_path(locale) + SHEET)
    page.locator("#large-print").set_checked(size == "large")
    page.emulate_media(media="print")
    for text_size in ("", "4"):
        page.evaluate("size => { document.documentElement.dataset.textSize = size; }", text_size)
        small = [
            each["text"]
            for each in page.evaluate(SEEN)
            if each["size"] < points * 96 / 72 - 0.01 and not each["raised"]
        ]
        assert small == []
        body = page.locator(".page__words > p").nth(1)
        assert body.evaluate("p => parseFloat(getComputedStyle(p).fontSize)") < points * 1.5


@pytest.mark.parametrize("chosen", ["", "dark"])
def test_dark_colours_print_black_on_white(page: Page, address: str, chosen: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address + SHEET)
    if chosen:
        page.evaluate("document.documentElement.dataset.colours = 'dark'")
    coloured = [each["text"] for each in page.evaluate(SEEN) if each["color"] != "rgb(0, 0, 0)"]
    assert coloured == []
    backgrounds = page.evaluate(
        """() => [...new Set([...document.querySelectorAll("html, body, body *")]
             .filter((each) => each.checkVisibility())
             .map((each) => getComputedStyle(each).backgroundColor))]"""
    )
    assert set(backgrounds) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
