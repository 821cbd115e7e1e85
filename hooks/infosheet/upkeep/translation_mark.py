"""The lines at the top of a translation that say from which English it was made, and by whom."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from infosheet.problems import report
from infosheet.reading.masking import FRONT_MATTER
from infosheet.reading.yaml_reader import Document, parse_yaml

BY = ("person", "machine")

_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'"


@dataclass(frozen=True)
class Marked:
    """A translation as it is to be written, and what its translator is told of it."""

    text: str
    told: str = ""


class UnmarkedError(ValueError):
    """Why a translation cannot be marked, in a sentence that says how to mend it."""


def marked(text: str, file: str, fingerprint: str, by: str, today: datetime.date) -> Marked:
    """Return a translation's `text` marked as made from the English of that `fingerprint`.

    `by` says who translated it, a person or a machine; empty, it stays as the page has it. Who has
    checked earlier words, before `today`, is taken out of the mark.
    Raises UnmarkedError where that cannot be done, or would say something that nobody has.
    """
    front = FRONT_MATTER.match(text)
    if front is None:
        raise UnmarkedError(
            f"{file} does not begin with its title: copy the first lines of the English page, "
            "from “---” to “---”, and translate them."
        )
    document, problems = parse_yaml("\n" + front[1], file)
    if problems:
        raise UnmarkedError(report(problems))
    said = document.data.get("translation")
    mark = said if isinstance(said, dict) else {}
    stated = mark.get("by") if mark.get("by") in BY else ""
    if not (stated or by):
        raise UnmarkedError(
            f"{file} does not say who translated it. Run this again with BY=person where a person "
            f"did, or with BY=machine: make fresh PAGE={file} BY=person"
        )
    if by and by not in BY:
        raise UnmarkedError(f"“{by}” is not known as a translator: write BY=person or BY=machine.")
    values, told = {"of": fingerprint}, list[str]()
    anew = bool(by) and by != stated
    if anew:
        values["by"] = by
        if stated:
            values |= {"machine-readings": "0"} if "machine-readings" in mark else {}
            told.append(f"It says now that a {by} translated it; before, it was a {stated}.")
    if (anew or mark.get("of") != fingerprint) and _was_checked_before(mark, today):
        values |= {"checked-by": "null", "checked": "null"}
        told.append(
            f"It no longer says that {mark['checked-by']} has checked it on {mark['checked']}: "
            "words have changed since. Who checks it now writes name and day again."
        )
    if not mark:
        # Where whoever checks it writes name and day.
        values |= {"checked-by": "null", "checked": "null"}
    lines = text.split("\n")
    _write(lines, document, values, end=front[0].count("\n") - 1)
    return Marked("\n".join(lines), "\n".join(told))


def _was_checked_before(mark: Mapping[str, object], today: datetime.date) -> bool:
    who, day = mark.get("checked-by"), mark.get("checked")
    return who not in (None, "", "null", "~") and day is not None and day != today.isoformat()


def _write(lines: list[str], document: Document, values: Mapping[str, str], end: int) -> None:
    """Write `values` into the mark, where each one stands already or at its beginning.

    `end` is the index of the line that closes the first lines.
    """
    if "translation" not in document.data:
        lines[end:end] = ["translation:", *(f"  {key}: {value}" for key, value in values.items())]
        return
    begin = document.line(("translation",)) - 1
    in_braces = "{" in lines[begin]
    missing = []
    for key, value in values.items():
        line = document.lines.get(("translation", key))
        if line is None:
            missing.append(f"{key}: {value}")
            continue
        rest = r"[^,}\n]*" if in_braces else r"[^\n]*?(?=\s+#|$)"
        there = re.compile(rf"(?<![\w-])({key}:)[ ]*(?:{_QUOTED}|{rest})")
        lines[line - 1] = there.sub(rf"\g<1> {value}", lines[line - 1], count=1)
    if missing and in_braces:
        lines[begin] = lines[begin].replace("{", "{" + ", ".join(missing) + ", ", 1)
    elif missing:
        # As far in as what stands below it, if anything does.
        below = re.match(r"[ ]+(?=[\w-])", lines[begin + 1])
        indent = below[0] if below else "  "
        lines[begin] = "translation:"
        lines[begin + 1 : begin + 1] = [indent + each for each in missing]
