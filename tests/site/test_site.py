"""The built site: every page in every language."""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ET

import pytest

from infosheet.content.project import load_project
from infosheet.reading.latin_words import latin_runs
from support.site import DIRECTIONS, ROOT, Site
from support.waiting import run

COUNT = len(load_project(ROOT)[0].paths)


def pages(site: Site, locale: str) -> dict[str, str]:
    """Return the language's pages by their path, without those that say “not found”."""
    root = site.built if locale == "en" else site.built / locale
    others = {*DIRECTIONS, "status"} - {"en"} if locale == "en" else set()
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("index.html"))
        if path.relative_to(root).parts[0] not in others
    }


@pytest.mark.parametrize("locale", DIRECTIONS)
def test_every_page_is_there_in_each_language_with_its_lang_and_dir(
    site: Site, locale: str
) -> None:
    found = pages(site, locale)
    assert len(found) == COUNT
    start = f'<html lang="{locale}" dir="{DIRECTIONS[locale]}"'
    assert [path for path, page in found.items() if start not in page] == []


def test_what_falls_back_to_english_is_what_the_board_says(site: Site) -> None:
    board = json.loads((site.built / "status.json").read_text(encoding="utf-8"))
    told = {
        f"{locale}/{page['path'].removesuffix('index.md').removesuffix('.md')}".rstrip("/")
        for page in board["pages"]
        for locale, state in page["languages"].items()
        if state["state"] == "fallback"
    }
    shown = {
        f"{locale}/{path.removesuffix('index.html')}".rstrip("/")
        for locale in DIRECTIONS
        for path, page in pages(site, locale).items()
        if 'data-notice="fallback"' in page
    }
    assert shown == told


