"""Let Markdown ask of a page only what its text can hold: no link, say, where no bracket is.

Replaces, for Markdown 3.11.3, two things that are done anew for each page and each of its texts,
half a million times for the pages of a language: the reading of all of a page for HTML, and the try
of every inline pattern, each looked up in a registry that asks whether it is sorted.
"""

from __future__ import annotations

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor
from mkdocs.config.defaults import MkDocsConfig

# Without its sign in the page, the pattern of that name cannot match; all others are tried.
_SIGNS = {
    "autolink": "<",
    "automail": "<",
    "backtick": "`",
    "entity": "&",
    "escape": "\\",
    "footnote": "[^",
    "html": "<",
    "image_link": "![",
    "image_reference": "![",
    "linebreak": "  \n",
    "link": "[",
    "reference": "[",
    "short_image_ref": "![",
    "short_reference": "[",
}


class OnlyWhatIsThere(Extension):
    """Lets each page pass by what none of its signs asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._md: Markdown | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Wait until every extension has added its own."""
        self._md = md
        md.registerExtension(self)

    def reset(self) -> None:
        """Put both in their places, now that every extension has added its own."""
        assert self._md is not None
        if "signs" not in self._md.preprocessors:
            self._md.preprocessors.register(_Signs(self._md), "signs", 29)
            reader = self._md.preprocessors["html_block"]
            self._md.preprocessors.register(_Html(self._md, reader), "html_block", 20)


class _Signs(Preprocessor):
    """Leaves the page's inline processor the patterns that it needs, in their order, as a list."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        known = [name for name in _SIGNS if name in md.inlinePatterns]
        signs = {md.inlinePatterns.get_index_for_name(name): _SIGNS[name] for name in known}
        self._signed = [(signs.get(at, ""), each) for at, each in enumerate(md.inlinePatterns)]

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        inline = self.md.treeprocessors["inline"]
        assert isinstance(inline, InlineProcessor)
        inline.inlinePatterns = [  # type: ignore[assignment]
            pattern for sign, pattern in self._signed if sign in text
        ]
        return lines


class _Html(Preprocessor):
    """Lets the reader of HTML read only pages that may hold some."""

    def __init__(self, md: Markdown, reader: Preprocessor) -> None:
        super().__init__(md)
        self._reader = reader

    def run(self, lines: list[str]) -> list[str]:
        held = any("<" in line or "&" in line for line in lines)
        return self._reader.run(lines) if held else lines


def on_config(config: MkDocsConfig) -> None:
    """Add the extension once."""
    if not any(isinstance(each, OnlyWhatIsThere) for each in config.markdown_extensions):
        config.markdown_extensions.append(OnlyWhatIsThere())  # type: ignore[arg-type]
