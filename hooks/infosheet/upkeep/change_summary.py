"""The summary of a change that someone who is no developer can read, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infosheet.problems import Problem
from infosheet.reading.plain_markdown import as_words, count, listed, title
from infosheet.upkeep.changes import Changes, FigureChange, Move

# So many pages are still named in the first sentence.
_NAMED = 3

_SAID: dict[Move, str] = {
    "english": "shown in English now, since the figures differ: {}",
    "stale": "now stale: {}",
    "fresh": "up to date again: {}",
    "new": "newly translated: {}",
    "edited": "edited: {}",
    "removed": "translation removed: {}",
    "missing": "not translated yet: {}",
}
_STALE_MEANS = (
    "Stale means: the English has changed since. Readers see the translation, with a note "
    "that it is behind."
)


def summary(changes: Changes | None, mistakes: Sequence[Problem], beside: str) -> str:
    """Return the summary of `changes`, after what must be mended before they can be published.

    `changes` are None where there is nothing to compare with. `beside` is a sentence of plain
    words on what is no part of the content, or on why nothing can be compared.
    """
    parts = [*_to_mend(mistakes), *(_compared(changes) if changes else ())]
    return "\n\n".join([*parts, *filter(None, [as_words(beside)])]) + "\n"


def _compared(changes: Changes) -> list[str]:
    parts = [*_first_sentence(changes), *_pages(changes)]
    parts += _translations(changes)
    parts += _medicines(changes.figures)
    if changes.unread:
        files = "\n".join(f"- {as_words(file)}" for file in changes.unread)
        parts.append(f"These files are not compared, since a version cannot be read:\n\n{files}")
    return parts


def _to_mend(mistakes: Sequence[Problem]) -> Iterator[str]:
    if not mistakes:
        return
    yield f"### {count(len(mistakes), 'mistake')} to mend before this can be published"
    lines = []
    for each in mistakes:
        place = f"{each.file}, line {each.line}" if each.line else each.file
        mend = f" **{as_words(each.mend)}**" if each.mend else ""
        lines.append(f"- {as_words(place)}: {as_words(each.message)}{mend}")
    yield "\n".join(lines)


def _first_sentence(changes: Changes) -> Iterator[str]:
    if changes.nothing:
        yield "No words and no figures have changed."
        return
    counts = [
        f"{count(len(titles), 'page')} {verb}"
        for titles, verb in (
            (changes.changed, "changed"),
            (changes.added, "added"),
            (changes.removed, "removed"),
        )
        if titles
    ]
    parts = [", ".join(counts)] if counts else []
    behind = {page: moves["stale"] for page, moves in changes.moves.items() if "stale" in moves}
    if len(behind) <= _NAMED:
        parts += [
            f"{_languages(changes, languages)} of {title(page)} "
            f"{'is' if len(languages) == 1 else 'are'} now stale"
            for page, languages in behind.items()
        ]
    else:
        parts.append(f"translations of {len(behind)} pages are now stale")
    if changes.figures:
        files = {change.medicine for change in changes.figures}
        parts.append(f"figures changed in {count(len(files), 'medicine file')}")
    sentence = "; ".join(parts) or "Only translations and words of buttons changed"
    yield f"**{sentence[0].upper()}{sentence[1:]}.**"


def _pages(changes: Changes) -> Iterator[str]:
    lines = [
        f"- {verb}: {', '.join(map(title, titles))}"
        for verb, titles in (
            ("changed", changes.changed),
            ("added", changes.added),
            ("removed", changes.removed),
        )
        if titles
    ]
    if lines:
        yield "### English pages"
        yield "\n".join(lines)


def _translations(changes: Changes) -> Iterator[str]:
    lines = [
        f"- {title(page)}: "
        + "; ".join(
            _SAID[move].format(_languages(changes, moves[move])) for move in _SAID if move in moves
        )
        for page, moves in changes.moves.items()
    ]
    for said, languages in (
        ("Languages added", changes.languages_added),
        ("Languages removed", changes.languages_removed),
        ("Words of buttons, messages or the glossary changed", changes.words),
    ):
        if languages:
            lines.append(f"- {said}: {listed(languages)}")
    if lines:
        yield "### Languages"
        yield "\n".join(lines)
    if any("stale" in moves for moves in changes.moves.values()):
        yield _STALE_MEANS


def _languages(changes: Changes, names: Sequence[str]) -> str:
    if _NAMED < len(names) == changes.translations:
        return f"all {len(names)} translations"
    return listed(names)


def _medicines(figures: Sequence[FigureChange]) -> Iterator[str]:
    if not figures:
        return
    yield "### Medicine files: a clinician should look at these"
    lines = []
    for each in figures:
        was = "; ".join(f"was “{as_words(text)}”" for text in each.was)
        now = "; ".join(f"now “{as_words(text)}”" for text in each.now)
        said = ", ".join(filter(None, (was, now)))
        lines.append(f"- {as_words(each.medicine)}, {as_words(each.key)}: {said}")
    yield "\n".join(lines)
