"""The whole sheet on the real site: all that the pages say, on a screen and on paper."""

from __future__ import annotations

import gzip
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from infosheet.markdown_source import Page as Source
from infosheet.project import Project, load_project
from support.site import DIRECTIONS, NAMES, Site, locale_path

SHEET = "kesimpta/whole-sheet/"
LOCALES = list(NAMES)
TOOLS = ["dosing-calendar/", "pregnancy/#contraception", "vaccinations/#tool"]
# Nastaliq sets letters above each other, and what reads them back puts some in another order.
STACKED = {"ur"}

# The words of each section of a page, by the id of its heading: what tools, marks and notices say
# aside, since they differ between a page and the sheet.
SECTIONS = """() => {
  const sections = {};
  let id = "";
  const walker = document.createTreeWalker(
    document.querySelector("article"), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (/^H[1-6]$/.test(node.tagName) && !node.closest(".component")) sections[id = node.id] = "";
    } else if (id && !node.parentElement.closest(
        ".component, .notice, .footnote, .review, .sheet-imprint, .sheet-printing, nav,"
        + " .page-contents, sup, script, style, .term__meaning"
      )) {
      sections[id] += node.data;
    }
  }
  const words = (text) => text.replace(/\\s+/g, " ").trim();
  return Object.fromEntries(Object.entries(sections).map(([id, text]) => [id, words(text)]));
}"""

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


@pytest.fixture(scope="module")
def project(site: Site) -> Project:
    return load_project(site.root)[0]


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
        return subprocess.run(
            [command, *options, str(self.file)], capture_output=True, text=True, check=True
        ).stdout


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
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return Paper(file, text.split("\f")[:-1])

    return print_


def together(text: str) -> str:
    """Return the characters of a text without spaces and without marks of direction.

    Lam and alef are one sign on paper, which comes back with its two letters the other way round.
    """
    letters = re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]", "", text)
    return re.sub("ل([اآأإ])", r"\1ل", letters)


def sheet_html(site: Site, locale: str) -> str:
    file = site.built / locale_path(locale) / SHEET / "index.html"
    return file.read_text(encoding="utf-8")


def written(project: Project, locale: str) -> dict[str, Source]:
    """Return the written pages that stand on the sheet, in the words that are shown."""
    pages = (
        (path, project.page_shown(path, locale)) for path in project.parts_of_sheet("kesimpta")
    )
    return {path: page for path, page in pages if page is not None}


def without_ways_on(source: Source) -> list[tuple[int, str]]:
    """Return level and id of each heading of a page, but for the section that leads on."""
    kept = []
    skipped = 0
    for heading in source.headings:
        if skipped and heading.level > skipped:
            continue
        skipped = heading.level if heading.id == "next" else 0
        if not skipped:
            kept.append((heading.level, str(heading.id)))
    return kept


@pytest.mark.parametrize("locale", LOCALES)
def test_every_section_of_every_page_stands_on_it_once_and_in_order(
    site: Site, project: Project, locale: str
) -> None:
    html = sheet_html(site, locale)
    article = html[html.index("<article") : html.index("</article>")]
    found = re.findall(r'<h([1-6]) id="([^"]*)"', article)
    expected = [("1", "whole-sheet")]
    for path in project.parts_of_sheet("kesimpta"):
        name = Path(path).stem
        source = project.page_shown(path, locale)
        headings = without_ways_on(source) if source else [(1, name), (2, "dates-in-weeks")]
        expected.append(("2", name))
        for level, heading_id in headings[1:]:
            expected.append((str(level + 1), f"{name}--{heading_id}"))
            if heading_id == "tool":
                expected.append(("4", f"{name}--vaccine-timing-rules"))
    assert found == [*expected, ("2", "glossary"), ("2", "sources")]


@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_what_the_pages_say_word_for_word_and_figure_for_figure(
    page: Page, address: str, project: Project, locale: str
) -> None:
    page.goto(address + locale_path(locale) + SHEET)
    on_sheet = page.evaluate(SECTIONS)
    for path, source in written(project, locale).items():
        name = Path(path).stem
        page.goto(address + locale_path(locale) + path.removesuffix(".md").removesuffix("index"))
        on_page = page.evaluate(SECTIONS)
        for level, heading_id in without_ways_on(source):
            said = on_sheet[name if level == 1 else f"{name}--{heading_id}"]
            words: dict[str, str] = project.languages[source.locale].words["whole-sheet"]  # type: ignore[assignment]
            tool = f"{words['tool']} {source.meta.title}"
            assert " ".join(said.replace(tool, "").split()) == on_page[heading_id], heading_id


@pytest.mark.parametrize("locale", LOCALES)
def test_its_headings_and_links_are_those_of_one_page(
    site: Site, project: Project, locale: str
) -> None:
    html = sheet_html(site, locale)
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    within = set(re.findall(r'href="#([^"]+)"', html))
    assert within <= set(ids)
    article = html[html.index("<article") : html.index("</article>")]
    parts = {Path(path).stem for path in project.parts_of_sheet("kesimpta")}
    leaving = re.findall(r'<a [^>]*href="\.\./(([a-z-]+)/[^"]*)"', article)
    assert sorted(address for address, name in leaving if name in parts) == TOOLS


@pytest.mark.parametrize("locale", LOCALES)
def test_tools_stand_there_as_tables_with_the_way_to_them(
    page: Page, address: str, locale: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + locale_path(locale) + SHEET)
    article = page.locator("article")
    expect(article.locator("form, template, noscript, select, dosing-calendar")).to_have_count(0)
    expect(article.locator("vaccination-timing, timing-date")).to_have_count(0)
    scripts = [url.rpartition("/")[2].split(".")[0] for url in asked if url.endswith(".js")]
    assert sorted(scripts) == ["site", "whole-sheet"]
    for name, rows in (
        ("dosing-calendar--dates-in-weeks", 6),
        ("vaccinations--vaccine-timing-rules", 2),
    ):
        component = article.locator(".component", has=page.locator(f"#{name}"))
        expect(component.locator("tbody tr")).to_have_count(rows)
    for way in TOOLS:
        expect(article.locator(f'.component + p > a[href="../{way}"]')).to_have_count(1)


def test_it_is_found_in_the_list_of_pages_and_not_by_a_search(site: Site) -> None:
    home = (site.built / "kesimpta/index.html").read_text(encoding="utf-8")
    assert '<a href="whole-sheet/"' in home[home.index('<nav class="site-nav"') :]
    for fragment in (site.built / "search").rglob("*.pf_fragment"):
        assert "whole-sheet" not in gzip.decompress(fragment.read_bytes()).decode(), fragment


def test_the_button_prints_and_stands_there_only_where_it_can(
    browser: Browser, page: Page, address: str
) -> None:
    page.goto(address + SHEET)
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.locator("article [data-action=print]").click()
    expect(page.locator("body[data-printed=yes]")).to_have_count(1)
    for target in ("article [data-action=print]", "label[for=large-print]"):
        box = page.locator(target).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address + SHEET)
    expect(plain.locator("article [data-action=print]")).to_be_hidden()
    expect(plain.get_by_label("Print in large letters")).to_be_visible()
    context.close()


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
    page: Page, address: str, project: Project, printed: Print, locale: str
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
