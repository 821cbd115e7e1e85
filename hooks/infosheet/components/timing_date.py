"""One timing rule as a tool of its own: a date in, the date that lies the rule's gap away out."""

from __future__ import annotations

from typing import Any

from infosheet.components.component_request import ComponentError, Request, uid
from infosheet.components.vaccination_timing import EXAMPLE
from infosheet.content.date_words import long_date
from infosheet.content.wording import duration
from infosheet.medicines.civil_dates import plus
from infosheet.medicines.medicine import Medicine
from infosheet.problems import did_you_mean
from infosheet.reading.strings import fill

_SCRIPT_WORDS = (
    "calendar-title",
    "caveat",
    "distance",
    "record-phone",
    "record-title",
)


def check(medicine: Medicine, arguments: tuple[str, ...]) -> None:
    """Raise ComponentError for a rule that the medicine does not have."""
    (rule,) = arguments
    if rule not in medicine.timing:
        raise ComponentError(
            f"“{rule}” is not a timing rule of {medicine.name}.",
            did_you_mean(rule, medicine.timing),
        )


def describe(request: Request) -> dict[str, Any]:
    """Return the context of the template for the rule that the request names."""
    (name,) = request.arguments
    rule = request.medicine.timing[name]
    words = request.words["timing-date"]
    side = words["after" if rule.after else "before"]
    own = words["rules"].get(name, {})
    gap = duration(rule.gap, request.words, request.locale)
    meaning = fill(own.get("meaning", ""), gap=gap)
    example = plus(EXAMPLE, rule.gap, 1 if rule.after else -1)
    return {
        **request.shared_context("timing-date"),
        "question": side["question"],
        "rule": fill(side["rule"], gap=gap),
        "meaning": meaning,
        "example": {
            "event": long_date(EXAMPLE, request.locale, request.words),
            "date": long_date(example, request.locale, request.words),
        },
        "config": {
            **request.shared_config(
                {**{key: words[key] for key in _SCRIPT_WORDS}, "result": side["result"]}
            ),
            "uid": uid(f"{request.medicine_id} {name}"),
            "rule": {"gap": rule.gap.as_json(), "after": bool(rule.after)},
            "meaning": meaning,
        },
    }
