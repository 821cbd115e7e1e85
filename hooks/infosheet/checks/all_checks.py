"""Every check of the content that needs no build: what `make check` says, all at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from infosheet.checks.callouts import check_callouts
from infosheet.checks.forbidden import (
    Forbidden,
    check_page_words,
    check_strings_words,
    forbidden_words,
)
from infosheet.checks.links import check_calendar_links, check_links
from infosheet.checks.markdown_slips import check_slips
from infosheet.checks.medicine_pages import check_medicine_pages, check_source_marks
from infosheet.checks.medicine_slips import check_medicines
from infosheet.checks.navigation import check_navigation
from infosheet.checks.page_form import check_form
from infosheet.checks.plain_wording import check_wording
from infosheet.checks.quotation_marks import check_data_marks, check_page_marks
from infosheet.checks.reading_age import check_reading_age
from infosheet.checks.reviews import check_marks, check_reviews
from infosheet.checks.translations import check_english_there, check_translation
from infosheet.components.registry import ComponentError, check_placeholder
from infosheet.content.date_words import date_words
from infosheet.content.glossary import check_glossary
from infosheet.content.history import History
from infosheet.content.kept import Kept
from infosheet.content.markdown_source import Page
from infosheet.content.project import Language, Project, load_project
from infosheet.content.settings import SETTINGS, check_settings
from infosheet.content.source_tree import DOCS
from infosheet.content.todo import with_todos
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.medicines.medicine import Medicine
from infosheet.problems import Problem
from infosheet.reading.no_code import check_data_code
from infosheet.reading.strings import check_strings, directions
from infosheet.reading.yaml_reader import Document
from infosheet.side_by_side import side_by_side

# Without these, hardly anything would be said that is not a consequence of theirs.
_ENGLISH = f"{DOCS}/{SOURCE_LOCALE}"
_BASICS = {SETTINGS, DOCS, f"{_ENGLISH}/strings.yml", f"{_ENGLISH}/glossary.yml"}
MANY_PAGES = 500  # with fewer, asking for a second processor takes longer than it saves


def check_project(
    root: Path,
    today: datetime.date | None = None,
    kept: Kept | None = None,
    locales: Collection[str] | None = None,
) -> tuple[Project, list[Problem]]:
    """Return the project below `root` and every mistake and notice about its content.

    `today` is the day by which reviews are due or not; None is the day it is. With the same `kept`
    as before, only what has changed since is read and checked anew; without one, all. `locales`
    are the languages whose pages are read; None stands for all of them.
    """
    once, kept = kept is None, kept or Kept()
    project, problems = load_project(root, kept, locales)
    read = project.pages.keys() if locales is None else project.pages.keys() & locales
    if SETTINGS not in project.unread:
        problems += check_settings(project.settings, SOURCE_LOCALE)
    if project.unread & _BASICS or SOURCE_LOCALE not in project.languages:
        return project, with_todos(root, read, problems, project.unread)
    problems += _strings(project, kept, read)
    problems += check_navigation(project)
    problems += [*check_calendar_links(project), *check_medicines(project)]
    today = today or datetime.date.today()
    problems += [*check_reviews(project, today), *check_marks(project, today)]
    history = History(root, kept)
    # The longest comes first.
    pieces = [partial(_held_together, project, kept)]
    pieces += [partial(_language, project, each, kept, history) for each in read]
    many = once and sum(map(len, project.pages.values())) >= MANY_PAGES
    for found in (side_by_side if many else map)(_found, pieces):
        problems += found
    return project, with_todos(root, read, problems, project.unread)


def _found(piece: Callable[[], Iterator[Problem]]) -> list[Problem]:
    return list(piece())


def _language(project: Project, locale: str, kept: Kept, history: History) -> Iterator[Problem]:
    """Check the words of a language, and its pages as far as they are held to nothing declared."""
    strings = project.languages[locale].strings
    forbidden = kept.result(forbidden_words, strings.file, strings)
    yield from kept.result(_strings_words, strings.file, strings, forbidden)
    for page in project.pages[locale].values():
        yield from kept.result(_alone, page.file, page, forbidden)
        if page.path not in project.known_paths:
            continue  # what it leads to will be seen when it has its English page
        yield from check_links(project, page, kept)
        yield from _placeholders(project, page)
        yield from check_source_marks(project, page)
        yield from check_translation(project, page, locale, kept, history)
    yield from check_english_there(project, locale)


def _strings(project: Project, kept: Kept, locales: Collection[str]) -> Iterator[Problem]:
    source = project.languages[SOURCE_LOCALE]
    for locale, language in project.languages.items():
        if locale not in locales or language.strings.file in project.unread:
            continue
        glossary = language.glossary_file
        for file in filter(None, (language.strings, glossary)):
            yield from kept.result(_data_words, file.file, file)
        strings = language.strings
        yield from kept.result(check_strings, strings.file, source.strings, strings, locale)
        if source.glossary_file and glossary and glossary.file not in project.unread:
            yield from check_glossary(source.glossary_file, glossary)
        expected = directions(locale)
        if language.direction not in expected:
            yield Problem(
                language.strings.file, language.strings.line(("direction",)),
                f"“direction” is “{language.direction}”, but {' or '.join(expected)} is expected.",
            )  # fmt: skip
        for name, medicine in project.medicines.items():
            yield from _vaccine_names(language, name, medicine)
        try:
            date_words(locale, language.words)
        except (ValueError, KeyError) as error:
            yield Problem(
                language.strings.file, language.strings.line(("calendar-names",)),
                f"The names of months and days are not known: {error}.",
                "List them under “calendar-names”, from January and from Monday.",
            )  # fmt: skip


def _vaccine_names(language: Language, medicine_id: str, medicine: Medicine) -> Iterator[Problem]:
    """Find vaccines, and forms of vaccines, that the language has no name for."""
    words = language.words.get("vaccines")
    groups: dict[str, set[str]] = {
        "names": {vaccine.id for vaccine in medicine.vaccines},
        "forms": {form for vaccine in medicine.vaccines for form in vaccine.ask or ()},
    }
    for group, needed in groups.items():
        named = words.get(group) if isinstance(words, dict) else None
        if not isinstance(named, dict):
            continue  # then all of it is missing
        for name in sorted(needed - named.keys()):
            yield Problem(
                language.strings.file, language.strings.line(("vaccines", group)),
                f"“vaccines.{group}” has no “{name}”, which medicines/{medicine_id}.yml lists.",
                f"Add a line “{name}: …” with its name in this language.",
            )  # fmt: skip


def _held_together(project: Project, kept: Kept) -> Iterator[Problem]:
    """Check the words of English pages, and hold them and the medicine files to each other."""
    for file in project.medicine_files.values():
        yield from kept.result(_data_code, file.file, file)
    for page in project.source_pages.values():
        yield from kept.result(_wording, page.file, page)
    yield from check_medicine_pages(project, kept)


def _data_code(document: Document) -> list[Problem]:
    return list(check_data_code(document))


def _data_words(document: Document) -> list[Problem]:
    return [*check_data_code(document), *check_data_marks(document)]


def _wording(page: Page) -> list[Problem]:
    return [*check_wording(page), *check_reading_age(page)]


def _strings_words(strings: Document, forbidden: Forbidden | None) -> list[Problem]:
    return list(check_strings_words(strings, forbidden))


def _alone(page: Page, forbidden: Forbidden | None) -> list[Problem]:
    """Find what is wrong with a page whatever stands in other files."""
    return [
        *check_form(page),
        *check_slips(page),
        *check_callouts(page),
        *check_page_marks(page),
        *check_page_words(page, forbidden),
    ]


def _placeholders(project: Project, page: Page) -> Iterator[Problem]:
    source = project.source_pages.get(page.path, page)
    told = {placeholder.text for placeholder in source.placeholders if source is not page}
    for placeholder in page.placeholders:
        if placeholder.text in told:
            continue  # of the English page
        if project.unfinished.intersection(placeholder.text.split()):
            continue
        try:
            check_placeholder(placeholder.text, project.medicines)
        except ComponentError as error:
            yield Problem(page.file, placeholder.line, error.message, error.mend)
