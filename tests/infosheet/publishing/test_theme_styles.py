"""Of Material's style sheet only what could match nothing goes, and variables nobody asks for."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from infosheet.publishing.theme_styles import left_out, needed_styles

KEPT = [
    ".md-typeset h1{color:red}",
    "a:not(.md-nav__link){color:red}",
    "p:is(.md-nav,.page){color:red}",
    '[data-x=".md-nav{}"]{content:"}.md-nav{"}',
    "@media print{.md-typeset{color:red}}",
    "@keyframes turn{0%{left:0}to{left:1px}}",
    ".key-facts{color:red}",
    ":root{--asked:red}p{color:var(--asked)}",
    ":root{--by-script:red}",
]


@pytest.mark.parametrize("style", KEPT)
def test_what_could_match_stays_as_it_was(style: str) -> None:
    assert needed_styles(style, ('getPropertyValue("--by-script")',)) == style


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".md-nav__link:hover{color:red}p{margin:0}", "p{margin:0}"),
        (".md-nav .x,p,:is(a,b) .md-search-result{margin:0}", "p{margin:0}"),
        ("@media print{.md-search{color:red}.tabbed-set{color:red}}", ""),
        (":root{--one:1;--two:2}p{left:var(--two)}", ":root{--two:2}p{left:var(--two)}"),
        (":root{--one:1;--two:var(--one)}", ""),
    ],
)
def test_what_belongs_to_a_part_left_out_goes(style: str, left: str) -> None:
    assert needed_styles(style) == left


@pytest.mark.parametrize("style", ["p{color:red", "p{color:red}}"])
def test_a_style_that_cannot_be_taken_apart_is_refused(style: str) -> None:
    with pytest.raises(ValueError, match="cannot be taken apart"):
        needed_styles(style)


def test_material_as_it_is_locked_is_taken_apart_and_more_than_half_goes() -> None:
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    (path,) = Path(spec.origin).parent.glob("templates/assets/stylesheets/main.*.min.css")
    style = path.read_text(encoding="utf-8")
    assert len(needed_styles(style)) < len(style) / 2


def test_a_part_is_its_name_and_what_is_named_after_it() -> None:
    assert all(map(left_out, ("md-nav", "md-nav__link", "md-nav--primary", "md-search-result")))
    assert not any(map(left_out, ("md-navigation", "notes", "key-facts", "md-typeset")))
