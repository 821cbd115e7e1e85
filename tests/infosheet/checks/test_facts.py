"""Every figure of an English page is a declared fact with its source, and nothing else is."""

from __future__ import annotations

import pytest

from infosheet.checks.facts import check_facts
from infosheet.checks.plain_wording import check_wording
from infosheet.content.markdown_source import parse_page
from infosheet.medicines.medicine import medicine_in
from infosheet.problems import Problem
from infosheet.reading.yaml_reader import parse_yaml
from support.component_pages import words

TOP = "---\ntitle: T\ndescription: D\n{more}---\n\n"
MEDICINE = """\
name: Inventol
generic-name: inventab
dose: 5mg
regimen: {{initiation: [P0W], source: S}}
timing:
  live-vaccine: {{gap: P4W, before: first-dose, source: S}}
  other-vaccine: {{gap: P2W, before: first-dose, source: S}}
facts:
  a:
{facts}
names: [CD20, NHS 111]
sources:
  S: {{title: A sheet}}
  PIL: {{title: A leaflet}}
"""
REVIEW = "review: {written: 2026-11-22, last: null, every: P12M, by: null}\n"
FACTS_LINE = 10  # of the first fact in MEDICINE


def found(body: str, *facts: str) -> list[Problem]:
    """Return what is wrong with a medicine's page that says `body`, given its declared facts."""
    listed = "\n".join(f"    - {{{fact}}}" for fact in facts) or "    []"
    document, problems = parse_yaml(MEDICINE.format(facts=listed) + REVIEW, "medicines/m.yml")
    medicine, more = medicine_in(document)
    page, _ = parse_page(TOP.format(more="") + body, "docs/en/m/a.md", "en", "m/a.md")
    assert problems == more == []
    assert page is not None
    return check_facts(page, medicine, words(), document)


def outside(body: str, figures: str) -> list[Problem]:
    page, _ = parse_page(TOP.format(more=figures) + body, "docs/en/a.md", "en", "a.md")
    assert page is not None
    return check_facts(page, None, words(), None)


def wording(body: str, name: str = "a") -> list[Problem]:
    page, _ = parse_page(TOP.format(more="") + body, "docs/en/m/a.md", "en", f"m/{name}.md")
    assert page is not None
    return list(check_wording(page))


def test_an_undeclared_figure_is_told_with_its_words_the_nearest_fact_and_the_mend() -> None:
    facts = ("text: up to 7 days, source: S", "text: at 30°C, source: S")
    [problem, missing] = found("# T {#t}\n\nKeep at 30°C for up to 9 days.[^S]\n", *facts)
    assert (problem.file, problem.line) == ("docs/en/m/a.md", 8)
    assert "“9” in “keep at 30°c for up to 9 days.”" in problem.message
    assert "“up to 7 days”" in problem.mend
    assert "medicines/m.yml under facts.a" in problem.mend
    assert (missing.file, missing.line) == ("medicines/m.yml", FACTS_LINE)
    assert "“up to 7 days” is declared for docs/en/m/a.md" in missing.message


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("Take 20 mg each time.[^S]", "20mg each time"),
        ("Take 20\N{NO-BREAK SPACE}mg each time.[^S]", "20mg each time"),
        ("There were 1,882 people.[^S]", "1882 people"),
        ("There were **1882** people.[^S]", '"1,882 people"'),
        ("It was 50–59% fewer.[^S]", "50 to 59% fewer"),
        ("It was 50 to 59 % fewer.[^S]", "50–59% fewer"),
        ("The charity’s 2 kinds.[^S]", "charity's 2 kinds"),
        ("Take it for up\nto 7 days.[^S]", "up to 7 days"),
        ("- Take it for\n  up to 7 days.[^S]", "up to 7 days"),
        ("Call [for\n7 days](b.md#week-9).[^S]", "call for 7 days"),
        (
            "| A | B |\n|---|---|\n| 3 months |About 11 in 100|\n\nSo.[^S]",
            "3 months | About 11 in 100",
        ),
        ('!!! ms-team "If 2 or more"\n\n    Call.[^S]', "2 or more"),
    ],
)
def test_writing_that_reads_the_same_is_the_same_fact(body: str, fact: str) -> None:
    assert found(f"# T {{#t}}\n\n{body}\n", f"text: {fact}, source: S") == []


@pytest.mark.parametrize(
    "body",
    [
        "# T {#week-3}",
        "See [this](b.md#week-3).",
        "```\n3 weeks\n```",
        "<!-- 3 weeks -->",
        "1. First\n2. Second",
        "{{ tool m 3 }}",
        "It finds CD20 cells, so call NHS 111.",
        "The first one, and a second one.",
    ],
)
def test_what_states_nothing_needs_no_fact(body: str) -> None:
    assert found(f"# T {{#t}}\n\n{body}\n") == []


