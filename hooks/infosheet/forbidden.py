"""Find words that no page and no tool may say, since they promise, judge or belittle.

Each language lists its own in strings.yml, under `forbidden-words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from infosheet.letters import whole_words
from infosheet.markdown_source import Page, mask
from infosheet.problems import Problem
from infosheet.project import Language
from infosheet.yaml_reader import KeyPath, Value

_GROUP = "forbidden-words"
_MEND = "Say what is so instead; the facts and the MS team decide, not the page."


def check_forbidden_words(language: Language, pages: list[Page]) -> Iterator[Problem]:
    """Find each forbidden word on the language's pages and in its strings, with file and line."""
    listed = language.words.get(_GROUP)
    words = [str(word) for word in listed] if isinstance(listed, list) else []
    if not words:
        return
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = whole_words(alternatives, re.IGNORECASE)
    for page in pages:
        shown = page.text[: len(page.text) - len(page.body)] + mask(page.body)
        for number, line in enumerate(shown.splitlines(), start=1):
            for match in pattern.finditer(line):
                yield Problem(page.file, number, f"“{match[0]}” is a forbidden word.", _MEND)
    for path, text in _texts(language.words, ()):
        for match in pattern.finditer(text):
            place = language.strings.file, language.strings.line(path)
            said = f"“{match[0]}” in “{'.'.join(map(str, path))}” is a forbidden word."
            yield Problem(*place, said, _MEND)


def _texts(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    else:
        for key, item in value.items():
            if (*path, key) != (_GROUP,):
                yield from _texts(item, (*path, key))
