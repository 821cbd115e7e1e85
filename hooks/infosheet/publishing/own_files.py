"""A page loads the site's own files only: whatever in a built file would ask another host."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from infosheet.problems import Problem

# Attributes whose address is asked for without the reader's doing; `href` is looked at apart.
_LOADED = {
    "action", "background", "classid", "codebase", "data", "dynsrc", "formaction", "imagesrcset",
    "lowsrc", "manifest", "ping", "poster", "src", "srcset", "xlink:href",
}  # fmt: skip
# Elements whose `href` a reader follows, and what a `link` may say without anything being loaded.
_FOLLOWED = {"a", "area"}
_TOLD = {"alternate", "canonical", "license"}

# As browsers read an address: blanks before it and line ends within it do not count.
_ELSEWHERE = re.compile(r"(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_SKIPPED = re.compile(r"^[\x00-\x20]+|[\t\r\n]")

# Addresses that stand in code without being asked: names of kinds of XML, and the one with which
# Pagefind completes relative addresses before it takes them apart.
_ONLY_NAMES = re.compile(r"http://www\.w3\.org/|https://example\.com(?![\w.:@-])")

_TEXT_IN_CODE = re.compile(r"""["'`]\s*((?:[a-z]+:)?//[\w\[][^"'`\s]*)""", re.IGNORECASE)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE_DATA = re.compile(
    r"""url\(\s*(?:"data:[^"]*"|'data:[^']*'|data:[^)]*)\s*\)""", re.IGNORECASE
)
_STYLE_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
_STYLE_ADDRESS = re.compile(
    r"""(?:url\(\s*["']?|["'](?=(?:[a-z]+:)?[/\\]{2}))([^"')\s]+)""", re.IGNORECASE
)

# A run of elements, and of text between them, that can load nothing, however it is read: no value
# holds a scheme, two slashes or a sign in other signs, but where no address is asked for.
_NO_ADDRESS = r'(?:id|class|lang|dir|for|hreflang|rel|role|title|aria-[a-z]+|data-[a-z-]+)="[^"]*+"'
_OWN_ADDRESS = r'[a-z][a-z-]*+(?:="(?:[^"&:\\/]|/(?![/\s]))*+")?+'
_PLAIN = re.compile(
    rf"""
    (?: [^<]++
      | <a (?:\s++(?:href="[^"]*+"|{_NO_ADDRESS}))*+ \s*+ >
      | <(?!(?:iframe|no[a-z]+|plaintext|script|style|textarea|title|xmp)\b) [a-z][a-z0-9-]*+
        (?:\s++(?:{_NO_ADDRESS}|{_OWN_ADDRESS}))*+ \s*+ /?+ >
      | </[a-z][a-z0-9-]*+>
    )++""",
    re.VERBOSE,
)

Found = Iterator[tuple[int, str]]  # the line and the address


def loads_elsewhere(site: Path, files: Iterable[Path]) -> list[Problem]:
    """Return a problem for each address in `files` that a browser would ask by itself.

    They stand below the built `site`. Links that a reader follows may lead anywhere; so may what
    a page tells search engines.
    """
    return [
        Problem(
            f"site/{path.relative_to(site).as_posix()}",
            line,
            f"“{address}” would be loaded from another host, which would learn who reads this.",
            "Keep a copy in overrides/assets/ and name that; only a link may lead elsewhere.",
        )
        for path in files
        if path.suffix in _READERS
        for line, address in _READERS[path.suffix](path.read_text(encoding="utf-8"))
    ]


def _is_elsewhere(address: str) -> bool:
    return bool(_ELSEWHERE.match(_SKIPPED.sub("", address))) and not _ONLY_NAMES.match(address)


def _in_style(style: str) -> Found:
    for pattern in (_STYLE_COMMENT, _STYLE_DATA):
        style = pattern.sub(lambda match: "\n" * match[0].count("\n"), style)
    style = _STYLE_ESCAPE.sub(lambda match: chr(int(match[1], 16) % 0x110000), style)
    return _outside(_STYLE_ADDRESS, style)


def _in_script(script: str) -> Found:
    return _outside(_TEXT_IN_CODE, script)


def _outside(addresses: re.Pattern[str], code: str) -> Found:
    for match in addresses.finditer(code):
        if _is_elsewhere(match[1]):
            yield code.count("\n", 0, match.start()) + 1, match[1]


def _in_page(page: str) -> Found:
    reader = _Page()
    reader.feed(page)
    reader.close()
    yield from reader.found


class _Page(HTMLParser):
    """Collects what a page or a drawing loads: by its elements, its styles and its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._code: Callable[[str], Found] | None = None

    def parse_starttag(self, i: int) -> int:
        """Read a start tag at `i`; or at one go all that follows, as far as it is plain."""
        plain = _PLAIN.match(self.rawdata, i) if self._code is None else None
        return plain.end() if plain else super().parse_starttag(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "style":
            self._code = _in_style
        if tag == "script" and "json" not in values.get("type", ""):
            self._code = _in_script
        for address in _loaded_by(tag, values):
            if _is_elsewhere(address):
                self.found.append((self.getpos()[0], address))
        self._add(_in_style(values.get("style", "")))
        self._add(_in_page(values.get("srcdoc", "")))

    def handle_endtag(self, tag: str) -> None:
        self._code = None

    def handle_data(self, data: str) -> None:
        if self._code:
            self._add(self._code(data))

    def _add(self, found: Found) -> None:
        start = self.getpos()[0]
        self.found += [(start + line - 1, address) for line, address in found]


def _loaded_by(tag: str, values: dict[str, str]) -> Iterable[str]:
    for name, value in values.items():
        if name.endswith("srcset"):
            yield from re.split(r",?\s+", value)
        elif name in _LOADED:
            yield value
    told = tag == "link" and {*values.get("rel", "").lower().split()} <= _TOLD
    if tag not in _FOLLOWED and not told:
        yield values.get("href", "")
    if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
        yield re.sub(r"^[^;,]*[;,]\s*(?:url\s*=)?\s*[\"']?", "", values.get("content", ""))


_READERS: dict[str, Callable[[str], Found]] = {
    ".css": _in_style,
    ".html": _in_page,
    ".js": _in_script,
    ".svg": _in_page,
}
