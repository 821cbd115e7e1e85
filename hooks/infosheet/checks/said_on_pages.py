"""The check that the pages of a medicine say the dose and the regimen that its tools go by.

Figures of pages are held to the declared facts; this holds those of the medicine file to the pages,
so that a number which changes in one place alone is seen. What pages put into other words than
those looked for here is left to the person who signs off.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from infosheet.content.markdown_source import Page
from infosheet.medicines.medicine import Medicine
from infosheet.problems import Problem
from infosheet.reading.masking import mask
from infosheet.reading.yaml_reader import Document, KeyPath

_AMOUNT = re.compile(r"([0-9.,]+)\s*(\S+)")
_LIST = re.compile(r"\b(day|week|month)s? ([0-9]+(?:, [0-9]+)*(?:,? and [0-9]+))", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (day|week|month) ([0-9]+)\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:each|every) (?:([0-9]+) (day|week|month|year)s|(day|week|month|year))\b", re.IGNORECASE
)
_MEND = "Correct the number, or else the pages and their facts, from the source."


def check_said(medicine: Medicine, file: Document, pages: Collection[Page]) -> Iterator[Problem]:
    """Find numbers of a medicine file that its English `pages` say otherwise."""
    text = "\n".join(mask(page.text) for page in pages)
    for path, number, said in _differing(medicine, text):
        name = ".".join(map(str, path))
        yield Problem(
            file.file, file.line(path),
            f"“{name}” says {number}, but the English pages say {', '.join(sorted(said))}.", _MEND,
        )  # fmt: skip


def _differing(medicine: Medicine, text: str) -> Iterator[tuple[KeyPath, str, set[str]]]:
    """Yield what the file says, and what the pages say instead; where they say it at all."""
    if dose := _AMOUNT.fullmatch(medicine.dose):
        said = set(re.findall(rf"([0-9][0-9.,]*)\s?{re.escape(dose[2])}(?!\w)", text))
        if said and dose[1] not in said:
            yield ("dose",), medicine.dose, {f"{each}{dose[2]}" for each in said}
    regimen = medicine.regimen
    units = {offset.unit for offset in regimen.initiation}
    if len(regimen.initiation) > 1 and len(units) == 1:
        [unit] = units
        counts = [str(offset.count) for offset in regimen.initiation]
        lists = {match[2] for match in _LIST.finditer(text) if match[1].lower() == unit[:-1]}
        if lists and counts not in [re.findall("[0-9]+", each) for each in lists]:
            number = f"{unit} {', '.join(counts[:-1])} and {counts[-1]}"
            yield ("regimen", "initiation"), number, {f"{unit} {each}" for each in lists}
    if regimen.maintenance is None:
        return
    start, every = regimen.maintenance.start, regimen.maintenance.every
    begins = {match[2] for match in _FROM.finditer(text) if match[1].lower() == start.unit[:-1]}
    if begins and str(start.count) not in begins:
        yield (
            ("regimen", "maintenance", "from"),
            f"{start.unit[:-1]} {start.count}",
            {f"from {start.unit[:-1]} {each}" for each in begins},
        )
    found = [(match[2] or match[3], match[1] or "1") for match in _EVERY.finditer(text)]
    rhythms = {count for unit, count in found if f"{unit.lower()}s" == every.unit}
    if rhythms and str(every.count) not in rhythms:
        yield (
            ("regimen", "maintenance", "every"),
            _rhythm(str(every.count), every.unit),
            {_rhythm(each, every.unit) for each in rhythms},
        )


def _rhythm(count: str, unit: str) -> str:
    return f"every {unit[:-1]}" if count == "1" else f"every {count} {unit}"
