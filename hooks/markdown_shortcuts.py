"""Try a page's inline marks without sorting them anew for each of the thousands of tries.

Replaces, for Markdown 3.11.3, the registry in which its inline processor looks up each pattern by
its number: half a million times for the pages of a language, each time with a look at whether all
are sorted. They are, once a page begins, and so can be a plain list.
"""

from __future__ import annotations

from markdown import Extension, Markdown
from markdown.treeprocessors import InlineProcessor
from mkdocs.config.defaults import MkDocsConfig


class SortedInlinePatterns(Extension):
    """Gives each page's inline processor its patterns as a list."""

    def __init__(self) -> None:
        super().__init__()
        self._md: Markdown | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Wait until every extension has added its patterns."""
        self._md = md
        md.registerExtension(self)

    def reset(self) -> None:
        """Sort the patterns for the page that begins."""
        assert self._md is not None
        inline = self._md.treeprocessors["inline"]
        assert isinstance(inline, InlineProcessor)
        inline.inlinePatterns = list(self._md.inlinePatterns)  # type: ignore[assignment]


def on_config(config: MkDocsConfig) -> None:
    """Add the extension once."""
    if not any(isinstance(each, SortedInlinePatterns) for each in config.markdown_extensions):
        config.markdown_extensions.append(SortedInlinePatterns())  # type: ignore[arg-type]
