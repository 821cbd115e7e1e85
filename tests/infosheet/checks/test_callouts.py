"""A callout is of a kind that the site knows, and written so that readers see one."""

from __future__ import annotations

import re

import pytest

from infosheet.checks.callouts import KINDS, check_callouts
from infosheet.components.registry import COMPONENTS
from infosheet.content.markdown_source import parse_page
from support.site import ROOT

GUIDE = ROOT / "guides" / "parts-of-a-page.md"


def mistakes(line: str) -> list[tuple[int, str, str]]:
    """What is said of a page that holds `line` on its line 7."""
    text = f"---\ntitle: T\ndescription: D\n---\n# T {{#t}}\n\n{line}\n\n    Words.\n"
    page, _ = parse_page(text, "docs/en/a.md", "en", "a.md")
    assert page is not None
    return [(each.line, each.message, each.mend) for each in check_callouts(page)]


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"people-in-100"}))
def test_every_known_kind_has_a_title_or_a_blank_one(kind: str) -> None:
    """Without one, readers would see the name of the kind as its title."""
    for line in (f'!!! {kind} "Do this"', f'!!! {kind} ""', f'    !!! {kind} "A"'):
        assert mistakes(line) == []
    assert [mend for _, _, mend in mistakes(f"!!! {kind}")] == [
        f'Write it like this: !!! {kind} "Title"'
    ]


@pytest.mark.parametrize(
    ("line", "kind", "mend"),
    [
        ('!!! ms-taem "Call"', "ms-taem", "Did you mean “ms-team”?"),
        ("!!! link-card", "link-card", "Did you mean “link-cards”?"),
        ('!!! people-in-hundred "A"', "people-in-hundred", "Did you mean “people-in-100”?"),
        ('!!! warning "A"', "warning", "Known here: call-999, do, dont, important"),
    ],
)
def test_an_unknown_kind_is_named_with_the_nearest_known_one(
    line: str, kind: str, mend: str
) -> None:
    [(number, message, told)] = mistakes(line)
    assert (number, message) == (7, f"“{kind}” is not a kind of callout.")
    assert told.startswith(mend)


@pytest.mark.parametrize(
    "line",
    [
        '!!! do "Do',
        "!!! do Do this",
        "!!! do “Do”",
        '!!! do "Do" this',
        '!!! dont’ "Do not"',
        "!!!",
        "!!! „Do”",
    ],
)
def test_a_callout_that_is_not_written_as_one_is_named_with_how_to_write_it(line: str) -> None:
    [(number, message, mend)] = mistakes(line)
    assert number == 7
    assert "title in straight quotation marks" in message
    assert mend.endswith('"Title"')


def test_what_stands_in_code_or_a_comment_is_no_callout() -> None:
    assert mistakes("<!-- !!! nothing -->") == []
    assert mistakes("```\n!!! nothing\n```") == []


def test_the_guide_names_every_kind_of_callout_and_every_component() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"!!! {kind}" not in guide] == []
    shown = [f"{{{{ {each.name}" for each in COMPONENTS.values()]
    assert [placeholder for placeholder in shown if placeholder not in guide] == []


def test_the_guide_shows_no_callout_that_the_site_does_not_know() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert set(re.findall(r"^!!! ([\w-]+)", guide, re.MULTILINE)) <= KINDS.keys()
