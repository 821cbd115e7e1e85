"""Count each page when it is read and when it is written, for who waits for the build."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import site_build


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Count a page that is read."""
    _count(config)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Count a page that is written."""
    _count(config)


def _count(config: MkDocsConfig) -> None:
    on_stage = site_build.current(config).on_stage
    if on_stage is not None:
        on_stage()
