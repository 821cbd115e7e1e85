"""Say what each page is to search engines, and where its readers report a mistake or mend it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

import site_build
from infosheet.content.source_host import source_host
from infosheet.publishing.sitemap import page_url
from infosheet.publishing.structured_data import structured_data
from infosheet.reading.strings import fill
from infosheet.upkeep.contact import report_link, report_message
from infosheet.upkeep.edit_links import edit_links

# The section of the page about the site that says how to report a mistake.
_ABOUT, _MISTAKES = "about.md", "mistakes"


@event_priority(-60)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates the page's structured data and the links to report or mend a mistake."""
    project = site_build.current(config).project
    path = site_build.page_path(page.file)
    language = site_build.build_language(config)
    translation = site_build.page_translation(config, page.file)
    organisation: dict[str, str] = config.extra.get("organisation", {})
    found = project.medicine_of(path)
    sources = found[1].sources if found else {}
    context["structured_data"] = structured_data(
        title=str(page.meta["title"]),
        description=str(page.meta["description"]),
        url=page.canonical_url or "",
        locale=language.locale,
        original_url=context["original_url"] if translation.is_translated else None,
        publisher=organisation.get("name", ""),
        medicine=found[1] if found else None,
        review=project.review_of(path),
        cited=[source for code in page.meta["cited"] if (source := sources.get(code))],
    )
    words = language.words["site"]
    assert isinstance(words, dict)
    host = source_host(project.settings)
    context["report_host"] = host.name if host and host.issues else ""
    context["report_url"] = report_link(
        subject=fill(words["report-subject"], title=str(page.meta["title"])),
        message=report_message(
            words,
            address=urljoin(config.site_url or "", page.file.url),
            language=f"{language.name} ({language.locale})",
            version=f"{site_build.version(language)} {site_build.commit()}".rstrip(),
            host=context["report_host"],
        ),
        contact=organisation.get("contact", ""),
        otherwise=_mistakes_section(page, config),
        host=host,
    )
    context["edit_links"] = edit_links(project, host, path, language.locale)
    return context


def _mistakes_section(page: Page, config: MkDocsConfig) -> str:
    if _ABOUT not in site_build.current(config).project.paths:
        return ""
    url = page_url(_ABOUT, site_build.build_locale(config))
    return f"{get_relative_url(url, page.file.url)}#{_MISTAKES}"
