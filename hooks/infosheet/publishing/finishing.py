"""The last steps over a built site: those of each language, and those that need them all."""

from __future__ import annotations

import datetime
from pathlib import Path

from infosheet.content.project import Project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import Problem
from infosheet.publishing.compressed import compress
from infosheet.publishing.hosting import base_path, host_files
from infosheet.publishing.own_files import loads_elsewhere
from infosheet.publishing.policy import content_security_policy, inline_scripts
from infosheet.publishing.published_code import hashed_files
from infosheet.publishing.search_index import build_search
from infosheet.publishing.sitemap import page_url, sitemap
from infosheet.publishing.status_board import write_status


def finish_language(site: Path, project: Project, locale: str) -> list[Problem]:
    """Write into `site` the search of one language, whether or not the others stand there too.

    A packed copy is put beside each of its pages. Returns what is wrong with them.
    """
    build_search(site, project, locale)
    pages = sorted(_pages(site, project, locale))
    compress(pages)
    return loads_elsewhere(site, pages)


def finish(site: Path, project: Project, site_url: str, today: datetime.date) -> list[Problem]:
    """Write into `site` what needs all languages, and a packed copy beside each text but pages.

    Each language has been finished before. `today` is the date that the build goes by. Returns
    what is wrong with all that is no page.
    """
    (site / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n' + sitemap(project, site_url), encoding="utf-8"
    )
    home = (site / "index.html").read_text(encoding="utf-8")
    policy = content_security_policy(inline_scripts(home))
    kept = hashed_files(site)
    kept += [f"search/{locale}/index/*" for locale in project.languages]
    folders = [locale for locale in project.languages if locale != SOURCE_LOCALE]
    for name, text in host_files(policy, kept, base_path(site_url), folders).items():
        (site / name).write_text(text, encoding="utf-8")
    write_status(site, project, policy, today)
    pages = {page for locale in project.languages for page in _pages(site, project, locale)}
    packed = {page.with_name(f"{page.name}.gz") for page in pages}
    others = sorted({*site.rglob("*")} - pages - packed)
    compress(others)
    return loads_elsewhere(site, others)


def _pages(site: Path, project: Project, locale: str) -> set[Path]:
    """Return the built pages of one language, that for “not found” among them."""
    names = {page_url("index.md", locale) + "404.html"}
    names |= {f"{page_url(path, locale)}index.html" for path in project.paths}
    return {path for name in names if (path := site / name).is_file()}
