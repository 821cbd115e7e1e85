"""What a page says of who has checked it follows from the files, in the page's language."""

from __future__ import annotations

import datetime
import re

import pytest
from playwright.sync_api import Browser

from infosheet.checks.all_checks import check_project
from support.server import serving
from support.site import Site
from support.waiting import run

# The time by which a build goes where no commit gives one.
NOVEMBER_2026 = "1795348800"


SIGNED = r"checked-by: A Translator\1checked: 2026-11-22"
REVIEWED = "last: 2026-11-22, every: P12M, by: A Pharmacist"
# It is about the lists of vaccines, which have a source of their own to be held against.
OF_THE_LISTS = "The lists have not yet been checked, so always ask."


def notices(pair: Site, path: str, kind: str) -> list[str]:
    page = (pair.built / path).read_text(encoding="utf-8")
    return [
        " ".join(part.split("</p>")[0].partition(">")[2].split())
        for part in page.split(f'data-notice="{kind}"')[1:]
    ]


def test_a_checked_medicine_names_who_checked_it_and_when(pair: Site) -> None:
    pair.edit("medicines/kesimpta.yml", "last: null", "last: 2026-11-22")
    pair.edit("medicines/kesimpta.yml", "by: null", "by: A Pharmacist")
    assert pair.run("build").returncode == 0
    [english] = notices(pair, "kesimpta/stopping/index.html", "review")
    assert english == "Checked by A Pharmacist on 22 November 2026."
    page = (pair.built / "kesimpta/stopping/index.html").read_text(encoding="utf-8")
    end = " ".join(page.split("data-review>")[1].split("</p>")[0].split())
    assert end == (
        "Facts written on 22 November 2026. Checked by A Pharmacist on 22 November 2026. "
        "The next check is due by 22 November 2027."
    )
    [urdu] = notices(pair, "ur/kesimpta/index.html", "review")
    assert "A Pharmacist" in urdu
    assert "نومبر" in urdu


def test_what_is_checked_says_so_and_nowhere_stands_that_nobody_has(pair: Site) -> None:
    """Whoever signs off has no other sentence to take away but that of the lists."""
    for path in [*pair.root.rglob("*.md"), *pair.root.rglob("*.yml")]:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"checked-by: null(, |\n *)checked: null", SIGNED, text)
        text = text.replace("last: null, every: P12M, by: null", REVIEWED)
        path.write_text(text, encoding="utf-8")
    told = pair.run("build")
    assert told.returncode == 0, told.stderr
    words = (pair.root / "docs/ur/strings.yml").read_text(encoding="utf-8")
    unchecked = re.findall(r"(?m)^  (?:translation-)?unchecked: (.*)$", words)
    assert len(unchecked) == 2
    nobody = re.compile(
        "|".join([*unchecked, r"No (?:clinician|person)\b", r"not yet (?:been )?check"])
    )
    for path in pair.built.rglob("*.html"):
        if found := nobody.search(path.read_text(encoding="utf-8").replace(OF_THE_LISTS, "")):
            raise AssertionError(f"{path.relative_to(pair.built)} says: {found[0]}")
    [notice] = notices(pair, "ur/kesimpta/index.html", "translation")
    assert "A Translator" in notice
    assert "22 نومبر 2026" in notice


def test_a_translation_behind_in_words_only_is_shown_and_says_so(pair: Site) -> None:
    pair.edit("docs/en/kesimpta/index.md", "The main points", "The most important points")
    assert pair.run("build").returncode == 0
    [notice] = notices(pair, "ur/kesimpta/index.html", "translation")
    strings = (pair.root / "docs/ur/strings.yml").read_text(encoding="utf-8")
    stale = next(line for line in strings.splitlines() if line.strip().startswith("stale:"))
    assert stale.partition(":")[2].strip(' "') in notice


def test_a_translation_that_says_another_figure_gives_way_to_the_english(pair: Site) -> None:
    for path in [*(pair.root / "docs/en").rglob("*.md"), *(pair.root / "medicines").iterdir()]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("15 to 30 minutes", "20 to 30 minutes"), encoding="utf-8")
    told = pair.run("build")
    assert told.returncode == 0
    assert "docs/ur/kesimpta/how-to-take-it.md" in told.stdout
    page = (pair.built / "ur/kesimpta/how-to-take-it/index.html").read_text(encoding="utf-8")
    assert "20 to 30 minutes" in page
    assert 'data-notice="fallback"' in page


def test_an_overdue_check_is_said_on_the_page_and_can_stop_the_build(pair: Site) -> None:
    pair.edit("medicines/kesimpta.yml", "written: 2026-11-22", "written: 2020-11-22")
    told = pair.run("build", SOURCE_DATE_EPOCH=NOVEMBER_2026)
    assert told.returncode == 0, told.stderr
    assert "to be checked by 2021-11-22" in told.stdout
    page = (pair.built / "kesimpta/stopping/index.html").read_text(encoding="utf-8")
    assert re.search(r'data-notice="overdue" data-due="2021-11-22">', page)
    assert "22 November 2021" in page
    pair.edit("mkdocs.yml", "overdue_reviews: notice", "overdue_reviews: error")
    assert pair.run("build").returncode == 1


def test_staff_are_told_60_days_ahead(copy: Site) -> None:
    def told(today: datetime.date) -> list[str]:
        _, problems = check_project(copy.root, today)
        of_medicine = [each for each in problems if each.file == "medicines/kesimpta.yml"]
        return [each.message for each in of_medicine if "to be checked by" in each.message]

    assert told(datetime.date(2027, 9, 22)) == []
    assert told(datetime.date(2027, 9, 23)) == [
        "The facts are to be checked by 2027-11-22, in 60 days."
    ]
    assert "overdue" in told(datetime.date(2027, 11, 23))[0]


@pytest.mark.parametrize(("day", "overdue"), [("2027-11-22", False), ("2027-11-23", True)])
def test_a_page_built_long_ago_says_in_the_browser_that_its_check_is_overdue(
    site: Site, browser: Browser, day: str, overdue: bool
) -> None:
    context = browser.new_context(timezone_id="Europe/London")
    page = context.new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00Z")
    with serving(site.built) as address:
        page.goto(f"{address}/ur/kesimpta/stopping/")
        assert page.locator("[data-notice=overdue]").is_visible() == overdue
    context.close()


def test_a_page_checked_otherwise_than_its_medicine_says_so(pair: Site) -> None:
    review = "review: {written: 2026-11-22, last: 2026-11-22, every: P6M, by: MS nurse team}"
    pair.edit("docs/en/kesimpta/stopping.md", "\n---\n\n# ", f"\n{review}\n---\n\n# ")
    assert pair.run("build").returncode == 0
    [own] = notices(pair, "kesimpta/stopping/index.html", "review")
    assert own == "Checked by MS nurse team on 22 November 2026."
    [other] = notices(pair, "kesimpta/problems/index.html", "review")
    assert "No clinician" in other


def test_staff_see_what_changed_in_english_where_history_is_at_hand(pair: Site) -> None:
    def git(*command: str) -> None:
        who = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
        run(["git", *who, *command], cwd=pair.root, check=True)

    git("init", "--quiet")
    git("add", "docs")
    git("commit", "--quiet", "--message", "As translated")
    pair.edit("docs/en/kesimpta/stopping.md", "They can help with", "They will help with")
    told = pair.run("check").stdout
    assert "+Do not stop Kesimpta" in told
    assert "They will help with" in told
