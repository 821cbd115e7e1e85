"""What has changed between two versions of the content, as someone who keeps the site would say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from infosheet.content.project import Project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.reading.plain_markdown import language_name
from infosheet.reading.yaml_reader import Document, Value

# What happened to the translation of a page, from its reader's side.
Move = Literal["stale", "english", "fresh", "new", "edited", "removed", "missing"]


@dataclass(frozen=True)
class FigureChange:
    """What a medicine file says otherwise under one `key`, such as `timing.live-vaccine.gap`."""

    medicine: str
    key: str
    was: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """The differences of two versions: pages by their titles, languages by their English names.

    `moves` lists, by page and by what happened to it, the languages of its translations, of which
    there are `translations` now; `unread` are files that cannot be compared, since one of the two
    versions cannot be read.
    """

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moves: Mapping[str, Mapping[Move, tuple[str, ...]]] = field(default_factory=dict)
    languages_added: tuple[str, ...] = ()
    languages_removed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    unread: tuple[str, ...] = ()
    translations: int = field(default=0, compare=False)

    @property
    def nothing(self) -> bool:
        """Whether the content is the same in both versions."""
        return self == Changes(unread=self.unread)


def compare(before: Project, now: Project) -> Changes:
    """Return what has changed from `before` to `now`."""
    unread = before.unread | now.unread
    old = {path: page for path, page in before.source_pages.items() if page.file not in unread}
    new = {path: page for path, page in now.source_pages.items() if page.file not in unread}
    both = [path for path in new if path in old]
    moves: dict[str, dict[Move, tuple[str, ...]]] = {}
    for path, page in new.items():
        found = _moves(before, now, path, unread)
        if found:
            moves[page.meta.title] = moves.get(page.meta.title, {}) | found
    return Changes(
        changed=tuple(new[path].meta.title for path in both if new[path].text != old[path].text),
        added=tuple(page.meta.title for path, page in new.items() if path not in old),
        removed=tuple(page.meta.title for path, page in old.items() if path not in new),
        moves=moves,
        languages_added=_names(now.languages.keys() - before.languages.keys()),
        languages_removed=_names(before.languages.keys() - now.languages.keys()),
        words=_names(locale for locale in now.languages if _other_words(before, now, locale)),
        figures=tuple(_figures(before, now)),
        unread=tuple(sorted(unread)),
        translations=len(now.languages) - 1,
    )


def _names(locales: Iterator[str] | set[str]) -> tuple[str, ...]:
    return tuple(sorted(language_name(locale) for locale in locales))


def _moves(
    before: Project, now: Project, path: str, unread: frozenset[str]
) -> dict[Move, tuple[str, ...]]:
    """Return what happened to the translations of one page, in languages that were there before."""
    found: dict[Move, list[str]] = {}
    for locale in now.languages:
        if locale == SOURCE_LOCALE or locale not in before.languages:
            continue
        if f"docs/{locale}/{path}" not in unread and (move := _move(before, now, path, locale)):
            found.setdefault(move, []).append(language_name(locale))
    return {move: tuple(sorted(names)) for move, names in sorted(found.items())}


def _move(before: Project, now: Project, path: str, locale: str) -> Move | None:
    old, new = before.pages[locale].get(path), now.pages[locale].get(path)
    if path not in before.source_pages:
        return "new" if new else "missing"
    if new is None:
        return "removed" if old else None
    was = before.translation(path, locale).state if old else None
    state = now.translation(path, locale).state
    if state == was:
        return "edited" if old and old.text != new.text else None
    if state == "fallback":
        return "english"
    if state == "stale":
        return "stale"
    return "fresh" if old else "new"


def _other_words(before: Project, now: Project, locale: str) -> bool:
    """Tell whether the words of buttons and messages, or the glossary, are others."""
    old, new = before.languages.get(locale), now.languages[locale]
    return old is not None and (
        old.strings.data != new.strings.data or old.glossary != new.glossary
    )


def _figures(before: Project, now: Project) -> Iterator[FigureChange]:
    for name in sorted(before.medicine_files.keys() | now.medicine_files.keys()):
        old, new = (_said(project.medicine_files.get(name)) for project in (before, now))
        for key in dict.fromkeys([*old, *new]):
            gone = old.get(key, Counter()) - new.get(key, Counter())
            come = new.get(key, Counter()) - old.get(key, Counter())
            if gone or come:
                yield FigureChange(name, key, tuple(gone.elements()), tuple(come.elements()))


def _said(document: Document | None) -> dict[str, Counter[str]]:
    """Return what a file says under each key; the items of a list count, not their places."""
    found: dict[str, Counter[str]] = {}

    def walk(value: Value, key: str) -> None:
        if isinstance(value, dict):
            for name, part in value.items():
                walk(part, f"{key}.{name}" if key else name)
        else:
            items = value if isinstance(value, list) else [value]
            found.setdefault(key, Counter()).update(_text(item) for item in items)

    walk(document.data if document else {}, "")
    return found


def _text(value: Value) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_text(part)}" for key, part in value.items())
    return ", ".join(map(_text, value)) if isinstance(value, list) else value
