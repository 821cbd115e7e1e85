"""The last steps over a built site, once, when every language stands in it."""

from __future__ import annotations

import datetime
from pathlib import Path

from infosheet.hosting import host_files
from infosheet.own_files import loads_elsewhere
from infosheet.policy import content_security_policy, inline_scripts
from infosheet.problems import Problem
from infosheet.project import Project
from infosheet.published_code import hashed_files
from infosheet.search_index import build_search
from infosheet.sitemap import sitemap
from infosheet.status_board import write_status


def finish(site: Path, project: Project, site_url: str, today: datetime.date) -> list[Problem]:
    """Write into `site` what needs all languages, and make the site's own code small.

    `today` is the date that the build goes by. Returns what is wrong with the site as it is now.
    """
    (site / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n' + sitemap(project, site_url), encoding="utf-8"
    )
    home = (site / "index.html").read_text(encoding="utf-8")
    policy = content_security_policy(inline_scripts(home))
    kept = hashed_files(site)
    for locale in project.languages:
        kept += [f"search/{locale}/fragment/*", f"search/{locale}/index/*"]
    for name, text in host_files(policy, kept).items():
        (site / name).write_text(text, encoding="utf-8")
    write_status(site, project, policy, today)
    build_search(site, project)
    return loads_elsewhere(site)
