"""Finish the site at the end of a plain `mkdocs build`, as the driver does for its own builds."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

import site_build
from infosheet.publishing.finishing import finish, finish_language


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Run the finishing steps after the last language; before that, do nothing."""
    if not site_build.i18n(config).building:
        build = site_build.current(config)
        site, url = Path(config.site_dir), config.site_url or "/"
        for locale in build.project.languages:
            build.problems += finish_language(site, build.project, locale)
        build.problems += finish(site, build.project, url, site_build.build_date())
