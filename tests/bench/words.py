"""The words of a large site: the real pages, told of many medicines in many languages."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from infosheet.content.markdown_source import parse_page
from infosheet.content.settings import declared_languages
from infosheet.reading.yaml_reader import read_yaml
from support.markdown_links import replace_links
from support.site import ROOT

MEDICINE = "kesimpta"
HOME = "index.md"

# Number of pages → languages × medicines: 12 pages a medicine, and the first page.
SIZES = {78: (6, 1), 366: (6, 5), 2892: (12, 20)}
PAGES_A_MEDICINE = 12

# What infosheet itself makes for each medicine.
GENERATED = ("dosing-calendar.md", "whole-sheet.md")

# The shortest page; with the 12 others, a page has about 500 words.
_LEFT_OUT = "stopping"
# What takes the place of a language that is not translated yet: its words are the Spanish ones.
_FURTHER = {"fr": "Français", "it": "Italiano", "pt": "Português"}
_THEIR_WORDS = "es"

_NAMES = ("Kesimpta", "Ofatumumab", "Aubagio", "Teriflunomide")
# fmt: off
_BEGINNINGS = (
    "", "Ce", "Di", "Fo", "Gu", "La", "Me", "Ni", "Po", "Ru",
    "Sa", "Te", "Vi", "Zo", "Xe", "Ha", "Jo", "Ky", "Wu", "Pli",
)
# fmt: on
_ENDINGS = ("lorvanta", "mirelumab", "dexivo", "saflunide")
_OF = re.compile(r"^(  of: )(\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Wording:
    """All that is written on one site.

    `pages` holds the Markdown with its front matter by language and path; `medicines` the file of
    each medicine by its id; `lists` strings and glossary by language and file name. All are as
    this project reads them.
    """

    languages: dict[str, str]
    medicines: dict[str, str] = field(repr=False)
    pages: dict[str, dict[str, str]] = field(repr=False)
    lists: dict[str, dict[str, str]] = field(repr=False)

    @property
    def paths(self) -> list[str]:
        """The paths of the written pages, the same in each language, in their order."""
        return list(self.pages["en"])


def wording(languages: int, medicines: int) -> Wording:
    """Return the words of a site with so many languages and medicines (20 at most)."""
    names = _languages(languages)
    found: dict[str, dict[str, str]] = {}
    lists: dict[str, dict[str, str]] = {}
    originals = {_spoken(locale): _real(_spoken(locale)) for locale in names}
    fingerprints: dict[str, tuple[str, str]] = {}
    for locale in sorted(names, key=lambda locale: locale != "en"):  # translations know its English
        pages = found[locale] = dict[str, str]()
        for path, real in originals[_spoken(locale)].items():
            for number in range(medicines if path != HOME else 1):
                new = _renamed(path, number)
                text = _renamed(real, number)
                if path == HOME:
                    text = _with_all(text, medicines)
                text = _within(text, new, originals["en"])
                if locale == "en":
                    fingerprints[new] = (_fingerprint(real, path), _fingerprint(text, new))
                else:
                    text = _stamped(text, *fingerprints[new])
                pages[new] = text
        folder = ROOT / "docs" / _spoken(locale)
        lists[locale] = {path.name: _read(path) for path in sorted(folder.glob("*.yml"))}
    real = _without_page(_read(ROOT / "medicines" / f"{MEDICINE}.yml"))
    files = {_renamed(MEDICINE, number): _renamed(real, number) for number in range(medicines)}
    return Wording(names, files, {locale: _ordered(found[locale]) for locale in names}, lists)


def _languages(count: int) -> dict[str, str]:
    settings, _ = read_yaml(ROOT / "mkdocs.yml", ROOT, ("!ENV",))
    real = {locale: name for locale, name, _ in declared_languages(settings)}
    return dict(list((real | _FURTHER).items())[:count])


def _spoken(locale: str) -> str:
    return _THEIR_WORDS if locale in _FURTHER else locale


def _real(locale: str) -> dict[str, str]:
    """Return the first page and those of the medicine, by path, as they are."""
    folder = ROOT / "docs" / locale
    paths = [folder / HOME, *sorted((folder / MEDICINE).glob("*.md"))]
    kept = [path for path in paths if path.stem != _LEFT_OUT]
    return {path.relative_to(folder).as_posix(): _read(path) for path in kept}


def _ordered(pages: dict[str, str]) -> dict[str, str]:
    """Return pages with the first one first, then by medicine, its overview before the others."""
    return dict(sorted(pages.items(), key=lambda item: ("/" in item[0], item[0].replace(HOME, ""))))


def names(number: int) -> tuple[str, ...]:
    """Return the names of one medicine and of the one that it was held against."""
    if number == 0:
        return _NAMES
    return tuple(f"{_BEGINNINGS[number]}{ending}" for ending in _ENDINGS)


def _renamed(text: str, number: int) -> str:
    """Return `text`, of whatever kind, told of another medicine."""
    for real, invented in zip(_NAMES, names(number), strict=True):
        text = text.replace(real, invented).replace(real.lower(), invented.lower())
    return text


def _with_all(text: str, medicines: int) -> str:
    """Return the first page with its line for the whole sheet once more for each medicine."""
    lines = text.splitlines(keepends=True)
    for index, line in enumerate(lines):
        if line.startswith("- [") and "whole-sheet.md" in line:
            lines[index] = "".join(_renamed(line, number) for number in range(medicines))
    return "".join(lines)


def _within(text: str, path: str, originals: dict[str, str]) -> str:
    """Return `text` with its links to what is no page here leading to the first one."""
    own = {posixpath.basename(each) for each in originals} | set(GENERATED)

    def target(link: str) -> str:
        url = urlsplit(link)
        if url.scheme or not url.path:
            return link
        to = posixpath.normpath(posixpath.join(posixpath.dirname(path), url.path))
        folder, _, name = to.rpartition("/")
        if to == HOME or (folder and name in own):
            return link
        return posixpath.relpath(HOME, posixpath.dirname(path) or ".")

    return replace_links(text, target)


def _fingerprint(text: str, path: str) -> str:
    page, problems = parse_page(text, path, "en", path)
    assert page is not None, problems
    return page.fingerprint


def _stamped(text: str, real: str, invented: str) -> str:
    """Return a translation of the real English as one of the invented; a stale one stays so."""
    return _OF.sub(lambda mark: mark[1] + (invented if mark[2] == real else mark[2]), text, count=1)


def _without_page(medicine: str) -> str:
    """Return the medicine's file without the facts of the page that is left out."""
    return re.sub(rf"(?m)^  {_LEFT_OUT}:\n(?:    .*\n)+", "", medicine)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def front_matter(text: str) -> tuple[str, str, str]:
    """Return title, description and body of a page."""
    page, problems = parse_page(text, "page.md", "en", "page.md")
    assert page is not None, problems
    return page.meta.title, page.meta.description, page.body
