"""The check that each link on a page leads to a page, and to a heading that is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from infosheet.dosing_calendar import MORE_MISSED, PROBLEMS
from infosheet.markdown_source import Page
from infosheet.no_code import refused_address
from infosheet.problems import Problem, did_you_mean
from infosheet.project import Project


def check_calendar_links(project: Project) -> Iterator[Problem]:
    """Find headings that a dosing calendar leads to, and that the page about problems lacks.

    A notice only: the link still leads to the page, though to its top.
    """
    for name, medicine in project.medicines.items():
        page = project.source_pages.get(f"{name}/problems.md")
        for heading in (*PROBLEMS[medicine.given], MORE_MISSED) if page else ():
            if page and heading not in page.ids:
                yield Problem(
                    page.file, 1,
                    f"The dosing calendar leads to the heading {{#{heading}}}, which is not here.",
                    "Add it with what to do. Which headings there must be goes by “given” in "
                    f"medicines/{name}.yml.", "notice",
                )  # fmt: skip


def check_links(project: Project, page: Page, locale: str) -> Iterator[Problem]:
    """Find links within the site that lead nowhere; those that lead elsewhere are not followed."""
    known = project.known_paths
    for link in page.links:
        if refused_address(link.text):
            continue  # what may not stand in a link at all is told of as code
        url = urlsplit(link.text)
        if url.scheme:
            continue
        target = page.path
        if url.path:
            target = posixpath.normpath(posixpath.join(page.folder, unquote(url.path)))
        if target.startswith("../"):
            yield Problem(
                page.file, link.line, f"The link leads to “{link.text}”, out of the pages.",
                "Lead to a page in the same language, such as problems.md.",
            )  # fmt: skip
            continue
        if target not in known:
            yield Problem(
                page.file, link.line, f"The link leads to “{link.text}”, which is no page.",
                did_you_mean(target, known),
            )  # fmt: skip
            continue
        shown = project.page_shown(target, locale) if target in project.source_pages else None
        if url.fragment and shown is not None and url.fragment not in shown.ids:
            yield Problem(
                page.file, link.line,
                f"The link leads to “{link.text}”, but {shown.file} has no heading "
                f"with the id “{url.fragment}”.",
                did_you_mean(url.fragment, shown.ids),
            )  # fmt: skip
