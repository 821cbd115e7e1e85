"""Put a medicine's pages, as they were made for the site, into the frame of its whole sheet."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from infosheet.content.markdown_source import Heading
from infosheet.publishing.whole_sheet import Part, WholeSheet, marked, words_of

_PLACE = re.compile(r'<div[^>]* data-part="([^"]*)"[^>]*>(.*?)</div>', re.DOTALL)
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)
_HEADING = re.compile(r'<(/?)h([1-5])\b(?: id="([^"]*)")?')
_LINK = re.compile(r'(?<= href=")[^"]*')
_MARK = re.compile(r'<sup id="fnref[0-9]*:([^"]*)">.*?</sup>')
_MARKS = re.compile(rf"(?:{_MARK.pattern})+")
_WAY_BACK = re.compile(r'<a class="footnote-backref" href="#fnref:([^"]*)".*?</a>')
_HARD_WORD = re.compile(r'<a class="term"[^>]*#([^"#]*)">(.*?)</a>', re.DOTALL)
_SOURCES = '<h2 id="sources">'

# What draws a component without anything that needs a script, given its placeholder and language.
Draw = Callable[[str, str], str]


@dataclass(frozen=True)
class Made:
    """A page as it was made: its address below the site, its HTML, and the components in that.

    `components` holds placeholders with the HTML that stands in their place, in order.
    """

    url: str
    html: str
    components: Iterable[tuple[str, str]] = ()


def filled(sheet: WholeSheet, frame: str, url: str, pages: Mapping[str, Made], draw: Draw) -> str:
    """Return the HTML of the sheet at `url`, given that of its frame and of its pages by path.

    `draw` is asked for each component, in the language of its page.
    """
    filling = _Filling(sheet, url, pages, draw)
    # The only marks in a frame are those that give each source its number.
    marks = {mark[1]: mark[0] for mark in _MARK.finditer(frame)}
    text = _PLACE.sub(filling.part, frame)
    return _each_once(_numbered(text, marks))


class _Filling:
    """The pages on their way into the sheet."""

    def __init__(self, sheet: WholeSheet, url: str, pages: Mapping[str, Made], draw: Draw) -> None:
        self._sheet = sheet
        self._url = url
        self._pages = pages
        self._draw = draw
        self._targets = {pages[part.page.path].url: part for part in sheet.parts.values()}

    def part(self, place: re.Match[str]) -> str:
        """Return the part whose place in the frame this is."""
        part = self._sheet.parts.get(place[1])
        if part is None:  # where the source marks stood
            return ""
        ways = dict(zip(part.tools, _PARAGRAPH.findall(place[2]), strict=True))
        text = self._on_paper(part, ways)
        text = _HEADING.sub(lambda heading: _deeper(heading, part), text)
        return self._in_its_language(text.strip(), part)

    def _on_paper(self, part: Part, ways: Mapping[str, str]) -> str:
        """Return a page with each component as it prints, and after a tool the way to it."""
        made = self._pages[part.page.path]
        text = _without_ways_on(made.html, part)
        paper = list[str]()
        for placeholder, shown in made.components:
            before, found, after = text.partition(shown)
            if found:
                if part.is_calendar:
                    before = before.partition("</h1>")[0] + "</h1>\n"  # not how to enter dates
                paper += [
                    self._led(before, made.url),
                    self._draw(placeholder, part.language.locale),
                ]
                paper += ["\n", ways.get(placeholder, "")]
                text = after
        return "".join([*paper, self._led(text, made.url)])

    def _led(self, text: str, url: str) -> str:
        """Return the text of the page at `url` with its links as they lead from the sheet."""
        return _LINK.sub(lambda link: self._address(link[0], url), text)

    def _address(self, link: str, url: str) -> str:
        split = urlsplit(link)
        if split.scheme or split.netloc or link.startswith("/"):
            return link
        path = urljoin(f"/{url}", split.path)
        to = self._targets.get(path[1:])
        if to is not None and split.fragment not in to.ids_left_out:
            whole = split.fragment in ("", *to.page.ids[:1])
            return f"#{to.name}" if whole else f"#{to.name}--{split.fragment}"
        relative = posixpath.relpath(path, f"/{self._url}") + ("/" if path.endswith("/") else "")
        return f"{relative}#{split.fragment}" if split.fragment else relative

    def _in_its_language(self, text: str, part: Part) -> str:
        """Return a part that is not in the sheet's language with its own marked, and told of."""
        if self._sheet.is_own(part):
            return text
        heading, end, rest = _HARD_WORD.sub(r"\2", text).partition("</h2>")
        start = f'<div class="in-english" {marked(part.language)}>'
        fallback = html.escape(words_of(self._sheet.language, "site")["fallback"])
        told = f'<p class="notice" data-notice="part">{fallback}</p>'
        return "\n".join([start, heading + end, "</div>", told, start, rest.strip(), "</div>"])


def _without_ways_on(text: str, part: Part) -> str:
    """Return a page without the section that only leads on, and without its list of sources."""
    if part.page.marks:
        text = text.rpartition(_SOURCES)[0]
    if part.ways_on is None:
        return text
    start, end = part.ways_on
    before, _, section = text.partition(_opening(start))
    after = section.partition(_opening(end))[1:] if end else ()
    return "".join([before, *after])


def _opening(heading: Heading) -> str:
    return f'<h{heading.level} id="{heading.id}">'


def _deeper(heading: re.Match[str], part: Part) -> str:
    """Return the beginning or end of a heading one level deeper, its id beginning with the part."""
    end, level, own_id = heading[1], int(heading[2]), heading[3]
    name = part.name if level == 1 else f"{part.name}--{own_id}"
    return f"<{end}h{level + 1}" + (f' id="{name}"' if own_id else "")


def _numbered(text: str, marks: Mapping[str, str]) -> str:
    """Return the sheet with each source mark as it is in `marks`, and a way back to each.

    Marks that stand together are in the order of their numbers, which is that of `marks`.
    """
    found = Counter[str]()
    order = list(marks)

    def numbered(together: re.Match[str]) -> str:
        text = ""
        for code in sorted(_MARK.findall(together[0]), key=order.index):
            found[code] += 1
            text += _nth(marks[code], found[code])
        return text

    def ways_back(way: re.Match[str]) -> str:
        return "".join(_nth(way[0], number + 1) for number in range(found[way[1]]))

    return _WAY_BACK.sub(ways_back, _MARKS.sub(numbered, text))


def _nth(mark: str, number: int) -> str:
    """Return a mark, or the way back to it, as that of the `number`th time the source is cited."""
    return mark if number == 1 else mark.replace("fnref:", f"fnref{number}:", 1)


def _each_once(text: str) -> str:
    """Return the sheet with each hard word explained where it comes first, as on any page."""
    explained = set[str]()

    def first(word: re.Match[str]) -> str:
        if word[1] in explained:
            return word[2]
        explained.add(word[1])
        return word[0]

    return _HARD_WORD.sub(first, text)
