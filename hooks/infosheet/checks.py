"""Every check of the content that needs no build: what `make check` says, all at once."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from infosheet.blocks import compare_blocks
from infosheet.callouts import check_callouts
from infosheet.components import ComponentError, check_placeholder
from infosheet.date_words import date_words
from infosheet.facts import check_facts, page_name
from infosheet.forbidden import check_forbidden_words
from infosheet.glossary import check_glossary
from infosheet.history import english_changes
from infosheet.markdown_source import Page, mask
from infosheet.medicine import Medicine
from infosheet.people_in_100 import compare_people
from infosheet.plain_wording import check_wording
from infosheet.problems import Problem, Severity, did_you_mean
from infosheet.project import Language, Project, load_project, nav_paths
from infosheet.reading_age import reading_age
from infosheet.strings import check_strings
from infosheet.translation import SOURCE_LOCALE

# A raised number straight after a figure or a unit reads as part of the dose.
_READS_AS_DOSE = re.compile(r"(?:\d|\d\s?(?:mg|ml|g|%|°C))[.,;:)]*$", re.IGNORECASE)
_OLDEST_READER = 11
# So many days before a check is due, staff are told of it.
_SOON = 60
_ALIGNED_TABLE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)*\s*(?::-+:?|-+:)\s*(?:\|.*)?$")


def check_project(root: Path, today: datetime.date | None = None) -> tuple[Project, list[Problem]]:
    """Return the project below `root` and every mistake and notice about its content.

    `today` is the day by which reviews are due or not; None is the day it is.
    """
    project, problems = load_project(root)
    problems += _strings(project)
    problems += _navigation(project)
    problems += _facts(project)
    problems += _reviews(project, today or datetime.date.today())
    for page in project.source_pages.values():
        problems += _reading_age(page)
    for locale, language in project.languages.items():
        problems += check_forbidden_words(language, list(project.pages[locale].values()))
    for locale, pages in project.pages.items():
        for page in pages.values():
            problems += _headings(page)
            problems += _links(project, page, locale)
            problems += _placeholders(project, page)
            problems += _source_marks(project, page)
            problems += _tables(page)
            problems += check_callouts(page)
            problems += _translation(project, page, locale)
    return project, sorted(set(problems))


def _strings(project: Project) -> Iterator[Problem]:
    source = project.languages.get(SOURCE_LOCALE)
    if source is None:
        yield Problem(
            project.settings.file, 0, "There is no English among the languages.",
            "English is the source of every page: add it to the i18n block.",
        )  # fmt: skip
        return
    for locale, language in project.languages.items():
        yield from check_strings(source.strings, language.strings, locale)
        if source.glossary_file and language.glossary_file:
            yield from check_glossary(source.glossary_file, language.glossary_file)
        if language.direction not in ("ltr", "rtl"):
            yield Problem(
                language.strings.file, language.strings.line(("direction",)),
                f"“direction” is “{language.direction}”, but ltr or rtl is expected.",
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


def _navigation(project: Project) -> Iterator[Problem]:
    known = project.paths
    listed = dict(nav_paths(project.settings))
    for path, line in listed.items():
        if path not in known and not urlsplit(path).scheme:
            yield Problem(
                project.settings.file, line, f"The navigation lists “{path}”, which is no page.",
                did_you_mean(path, known),
            )  # fmt: skip
    for path in sorted(known - listed.keys()):
        yield Problem(
            project.settings.file, project.settings.line(("nav",)),
            f"The navigation does not list the page “{path}”.", "Add it under “nav”.",
        )  # fmt: skip


def _reviews(project: Project, today: datetime.date) -> Iterator[Problem]:
    extra = project.settings.data.get("extra")
    setting = extra.get("overdue_reviews", "notice") if isinstance(extra, dict) else "notice"
    reviews = {f"medicines/{name}.yml": each.review for name, each in project.medicines.items()}
    for page in project.source_pages.values():
        if page.meta.review is not None:
            reviews[page.file] = page.meta.review
    for file, review in reviews.items():
        days = (review.due - today).days
        if days > _SOON:
            continue
        overdue = review.overdue(today)
        said = "and pages say that this is overdue" if overdue else f"in {days} days"
        severity: Severity = "error" if setting == "error" and overdue else "notice"
        yield Problem(
            file, 0, f"The facts are to be checked by {review.due}, {said}.",
            "When a clinician has checked them, write “last” and “by” under “review”.", severity,
        )  # fmt: skip


def _facts(project: Project) -> Iterator[Problem]:
    """Hold the English pages to the declared facts, and the medicine files to the pages."""
    stated: dict[str, list[Page]] = {name: [] for name in project.medicines}
    for page in project.source_pages.values():
        yield from check_wording(page)
        name, medicine = project.medicine_of(page.path) or (page.folder, None)
        if medicine is not None:
            stated[name].append(page)
        elif (project.root / "medicines" / f"{name}.yml").is_file():
            continue  # until its medicine can be read, nothing is known of this page's facts
        words, file = project.languages[SOURCE_LOCALE].words, project.medicine_files.get(name)
        yield from check_facts(page, medicine, words, file)
    for name, medicine in project.medicines.items():
        file, pages = project.medicine_files[name], stated[name]
        names = {page_name(page) for page in pages}
        for unknown in medicine.facts.keys() - names:
            yield Problem(
                file.file, file.line(("facts", unknown)),
                f"“{unknown}” is no page of this medicine.", did_you_mean(unknown, names),
            )  # fmt: skip
        for code in medicine.sources.keys() - {mark.text for page in pages for mark in page.marks}:
            yield Problem(
                file.file, file.line(("sources", code)), f"No page cites the source “{code}”.",
                f"Mark what it says with [^{code}], or take it out.", severity="notice",
            )  # fmt: skip


def _reading_age(page: Page) -> Iterator[Problem]:
    age = reading_age(page)
    if age > _OLDEST_READER:
        yield Problem(
            page.file, 0, f"This reads as for age {age}; {_OLDEST_READER} is the most we aim for.",
            "Shorten the longest sentences, and say the longest words more simply.", "notice",
        )  # fmt: skip


def _headings(page: Page) -> Iterator[Problem]:
    for heading in page.headings:
        if heading.id is None:
            yield Problem(
                page.file, heading.line, f"The heading “{heading.text}” has no id.",
                "End it with a short English id in braces, such as {#missed-dose}, "
                "the same in every language.",
            )  # fmt: skip
    for name, count in Counter(page.ids).items():
        if count > 1:
            line = [heading.line for heading in page.headings if heading.id == name][-1]
            yield Problem(page.file, line, f"The id “{name}” stands {count} times on this page.")
    if not page.headings or page.headings[0].level != 1:
        line = page.headings[0].line if page.headings else 1
        yield Problem(page.file, line, "The page does not begin with its title as a “#” heading.")


def _links(project: Project, page: Page, locale: str) -> Iterator[Problem]:
    known = project.paths
    for link in page.links:
        url = urlsplit(link.text)
        if url.scheme or url.netloc:
            if url.scheme not in ("https", "mailto", "tel"):
                yield Problem(
                    page.file, link.line, f"The link “{link.text}” does not begin with https.",
                    "Write the full address, or the path of a page such as problems.md.",
                )  # fmt: skip
            continue
        target = page.path
        if url.path:
            target = posixpath.normpath(posixpath.join(page.folder, unquote(url.path)))
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


def _placeholders(project: Project, page: Page) -> Iterator[Problem]:
    for placeholder in page.placeholders:
        try:
            check_placeholder(placeholder.text, project.medicines)
        except ComponentError as error:
            yield Problem(page.file, placeholder.line, error.message, error.mend)


def _source_marks(project: Project, page: Page) -> Iterator[Problem]:
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


def _tables(page: Page) -> Iterator[Problem]:
    for number, line in enumerate(mask(page.text).splitlines(), start=1):
        if "|" in line and _ALIGNED_TABLE.match(line):
            yield Problem(
                page.file, number, "This table aligns its columns, which the site cannot show.",
                "Write “---” without colons.",
            )  # fmt: skip


def _translation(project: Project, page: Page, locale: str) -> Iterator[Problem]:
    if locale == SOURCE_LOCALE:
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
            f"Run: make fresh PAGE={page.file}",
        )  # fmt: skip
        return
    translation = project.translation(page.path, locale)
    if not translation.is_fallback:
        yield from compare_people(source, page)
    if translation.state != "fresh":
        shown = "the English page instead" if translation.is_fallback else "a notice above it"
        changes = english_changes(project.root, source, page.meta.translation.of)
        yield Problem(
            page.file, 1,
            f"The English has changed since this was translated; readers see {shown}.",
            "\n    ".join(
                [f"Bring it up to {source.file}, then run: make fresh PAGE={page.file}", *changes]
            ),
            severity="notice",
        )  # fmt: skip
    else:
        words = {name: language.words for name, language in project.languages.items()}
        yield from compare_blocks(source, page, words[SOURCE_LOCALE], words[locale])
