"""End each page with the sources that its marks name, in the order of their first mention."""

from __future__ import annotations

import html

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.content.markdown_source import marks_in_order, source_marks
from infosheet.reading.strings import fill


@event_priority(-110)
def on_config(config: MkDocsConfig) -> None:
    """Give the way back from a source to the text its name in the language being built."""
    words = site_build.build_language(config).words["site"]
    assert isinstance(words, dict)
    config.mdx_configs["footnotes"] = {
        "BACKLINK_TITLE": fill(str(words["back-to-text"]), number="{}")
    }


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add the definitions of the page's source marks under a heading of their own."""
    project = site_build.current(config).project
    found = project.medicine_of(site_build.page_path(page.file))
    marks = dict.fromkeys(source_marks(markdown))
    page.meta["cited"] = list(marks)
    if found is None or not marks:
        return markdown
    _, medicine = found
    locale = site_build.page_translation(config, page.file).words_locale
    words = project.languages[locale].words["site"]
    assert isinstance(words, dict)
    lines = [marks_in_order(markdown), "", f"## {words['sources']} {{#sources}}", ""]
    for code in marks:
        source = medicine.sources.get(code)
        if source is not None:
            title = html.escape(source.title)
            linked = f"[{title}]({source.url})" if source.url else title
            # The titles of documents stay in English, whatever the page speaks.
            english = linked if locale == "en" else f'<span lang="en" dir="ltr">{linked}</span>'
            lines += [f"[^{code}]: {english}", ""]
    return "\n".join(lines)
