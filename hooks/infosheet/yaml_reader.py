"""Read every YAML file here the same careful way, so that `no` stays a word and `0.10` a figure.

Scalars stay strings until a schema converts them; a key written twice, an alias and a tab are
refused; the line of each value is kept, so that a mistake can be shown where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from infosheet.problems import Problem

Value = str | list["Value"] | dict[str, "Value"]
KeyPath = tuple[str | int, ...]


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


def read_yaml(path: Path, root: Path) -> tuple[Document, list[Problem]]:
    """Return the document in `path` and every mistake of form found in it.

    `root` is the project's root, to which the file's name is given. A document with a mistake
    of syntax comes back empty.
    """
    return parse_yaml(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())


def parse_yaml(text: str, file: str) -> tuple[Document, list[Problem]]:
    """Return the document written in `text`, and its mistakes under the name `file`."""
    problems = list(_tabs(text, file))
    if problems:
        return Document(file, {}, {}), problems
    try:
        problems += _aliases(text, file)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return Document(file, {}, {}), [*problems, _syntax(error, file)]
    lines: dict[KeyPath, int] = {}
    data = _value(node, (), lines, problems, file) if node is not None else {}
    if not isinstance(data, dict):
        problems.append(Problem(file, 1, "The file must be a list of keys with values."))
        data = {}
    return Document(file, data, lines), problems


def _tabs(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), start=1):
        if "\t" in line:
            yield Problem(file, number, "This line holds a tab.", "Indent with spaces.")


def _aliases(text: str, file: str) -> list[Problem]:
    return [
        Problem(
            file,
            event.start_mark.line + 1 if event.start_mark else 0,
            f"“*{event.anchor}” points to another place in the file.",
            "Write the value out, so that each one can be read where it stands.",
        )
        for event in yaml.parse(text, Loader=yaml.SafeLoader)
        if isinstance(event, yaml.AliasEvent)
    ]


def _syntax(error: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark is not None else 0
    what = getattr(error, "problem", None) or str(error)
    return Problem(
        file,
        line,
        f"This is not valid YAML: {what}.",
        "Look for a missing colon, quote or bracket here or on the line above.",
    )


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
            key = str(key_node.value)
            key_line = key_node.start_mark.line + 1
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
