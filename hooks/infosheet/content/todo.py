"""To-do marks: what somebody must still write before the site may be published.

The mark is the word TODO in capital letters, followed by what is to be done. It can stand wherever
people write: on a page, in strings, words, numbers or settings, in a value or in a comment.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from infosheet.content.settings import SETTINGS
from infosheet.content.source_tree import DOCS, LISTS, medicines_below, pages_below
from infosheet.problems import Problem

# Also as people write it who have not read the above; never in small letters: “todo” is Spanish.
_MARK = re.compile(r"(?<![^\W_])TO[ -]?DO(?![^\W_])[:,]?[ ]*(.*)")
_IN_BYTES = re.compile(rb"TO[ -]?DO")
# Where what is to be done ends: with a value and with what stands behind it, or on a page at a
# mark of a source or at the next cell of a table.
_VALUE_ENDS = re.compile(r"""["'](?=\s*[,\]}#]|\s*$)|\s+#""")
_WORDS_END = re.compile(r"\[\^|\s\|")
_SHOWN = 120


def todos_in(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem for each line of `text` that holds a to-do mark; `file` is its name."""
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _MARK.search(line):
            ends = _VALUE_ENDS if file.endswith(".yml") else _WORDS_END
            what = ends.split(match[1])[0].strip() or "what stands here"
            shown = what if len(what) <= _SHOWN else f"{what[:_SHOWN].rstrip()}…"
            yield Problem(file, number, f"Still to do: {shown}")


def with_todos(
    root: Path, locales: Iterable[str], problems: Iterable[Problem], unread: Collection[str]
) -> list[Problem]:
    """Return all to-dos of the project below `root`, and the problems that are something else.

    What is wrong with a line that is still to do is a consequence, and not told as well, unless
    the file is one of `unread`: then its form may have to be mended first. Notices on unfinished
    files come too early.
    """
    todos = [todo for path in _files(root, locales) for todo in _todos_of(path, root)]
    unfinished = {todo.file for todo in todos} - set(unread)
    places = {(todo.file, todo.line) for todo in todos}

    def counts(problem: Problem) -> bool:
        consequence = (problem.file, problem.line) in places or problem.severity == "notice"
        return not (consequence and problem.file in unfinished)

    return sorted({*todos, *filter(counts, problems)})


def only_todo(path: Path, root: Path, problems: Iterable[Problem]) -> bool:
    """Tell whether every problem of the file at `path` is that of a line that is still to do."""
    lines = {todo.line for todo in _todos_of(path, root)}
    return all(problem.line in lines for problem in problems)


def _files(root: Path, locales: Iterable[str]) -> Iterator[Path]:
    yield root / SETTINGS
    yield from medicines_below(root)
    for folder in (root / DOCS / locale for locale in locales):
        yield from (folder / name for name in LISTS)
        yield from pages_below(folder)


def _todos_of(path: Path, root: Path) -> Iterator[Problem]:
    try:
        # What is no plain file is told of elsewhere, and must not be waited for here.
        content = path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else b""
    except OSError:
        return
    if _IN_BYTES.search(content):
        text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        yield from todos_in(text, path.relative_to(root).as_posix())
