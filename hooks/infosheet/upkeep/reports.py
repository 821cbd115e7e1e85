"""What waits for somebody to do it, as Markdown for an issue: reviews due, translations behind."""

from __future__ import annotations

import datetime

from infosheet.checks.reviews import SOON, reviews_of
from infosheet.content.markdown_source import Page
from infosheet.content.project import Project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.reading.plain_markdown import as_words, count, language_name, title


def reviews_due(project: Project, today: datetime.date) -> str:
    """Return which facts are to be checked within 60 days of `today`; empty when none are."""
    lines = []
    found = sorted(reviews_of(project).items(), key=lambda each: (each[1][0].due, each[0]))
    for file, (review, _) in found:
        days = (review.due - today).days
        if days > SOON:
            continue
        when = f"in {count(days, 'day')}" if days >= 0 else f"overdue by {count(-days, 'day')}"
        last = f"last checked on {review.last} by {as_words(review.by)}" if review.by else (
            f"written on {review.written}, not yet checked by a clinician"
        )  # fmt: skip
        lines.append(f"- **{as_words(file)}**: due by {review.due} ({when}); {last}")
    if not lines:
        return ""
    return "\n".join([
        f"The facts in {count(len(lines), 'file')} are to be checked by a clinician.",
        "", *lines, "",
        "When they have been checked, write `last` and `by` under `review` in the file.", "",
    ])  # fmt: skip


def translations_behind(project: Project) -> str:
    """Return the pages that a language shows behind the English or in English; empty if none."""
    parts = []
    total = 0
    for locale, language in project.languages.items():
        if locale == SOURCE_LOCALE:
            continue
        lines = [
            f"- {title(source.meta.title)} ({as_words(source.path)}): {said}"
            for source in project.source_pages.values()
            if (said := _behind(project, source, locale))
        ]
        if lines:
            name = f"{language_name(locale)} ({as_words(language.name)})"
            parts += [f"### {name}: {count(len(lines), 'page')}", "", *lines, ""]
            total += len(lines)
    if not total:
        return ""
    return "\n".join([
        f"{count(total, 'translation')} to bring up to the English.", "", *parts,
        "`make check` shows what changed in the English; when a page is done, run "
        "`make fresh PAGE=docs/…`.", "",
    ])  # fmt: skip


def _behind(project: Project, source: Page, locale: str) -> str:
    state = project.translation(source.path, locale).state
    if state == "stale":
        return "behind the English, same figures"
    if state == "fallback":
        exists = source.path in project.pages[locale]
        return "shown in English, since its figures differ" if exists else "not translated yet"
    return ""
