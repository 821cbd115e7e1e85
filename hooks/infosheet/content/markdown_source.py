"""Read a Markdown page as checks see it: its headings, links, source marks and placeholders."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from infosheet.medicines.medicine import CivilDate, Review
from infosheet.problems import Problem
from infosheet.reading.blocks import Block, Content, blocks
from infosheet.reading.letters import STRAIGHT_MARKS
from infosheet.reading.masking import FRONT_MATTER, blank, mask
from infosheet.reading.no_code import check_data_code, check_page_code
from infosheet.reading.passages import Passage, passages
from infosheet.reading.schema import Filled, OrBlank, Strict, validate
from infosheet.reading.source_text import decoded, read_content
from infosheet.reading.yaml_reader import Document, parse_yaml

# No page begins with a heading, but with its title; a pattern that begins with a sign is quicker.
_HEADING = re.compile(r"\n(#{1,6})[ ]+(.*?)(?:[ ]+\{#([^\s}]+)\})?[ ]*$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[(?!\^)((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]\(\s*<?([^\s)>]*)>?[^)]*\)")
MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_MARKS = re.compile(r"(?:\[\^[^\]\s]+\]){2,}")
_PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")
_ALONE = re.compile(r"^\{\{(.*?)\}\}[ ]*$")


class StringsMark(Strict):
    """What translated words say of themselves.

    `machine_readings` counts the times that a machine which did not write them has read them
    over; `checked_by` and `checked` stay empty until a person has read them against the English.
    """

    by: Literal["machine", "person"]
    machine_readings: Annotated[int, Field(ge=0)] = 0
    checked_by: OrBlank[str] = None
    checked: OrBlank[CivilDate] = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if (self.checked is None) != (self.checked_by is None):
            raise ValueError(
                "“checked-by” and “checked” are written together: who has checked it, and when"
            )
        return self


class TranslationMark(StringsMark):
    """What a translated page says of itself; `of` is the fingerprint of its English page."""

    of: str


class FrontMatter(Strict):
    """The lines between `---` at the top of a page.

    `medicine` names the medicine whose facts a page states although it stands outside its folder;
    `figures` are the phrases with figures of an English page that states no medicine's facts.
    """

    title: Filled
    description: str
    medicine: OrBlank[str] = None
    review: Review | None = None
    figures: tuple[str, ...] = ()
    translation: TranslationMark | None = None


class Heading(NamedTuple):
    """A heading with its level (1 to 6), its explicit id and its line."""

    level: int
    text: str
    id: str | None
    line: int


class Mention(NamedTuple):
    """Something written at a line: a link's target, a source mark's code, a placeholder's words."""

    text: str
    line: int
    before: str = ""


@dataclass(frozen=True)
class Page:
    """One Markdown file: `path` is the same in every language, such as `kesimpta/index.md`."""

    file: str
    locale: str
    path: str
    text: str
    meta: FrontMatter
    headings: tuple[Heading, ...]
    links: tuple[Mention, ...]
    marks: tuple[Mention, ...]
    placeholders: tuple[Mention, ...]

    @property
    def ids(self) -> list[str]:
        """The explicit heading ids, in order."""
        return [heading.id for heading in self.headings if heading.id]

    @property
    def folder(self) -> str:
        """The folder below the language, which names the medicine; empty for the site's pages."""
        return self.path.rpartition("/")[0]

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when the words change.

        They do not when only spaces or the kind of quotation marks do.
        """
        words = f"{self.meta.title}\n{self.meta.description}\n{self.body}"
        straight = unicodedata.normalize("NFC", words).translate(STRAIGHT_MARKS)
        normalised = " ".join(straight.split())
        return hashlib.sha256(normalised.encode()).hexdigest()[:12]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What the page is built of, in order."""
        return tuple(blocks(self.text))

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """What each of its blocks says that every language says alike."""
        return tuple(block.content() for block in self.blocks)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What the page says, sentence by sentence."""
        return tuple(passages(self.text))

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return FRONT_MATTER.sub("", self.text, count=1)


def read_page(path: Path, locale: str, root: Path) -> tuple[Page | None, list[Problem]]:
    """Return the page in `path` (inside `root/docs/<locale>`) and its mistakes of form."""
    file = path.relative_to(root).as_posix()
    page_path = path.relative_to(root / "docs" / locale).as_posix()
    content, problems = read_content(path, root)
    return (None, problems) if content is None else page_in(content, file, locale, page_path)


def page_in(content: bytes, file: str, locale: str, path: str) -> tuple[Page | None, list[Problem]]:
    """Return the page that a file's `content` is, or None, and its mistakes of form."""
    text, problems = decoded(content, file)
    return (None, problems) if text is None else parse_page(text, file, locale, path)


