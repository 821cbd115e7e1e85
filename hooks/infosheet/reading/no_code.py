"""Refuse code in the content: what stands on pages and in lists is words, and nothing that runs.

The rule is small enough to keep in mind. No HTML and no pictures; a link is written
`[words](address)` and leads to a page, to https, or to a mail or telephone program; a brace
belongs to a heading's id or to a placeholder. It holds for all of a page, also for what looks like
an example or a comment, so that no disagreement about where those end lets anything through.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from infosheet.problems import Problem
from infosheet.reading.strings import PLACEHOLDER
from infosheet.reading.yaml_reader import Document

PARTS = "guides/parts-of-a-page.md shows what a page may hold."

_SCHEMES = ("https", "mailto", "tel")
_HTML = re.compile(r"<([A-Za-z/!?][^\s<>]{0,20})")
# What browsers read as another character; those that only keep words together do no harm.
_REFERENCE = re.compile(r"&(?!(?:nbsp|amp|lt|gt);)(?:#|[A-Za-z][A-Za-z0-9]*;)[A-Za-z0-9]{0,8};?")
_PICTURE = re.compile(r"!\[")
_LINK = re.compile(r"\]\((?:(?P<address>[^\s()<>\[\]\\\"']+)\))?")
_APART = re.compile(r"^(?:[^\S\n]|[>*+\d.)-])*\[([^\]\n]*)\]:", re.MULTILINE)
_BRACE = re.compile(r"\{")
_HEADING_ID = re.compile(r"\{#[A-Za-z][A-Za-z0-9-]*\}")
# That it stands alone on its line is for the reader of Markdown to see.
_PLACEHOLDER_LINE = re.compile(r"\{\{[\w .-]*\}\}")
_RUNS = re.compile(r"\b(?:java|vb|live)script\s*:|\bdata\s*:\s*[a-z]+/", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(?:on[a-z]{3,}|style|srcdoc|formaction)\s*=", re.IGNORECASE)
# Nothing of all this is without one of these signs.
_MAY_BE_CODE = re.compile(r"[<&\[\]{:=]")
_KEY = re.compile(r"[^\W_][\w.-]*")
# Words as the pages write them, and figures: these are no keys of the site.
_FREE_KEYS = (("search", "synonyms"), ("number-words",))


def check_page_code(text: str, file: str) -> Iterator[Problem]:
    """Find what a Markdown page may not hold, anywhere below its first lines."""
    for line, message, mend in (*_html(text), *_links(text), *_braces(text)):
        yield Problem(file, line, message, mend)


def check_data_code(document: Document) -> Iterator[Problem]:
    """Find code in the keys and values of a file of strings, words or numbers."""
    for path, value in document.texts():
        if not _MAY_BE_CODE.search(value):
            continue
        line = document.line(path)
        for _, message, mend in (*_html(value), *_links(value)):
            yield Problem(document.file, line, message, mend)
        if "{" in PLACEHOLDER.sub("", value):
            yield Problem(
                document.file, line, "A brace stands here that holds no name.",
                "Braces hold the name of what the site fills in, such as {name}.",
            )  # fmt: skip
        if code := _RUNS.search(value) or _ATTRIBUTE.search(value):
            yield Problem(
                document.file, line, f"“{code[0]}” begins a piece of code.", "Use words only."
            )  # fmt: skip
    for path in document.lines:
        key = path[-1] if path else 0
        if not isinstance(key, str) or _KEY.fullmatch(key):
            continue
        if not any(path[: len(group)] == group for group in _FREE_KEYS):
            yield Problem(
                document.file, document.line(path), f"“{key[:60]}” cannot be a key.",
                "A key is of letters, digits and hyphens.",
            )  # fmt: skip


@functools.lru_cache(maxsize=10_000)  # each language has the same links
def refused_address(address: str) -> str:
    """Return why a link may not lead to `address`, or nothing where it may."""
    try:
        seen = unquote(html.unescape(address))
        url = urlsplit(seen)
    except ValueError:
        return "is no address"
    if not seen.isprintable() or "\\" in seen or " " in seen:
        return "holds a character that belongs in no address"
    if url.scheme == "https":
        return "" if url.hostname and "@" not in url.netloc else "names no website"
    if url.scheme in _SCHEMES:
        return "" if url.path else "names nobody"
    if url.scheme or url.netloc or seen.startswith("//"):
        return "does not begin with https"
    return "begins with “/”, which leads out of the site" if url.path.startswith("/") else ""


def _html(text: str) -> Iterator[tuple[int, str, str]]:
    told = 0
    for match in _HTML.finditer(text):
        line, what = _line(text, match), match[1]
        if line == told:
            continue  # what closes is gone with what opens
        told = line
        if what.startswith("!--"):
            yield (
                line, "A comment would be sent to every reader.",
                "Keep notes elsewhere: a page holds only what readers should see.",
            )  # fmt: skip
        elif "://" in what or "@" in what:
            yield (
                line, f"“<{what}” is not how links are written here.",
                "Write the words and then the address: [words](https://…).",
            )  # fmt: skip
        else:
            yield line, f"“<{what}” begins a piece of HTML.", f"Write it in Markdown. {PARTS}"
    for match in _REFERENCE.finditer(text) if "&" in text else ():
        yield _line(text, match), f"“{match[0]}” stands for another character.", "Write that one."


def _links(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _PICTURE.finditer(text):
        yield (
            _line(text, match), "Pictures cannot be put here.",
            f"A picture is placed with its name, such as {{{{ first-weeks kesimpta }}}}. {PARTS}",
        )  # fmt: skip
    for match in _LINK.finditer(text):
        if match["address"] is None:
            yield (
                _line(text, match), "This link is not written like others.",
                "Write [words](address), with nothing else between the brackets.",
            )  # fmt: skip
        elif why := refused_address(match["address"]):
            yield (
                _line(text, match), f"The link “{match['address']}” {why}.",
                "Write the full address, or the path of a page such as problems.md.",
            )  # fmt: skip
    for match in _APART.finditer(text) if "]:" in text else ():
        yield (
            _line(text, match), f"“[{match[1]}]:” gives the target of a link apart from its words.",
            "Write the address where the link stands: [words](https://…).",
        )  # fmt: skip


def _braces(text: str) -> Iterator[tuple[int, str, str]]:
    allowed = {match.start() for match in _HEADING_ID.finditer(text)}
    for match in _PLACEHOLDER_LINE.finditer(text):
        allowed |= {match.start(), match.start() + 1}
    for match in _BRACE.finditer(text):
        if match.start() not in allowed:
            yield (
                _line(text, match), "A brace stands here that is no heading’s id.",
                "Braces end a heading, such as {#missed-dose}, or hold a placeholder.",
            )  # fmt: skip


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
