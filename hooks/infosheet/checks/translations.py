"""The check that a translation says what its English page says, and is as new."""

from __future__ import annotations

from collections.abc import Iterator

from infosheet.checks.compare_blocks import check_left_in_english, compare_blocks
from infosheet.components.people_in_100 import compare_people
from infosheet.content.history import History
from infosheet.content.kept import Kept
from infosheet.content.markdown_source import Page
from infosheet.content.project import Project
from infosheet.content.source_tree import DOCS
from infosheet.content.translation import SOURCE_LOCALE, State
from infosheet.problems import Problem, did_you_mean
from infosheet.reading.strings import Words


def check_english_there(project: Project, locale: str) -> Iterator[Problem]:
    """Find pages of `locale` without an English page; of a folder without any, only the folder."""
    known, folders = project.known_paths, project.folders
    lost = dict[str, int]()
    for page in project.pages[locale].values():
        folder, slash, _ = page.path.partition("/")
        if slash and folder not in folders:
            lost[folder] = lost.get(folder, 0) + 1
        elif page.path not in known:
            yield Problem(
                page.file, 0, "There is no English page at the same path.",
                did_you_mean(page.path, project.source_pages),
            )  # fmt: skip
    for folder, count in lost.items():
        yield Problem(
            f"{DOCS}/{locale}/{folder}", 0,
            f"There is no folder {DOCS}/{SOURCE_LOCALE}/{folder}/, so the pages in this one "
            f"({count}) have no English page.",
            f"Let it have the name of the English folder. {did_you_mean(folder, folders)}",
        )  # fmt: skip


def check_translation(
    project: Project, page: Page, locale: str, kept: Kept, history: History
) -> Iterator[Problem]:
    """Find where the page of `locale` differs from its English, or is behind it."""
    if locale == SOURCE_LOCALE or project.unread & {
        f"{DOCS}/{SOURCE_LOCALE}/{page.path}",
        project.languages[locale].strings.file,
    }:
        return
    source = project.source_pages[page.path]
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
