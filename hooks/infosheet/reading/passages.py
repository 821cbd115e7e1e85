"""Read a page as its readers do: sentence by sentence, each heading, item and row at its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from infosheet.reading.letters import STRAIGHT_MARKS
from infosheet.reading.masking import blank, mask

# What stands in the Markdown but not on the page: heading ids and other attributes, source marks,
# placeholders, addresses of links (their tooltips are shown, and stay) and HTML tags.
_HIDDEN = re.compile(
    r"\{:?[ ]*(?:#|\.[a-zA-Z])[^}\s]*[ ]*\}|\[\^[^\]\s]+\]:?|\{\{.*?\}\}|</?[a-zA-Z][^<>]*>"
    r"|(?<=\])\(\s*<?[^\s)>\"]*>?(?:\)|(?=\s+[\"']))"
)
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ ]+")
_CALLOUT = re.compile(r"[ ]*(?:!!!|===|\?\?\?\+?)[ ]*[^\"\n]*")
_ITEM = re.compile(r"[ ]*(?:[-*+]|\d+\.)[ ]+")
_SENTENCE_END = re.compile(r"[.?!…][\"”’')\]*_]*(?=\s+[\"“‘'(\[*_]*[A-Z0-9])")
_WORD = re.compile(r"\w")
_CELL_END = re.compile(r"\|")

# Characters that are compared as another one.
_SMALL = STRAIGHT_MARKS | {
    code: ord(chr(code).lower()) for code in range(0x250) if len(chr(code).lower()) == 1
}
# Writing that is compared as other writing; None is its composed form.
_ALIKE: tuple[tuple[re.Pattern[str], str | None], ...] = (
    (re.compile(r".[\u0300-\u036f]+"), None),
    (re.compile(r"[*_\\\[\]]+"), ""),
    (re.compile(r"\s*\|\s*"), " | "),
    (re.compile(r"(?<=[0-9])\s*[–-]\s*(?=[0-9])"), " to "),
    (re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"), ""),
    (re.compile(r"(?<=[0-9])\s+(?=(?:mg|mcg|kg|g|ml|%|°c)(?!\w))"), ""),
    (re.compile(r"\s{2,}|[^\S ]"), " "),  # a single space is one already
)


@dataclass(frozen=True)
class Words:
    """Some words in the form in which they are compared, and the line of each character."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Passage:
    """A heading, a callout's title, a list item, a table row, or one sentence of a paragraph.

    `sentences` are its sentences; a cell of a row is a sentence of its own.
    """

    whole: Words
    sentences: tuple[Words, ...]


def comparable(text: str) -> str:
    """Return `text` as pages and declared facts are compared.

    Letter case, emphasis, kinds of space and of quotation mark make no difference; “50–59 %” is
    “50 to 59%”, “1,882” is “1882” and “20 mg” is “20mg”. Digits of other scripts stay as they
    are, since no reader of English expects them.
    """
    return _comparable(text, [0] * len(text)).text


def passages(text: str) -> Iterator[Passage]:
    """Yield every passage of the page written in `text`, from its beginning."""
    for kind, lines in _blocks(_HIDDEN.sub(blank, mask(text))):
        raw = "\n".join(line for _, line in lines)
        at = [number for number, line in lines for _ in f"{line}\n"]
        if not _WORD.search(raw):
            continue
        ends = _CELL_END if kind == "row" else _SENTENCE_END
        cuts = [0, *(match.end() for match in ends.finditer(raw)), len(raw)]
        parts = [_comparable(raw[a:b], at[a:b]) for a, b in pairwise(cuts) if a < b]
        sentences = tuple(part for part in parts if _WORD.search(part.text))
        if kind == "paragraph":
            yield from (Passage(sentence, (sentence,)) for sentence in sentences)
        else:
            yield Passage(parts[0] if len(parts) == 1 else _comparable(raw, at), sentences)


def _blocks(shown: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Yield the kind of each block and its numbered lines, without what marks them as such."""
    kind, block = "", list[tuple[int, str]]()
    for number, line in enumerate(shown.splitlines(), start=1):
        found, text = _kind(line, kind)
        if found != "same" or not kind:
            if block:
                yield kind, block
            kind, block = ("paragraph" if found == "same" else found), []
        if kind:
            block.append((number, text))
        if kind in ("heading", "callout", "row"):
            yield kind, block
            kind, block = "", []
    if block:
        yield kind, block


def _kind(line: str, inside: str) -> tuple[str, str]:
    """Return what a line begins, empty for nothing and “same” where it goes on, and its words."""
    if not line.strip():
        return "", ""
    for kind, pattern in (("heading", _HEADING), ("callout", _CALLOUT)):
        if match := pattern.match(line):
            return kind, line[match.end() :]
    if "|" in line:
        return "row", line.strip().strip("|")
    # Inside a paragraph “4.” at the beginning of a line is the end of a sentence, not an ordinal.
    if inside in ("", "item") and (match := _ITEM.match(line)):
        return "item", line[match.end() :]
    return "same", line


def _comparable(text: str, lines: list[int]) -> Words:
    same, at = text.translate(_SMALL), lines
    if not lines or lines[0] == lines[-1]:
        for pattern, replacement in _ALIKE:
            same = pattern.sub(_composed if replacement is None else replacement, same)
        same = same.strip()
        return Words(same, tuple(lines[:1] * len(same)))
    for pattern, replacement in _ALIKE:
        parts, kept, end = list[str](), list[int](), 0
        for match in pattern.finditer(same):
            new = _composed(match) if replacement is None else replacement
            parts += [same[end : match.start()], new]
            kept += at[end : match.start()] + [at[match.start()]] * len(new)
            end = match.end()
        if parts:
            same, at = "".join([*parts, same[end:]]), kept + at[end:]
    start, end = len(same) - len(same.lstrip()), len(same.rstrip())
    return Words(same[start:end], tuple(at[start:end]))


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])
