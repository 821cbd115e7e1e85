"""A number that changes in the medicine file alone is seen, and no other is complained of."""

from __future__ import annotations

import pytest

from infosheet.checks.said_on_pages import check_said
from infosheet.content.markdown_source import parse_page
from infosheet.content.project import Project, load_project
from infosheet.medicines.medicine import medicine_in
from infosheet.reading.yaml_reader import parse_yaml
from support.site import ROOT

FILE = "medicines/kesimpta.yml"
MEDICINE = """\
name: Inventol
generic-name: inventab
dose: {dose}
regimen: {regimen}
sources: {{S: {{title: A sheet}}}}
review: {{written: 2026-11-22, last: null, every: P12M, by: null}}
"""
PAGE = "---\ntitle: A page\ndescription: What it is.\n---\n# A page {{#a}}\n\n{said}\n"

TWICE_A_YEAR = "{initiation: [P0W, P2W], maintenance: {from: P6M, every: P6M}}"
EVERY_24_WEEKS = "{initiation: [P0D, P14D], maintenance: {from: P24W, every: P24W}}"
EVERY_12_WEEKS = "{maintenance: {from: P0W, every: P12W}}"
EVERY_2_WEEKS = "{maintenance: {from: P0W, every: P2W}}"
EVERY_DAY = "{maintenance: {from: P0D, every: P1D}}"


@pytest.fixture(scope="module")
def project() -> Project:
    return load_project(ROOT, locales=["en"])[0]


def told(project: Project, right: str, wrong: str) -> list[tuple[int, str]]:
    """What is said of the real file and pages with `wrong` in the place of `right`."""
    text = (ROOT / FILE).read_text(encoding="utf-8")
    assert text.count(right) == 1
    document, _ = parse_yaml(text.replace(right, wrong), FILE)
    medicine, mistakes = medicine_in(document)
    assert medicine is not None, mistakes
    line = text[: text.index(right)].count("\n") + 1
    pages = tuple(each for each in project.source_pages.values() if each.folder == "kesimpta")
    words = project.languages["en"].words
    found = check_said(medicine, document, pages, words)
    return [(each.line - line, each.message) for each in found]


def told_of(project: Project, said: str, dose: str = "5mg", regimen: str = "") -> list[str]:
    """What is said of an invented medicine whose only page says `said`."""
    text = MEDICINE.format(dose=dose, regimen=regimen or "{initiation: [P0W]}")
    document, _ = parse_yaml(text, "medicines/inventol.yml")
    medicine, mistakes = medicine_in(document)
    page, _ = parse_page(PAGE.format(said=said), "docs/en/m/a.md", "en", "m/a.md")
    assert medicine is not None, mistakes
    assert page is not None
    words = project.languages["en"].words
    found = check_said(medicine, document, (page,), words)
    return [f"{each.message} {each.mend}" for each in found]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("dose: 20mg", "dose: 40mg", "“dose” says 40mg, but the English pages say 20mg"),
        ("[P0W, P1W, P2W]", "[P0W, P1W, P3W]", "says weeks 0, 1 and 3, but the English pages say"),
        ("dose: 20mg", "dose: 20g", "“dose” says 20g, but the English pages say 20mg"),
        ("from: P4W", "from: P5W", "says from week 5, but the English pages say from week 4"),
        (
            "every: P1M ",
            "every: P2M ",
            "every 2 months, but the English pages say 1 a day, 1 dose a month, each month, every",
        ),
        ("every: P1M ", "every: P1Y ", "every year, but the English pages say"),
        ("also-offered: [P4W]", "also-offered: [P4M]", "every 4 months, but the English pages say"),
        ("every: P1M ", "every: P1W ", "every week, but the English pages say"),
        ("name: Kesimpta\n", "name: Kesimta\n", "“Kesimta”, but the English pages say “Kesimpta”"),
        ("ofatumumab\n", "ofatumamab\n", "“ofatumamab”, but the English pages say “ofatumumab”"),
    ],
)
def test_a_number_that_the_pages_say_otherwise_is_named_at_its_line(
    project: Project, right: str, wrong: str, said: str
) -> None:
    [(lines_off, message)] = told(project, right, wrong)
    assert lines_off == 0
    assert said in message


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("dose: 20mg", "dose: 20 mg"),
        ("dose: 20mg", "dose: 4 tablets"),
        ("[P0W, P1W, P2W]", "[P0D, P7D, P14D]"),
        ("every: P1M ", "every: P28D "),
        ("name: Kesimpta\n", "name: Inventol\n"),
    ],
)
def test_what_the_pages_put_otherwise_or_not_at_all_is_left_to_a_person(
    project: Project, right: str, wrong: str
) -> None:
    assert told(project, right, wrong) == []


