"""The figure of a picture of 100 people is told for certain, or not at all."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest

from infosheet.checks.all_checks import check_project
from infosheet.components.people_in_100 import check_people, compare_people, drawn, shown_count
from infosheet.content.markdown_source import Page, parse_page
from infosheet.problems import Problem
from support.site import ROOT

ENGLISH = [
    "Kesimpta: about 11 in 100 people stayed worse for 3 months",
    "Kesimpta: about 15 in 100 people stayed worse for 3 months",
]
URDU = [
    "Kesimpta: 100 میں سے تقریباً 11 لوگ 3 مہینے تک بدتر رہے",
    "Kesimpta: 100 میں سے تقریباً 15 لوگ 3 مہینے تک بدتر رہے",
]


@pytest.mark.parametrize(
    ("text", "locale", "count"),
    [
        (ENGLISH[0], "en", 11),
        ("3 months: 11 in 100", "en", 11),
        ("11 in 100 in 3 trials", "en", 11),
        ("0 in 100 people", "en", 0),
        ("**11 in 100** people[^100] [read 5 more](a.md#12)", "en", 11),
        (URDU[0], "ur", 11),
        ("Kesimpta: ۱۰۰ میں سے تقریباً ۱۱ لوگ ۳ مہینے", "ur", 11),
        ("3 ਮਹੀਨੇ: 100 ਵਿੱਚੋਂ 11 ਲੋਕ", "pa", 11),
        ("Kesimpta: około 11 na 100 osób przez 3 miesiące", "pl", 11),
        ("Kesimpta: tua 11 o bob 100 o bobl am 3 mis", "cy", 11),
    ],
)
def test_the_figure_is_found_whatever_the_order_of_words(
    text: str, locale: str, count: int
) -> None:
    assert shown_count(text, locale) == count


@pytest.mark.parametrize(
    ("text", "locale", "said"),
    [
        ("about 11 people", "en", "must say “100” once"),
        ("11 in 100 people, and 15 in 100", "en", "must say “100” once"),
        ("100 people of whom 11", "en", "straight before “in 100”"),
        ("11 people of every 100 in 3 months", "en", "straight before “in 100”"),
        ("101 in 100 people", "en", "“101” is no whole number"),
        ("100 میں سے 250 لوگ", "ur", "“250” is no whole number"),
        ("100 میں سے 11.5 لوگ", "ur", "“11.5” is no whole number"),
        ("100 میں سے کچھ لوگ", "ur", "no figure besides 100"),
        ("1100 میں سے 11", "ur", "must say “100” once"),
    ],
)
def test_what_cannot_be_told_for_certain_is_refused(text: str, locale: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        shown_count(text, locale)


def page(locale: str, items: list[str], more: str = "") -> Page:
    listed = "".join(f"    - {item}\n" for item in items)
    text = (
        "---\ntitle: T\ndescription: D\n---\n# T {#t}\n\n"
        f'!!! people-in-100 "What happened"\n\n{listed}{more}\nAfter it.\n\n- 3 in the list\n'
    )
    found, _ = parse_page(text, f"docs/{locale}/index.md", locale, "index.md")
    assert found is not None
    return found


def said(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in problems]


def test_a_callout_that_can_be_drawn_has_no_mistake() -> None:
    assert list(check_people(page("en", ENGLISH))) == []


def test_an_item_that_cannot_be_drawn_is_named_at_its_line() -> None:
    items = [ENGLISH[0], "Aubagio: some people", "Dummy: 120 in 100 people"]
    [first, second] = said(list(check_people(page("en", items))))
    assert first[0] == 10
    assert "it must say “100” once" in first[1]
    assert second[0] == 11
    assert "“120” is no whole number" in second[1]


def test_a_callout_without_a_list_is_named_at_its_line() -> None:
    [(line, message)] = said(list(check_people(page("en", [], "    11 in 100 people\n"))))
    assert line == 7
    assert "holds no list" in message


def test_items_that_wrap_or_follow_words_are_read_whole() -> None:
    items = [
        "Kesimpta: about 11 in\n      100 people stayed worse",
    ]
    assert list(check_people(page("en", items))) == []
    bad = page("en", ENGLISH, "\n    More words.\n\n    - nobody\n")
    assert len(list(check_people(bad))) == 1


def test_a_translation_with_the_same_pictures_has_no_mistake() -> None:
    assert list(compare_people(page("en", ENGLISH), page("ur", URDU))) == []
    assert list(compare_people(page("en", ENGLISH), page("ur", URDU[::-1]))) == []


def test_a_translation_whose_picture_would_show_the_months_is_refused_at_its_line() -> None:
    """The same figures stand in the item, but the 3 stands closest to the 100."""
    wrong = "Kesimpta: 11 لوگ بدتر رہے، 3 مہینے، 100 میں سے"
    assert shown_count(wrong, "ur") == 3
    [(line, message)] = said(
        list(compare_people(page("en", ENGLISH), page("ur", [wrong, URDU[1]])))
    )
    assert line == 9
    assert "would show 3 in 100 people" in message


def test_a_figure_that_one_english_picture_shows_is_not_enough_for_two() -> None:
    [(line, _)] = said(list(compare_people(page("en", ENGLISH), page("ur", [URDU[0], URDU[0]]))))
    assert line == 10


def test_all_100_people_are_drawn_once_each_in_5_rows_with_a_gap_after_10() -> None:
    filled, outlined = drawn(11)
    places = [*heads(filled), *heads(outlined)]
    assert len(places) == len(set(places)) == 100
    assert heads(filled) == places[:11]
    assert len({y for _, y in places}) == 5
    row = [x for x, y in places if y == places[0][1]]
    steps = [after - before for before, after in pairwise(row)]
    assert [index for index, step in enumerate(steps, start=1) if step != steps[0]] == [10]


def heads(path: str) -> list[tuple[int, int]]:
    """Where each head begins, from the relative steps of a path."""
    found, x, y = [], 0, 0
    for across, down, kind in re.findall(r"m(-?[\d.]+)[ ]?(-?[\d.]+)([aq])", path):
        x, y = x + int(across), y + int(down)
        if kind == "a":
            found.append((x, y))
    return found


def test_make_check_names_both_kinds_of_mistake_with_file_and_line(tmp_path: Path) -> None:
    """In a project of two languages, each with one page."""
    plugins = "plugins: [{i18n: {languages: [{locale: en}, {locale: ur}]}}]\nnav: [index.md]\n"
    (tmp_path / "mkdocs.yml").write_text(plugins, encoding="utf-8")
    (tmp_path / "medicines").mkdir()
    wrong = ["11 لوگ، 3 مہینے، 100 میں سے", URDU[1]]
    for each in (page("en", [*ENGLISH, "nobody"]), page("ur", wrong)):
        folder = tmp_path / "docs" / each.locale
        folder.mkdir(parents=True)
        strings = ROOT / "docs" / "en" / "strings.yml"
        (folder / "strings.yml").write_text(strings.read_text(encoding="utf-8"), encoding="utf-8")
        mark = f"translation: {{of: {page('en', [*ENGLISH, 'nobody']).fingerprint}, by: machine}}"
        text = each.text.replace("description: D\n", f"description: D\n{mark}\n", 1)
        (folder / "index.md").write_text(text if each.locale == "ur" else each.text, "utf-8")
    _, problems = check_project(tmp_path, datetime.date(2026, 11, 22))
    found = {f"{problem.file}:{problem.line}": problem.message for problem in problems}
    assert "No picture can be drawn of this item" in found["docs/en/index.md:11"]
    assert "would show 3 in 100 people" in found["docs/ur/index.md:10"]
