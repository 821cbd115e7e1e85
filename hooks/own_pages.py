"""Let a language's build see its own pages and the English ones only.

Replaces, for mkdocs-static-i18n 1.3.1, `reconfigure_files_alternates` of its plugin: it makes a
file for each page, language and other language in each language's build, though a page has the
same path in all of them, from which `translations` has its addresses.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

import site_build
from infosheet.translation import SOURCE_LOCALE


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


def _none(*_: object) -> None:
    """Find no alternates."""
