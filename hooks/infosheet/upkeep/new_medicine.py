"""Begin a new medicine: its file, its English pages and their place in the navigation.

What stands in them is in the folder `scaffolds`, with marks where a person has to decide.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import Path
from string import Template

from infosheet.content.project import DOSING_CALENDAR, WHOLE_SHEET, Project
from infosheet.content.settings import SETTINGS
from infosheet.content.source_tree import DOCS, MEDICINES
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.upkeep.scaffold import (
    RefusedError,
    Scaffold,
    check_name,
    same_but_for_case,
    settings_text,
)
from infosheet.upkeep.settings_lines import navigation_lines, with_medicine

# In the order of the navigation; two are made by the site.
PAGES = (
    "index.md",
    "who-can-take-it.md",
    "pregnancy.md",
    "before-you-start.md",
    "vaccinations.md",
    "how-to-take-it.md",
    DOSING_CALENDAR,
    "problems.md",
    "side-effects.md",
    "stopping.md",
    WHOLE_SHEET,
)

_SCAFFOLDS = Path(__file__).parent / "scaffolds"
_CALL = 'make medicine NAME="Inventol" GENERIC="inventab"'
# A figure belongs to some names, such as “Rebif 44”.
_ALLOWED = " -0123456789"
# What the site puts beside the folders of pages.
_TAKEN = ("assets", "components", "glossary", "search", "status")
# A folder with such a name would be taken for a language.
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def new_medicine(project: Project, name: str, generic: str, today: datetime.date) -> Scaffold:
    """Return what a medicine begins with, given its brand name and perhaps its generic name.

    `today` is the day on which the facts begin to be written. Raises RefusedError.
    """
    name, generic = " ".join(name.split()), " ".join(generic.split())
    if not name:
        raise RefusedError("No medicine is named.", f"Give its brand name: {_CALL}")
    for each in filter(None, (name, generic)):
        check_name(each, _ALLOWED, _CALL)
    medicine_id = _medicine_id(name)
    _check_free(project, name, medicine_id)
    values = {
        "id": medicine_id,
        "name": name,
        "title": f"{name} ({generic})" if generic else name,
        "generic": generic or "TODO the name of the medicine itself, which is not a brand",
        "names": ", ".join(["NHS 111", *([name] if re.search("[0-9]", name) else [])]),
        "today": today.isoformat(),
    }
    written = [page for page in PAGES if (_SCAFFOLDS / "pages" / page).is_file()]
    files = {f"{MEDICINES}/{medicine_id}.yml": _filled("medicine.yml", values)}
    for page in written:
        path = f"{DOCS}/{SOURCE_LOCALE}/{medicine_id}/{page}"
        files[path] = _filled(f"pages/{page}", values)
    return Scaffold(
        files, _settings(project, name, medicine_id), "its pages in the navigation",
        _next_steps(project, name, medicine_id),
    )  # fmt: skip


def _medicine_id(name: str) -> str:
    """Return the name as it stands in addresses: small letters a to z, figures and hyphens."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    medicine_id = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    if not medicine_id[:1].isalpha():
        raise RefusedError(
            f"“{name}” cannot be written in the letters of an address.",
            f"Begin it with a letter from A to Z: {_CALL}",
        )
    return medicine_id


def _check_free(project: Project, name: str, medicine_id: str) -> None:
    """Raise RefusedError where something has the name, or the folder, already."""
    root = project.root
    if medicine_id in _TAKEN or _LANGUAGE.fullmatch(medicine_id):
        raise RefusedError(
            f"“{medicine_id}” is an address that the site keeps for itself.",
            "Use a longer name for the medicine, such as with its generic name.",
        )
    names = {medicine.name: each for each, medicine in project.medicines.items()}
    if same := same_but_for_case(name, names):
        raise RefusedError(
            f"There is a medicine “{same}” already, in {MEDICINES}/{names[same]}.yml.",
            "Change that one, or give another name.",
        )
    places = (f"{DOCS}/*/*", f"{DOCS}/{SOURCE_LOCALE}/*", f"{MEDICINES}/*")
    # Named is the one that is met last: the medicine's own file, or what stands in English.
    beside = [path for place in places for path in sorted(root.glob(place))]
    stems = {path.name.partition(".")[0]: path for path in beside}
    if same := same_but_for_case(medicine_id, stems):
        there = stems[same].relative_to(root).as_posix()
        raise RefusedError(
            f"The name “{name}” is taken: {there} stands there already.",
            "Give another name, or move that away first.",
        )


def _filled(file: str, values: dict[str, str]) -> str:
    return Template((_SCAFFOLDS / file).read_text(encoding="utf-8")).substitute(values)


def _settings(project: Project, name: str, medicine_id: str) -> str:
    known = {*project.medicines, *project.unfinished}
    pages = [f"{medicine_id}/{page}" for page in PAGES]
    text = with_medicine(settings_text(project), name, pages, known)
    if text is None:
        raise RefusedError(
            f"The navigation in {SETTINGS} is not written as it was when this was made, "
            "so nothing was changed.",
            "\n    ".join(
                ["Add these lines under “nav” by hand, then ask again:"]
                + [f"  {line}" for line in navigation_lines(name, pages)]
            ),
        )
    return text


def _next_steps(project: Project, name: str, medicine_id: str) -> tuple[str, ...]:
    others = [locale for locale in project.languages if locale != SOURCE_LOCALE]
    steps = [
        "What is left is marked with TODO in these files. Write what each mark asks for, and take",
        "the mark away. make serve shows the pages and lists what is left, and so does make check;",
        "make build publishes nothing while a mark stands anywhere.",
        f"No other page leads to {name} yet: add a link to {medicine_id}/index.md on",
        f"{DOCS}/{SOURCE_LOCALE}/index.md.",
    ]
    if others:
        steps += [
            "For other languages nothing is needed: their readers see the English pages, marked as",
            "such, until there is a translation at the same path, such as",
            f"{DOCS}/{others[0]}/{medicine_id}/index.md. The dosing calendar speaks them already.",
        ]
    return tuple(steps)
