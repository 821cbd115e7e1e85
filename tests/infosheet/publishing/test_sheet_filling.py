"""The whole sheet holds every page of a medicine once, in order, with links that lead within it."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from infosheet.content.markdown_source import replace_placeholders, source_marks
from infosheet.content.project import load_project
from infosheet.publishing.sheet_filling import Made, filled
from infosheet.publishing.whole_sheet import WholeSheet
from infosheet.reading.page_text import page_text
from support.component_pages import words
from support.inventol import write_inventol
from support.markdown_links import replace_links

EXTENSIONS = ["admonition", "attr_list", "fenced_code", "footnotes", "md_in_html", "toc"]
URL = "inventol/whole-sheet/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_inventol(tmp_path)
    return tmp_path


def sheet(root: Path, locale: str = "en") -> str:
    """Return the HTML of the sheet, its frame and its pages made as MkDocs makes them."""
    project, problems = load_project(root)
    assert problems == []
    whole = WholeSheet(project, "inventol", locale)
    pages = {part.page.path: made(part.page.path, part.page.body) for part in whole.parts.values()}
    frame = page_text("The whole sheet", "", "whole-sheet", whole.frame())
    return filled(whole, made("inventol/whole-sheet.md", frame).html, URL, pages, drawn)


def made(path: str, text: str) -> Made:
    """Return a page as the site has it: components in place, sources at its end, links as URLs."""
    shown = list[tuple[str, str]]()

    def tool(placeholder: str) -> str:
        shown.append((placeholder, f"<div>\n<form>{placeholder}</form>\n</div>"))
        return shown[-1][1]

    body = replace_placeholders(text.rpartition("---\n")[2], tool)
    if codes := dict.fromkeys(source_marks(body)):
        notes = [f"[^{code}]: The source {code}\n" for code in codes]
        body = "\n".join([body, "## Sources {#sources}", "", *notes])
    linked = replace_links(body, lambda link: as_url(link, path))
    return Made(as_url(path, ""), markdown.markdown(linked, extensions=EXTENSIONS), shown)


def as_url(link: str, path: str) -> str:
    """Return the link of the page at `path` as it leads between folders, each with an index."""
    target, mark, heading = link.partition("#")
    if "://" in link or not target.endswith(".md"):
        return link
    up = "../" if path and not path.endswith("index.md") else "./" if path else ""
    name = target.removesuffix(".md").removesuffix("index").removesuffix("/")
    return up + (f"{name}/" if name else "") + mark + heading


def drawn(placeholder: str, locale: str) -> str:
    return f'<div class="component">\n<h2 id="rule">{placeholder} in {locale}</h2>\n</div>'


def links(text: str) -> dict[str, str]:
    """Return where each link leads, by its words."""
    return {words: target for target, words in re.findall(r'<a href="([^"]*)">([^<]*)</a>', text)}


def test_pages_follow_each_other_in_the_order_of_the_navigation_one_level_deeper(
    root: Path,
) -> None:
    headings = re.findall(r'<h([1-6]) id="([^"]*)">([^<]*)</h\1>', sheet(root))
    assert headings == [
        ("1", "whole-sheet", "The whole sheet"),
        ("2", "index", "Inventol"),
        ("3", "index--effect", "What it does"),
        ("3", "index--after", "After all"),
        ("2", "taking", "Taking Inventol"),
        ("3", "taking--missed", "If you miss a dose"),
        ("3", "taking--rule", "timing-date inventol contraception in en"),
        ("4", "taking--hurry", "In a hurry"),
        ("2", "dosing-calendar", "Work out your Inventol injection dates"),
        ("3", "dosing-calendar--rule", "dosing-calendar inventol in en"),
        ("2", "sources", "Sources"),
    ]


def test_links_between_the_pages_lead_within_the_sheet_and_others_stay(root: Path) -> None:
    found = links(sheet(root))
    for said, target in {
        "how to take it": "#taking",
        "if you miss a dose": "#taking--missed",
        "its first words": "#index",
        "the home page": "../../#home",
        "a site": "https://www.example.org/a#b",
        "faint": "#index--effect",
        "the dates": "#dosing-calendar--dates-in-weeks",
    }.items():
        assert found[said] == target


def test_a_section_that_only_leads_on_is_left_out_and_a_link_to_it_leads_to_its_page(
    root: Path,
) -> None:
    text = sheet(root)
    assert "Taking it" not in text
    assert "More to read." not in text
    assert "After all" in text
    assert links(text)["What next"] == "../#next"


def test_a_last_section_that_only_leads_on_is_left_out_up_to_the_sources(root: Path) -> None:
    (root / "docs/en/inventol/index.md").write_text(
        (root / "docs/en/inventol/index.md").read_text(encoding="utf-8").partition("## After")[0],
        encoding="utf-8",
    )
    text = sheet(root)
    assert "More to read." not in text
    assert '<h2 id="taking">' in text
    assert text.count("<h2") == 4


def test_code_stays_as_it_was_written(root: Path) -> None:
    assert "# not a heading [nor a link](taking.md)" in sheet(root)


def test_each_source_has_one_number_and_a_way_back_to_each_of_its_marks(root: Path) -> None:
    """Of marks that stand together, the lower number comes first, as on any page."""
    path = root / "docs/en/inventol/taking.md"
    more = "\n\nTake care.[^S][^PIL]\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    text = sheet(root)
    marks = re.findall(r'<sup id="([^"]*)"><a class="footnote-ref" href="([^"]*)">(\d+)</a>', text)
    assert marks == [
        ("fnref:PIL", "#fn:PIL", "1"),
        ("fnref:S", "#fn:S", "2"),
        ("fnref2:PIL", "#fn:PIL", "1"),
        ("fnref2:S", "#fn:S", "2"),
        ("fnref3:S", "#fn:S", "2"),
    ]
    listed = re.findall(r'<li id="fn:([^"]*)">\s*<p>The source (\w+)(.*?)</p>', text, re.DOTALL)
    assert [(code, title) for code, title, _ in listed] == [("PIL", "PIL"), ("S", "S")]
    ways = [re.findall(r'href="#([^"]*)"', back) for _, _, back in listed]
    assert ways == [["fnref:PIL", "fnref2:PIL"], ["fnref:S", "fnref2:S", "fnref3:S"]]


def test_a_tool_shows_what_prints_and_then_where_it_can_be_used(root: Path) -> None:
    text = sheet(root)
    tool = "On the web, a tool can add up your own dates:"
    assert "{{" not in text
    assert "<form>" not in text
    assert (
        '<h3 id="taking--rule">timing-date inventol contraception in en</h3>\n</div>\n'
        f'<p>{tool} <a href="../taking/#missed">Taking Inventol</a></p>\n'
    ) in text
    way = '<a href="../dosing-calendar/">Work out your Inventol injection dates</a>'
    assert f"<p>{tool} {way}</p>\n" in text


def test_the_contents_list_every_part_and_the_sources(root: Path) -> None:
    contents = re.findall(r'<li><a href="#([^"]*)">([^<]*)</a></li>', sheet(root))
    assert contents == [
        ("index", "Inventol"),
        ("taking", "Taking Inventol"),
        ("dosing-calendar", "Work out your Inventol injection dates"),
        ("sources", "Sources"),
    ]


def test_hard_words_are_explained_at_the_end_where_the_language_has_them(root: Path) -> None:
    (root / "docs/en/glossary.yml").write_text(
        "relapse:\n  term: relapse\n  meaning: A time when it gets worse.\n", encoding="utf-8"
    )
    text = sheet(root)
    assert '<dt id="glossary--relapse">relapse</dt>\n<dd>A time when it gets worse.</dd>' in text
    assert '<a href="#glossary">Hard words explained</a>' in text
    assert "glossary" not in sheet(root, "ur")


def test_a_page_without_a_translation_stands_there_in_english_and_says_so(root: Path) -> None:
    text = sheet(root, "ur")
    start = '<div class="in-english" lang="en" dir="ltr">\n'
    told = f'<p class="notice" data-notice="part">{words()["site"]["fallback"]}</p>'
    title = '<h2 id="index">Inventol</h2>'
    assert f"{start}{title}\n</div>\n{told}\n{start}<p>It is a medicine." in text
    assert '</div>\n<h2 id="taking">دوا لینا</h2>' in text
    assert "contraception in ur" in text
    assert '<a href="#index" lang="en" dir="ltr">Inventol</a>' in text
