"""Read every YAML file here the same careful way, so that `no` stays a word and `0.10` a figure.

Scalars stay strings until a schema converts them; a key written twice, an alias, a tag and a tab
are refused; the line of each value is kept, so that a mistake can be shown where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from infosheet.problems import Problem
from infosheet.reading.characters import check_characters
from infosheet.reading.source_text import decoded, read_content
from infosheet.reading.yaml_mistakes import not_valid, second_part

Value = str | list["Value"] | dict[str, "Value"]
KeyPath = tuple[str | int, ...]

# Deeper than any file here, and far less deep than what Python can still read.
_MOST_LEVELS = 20
# Written in C where the library was built so: 10 times as fast.
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT_TOO_NEAR = re.compile("[|>][0-9+-]*#")
# These only keep words in their place, and are better spelt out than not seen.
_MAY_BE_SPELT_OUT = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f"))


@dataclass(frozen=True)
class Document:
    """One YAML file: its values (all scalars strings) and the line on which each one stands."""

    file: str
    data: dict[str, Value]
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """Return the line of the value at `path`, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield every value that is no list and has no keys, with its path, in order."""
        yield from _texts(self.data, ())


def _texts(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _texts(item, (*path, key))


def read_yaml(path: Path, root: Path, tags: Collection[str] = ()) -> tuple[Document, list[Problem]]:
    """Return the document in `path` and every mistake of form found in it.

    `root` is the project's root, to which the file's name is given. A document with a mistake
    of syntax comes back empty.
    """
    content, problems = read_content(path, root)
    file = path.relative_to(root).as_posix()
    if content is None:
        return Document(file, {}, {}), problems
    return document_in(content, file, tags)


def document_in(
    content: bytes, file: str, tags: Collection[str] = ()
) -> tuple[Document, list[Problem]]:
    """Return the document that a file's `content` is, and every mistake of form found in it."""
    text, problems = decoded(content, file)
    return (Document(file, {}, {}), problems) if text is None else parse_yaml(text, file, tags)


def parse_yaml(text: str, file: str, tags: Collection[str] = ()) -> tuple[Document, list[Problem]]:
    """Return the document written in `text`, and its mistakes under the name `file`.

    `tags` are those that may stand before a value, such as `!ENV`.
    """
    problems = list(_tabs_and_lost_ends(text, file))
    if problems:
        return Document(file, {}, {}), problems
    document, problems = _parsed(text, file, tags, _FAST)
    if not problems and document.lines and not _COMMENT_TOO_NEAR.search(text):
        return document, []
    # The words for what is wrong are those of the reader that is written in Python, which is also
    # the one that MkDocs uses: where it would refuse what the other accepts, it is asked.
    return _parsed(text, file, tags, yaml.SafeLoader)


def _parsed(
    text: str, file: str, tags: Collection[str], loader: type[yaml.SafeLoader]
) -> tuple[Document, list[Problem]]:
    """Return the document as `loader` reads it, without a line where that may not be trusted."""
    nothing = Document(file, {}, {})
    events = list[yaml.Event]()
    try:
        problems = _tricks(yaml.parse(text, Loader=loader), events, file, tags)
        if problems:
            return nothing, problems
        if loader is not yaml.SafeLoader and "?" in text and _asks_in_brackets(events):
            return nothing, []
    except yaml.YAMLError as error:
        return nothing, [not_valid(error, file)]
    begins = [_line(each) for each in events if isinstance(each, yaml.DocumentStartEvent)]
    for line in begins[1:2]:
        return nothing, [second_part(file, line)]
    found = iter(events[2:])  # after the beginnings of the file and of what stands in it
    first = next(found, None)
    if first is None:
        message = "Nothing stands here; keys with values are expected."
        return nothing, [Problem(file, 1, message, "Write them, or get them back.")]
    lines: dict[KeyPath, int] = {}
    data = _value(first, found, (), lines, problems, file)
    if not isinstance(data, dict):
        problems.append(
            Problem(
                file, 1, "The file must be a list of keys with values.",
                "Begin each line with a key and a colon, such as “title: …”.",
            )
        )  # fmt: skip
        data = {}
    return Document(file, data, lines), problems


