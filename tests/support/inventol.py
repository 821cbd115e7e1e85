"""A small project: one invented medicine in English, a part of it in Urdu, to make a sheet of."""

from __future__ import annotations

import json
from pathlib import Path

from infosheet.content.project import load_project
from support.component_pages import words

SETTINGS = """\
nav:
  - index.md
  - Inventol:
      - inventol/index.md
      - inventol/taking.md
      - inventol/dosing-calendar.md
      - inventol/whole-sheet.md
plugins:
  - i18n:
      languages:
        - {locale: en, name: English}
        - {locale: ur, name: اردو}
"""
MEDICINE = """\
name: Inventol
generic-name: inventab
dose: 5mg
regimen: {initiation: [P0W], maintenance: {from: P4W, every: P1M}, source: S}
timing:
  contraception: {gap: P6M, after: last-dose, source: S}
sources: {S: {title: A sheet}, PIL: {title: A leaflet}}
review: {written: 2026-11-22, last: null, every: P12M, by: null}
"""
INDEX = """\
# Inventol {#inventol}

It is a medicine.[^PIL] Read [how to take it](taking.md), [if you miss a dose](taking.md#missed),
[its first words](#inventol) and [the home page](../index.md#home).

```
# not a heading [nor a link](taking.md)
```

## What it does {#effect}

It helps.[^S]

## What next {#next}

- [Taking it](taking.md)

### Further on {#further}

More to read.

## After all {#after}

[What next](index.md#next), or [a site](https://www.example.org/a#b).
"""
TAKING = """\
# Taking Inventol {#taking}

!!! call-999 "Call 999 if…"

    - you feel [faint](index.md#effect).

## If you miss a dose {#missed}

{{ timing-date inventol contraception }}

### In a hurry {#hurry}

Work out [the dates](dosing-calendar.md#dates-in-weeks).
"""


def write_inventol(root: Path) -> None:
    """Write the project below the empty folder `root`."""
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "medicines").mkdir()
    (root / "medicines/inventol.yml").write_text(MEDICINE, encoding="utf-8")
    strings = words()
    for locale, pages in {
        "en": {"index": "# Home {#home}\n", "inventol/index": INDEX, "inventol/taking": TAKING},
        "ur": {"inventol/taking": TAKING.replace("Taking Inventol", "دوا لینا")},
    }.items():
        folder = root / "docs" / locale
        (folder / "inventol").mkdir(parents=True)
        mark = {"translation": {"by": "machine", "checked-by": "", "checked": ""}}
        said = strings if locale == "en" else {**strings, **mark, "direction": "rtl"}
        (folder / "strings.yml").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        for name, text in pages.items():
            write(folder / f"{name}.md", text)
    translate(root, "inventol/taking", by="machine")


def write(path: Path, text: str, mark: str = "") -> None:
    """Write a page with its front matter."""
    title = text.partition("{")[0].strip("# ")
    path.write_text(f"---\ntitle: {title}\ndescription: D\n{mark}---\n{text}", encoding="utf-8")


def translate(root: Path, name: str, **mark: str) -> None:
    """Stamp the Urdu page as made from today's English."""
    project, _ = load_project(root)
    path = root / f"docs/ur/{name}.md"
    of = project.source_pages[f"{name}.md"].fingerprint
    lines = "".join(f"  {key.replace('_', '-')}: {value}\n" for key, value in mark.items())
    text = path.read_text(encoding="utf-8").rpartition("---\n")[2]
    write(path, text, f"translation:\n  of: {of}\n{lines}")
