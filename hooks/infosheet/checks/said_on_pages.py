"""The check that the pages of a medicine say the dose and the regimen that its tools go by.

Figures of pages are held to the declared facts; this holds those of the medicine file to the pages,
so that a number which changes in one place alone is seen. What pages put into other words than
those looked for here is left to the person who signs off.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from infosheet.content.markdown_source import Page
from infosheet.medicines.durations import Duration, Unit
from infosheet.medicines.medicine import Medicine
from infosheet.problems import Problem
from infosheet.reading.masking import mask
from infosheet.reading.strings import Words
from infosheet.reading.yaml_reader import Document, KeyPath

# “Weekly” and “monthly” are not among them: they also tell doses of the beginning from others.
_SAID_SHORTLY = {
    "once": "1",
    "daily": "every day",
    "fortnight": "2 weeks",
    "fortnightly": "every 2 weeks",
    "yearly": "every year",
}
_AMOUNT = re.compile(r"([0-9.,]+)\s*(\S+)")
_UNITS = {
    "mg": "mg|milligrams?",
    "g": "g|grams?",
    "ml": "ml|millilitres?",
    "micrograms": "micrograms?|mcg|µg|μg",
    "units": "units?|IU",
}
_NUMBER = r"([0-9]+)"
_UNIT = "(day|week|month|year)"
_LIST = re.compile(rf"\b{_UNIT}s? ([0-9]+(?:, (?:\1 )?[0-9]+)*(?:,? and (?:on )?(?:\1 )?[0-9]+))")
_APART = re.compile(rf"\b{_NUMBER} (?:doses|injections|infusions),? {_NUMBER} {_UNIT}s? apart\b")
_FROM = re.compile(rf"\bfrom {_UNIT} {_NUMBER}\b")
_EVERY = re.compile(rf"\b(?:each|every|1 a) (?:{_NUMBER} )?{_UNIT}s?\b")
_EVERY_OTHER = re.compile(rf"\bevery (?:other|second) {_UNIT}\b")
_SO_LONG = re.compile(rf"\b{_NUMBER}[ -]{_UNIT}(?:ly| intervals?)\b")
_SO_OFTEN = re.compile(
    rf"\b{_NUMBER} (?:(?:times?|doses?|injections?|infusions?) )?(?:a|per|each|every) {_UNIT}\b"
)
# How near two lengths in different units must be for people to take one for the other: 12 weeks
# and 3 months, but not 4 weeks and 5.
_ABOUT = 0.1
_A_SLIP = 0.85
_MEND = (
    "Correct the number, or else the pages and their facts, from the source. If the pages say the "
    "same in other words, say it on one of them as “{}” too."
)

Said = tuple[KeyPath, str, set[str]]


def check_said(
    medicine: Medicine, file: Document, pages: tuple[Page, ...], words: Words
) -> list[Problem]:
    """Return the numbers and names of a medicine file that its English `pages` say otherwise.

    `words` are the English strings, with the number words.
    """
    written = "\n".join(mask(page.text) for page in pages)
    text = _in_figures(written, words)
    differing = [
        *_dose(medicine, text),
        *_initiation(medicine, text),
        *_maintenance(medicine, text),
    ]
    return [
        *_names(medicine, file, written),
        *(_otherwise(file, path, number, said) for path, number, said in differing),
    ]


def _otherwise(file: Document, path: KeyPath, number: str, said: set[str]) -> Problem:
    name = ".".join(map(str, path))
    return Problem(
        file.file, file.line(path),
        f"“{name}” says {number}, but the English pages say {', '.join(sorted(said))}.",
        _MEND.format(number),
    )  # fmt: skip


def _names(medicine: Medicine, file: Document, text: str) -> Iterator[Problem]:
    """Find a name that the pages never say, but one so like it that this is a slip."""
    for key, name in (("name", medicine.name), ("generic-name", medicine.generic_name)):
        if name.casefold() in text.casefold():
            continue
        words = re.findall(r"\w+", text)
        if meant := difflib.get_close_matches(name, sorted(set(words)), 1, _A_SLIP):
            yield Problem(
                file.file, file.line((key,)),
                f"“{key}” is “{name}”, but the English pages say “{meant[0]}”.",
                "Write it the same everywhere, as it stands on the pack.",
            )  # fmt: skip


def _in_figures(text: str, words: Words) -> str:
    """Return `text` with its number words as figures."""
    groups = words.get("number-words")
    figures = {
        word: figure
        for figure, spellings in (groups.items() if isinstance(groups, dict) else ())
        for word in map(str, spellings)
    }
    figures |= _SAID_SHORTLY
    return re.sub(r"[a-z]+", lambda word: figures.get(word[0], word[0]), text.lower())


def _dose(medicine: Medicine, text: str) -> Iterator[Said]:
    dose = _AMOUNT.fullmatch(medicine.dose)
    if dose is None:
        return
    number, own = _plain(dose[1]), dose[2].lower()
    unit = next((each for each in _UNITS.values() if re.fullmatch(each, own, re.I)), re.escape(own))
    said = set(map(_plain, re.findall(rf"([0-9][0-9.,]*)\s?(?:{unit})(?!\w)", text, re.I)))
    other = set(
        re.findall(rf"(?<![0-9.,]){re.escape(dose[1])}\s?(?:{_ANY_UNIT})(?!\w)", text, re.I)
    )
    if said and number not in said:
        yield ("dose",), medicine.dose, {f"{each}{dose[2]}" for each in said}
    elif other and not said:
        yield ("dose",), medicine.dose, other


_ANY_UNIT = "|".join(_UNITS.values())


def _plain(number: str) -> str:
    """Return a number as it is written here, without what sets its thousands off."""
    return re.sub(r",(?=[0-9]{3}(?![0-9]))", "", number).rstrip(".,")


def _initiation(medicine: Medicine, text: str) -> Iterator[Said]:
    offsets = medicine.regimen.initiation
    units = {offset.unit for offset in offsets}
    if len(offsets) < 2 or len(units) > 1:
        return
    [unit] = units
    found = dict[str, list[Duration]]()
    for match in _LIST.finditer(text):
        found[match[0]] = [_point(each, match[1]) for each in re.findall("[0-9]+", match[2])]
    for match in _APART.finditer(text):
        step = _length(match[2], match[3])
        found[match[0]] = [Duration(each * step.count, step.unit) for each in range(int(match[1]))]
    found = {said: points for said, points in found.items() if _comparable(points[-1], offsets[-1])}
    if found and _days(*offsets) not in [_days(*points) for points in found.values()]:
        counts = [_counted(offset) for offset in offsets]
        number = f"{unit} {', '.join(counts[:-1])} and {counts[-1]}"
        yield ("regimen", "initiation"), number, set(found)


def _maintenance(medicine: Medicine, text: str) -> Iterator[Said]:
    maintenance = medicine.regimen.maintenance
    if maintenance is None:
        return
    path, start = ("regimen", "maintenance"), maintenance.start
    begins = {match[0]: _point(match[2], match[1]) for match in _FROM.finditer(text)}
    begins = {said: point for said, point in begins.items() if _comparable(point, start)}
    # What goes on from the first dose needs no word for where it begins.
    if start.count and begins and _days(start) not in map(_days, begins.values()):
        yield (*path, "from"), f"from {start.unit[:-1]} {_counted(start)}", set(begins)
    rhythms = dict(_rhythms(text))
    for every in maintenance.intervals if rhythms else ():
        if not any(_same_rhythm(every, each) for each in rhythms.values()):
            key = "every" if every is maintenance.every else "also-offered"
            unit = every.unit[:-1] if every.count == 1 else f"{every.count} {every.unit}"
            yield (*path, key), f"every {unit}", set(rhythms)


# A rhythm in days, and the unit that it is said in; none where it is said in times a year.
_Rhythm = tuple[float, str | None]


def _rhythms(text: str) -> Iterator[tuple[str, _Rhythm]]:
    """Yield each rhythm of the text, as it is said."""
    for pattern in (_EVERY, _SO_LONG):
        for match in pattern.finditer(text):
            length = _length(match[1] or "1", match[2])
            yield match[0], (length.average_days, length.unit)
    for match in _EVERY_OTHER.finditer(text):
        length = _length("2", match[1])
        yield match[0], (length.average_days, length.unit)
    for match in _SO_OFTEN.finditer(text):
        length = _length("1", match[2])
        # Whatever is taken several times a day is taken every day.
        times = max(int(match[1]), 1) if length.unit != "days" else 1
        yield match[0], (length.average_days / times, length.unit if times == 1 else None)


def _same_rhythm(every: Duration, said: _Rhythm) -> bool:
    days, unit = said
    nearness = abs(days - every.average_days)
    return nearness < 1 / 2 or (unit != every.unit and nearness < _ABOUT * every.average_days)


def _length(count: str, unit: str) -> Duration:
    units: dict[str, Unit] = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
    return Duration(int(count), units[unit])


def _point(number: str, unit: str) -> Duration:
    """Return the offset of a day, which is counted from 1, or of a week, counted from 0."""
    return _length(str(int(number) - 1) if unit == "day" else number, unit)


def _counted(offset: Duration) -> str:
    return str(offset.count + 1 if offset.unit == "days" else offset.count)


def _comparable(one: Duration, other: Duration) -> bool:
    """Tell whether one can be reckoned in the unit of the other."""
    return (one.days is None) == (other.days is None)


def _days(*offsets: Duration) -> list[int]:
    return [round(offset.average_days) for offset in offsets]
