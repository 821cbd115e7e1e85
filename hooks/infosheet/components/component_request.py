"""What a page asks of a component, and the error that says why it cannot be had."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from infosheet.content.date_words import date_words
from infosheet.content.wording import Words
from infosheet.medicines.medicine import Medicine
from infosheet.reading.strings import fill

# The pages that components lead to; where one is missing, no link is shown.
_LINKED_PAGES = ("problems", "dosing-calendar", "about")


class ComponentError(Exception):
    """A component that cannot be shown: `message` says why and `mend` what to do about it."""

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


@dataclass(frozen=True)
class LanguageLink:
    """The first page in one language: its address, and the language's own name and direction."""

    locale: str
    name: str
    direction: str
    url: str


@dataclass(frozen=True)
class Request:
    """One component on one page: which medicine, in which language, with which arguments.

    `medicine_id` is empty for a component that needs no medicine.
    """

    medicine_id: str
    medicines: Mapping[str, Medicine]
    words: Words
    locale: str
    arguments: tuple[str, ...]
    links: dict[str, str]
    languages: tuple[LanguageLink, ...] = ()

    @property
    def medicine(self) -> Medicine:
        """The medicine that the placeholder names."""
        return self.medicines[self.medicine_id]

    @property
    def direction(self) -> str:
        """Which way the language is written: `ltr` or `rtl`."""
        return str(self.words.get("direction", "ltr"))

    @property
    def picture_context(self) -> dict[str, Any]:
        """What the template of every picture of a medicine needs."""
        return {
            "name": self.medicine.name,
            "language": self.locale,
            "direction": self.direction,
            "words": self.words["pictures"],
        }

    def shared_context(self, group: str) -> dict[str, Any]:
        """Return what every tool's template needs; `group` is its own group of strings."""
        return {
            "name": self.medicine.name,
            "language": self.locale,
            "direction": self.direction,
            "words": self.words[group],
            "date_words": self.words["date-field"],
            "take_away": self.words["take-away"],
            "links": {page: self.links.get(page, "") for page in _LINKED_PAGES},
        }

    def shared_config(self, own_words: dict[str, Any]) -> dict[str, Any]:
        """Return what every tool's script needs; `own_words` are those of its own group."""
        return {
            "name": self.medicine.name,
            "language": self.locale,
            "direction": self.direction,
            "dates": date_words(self.locale, self.words),
            "durations": {
                unit: self.words["durations"][unit] for unit in ("days", "weeks", "months", "years")
            }
            | {"point": self.words["durations"]["point"]},
            "dateField": {
                key: text
                for key, text in self.words["date-field"].items()
                if key not in ("day", "month", "year", "hint", "summary-heading")
            },
            "takeAway": {key: self.words["take-away"][key] for key in ("copied", "not-copied")},
            "words": {
                key: fill(text, name=self.medicine.name) if isinstance(text, str) else text
                for key, text in own_words.items()
            },
        }


def uid(subject: str) -> str:
    """Return what calendar entries about a subject have in common, which does not tell it."""
    return hashlib.sha256(subject.encode()).hexdigest()[:12]
