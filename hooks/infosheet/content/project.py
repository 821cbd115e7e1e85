"""Everything that people write, read once: settings, languages, strings, medicines and pages."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from infosheet.content.glossary import GLOSSARY, Finder, Glossary, read_glossary
from infosheet.content.kept import Kept
from infosheet.content.markdown_source import Page, StringsMark, page_in
from infosheet.content.medicine_files import match_folders, read_medicines
from infosheet.content.settings import SETTINGS, SETTINGS_TAGS, declared_languages, nav_paths
from infosheet.content.source_tree import DOCS, check_tree, pages_below
from infosheet.content.translation import (
    SOURCE_LOCALE,
    Translation,
    translation_of,
    translation_of_whole,
)
from infosheet.medicines.medicine import Medicine, Review
from infosheet.problems import Problem, errors
from infosheet.reading.schema import validate
from infosheet.reading.source_text import read_content
from infosheet.reading.strings import Words
from infosheet.reading.yaml_reader import Document, document_in

DOSING_CALENDAR = "dosing-calendar.md"
WHOLE_SHEET = "whole-sheet.md"
_OR_BEGIN = f"; for a new language, copy docs/{SOURCE_LOCALE}/strings.yml there and translate it"


@dataclass(frozen=True)
class Language:
    """A language of the site, as its block in mkdocs.yml names it.

    `mark` says who translated its strings and glossary; None for the source language.
    """

    locale: str
    name: str
    strings: Document
    glossary_file: Document | None = None
    glossary: Glossary = field(default_factory=dict, repr=False)
    mark: StringsMark | None = None

    @property
    def words(self) -> Words:
        """The interface words of this language."""
        return self.strings.data

    @property
    def direction(self) -> str:
        """Either `ltr` or `rtl`."""
        return str(self.words.get("direction", "ltr"))

    @cached_property
    def hard_words(self) -> Finder:
        """Finds the words of the glossary."""
        return Finder(self.glossary)


@dataclass(frozen=True)
class Project:
    """The content of one site, below `root`.

    `unread` are files that must be mended first; `unfinished` are medicines that are left out
    until their files are mended and the to-dos in them are done.
    """

    root: Path
    settings: Document
    languages: dict[str, Language]
    medicines: dict[str, Medicine]
    pages: dict[str, dict[str, Page]] = field(repr=False)
    medicine_files: dict[str, Document] = field(default_factory=dict, repr=False)
    unread: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()

    @cached_property
    def source_pages(self) -> dict[str, Page]:
        """The English pages by their path."""
        return self.pages.get(SOURCE_LOCALE, {})

    @cached_property
    def calendar_paths(self) -> dict[str, str]:
        """The dosing calendar of each medicine: path → medicine id."""
        return {f"{medicine}/{DOSING_CALENDAR}": medicine for medicine in self.medicines}

    @cached_property
    def whole_sheet_paths(self) -> dict[str, str]:
        """The page that holds all others of each medicine: path → medicine id."""
        return {f"{medicine}/{WHOLE_SHEET}": medicine for medicine in self.medicines}

    @property
    def coming_paths(self) -> dict[str, str]:
        """The pages that wait for the to-dos of their medicine to be done: path → medicine id."""
        return {
            f"{medicine}/{page}": medicine
            for medicine in sorted(self.unfinished & self.folders)
            for page in (DOSING_CALENDAR, WHOLE_SHEET)
        }

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folders of the English pages, such as `kesimpta`."""
        english = (file.partition(f"{DOCS}/{SOURCE_LOCALE}/")[2] for file in self.unread)
        paths = (*self.source_pages, *english)
        return frozenset(path.partition("/")[0] for path in paths if "/" in path)

    @cached_property
    def lost_folders(self) -> frozenset[str]:
        """The folders that the navigation lists, and that are not there."""
        listed = [path.partition("/")[0] for path, _ in nav_paths(self.settings) if "/" in path]
        return frozenset(each for each in listed if listed.count(each) > 1) - self.folders

    @cached_property
    def generated_paths(self) -> tuple[str, ...]:
        """The pages that no Markdown file holds."""
        source = self.languages.get(SOURCE_LOCALE)
        glossary = (GLOSSARY,) if source and source.glossary else ()
        return (*self.calendar_paths, *self.whole_sheet_paths, *self.coming_paths, *glossary)

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every page of the site, without its language folder."""
        return frozenset({*self.source_pages, *self.generated_paths})

    @cached_property
    def known_paths(self) -> frozenset[str]:
        """Every page of the site, and those that will be when they can be read."""
        english = f"{DOCS}/{SOURCE_LOCALE}/"
        unread = {file.removeprefix(english) for file in self.unread if file.startswith(english)}
        return self.paths | unread

    @cached_property
    def _decided(self) -> dict[tuple[str, str], Translation]:
        """What has been decided already about pages and the languages of their readers."""
        return {}

    def translation(self, path: str, locale: str) -> Translation:
        """Return what a reader of `locale` gets for the page at `path`."""
        if (path, locale) not in self._decided:
            self._decided[path, locale] = self._decide(path, locale)
        return self._decided[path, locale]

    def _decide(self, path: str, locale: str) -> Translation:
        source = self.source_pages.get(path)
        if source is not None:
            return translation_of(source, self.pages[locale].get(path), locale, self._words)
        language = self.languages[locale]
        if locale == SOURCE_LOCALE:
            return Translation(locale, "original")
        if path in self.coming_paths or (path == GLOSSARY and not language.glossary):
            return Translation(locale, "fallback")
        if path in self.whole_sheet_paths:
            parts = self.parts_of_sheet(self.whole_sheet_paths[path])
            written = [part for part in parts if part in self.source_pages]
            found = [self.translation(part, locale) for part in written]
            return translation_of_whole(locale, found, language.mark)
        return Translation(locale, "fresh", language.mark)

    @cached_property
    def _words(self) -> dict[str, Words]:
        return {locale: language.words for locale, language in self.languages.items()}

    @cached_property
    def _sheets(self) -> dict[str, list[str]]:
        """The pages of each folder in the order of the navigation, without the whole sheet."""
        sheets: dict[str, list[str]] = {}
        for path, _ in nav_paths(self.settings):
            if path in self.paths and path not in self.whole_sheet_paths:
                sheets.setdefault(path.partition("/")[0], []).append(path)
        return sheets

    def parts_of_sheet(self, medicine_id: str) -> list[str]:
        """Return the pages of a medicine's folder in the order of the navigation."""
        return self._sheets.get(medicine_id, [])

    def review_of(self, path: str) -> Review | None:
        """Return when the page's facts were checked: its own review, or its medicine's.

        A whole sheet has the review of its part that is most in need of one.
        """
        if path in self.whole_sheet_paths:
            parts = self.parts_of_sheet(self.whole_sheet_paths[path])
            reviews = [review for part in parts if (review := self.review_of(part))]
            return min(reviews, key=lambda review: (review.last is not None, review.due))
        source = self.source_pages.get(path)
        if source is not None and source.meta.review is not None:
            return source.meta.review
        found = self.medicine_of(path)
        return found[1].review if found else None

    def page_shown(self, path: str, locale: str) -> Page | None:
        """Return the page whose words are shown at `path`; None for a generated page."""
        words_locale = self.translation(path, locale).words_locale
        return self.pages[words_locale].get(path)

    def medicine_of(self, path: str) -> tuple[str, Medicine] | None:
        """Return the medicine whose facts the page states, with its id.

        That is the medicine in whose folder the page stands, or the one its front matter names.
        """
        source = self.source_pages.get(path)
        named = source.meta.medicine if source else None
        name = named or (path.partition("/")[0] if "/" in path else "")
        medicine = self.medicines.get(name)
        return (name, medicine) if medicine else None


