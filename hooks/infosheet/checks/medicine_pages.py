"""The checks that the pages of a medicine and its file say the same, and name the same sources."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from infosheet.checks.facts import check_facts, page_name
from infosheet.checks.said_on_pages import check_said
from infosheet.content.kept import Kept
from infosheet.content.markdown_source import Page
from infosheet.content.project import Project
from infosheet.content.source_tree import DOCS
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.medicines.medicine import Medicine
from infosheet.problems import Problem, did_you_mean

# A raised number straight after a figure or a unit reads as part of the dose.
_READS_AS_DOSE = re.compile(r"(?:\d|\d\s?(?:mg|ml|g|%|°C))[.,;:)]*$", re.IGNORECASE)


def check_medicine_pages(project: Project, kept: Kept) -> Iterator[Problem]:
    """Hold the English pages to the declared facts, and the medicine files to the pages."""
    words = project.languages[SOURCE_LOCALE].words
    stated: dict[str, list[Page]] = {name: [] for name in project.medicines}
    others = list[Page]()
    for page in project.source_pages.values():
        yield from _medicine_named(project, page)
        found = project.medicine_of(page.path)
        if found is not None:
            stated[found[0]].append(page)
        elif not page.marks and not _waits(project, page):
            others.append(page)
    for page in others:
        yield from kept.result(check_facts, page.file, page, None, words, None)
    for name, medicine in project.medicines.items():
        file, pages = project.medicine_files[name], stated[name]
        folder = f"{DOCS}/{SOURCE_LOCALE}/{name}/"
        names = {page_name(page) for page in pages}
        names |= {Path(each).stem for each in project.unread if each.startswith(folder)}
        unknown = medicine.facts.keys() - names
        for each in unknown:
            yield Problem(
                file.file, file.line(("facts", each)),
                f"“{each}” is no page of this medicine.",
                did_you_mean(each, names) if names else f"There are no pages in {folder} yet.",
            )  # fmt: skip
        meant = _meant(medicine, unknown, names)
        for page in pages:
            if page_name(page) not in meant:
                yield from kept.result(check_facts, page.file, page, medicine, words, file)
        yield from kept.result(check_said, file.file, medicine, file, tuple(pages), words)
        for code in medicine.sources.keys() - {mark.text for page in pages for mark in page.marks}:
            yield Problem(
                file.file, file.line(("sources", code)), f"No page cites the source “{code}”.",
                f"Mark what it says with [^{code}], or take it out.", severity="notice",
            )  # fmt: skip


def check_source_marks(project: Project, page: Page) -> Iterator[Problem]:
    """Find marks on a page that name no source, or that would be read as a part of a figure."""
    if _waits(project, page):
        return
    found = project.medicine_of(page.path)
    if found is None and page.marks:
        name = min(project.medicines, default="kesimpta")
        yield Problem(
            page.file, page.marks[0].line,
            f"“[^{page.marks[0].text}]” names a source, but this page belongs to no medicine.",
            f"Write its medicine at the top of the English page, such as “medicine: {name}”; or "
            f"move the page to the folder of its medicine, such as {DOCS}/{page.locale}/{name}/.",
        )  # fmt: skip
        return
    sources = found[1].sources if found else {}
    for mark in page.marks:
        if mark.text not in sources:
            yield Problem(
                page.file, mark.line, f"“[^{mark.text}]” names no source of this page.",
                did_you_mean(mark.text, sources),
            )  # fmt: skip
        if _READS_AS_DOSE.search(mark.before):
            yield Problem(
                page.file, mark.line,
                f"The mark “[^{mark.text}]” stands straight after a figure, "
                "and would be read as a part of it.",
                "Reword, so that a word stands before the mark.",
            )  # fmt: skip


def _waits(project: Project, page: Page) -> bool:
    """Tell whether nothing is known of the page's medicine, since something is to be mended."""
    named = project.source_pages.get(page.path, page).meta.medicine
    if named is not None:
        return named not in project.medicines
    return page.path.partition("/")[0] in project.unfinished


def _medicine_named(project: Project, page: Page) -> Iterator[Problem]:
    name = page.meta.medicine
    if name is not None and name not in project.medicines.keys() | project.unfinished:
        found = re.search(r"^medicine:", page.text, re.MULTILINE)
        line = page.text.count("\n", 0, found.start()) + 1 if found else 1
        yield Problem(
            page.file, line, f"“medicine” is “{name}”, which is no medicine.",
            did_you_mean(name, project.medicines),
        )  # fmt: skip


def _meant(medicine: Medicine, unknown: Collection[str], names: Collection[str]) -> set[str]:
    """Return the pages whose facts stand below a name that is wrong, and are to be mended first."""
    without = sorted(set(names) - medicine.facts.keys())
    return {page for each in unknown for page in difflib.get_close_matches(each, without, n=1)}