def test_a_language_with_holes_shows_marked_english_in_every_respect(copy: Site) -> None:
    holes = {"kesimpta/pregnancy", "kesimpta/vaccinations", "about", "glossary"}
    for path in holes - {"glossary"}:
        (copy.root / f"docs/ur/{path}.md").unlink()
    (copy.root / "docs/ur/glossary.yml").unlink()
    told = copy.run("build")
    assert told.returncode == 0, told.stderr
    english = pages(copy, "en")
    for path, page in pages(copy, "ur").items():
        is_hole = path.removesuffix("/index.html") in holes
        assert ('data-notice="fallback"' in page) == is_hole, path
        assert ('<meta name="robots" content="noindex">' in page) == is_hole, path
        assert ('<div lang="en" dir="ltr">' in page) == is_hole, path
        assert '<html lang="ur" dir="rtl"' in page, path
        canonical = re.search(r'<link rel="canonical" href="([^"]*)"', page)
        assert canonical
        assert ("/ur/" in canonical[1]) != is_hole, path
        if is_hole:
            assert canonical[0] in english[path]
    # The tool on an English page speaks English, whatever language the page stands under.
    vaccinations = pages(copy, "ur")["kesimpta/vaccinations/index.html"]
    assert re.search(r'<vaccination-timing[^>]* lang="en"', vaccinations)
    whole = pages(copy, "ur")["kesimpta/whole-sheet/index.html"]
    assert whole.count('data-notice="part"') == 2
    assert '<div class="in-english" lang="en" dir="ltr">\n<h2 id="pregnancy">' in whole
    sitemap = (copy.built / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"/ur/{path}/" not in sitemap for path in holes)
    index = (copy.built / "ur/index.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="about/" lang="en" dir="ltr"', index)


@pytest.mark.parametrize("locale", ["ar", "bn", "pa", "ur"])
def test_a_hard_word_in_latin_letters_is_read_out_as_english(site: Site, locale: str) -> None:
    explained = [
        word
        for page in pages(site, locale).values()
        for word in re.findall(r'<a class="term"[^>]*>(.*?)</a>', page)
    ]
    marked = [word for word in explained if '<span lang="en">' in word]
    assert marked
    left = [re.sub(r'<span lang="en">[^<]*</span>', "", word) for word in explained]
    assert [word for word in left if list(latin_runs(word))] == []


def test_a_translated_page_says_that_a_machine_made_it_and_nobody_checked_it(site: Site) -> None:
    for locale in DIRECTIONS.keys() - {"en"}:
        for path, page in pages(site, locale).items():
            assert re.search(r'data-notice="translation"[^>]*>.*?hreflang="en"', page, re.DOTALL), (
                f"{locale}/{path}"
            )


def test_each_medicine_page_says_that_no_clinician_has_checked_it(site: Site) -> None:
    for locale in DIRECTIONS:
        for path, page in pages(site, locale).items():
            if path.startswith("kesimpta/"):
                assert 'data-notice="review"' in page, path


def test_every_source_mark_leads_to_a_source_and_none_is_left_as_text(site: Site) -> None:
    for locale in DIRECTIONS:
        for path, page in pages(site, locale).items():
            assert "[^" not in page, path
            marks = set(re.findall(r'href="#(fn:[^"]+)"', page))
            assert marks <= set(re.findall(r'id="(fn:[^"]+)"', page)), path


def test_the_sitemap_lists_each_page_once_in_each_language_it_is_really_in(site: Site) -> None:
    tree = ET.parse(site.built / "sitemap.xml")
    addresses = [element.text or "" for element in tree.iter() if element.tag.endswith("}loc")]
    assert len(addresses) == len(set(addresses)) == COUNT * len(DIRECTIONS)
    for address in addresses:
        path = address.removeprefix("https://infosheet.example/")
        assert (site.built / path / "index.html").is_file()


def test_a_reader_of_each_language_is_told_in_it_that_a_page_is_not_there(site: Site) -> None:
    assert '<html lang="en" dir="ltr"' in (site.built / "404.html").read_text(encoding="utf-8")
    assert '<html lang="cy" dir="ltr"' in (site.built / "cy/404.html").read_text(encoding="utf-8")
    assert '<html lang="ur" dir="rtl"' in (site.built / "ur/404.html").read_text(encoding="utf-8")


def test_every_page_stands_under_the_policy_and_has_no_style_attribute(site: Site) -> None:
    for path in site.built.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        head = page[page.index("<head>") :].removeprefix("<head>").lstrip()
        assert head.startswith('<meta charset="utf-8">'), path
        policy = head.removeprefix('<meta charset="utf-8">').lstrip()
        assert policy.startswith('<meta http-equiv="Content-Security-Policy"'), path
        assert not re.search(r"<[^>]*\sstyle=", page), path
        assert not re.search(r"<[^>]*\son[a-z]+=", page), path


def test_plain_mkdocs_build_stops_at_a_mistake_before_it_touches_the_site(copy: Site) -> None:
    copy.edit("docs/en/kesimpta/stopping.md", "[^PIL]", "[^PILL]")
    (copy.root / "site").mkdir()
    (copy.root / "site/index.html").write_text("the last good site", encoding="utf-8")
    told = run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=copy.root,
    )  # fmt: skip
    assert told.returncode == 1
    assert "docs/en/kesimpta/stopping.md:" in told.stdout + told.stderr
    assert "Traceback" not in told.stderr
    assert (copy.root / "site/index.html").read_text(encoding="utf-8") == "the last good site"


def test_signs_of_code_in_strings_are_shown_as_text(few: Site) -> None:
    few.edit("docs/en/strings.yml", "  menu: Menu", """  menu: 'Me < & > "nu"'""")
    few.edit("docs/en/strings.yml", "  submit: Show my dates", "  submit: 'Show < & > \"'")
    told = few.run("build")
    assert told.returncode == 0, told.stderr
    page = (few.built / "kesimpta/dosing-calendar/index.html").read_text(encoding="utf-8")
    assert "Me &lt; &amp; &gt;" in page
    assert "Me < &" not in page
    assert "Show < &" not in page


def test_the_board_for_staff_tells_the_state_of_each_page_and_is_not_for_readers(
    copy: Site,
) -> None:
    (copy.root / "docs/ur/kesimpta/pregnancy.md").unlink()
    copy.edit("docs/en/about.md", "in plain words", "in the plainest words")
    assert copy.run("build").returncode == 0
    board = json.loads((copy.built / "status.json").read_text(encoding="utf-8"))
    states = {page["path"]: page["languages"] for page in board["pages"]}
    assert len(states) == COUNT
    assert states["kesimpta/pregnancy.md"]["ur"]["state"] == "fallback"
    assert states["about.md"]["cy"]["state"] == "stale"
    assert states["about.md"]["en"]["state"] == "original"
    assert board["reviews"]["kesimpta"]["checked_by"] is None
    assert board["reviews"]["kesimpta"]["due"] == "2027-11-22"
    page = (copy.built / "status/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    for path in copy.built.rglob("*.html"):
        if path.parent.name != "status":
            assert "status/" not in path.read_text(encoding="utf-8"), path
