"""Let a language's build see its own pages and the English ones only.

Replaces, for mkdocs-static-i18n 1.3.1, `reconfigure_files_alternates` of its plugin: it makes a
file for each page, language and other language in each language's build, though a page has the
same path in all of them, from which `translations` has its addresses. And it lets the plugin's
`get_file_from_path` take the path of each link apart once, not once for every link.
"""

from __future__ import annotations

import functools

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

import site_build
from infosheet.content.translation import SOURCE_LOCALE


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the pages of every other language."""
    locale = site_build.build_locale(config)
    site_build.i18n(config).reconfigure_files_alternates = _none
    return Files(
        file
        for file in files
        if not file.is_documentation_page()
        or file.src_uri.partition("/")[0] in (locale, SOURCE_LOCALE)
    )


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember which file a path leads to, now that there will be no other files."""
    files.get_file_from_path = functools.cache(  # type: ignore[method-assign]
        files.get_file_from_path
    )


def _none(*_: object) -> None:
    """Find no alternates."""
