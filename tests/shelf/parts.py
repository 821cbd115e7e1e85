"""Broken pages: what they are built of."""

from shelf.broken import Broken
from shelf.pages import INVENTOL, PAGE, line, word

PARTS = {
    "an unknown placeholder": line(
        "“dosing-calender” is not a component",
        "{{ dosing-calender inventol }}",
        "Did you mean “dosing-calendar”?",
    ),
    "a placeholder for an unknown medicine": line(
        "inventl", "{{ dosing-calendar inventl }}", "inventol"
    ),
    "a placeholder with too much in it": line(
        "needs a medicine after it",
        "{{ dosing-calendar inventol inventol }}",
        "{{ dosing-calendar medicine }}",
    ),
    "an empty placeholder": line("is not a component", "{{ }}"),
    "a placeholder in a sentence": line(
        "must stand alone on its line", "See {{ dosing-calendar inventol }}", "line of its own"
    ),
    "a placeholder that is not closed": line(
        "A brace stands here", "{{ dosing-calendar inventol", others=1
    ),
    "an unknown callout": Broken(
        INVENTOL,
        "“ms-taem” is not a kind of callout",
        "Did you mean “ms-team”?",
        right="!!! ms-team",
        wrong="!!! ms-taem",
    ),
    "a callout whose title is not closed": Broken(
        INVENTOL,
        "in straight quotation marks",
        "Write it like this",
        right='team if…"',
        wrong="team if…",
    ),
    "a callout with curly quotation marks": Broken(
        INVENTOL, "in straight quotation marks", right='"Call your MS team if…"', wrong="“Call”"
    ),
    "a callout with classes of its own": Broken(
        INVENTOL, "in straight quotation marks", right="!!! ms-team", wrong="!!! ms-team hidden"
    ),
    "a callout of no kind": Broken(
        INVENTOL, "come the kind of callout", right="!!! ms-team", wrong="!!!"
    ),
    "code that is not closed": line("This code is not closed", "```\nCall.", "Close it"),
    "a heading without an id": Broken(
        PAGE, "has no id", "{#missed-dose}", right="dose {#missed}", wrong="dose", others=2
    ),
    "two headings with one id": Broken(
        PAGE, "“problems” stands 2 times", right="{#missed}", wrong="{#problems}", others=2
    ),
    "no heading at the top": Broken(
        PAGE,
        "does not begin with its title as a “#” heading",
        right="# Problems {",
        wrong="## Problems {",
    ),
    "quotations within quotations": line(
        "more signs than any list or link needs", "> " * 2000 + "x"
    ),
    "lists within lists": line("more signs than any list or link needs", "- " * 2000 + "x"),
    "a line further in than any list": line(
        "more signs than any list or link needs", " " * 4000 + "x", others=1
    ),
    "10,000 brackets": line("more signs than any list or link needs", "[" * 10_000, others=1),
    "a table that aligns its columns": Broken(
        PAGE,
        "aligns its columns",
        "without colons",
        right="Call your MS team.",
        wrong="| a |\n| :-: |\n| b |",
        line=10,
    ),
    "an unknown source": Broken(
        INVENTOL,
        "“[^SS]” names no source",
        "Did you mean “S”?",
        right="[^S]",
        wrong="[^SS]",
        others=1,
    ),
    "a forbidden word": word("“safe” is a forbidden word", "the safe pen", "Say what is so"),
}
