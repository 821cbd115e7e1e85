"""The kinds of callout that the site has a look for, and the check that pages use no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infosheet.components import people_in_100
from infosheet.content.markdown_source import Page
from infosheet.problems import Problem, did_you_mean
from infosheet.reading.masking import mask

KINDS: Mapping[str, str] = {
    "call-999": "A danger to life: what readers call 999 for.",
    "same-day": "What readers contact their MS team or NHS 111 about on the same day.",
    "ms-team": "What readers call their MS team about.",
    "important": "One thing that readers must know before they go on.",
    "key-facts": "The main points at the top of a page, each with what it is about.",
    "do": "What to do, as a list.",
    "dont": "What not to do, as a list.",
    "link-cards": "Links as cards, each with a sentence on what is behind it.",
    "journey": "The stops of a reader's journey, each with its links.",
    people_in_100.KIND: "How many people in 100 something happened to, each item with a picture.",
}

_LINE = re.compile(r"[ ]*!!!(.*)")
# The Markdown library takes a callout without a title too, and shows the name of its kind as one.
_WELL_WRITTEN = re.compile(r"[ ]?[\w-]+[ ]+\".*\"[ ]*")
_KIND = re.compile(r"[ ]?([\w-]+)")


def check_callouts(page: Page) -> Iterator[Problem]:
    """Find callouts of unknown kinds, and those that readers would not see as such."""
    lines = mask(page.text).splitlines() if "!!!" in page.text else ()
    for number, line in enumerate(lines, start=1):
        if "!!!" in line and (opened := _LINE.fullmatch(line)):
            yield from _check_line(page.file, number, opened[1])
    yield from people_in_100.check_people(page)


def _check_line(file: str, number: int, said: str) -> Iterator[Problem]:
    kind = _KIND.match(said)
    if kind and kind[1] not in KINDS:
        yield Problem(
            file, number, f"“{kind[1]}” is not a kind of callout.", did_you_mean(kind[1], KINDS)
        )  # fmt: skip
    elif not _WELL_WRITTEN.fullmatch(said):
        yield Problem(
            file, number,
            "After “!!!” come the kind of callout and its title in straight quotation marks.",
            f'Write it like this: !!! {kind[1] if kind else "ms-team"} "Title"',
        )  # fmt: skip
