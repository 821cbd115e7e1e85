"""Let MkDocs read mkdocs.yml, and say what it thinks of it with the line and a mend."""

from __future__ import annotations

import datetime
import gc
import logging
import re
from collections.abc import Collection
from importlib.metadata import entry_points
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from infosheet.checks.all_checks import check_project
from infosheet.content.kept import Kept
from infosheet.content.project import Project
from infosheet.content.settings import SETTINGS
from infosheet.problems import Problem, did_you_mean
from infosheet.reading.yaml_reader import Document

_SAID = re.compile(r"Config value '(?P<key>[^']+)': (?P<what>.*)")
_A_NAME = re.compile("not installed|existing file|Failed to load")
_QUOTED = re.compile(r"[\"']([^\"']+)[\"']")


def load_settings(root: Path, **instead: str) -> MkDocsConfig:
    """Return what MkDocs makes of the settings below `root`, with `instead` in place of theirs.

    Raises Abort where it refuses them, after it has said why. MkDocs keeps what it reads in objects
    that all readings share, so a process must not read them twice at the same time.
    """
    # What it warned of in settings that it refused, it would say once more when they are mended.
    for _, option in MkDocsConfig()._schema:
        option.reset_warnings()
    return load_config(str(root / SETTINGS), **instead)


def check_all(
    root: Path,
    today: datetime.date | None = None,
    kept: Kept | None = None,
    locales: Collection[str] | None = None,
) -> tuple[Project, list[Problem]]:
    """Return the project below `root`, and every mistake in its content and its settings.

    With the same `kept` as before, only what has changed since is read and checked anew. `locales`
    are the languages whose pages are read; None stands for all of them.
    """
    # Nothing here refers to itself, and to look for what does would take a tenth of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        project, problems = check_project(root, today, kept, locales)
    finally:
        if collects:
            gc.enable()
    if SETTINGS not in project.unread:
        problems = sorted({*problems, *check_mkdocs_settings(project.settings, root)})
    return project, problems


def check_mkdocs_settings(settings: Document, root: Path) -> list[Problem]:
    """Return what MkDocs refuses in its settings, or does not know."""
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        load_settings(root)
    except Abort:
        pass  # it has said why
    except Exception as error:  # a hook that cannot be loaded may raise anything
        heard.said.append(f"Config value 'hooks': {type(error).__name__}: {error}")
    finally:
        logger.removeHandler(heard)
    return [_problem(settings, root, said) for said in heard.said]


class _Heard(logging.Handler):
    """Keeps what MkDocs says instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _problem(settings: Document, root: Path, said: str) -> Problem:
    match = _SAID.match(said)
    if match is None:
        return Problem(settings.file, 0, f"MkDocs says: {said.splitlines()[0]}")
    key, what = match["key"], match["what"].replace(f"{root}/", "")
    line = settings.line((key,)) if key in settings.data else 0
    if what.startswith("Unrecognised configuration name"):
        known = [name for name, _ in MkDocsConfig()._schema]
        return Problem(settings.file, line, f"“{key}” is not a setting.", did_you_mean(key, known))
    word = quoted[1] if (quoted := _QUOTED.search(what)) else ""
    names = _known(key, root) if _A_NAME.search(what) else []
    mend = did_you_mean(word, names) if word and names else ""
    return Problem(settings.file, line, f"“{key}”: {what.removesuffix('.')}.", mend)


def _known(key: str, root: Path) -> list[str]:
    match key:
        case "plugins":
            return [plugin.name for plugin in entry_points(group="mkdocs.plugins")]
        case "hooks":
            return [f"hooks/{path.name}" for path in (root / "hooks").glob("*.py")]
        case "markdown_extensions":
            return [extension.name for extension in entry_points(group="markdown.extensions")]
        case _:
            return []
