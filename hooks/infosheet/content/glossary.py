"""The hard words of a language, and where on a page each is met first."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from infosheet.problems import Problem, did_you_mean
from infosheet.reading.letters import STRAIGHT_MARKS, whole_words
from infosheet.reading.schema import Filled, Strict, validate
from infosheet.reading.yaml_reader import Document

GLOSSARY = "glossary.md"


class Entry(Strict):
    """A word with its meaning; `forms` are other forms of it that stand on pages."""

    term: Filled
    meaning: Filled
    forms: tuple[str, ...] = ()


Glossary = dict[str, Entry]


@dataclass(frozen=True)
class Found:
    """A word found in a text: from `start` to `end`, explained by the entry `key`."""

    start: int
    end: int
    key: str


def read_glossary(document: Document) -> tuple[Glossary, list[Problem]]:
    """Return the entries by key, and the mistakes of the file."""
    glossary: Glossary = {}
    problems: list[Problem] = []
    for key, value in document.data.items():
        lines = {path[1:]: line for path, line in document.lines.items() if path[:1] == (key,)}
        part = Document(document.file, value if isinstance(value, dict) else {}, lines)
        entry, mistakes = validate(part, Entry)
        problems += mistakes
        if entry is not None:
            glossary[key] = entry
    return glossary, problems


def check_glossary(source: Document, translated: Document) -> Iterator[Problem]:
    """Find the entries that a language lacks, adds or leaves in English."""
    for key in source.data.keys() - translated.data.keys():
        yield Problem(
            translated.file,
            0,
            f"The word “{key}” is not explained here.",
            f"Translate line {source.line((key,))} of {source.file}.",
        )
    for key in translated.data.keys() - source.data.keys():
        yield Problem(
            translated.file,
            translated.line((key,)),
            f"“{key}” is not a word of {source.file}.",
            did_you_mean(key, source.data),
        )
    english = {} if translated is source else dict(source.texts())
    for path, text in translated.texts():
        if path[1:] == ("meaning",) and english.get(path) == text:
            yield Problem(
                translated.file,
                translated.line(path),
                f"The meaning of “{path[0]}” stands here in English.",
                "Translate it. Until all are translated, leave the file out.",
            )


class Finder:
    """Finds the words of a glossary in texts."""

    def __init__(self, glossary: Glossary) -> None:
        self._keys: dict[str, str] = {}
        for key, entry in glossary.items():
            for word in (entry.term, *entry.forms):
                self._keys[_folded(word)] = key
        # Longer words first: a live vaccine is not just any vaccine.
        words = sorted(self._keys, key=len, reverse=True)
        alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        self._pattern = whole_words(alternatives) if words else None

    def found(self, text: str, met: set[str]) -> list[Found]:
        """Return the words of `text` whose keys are not in `met`, in order, and add them there.

        With the same set for all texts of a page, each word is found where it stands first.
        """
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.finditer(_folded(text)):
            key = self._keys[re.sub(r"\s+", " ", match[0])]
            if key not in met:
                met.add(key)
                found.append(Found(match.start(), match.end(), key))
        return found


class _Small(dict[int, int]):
    """The small letter of each letter, if it is one, each looked up once; and straight marks."""

    def __missing__(self, letter: int) -> int:
        small = chr(letter).lower()
        self[letter] = ord(small) if len(small) == 1 else letter
        return self[letter]


_SMALL = _Small(STRAIGHT_MARKS)


def _folded(text: str) -> str:
    """Return `text` with small letters and straight marks, each in its old position."""
    return text.translate(_SMALL)


def in_order(glossary: Glossary) -> Iterable[tuple[str, Entry]]:
    """Return the entries as a reader of the language looks them up."""
    return sorted(glossary.items(), key=lambda item: _folded(item[1].term))


def as_list(glossary: Glossary, id_prefix: str = "") -> str:
    """Return the entries in order as a list in HTML; the id of each is its key after the prefix."""
    entries = [
        f'<dt id="{id_prefix}{key}">{html.escape(entry.term)}</dt>\n'
        f"<dd>{html.escape(entry.meaning)}</dd>"
        for key, entry in in_order(glossary)
    ]
    return "\n".join(["<dl>", *entries, "</dl>"])
