"""The board for staff: each page in each language, and when its facts are to be checked."""

from __future__ import annotations

import datetime
import html
import json
from pathlib import Path
from typing import Any

from infosheet.checks.reading_age import reading_age
from infosheet.content.project import Project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.publishing.published_code import published_name
from infosheet.publishing.sitemap import page_url

_STATES = {
    "original": "English original",
    "fresh": "complete",
    "stale": "behind the English, same figures",
    "fallback": "shown in English",
}


def status(project: Project, today: datetime.date) -> dict[str, Any]:
    """Return what the board shows, as plain values for `status.json`."""
    return {
        "as_of": today.isoformat(),
        "reviews": {
            name: {
                "written": medicine.review.written.isoformat(),
                "checked": medicine.review.last and medicine.review.last.isoformat(),
                "checked_by": medicine.review.by,
                "due": medicine.review.due.isoformat(),
                "overdue": medicine.review.overdue(today),
            }
            for name, medicine in project.medicines.items()
        },
        "pages": [
            {
                "path": path,
                "reading_age": _reading_age(project, path),
                "due": (review.due.isoformat() if (review := project.review_of(path)) else None),
                "languages": _languages(project, path),
            }
            for path in sorted(project.paths)
        ],
    }


def _reading_age(project: Project, path: str) -> float | None:
    source = project.source_pages.get(path)
    return reading_age(source) if source else None


def _languages(project: Project, path: str) -> dict[str, dict[str, Any]]:
    found = {}
    for locale in project.languages:
        translation = project.translation(path, locale)
        mark = translation.mark if translation.is_translated else None
        found[locale] = {
            "state": translation.state,
            "translated_by": mark.by if mark else None,
            "checked_by": mark.checked_by if mark else None,
        }
    return found


def write_status(site: Path, project: Project, policy: str, today: datetime.date) -> None:
    """Write `status.json` and the board at `status/`, which no page links to."""
    found = status(project, today)
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
    (site / "status.json").write_text(text + "\n", encoding="utf-8")
    (site / "status").mkdir(exist_ok=True)
    icon, style = (published_name(site, f"assets/{name}") for name in ("icon.svg", "site.css"))
    board = _board(found, project, policy, icon, style)
    (site / "status/index.html").write_text(board, encoding="utf-8")


def _board(found: dict[str, Any], project: Project, policy: str, icon: str, style: str) -> str:
    names = "".join(
        f'<th scope="col" lang="{each.locale}" dir="{each.direction}">{html.escape(each.name)}</th>'
        for each in project.languages.values()
    )
    rows = "\n".join(
        f'<tr><th scope="row">{html.escape(page["path"])}</th>'
        f"<td>{page['reading_age'] or ''}</td><td>{page['due'] or ''}</td>{_cells(page)}</tr>"
        for page in found["pages"]
    )
    reviews = "\n".join(
        f"<li>{html.escape(name)}: {_review(review)}</li>"
        for name, review in found["reviews"].items()
    )
    return f"""<!doctype html>
<html lang="{SOURCE_LOCALE}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>Status of the pages</title>
<link rel="icon" href="../{icon}" type="image/svg+xml">
<link rel="stylesheet" href="../{style}">
</head>
<body class="md-typeset">
<main class="status">
<h1>Status of the pages</h1>
<p>For the people who keep this site, as of {found["as_of"]}.</p>
<h2>Checks by a clinician</h2>
<ul>
{reviews}
</ul>
<h2>Pages</h2>
<div class="status__table" tabindex="0" role="region" aria-label="Pages and languages">
<table>
<thead><tr><th scope="col">Page</th><th scope="col">Reading age</th>\
<th scope="col">Check due</th>{names}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>
</main>
</body>
</html>
"""


def _cells(page: dict[str, Any]) -> str:
    cells = []
    for locale, language in page["languages"].items():
        said = _STATES[language["state"]]
        if language["translated_by"]:
            checked = language["checked_by"]
            said += f", by {language['translated_by']}, "
            said += f"checked by {checked}" if checked else "checked by nobody yet"
        address = f"../{page_url(page['path'], locale)}"
        cells.append(f'<td><a href="{address}">{html.escape(said)}</a></td>')
    return "".join(cells)


def _review(review: dict[str, Any]) -> str:
    checked = (
        f"checked on {review['checked']} by {html.escape(review['checked_by'])}"
        if review["checked_by"]
        else f"written on {review['written']}, not yet checked by a clinician"
    )
    due = "overdue since" if review["overdue"] else "next due by"
    return f"{checked}; {due} {review['due']}"
