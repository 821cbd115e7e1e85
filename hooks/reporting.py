"""The commands that tell people, and the code host, what has changed and what waits."""

from __future__ import annotations

import datetime
import json
import sys
import tempfile
from pathlib import Path

from infosheet.content.project import Project, load_project
from infosheet.content.settings import SETTINGS
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import Problem, errors, report
from infosheet.reading.plain_markdown import count
from infosheet.upkeep.annotations import annotation
from infosheet.upkeep.change_summary import summary
from infosheet.upkeep.changes import compare
from infosheet.upkeep.earlier_content import content_at, other_files_changed
from infosheet.upkeep.reports import reviews_due, translations_behind
from mkdocs_settings import check_all

REPORTS = ("reviews", "translations")

_SETTINGS_CHANGED = (
    "The settings (mkdocs.yml) changed: look at languages, names, contact and helpline."
)
_NO_BASE = (
    "There is no earlier version to compare with: “{}” is not known here. That is so for the first "
    "commit, for a new branch, and in a clone without history."
)


def run_annotations(root: Path) -> int:
    """Check the content only, in the words by which GitHub shows mistakes at their lines."""
    _, problems = check_all(root)
    for problem in problems:
        sys.stdout.write(annotation(problem) + "\n")
    return 1 if errors(problems) else 0


def run_changes(root: Path, since: str) -> int:
    """Say what has changed in the content since a commit, and which reviews are due."""
    project, problems = check_all(root)
    sys.stdout.write(_changes(root, project, errors(problems), since))
    due = reviews_due(project, datetime.date.today())
    if due:
        sys.stdout.write(f"\n### Reviews that are due\n\n{due}")
    return 0


def _changes(root: Path, project: Project, mistakes: list[Problem], since: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        if not content_at(root, since, Path(folder)):
            return summary(None, mistakes, _NO_BASE.format(since))
        before, _ = load_project(Path(folder))
    if not (_readable(before) and _readable(project)):
        said = "The two versions cannot be compared, since one of them cannot be read."
        return summary(None, mistakes, said)
    others = other_files_changed(root, since)
    told = [_SETTINGS_CHANGED] if SETTINGS in others else []
    rest = len(set(others) - {SETTINGS})
    told += [f"Beside the content, {count(rest, 'file')} changed."] if rest else []
    beside = " ".join(told)
    return summary(compare(before, project), mistakes, beside)


def run_report(root: Path, about: str) -> int:
    """Write what waits for somebody as Markdown for an issue; nothing where nothing waits."""
    project, problems = check_all(root)
    mistakes = errors(problems)
    if mistakes:
        sys.stderr.write(report(mistakes) + "\n")
        return 1
    today = datetime.date.today()
    said = reviews_due(project, today) if about == "reviews" else translations_behind(project)
    sys.stdout.write(said)
    return 0


def run_languages(root: Path) -> int:
    """List the languages of the site, as a workflow takes over what a step found."""
    project, _ = load_project(root)
    sys.stdout.write(f"languages={json.dumps(list(project.languages))}\n")
    return 0


def _readable(project: Project) -> bool:
    language = project.languages.get(SOURCE_LOCALE)
    return language is not None and language.strings.file not in project.unread
