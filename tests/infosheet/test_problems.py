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


def test_a_mistake_that_is_the_same_in_many_languages_is_told_once_with_every_place() -> None:
    def lacks(locale: str, line: int) -> Problem:
        message = f"docs/{locale}/strings.yml has no “menu”."
        return Problem(f"docs/{locale}/strings.yml", line, message, "Translate it.")

    told = report([lacks("pl", 7), lacks("ar", 5), lacks("ur", 0)])
    assert told.count("error:") == 1
    assert told.startswith("docs/ar/strings.yml:5: error: ")
    assert "(The same in docs/pl/strings.yml:7, docs/ur/strings.yml.)" in told
    assert told.endswith("3 mistakes to mend.")
    apart = [lacks("pl", 7), lacks("ar", 5), Problem("docs/ur/a.md", 1, "Another.")]
    assert report(apart).count("error:") == 3


def test_a_file_that_has_the_same_said_of_two_lines_is_told_both_in_full() -> None:
    told = report([Problem("docs/ur/a.md", line, "No.", "Do:\n    this") for line in (1, 2)])
    assert told.count("this") == 2