def parse_page(text: str, file: str, locale: str, path: str) -> tuple[Page | None, list[Problem]]:
    """Return the page written in `text`, or None where its front matter cannot be read."""
    front = FRONT_MATTER.match(text)
    if front is None:
        return None, [
            Problem(
                file,
                1,
                "The page does not begin with its title and description.",
                "Begin with the lines “---”, “title: …”, “description: …”, “---”.",
            )
        ]
    document, problems = parse_yaml("\n" + front[1], file)
    if problems:
        return None, problems
    document = Document(file, document.data, {(): 1} | document.lines)
    meta, problems = validate(document, FrontMatter)
    if meta is None:
        return None, problems
    masked = mask(text)
    page = Page(
        file,
        locale,
        path,
        text,
        meta,
        tuple(_headings(masked)),
        tuple(_mentions(LINK, 2, masked)),
        tuple(_mentions(MARK, 1, masked)),
        tuple(_mentions(_PLACEHOLDER, 1, masked)),
    )
    body = FRONT_MATTER.sub(blank, text, count=1)
    return page, [
        *check_data_code(document),
        *check_page_code(body, file),
        *_placeholders_alone(page, masked),
    ]


def source_marks(text: str) -> list[str]:
    """Return the codes of the source marks in `text`, in order, repeated as often as they stand."""
    return [match[1] for match in MARK.finditer(mask(text))]


def marks_in_order(text: str) -> str:
    """Return `text` with source marks that stand together in the order of their first mention.

    Their numbers go by it, and a 3 before a 2 looks like a mistake.
    """
    codes = dict.fromkeys(source_marks(text))
    order = {f"[^{code}]": number for number, code in enumerate(codes)}
    for match in _MARKS.finditer(mask(text)):
        marks = sorted(re.findall(r"\[[^\]]+\]", match[0]), key=lambda each: order.get(each, 0))
        text = text[: match.start()] + "".join(marks) + text[match.end() :]
    return text


def replace_placeholders(text: str, replacement: Callable[[str], str]) -> str:
    """Return `text` with each line that is a placeholder replaced, code left alone."""
    shown = text.splitlines()
    for index, line in enumerate(mask(text).splitlines()):
        match = _ALONE.match(line)
        if match:
            shown[index] = replacement(match[1].strip())
    return "\n".join(shown) + "\n"


def _headings(text: str) -> Iterator[Heading]:
    line, seen = 1, 0
    for match in _HEADING.finditer(text):
        start = match.start(1)
        line, seen = line + text.count("\n", seen, start), start
        yield Heading(len(match[1]), match[2], match[3], line)


def _mentions(pattern: re.Pattern[str], group: int, text: str) -> Iterator[Mention]:
    line, seen = 1, 0
    for match in pattern.finditer(text):
        start = match.start()
        line, seen = line + text.count("\n", seen, start), start
        before = text[text.rfind("\n", 0, start) + 1 : start]
        yield Mention(match[group].strip(), line, before)


def _placeholders_alone(page: Page, masked: str) -> Iterator[Problem]:
    for number, line in enumerate(masked.splitlines() if "{{" in masked else (), start=1):
        if "{{" in line and not _ALONE.match(line):
            yield Problem(
                page.file,
                number,
                "A placeholder must stand alone on its line, from its beginning.",
                "Put it on a line of its own, such as “{{ vaccination-timing kesimpta }}”.",
            )
