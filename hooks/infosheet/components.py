"""The tools that staff can place on a page, and what each one needs.

A line of its own in a page, `{{ dosing-calendar kesimpta }}`, names a component, a medicine and
the component's arguments. `describe` turns it into what the component's template shows.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from infosheet import dosing_calendar, timing_date, vaccination_timing
from infosheet.component_request import ComponentError, Request
from infosheet.medicine import Medicine
from infosheet.problems import did_you_mean
from infosheet.wording import Words

__all__ = [
    "COMPONENTS",
    "Component",
    "ComponentError",
    "check_placeholder",
    "component_context",
]

Context = dict[str, Any]

_SHARED_MODULES = ("civil-date", "date-field", "take-away", "tool", "wording")


@dataclass(frozen=True)
class Component:
    """A folder of overrides/components/.

    `arguments` names what follows the medicine in the placeholder; `check` raises ComponentError
    where the medicine lacks what the component needs; `describe` makes the context of its
    template; `modules` are the scripts it loads besides those that all share, below components/.
    """

    name: str
    check: Callable[[Medicine, tuple[str, ...]], None]
    describe: Callable[[Request], Context]
    arguments: tuple[str, ...] = ()
    modules: tuple[str, ...] = field(default=())

    @property
    def script(self) -> str:
        """The module that the page loads, below overrides/."""
        return f"components/{self.name}/{self.name}.js"

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets that the page loads, below overrides/."""
        return ("components/shared/tool.css", f"components/{self.name}/{self.name}.css")

    @property
    def preloads(self) -> tuple[str, ...]:
        """The modules that the script imports: known beforehand, they load at once."""
        shared = tuple(f"components/shared/{module}.js" for module in _SHARED_MODULES)
        return (*shared, *(f"components/{module}.js" for module in self.modules))

    @property
    def usage(self) -> str:
        """How staff write it on a page."""
        return f"{{{{ {' '.join([self.name, 'medicine', *self.arguments])} }}}}"


COMPONENTS: Mapping[str, Component] = {
    component.name: component
    for component in (
        Component(
            "dosing-calendar",
            dosing_calendar.check,
            dosing_calendar.describe,
            modules=("shared/month-view", "shared/schedule"),
        ),
        Component(
            "vaccination-timing",
            vaccination_timing.check,
            vaccination_timing.describe,
            modules=("vaccination-timing/vaccine-rows",),
        ),
        Component(
            "timing-date",
            timing_date.check,
            timing_date.describe,
            arguments=("rule",),
        ),
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
) -> tuple[str, Context]:
    """Return the component that `placeholder` names and the context of its template.

    `words` are all strings of the language `locale`; `links` are addresses of pages, relative to
    the page that holds the component: where one is missing, no link is shown. The context's
    `config` goes to the browser as JSON. Raises ComponentError.
    """
    component, medicine_id, arguments = _read(placeholder, medicines)
    request = Request(medicine_id, medicines[medicine_id], words, locale, arguments, dict(links))
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
    if len(rest) != 1 + len(component.arguments):
        written = f"“{' '.join(rest)}”" if rest else "nothing"
        raise ComponentError(
            f"“{name}” needs {' and '.join(['a medicine', *component.arguments])} after it, "
            f"but {written} stands there.",
            f"Write it like this: {component.usage}",
        )
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
