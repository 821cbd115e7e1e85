"""A report tells each thing once."""

from __future__ import annotations

from infosheet.problems import Problem, report


def test_lines_that_several_files_share_are_told_for_the_first_and_pointed_at_by_the_others() -> (
    None
):
    shared, own = "\n    -They can help.\n    +They will help.", "\n    +Another line."
    told = report(
        [
            Problem("docs/ur/a.md", 1, "Changed.", f"Run: fresh ur{shared}"),
            Problem("docs/ar/a.md", 1, "Changed.", f"Run: fresh ar{shared}"),
            Problem("docs/bn/b.md", 1, "Changed.", f"Run: fresh bn{own}"),
        ]
    )
    assert told.count("+They will help.") == told.count("+Another line.") == 1
    assert told.index("docs/ar/a.md:1") < told.index("+They will") < told.index("docs/ur/a.md:1")
    assert "Run: fresh ur\n    (The same lines as for docs/ar/a.md.)" in told


def test_a_file_that_has_the_same_said_of_two_lines_is_told_both_in_full() -> None:
    told = report([Problem("docs/ur/a.md", line, "No.", "Do:\n    this") for line in (1, 2)])
    assert told.count("this") == 2
