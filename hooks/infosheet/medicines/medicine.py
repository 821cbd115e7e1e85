"""A medicine as its file describes it: regimen, timing rules, vaccines, facts, sources, review."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from infosheet.medicines.civil_dates import plus
from infosheet.medicines.durations import Duration
from infosheet.problems import Problem, did_you_mean
from infosheet.reading.no_code import refused_address
from infosheet.reading.schema import Filled, OrBlank, Strict, validate
from infosheet.reading.yaml_reader import Document, KeyPath, read_yaml

# The years in which facts can have been written and checked.
_YEARS = range(2000, 2100)


def _duration(value: object) -> Duration:
    if not isinstance(value, str):
        raise ValueError("expected one duration such as P4W")
    return Duration.parse(value)


def _civil_date(value: object) -> datetime.date:
    if not isinstance(value, str):
        raise ValueError("expected one date such as 2026-11-22")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(f"“{value}” is not a date written like 2026-11-22")
    try:
        date = datetime.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"“{value}” is not a day of the calendar") from error
    if date.year not in _YEARS:
        raise ValueError(f"“{value}” is not in the years {_YEARS[0]} to {_YEARS[-1]}")
    return date


def _web_address(value: object) -> str:
    if not isinstance(value, str) or not value.startswith("https://") or refused_address(value):
        raise ValueError(f"“{value}” is not an address that begins with https://")
    return value


def _dose(value: object) -> object:
    # Only what cannot be an amount is refused: no list of units would hold every medicine.
    # A number alone is none: 20 of what?
    amount = r"(?:[0-9]*[1-9]|0[.,][0-9]*[1-9])[0-9.,]*\s?[^\W\d_].*"
    if isinstance(value, str) and not re.fullmatch(amount, value):
        raise ValueError(f"“{value}” is not an amount written like 20mg")
    return value


DurationText = Annotated[
    Duration, BeforeValidator(_duration), PlainSerializer(lambda duration: duration.as_json())
]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
Dose = Annotated[str, BeforeValidator(_dose)]
CivilDate = Annotated[datetime.date, BeforeValidator(_civil_date)]


_MOST_DOSES = 100  # in the time before doses go on by themselves

# The source of what only sends readers to someone who knows, and so needs no other.
ADVICE = "advice"


class Maintenance(Strict):
    """The doses that go on after initiation: counted from the first one, never from the last.

    `from` is the first maintenance dose, as an offset from the first dose; `every` the usual
    interval; `also_offered` other intervals that a prescription may say; `until` the offset from
    the first dose at which the course ends (that day itself is no dose), or None.
    """

    start: DurationText = Field(alias="from")
    every: DurationText
    also_offered: tuple[DurationText, ...] = ()
    until: DurationText | None = None

    @model_validator(mode="after")
    def _ends_later(self) -> Maintenance:
        if self.until and not self.start.shorter_than(self.until):
            raise ValueError("“until” is not after “from”, so no dose would be due")
        return self

    @property
    def intervals(self) -> tuple[Duration, ...]:
        """Every interval a reader can choose between, the usual one first."""
        return (self.every, *self.also_offered)


class Regimen(Strict):
    """When doses are due, as offsets from the first dose; `source` is where the pattern stands."""

    initiation: Annotated[tuple[DurationText, ...], Field(max_length=_MOST_DOSES)] = ()
    maintenance: Maintenance | None = None
    source: str | None = None

    @model_validator(mode="after")
    def _has_doses(self) -> Regimen:
        if not self.initiation and self.maintenance is None:
            raise ValueError("a regimen needs initiation doses, maintenance doses or both")
        if self.maintenance and any(gap.count == 0 for gap in self.maintenance.intervals):
            raise ValueError("an interval of 0 would give the same date for ever")
        for before, after in pairwise(self.initiation):
            if not before.shorter_than(after):
                raise ValueError(f"“{after}” does not come after “{before}” in “initiation”")
        return self


class TimingRule(Strict):
    """The least distance between an event and a dose, on the side that `before` or `after` says."""

    gap: DurationText
    before: Literal["first-dose"] | None = None
    after: Literal["last-dose"] | None = None
    source: str

    @model_validator(mode="after")
    def _one_side(self) -> TimingRule:
        if (self.before is None) == (self.after is None):
            raise ValueError("write either “before: first-dose” or “after: last-dose”")
        return self


class Vaccine(Strict):
    """A vaccine and the timing rule it falls under.

    `rule` names the rule; `ask` names a rule per form, where a vaccine exists in several forms;
    `ask_team` marks one that only the MS team can place.
    """

    id: str
    rule: str | None = None
    ask: dict[str, str] | None = None
    ask_team: Literal["yes"] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Vaccine:
        if [self.rule, self.ask, self.ask_team].count(None) != 2:
            raise ValueError("write one of “rule”, “ask” and “ask-team: yes”")
        return self

    @property
    def rules(self) -> tuple[str, ...]:
        """The timing rules this vaccine may fall under."""
        return tuple((self.ask or {}).values()) or ((self.rule,) if self.rule else ())


class Fact(Strict):
    """What one page states in figures, in the words of the English page.

    `text` is the phrase; `rule` stands for the duration of a timing rule, so that the number is
    written once. `near` are words in the same sentence, list item, row or heading, where the
    phrase alone could say something else. `source` may be left out where the rule has one.
    """

    text: Filled | None = None
    rule: str | None = None
    near: Filled | None = None
    source: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Fact:
        if (self.text is None) == (self.rule is None):
            raise ValueError("write either “text” or “rule”")
        if self.rule is None and self.source is None:
            raise ValueError("write its “source”")
        return self


class Source(Strict):
    """A document that facts come from; `url` only where readers can open it."""

    title: Filled
    url: WebAddress | None = None


class Review(Strict):
    """When the facts were written and last checked by a clinician, and how often that is due."""

    written: CivilDate
    last: OrBlank[CivilDate] = None
    every: DurationText
    by: OrBlank[str] = None

    @model_validator(mode="after")
    def _named(self) -> Review:
        if (self.last is None) != (self.by is None):
            raise ValueError(
                "“last” and “by” are written together: when it was checked, and by whom"
            )
        return self

    @property
    def due(self) -> datetime.date:
        """The day by which the facts are to be checked, or checked again."""
        return plus(self.last or self.written, self.every)

    def overdue(self, today: datetime.date) -> bool:
        """Tell whether the check that was due has not been made by `today`."""
        return today > self.due


class Medicine(Strict):
    """One medicine: the numbers that pages and tools are made from.

    `given` is how a dose is given, which the tools say in words of its own; `facts` are listed by
    page; `names` hold digits, such as CD20, but state nothing.
    """

    name: Filled
    generic_name: Filled
    dose: Dose
    given: Literal["injection", "infusion"] = "injection"
    regimen: Regimen
    timing: dict[str, TimingRule] = Field(default={})
    vaccines: tuple[Vaccine, ...] = ()
    facts: dict[str, tuple[Fact, ...]] = Field(default={})
    names: tuple[str, ...] = ()
    sources: dict[str, Source]
    review: Review


def read_medicine(path: Path, root: Path) -> tuple[Medicine | None, list[Problem]]:
    """Return the medicine in `path`, or None, and every mistake found in the file."""
    document, problems = read_yaml(path, root)
    return (None, problems) if problems else medicine_in(document)


def medicine_in(document: Document) -> tuple[Medicine | None, list[Problem]]:
    """Return the medicine that `document` describes, or None, and every mistake in it."""
    medicine, problems = validate(document, Medicine)
    if medicine is not None:
        problems = _unknown_references(medicine, document)
    return (None if problems else medicine), problems


def _unknown_references(medicine: Medicine, document: Document) -> list[Problem]:
    def unknown(path: KeyPath, word: str, known: Iterable[str], kind: str) -> list[Problem]:
        if word in known:
            return []
        message = f"“{word}” is not a {kind} of this file."
        return [Problem(document.file, document.line(path), message, did_you_mean(word, known))]

    problems: list[Problem] = []
    if medicine.regimen.source:
        path: KeyPath = ("regimen", "source")
        problems += unknown(path, medicine.regimen.source, medicine.sources, "source")
    for name, rule in medicine.timing.items():
        problems += unknown(("timing", name, "source"), rule.source, medicine.sources, "source")
    for index, vaccine in enumerate(medicine.vaccines):
        if any(each.id == vaccine.id for each in medicine.vaccines[:index]):
            message = f"The vaccine “{vaccine.id}” stands here a second time."
            line = document.line(("vaccines", index))
            problems.append(Problem(document.file, line, message, "Keep one of them."))
        for name in vaccine.rules:
            problems += unknown(("vaccines", index), name, medicine.timing, "timing rule")
    for page, facts in medicine.facts.items():
        for index, fact in enumerate(facts):
            path = ("facts", page, index)
            if fact.rule:
                problems += unknown(path, fact.rule, medicine.timing, "timing rule")
            if fact.source:
                known = (*medicine.sources, ADVICE)
                problems += unknown((*path, "source"), fact.source, known, "source")
    return list(_each_once(problems))


def _each_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what is wrong on several lines in the same way once, with all of its lines."""
    same: dict[str, list[Problem]] = {}
    for problem in problems:
        same.setdefault(problem.message, []).append(problem)
    for first, *others in same.values():
        lines = ", ".join(str(each.line) for each in others)
        more = f" It stands on these lines too: {lines}." if others else ""
        yield replace(first, mend=first.mend + more)
