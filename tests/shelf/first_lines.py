"""Broken pages: the lines at their top."""

from shelf.broken import Broken
from shelf.characters import TOP
from shelf.pages import BODY, PAGE


def first_lines(said: str, lines: str, line: int, mend: str = "") -> Broken:
    """A page that begins with other lines between “---” and “---”."""
    return Broken(PAGE, said, mend, content=f"---\n{lines}---\n{BODY}", line=line)


FIRST_LINES = {
    "a page without first lines": Broken(
        PAGE, "does not begin with its title", "title: …", content=BODY, line=1
    ),
    "first lines that are not closed": Broken(
        PAGE, "does not begin with its title", content=TOP[:-4] + BODY, line=1
    ),
    "a blank line above the first lines": Broken(
        PAGE, "does not begin with its title", content="\n" + TOP + BODY, line=1
    ),
    "no title": first_lines("“title” is missing", "description: b\n", 2, "Add the key"),
    "a misspelt key": first_lines(
        "“titel” is not a key", "titel: a\ntitle: a\ndescription: b\n", 2, "Did you mean “title”?"
    ),
    "a title twice": first_lines(
        "“title” stands here a second time", "title: a\ntitle: b\ndescription: b\n", 3, "Keep one"
    ),
    "a title of nothing": first_lines(
        "“title”: some words are expected", "title:\ndescription: b\n", 2
    ),
    "a description of spaces": first_lines(
        "“description” is empty", 'title: a\ndescription: " "\n', 3, "Say in a sentence"
    ),
    "a title that a number sign cuts off": first_lines(
        "“#1” and what follows it would be lost",
        "title: Side effect #1 to know\ndescription: b\n",
        2,
        "in quotation marks",
    ),
    "a check of the translation by nobody": first_lines(
        "“checked-by” and “checked” are written together",
        "title: a\ndescription: b\ntranslation: {of: x, by: person, checked: 2026-11-01}\n",
        4,
    ),
    "a check of the translation still to come": Broken(
        "docs/es/index.md",
        "said to be checked on 2031-01-01, which is still to come",
        "Write the day",
        right="  by: machine",
        wrong="  by: machine\n  checked-by: A\n  checked: 2031-01-01",
        line=8,
    ),
    "a sentence left in English": Broken(
        "docs/es/index.md",
        "This stands here in English: “Read about [Inventol]",
        "Translate it",
        right="Lea sobre [Inventol](inventol/index.md), y [qué hacer cuando algo va mal]",
        wrong="Read about [Inventol](inventol/index.md), and "
        "[what to do when something goes wrong]",
    ),
    "a list for a title": first_lines("expected a single value", "title: [a]\ndescription: b\n", 2),
    "keys for a title": first_lines(
        "expected a single value", "title:\n  a: b\ndescription: b\n", 2
    ),
    "a colon in a title": first_lines(
        "a second colon", "title: a: b\ndescription: b\n", 2, "in quotation marks"
    ),
    "a quotation mark that is not closed": first_lines(
        "a quotation mark that opens here is not closed", 'title: "a\ndescription: b\n', 2
    ),
    "a tab": first_lines("holds a tab", "title:\ta\ndescription: b\n", 2, "Indent with spaces"),
    "a tag that runs Python": first_lines(
        "“!!python/object/apply:os.system” is an instruction",
        "title: !!python/object/apply:os.system [id]\ndescription: b\n",
        2,
        "Take it out",
    ),
    "a bracket that is not closed": first_lines(
        "a bracket “[” that opens here is not closed", "title: a\nfigures: [1\ndescription: b\n", 3
    ),
    "a wrong kind of figures": first_lines(
        "expected a list", "title: a\ndescription: b\nfigures: 7\n", 4
    ),
    "a translation by nobody": first_lines(
        "is expected", "title: a\ndescription: b\ntranslation: {of: x, by: robot}\n", 4
    ),
    "a count that is NaN": first_lines(
        "expected a whole number",
        "title: a\ndescription: b\ntranslation: {of: x, by: machine, machine-readings: .nan}\n",
        4,
    ),
    "a count below 0": first_lines(
        "expected a whole number, 0 or more",
        "title: a\ndescription: b\ntranslation: {of: x, by: machine, machine-readings: -1}\n",
        4,
    ),
    "a count of 5,000 digits": first_lines(
        "expected a whole number",
        "title: a\ndescription: b\n"
        f"translation: {{of: x, by: machine, machine-readings: {'9' * 5000}}}\n",
        4,
    ),
    "a date that is none": first_lines(
        "“2026-02-30” is not a day",
        "title: a\ndescription: b\nreview: {written: 2026-02-30, every: P1Y}\n",
        4,
    ),
    "first lines that end as YAML does, with code after": Broken(
        PAGE,
        "“<script” begins a piece of HTML",
        content=f"---\ntitle: a\ndescription: b\n...\n<script>alert()</script>\n---\n{BODY}",
        line=5,
        others=1,
    ),
    "code in a title": first_lines(
        "“<script” begins a piece of HTML", "title: <script>alert(1)</script>\ndescription: b\n", 2
    ),
}
