"""The last steps over a built site, once, when every language stands in it."""

from __future__ import annotations

import datetime
from pathlib import Path

from infosheet.policy import content_security_policy, host_headers, inline_scripts
from infosheet.project import Project
from infosheet.published_code import make_small
from infosheet.search_index import build_search
from infosheet.sitemap import sitemap
from infosheet.status_board import write_status


def finish(site: Path, project: Project, site_url: str, today: datetime.date) -> None:
    """Write into `site` what needs all languages, and make the site's own code small.

    `today` is the date that the build goes by.
    """
    (site / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n' + sitemap(project, site_url), encoding="utf-8"
    )
    home = (site / "index.html").read_text(encoding="utf-8")
    policy = content_security_policy(inline_scripts(home))
    (site / "_headers").write_text(host_headers(policy), encoding="utf-8")
    write_status(site, project, policy, today)
    build_search(site, project)
    make_small(site)
