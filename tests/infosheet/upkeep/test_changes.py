"""What is said of two versions of the content, told in words that need no developer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from infosheet.content.project import Project, load_project
from infosheet.problems import Problem
from infosheet.reading.plain_markdown import as_words, language_name
from infosheet.upkeep.annotations import annotation
from infosheet.upkeep.change_summary import summary
from infosheet.upkeep.changes import Changes, FigureChange, compare
from support.site import ROOT, Site, with_languages


@pytest.fixture
def copy(tmp_path: Path) -> Site:
    for name in ("docs", "medicines"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return with_languages(Site(tmp_path), "en", "pl", "ur")


def loaded(site: Site) -> Project:
    return load_project(site.root)[0]


def test_pages_that_come_and_go_are_told_by_their_titles(copy: Site) -> None:
    before = loaded(copy)
    english = copy.root / "docs/en"
    (english / "new.md").write_text("---\ntitle: New *one*\ndescription: d\n---\n\n# New {#new}\n")
    (english / "privacy.md").unlink()
    (copy.root / "docs/pl/new.md").write_text(
        "---\ntitle: Nowa\ndescription: d\ntranslation: {of: '0', by: person}\n---\n"
    )
    changes = compare(before, loaded(copy))
    assert (changes.added, changes.removed, changes.changed) == (("New *one*",), ("Privacy",), ())
    assert changes.moves["New *one*"] == {"new": ("Polish",), "missing": ("Urdu",)}
    text = summary(changes, [], "")
    assert text.startswith("**1 page added, 1 page removed.**")
    assert r"*New \*one\**: newly translated: Polish; not translated yet: Urdu" in text


def test_a_translation_that_is_edited_or_taken_away_is_told(copy: Site) -> None:
    before = loaded(copy)
    copy.edit("docs/pl/about.md", "\n# ", "\n\n# ")
    (copy.root / "docs/ur/about.md").unlink()
    changes = compare(before, loaded(copy))
    title = before.source_pages["about.md"].meta.title
    assert changes.moves == {title: {"edited": ("Polish",), "removed": ("Urdu",)}}
    assert changes.changed == ()


def test_a_language_that_comes_is_told_once_and_not_page_by_page(copy: Site) -> None:
    now = loaded(copy)
    before = loaded(with_languages(copy, "en", "pl"))
    assert compare(before, now) == Changes(languages_added=("Urdu",))
    assert compare(now, before) == Changes(languages_removed=("Urdu",))


def test_a_word_of_a_button_is_told_of_its_language(copy: Site) -> None:
    before = loaded(copy)
    copy.edit("docs/ur/strings.yml", "  home: ", "  home: x")
    assert compare(before, loaded(copy)) == Changes(words=("Urdu",))


def test_a_figure_is_told_by_where_it_stands_whatever_moved_around_it(copy: Site) -> None:
    before = loaded(copy)
    copy.edit("medicines/kesimpta.yml", "gap: P4W", "gap: P5W")
    copy.edit(
        "medicines/kesimpta.yml",
        "    - {text: are under 18, source: PIL}\n",
        "    - {text: are under 18, source: S}\n    - {text: are over 99, source: S}\n",
    )
    assert set(compare(before, loaded(copy)).figures) == {
        FigureChange("kesimpta", "timing.live-vaccine.gap", ("P4W",), ("P5W",)),
        FigureChange(
            "kesimpta",
            "facts.who-can-take-it",
            ("text: are under 18, source: PIL",),
            ("text: are under 18, source: S", "text: are over 99, source: S"),
        ),
    }


def test_the_first_sentence_names_few_pages_and_counts_many() -> None:
    moves = {"Pregnancy": {"stale": ("Polish", "Urdu")}}
    text = summary(Changes(changed=("A", "B", "Pregnancy"), moves=moves), [], "")  # type: ignore[arg-type]
    assert text.startswith("**3 pages changed; Polish and Urdu of *Pregnancy* are now stale.**\n")
    every = Changes(changed=("A",), moves={"A": {"stale": ("B", "C", "D", "E")}}, translations=4)
    assert summary(every, [], "").startswith(
        "**1 page changed; all 4 translations of *A* are now stale.**\n"
    )
    many = {f"Page {number}": {"stale": ("Polish",)} for number in range(4)}
    text = summary(Changes(changed=tuple(many), moves=many), [], "")  # type: ignore[arg-type]
    assert text.startswith("**4 pages changed; translations of 4 pages are now stale.**\n")


def test_an_annotation_is_one_line_whatever_a_message_holds() -> None:
    problem = Problem("docs/a,b:c.md", 3, "100%\n::error::x", "Mend\rit")
    assert annotation(problem) == (
        "::error file=docs/a%2Cb%3Ac.md,line=3::100%25%0A::error::x%0AMend%0Dit"
    )
    assert annotation(Problem("mkdocs.yml", 0, "m", severity="notice")) == (
        "::notice file=mkdocs.yml::m"
    )


def test_words_stay_words_in_markdown() -> None:
    assert as_words("a_b [c](d)\n# <e>") == r"a\_b \[c\](d) \# \<e\>"
    assert [language_name(each) for each in ("pl", "bn", "zh-Hans", "xx")] == [
        "Polish",
        "Bengali",
        "Chinese (Simplified)",
        "xx",
    ]