def load_project(
    root: Path, kept: Kept | None = None, locales: Collection[str] | None = None
) -> tuple[Project, list[Problem]]:
    """Return what stands below `root`, and every mistake that keeps a file from being read.

    With the same `kept` as before, only what has changed since is read anew; without one, all.
    `locales` are the languages whose pages are read; None stands for all of them.
    """
    kept = kept or Kept()
    settings, mistakes = _document(root / SETTINGS, root, kept, SETTINGS_TAGS)
    unread = [*mistakes]
    declared = list(declared_languages(settings))
    unread += check_tree(root, [locale for locale, *_ in declared]) if not unread else []
    problems: list[Problem] = []
    languages: dict[str, Language] = {}
    pages: dict[str, dict[str, Page]] = {}
    for locale, name, line in declared:
        folder = root / "docs" / locale
        strings = folder / "strings.yml"
        if not os.path.lexists(strings):
            problems.append(
                Problem(
                    settings.file, line,
                    f"The language “{locale}” has no file docs/{locale}/strings.yml.",
                    f"Get it back from git{_OR_BEGIN if locale != SOURCE_LOCALE else ''}.",
                )
            )  # fmt: skip
            continue
        languages[locale], mistakes, more = _language(folder, locale, name, root, kept)
        problems += more
        unread += mistakes
        pages[locale] = {}
        for path in pages_below(folder) if locales is None or locale in locales else ():
            page, mistakes = _page(path, locale, root, kept)
            if page is None:
                unread += mistakes
            else:
                problems += mistakes
                pages[locale][page.path] = page
    found = read_medicines(root, kept, lambda path: _document(path, root, kept))
    match_folders(root, found, pages.get(SOURCE_LOCALE, {}), {problem.file for problem in unread})
    unread += found.problems
    files = frozenset(problem.file for problem in errors(unread))
    medicines, left_out = found.medicines, frozenset(found.left_out)
    project = Project(root, settings, languages, medicines, pages, found.documents, files, left_out)
    return project, [*problems, *unread]