def test_the_real_file_and_its_pages_say_the_same(project: Project) -> None:
    assert told(project, "name: Kesimpta\n", "name: Kesimpta\n") == []


@pytest.mark.parametrize(
    ("regimen", "said"),
    [
        (TWICE_A_YEAR, "Have it every six months. Your blood is tested every 3 months."),
        (TWICE_A_YEAR, "Have it twice a year. Your blood is tested every month."),
        (TWICE_A_YEAR, "You have 2 doses, 2 weeks apart, then a 6-monthly infusion."),
        (TWICE_A_YEAR, "You have it in week 0 and week 2, then 1 infusion each half year."),
        (TWICE_A_YEAR, "Have it at 6-month intervals. From month 6, you need a test every week."),
        (EVERY_24_WEEKS, "On day 1 and day 15, then every 24 weeks. Test it every 4 weeks."),
        (EVERY_24_WEEKS, "On days 1 and 15, and from week 24 on every 6 months."),
        (EVERY_12_WEEKS, "Have it every three months. You are asked how you are every week."),
        (EVERY_12_WEEKS, "Have it four times a year. From week 3 on, you inject it yourself."),
        (EVERY_2_WEEKS, "Have it every other week. Change the needle box each month."),
        (EVERY_2_WEEKS, "Inject it once a fortnight. Call your team every 6 months."),
        (EVERY_DAY, "Take 1 tablet twice a day. See your MS team every year."),
        (EVERY_DAY, "Take it daily with food. Your blood is tested every 3 months."),
        ("{initiation: [P0D, P1D, P2D, P1Y]}", "Take it on days 1, 2 and 3, and again in a year."),
    ],
)
def test_other_units_and_words_for_the_same_are_understood(
    project: Project, regimen: str, said: str
) -> None:
    assert told_of(project, said, regimen=regimen) == []


@pytest.mark.parametrize(
    ("regimen", "said", "number"),
    [
        (TWICE_A_YEAR, "Have it every five months.", "every 6 months"),
        (TWICE_A_YEAR, "Have it three times a year.", "every 6 months"),
        (TWICE_A_YEAR, "You have 2 doses, 3 weeks apart.", "weeks 0 and 2"),
        (EVERY_24_WEEKS, "On days 1 and 14, then every 24 weeks.", "days 1 and 15"),
        (EVERY_24_WEEKS, "From week 26 on, you have it every 24 weeks.", "from week 24"),
        (EVERY_12_WEEKS, "Have it every 10 weeks.", "every 12 weeks"),
        (EVERY_12_WEEKS, "Have it once a month.", "every 12 weeks"),
        (EVERY_12_WEEKS, "Have it every two months.", "every 12 weeks"),
        (EVERY_2_WEEKS, "Have it each week.", "every 2 weeks"),
        (EVERY_DAY, "Take it every other day.", "every day"),
    ],
)
def test_another_rhythm_is_refused_and_the_words_that_would_be_understood_are_named(
    project: Project, regimen: str, said: str, number: str
) -> None:
    [message] = told_of(project, said, regimen=regimen)
    assert f"says {number}, but the English pages say " in message
    assert f"say it on one of them as “{number}” too" in message


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        ("1,000mg", "The dose is 1000mg."),
        ("600 mg", "You have 300mg twice, and then 600 milligrams."),
        ("250micrograms", "Inject 250 mcg."),
    ],
)
def test_an_amount_may_be_written_in_other_ways(project: Project, dose: str, said: str) -> None:
    assert told_of(project, said, dose=dose) == []
