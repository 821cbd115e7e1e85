"""The whole sheet on the real site: it says all that the pages say, on one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from infosheet.content.markdown_source import Page as Source
from infosheet.content.project import Project, load_project
from support.site import NAMES, Site, locale_path

SHEET = "kesimpta/whole-sheet/"
LOCALES = list(NAMES)
TOOLS = ["dosing-calendar/", "pregnancy/#contraception", "vaccinations/#tool"]

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


@pytest.fixture(scope="module")
def project(site: Site) -> Project:
    return load_project(site.root)[0]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


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
def test_each_hard_word_is_explained_where_it_comes_first_and_no_more(
    site: Site, project: Project, locale: str
) -> None:
    explained = re.findall(r'<a class="term"[^>]*#([^"#]*)">', sheet_html(site, locale))
    assert len(explained) == len(set(explained))
    on_pages = {
        word
        for path in project.parts_of_sheet("kesimpta")
        for word in re.findall(
            r'<a class="term"[^>]*#([^"#]*)">',
            (site.built / locale_path(locale) / path.removesuffix(".md").removesuffix("index"))
            .joinpath("index.html")
            .read_text(encoding="utf-8"),
        )
    }
    assert set(explained) == on_pages


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
    for found in (site.built / "search").glob("*/pages.json"):
        assert "whole-sheet" not in found.read_text(encoding="utf-8"), found


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
