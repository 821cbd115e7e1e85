"""The benchmark measures what it says: the sites it builds have the pages, and are in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.corpora import write_corpus
from bench.starlight import write_starlight
from bench.stock import plain_pages
from bench.words import PAGES_A_MEDICINE, SIZES, Wording, wording
from support.site import Site

SMALL = min(SIZES)


@pytest.fixture(scope="module")
def small() -> Wording:
    return wording(*SIZES[SMALL])


@pytest.mark.parametrize("pages", SIZES)
def test_a_site_has_as_many_pages_as_its_size_says(pages: int) -> None:
    """Each language has the first page and 12 of each medicine, none of them twice."""
    languages, medicines = SIZES[pages]
    words = wording(languages, medicines)
    assert len(words.medicines) == medicines
    assert sum(map(len, words.pages.values())) == pages
    assert len(words.pages) == languages
    for written in words.pages.values():
        assert written.keys() == words.pages["en"].keys()
        assert len(written) == 1 + PAGES_A_MEDICINE * medicines
        assert len(set(written.values())) == len(written)


def test_a_page_has_about_500_words(small: Wording) -> None:
    """The English pages, of which there are as many as in any language, have 450 to 600."""
    counts = [len(text.split()) for text in small.pages["en"].values()]
    assert 450 <= sum(counts) / len(counts) <= 600


def test_our_site_is_checked_without_an_error_or_an_english_page(tmp_path: Path) -> None:
    """No page is refused, and none is shown in English for being behind."""
    write_corpus(SMALL, "ours", tmp_path / "ours")
    told = Site(tmp_path / "ours").run("check")
    assert told.returncode == 0, told.stderr
    assert "has changed since" not in told.stdout


def test_the_stock_site_has_the_same_words_without_what_only_infosheet_can_draw(
    small: Wording,
) -> None:
    pages = list(plain_pages(small))
    assert len(pages) == SMALL
    for page in pages:
        ours = small.pages[page.locale][page.path]
        assert page.title in ours
        assert "{{" not in page.body
        assert "whole-sheet.md" not in page.body
        assert all(line in page.body for line in ours.splitlines() if line.startswith("## "))


def test_the_site_of_starlight_has_a_file_for_each_page(small: Wording, tmp_path: Path) -> None:
    write_starlight(tmp_path, small)
    files = list(tmp_path.rglob("*.md"))
    assert len(files) == SMALL
    assert not any("{#" in file.read_text(encoding="utf-8") for file in files)
