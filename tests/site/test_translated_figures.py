"""Faults seeded one at a time into the real translations: each is caught where it stands."""

from __future__ import annotations

import re

import pytest

from infosheet.checks.compare_blocks import compare_blocks
from infosheet.checks.markdown_slips import check_slips
from infosheet.content.markdown_source import Page, parse_page
from infosheet.content.project import Project, load_project
from infosheet.problems import Problem, errors
from infosheet.reading.masking import mask
from support.site import NAMES, ROOT

# A figure that stands in words: not in a heading's id, a link's target, a mark or an ordinal.
FIGURE = re.compile(r"(?<![\w#./-])\d+(?![\w/-]*[)}\]])")
LOCALES = [locale for locale in NAMES if locale != "en"]


@pytest.fixture(scope="module")
def project() -> Project:
    read, problems = load_project(ROOT)
    assert problems == []
    return read


def found(project: Project, page: Page) -> list[Problem]:
    words = {name: language.words for name, language in project.languages.items()}
    source = project.source_pages[page.path]
    # Where a slip of Markdown is what makes the blocks differ, that is told, and not the blocks.
    compared = compare_blocks(source, page, words["en"], words[page.locale])
    return errors([*compared, *check_slips(page)])


def changed(page: Page, start: int, end: int, text: str) -> Page:
    words = page.text[:start] + text + page.text[end:]
    read, _ = parse_page(words, page.file, page.locale, page.path)
    assert read is not None
    return read


@pytest.mark.parametrize("locale", LOCALES)
def test_the_real_translations_have_no_mistake(project: Project, locale: str) -> None:
    for page in project.pages[locale].values():
        assert found(project, page) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_figure_of_every_page_is_caught_when_it_is_changed(
    project: Project, locale: str
) -> None:
    seeded, missed = 0, []
    for page in project.pages[locale].values():
        body = mask(page.text)
        for match in FIGURE.finditer(body):
            line = body.count("\n", 0, match.start()) + 1
            if re.match(r"\s*\d+[.)] ", body.splitlines()[line - 1]):
                continue
            seeded += 1
            wrong = changed(page, *match.span(), str(int(match[0]) + 3))
            if not any("figures here are" in each.message for each in found(project, wrong)):
                missed.append(f"{page.file}:{line}: {match[0]}")
    assert seeded > 150
    assert missed == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_lost_block_of_every_page_is_caught(project: Project, locale: str) -> None:
    missed = []
    for page in project.pages[locale].values():
        lines = page.text.splitlines(keepends=True)
        for block in page.blocks:
            if block.kind in ("item", "heading", "callout", "placeholder"):
                rest = "".join([*lines[: block.line - 1], *lines[block.line :]])
                read, _ = parse_page(rest, page.file, page.locale, page.path)
                if read is not None and not found(project, read):
                    missed.append(f"{page.file}:{block.line}")
    assert missed == []
