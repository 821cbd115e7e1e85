"""Where on a page of the site a link may lead to, whether a file holds that page or not."""

from __future__ import annotations

from collections.abc import Iterator

from infosheet.components.registry import COMPONENTS
from infosheet.content.glossary import GLOSSARY
from infosheet.content.markdown_source import Page
from infosheet.content.project import Project

# Where the site lists a page's sources.
_SOURCES = "sources"
# The section of a page that leads on to others, and is not on its whole sheet.
_WAYS_ON = "next"


def anchors(project: Project, path: str, locale: str) -> tuple[str, list[str]] | None:
    """Return what a reader of `locale` gets at `path`, as it can be named, and the ids on it.

    Those are the ids of headings, and of the words of a glossary. None where it cannot be known
    yet, since a file must be mended first.
    """
    if path not in project.paths or path in project.coming_paths:
        return None
    shown = project.page_shown(path, locale)
    if shown is not None:
        return shown.file, [*_of_page(shown)]
    return f"{path}, which the site makes,", [*_of_generated(project, path, locale)]


def _of_page(page: Page) -> Iterator[str]:
    yield from page.ids
    for placeholder in page.placeholders:
        component = COMPONENTS.get(placeholder.text.partition(" ")[0])
        yield from component.ids if component else ()
    if page.marks:
        yield _SOURCES


def _of_generated(project: Project, path: str, locale: str) -> Iterator[str]:
    language = project.languages[project.translation(path, locale).words_locale]
    if path == GLOSSARY:
        yield "glossary"
        yield from language.glossary
    elif path in project.calendar_paths:
        yield from ("dosing-calendar", *COMPONENTS["dosing-calendar"].ids)
        if project.medicines[project.calendar_paths[path]].regimen.source:
            yield _SOURCES
    elif path in project.whole_sheet_paths:
        yield from ("whole-sheet", _SOURCES)
        for part in project.parts_of_sheet(project.whole_sheet_paths[path]):
            yield from _of_part(project, part, language.locale)
        if language.glossary:
            yield "glossary"
            yield from (f"glossary--{key}" for key in language.glossary)


def _of_part(project: Project, path: str, locale: str) -> Iterator[str]:
    """Yield the ids of a page on the whole sheet, which begin with the name of the page."""
    name = path.partition("/")[2].removesuffix(".md").replace("/", "-")
    found = anchors(project, path, locale)
    _, (_, *ids) = found if found else ("", [""])
    yield name
    yield from (f"{name}--{each}" for each in ids if each not in (_WAYS_ON, _SOURCES))
