"""Mark the Latin words on pages in another script as English, so that they are read out as such."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from markdown import Extension, Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.reading.latin_words import latin_runs, writes_latin
from page_tree import Mark, TextMarker


class ForeignWords(Extension):
    """Wraps each run of Latin words in an element that says its language; nothing is isolated.

    No direction is given: the brackets and figures around a name keep the order that the
    sentence gives them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.active = False

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Work on all text but code, once headings have their ids."""
        marker = TextMarker(md, self._finder, frozenset({"code", "footnote", "in-english"}))
        md.treeprocessors.register(marker, "foreign-words", 6)

    def _finder(self) -> Callable[[str], Iterator[Mark]] | None:
        def marks(text: str) -> Iterator[Mark]:
            for start, end in latin_runs(text):
                yield start, end, ET.Element("span", {"lang": SOURCE_LOCALE})

        return marks if self.active else None


def on_config(config: MkDocsConfig) -> None:
    """Add the extension once; each page then says whether its script is another one."""
    if not any(isinstance(each, ForeignWords) for each in config.markdown_extensions):
        config.markdown_extensions.append(ForeignWords())  # type: ignore[arg-type]


@event_priority(-50)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension whether the page's language is written in Latin letters."""
    extension = next(e for e in config.markdown_extensions if isinstance(e, ForeignWords))
    locale = site_build.page_translation(config, page.file).words_locale
    extension.active = not writes_latin(site_build.current(config).project.languages[locale].words)
    return markdown
