"""A medicine's whole sheet: all its pages on one, to read at a stretch and to print."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from infosheet.components import COMPONENTS
from infosheet.glossary import as_list
from infosheet.markdown_source import Page, parse_page, replace_links, source_marks
from infosheet.page_text import page_text
from infosheet.project import Language, Project
from infosheet.strings import fill
from infosheet.wording import words_for

_HEADING_ID = re.compile(r"[ ]+\{#[^\s}]+\}[ ]*$")
_HTML_HEADING = re.compile(r'<(/?)h([1-5])\b(?: id="([^"]*)")?')

# What draws a component without anything that needs a script, given its placeholder and language.
Draw = Callable[[str, str], str]


@dataclass(frozen=True)
class _Part:
    """A page on the sheet: `name` is the id of its heading and begins all its other ids."""

    name: str
    page: Page
    language: Language


def whole_sheet(project: Project, medicine_id: str, locale: str, draw: Draw) -> str:
    """Return the Markdown of the sheet in `locale`, from its contents to its last part.

    A page that is not in the language stands there in English, marked as such; `draw` is asked
    for each component, in the language of its page.
    """
    language = project.languages[locale]
    parts = list(_parts(project, medicine_id, locale))
    targets = {part.page.path: part for part in parts}
    texts = [_in_its_language(_text(part, targets, draw), part, language) for part in parts]
    entries = [_entry(part, language) for part in parts]
    if language.glossary:
        # Meanings that a touch opens on a screen; paper has to hold them all.
        title = _words(language, "glossary")["title"]
        listed = as_list(language.glossary, "glossary--")
        texts.append(f"## {title} {{#glossary}}\n\n{listed}")
        entries.append(_link("glossary", title))
    if source_marks("\n".join(texts)):
        entries.append(_link("sources", _words(language, "site")["sources"]))
    return "\n\n".join([_start(entries, language), *texts, ""])


def _parts(project: Project, medicine_id: str, locale: str) -> Iterator[_Part]:
    for path in project.parts_of_sheet(medicine_id):
        language = project.languages[project.translation(path, locale).words_locale]
        page = project.pages[language.locale].get(path)
        if path in project.calendar_paths:
            page = _calendar(project, path, language)
        if page is not None:
            name = path.partition("/")[2].removesuffix(".md").replace("/", "-")
            yield _Part(name, page, language)


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


def _start(entries: list[str], language: Language) -> str:
    """Return what helps on a screen: the ways to print, and the contents."""
    words = _words(language, "whole-sheet")
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


def _entry(part: _Part, language: Language) -> str:
    own = part.language.locale == language.locale
    return _link(part.name, part.page.meta.title, "" if own else f" {_marked(part.language)}")


def _link(heading_id: str, title: str, attributes: str = "") -> str:
    return f'<li><a href="#{heading_id}"{attributes}>{html.escape(title)}</a></li>'


def _marked(language: Language) -> str:
    return f'lang="{language.locale}" dir="{language.direction}"'


def _in_its_language(text: str, part: _Part, language: Language) -> str:
    """Return a part that is not in the sheet's language with its own marked, and told of."""
    if part.language.locale == language.locale:
        return text
    heading, _, rest = text.partition("\n")
    start = f'<div class="in-english" {_marked(part.language)} markdown="1">'
    fallback = html.escape(_words(language, "site")["fallback"])
    told = f'<p class="notice" data-notice="part">{fallback}</p>'
    return "\n\n".join([start, heading, "</div>", told, start, rest.strip("\n"), "</div>"])


def _text(part: _Part, targets: dict[str, _Part], draw: Draw) -> str:
    """Return a page as a part: headings one deeper, ids its own, links within the sheet."""
    page = part.page
    headings = {heading.line: heading for heading in page.headings}
    placeholders = {placeholder.line: placeholder.text for placeholder in page.placeholders}
    linked = replace_links(page.text, lambda target: _target(target, part, targets)).splitlines()
    begins = page.text.count("\n") - page.body.count("\n")
    left_out, section, lines = _left_out(page), "", list[str]()
    for number, line in enumerate(linked[begins:], start=begins + 1):
        if number in left_out:
            continue
        if heading := headings.get(number):
            section = heading.id or ""
            name = part.name if heading.level == 1 else f"{part.name}--{section}"
            lines.append(f"#{_HEADING_ID.sub('', line)} {{#{name}}}")
        elif number in placeholders:
            lines.append(_component(placeholders[number], section, part, draw))
        else:
            lines.append(line)
    return "\n".join(lines).strip("\n")


def _left_out(page: Page) -> range:
    """Return the lines of the section that only leads on to other pages, which follow here."""
    start = next((heading for heading in page.headings if heading.id == "next"), None)
    if start is None:
        return range(0)
    later = [each for each in page.headings if each.line > start.line]
    ends = (each.line for each in later if each.level <= start.level)
    return range(start.line, next(ends, page.text.count("\n") + 2))


def _component(placeholder: str, section: str, part: _Part, draw: Draw) -> str:
    """Return a component as it stands on paper, and where the tool is if it is one."""

    def deeper(match: re.Match[str]) -> str:
        own_id = f' id="{part.name}--{match[3]}"' if match[3] else ""
        return f"<{match[1]}h{int(match[2]) + 1}{own_id}"

    drawn = _HTML_HEADING.sub(deeper, draw(placeholder, part.language.locale))
    component = COMPONENTS.get(placeholder.partition(" ")[0])
    if component is None or not component.script:
        return drawn
    file = part.page.path.partition("/")[2]
    anchor = "" if section in part.page.ids[:1] else f"#{section}"
    tool = _words(part.language, "whole-sheet")["tool"]
    return f"{drawn}\n\n{tool} [{part.page.meta.title}]({file}{anchor})"


def _target(target: str, part: _Part, targets: dict[str, _Part]) -> str:
    """Return where a link of a page leads to from the sheet."""
    url = urlsplit(target)
    if url.scheme or url.netloc:
        return target
    page = part.page
    path = posixpath.normpath(posixpath.join(page.folder, url.path)) if url.path else page.path
    to = targets.get(path)
    if to is not None and url.fragment not in _ids_left_out(to.page):
        whole = url.fragment in ("", *to.page.ids[:1])
        return f"#{to.name}" if whole else f"#{to.name}--{url.fragment}"
    relative = posixpath.relpath(path, page.path.partition("/")[0])
    return f"{relative}#{url.fragment}" if url.fragment else relative


def _ids_left_out(page: Page) -> set[str | None]:
    lines = _left_out(page)
    return {heading.id for heading in page.headings if heading.line in lines}


def _words(language: Language, group: str) -> dict[str, str]:
    words = language.words[group]
    assert isinstance(words, dict)
    return {key: value for key, value in words.items() if isinstance(value, str)}
