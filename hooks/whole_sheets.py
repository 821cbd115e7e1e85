"""Put each medicine's whole sheet together, and make it ready for paper."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import component_templates
import site_build
from infosheet.components.registry import component_context
from infosheet.publishing.sheet_filling import Made, filled
from infosheet.publishing.whole_sheet import WholeSheet

_STYLE = "assets/whole-sheet.css"
_SCRIPT = "assets/whole-sheet.js"
# The links of the page's text, but for hard words: paper tells their meaning instead.
_LINK = re.compile(r'<a(?![^>]* class="term")(?=[^>]* href="([^"#][^"]*)")')


@event_priority(90)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let the frame for the medicine's pages follow the sheet's beginning."""
    sheet = _sheet(page, config)
    if sheet is None:
        return markdown
    page.meta["scripts"] = [_SCRIPT]
    page.meta["whole_sheet"] = True
    return f"{markdown}\n{sheet.frame()}"


@event_priority(-100)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Fill the frame, now that all pages are made, and say which state of them is on the paper."""
    context["commit"] = site_build.commit()
    sheet = _sheet(page, config)
    if sheet is None:
        return context
    project = site_build.current(config).project

    def draw(placeholder: str, locale: str) -> str:
        words = project.languages[locale].words
        name, shown = component_context(placeholder, project.medicines, words, locale, {})
        return component_templates.render_for_paper(name, shown)

    parts = {site_build.page_path(each.file): each for each in nav.pages}
    pages = {part.page.path: parts[part.page.path] for part in sheet.parts.values()}
    made = {
        path: Made(each.file.url, each.content or "", each.meta["drawn"])
        for path, each in pages.items()
    }
    page.content = filled(sheet, page.content or "", page.file.url, made, draw)
    page.present_anchor_ids = site_build.ids(page.content)
    styles = [style for each in pages.values() for style in each.meta["styles"]]
    page.meta["styles"] = [*dict.fromkeys(styles), _STYLE]
    return context


def _sheet(page: Page, config: MkDocsConfig) -> WholeSheet | None:
    """Return the whole sheet that `page` is to be, if it is one."""
    project = site_build.current(config).project
    medicine_id = project.whole_sheet_paths.get(site_build.page_path(page.file))
    if medicine_id is None:
        return None
    locale = site_build.page_translation(config, page.file).words_locale
    return WholeSheet(project, medicine_id, locale)


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give each link that leads away its full address, which is printed after it."""
    if not page.meta.get("whole_sheet"):
        return output
    own = urljoin(config.site_url or "", page.file.url)

    def addressed(match: re.Match[str]) -> str:
        address = urljoin(own, match[1])
        shown = urlsplit(address)
        told = address if shown.netloc else shown.path
        return f'<a data-address="{told}"'

    start, article, rest = output.partition("<article")
    text, end, after = rest.partition("</article>")
    return start + article + _LINK.sub(addressed, text) + end + after
