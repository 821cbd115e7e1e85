"""Pass by the theme's hidden folders, and compile its templates once for all languages.

Replaces, for MkDocs 1.6.1, what `Theme.get_env` returns: MkDocs makes a new environment for each
language, which looks through all folders of the theme (14,000 icons, of which this site shows none)
and compiles each template anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme


class _Loader(jinja2.FileSystemLoader):
    """Lists what stands in no hidden folder; MkDocs would pass over the others all the same."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _visible(folder)})


class _Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates, by their source, while this process lasts."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._kept.get((bucket.key, bucket.checksum))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_compiled = _Compiled()


class _Theme(Theme):
    """A theme whose environment does no work twice."""

    def get_env(self) -> jinja2.Environment:
        env = super().get_env()
        env.loader = _Loader(self.dirs)
        env.bytecode_cache = _compiled
        return env


def on_config(config: MkDocsConfig) -> None:
    """Let the theme of this build give its environment in the way above."""
    config.theme.__class__ = _Theme


def _visible(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in files:
            yield Path(place, file).relative_to(folder).as_posix()
