"""What stands on a medicine's whole sheet: all its pages, to read at a stretch and to print.

The sheet is Markdown only as far as its pages are not: its frame. The pages themselves are read
once, for their own place on the site, and `sheet_filling` puts them into the frame.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from infosheet.components.registry import COMPONENTS
from infosheet.content.glossary import as_list
from infosheet.content.markdown_source import Heading, Page, parse_page
from infosheet.content.project import Language, Project
from infosheet.content.wording import words_for
from infosheet.reading.page_text import page_text
from infosheet.reading.strings import fill

# What takes the place of a part's name where the source marks stand.
MARKS = "--marks"


@dataclass(frozen=True)
class Part:
    """A page on the sheet: `name` is the id of its heading and begins all its other ids.

    `marks` are the codes of its source marks, in order; `tools` the placeholders of its tools, each
    with the id of its section. What `ways_on` stands around is left out of it.
    """

    name: str
    page: Page
    language: Language
    marks: tuple[str, ...] = ()
    tools: dict[str, str] = field(default_factory=dict)
    is_calendar: bool = False

    @property
    def ways_on(self) -> tuple[Heading, Heading | None] | None:
        """The heading of the section that only leads on, and the one after it, if there are."""
        return _ways_on(self.page)

    @cached_property
    def ids_left_out(self) -> set[str | None]:
        """The ids of the headings that are not on the sheet."""
        lines = _lines_left_out(self.page)
        return {heading.id for heading in self.page.headings if heading.line in lines}


class WholeSheet:
    """The sheet of a medicine in `locale`, with its `parts` by name, in order.

    A page that is not in the language stands there in English, marked as such.
    """

    def __init__(self, project: Project, medicine_id: str, locale: str) -> None:
        self.language = project.languages[locale]
        self.parts = {part.name: part for part in _parts(project, medicine_id, locale)}

    def is_own(self, part: Part) -> bool:
        """Tell whether a part is in the sheet's language."""
        return part.language.locale == self.language.locale

    def frame(self) -> str:
        """Return the Markdown of the sheet, from its contents on, with a place for each part.

        In that place stand the ways to the part's tools, a paragraph for each; after all parts, in
        the place named MARKS, a mark for each source in the order of the numbers they get.
        """
        language = self.language
        texts = [self._place(part) for part in self.parts.values()]
        entries = [self._entry(part) for part in self.parts.values()]
        if language.glossary:
            # Meanings that a touch opens on a screen; paper has to hold them all.
            title = words_of(language, "glossary")["title"]
            listed = as_list(language.glossary, "glossary--")
            texts.append(f"## {title} {{#glossary}}\n\n{listed}")
            entries.append(_link("glossary", title))
        codes = dict.fromkeys(code for part in self.parts.values() for code in part.marks)
        if codes:
            texts.append(_place(MARKS, "", "".join(f"[^{code}]" for code in codes)))
            entries.append(_link("sources", words_of(language, "site")["sources"]))
        return "\n\n".join([_start(entries, language), *texts, ""])

    def _place(self, part: Part) -> str:
        tool = words_of(part.language, "whole-sheet")["tool"]
        file = part.page.path.partition("/")[2]
        whole = part.page.ids[:1]
        anchors = ("" if section in whole else f"#{section}" for section in part.tools.values())
        ways = (f"{tool} [{part.page.meta.title}]({file}{anchor})" for anchor in anchors)
        marked_as = "" if self.is_own(part) else f' class="in-english" {marked(part.language)}'
        return _place(part.name, marked_as, *ways)

    def _entry(self, part: Part) -> str:
        attributes = "" if self.is_own(part) else f" {marked(part.language)}"
        return _link(part.name, part.page.meta.title, attributes)


def _place(name: str, attributes: str, *paragraphs: str) -> str:
    return "\n\n".join(
        [f'<div{attributes} data-part="{name}" markdown="1">', *paragraphs, "</div>"]
    )


def marked(language: Language) -> str:
    """Return the attributes of an element whose words are in `language`."""
    return f'lang="{language.locale}" dir="{language.direction}"'


def words_of(language: Language, group: str) -> dict[str, str]:
    """Return the words of a group of the language's strings."""
    words = language.words[group]
    assert isinstance(words, dict)
    return {key: value for key, value in words.items() if isinstance(value, str)}


def _parts(project: Project, medicine_id: str, locale: str) -> Iterator[Part]:
    for path in project.parts_of_sheet(medicine_id):
        language = project.languages[project.translation(path, locale).words_locale]
        is_calendar = path in project.calendar_paths
        page = (
            _calendar(project, path, language)
            if is_calendar
            else project.pages[language.locale].get(path)
        )
        if page is not None:
            yield _part(page, language, is_calendar)


def _calendar(project: Project, path: str, language: Language) -> Page | None:
    """Return the dosing calendar's page without what it says of entering dates."""
    medicine_id = project.calendar_paths[path]
    medicine = project.medicines[medicine_id]
    words = words_for(medicine.given, language.words)["dosing-calendar"]
    source = medicine.regimen.source
    text = page_text(
        fill(words["page-title"], name=medicine.name, generic_name=medicine.generic_name),
        "",
        "dosing-calendar",
        f"{{{{ dosing-calendar {medicine_id} }}}}",
        f"{words['page-source']}[^{source}]" if source else "",
    )
    page, _ = parse_page(text, path, language.locale, path)
    return page


def _part(page: Page, language: Language, is_calendar: bool) -> Part:
    name = page.path.partition("/")[2].removesuffix(".md").replace("/", "-")
    left_out = _lines_left_out(page)
    marks = tuple(mark.text for mark in page.marks if mark.line not in left_out)
    tools = dict[str, str]()
    for placeholder in page.placeholders:
        component = COMPONENTS.get(placeholder.text.partition(" ")[0])
        if component is not None and component.script and placeholder.line not in left_out:
            above = [each.id or "" for each in page.headings if each.line < placeholder.line]
            tools[placeholder.text] = above[-1] if above else ""
    return Part(name, page, language, marks, tools, is_calendar)


def _lines_left_out(page: Page) -> range:
    ways_on = _ways_on(page)
    if ways_on is None:
        return range(0)
    start, end = ways_on
    return range(start.line, end.line if end else page.text.count("\n") + 2)


def _ways_on(page: Page) -> tuple[Heading, Heading | None] | None:
    start = next((heading for heading in page.headings if heading.id == "next"), None)
    if start is None:
        return None
    later = (each for each in page.headings if each.line > start.line)
    return start, next((each for each in later if each.level <= start.level), None)


def _start(entries: list[str], language: Language) -> str:
    """Return what helps on a screen: the ways to print, and the contents."""
    words = words_of(language, "whole-sheet")
    said = {key: html.escape(words[key]) for key in ("contents", "print", "large-print")}
    return "\n".join(
        [
            '<div class="sheet-printing">',
            f'<button type="button" data-action="print" hidden>{said["print"]}</button>',
            '<label for="large-print"><input type="checkbox" id="large-print">'
            f"<span>{said['large-print']}</span></label>",
            "</div>",
            "",
            f'<nav class="sheet-contents" aria-label="{said["contents"]}">',
            f'<p aria-hidden="true">{said["contents"]}</p>',
            "<ul>",
            *entries,
            "</ul>",
            "</nav>",
        ]
    )


def _link(heading_id: str, title: str, attributes: str = "") -> str:
    return f'<li><a href="#{heading_id}"{attributes}>{html.escape(title)}</a></li>'