@pytest.mark.parametrize(
    "wrong",
    [
        "17 days",
        "7.5 days",
        "1.7 days",
        "77 days",
        "seven days",
        "7½ days",
        "۷ days",
        "7 to 14 days",
        "7 weeks",
        "7 daysish",
        "CD7",
        "call 111",
        "7 [days](4 weeks)",
        "this [^9 days]",
        "this ![9 days](a.png)",
        'this [page](b.md "9 days")',
    ],
)
def test_no_figure_passes_as_a_part_of_another(wrong: str) -> None:
    fact = "text: 7 days, source: S"
    assert found(f"# T {{#t}}\n\nFor 7 days.[^S]\n\nFor {wrong}.[^S]\n", fact) != []


def test_a_line_that_begins_with_a_figure_inside_a_paragraph_is_no_ordinal() -> None:
    assert found("# T {#t}\n\nThe number of days is\n9. Ask.\n") != []


def test_a_fact_with_near_holds_only_in_the_same_sentence_item_row_or_heading() -> None:
    fact = "text: 7 days, near: fridge, source: S"
    assert found("# T {#t}\n\nOut of the fridge for 7 days.[^S]\n", fact) == []
    assert found("# T {#t}\n\n- From the fridge. Wait 7 days.[^S]\n", fact) == []
    assert found("# T {#t}\n\nFrom the fridge. Wait 7 days.[^S]\n", fact) != []
    assert found("# T {#t}\n\n- The fridge\n- 7 days.[^S]\n", fact) != []
    assert found("# T {#t}\n\nIn fridges for 7 days.[^S]\n", fact) != []


def test_no_fact_is_found_inside_a_longer_one() -> None:
    facts = ("text: 1 in 10, source: S", "text: 1 in 10 or more, source: S")
    [problem] = found("# T {#t}\n\nIt is 1 in 10 or more.[^S]\n", *facts)
    assert "“1 in 10” is declared" in problem.message


def test_a_timing_rule_says_its_own_duration_and_cites_its_own_source() -> None:
    body = "# T {#t}\n\nA live vaccine: 4 weeks. Any other vaccine: 2 weeks.[^S]\n"
    live = "rule: live-vaccine, near: live vaccine"
    other = "rule: other-vaccine, near: other vaccine"
    assert found(body, live, other) == []
    swapped = found(body.replace("4", "3").replace("2", "4").replace("3", "2"), live, other)
    assert {problem.file for problem in swapped} == {"docs/en/m/a.md", "medicines/m.yml"}


def test_a_section_cites_the_source_of_each_of_its_facts() -> None:
    facts = ("text: 7 days, source: PIL", "text: 2 pens, source: advice")
    body = "# T {#t}\n\nKeep 2 pens.[^PIL]\n\n## For 7 days {#days}\n\n### So {#so}\n\n{}\n"
    assert found(body.replace("{}", "Keep it.[^PIL]"), *facts) == []
    [problem] = found(body.replace("{}", "Keep it.[^S]"), *facts)
    assert problem.line == 10
    assert "“7 days” without the mark “[^PIL]”" in problem.message


def test_the_part_before_the_first_section_is_a_section() -> None:
    fact = "text: 7 days, source: S"
    [problem] = found("# T {#t}\n\nFor 7 days.\n\n## So {#so}\n\nKeep.[^S]\n", fact)
    assert problem.line == 6


def test_a_page_outside_a_medicine_declares_its_figures_itself() -> None:
    figures = "figures:\n  - 2 tools\n"
    assert outside("# T {#t}\n\nThere are 2 tools.\n", figures) == []
    missing, problem = outside("# T {#t}\n\nThere are 3 tools.\n", figures)
    assert (missing.file, missing.line, problem.line) == ("docs/en/a.md", 5, 10)
    assert "“2 tools” is declared" in missing.message
    assert "under “figures” at the top of the page" in problem.mend


def test_a_page_of_a_medicine_cannot_declare_figures_without_a_source() -> None:
    document, _ = parse_yaml(MEDICINE.format(facts="    []") + REVIEW, "medicines/m.yml")
    medicine, _ = medicine_in(document)
    top = TOP.format(more="figures: [2 tools]\n")
    page, _ = parse_page(f"{top}# T {{#t}}\n\n2 tools\n", "docs/en/m/a.md", "en", "m/a.md")
    assert page is not None
    problems = check_facts(page, medicine, words(), document)
    assert ["has no place here" in problem.message for problem in problems] == [True, False]


def test_a_percentage_stands_with_people_in_100_save_on_the_research_page() -> None:
    assert wording("# T {#t}\n\nIt was 11% (11 in 100).\n") == []
    assert wording("# T {#t}\n\nIt was 11%.\n", "research") == []
    [problem] = wording("# T {#t}\n\nIt was 11 in 100. Then it was 15 %.\n")
    assert (problem.severity, problem.line) == ("error", 8)


def test_a_sentence_of_more_than_25_words_is_a_notice_each_item_and_cell_counted_alone() -> None:
    words_24 = " ".join(["Word"] * 24)
    assert wording(f"# T {{#t}}\n\n{words_24} end.\n\n- {words_24}\n- {words_24}\n") == []
    assert wording(f"# T {{#t}}\n\n| a | b |\n|---|---|\n| {words_24} | {words_24} |\n") == []
    [problem] = wording(f"# T {{#t}}\n\nIt is.\n{words_24} [very end](b.md).[^S]\n")
    assert (problem.severity, problem.line) == ("notice", 9)
    assert "26 words" in problem.message
