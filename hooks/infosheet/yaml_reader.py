"""Read every YAML file here the same careful way, so that `no` stays a word and `0.10` a figure.

Scalars stay strings until a schema converts them; a key written twice, an alias, a tag and a tab
are refused; the line of each value is kept, so that a mistake can be shown where it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from infosheet.characters import check_characters
from infosheet.problems import Problem
from infosheet.source_text import decoded, read_content

Value = str | list["Value"] | dict[str, "Value"]
KeyPath = tuple[str | int, ...]

# Deeper than any file here, and far less deep than what Python can still read.
_MOST_LEVELS = 20
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
    problems = list(_tabs(text, file))
    if problems:
        return Document(file, {}, {}), problems
    try:
        problems += _tricks(text, file, tags)
        if problems:
            return Document(file, {}, {}), problems
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return Document(file, {}, {}), [_syntax(error, file)]
    if node is None:
        message = "Nothing stands here; keys with values are expected."
        return Document(file, {}, {}), [Problem(file, 1, message, "Write them, or get them back.")]
    lines: dict[KeyPath, int] = {}
    data = _value(node, (), lines, problems, file)
    if not isinstance(data, dict):
        problems.append(
            Problem(
                file, 1, "The file must be a list of keys with values.",
                "Begin each line with a key and a colon, such as “title: …”.",
            )
        )  # fmt: skip
        data = {}
    return Document(file, data, lines), problems


def _tabs(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            yield Problem(file, number, "This line holds a tab.", "Indent with spaces.")


def _tricks(text: str, file: str, tags: Collection[str]) -> list[Problem]:
    """Find what YAML can do beyond keys and values, and these files do not."""
    problems = list[Problem]()
    level = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
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


def _syntax(error: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = " ".join(str(getattr(error, "problem", None) or error).split())
    mend = "Look for a missing colon, quote or bracket here or on the line above."
    for said, (plain, advice) in _PLAINLY.items():
        if said in what:
            # What is not closed is best mended where it was opened.
            mark = getattr(error, "context_mark", None) if "not closed" in plain else mark
            what, mend = plain, advice
            break
    line = mark.line + 1 if mark is not None else 0
    return Problem(file, line, f"This is not valid YAML: {what}.", mend)


# The YAML library's words, and the same in those of an editor.
_PLAINLY = {
    "mapping values are not allowed": (
        "a second colon stands in this value",
        "Put the value in quotation marks, or look at the indentation.",
    ),
    "could not find expected ':'": (
        "a colon is missing after a key",
        "Look at this line and the one above: each key needs “:” and a space after it.",
    ),
    "found unexpected end of stream": (
        "a quotation mark that opens here is not closed",
        "Close it at the end of the value.",
    ),
    "expected ',' or ']'": (
        "a bracket “[” that opens here is not closed",
        "Close it with “]”; between values there are commas.",
    ),
    "expected ',' or '}'": (
        "a brace “{” that opens here is not closed",
        "Close it with “}”; between values there are commas.",
    ),
    "expected <block end>": (
        "this line does not continue the list above it",
        "Let it begin as far in as the lines beside it, each with a key or a hyphen; "
        "or close a quotation mark above.",
    ),
    "expected the node content": (
        "a value is missing here",
        "Write it, or close the bracket that is open.",
    ),
    "cannot start any token": (
        "a value cannot begin with this character",
        "Put the value in quotation marks.",
    ),
    "expected '<document start>'": (
        "this belongs to no key",
        "Look for a quotation mark, colon or bracket that is missing on a line above.",
    ),
    "but found another document": (
        "“---” begins a second part",
        "Keep one part: take the line “---” away.",
    ),
}


def _value(
    node: yaml.Node,
    path: KeyPath,
    lines: dict[KeyPath, int],
    problems: list[Problem],
    file: str,
) -> Value:
    line = node.start_mark.line + 1
    lines.setdefault(path, line)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(item, (*path, index), lines, problems, file)
            for index, item in enumerate(node.value)
        ]
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
                message = "The key before this colon is not a word."
                problems.append(Problem(file, key_line, message, "Write a word before the colon."))
                continue
            key = str(key_node.value)
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
                continue
            lines[(*path, key)] = key_line
            values[key] = _value(value_node, (*path, key), lines, problems, file)
        return values
    return str(node.value)
