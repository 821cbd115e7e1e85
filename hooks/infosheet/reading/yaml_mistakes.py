"""Say in the words of an editor why a file is not valid YAML."""

from __future__ import annotations

import yaml

from infosheet.problems import Problem


def not_valid(error: yaml.YAMLError, file: str) -> Problem:
    """Return what keeps a file from being YAML, at the place where it is best mended."""
    mark = getattr(error, "problem_mark", None)
    what = " ".join(str(getattr(error, "problem", None) or error).split())
    mend = "Look for a missing colon, quote or bracket here or on the line above."
    opened = getattr(error, "context_mark", None)
    if "but got ':'" in what and mark is not None and opened and opened.line == mark.line:
        # A bracket that is left open comes upon the colon of a later line.
        what = "mapping values are not allowed"
    for said, (plain, advice) in _PLAINLY.items():
        if said in what:
            # What is not closed is best mended where it was opened.
            mark = opened if "not closed" in plain else mark
            what, mend = plain, advice
            break
    line = mark.line + 1 if mark is not None else 0
    return _not_valid(file, line, what, mend)


def second_part(file: str, line: int) -> Problem:
    """Return the problem of a file in which “---” on `line` begins another document."""
    return _not_valid(file, line, *_PLAINLY["but found another document"])


def _not_valid(file: str, line: int, what: str, mend: str) -> Problem:
    return Problem(file, line, f"This is not valid YAML: {what}.", mend)


# The YAML library's words, and the same in those of an editor.
_PLAINLY = {
    "mapping values are not allowed": (
        "a second colon stands in this value",
        'Put the value in quotation marks, "…: …", or look at the indentation.',
    ),
    "could not find expected ':'": (
        "a colon is missing after a key",
        "Look at this line and the one above: each key needs “:” and a space after it.",
    ),
    "found unexpected end of stream": (
        "a quotation mark that opens here is not closed",
        "Close it at the end of the value.",
    ),
    "expected ',' or ']'": (
        "a bracket “[” that opens here is not closed",
        "Close it with “]”; between values there are commas.",
    ),
    "expected ',' or '}'": (
        "a brace “{” that opens here is not closed",
        "Close it with “}”; between values there are commas.",
    ),
    "expected <block end>": (
        "this line does not continue the list above it",
        "Let it begin as far in as the lines beside it, each with a key or a hyphen; "
        "or close a quotation mark above.",
    ),
    "expected the node content": (
        "a value is missing here",
        "Write it, or close the bracket that is open.",
    ),
    "cannot start any token": (
        "a value cannot begin with this character",
        "Put the value in quotation marks.",
    ),
    "expected '<document start>'": (
        "this belongs to no key",
        "Look for a quotation mark, colon or bracket that is missing on a line above.",
    ),
    "but found another document": (
        "“---” begins a second part",
        "Keep one part: take the line “---” away.",
    ),
}
