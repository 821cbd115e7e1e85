"""The check of medicine files for what cannot be meant, though each value alone is in order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from infosheet.content.project import Project
from infosheet.content.source_tree import DOCS
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.medicines.medicine import Medicine
from infosheet.problems import Problem, did_you_mean
from infosheet.reading.yaml_reader import KeyPath

_LETTER = re.compile(r"[^\W\d_]")
_AN_AMOUNT = re.compile(
    r"[0-9.,]+\s?(%|mg|g|ml|micrograms|(hour|day|week|month|year|dose|time)s?)", re.IGNORECASE
)
Said = tuple[KeyPath, str, str]


def check_medicines(project: Project) -> Iterator[Problem]:
    """Find values of medicine files that contradict or repeat each other, or state nothing."""
    named: dict[str, str] = {}
    tool = project.languages[SOURCE_LOCALE].words.get("vaccination-timing")
    rules = tool.get("rules") if isinstance(tool, dict) else None
    for name, medicine in project.medicines.items():
        document = project.medicine_files[name]
        for path, message, mend in (
            *_intervals(medicine),
            *_order_of_doses(medicine),
            *_gaps(medicine),
            *_vaccine_rules(medicine, rules if isinstance(rules, dict) else {}),
            *_names(medicine),
        ):
            yield Problem(document.file, document.line(path), message, mend)
        other = named.setdefault(medicine.name.casefold(), document.file)
        if other != document.file:
            yield Problem(
                document.file, document.line(("name",)),
                f"The medicine in {other} is called “{medicine.name}” too.",
                "Correct the name, or take one of the files and its pages away.",
            )  # fmt: skip


def _intervals(medicine: Medicine) -> Iterator[Said]:
    maintenance = medicine.regimen.maintenance
    intervals = maintenance.intervals if maintenance else ()
    for index, interval in enumerate(intervals[1:], start=1):
        same = [each for each in intervals[:index] if each.average_days == interval.average_days]
        if same:
            where = "in “every”" if same[0] == intervals[0] else "here already"
            yield (
                ("regimen", "maintenance", "also-offered"),
                f"“{interval}” is as long as “{same[0]}”, which stands {where}: readers would be "
                "offered the same interval twice.",
                "Take it out, or write the other interval that a prescription may say.",
            )


def _order_of_doses(medicine: Medicine) -> Iterator[Said]:
    """Find doses that go on before those of the beginning are over, or that end with one."""
    regimen, path = medicine.regimen, ("regimen", "maintenance")
    maintenance = regimen.maintenance
    if maintenance is None:
        return
    start, until = maintenance.start, maintenance.until
    later = [each for each in regimen.initiation if start.shorter_than(each)]
    at_one = [each for each in regimen.initiation if each.average_days == start.average_days]
    if later and not at_one:
        yield (
            (*path, "from"),
            f"“from” is {start}, but the doses of “initiation” go on until {later[-1]}.",
            "Write when the first dose after those is due, counted from the very first dose.",
        )
    second = start.average_days + maintenance.every.average_days
    if until and until.average_days < second:
        yield (
            (*path, "until"),
            f"“until” is {until}, which is before the second of the doses that begin at {start} "
            f"and go on every {maintenance.every}.",
            "Write when the whole treatment ends, counted from the very first dose; or write a "
            "single dose under “initiation”.",
        )


def _gaps(medicine: Medicine) -> Iterator[Said]:
    for name, rule in medicine.timing.items():
        if rule.gap.count == 0:
            yield (
                ("timing", name, "gap"), f"“{name}” keeps a distance of 0, which is none.",
                "Write the distance that its source gives, such as P4W; or take the rule away.",
            )  # fmt: skip


def _vaccine_rules(medicine: Medicine, words: Collection[str]) -> Iterator[Said]:
    """Find rules of vaccines that the vaccination tool would turn round, or has no `words` for."""
    used = {rule for vaccine in medicine.vaccines for rule in vaccine.rules}
    for name, rule in medicine.timing.items():
        if name not in used:
            continue
        if rule.before is None:
            yield (
                ("timing", name),
                f"Vaccines fall under “{name}”, which counts from the last dose; but the "
                "vaccination tool tells how long before the first dose they must be given.",
                "Write “before: first-dose”, or let the vaccines fall under another rule.",
            )
        elif name not in words:
            yield (
                ("timing", name),
                f"The vaccination tool has no words for the rule “{name}”.",
                f"{did_you_mean(name, words)} Else add it under “vaccination-timing.rules” in "
                f"{DOCS}/{SOURCE_LOCALE}/strings.yml.",
            )


def _names(medicine: Medicine) -> Iterator[Said]:
    for index, name in enumerate(medicine.names):
        if not _LETTER.search(name) or _AN_AMOUNT.fullmatch(name.strip()):
            # Any figure that a name covers needs no source.
            yield (
                ("names", index), f"“{name}” is a figure and no name, so it states something.",
                "Take it out here, and declare it under “facts” where a page says it.",
            )  # fmt: skip
