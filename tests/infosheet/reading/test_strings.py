"""No language lacks a word, adds one nobody asks for, or loses what is filled in."""

import pytest

from infosheet.problems import Problem
from infosheet.reading.strings import check_strings, plural_categories
from infosheet.reading.yaml_reader import parse_yaml

ENGLISH = """\
site:
  menu: Menu
  checked: Checked by {name} on {date}.
durations:
  weeks: {one: "{count} week", other: "{count} weeks"}
search:
  synonyms:
    vaccine: [jab]
"""


def check(translated: str, locale: str = "ur") -> list[Problem]:
    english, _ = parse_yaml(ENGLISH, "docs/en/strings.yml")
    other, problems = parse_yaml(translated, f"docs/{locale}/strings.yml")
    assert problems == []
    return check_strings(english, other, locale)


URDU = ENGLISH.replace("Menu", "مینو").replace("vaccine: [jab]", "ویکسین: [ٹیکہ]")


def test_a_translation_of_whole_has_no_mistake() -> None:
    assert check(URDU) == []


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("  menu: مینو\n", "", 1, "“site.menu” is missing"),
        ("  menu: مینو\n", "  menu: مینو\n  meno: x\n", 3, "“site.meno” is not a key"),
        ("{date}", "{dat}", 3, "names {dat}"),
        (" on {date}", "", 3, "leaves out {date}"),
        ("menu: مینو", "menu: ''", 2, "not empty"),
        ('one: "{count} week", ', "", 5, "lacks the plural form “one”"),
        ("one:", 'few: "{count} x", one:', 5, "“few”, which this language does not use"),
        ("menu: مینو", "menu: [a]", 2, "must be one text"),
        ("[ٹیکہ]", "ٹیکہ", 8, "“ویکسین” is not written as a list"),
        ("[ٹیکہ]", "[[ٹیکہ]]", 8, "“ویکسین” is not written as a list"),
        ("    ویکسین: [ٹیکہ]\n", "    - ویکسین\n", 7, "stand words of the pages"),
    ],
)
def test_each_mistake_is_named_with_its_key_and_line(
    right: str, wrong: str, line: int, said: str
) -> None:
    assert right in URDU
    problems = check(URDU.replace(right, wrong))
    assert [problem.line for problem in problems if said in problem.message] == [line]


def test_text_that_looks_like_code_stays_text() -> None:
    assert check(URDU.replace("مینو", "'<b>\"{ } { x'")) == []


def test_welsh_and_polish_must_give_every_form_they_have() -> None:
    assert plural_categories("cy") == {"zero", "one", "two", "few", "many", "other"}
    assert plural_categories("pl") == {"one", "few", "many", "other"}
    forms = {problem.message for problem in check(ENGLISH, "pl")}
    assert any("lacks the plural form “few”" in message for message in forms)


def test_a_plural_form_may_leave_its_number_out() -> None:
    assert check(URDU.replace('"{count} week"', '"ایک ہفتہ"')) == []
