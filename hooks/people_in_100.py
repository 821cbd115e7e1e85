"""Draw 100 people before each item of a people-in-100 callout, as many filled as the item says."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.components.people_in_100 import KIND, SIZE, STYLE, drawn, shown_count
from infosheet.content.translation import SOURCE_LOCALE


class PeopleIn100(Extension):
    """Draws the pictures of a page whose words are in `locale`.

    `languages` holds, for each that a part of the page may be in, its direction and its words
    below a picture.
    """

    def __init__(self) -> None:
        super().__init__()
        self.locale = SOURCE_LOCALE
        self.languages: dict[str, tuple[str, str]] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Work while items are still the Markdown that the check has read: before inline marks."""
        md.treeprocessors.register(_Pictures(md, self), KIND, 25)


class _Pictures(Treeprocessor):
    def __init__(self, md: Markdown, settings: PeopleIn100) -> None:
        super().__init__(md)
        self._settings = settings

    def run(self, root: ET.Element) -> None:
        self._within(root, self._settings.locale)

    def _within(self, element: ET.Element, locale: str) -> None:
        """Draw in the callouts below `element`; a part in another language says so itself."""
        marked = element.get("lang", "")
        locale = marked if marked in self._settings.languages else locale
        if {"admonition", KIND} <= set(element.get("class", "").split()):
            self._draw_all(element, locale)
            return
        for child in element:
            self._within(child, locale)

    def _draw_all(self, callout: ET.Element, locale: str) -> None:
        direction, said = self._settings.languages[locale]
        for item in callout.iter("li"):
            self._draw(item, locale, direction)
        legend = ET.SubElement(callout, "p", {"class": f"{KIND}__legend"})
        legend.text = AtomicString(said)

    def _draw(self, item: ET.Element, locale: str, direction: str) -> None:
        words = item if (item.text or "").strip() else next(iter(item), item)
        try:
            count = shown_count(words.text or "", locale)
        except ValueError:
            return  # the content check has named it
        text = ET.Element("span")
        text.text, words.text = words.text, None
        words.insert(0, self._picture(count, direction))
        words.insert(1, text)

    def _picture(self, count: int, direction: str) -> ET.Element:
        width, height = SIZE
        picture = ET.Element("svg", {"viewBox": f"0 0 {width} {height}", "aria-hidden": "true"})
        rtl = {"transform": f"matrix(-1 0 0 1 {width} 0)"} if direction == "rtl" else {}
        for name, path in zip(("counted", "other"), drawn(count), strict=True):
            if path:
                drawing = {"class": f"{KIND}__{name}", "d": path, **rtl}
                ET.SubElement(picture, "path", drawing)
        return picture


def on_config(config: MkDocsConfig) -> None:
    """Add the extension once; each page then says what language its words are in."""
    if not any(isinstance(each, PeopleIn100) for each in config.markdown_extensions):
        config.markdown_extensions.append(PeopleIn100())  # type: ignore[arg-type]


@event_priority(-50)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension the language of the page, and the page that it needs the style."""
    extension = next(e for e in config.markdown_extensions if isinstance(e, PeopleIn100))
    extension.locale = site_build.page_translation(config, page.file).words_locale
    for each in site_build.current(config).project.languages.values():
        words: Any = each.words["pictures"]
        extension.languages[each.locale] = (each.direction, words[KIND])
    if f"!!! {KIND}" in markdown:
        page.meta["styles"] = [*page.meta.get("styles", ()), STYLE]
    return markdown
