"""Pages that hold one component as the site ships it: its template, words, scripts and styles."""

from __future__ import annotations

import copy
import datetime
import html
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

import component_templates
from infosheet.components.component_request import LanguageLink
from infosheet.components.registry import COMPONENTS, component_context
from infosheet.medicines.medicine import Medicine, read_medicine
from infosheet.reading.schema import validate
from infosheet.reading.yaml_reader import parse_yaml, read_yaml

ROOT = Path(__file__).parent.parent.parent

LINKS = {
    "problems": "../problems/",
    "dosing-calendar": "../dosing-calendar/",
    "about": "../../about/",
}

LANGUAGES = (
    LanguageLink("en", "English", "ltr", "../../"),
    LanguageLink("ur", "اردو", "rtl", "../../ur/"),
    LanguageLink("so", "Soomaaliga", "ltr", "../../so/"),
)

# The policy of the site, as far as it touches components.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'"
)

# Around a regimen, the rest of a medicine file: for medicines that exist in tests only.
_INVENTED = """
name: Inventumab
generic-name: inventab
dose: 1mg
{body}
sources: {{S: {{title: Invented}}}}
review: {{written: 2026-11-22, every: P12M}}
"""


def words(locale: str = "en") -> dict[str, Any]:
    """Return the strings of a language of the site, which the caller may change."""
    return copy.deepcopy(_strings(locale))


@cache
def _strings(locale: str) -> dict[str, Any]:
    document, problems = read_yaml(ROOT / "docs" / locale / "strings.yml", ROOT)
    assert not problems, problems
    return document.data


@cache
def kesimpta() -> Medicine:
    """Return the medicine whose site this is."""
    medicine, problems = read_medicine(ROOT / "medicines" / "kesimpta.yml", ROOT)
    assert medicine is not None, problems
    return medicine


def invented(body: str) -> Medicine:
    """Return a medicine of which `body` (YAML) gives the regimen or the timing rules."""
    document, problems = parse_yaml(_INVENTED.format(body=body), "invented.yml")
    assert not problems, problems
    medicine, problems = validate(document, Medicine)
    assert medicine is not None, problems
    return medicine


def page_html(
    placeholder: str,
    medicine: Medicine | None = None,
    strings: Mapping[str, Any] | None = None,
    locale: str = "en",
) -> str:
    """Return a page of the site with one component; without `medicine`, of Kesimpta."""
    strings = strings or words(locale)
    medicines = {medicine_id: medicine or kesimpta() for medicine_id in placeholder.split()[1:2]}
    name, context = component_context(placeholder, medicines, strings, locale, LINKS, LANGUAGES)
    component = COMPONENTS[name]
    content = component_templates.render(name, context)
    return document(content, strings, locale, component.styles, component.script)


def document(
    content: str, strings: Mapping[str, Any], locale: str, styles: Sequence[str], script: str = ""
) -> str:
    """Return a page of the site around `content`, with these styles and this script of its own."""
    direction = strings["direction"]
    links = [f'<link rel="stylesheet" href="/{style}">' for style in styles]
    if script:
        links.append(f'<script type="module" src="/{script}"></script>')
    loaded = "\n".join(links)
    return f"""<!doctype html>
<html lang="{locale}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{html.escape(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test</title>
<link rel="stylesheet" href="/assets/site.css">
{loaded}
</head>
<body>
<main class="md-main">
<div class="md-typeset page__text">
<h1>Test</h1>
<h2>Test</h2>
{content}
</div>
</main>
</body>
</html>
"""


def enter_date(part: Page | Locator, date: datetime.date | tuple[str, str, str]) -> None:
    """Fill the three fields of a date, the first ones that are shown in `part`."""
    texts = date if isinstance(date, tuple) else (str(date.day), str(date.month), str(date.year))
    for name, text in zip(("day", "month", "year"), texts, strict=True):
        part.locator(f"[name={name}]:visible").first.fill(text)


def submit(page: Page) -> None:
    """Press the button that asks for the answer."""
    page.locator("form [type=submit]").click()


def dates(page: Page) -> list[str]:
    """Return the dates of the answer, as machines read them."""
    return page.locator("[data-results] time").evaluate_all(
        "times => times.map(time => time.dateTime)"
    )
