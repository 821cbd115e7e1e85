"""Explain each hard word where a reader meets it first on a page."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.glossary import GLOSSARY, Finder, Glossary

# A word is not explained inside a heading, a link or something raised.
_LEFT_ALONE = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "sup", "code", "button"}
_LEFT_ALONE_CLASSES = {"admonition-title", "footnote"}


class GlossaryTerms(Extension):
    """Turns the first mention of each word of `glossary` into a link to its explanation."""

    def __init__(self) -> None:
        super().__init__()
        self.glossary: Glossary = {}
        self.address = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Work on the page's tree after its inline marks are read, before it is written out."""
        md.treeprocessors.register(_Explainer(md, self), "glossary-terms", 8)


class _Explainer(Treeprocessor):
    def __init__(self, md: Markdown, extension: GlossaryTerms) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ET.Element) -> None:
        self._explain(root, Finder(self.extension.glossary))

    def _explain(self, element: ET.Element, finder: Finder) -> None:
        if element.tag in _LEFT_ALONE or element.get("class") in _LEFT_ALONE_CLASSES:
            return
        element.text, links = self._links(element.text, finder)
        children = list(element)
        position = len(links)
        for index, link in enumerate(links):
            element.insert(index, link)
        for child in children:
            self._explain(child, finder)
            position += 1
            child.tail, links = self._links(child.tail, finder)
            for link in links:
                element.insert(position, link)
                position += 1

    def _links(self, text: str | None, finder: Finder) -> tuple[str | None, list[ET.Element]]:
        """Return the text before the first word to explain, and a link for each with its tail."""
        if not text or isinstance(text, AtomicString):
            return text, []
        found = finder.found(text)
        if not found:
            return text, []
        links = []
        ends = [word.start for word in found[1:]] + [len(text)]
        for word, end in zip(found, ends, strict=True):
            link = ET.Element(
                "a", {"class": "term", "href": f"{self.extension.address}#{word.key}"}
            )
            link.set("data-meaning", self.extension.glossary[word.key].meaning)
            link.text = AtomicString(text[word.start : word.end])
            link.tail = text[word.end : end]
            links.append(link)
        return text[: found[0].start], links


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
    extension.glossary = {} if is_glossary or not target else project.languages[locale].glossary
    # The address is written as an editor would: MkDocs then finds the page, and checks the entry.
    folder = posixpath.dirname(page.file.src_uri)
    extension.address = posixpath.relpath(
        f"{page.file.src_uri.partition('/')[0]}/{GLOSSARY}", folder
    )
    return markdown
