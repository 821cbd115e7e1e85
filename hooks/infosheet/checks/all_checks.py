"""Every check of the content that needs no build: what `make check` says, all at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from infosheet.checks.callouts import check_callouts
from infosheet.checks.compare_blocks import check_left_in_english, compare_blocks
from infosheet.checks.facts import check_facts, page_name
from infosheet.checks.forbidden import (
    Forbidden,
    check_page_words,
    check_strings_words,
    forbidden_words,
)
from infosheet.checks.links import check_calendar_links, check_links, links_within
from infosheet.checks.markdown_slips import check_slips
from infosheet.checks.page_form import check_form
from infosheet.checks.plain_wording import check_wording
from infosheet.checks.reading_age import reading_age
from infosheet.checks.reviews import check_marks, check_reviews
from infosheet.checks.said_on_pages import check_said
from infosheet.components.people_in_100 import compare_people
from infosheet.components.registry import ComponentError, check_placeholder
from infosheet.content.date_words import date_words
from infosheet.content.glossary import check_glossary
from infosheet.content.history import History
from infosheet.content.kept import Kept
from infosheet.content.markdown_source import Page
from infosheet.content.project import Language, Project, load_project
from infosheet.content.settings import SETTINGS, check_navigation, check_settings
from infosheet.content.source_tree import DOCS, MEDICINES
from infosheet.content.todo import with_todos
from infosheet.content.translation import SOURCE_LOCALE, State
from infosheet.medicines.medicine import Medicine
from infosheet.problems import Problem, did_you_mean
from infosheet.reading.no_code import check_data_code
from infosheet.reading.strings import Words, check_strings, directions
from infosheet.reading.yaml_reader import Document
from infosheet.side_by_side import side_by_side

# A raised number straight after a figure or a unit reads as part of the dose.
_READS_AS_DOSE = re.compile(r"(?:\d|\d\s?(?:mg|ml|g|%|°C))[.,;:)]*$", re.IGNORECASE)
_OLDEST_READER = 11
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
    if SETTINGS not in project.unread:
        problems += check_settings(project.settings, SOURCE_LOCALE)
    if project.unread & _basics(project) or SOURCE_LOCALE not in project.languages:
        # Without these, hardly anything would be said that is not a consequence of theirs.
        return project, with_todos(root, project.pages, problems, project.unread)
    problems += _strings(project, kept)
    problems += check_navigation(project.settings, project.paths, project.known_paths)
    problems += check_calendar_links(project)
    today = today or datetime.date.today()
    problems += [*check_reviews(project, today), *check_marks(project, today)]
    history = History(root, kept)
    # The longest comes first.
    pieces = [partial(_facts, project, kept)]
    pieces += [partial(_language, project, each, kept, history) for each in project.languages]
    many = once and sum(map(len, project.pages.values())) >= MANY_PAGES
    for found in (side_by_side if many else map)(_found, pieces):
        problems += found
    return project, with_todos(root, project.pages, problems, project.unread)


def _found(piece: Callable[[], Iterator[Problem]]) -> list[Problem]:
    return list(piece())


def _language(project: Project, locale: str, kept: Kept, history: History) -> Iterator[Problem]:
    """Check the words of a language, and its pages as far as they are held to nothing declared."""
    strings = project.languages[locale].strings
    forbidden = kept.result(forbidden_words, strings.file, strings)
    yield from kept.result(_strings_words, strings.file, strings, forbidden)
    for page in project.pages[locale].values():
        yield from kept.result(_alone, page.file, page, forbidden)
        yield from check_links(project, page, kept.result(links_within, page.file, page))
        yield from _placeholders(project, page)
        yield from _source_marks(project, page)
        yield from _translation(project, page, locale, kept, history)


def _basics(project: Project) -> set[str]:
    """Return the files that everything else is held against, as far as they can be told."""
    english = f"{DOCS}/{SOURCE_LOCALE}"
    medicines = {file for file in project.unread if file.startswith(MEDICINES)}
    return {SETTINGS, DOCS, f"{english}/strings.yml", f"{english}/glossary.yml", *medicines}


def _strings(project: Project, kept: Kept) -> Iterator[Problem]:
    source = project.languages.get(SOURCE_LOCALE)
    for locale, language in project.languages.items():
        if source is None or language.strings.file in project.unread:
            continue
        glossary = language.glossary_file
        for file in filter(None, (language.strings, glossary)):
            yield from kept.result(_data_code, file.file, file)
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
        for name in sorted(needed - set(named if isinstance(named, dict) else ())):
            yield Problem(
                language.strings.file, language.strings.line(("vaccines", group)),
                f"“vaccines.{group}” has no “{name}”, which medicines/{medicine_id}.yml lists.",
                f"Add a line “{name}: …” with its name in this language.",
            )  # fmt: skip


def _facts(project: Project, kept: Kept) -> Iterator[Problem]:
    """Hold the English pages to the declared facts, and the medicine files to the pages."""
    for file in project.medicine_files.values():
        yield from kept.result(_data_code, file.file, file)
    stated: dict[str, list[Page]] = {name: [] for name in project.medicines}
    for page in project.source_pages.values():
        yield from kept.result(_wording, page.file, page)
        name, medicine = project.medicine_of(page.path) or (page.folder, None)
        if medicine is not None:
            stated[name].append(page)
        elif (project.root / "medicines" / f"{name}.yml").is_file():
            continue  # until its medicine can be read, nothing is known of this page's facts
        words = project.languages[SOURCE_LOCALE].words
        declared = project.medicine_files.get(name)
        yield from kept.result(check_facts, page.file, page, medicine, words, declared)
    for name, medicine in project.medicines.items():
        file, pages = project.medicine_files[name], stated[name]
        names = {page_name(page) for page in pages}
        folder = f"{DOCS}/{SOURCE_LOCALE}/{name}/"
        names |= {Path(each).stem for each in project.unread if each.startswith(folder)}
        for unknown in medicine.facts.keys() - names:
            yield Problem(
                file.file, file.line(("facts", unknown)),
                f"“{unknown}” is no page of this medicine.",
                did_you_mean(unknown, names) if names else f"There are no pages in {folder} yet.",
            )  # fmt: skip
        yield from check_said(medicine, file, pages)
        for code in medicine.sources.keys() - {mark.text for page in pages for mark in page.marks}:
            yield Problem(
                file.file, file.line(("sources", code)), f"No page cites the source “{code}”.",
                f"Mark what it says with [^{code}], or take it out.", severity="notice",
            )  # fmt: skip


def _data_code(document: Document) -> list[Problem]:
    return list(check_data_code(document))


def _wording(page: Page) -> list[Problem]:
    return [*check_wording(page), *_reading_age(page)]


def _strings_words(strings: Document, forbidden: Forbidden | None) -> list[Problem]:
    return list(check_strings_words(strings, forbidden))


def _alone(page: Page, forbidden: Forbidden | None) -> list[Problem]:
    """Find what is wrong with a page whatever stands in other files."""
    return [
        *check_form(page),
        *check_slips(page),
        *check_callouts(page),
        *check_page_words(page, forbidden),
    ]


def _reading_age(page: Page) -> Iterator[Problem]:
    age = reading_age(page)
    if age > _OLDEST_READER:
        yield Problem(
            page.file, 0, f"This reads as for age {age}; {_OLDEST_READER} is the most we aim for.",
            "Shorten the longest sentences, and say the longest words more simply.", "notice",
        )  # fmt: skip


def _placeholders(project: Project, page: Page) -> Iterator[Problem]:
    for placeholder in page.placeholders:
        if project.unfinished.intersection(placeholder.text.split()):
            continue
        try:
            check_placeholder(placeholder.text, project.medicines)
        except ComponentError as error:
            yield Problem(page.file, placeholder.line, error.message, error.mend)


def _source_marks(project: Project, page: Page) -> Iterator[Problem]:
    if {page.folder, page.meta.medicine} & project.unfinished:
        return
    found = project.medicine_of(page.path)
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


def _translation(
    project: Project, page: Page, locale: str, kept: Kept, history: History
) -> Iterator[Problem]:
    if locale == SOURCE_LOCALE or project.unread & {
        f"{DOCS}/{SOURCE_LOCALE}/{page.path}",
        project.languages[locale].strings.file,
    }:
        return
    source = project.source_pages.get(page.path)
    if source is None:
        yield Problem(
            page.file, 0, "There is no English page at the same path.",
            did_you_mean(page.path, project.source_pages),
        )  # fmt: skip
        return
    if page.meta.translation is None:
        yield Problem(
            page.file, 1, "The page does not say who translated it, and from which English.",
            f"Run: make fresh PAGE={page.file} BY=person (or BY=machine, where a computer did).",
        )  # fmt: skip
        return
    translation = project.translation(page.path, locale)
    english, words = (project.languages[each].words for each in (SOURCE_LOCALE, locale))
    yield from kept.result(_compared, page.file, source, page, translation.state, english, words)
    if translation.state != "fresh":
        shown = "the English page instead" if translation.is_fallback else "a notice above it"
        changes = history.english_changes(source, page.meta.translation.of)
        yield Problem(
            page.file, 1,
            f"The English has changed since this was translated; readers see {shown}.",
            "\n    ".join(
                [f"Bring it up to {source.file}, then run: make fresh PAGE={page.file}", *changes]
            ),
            severity="notice",
        )  # fmt: skip


def _compared(
    source: Page, page: Page, state: State, english: Words, words: Words
) -> list[Problem]:
    """Find where a translation that is shown says something else than its English page."""
    problems = list[Problem]()
    if state != "fallback":
        problems += compare_people(source, page)
    if state == "fresh":
        problems += compare_blocks(source, page, english, words)
        problems += check_left_in_english(source, page)
    return problems
