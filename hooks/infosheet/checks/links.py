"""The check that each link on a page leads to a page, and to a heading that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from infosheet.components.dosing_calendar import MORE_MISSED, PROBLEMS
from infosheet.content.markdown_source import Mention, Page
from infosheet.content.project import Project
from infosheet.problems import Problem, did_you_mean
from infosheet.reading.no_code import refused_address


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


@dataclass(frozen=True)
class LinkWithin:
    """A link within the site: the page it leads to, as paths are written here, and the heading."""

    mention: Mention
    target: str
    heading: str


def links_within(page: Page) -> tuple[LinkWithin, ...]:
    """Return the links of a page that stay in the site; those that lead elsewhere are left out."""
    found = list[LinkWithin]()
    for link in page.links:
        if refused_address(link.text):
            continue  # what may not stand in a link at all is told of as code
        url = urlsplit(link.text)
        if url.scheme:
            continue
        target = page.path
        if url.path:
            target = posixpath.normpath(posixpath.join(page.folder, unquote(url.path)))
        found.append(LinkWithin(link, target, url.fragment))
    return tuple(found)


def check_links(project: Project, page: Page, links: tuple[LinkWithin, ...]) -> Iterator[Problem]:
    """Find those `links` of a page that lead nowhere."""
    known = project.known_paths
    for link in links:
        said, line = f"The link leads to “{link.mention.text}”", link.mention.line
        if link.target.startswith("../"):
            yield Problem(
                page.file, line, f"{said}, out of the pages.",
                "Lead to a page in the same language, such as problems.md.",
            )  # fmt: skip
            continue
        if link.target not in known:
            target, *choices = _as_written(page, link.target, *known)
            mend = did_you_mean(target, choices)
            for looks, scheme in ((r"www\.", "https://"), (r"[^/]+@", "mailto:")):
                if re.match(looks, link.mention.text):
                    mend = f"Write it with “{scheme}” before it: ({scheme}{link.mention.text})."
            yield Problem(page.file, line, f"{said}, which is no page.", mend)
            continue
        if not link.heading or link.target not in project.source_pages:
            continue
        shown = project.page_shown(link.target, page.locale)
        if shown is not None and link.heading not in shown.ids:
            yield Problem(
                page.file, line,
                f"{said}, but {shown.file} has no heading with the id “{link.heading}”.",
                did_you_mean(link.heading, shown.ids),
            )  # fmt: skip


def _as_written(page: Page, *paths: str) -> list[str]:
    """Return the paths as a link on `page` has to name them."""
    return [posixpath.relpath(path, page.folder or ".") for path in paths]
