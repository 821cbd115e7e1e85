"""Explain each hard word where a reader meets it first on a page."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from markdown import Extension, Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.content.glossary import GLOSSARY
from infosheet.content.project import Language
from page_tree import Mark, TextMarker

# A word is not explained inside a heading, a link, a source, something raised, or English that
# stands in for another language.
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LEFT_ALONE = frozenset(
    {*_HEADINGS, "a", "sup", "code", "admonition-title", "footnote", "in-english"}
)


class GlossaryTerms(Extension):
    """Turns the first mention of each hard word of `language` into a link to its explanation."""

    def __init__(self) -> None:
        super().__init__()
        self.language: Language | None = None
        self.address = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Work on the page's tree after its marks and ids are read, before it is written out."""
        md.treeprocessors.register(TextMarker(md, self._finder, _LEFT_ALONE), "glossary", 7)

    def _finder(self) -> Callable[[str], Iterator[Mark]] | None:
        language, met = self.language, set[str]()
        if language is None:
            return None

        def marks(text: str) -> Iterator[Mark]:
            for word in language.hard_words.found(text, met):
                meaning = language.glossary[word.key].meaning
                address = f"{self.address}#{word.key}"
                link = ET.Element("a", {"class": "term", "href": address, "data-meaning": meaning})
                yield word.start, word.end, link

        return marks


def on_config(config: MkDocsConfig) -> None:
    """Add the extension once; each page then brings its own language's glossary."""
    if not any(isinstance(each, GlossaryTerms) for each in config.markdown_extensions):
        config.markdown_extensions.append(GlossaryTerms())  # type: ignore[arg-type]


@event_priority(-50)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension whose words the page speaks, and where its glossary is."""
    extension = next(e for e in config.markdown_extensions if isinstance(e, GlossaryTerms))
    project = site_build.current(config).project
    locale = site_build.page_translation(config, page.file).words_locale
    target = files.get_file_from_path(f"{locale}/{GLOSSARY}")
    is_glossary = site_build.page_path(page.file) == GLOSSARY
    extension.language = None if is_glossary or not target else project.languages[locale]
    # The address is written as an editor would: MkDocs then finds the page, and checks the entry.
    uri = page.file.src_uri
    folder = uri.partition("/")[0]
    extension.address = posixpath.relpath(f"{folder}/{GLOSSARY}", posixpath.dirname(uri))
    return markdown
