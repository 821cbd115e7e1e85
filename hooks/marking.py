"""The command that marks a translation as made from today's English."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from infosheet.content.markdown_source import read_page
from infosheet.content.project import load_project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import did_you_mean, errors, report
from infosheet.reading.source_text import read_source
from infosheet.upkeep.translation_mark import UnmarkedError, marked

_NAME_ONE = "Name one such as PAGE=docs/ur/kesimpta/index.md."


def run_fresh(root: Path, page: str, by: str) -> int:
    """Stamp a translation as made from the English page of today."""
    path = (root / page).resolve()
    if not page or not path.is_relative_to(root / "docs"):
        return _refused(f"“{page}” is no page below docs/.", _NAME_ONE)
    file = path.relative_to(root).as_posix()
    locale, _, page_path = file.removeprefix("docs/").partition("/")
    project, problems = load_project(root)
    if locale == SOURCE_LOCALE:
        return _refused(f"{file} is an English page, and no translation.", _NAME_ONE)
    if locale not in project.languages:
        mend = did_you_mean(locale, project.languages.keys() - {SOURCE_LOCALE})
        return _refused(f"“{locale}” is no language of mkdocs.yml.", mend)
    if not path.is_file():
        mend = did_you_mean(page_path, project.pages[locale])
        return _refused(f"There is no file {file}.", mend)
    english = f"docs/{SOURCE_LOCALE}/{page_path}"
    source = project.source_pages.get(page_path)
    if source is None and english in project.unread:
        mistakes = errors(each for each in problems if each.file == english)
        return _refused(report(mistakes), f"Mend {english} first.")
    if source is None:
        mend = did_you_mean(page_path, project.source_pages)
        return _refused(f"{file}: There is no English page at the same path, {english}.", mend)
    text, problems = read_source(path, root)
    if text is None:
        return _refused(report(problems))
    try:
        made = marked(text, file, source.fingerprint, by.lower(), datetime.date.today())
    except UnmarkedError as error:
        return _refused(str(error))
    path.write_text(made.text, encoding="utf-8")
    _, problems = read_page(path, locale, root)
    if errors(problems):
        return _refused(report(problems))
    told = f"{file} is marked as made from today’s {source.file}.\n"
    sys.stdout.write(told + (f"{made.told}\n" if made.told else ""))
    return 0


def _refused(message: str, mend: str = "") -> int:
    sys.stderr.write(f"{message}\n" + (f"    {mend}\n" if mend else ""))
    return 1
