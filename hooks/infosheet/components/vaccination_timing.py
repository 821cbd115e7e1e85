"""What the vaccination tool shows: the rules as a table, the vaccines, and data for the browser."""

from __future__ import annotations

import datetime
from typing import Any

from infosheet.components.component_request import ComponentError, Request, uid
from infosheet.content.date_words import long_date
from infosheet.content.wording import duration
from infosheet.medicines.civil_dates import plus
from infosheet.medicines.medicine import Medicine, TimingRule, Vaccine
from infosheet.reading.strings import fill

# The first dose of the worked example that stands in the table.
EXAMPLE = datetime.date(2027, 1, 3)

# The sentences that the script needs; all others stand in the template.
_SCRIPT_WORDS = (
    "ask-team",
    "caveat",
    "choose-missing",
    "decided-by",
    "distance",
    "do-not-delay",
    "last-day",
    "met-from",
    "not-sure",
    "not-sure-of-form",
    "not-sure-of-form-had",
    "record-batch",
    "record-date",
    "record-given",
    "record-phone",
    "record-title",
    "record-title-had",
    "record-vaccine",
    "remove",
    "row-number",
    "sum-after",
    "sum-before",
    "vaccines-chosen",
)


def check(medicine: Medicine, arguments: tuple[str, ...]) -> None:
    """Raise ComponentError for a medicine without vaccines or rules for them."""
    if not medicine.vaccines or not vaccine_rules(medicine):
        raise ComponentError(
            f"{medicine.name} has no vaccination rules, so there is nothing to show here.",
            "Add “vaccines” and the rules they name under “timing” to the medicine’s file, "
            "or take this line out of the page.",
        )


def vaccine_rules(medicine: Medicine) -> dict[str, TimingRule]:
    """Return the timing rules that vaccines fall under, in the order of the medicine's file."""
    used = {rule for vaccine in medicine.vaccines for rule in vaccine.rules}
    return {name: rule for name, rule in medicine.timing.items() if name in used}


def describe(request: Request) -> dict[str, Any]:
    """Return the context of the vaccination tool's template."""
    words = request.words["vaccination-timing"]
    medicine = request.medicine
    rules = vaccine_rules(medicine)
    return {
        **request.shared_context("vaccination-timing"),
        "vaccines": [
            {"id": vaccine.id, "name": _name(vaccine, request), "forms": _forms(vaccine, request)}
            for vaccine in medicine.vaccines
        ],
        "rules": [_rule(name, rule, request) for name, rule in rules.items()],
        "both": [_name(vaccine, request) for vaccine in medicine.vaccines if vaccine.ask],
        "ask": [_name(vaccine, request) for vaccine in medicine.vaccines if vaccine.ask_team],
        "example": long_date(EXAMPLE, request.locale, request.words),
        "config": {
            **request.shared_config({key: words[key] for key in _SCRIPT_WORDS}),
            "uid": uid(request.medicine_id),
            "rules": {
                name: {
                    "gap": rule.gap.as_json(),
                    "name": words["rules"][name]["name"],
                    "calendar-title": words["rules"][name]["calendar-title"],
                }
                for name, rule in rules.items()
            },
            "vaccines": {
                vaccine.id: {
                    "name": _name(vaccine, request),
                    "rule": vaccine.rule,
                    "forms": _forms(vaccine, request),
                }
                for vaccine in medicine.vaccines
            },
        },
    }


def _name(vaccine: Vaccine, request: Request) -> str:
    return str(request.words["vaccines"]["names"][vaccine.id])


def _forms(vaccine: Vaccine, request: Request) -> list[dict[str, str]]:
    names = request.words["vaccines"]["forms"]
    return [
        {"id": form, "name": names[form], "rule": rule}
        for form, rule in (vaccine.ask or {}).items()
    ]


def _rule(name: str, rule: TimingRule, request: Request) -> dict[str, Any]:
    words = request.words["vaccination-timing"]
    gap = duration(rule.gap, request.words, request.locale)
    latest = plus(EXAMPLE, rule.gap, -1)
    return {
        "id": name,
        "name": words["rules"][name]["name"],
        "already": words["rules"][name]["already"],
        "rule": fill(words["rule"], gap=gap),
        "example": long_date(latest, request.locale, request.words),
        "vaccines": [
            _name(vaccine, request) for vaccine in request.medicine.vaccines if vaccine.rule == name
        ],
    }
