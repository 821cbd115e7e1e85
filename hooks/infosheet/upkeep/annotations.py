"""Mistakes as a code host shows them: beside the line of the file in which they stand."""

from __future__ import annotations

from infosheet.problems import Problem


def annotation(problem: Problem) -> str:
    """Return the line that lets GitHub show `problem` at its file and line."""
    place = f"file={_property(problem.file)}"
    if problem.line:
        place += f",line={problem.line}"
    words = "\n".join(filter(None, (problem.message, problem.mend)))
    return f"::{problem.severity} {place}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
