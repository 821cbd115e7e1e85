"""The tools and pictures that staff can place on a page, and what each one needs.

A line of its own in a page, `{{ dosing-calendar kesimpta }}`, names a component, a medicine where
the component needs one, and the component's arguments. `describe` turns it into what the
component's template shows.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from infosheet.components import (
    b_cell_picture,
    dosing_calendar,
    first_weeks,
    language_links,
    timing_date,
    vaccination_timing,
)
from infosheet.components.component_request import ComponentError, LanguageLink, Request
from infosheet.content.wording import Words, words_for
from infosheet.medicines.medicine import Medicine
from infosheet.problems import did_you_mean

__all__ = [
    "COMPONENTS",
    "Component",
    "ComponentError",
    "check_placeholder",
    "component_context",
]

Context = dict[str, Any]
Check = Callable[[Medicine, tuple[str, ...]], None]


def _every_medicine(medicine: Medicine, arguments: tuple[str, ...]) -> None:
    """Accept every medicine: each has what the component shows."""


@dataclass(frozen=True)
class Component:
    """A folder of overrides/components/.

    `describe` makes the context of its template; `check` raises ComponentError where the medicine
    lacks what the component needs; `arguments` names what follows the medicine in the placeholder;
    `ids` are those of the headings in its template, to which links may lead.
    A component that is not `interactive` is finished when the site is built and loads no script;
    one that is not `about_medicine` stands on a page without naming a medicine.
    """

    name: str
    describe: Callable[[Request], Context]
    check: Check = _every_medicine
    arguments: tuple[str, ...] = ()
    interactive: bool = True
    about_medicine: bool = True
    ids: tuple[str, ...] = ()

    @property
    def script(self) -> str:
        """The module that the page loads, with all that it imports; empty where there is none."""
        return f"components/{self.name}/{self.name}.js" if self.interactive else ""

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets that the page loads, below overrides/."""
        shared = ("components/shared/tool.css",) if self.interactive else ()
        return (*shared, f"components/{self.name}/{self.name}.css")

    @property
    def needs(self) -> tuple[str, ...]:
        """What follows the name in the placeholder."""
        return (*(("medicine",) if self.about_medicine else ()), *self.arguments)

    @property
    def usage(self) -> str:
        """How staff write it on a page."""
        return f"{{{{ {' '.join([self.name, *self.needs])} }}}}"


COMPONENTS: Mapping[str, Component] = {
    component.name: component
    for component in (
        Component(
            "dosing-calendar",
            dosing_calendar.describe,
            ids=("dates-in-weeks",),
        ),
        Component(
            "vaccination-timing",
            vaccination_timing.describe,
            vaccination_timing.check,
            ids=("vaccine-timing-rules",),
        ),
        Component(
            "timing-date",
            timing_date.describe,
            timing_date.check,
            arguments=("rule",),
        ),
        Component("first-weeks", first_weeks.describe, interactive=False),
        Component("b-cell-picture", b_cell_picture.describe, interactive=False),
        Component("languages", language_links.describe, interactive=False, about_medicine=False),
    )
}


def check_placeholder(placeholder: str, medicines: Mapping[str, Medicine]) -> None:
    """Raise ComponentError, which says how to mend it, unless `placeholder` can be shown."""
    _read(placeholder, medicines)


def component_context(
    placeholder: str,
    medicines: Mapping[str, Medicine],
    words: Words,
    locale: str,
    links: Mapping[str, str],
    languages: Sequence[LanguageLink] = (),
) -> tuple[str, Context]:
    """Return the component that `placeholder` names and the context of its template.

    `words` are all strings of the language `locale`; `links` are addresses of pages, relative to
    the page that holds the component: where one is missing, no link is shown; `languages` lead to
    the first page in each language. The context's `config`, where it has one, goes to the browser
    as JSON. Raises ComponentError.
    """
    component, medicine_id, arguments = _read(placeholder, medicines)
    if medicine_id:
        words = words_for(medicines[medicine_id].given, words)
    request = Request(
        medicine_id, medicines, words, locale, arguments, dict(links), tuple(languages)
    )
    try:
        return component.name, component.describe(request)
    except KeyError as error:
        raise ComponentError(
            f"The strings for “{locale}” have no “{error.args[0]}”, "
            f"which “{component.name}” needs.",
            _near(str(error.args[0]), words),
        ) from error
    except ValueError as error:
        message = f"The strings for “{locale}”: {error}."
        raise ComponentError(message, "Mend strings.yml.") from error


def _read(
    placeholder: str, medicines: Mapping[str, Medicine]
) -> tuple[Component, str, tuple[str, ...]]:
    name, *rest = placeholder.split() or [""]
    component = COMPONENTS.get(name)
    if component is None:
        raise ComponentError(f"“{name}” is not a component.", did_you_mean(name, COMPONENTS))
    if len(rest) != len(component.needs):
        written = f"“{' '.join(rest)}”" if rest else "nothing"
        needed = " and ".join(component.needs).replace("medicine", "a medicine", 1) or "nothing"
        raise ComponentError(
            f"“{name}” needs {needed} after it, but {written} stands there.",
            f"Write it like this: {component.usage}",
        )
    if not component.about_medicine:
        return component, "", tuple(rest)
    medicine_id, *arguments = rest
    if medicine_id not in medicines:
        raise ComponentError(
            f"“{medicine_id}” is not a medicine.", did_you_mean(medicine_id, medicines)
        )
    component.check(medicines[medicine_id], tuple(arguments))
    return component, medicine_id, tuple(arguments)


def _near(key: str, words: Words) -> str:
    known = {part for group in words.values() if isinstance(group, Mapping) for part in group}
    nearest = difflib.get_close_matches(key, sorted(known), n=1, cutoff=0.8)
    return f"Is “{nearest[0]}” meant?" if nearest else "Add the key to strings.yml."
