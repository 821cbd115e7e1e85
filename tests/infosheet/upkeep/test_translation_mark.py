"""A translation is marked with what is known of it, and with nothing that nobody has said."""

from __future__ import annotations

import datetime

import pytest

from infosheet.content.markdown_source import parse_page
from infosheet.upkeep.translation_mark import UnmarkedError, marked

TODAY = datetime.date(2027, 1, 15)
FILE = "docs/ur/index.md"
ENGLISH = "71216c450de4"
PAGE = "---\ntitle: ا\ndescription: ب\n{}---\n\n# ا {{#a}}\n\n---\n\nof: by: checked-by: x\n"

UNSAID = {
    "no mark": "",
    "an empty mark": "translation:\n",
    "only the English": "translation:\n  of: 000000000000\n",
    "nothing behind who": "translation: {of: 000000000000, by: , checked: null}\n",
    "nobody that is known": "translation:\n  by: robot\n",
}

SAID = {
    "line by line": "translation:\n  of: 000000000000\n  by: person\n",
    "further in, with comments": "translation:\n    by: person  # me\n    of: '0'  # English\n",
    "no code behind of": "translation:\n  of:\n  by: person\n",
    "no of at all": "translation:\n  by: person\n",
    "in braces": "translation: {by: person, of: 000000000000, checked-by: null}\n",
    "in braces without of": "translation: {by: person}\n",
}


def mark(text: str) -> dict[str, object]:
    """What a page says of itself, and that all else of it has stayed."""
    page, problems = parse_page(text, FILE, "ur", "index.md")
    assert page is not None and page.meta.translation is not None, problems
    assert text.endswith(PAGE.partition("{}")[2].replace("{{", "{").replace("}}", "}"))
    return page.meta.translation.model_dump()


@pytest.mark.parametrize("name", UNSAID)
def test_who_translated_a_page_is_asked_for_and_never_made_up(name: str) -> None:
    text = PAGE.format(UNSAID[name])
    with pytest.raises(UnmarkedError, match=f"make fresh PAGE={FILE} BY=person"):
        marked(text, FILE, ENGLISH, "", TODAY)
    for by in ("person", "machine"):
        made = mark(marked(text, FILE, ENGLISH, by, TODAY).text)
        assert (made["of"], made["by"]) == (ENGLISH, by)


@pytest.mark.parametrize("name", SAID)
def test_a_page_that_says_who_translated_it_is_stamped_wherever_it_says_so(name: str) -> None:
    text = PAGE.format(SAID[name])
    made = marked(text, FILE, ENGLISH, "", TODAY)
    assert (mark(made.text)["of"], mark(made.text)["by"]) == (ENGLISH, "person")
    assert made.told == ""
    assert made.text.count("#") == text.count("#")
    assert marked(made.text, FILE, ENGLISH, "person", TODAY) == made


def test_a_new_mark_has_a_place_for_whoever_checks_the_page() -> None:
    text = marked(PAGE.format(""), FILE, ENGLISH, "person", TODAY).text
    assert "\n  by: person\n  checked-by: null\n  checked: null\n---\n" in text


def test_a_page_translated_anew_by_a_person_says_so_and_no_longer_how_it_was_read_over() -> None:
    """Only who runs the command can know it."""
    before = "translation: {of: 0, by: machine, machine-readings: 2}\n"
    made = marked(PAGE.format(before), FILE, ENGLISH, "person", TODAY)
    assert (mark(made.text)["by"], mark(made.text)["machine_readings"]) == ("person", 0)
    assert made.told == "It says now that a person translated it; before, it was a machine."
    with pytest.raises(UnmarkedError, match="“robot” is not known"):
        marked(PAGE.format(before), FILE, ENGLISH, "robot", TODAY)


@pytest.mark.parametrize(
    "checked",
    [
        "translation:\n  of: 0\n  by: person\n  checked-by: A. Name, nurse\n  checked: {}  # x\n",
        'translation: {{of: 0, by: person, checked-by: "A, B", checked: {}}}\n',
    ],
)
def test_a_check_of_earlier_words_is_no_longer_claimed(checked: str) -> None:
    """One of today is: whoever checks the new words may write that first."""
    made = marked(PAGE.format(checked.format("2026-12-01")), FILE, ENGLISH, "", TODAY)
    assert (mark(made.text)["checked_by"], mark(made.text)["checked"]) == (None, None)
    assert "on 2026-12-01: words have changed since" in made.told
    for day, english in (("2027-01-15", ENGLISH), ("2026-12-01", "0")):
        kept = marked(PAGE.format(checked.format(day)), FILE, english, "", TODAY)
        assert mark(kept.text)["checked_by"]
        assert kept.told == ""


@pytest.mark.parametrize("text", ["# A\n", "", "---\ntitle: a: b\n---\n# A\n"])
def test_a_page_without_its_first_lines_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UnmarkedError, match=r"does not begin with its title|a second colon"):
        marked(text, FILE, ENGLISH, "person", TODAY)
