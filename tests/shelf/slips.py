"""Broken pages: Markdown that looks right in the file, and is shown as something else."""

from shelf.broken import Broken
from shelf.pages import HOME, INVENTOL, PAGE, line, word

TWO_VERSIONS = "<<<<<<< HEAD\nCall.\n=======\nCall us.\n>>>>>>> a-branch"
SIDE_BY_SIDE = "Two versions of these lines stand here"
AS_TEXT = "would be shown as running text"


def at(number: int, said: str, wrong: str, mend: str = "", others: int = 0) -> Broken:
    """A page on which the slip is not on the first line of what was written."""
    written = "Call your MS team."
    return Broken(PAGE, said, mend, right=written, wrong=wrong, line=number, others=others)


SLIPS = {
    "two versions that Git put side by side": line(SIDE_BY_SIDE, TWO_VERSIONS, "Keep the right"),
    "the end of two versions": at(10, SIDE_BY_SIDE, "Call.\n>>>>>>> a-branch", "delete the lines"),
    "two versions of the first lines": Broken(
        PAGE, SIDE_BY_SIDE, right="title: Problems", wrong="<<<<<<< HEAD\ntitle: Problems"
    ),
    "the line between two versions": at(10, "makes a heading of the one above", "Call.\n======="),
    "an underlined heading": at(10, "makes a heading of the one above", "Call\n----", "“## Words"),
    "a heading without a space": line("This heading would be shown as text", "##Call", "one space"),
    "a heading after a no-break space": line("This heading", "##\u00a0Call", "one space"),
    "a heading further in": line("This heading would be shown", "  ## Call {#call}", "beginning"),
    "a second title": line("this is another", "# Call {#call}", "Begin it with “##”"),
    "a level left out": line(
        "A “####” heading stands straight below a “##” heading", "#### Call {#call}", "“###”"
    ),
    "a table from a word processor": line("holds a tab", "a\tb\nc\td", "| first |", others=1),
    "a list item with a tab": line("holds a tab", "-\tCall."),
    "a table without its second line": line(AS_TEXT, "| a | b |\n| c | d |", "| --- | --- |"),
    "a table straight below words": at(10, AS_TEXT, "Look:\n| a |\n| --- |\n| b |", "a line blank"),
    "a table without its first signs": at(
        10, "do not begin with “|”", "a | b\n--- | ---\nc | d", "Begin and end each row"
    ),
    "a row with a cell too many": at(
        11,
        "has 3 cells, but the first row has 2",
        "| a | b |\n| --- | --- |\n| c | d | e |",
        "Give each row as many",
    ),
    "a row with a cell too few": at(
        11, "has 1 cells, but the first row has 2", "| a | b |\n| --- | --- |\n| c |"
    ),
    "words straight below a table": at(
        12, "This line is no row", "| a |\n| --- |\n| b |\nCall.", "a line blank"
    ),
    "a list straight below words": at(10, AS_TEXT, "You need:\n- a pen\n- a bin", "a line blank"),
    "the bullets of a word processor": line("“•” begins no list item", "• a pen", "a hyphen"),
    "dashes for bullets": line("“–” begins no list item", "– a pen", "a hyphen"),
    "a number and a bracket": line("“1)” begins no list item", "1) a pen", "“1. words”", others=1),
    "a list within a list that stands 2 further in": at(
        10, "not stand as far in", "- pens\n  - a pen", "4 spaces"
    ),
    "a hyphen without a space": line("“-” begins no list item", "-a pen"),
    "an asterisk without a space": line("“*” begins no list item", "*a pen"),
    "an empty callout": line(
        "Nothing stands in this callout", '!!! ms-team "Call"\n\nWords.', "4 spaces further in"
    ),
    "a callout whose words stand 2 further in": Broken(
        INVENTOL,
        "Nothing stands in this callout",
        right='if…"\n\n    -',
        wrong='if…"\n\n  -',
        others=1,
    ),
    "a paragraph further in, on a page that has a translation": Broken(
        HOME, "would be shown as code", right="Read about", wrong="    Read about"
    ),
    "a callout behind no-break spaces": at(
        11,
        "begins with no-break spaces",
        '!!! ms-team "Call"\n\n\u00a0\u00a0\u00a0\u00a0Words.',
        "type spaces",
        others=1,
    ),
    "a callout of 2 signs": line("looks like a callout", '!! ms-team "Call"', "!!! ms-team"),
    "a callout that folds": line("looks like a callout", '??? ms-team "Call"'),
    "a callout of another site": line("bracket stands here", "> [!WARNING]\n> Words."),
    "words that become code": line("shown as code", "    Call your MS team.", "beginning of"),
    "bold words without an end": word("begins or ends nothing", "the **pen", "before and behind"),
    "bold words between spaces": word("A space stands inside “**”", "the ** pen **"),
    "words struck through": word("“~~” would be shown", "the ~~pen~~", "Take it out"),
    "a link with a space in it": word("belongs to no link", "[the pen] (problems.md)", "[words]"),
    "a link the wrong way round": word("belongs to no link", "(the pen)[problems.md]"),
    "a link in double brackets": word("belongs to no link", "[[the pen]]"),
    "a source without its end": word("belongs to no link", "the pen[^S"),
    "a source with a space": word("belongs to no link", "the pen[^ S]", "without a space"),
    "a link without words": word("This link has no words", "the pen [](problems.md)", "brackets"),
    "an address that is no link": word(
        "“https://x.example/a” would be shown as text", "the pen (https://x.example/a)", "[words]("
    ),
    "a mail address that is no link": word(
        "“help@x.example” would be shown as text", "help@x.example", "(mailto:help@x.example)"
    ),
    "a website without its beginning": word(
        "“www.x.example”, which is no page", "[the pen](www.x.example)", "(https://www.x.example)"
    ),
    "a mail address without its beginning": word(
        "which is no page", "[the pen](help@x.example)", "(mailto:help@x.example)"
    ),
}
