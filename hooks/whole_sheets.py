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
from infosheet.components import COMPONENTS, ComponentError, component_context
from infosheet.whole_sheet import whole_sheet

_STYLE = "assets/whole-sheet.css"
_SCRIPT = "assets/whole-sheet.js"
# The links of the page's text, but for hard words: paper tells their meaning instead.
_LINK = re.compile(r'<a(?![^>]* class="term")(?=[^>]* href="([^"#][^"]*)")')


@event_priority(90)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let the medicine's pages follow the sheet's beginning, each component as it prints."""
    project = site_build.current(config).project
    medicine_id = project.whole_sheet_paths.get(site_build.page_path(page.file))
    if medicine_id is None:
        return markdown
    styles = dict[str, None]()

    def draw(placeholder: str, locale: str) -> str:
        words = project.languages[locale].words
        try:
            name, context = component_context(placeholder, project.medicines, words, locale, {})
        except ComponentError:
            return ""  # the page where it stands has told of it
        styles.update(dict.fromkeys(COMPONENTS[name].styles))
        return component_templates.render_for_paper(name, context)

    locale = site_build.page_translation(config, page.file).words_locale
    parts = whole_sheet(project, medicine_id, locale, draw)
    page.meta["styles"] = [*styles, _STYLE]
    page.meta["scripts"] = [_SCRIPT]
    page.meta["whole_sheet"] = True
    return f"{markdown}\n{parts}"


@event_priority(-100)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the template which state of the content is on the paper."""
    context["commit"] = site_build.commit()
    return context


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
