"""Write a large site as a project of infosheet, with this repository's code."""

from __future__ import annotations

import re
from pathlib import Path

from bench.words import GENERATED, Wording
from support.site import ROOT

# What `make` needs, besides the code.
LINKED = ("hooks", "overrides", "Makefile", ".ci", ".venv", "requirements.lock")


def write_ours(folder: Path, words: Wording) -> None:
    """Write the project into the folder `folder`, which is made and must not exist yet."""
    for locale, pages in words.pages.items():
        for path, text in pages.items():
            _write(folder / "docs" / locale / path, text)
        for name, text in words.lists[locale].items():
            _write(folder / "docs" / locale / name, text)
    for medicine, text in words.medicines.items():
        _write(folder / "medicines" / f"{medicine}.yml", text)
    _write(folder / "mkdocs.yml", _settings(words))
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)


def _settings(words: Wording) -> str:
    """Return the real settings with this site's pages and languages."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = ["nav:", "  - index.md"]
    for medicine in words.medicines:
        nav.append(f"  - {medicine.title()}:")
        written = [path for path in words.paths if path.startswith(f"{medicine}/")]
        generated = [f"{medicine}/{name}" for name in GENERATED]
        nav += [f"      - {path}" for path in (*written, *generated)]
    nav.append("  - glossary.md")
    settings = re.sub(r"(?m)^nav:.*\n(?:(?:[ ].*)?\n)+", "\n".join([*nav, "", ""]), settings)
    block = re.compile(r"(?m)(?:^ +- \{locale: .*\n)+")
    languages = "".join(
        f"        - {{locale: {locale}, name: {name}, build: true"
        f"{', default: true' if locale == 'en' else ''}}}\n"
        for locale, name in words.languages.items()
    )
    return block.sub(lambda _: languages, settings)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
