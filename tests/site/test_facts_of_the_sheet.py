"""No figure of the real sheet can change without being caught: seeded faults, one at a time.

Each fault is put into the content in memory and told to the check itself, so that thousands of
them take seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from infosheet.checks.all_checks import check_project
from infosheet.checks.facts import check_facts, page_name
from infosheet.content.markdown_source import Page, parse_page
from infosheet.content.project import load_project
from infosheet.medicines.medicine import medicine_in
from infosheet.problems import Problem
from infosheet.reading.masking import mask
from infosheet.reading.yaml_reader import Document, parse_yaml
from support.site import ROOT, Site

PROJECT, _ = load_project(ROOT)
WORDS = PROJECT.languages["en"].words
PAGES = PROJECT.source_pages
MEDICINE_FILE = "medicines/kesimpta.yml"
MEDICINE = (ROOT / MEDICINE_FILE).read_text(encoding="utf-8")

# What holds digits that no reader sees as a figure: ids, addresses, marks, placeholders, ordinals,
# and the kinds of callouts.
NOT_SHOWN = re.compile(
    r"\{#[^}]*\}|(?<=\])\([^)]*\)|\[\^[^\]]*\]|\{\{.*?\}\}|^\d+\. |^!!! [\w-]+", re.MULTILINE
)
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
NATIVE = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
IN_WORDS = {"2": "two", "3": "three", "4": "four", "6": "six", "7": "seven", "10": "ten"}


def shown_figures(page: Page) -> list[re.Match[str]]:
    """Return every figure that readers see on `page`, where it stands in its text."""
    blanked = NOT_SHOWN.sub(lambda match: " " * len(match[0]), mask(page.text))
    return list(FIGURE.finditer(blanked))


def problems_of(page: Page, text: str, document: Document | None = None) -> list[Problem]:
    """Return what is said of `page` when it reads `text`, and its medicine as in `document`."""
    changed, mistakes = parse_page(text, page.file, "en", page.path)
    assert changed is not None and mistakes == []
    found = PROJECT.medicine_of(page.path)
    medicine, file = (found[1], PROJECT.medicine_files[found[0]]) if found else (None, None)
    if document is not None:
        (medicine, mistakes), file = medicine_in(document), document
        assert mistakes == []
    return check_facts(changed, medicine, WORDS, file)


def with_figure(page: Page, figure: re.Match[str], new: str) -> str:
    return page.text[: figure.start()] + new + page.text[figure.end() :]


def is_named(page: Page, figure: re.Match[str], problems: list[Problem]) -> bool:
    """Tell whether an error names the line of `figure`, or of the fact that it no longer says.

    The second alone is said where the changed words are another fact of the page.
    """
    line = page.text.count("\n", 0, figure.start()) + 1
    return any(
        (problem.file, problem.line) == (page.file, line)
        or (problem.file != page.file and "is not there" in problem.message)
        for problem in problems
        if problem.severity == "error" and problem.mend
    )


def is_alone(page: Page, figure: re.Match[str]) -> bool:
    """Tell whether no letter touches the figure, so that a word can stand in its place."""
    around = page.text[figure.start() - 1] + page.text[figure.end()]
    return not re.search(r"[\w-]", around)


def medicine_pages() -> Iterator[Page]:
    return (page for page in PAGES.values() if PROJECT.medicine_of(page.path))


def told_of_all(text: str, name: str = "") -> list[Problem]:
    """Return what is said of all pages of the medicine, or of one, when its file reads `text`."""
    document, mistakes = parse_yaml(text, MEDICINE_FILE)
    assert mistakes == []
    pages = [page for page in medicine_pages() if name in ("", page_name(page))]
    return [told for page in pages for told in problems_of(page, page.text, document)]


def test_the_real_content_gives_no_false_alarm() -> None:
    assert [problem for page in PAGES.values() for problem in problems_of(page, page.text)] == []


@pytest.mark.parametrize("path", PAGES)
def test_each_figure_changed_to_another_is_named_at_its_line(path: str) -> None:
    page = PAGES[path]
    for figure in shown_figures(page):
        new = str(int(re.sub(r"\D", "", figure[0])) + 1)
        problems = problems_of(page, with_figure(page, figure, new))
        assert is_named(page, figure, problems), f"{path}: {figure[0]} → {new}"


@pytest.mark.parametrize("path", PAGES)
def test_each_figure_changed_to_any_other_figure_of_its_page_is_caught(path: str) -> None:
    page = PAGES[path]
    figures = shown_figures(page)
    for figure in figures:
        for new in {other[0] for other in figures} - {figure[0]}:
            assert problems_of(page, with_figure(page, figure, new)), f"{path}: {figure} → {new}"


def test_figures_swapped_between_the_columns_of_a_table_are_named_at_their_line() -> None:
    rows = 0
    for page in medicine_pages():
        for row in re.finditer(r"^\|([^|\n]*)\|([^|\n]*\d[^|\n]*)\|([^|\n]*)\|$", page.text, re.M):
            swapped = f"|{row[1]}|{row[3]}|{row[2]}|"
            problems = problems_of(page, page.text.replace(row[0], swapped, 1))
            assert is_named(page, row, problems), swapped
            rows += 1
    assert rows == 7


@pytest.mark.parametrize("path", PAGES)
def test_each_figure_in_native_digits_or_as_a_word_is_named_at_its_line(path: str) -> None:
    page = PAGES[path]
    for figure in shown_figures(page):
        in_words = IN_WORDS.get(figure[0], "nine") if is_alone(page, figure) else "9999"
        for new in (figure[0].translate(NATIVE), in_words):
            problems = problems_of(page, with_figure(page, figure, new))
            assert is_named(page, figure, problems), f"{path}: {figure[0]} → {new}"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    "sentence",
    [
        "Stop for 5 days.",
        "Most people need five weeks.",
        "- It helps 9 in 10 people.",
        "## After 5 years {#later}",
        "| Week 5 | No injection |",
        '!!! important "Wait 5 days"',
    ],
)
def test_a_new_figure_is_named_at_its_line(path: str, sentence: str) -> None:
    page = PAGES[path]
    line = page.text.count("\n") + 2
    problems = problems_of(page, f"{page.text}\n{sentence}\n")
    assert (page.file, line) in {(problem.file, problem.line) for problem in problems}


@pytest.mark.parametrize("path", PAGES)
def test_a_fact_lost_from_its_page_is_named_in_the_file_that_declares_it(path: str) -> None:
    page = PAGES[path]
    declared = MEDICINE_FILE if PROJECT.medicine_of(path) else page.file
    for figure in shown_figures(page):
        if re.search(r"(?:CD|COVID-|TA|NHS |10\.|NEJMoa)$", page.text[: figure.start()][-8:]):
            continue  # names state nothing that could be lost
        top, separator, body = page.text.partition("\n---\n")
        line = re.compile(rf"^.*(?<![\d.,]){re.escape(figure[0])}(?!\d).*$", re.MULTILINE)
        without = top + separator + line.sub("Nothing.", body)
        told = {problem.file for problem in problems_of(page, without)}
        assert declared in told, f"{path}: {figure[0]}"


def test_each_figure_declared_for_a_page_cannot_change_in_the_medicine_file() -> None:
    start, end = MEDICINE.index("\nfacts:"), MEDICINE.index("\n# Names that hold")
    declared = re.sub(r"#.*", lambda match: " " * len(match[0]), MEDICINE[start:end])
    for figure in FIGURE.finditer(declared):
        at = start + figure.start()
        new = str(int(re.sub(r"\D", "", figure[0])) + 1)
        text = MEDICINE[:at] + new + MEDICINE[at + len(figure[0]) :]
        name = re.findall(r"^  ([a-z-]+):$", MEDICINE[:at], re.MULTILINE)[-1]
        assert told_of_all(text, name), MEDICINE[at - 20 : at + 20]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("live-vaccine: {gap: P4W", "live-vaccine: {gap: P5W"),
        ("live-vaccine: {gap: P4W", "live-vaccine: {gap: P4M"),
        ("other-vaccine: {gap: P2W", "other-vaccine: {gap: P4W"),
        ("contraception: {gap: P6M", "contraception: {gap: P3M"),
    ],
)
def test_a_timing_rule_changed_in_the_medicine_file_is_named_on_the_pages(
    right: str, wrong: str
) -> None:
    files = {problem.file for problem in told_of_all(MEDICINE.replace(right, wrong))}
    assert MEDICINE_FILE in files
    assert len(files) > 2


def test_live_and_other_vaccine_rules_cannot_be_swapped() -> None:
    swapped = MEDICINE.replace("live-vaccine: {gap: P4W", "live-vaccine: {gap: P2W")
    swapped = swapped.replace("other-vaccine: {gap: P2W", "other-vaccine: {gap: P4W")
    pages = {problem.file for problem in told_of_all(swapped)}
    assert {"docs/en/kesimpta/vaccinations.md", "docs/en/kesimpta/before-you-start.md"} <= pages
    for page in ("vaccinations", "before-you-start"):
        part = MEDICINE.index(f"\n  {page}:")
        crossed = MEDICINE[part:].replace("rule: live-", "rule: x-", 1)
        crossed = crossed.replace("rule: other-", "rule: live-", 1).replace("x-", "other-", 1)
        assert told_of_all(MEDICINE[:part] + crossed)


def test_each_source_mark_that_a_fact_rests_on_is_missed_at_the_heading_of_its_section() -> None:
    medicine = PROJECT.medicines["kesimpta"]
    for page in medicine_pages():
        headings = {heading.line for heading in page.headings if heading.level < 3}
        for fact in medicine.facts.get(page_name(page), ()):
            source = fact.source or medicine.timing[str(fact.rule)].source
            if source == "advice":
                continue
            told = problems_of(page, page.text.replace(f"[^{source}]", ""))
            said = [
                problem for problem in told if f"without the mark “[^{source}]”" in str(problem)
            ]
            assert any(f"“{fact.text or ''}" in problem.message for problem in said), fact
            assert {problem.line for problem in told} <= headings


def test_a_fact_for_no_page_and_a_source_that_no_page_cites_are_told(copy: Site) -> None:
    copy.edit(MEDICINE_FILE, "  how-to-take-it:\n", "  how-to-tke-it:\n")
    line = copy.edit(MEDICINE_FILE, "sources:\n", "sources:\n  X: {title: A book}\n")
    problems = check_project(copy.root)[1]
    [unknown] = [problem for problem in problems if "“how-to-tke-it” is no page" in problem.message]
    assert unknown.mend == "Did you mean “how-to-take-it”?"
    [unused] = [problem for problem in problems if "“X”" in problem.message]
    assert (unused.line, unused.severity) == (line + 1, "notice")
