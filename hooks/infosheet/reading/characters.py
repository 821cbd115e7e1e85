"""Find characters that make a text say something else than what people see of it.

Some cannot be seen at all, some turn the order of what follows, and some look like other ones: a
Bengali 4 looks like 8. What a language needs to be written at all is left alone.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from typing import Literal

from infosheet.problems import Problem

# A file with more of them than this is no text that a list of places would help to mend.
_LISTED = 20

_JOINERS = "\u200c\u200d"  # shape letters and vowel signs in Arabic and Indic scripts
_MARKS = "\u200e\u200f\u061c"  # keep a name or a figure in its place among right-to-left words
_ISOLATES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Invisible too, though Unicode does not count them among the marks of format.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
# Alphabets whose letters look like Latin ones; Greek ones only where no Latin letter is like them.
_OF_NO_SCRIPT = Counter({"": 1})  # the letters of a text in which each script is a strange one
_LOOK_ALIKE_SCRIPTS = ("ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "DESERET", "LISU")
_GREEK_LIKE_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυχ")


def check_characters(text: str, file: str) -> list[Problem]:
    """Return a problem for each line and each character that does not belong there."""
    doubtful = [each for each in set(text) if _may_be_fault(each)]
    if not doubtful:
        return []
    counts = Counter(text)
    letters = [letter for letter in counts if letter.isalpha()]
    scripts = Counter[str]()
    for letter in letters:
        scripts[_script(letter)] += counts[letter]
    suspects = {each: fault for each in doubtful if (fault := _fault(each, scripts))}
    if not suspects:
        return []
    right_to_left = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters)
    one_of_them = re.compile(f"[{re.escape(''.join(suspects))}]")
    found: dict[tuple[int, str], Problem] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for match in one_of_them.finditer(line):
            position, character = match.start(), match[0]
            said = _said(suspects[character], line, position, right_to_left)
            if said:
                # One letter of a word stands for all of it.
                place = number, _word(line, position) if character.isalpha() else character
                found.setdefault(place, Problem(file, number, *said))
        if len(found) >= _LISTED:
            break
    return list(found.values())[:_LISTED]


@functools.cache
def _may_be_fault(character: str) -> bool:
    """Tell whether something may be wrong with a character in any text at all."""
    return _fault(character, _OF_NO_SCRIPT) is not None


_Fault = Literal["lost", "control", "no letter", "turning", "unseen", "wide", "digit", "like Latin"]


def _fault(character: str, scripts: Counter[str]) -> _Fault | None:
    """Return what may be wrong with a character in a text whose letters are of `scripts`.

    Some faults are none in every place: `_said` looks at what stands beside the character.
    """
    if character.isascii() and (character.isprintable() or character in "\n\t"):
        return None  # of tabs the readers of YAML and of Markdown say more
    category = unicodedata.category(character)
    if character == "\ufffd":
        return "lost"
    if category in ("Cc", "Zl", "Zp"):
        return "control"
    if category in ("Co", "Cn", "Cs"):
        return "no letter"
    if character in _ISOLATES:
        return "turning"
    if _unseen(character, category):
        return "unseen"
    if unicodedata.decomposition(character).startswith(("<wide>", "<narrow>", "<font>")):
        return "wide"
    if category == "Nd" and _script(character) not in scripts:
        return "digit"
    if character.isalpha() and _may_be_counterfeit(character, scripts):
        return "like Latin"
    return None


def _said(fault: _Fault, line: str, position: int, right_to_left: bool) -> tuple[str, str] | None:
    """Return what is wrong with the character at `position`, and how to mend it."""
    character = line[position]
    name = _name(character)
    match fault:
        case "lost":
            return (
                f"Here stands {name}: a letter was lost when the file was saved.",
                "Put the letter back, and save the file with the encoding UTF-8.",
            )
        case "control":
            return f"Here stands {name}, which no reader can see.", _take_away(line, position)
        case "no letter":
            return f"Here stands {name}, which is no letter.", _take_away(line, position)
        case "turning":
            return (
                f"Here stands {name}, which turns the order of what follows.",
                f"{_take_away(line, position)} The site itself keeps directions apart.",
            )
        case "unseen":
            if _needed(line, position, right_to_left):
                return None
            return f"Here stands {name}, which no reader can see.", _take_away(line, position)
        case "wide":
            like = unicodedata.normalize("NFKC", character)
            return f"“{character}” is {name}, not the usual “{like}”.", f"Write “{like}”."
        case "digit":
            usual = unicodedata.digit(character)
            return (
                f"“{character}” is {name}, which readers may take for another figure.",
                f"Write “{usual}”.",
            )
        case "like Latin":
            word = _word(line, position)
            if _script(character) == "GREEK" and all(_script(each) != "LATIN" for each in word):
                return None
            return (
                f"“{character}” in “{word}” is {name}, which only looks like a Latin letter.",
                "Type the word anew.",
            )


def _unseen(character: str, category: str) -> bool:
    if category == "Cf":
        # Arabic signs that embrace a number are of this kind too, and are seen.
        return unicodedata.bidirectional(character) not in ("AN", "AL") or character == "\u061c"
    return character in _BLANK or 0xFE00 <= ord(character) <= 0xFE0F or ord(character) >= 0xE0000


def _needed(line: str, position: int, right_to_left: bool) -> bool:
    character = line[position]
    if character in _MARKS:
        return right_to_left
    if character not in _JOINERS:
        return False
    beside = line[max(position - 1, 0) : position + 2].replace(character, "")
    return any(_joins(neighbour) for neighbour in beside)


def _joins(character: str) -> bool:
    """Tell whether a letter or sign is of a script that shapes its letters."""
    kind = unicodedata.category(character)[0]
    return kind in "LM" and _script(character) not in ("LATIN", "GREEK", "COMBINING", "CYRILLIC")


def _may_be_counterfeit(letter: str, scripts: Counter[str]) -> bool:
    script = _script(letter)
    if script == "GREEK":
        return letter in _GREEK_LIKE_LATIN
    # A file that is written in such an alphabet may use it; in others it is a disguise.
    return script in _LOOK_ALIKE_SCRIPTS and 2 * scripts[script] < scripts.total()


def _word(line: str, position: int) -> str:
    start = end = position
    while start > 0 and line[start - 1].isalpha():
        start -= 1
    while end < len(line) and line[end].isalpha():
        end += 1
    return line[start:end]


def _take_away(line: str, position: int) -> str:
    before = "".join(letter for letter in line[:position] if letter.isprintable())[-20:].strip()
    return f"Delete it: it stands after “{before}”." if before else "Delete it: it begins the line."


@functools.cache
def _script(character: str) -> str:
    """Return the first word of the character's name, which is that of its script."""
    name = unicodedata.name(character, "")
    return name.removeprefix("EXTENDED ").replace("-", " ").partition(" ")[0]


def _name(character: str) -> str:
    known = unicodedata.name(character, "") or _CONTROLS.get(character, "a control character")
    return f"U+{ord(character):04X} ({known.lower()})"


_CONTROLS = {
    "\x00": "nul, a control character",
    "\r": "a carriage return without a line feed",
    "\x0b": "a vertical tab",
    "\x0c": "a form feed",
    "\x1b": "escape, a control character",
    "\x85": "next line, a control character",
}