def _asks_in_brackets(events: list[yaml.Event]) -> bool:
    """Tell whether a question mark stands between brackets and in no quotation marks."""
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += bool(depth or event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= bool(depth)
        elif isinstance(event, yaml.ScalarEvent):
            plain = event.style not in ("'", '"')
            if depth and plain and "?" in event.value:
                return True
    return False


# A “#” that a number follows, behind a value without quotation marks.
_LOST = re.compile(r"[^\"'#]*:[ ]+[^\"'#\s{\[][^\"'#]* (#\d+)")


def _tabs_and_lost_ends(text: str, file: str) -> Iterator[Problem]:
    if "\t" not in text and " #" not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            yield Problem(file, number, "This line holds a tab.", "Indent with spaces.")
        elif "#" in line and (lost := _LOST.match(line)):
            yield Problem(
                file, number, f"“{lost[1]}” and what follows it would be lost as a comment.",
                "Put the value in quotation marks. A comment has a space behind its “#”.",
            )  # fmt: skip


def _tricks(
    events: Iterable[yaml.Event], read: list[yaml.Event], file: str, tags: Collection[str]
) -> list[Problem]:
    """Find what YAML can do beyond keys and values, and these files do not; fill `read`."""
    problems = list[Problem]()
    level = 0
    for event in events:
        read.append(event)
        if (
            isinstance(event, yaml.ScalarEvent)
            and event.style != '"'
            and event.anchor is None
            and event.tag is None
        ):
            continue  # a value like most
        line = _line(event)
        if isinstance(event, yaml.CollectionStartEvent):
            level += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            level -= 1
        if level > _MOST_LEVELS:
            message = f"Here stand more than {_MOST_LEVELS} lists, one inside the other."
            return [*problems, Problem(file, line, message, "Look for a bracket too many.")]
        if isinstance(event, yaml.AliasEvent):
            problems.append(
                Problem(
                    file, line, f"“*{event.anchor}” points to another place in the file.",
                    "Write the value out, so that each one can be read where it stands. "
                    "If the asterisk belongs to it, put it in quotation marks.",
                )
            )  # fmt: skip
        elif anchor := getattr(event, "anchor", None):
            problems.append(
                Problem(
                    file, line, f"“&{anchor}” names this place for use in another.",
                    "Take it out. If the “&” belongs to the words, put them in quotation marks.",
                )
            )  # fmt: skip
        if getattr(event, "style", None) == '"':
            # In double quotes a character may be spelt out, which hides it from other checks.
            value = getattr(event, "value", "").translate(_MAY_BE_SPELT_OUT)
            for each in check_characters(value, file):
                problems.append(Problem(file, line, each.message, each.mend))
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in tags:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            problems.append(
                Problem(
                    file, line, f"“{shown}” is an instruction to a program, not a value.",
                    "Take it out. If the “!” belongs to the words, put them in quotation marks.",
                )
            )  # fmt: skip
    return problems


def _value(
    event: yaml.Event,
    events: Iterator[yaml.Event],
    path: KeyPath,
    lines: dict[KeyPath, int],
    problems: list[Problem],
    file: str,
) -> Value:
    """Return the value that begins with `event`, and take what else belongs to it."""
    lines.setdefault(path, _line(event))
    if isinstance(event, yaml.SequenceStartEvent):
        items = list[Value]()
        for item in _until(yaml.SequenceEndEvent, events):
            items.append(_value(item, events, (*path, len(items)), lines, problems, file))
        return items
    if not isinstance(event, yaml.MappingStartEvent):
        assert isinstance(event, yaml.ScalarEvent)
        return str(event.value)
    values: dict[str, Value] = {}
    for key_event in _until(yaml.MappingEndEvent, events):
        key_line = _line(key_event)
        if not isinstance(key_event, yaml.ScalarEvent) or not key_event.value:
            message = "The key before this colon is not a word."
            problems.append(Problem(file, key_line, message, "Write a word before the colon."))
            _pass_by(key_event, events)
            _pass_by(next(events), events)
            continue
        key = str(key_event.value)
        if key in values:
            problems.append(
                Problem(
                    file,
                    key_line,
                    f"The key “{key}” stands here a second time; "
                    f"the first is on line {lines[(*path, key)]}.",
                    "Keep one of them.",
                )
            )
            _pass_by(next(events), events)
            continue
        lines[(*path, key)] = key_line
        values[key] = _value(next(events), events, (*path, key), lines, problems, file)
    return values


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """Yield what each item or key begins with, up to the end of the list."""
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _pass_by(event: yaml.Event, events: Iterator[yaml.Event]) -> None:
    """Take all that belongs to the value that begins with `event`."""
    _value(event, events, (), {}, [], "")
