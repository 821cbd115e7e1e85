"""Straight apostrophes and quotation marks in a page's words are told of, and only those."""

import pytest

from infosheet.checks.quotation_marks import check_data_marks, check_page_marks
from infosheet.content.markdown_source import parse_page
from infosheet.problems import Problem, errors
from infosheet.reading.yaml_reader import parse_yaml


def told(body: str, title: str = "T") -> list[Problem]:
    text = f"---\ntitle: {title}\ndescription: D\n---\n\n# T {{#t}}\n\n{body}\n"
    page, problems = parse_page(text, "docs/cy/t.md", "cy", "t.md")
    assert page, problems
    return list(check_page_marks(page))


def test_one_notice_names_the_first_straight_mark_of_a_page_and_how_many_there_are() -> None:
    [found] = told("Gofynnwch i’ch tîm.\n\nMae'r nyrs yn helpu gyda'r pin.\n\n\"Ydw\"")
    assert (found.line, found.severity) == (10, "notice")
    assert "“Mae'r” has a straight mark, the first of 3" in found.message
    assert "“Mae’r”" in found.mend


def test_a_straight_mark_stops_no_site() -> None:
    assert errors(told("Mae'r nyrs yn helpu.")) == []


def test_quotation_marks_are_left_to_the_language() -> None:
    [found] = told('Piszemy "1 dawka" na stronie.')
    assert "„…”" in found.mend


def test_the_title_is_looked_at_too() -> None:
    [found] = told("Yes.", "Sut mae'n gweithio")
    assert found.line == 2


@pytest.mark.parametrize(
    "body",
    [
        "Mae’r nyrs yn “helpu” – 5' 3 – a rock ’n’ roll.",
        '!!! do "Gwnewch"\n\n    - Ffoniwch.',
        '[The NHS](https://www.nhs.uk "At the NHS")',
        '<span lang="en">Yes</span>',
        "`don't`",
    ],
)
def test_what_is_no_word_of_the_page_is_left_alone(body: str) -> None:
    assert told(body) == []


def test_strings_are_looked_at_and_not_how_yaml_quotes_them() -> None:
    document, _ = parse_yaml("a: 'Ie'\nb: \"Na\"\nc: Mae'r pin\n", "docs/cy/strings.yml")
    [found] = check_data_marks(document)
    assert found.line == 3


def test_a_title_of_a_callout_is_looked_at_without_its_own_marks() -> None:
    [found] = told('!!! do "Gwnewch\'r rhain"\n\n    - Ffoniwch.')
    assert "Gwnewch’r" in found.mend
