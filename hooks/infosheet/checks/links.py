"""The check that each link on a page leads to a page, and to a heading that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from infosheet.checks.anchors import anchors
from infosheet.components.dosing_calendar import MORE_MISSED, PROBLEMS
from infosheet.content.kept import Kept
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


def check_links(project: Project, page: Page, kept: Kept) -> Iterator[Problem]:
    """Find links of a page that lead nowhere; of a translation, only those that are its own."""
    broken = dict(_broken(project, page, kept))
    source = project.source_pages.get(page.path)
    if broken and source is not None and source is not page:
        told = {link.mention.text for link, _ in _broken(project, source, kept)}
        broken = {link: said for link, said in broken.items() if link.mention.text not in told}
    yield from broken.values()


def _broken(project: Project, page: Page, kept: Kept) -> Iterator[tuple[LinkWithin, Problem]]:
    for link in kept.result(links_within, page.file, page):
        if problem := _problem(project, page, link):
            yield link, problem


def _problem(project: Project, page: Page, link: LinkWithin) -> Problem | None:
    """Return why a link leads nowhere, or None where it leads to a page and a heading of it."""
    known = project.known_paths
    said, line = f"The link leads to “{link.mention.text}”", link.mention.line
    if link.target.startswith("../"):
        return Problem(
            page.file, line, f"{said}, out of the pages.",
            "Lead to a page in the same language, such as problems.md.",
        )  # fmt: skip
    if link.target.partition("/")[0] in project.lost_folders:
        return None  # the navigation tells of it
    if link.target not in known:
        target, *choices = _as_written(page, link.target, *known)
        mend = did_you_mean(target, choices)
        for looks, scheme in ((r"www\.", "https://"), (r"[^/]+@", "mailto:")):
            if re.match(looks, link.mention.text):
                mend = f"Write it with “{scheme}” before it: ({scheme}{link.mention.text})."
        return Problem(page.file, line, f"{said}, which is no page.", mend)
    found = anchors(project, link.target, page.locale) if link.heading else None
    if found is None or link.heading in found[1]:
        return None
    place, ids = found
    return Problem(
        page.file, line, f"{said}, but {place} has no heading with the id “{link.heading}”.",
        did_you_mean(link.heading, ids),
    )  # fmt: skip


def _as_written(page: Page, *paths: str) -> list[str]:
    """Return the paths as a link on `page` has to name them."""
    return [posixpath.relpath(path, page.folder or ".") for path in paths]
