"""What the hooks of one build share: the project as read, and the mistakes found so far."""

from __future__ import annotations

import datetime
import logging
import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from infosheet.content.date_words import long_date
from infosheet.content.project import Language, Project
from infosheet.content.translation import Translation
from infosheet.problems import Problem
from infosheet.publishing.published_code import Published
from infosheet.reading.strings import fill

_KEY = "site_build"
_ID = re.compile(r' id="([^"]*)"')


@dataclass
class SiteBuild:
    """One build of the site, in one language after the other or in one language only.

    `on_stage` is called for each page when it is read, and again when it is written.
    """

    project: Project
    problems: list[Problem] = field(default_factory=list)
    on_stage: Callable[[], None] | None = None
    published: Published = field(default_factory=Published)


class Warnings(logging.Handler):
    """Keeps what MkDocs warns of, so that it is reported with the other mistakes."""

    def __init__(self, build: SiteBuild) -> None:
        super().__init__(logging.WARNING)
        self.build = build

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the warning as a problem of the settings, since MkDocs gives no line."""
        if record.name != "mkdocs.plugins.infosheet":
            self.build.problems.append(Problem("mkdocs.yml", 0, record.getMessage()))


def start(config: MkDocsConfig, build: SiteBuild) -> None:
    """Make `build` the one that every hook finds through its configuration."""
    config.extra[_KEY] = build


def started(config: MkDocsConfig) -> bool:
    """Tell whether a build has been started with this configuration."""
    return _KEY in config.extra


def current(config: MkDocsConfig) -> SiteBuild:
    """Return the build that `config` belongs to."""
    build: SiteBuild = config.extra[_KEY]
    return build


def i18n(config: MkDocsConfig) -> Any:
    """Return the language plugin."""
    return config.plugins["i18n"]


def build_locale(config: MkDocsConfig) -> str:
    """Return the language that is being built."""
    plugin = i18n(config)
    return str(plugin.current_language or plugin.default_language)


def build_language(config: MkDocsConfig) -> Language:
    """Return the language that is being built, with its words."""
    return current(config).project.languages[build_locale(config)]


def set_build_time(root: Path) -> None:
    """Let the same commit give the same bytes, whenever it is built."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct %H"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    time, _, commit = told.stdout.strip().partition(" ")
    os.environ.setdefault("SOURCE_DATE_EPOCH", time or "0")
    # Git's own short form grows with the history that a clone holds, so it is cut here.
    os.environ.setdefault("SOURCE_COMMIT", commit[:8])


def build_date() -> datetime.date:
    """Return the date that the build goes by: that of the commit where one is known, or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.date.today()
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()


def version(language: Language) -> str:
    """Return the sentence that tells a language's readers from which day their page is."""
    words = language.words["site"]
    assert isinstance(words, dict)
    date = long_date(build_date(), language.locale, language.words)
    return fill(words["version"], date=date)


def commit() -> str:
    """Return the first digits of the commit that is built, or nothing where none is known."""
    return os.environ.get("SOURCE_COMMIT", "")


def page_path(file: File) -> str:
    """Return the page's path without its language folder, such as `kesimpta/index.md`."""
    return file.src_uri.partition("/")[2]


def page_translation(config: MkDocsConfig, file: File) -> Translation:
    """Return what readers of the language being built get for this page."""
    return current(config).project.translation(page_path(file), build_locale(config))


def ids(html: str) -> set[str]:
    """Return the ids of the elements in `html`, to which a link may lead."""
    return set(_ID.findall(html))