def _page(path: Path, locale: str, root: Path, kept: Kept) -> tuple[Page | None, list[Problem]]:
    content, problems = read_content(path, root)
    if content is None:
        return None, problems
    file = path.relative_to(root).as_posix()
    return kept.result(page_in, file, content, file, locale, file.removeprefix(f"docs/{locale}/"))


def _document(
    path: Path, root: Path, kept: Kept, tags: Collection[str] = ()
) -> tuple[Document, list[Problem]]:
    content, problems = read_content(path, root)
    file = path.relative_to(root).as_posix()
    if content is None:
        return Document(file, {}, {}), problems
    return kept.result(document_in, file, content, file, tags)


def _language(
    folder: Path, locale: str, name: str, root: Path, kept: Kept
) -> tuple[Language, list[Problem], list[Problem]]:
    """Return the language in `folder`, mistakes in the form of its files, and those in its mark."""
    strings, mistakes = _document(folder / "strings.yml", root, kept)
    problems = [*mistakes]
    mark, in_mark = None, list[Problem]()
    if locale != SOURCE_LOCALE and not problems:
        part, line = strings.data.get("translation"), strings.line(("translation",))
        lines = {path[1:]: at for path, at in strings.lines.items() if path[:1] == ("translation",)}
        values = part if isinstance(part, dict) else {}
        mark, in_mark = validate(Document(strings.file, values, {(): line} | lines), StringsMark)
    glossary_file: Document | None = None
    glossary: Glossary = {}
    if os.path.lexists(folder / "glossary.yml"):
        glossary_file, mistakes = _document(folder / "glossary.yml", root, kept)
        glossary, more = kept.result(read_glossary, glossary_file.file, glossary_file)
        problems += [*mistakes, *more]
    language = Language(locale, name, strings, glossary_file, glossary, mark)
    return language, problems, in_mark
