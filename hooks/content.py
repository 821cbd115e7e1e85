"""Check the content before anything is built, and stop a build that would publish a mistake."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger

import site_build
from infosheet.checks.all_checks import check_project
from infosheet.problems import errors, report

log = get_plugin_logger("infosheet")


_serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether a mistake must stop the command or only be shown."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Read and check the project, once for all languages."""
    if site_build.started(config):
        return
    assert config.config_file_path is not None
    root = Path(config.config_file_path).parent
    site_build.set_build_time(root)
    project, problems = check_project(root)
    build = site_build.SiteBuild(project, problems)
    site_build.start(config, build)
    if errors(problems):
        if not _serving:
            raise Abort(report(problems))
        log.warning("\n%s", report(problems))
    logging.getLogger("mkdocs").addHandler(site_build.Warnings(build))


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Report what only the build could find, after the last language."""
    if site_build.i18n(config).building:
        return
    logger = logging.getLogger("mkdocs")
    for handler in [
        handler for handler in logger.handlers if isinstance(handler, site_build.Warnings)
    ]:
        logger.removeHandler(handler)
    problems = site_build.current(config).problems
    if errors(problems) and not _serving:
        raise Abort(report(problems))
