"""What staff and the code host are told: what has changed, what is wrong, and what waits."""

from __future__ import annotations

import datetime
import re

import pytest

from infosheet.content.project import load_project
from infosheet.upkeep.reports import reviews_due
from support.site import Site
from support.waiting import run

PAGE = "kesimpta/stopping.md"
TITLE = "*Stopping or changing Kesimpta*"


def git(site: Site, *command: str) -> None:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
    run(["git", *who, *command], cwd=site.root, check=True)


@pytest.fixture
def committed(few: Site) -> Site:
    """A project in English and Spanish, with its content in one commit."""
    git(few, "init", "--quiet")
    git(few, "add", "docs", "medicines", "mkdocs.yml")
    git(few, "commit", "--quiet", "--message", "Before")
    return few


def said(site: Site, since: str = "HEAD") -> str:
    told = site.run("changes", "--since", since)
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_a_change_of_words_is_told_with_the_translations_that_are_now_stale(
    committed: Site,
) -> None:
    committed.edit(f"docs/en/{PAGE}", "They can help with", "They will help with")
    assert said(committed).startswith(f"**1 page changed; Spanish of {TITLE} is now stale.**\n")
    git(committed, "commit", "--quiet", "--all", "--message", "After")
    assert said(committed).startswith("No words and no figures have changed.\n")
    assert "Spanish of" in said(committed, "HEAD~1")
    assert committed.run("fresh", f"docs/es/{PAGE}").returncode == 0
    assert f"- {TITLE}: up to date again: Spanish" in said(committed)


def test_a_changed_figure_is_told_for_a_clinician_and_of_the_page_that_gives_way(
    committed: Site,
) -> None:
    for file in (f"docs/en/{PAGE.replace('stopping', 'how-to-take-it')}", "medicines/kesimpta.yml"):
        committed.edit(file, "15 to 30 minutes", "20 to 30 minutes")
    text = said(committed)
    assert "1 page changed; figures changed in 1 medicine file" in text
    assert "shown in English now, since the figures differ: Spanish" in text
    [line] = [each for each in text.splitlines() if each.startswith("- kesimpta, facts.")]
    assert re.search("was “text: .*15 to 30.*”, now “text: .*20 to 30", line)


def test_changed_settings_are_told_apart_from_code_and_guides(committed: Site) -> None:
    committed.edit("mkdocs.yml", 'helpline: ""', 'helpline: "0800 000 000"')
    assert "The settings (mkdocs.yml) changed: look at" in said(committed)


def test_mistakes_come_first_in_the_summary_and_stand_at_their_lines(committed: Site) -> None:
    file = f"docs/en/{PAGE}"
    line = committed.edit(file, "(pregnancy.md#contraception)", "(pregnncy.md#contraception)")
    assert said(committed).startswith("### 1 mistake to mend before this can be published\n")
    told = committed.run("check", "--github")
    assert told.returncode == 1
    [error] = [each for each in told.stdout.splitlines() if each.startswith("::error ")]
    assert error.startswith(f"::error file={file},line={line}::The link leads to “pregnncy.md#")
    assert error.endswith("%0ADid you mean “pregnancy.md”?")


def test_without_an_earlier_version_the_summary_says_so(few: Site) -> None:
    assert "no earlier version to compare with" in said(few)
    git(few, "init", "--quiet")
    for unknown in ("0" * 40, ""):
        assert "no earlier version to compare with" in said(few, unknown)


def test_an_earlier_version_that_cannot_be_read_is_told_and_not_taken_for_a_change(
    few: Site,
) -> None:
    title = few.edit(f"docs/en/{PAGE}", "\ntitle:", "\ntitel:")
    assert title == 1
    git(few, "init", "--quiet")
    git(few, "add", "docs", "medicines", "mkdocs.yml")
    git(few, "commit", "--quiet", "--message", "Before")
    few.edit(f"docs/en/{PAGE}", "\ntitel:", "\ntitle:")
    text = said(few)
    assert "No words and no figures have changed." in text
    assert f"- docs/en/{PAGE}" in text


def test_reviews_are_reported_60_days_before_they_are_due_and_until_they_are_made(
    few: Site,
) -> None:
    project, _ = load_project(few.root)
    review = project.medicines["kesimpta"].review
    soon = review.due - datetime.timedelta(days=60)
    assert reviews_due(project, soon - datetime.timedelta(days=1)) == ""
    assert f"due by {review.due} (in 60 days)" in reviews_due(project, soon)
    late = reviews_due(project, review.due + datetime.timedelta(days=1))
    assert "(overdue by 1 day); written on" in late


def test_reviews_that_are_due_stand_in_the_summary(committed: Site) -> None:
    committed.edit("medicines/kesimpta.yml", "written: 2026-11-22", "written: 2020-11-22")
    text = said(committed)
    assert "- kesimpta, review.written: was “2026-11-22”, now “2020-11-22”" in text
    assert "- **medicines/kesimpta.yml**: due by 2021-11-22 (overdue by" in text


def test_translations_are_reported_by_language_until_they_are_made(few: Site) -> None:
    few.edit(f"docs/en/{PAGE}", "They can help with", "They will help with")
    (few.root / "docs/es/privacy.md").unlink()
    told = few.run("report", "translations")
    assert told.returncode == 0
    assert "### Spanish (Español): " in told.stdout
    assert f"- {TITLE} ({PAGE}): behind the English, same figures" in told.stdout
    assert "- *Privacy* (privacy.md): not translated yet" in told.stdout


def test_no_report_is_made_of_content_that_cannot_be_trusted(few: Site) -> None:
    """An issue would be closed because a page could not be read."""
    few.edit("medicines/kesimpta.yml", "also-offered:", "also-ofered:")
    told = few.run("report", "reviews")
    assert told.returncode == 1
    assert told.stdout == ""
