"""Material's styles without the parts that no page of this site has.

Material 9.8.1 brings one style sheet for all that it can do: its own header, drawer, search, tabs,
blog, code and much more. This site has its own, or none, and its readers would load twice as much
for nothing. A rule goes only if each of its selectors asks for a class that belongs to a part left
out; tests/site/test_first_view.py holds that no page and no script has such a class.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

# The beginnings of class names: `md-nav` stands for `md-nav__link` and `md-nav--primary` too.
_LEFT_OUT = (
    # Of every page, but in Material's own form: this site has its own.
    "md-banner", "md-dialog", "md-footer", "md-header", "md-logo", "md-nav", "md-overlay",
    "md-search", "md-sidebar", "md-tabs", "md-toggle", "md-top",
    # Material's script would make it, and is not loaded.
    "md-annotation", "md-clipboard", "md-code", "md-progress", "md-tooltip", "md-tooltip2",
    # Of extensions and plugins that mkdocs.yml does not switch on.
    "arithmatex", "critic", "emojione", "filename", "gemoji", "giscus", "headerlink", "highlight",
    "highlighttable", "katex", "keys", "linenodiv", "linenos", "md-author", "md-button",
    "md-consent", "md-copyright", "md-draft", "md-ellipsis", "md-feedback", "md-icon", "md-input",
    "md-meta", "md-option", "md-pagination", "md-path", "md-pin", "md-post", "md-profile",
    "md-select", "md-social", "md-source", "md-status", "md-tag", "md-tags", "md-version",
    "mermaid", "tabbed", "task-list", "twemoji",
    # Kinds of callout that the content check refuses.
    "abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote",
    "success", "tip", "warning",
)  # fmt: skip

_UNREADABLE = (
    "Material’s style sheet cannot be taken apart; see hooks/infosheet/publishing/theme_styles.py."
)

_PART = re.compile(rf"(?:{'|'.join(_LEFT_OUT)})(?:(?:__|-).*)?")

_STRING = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
_TOKEN = re.compile(rf"{_STRING}|/\*.*?\*/|[{{}};]", re.DOTALL)
# Up to a comma that stands in no brackets.
_SELECTOR = re.compile(r"(?:[^,(\[]|\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])+")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
# A class in brackets may be one of several, or one that must not be there; an attribute is none.
_CHOICES = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]")
_VARIABLE = re.compile(r"\s*(--[\w-]+)\s*:")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("@media", "@supports")


@dataclass(frozen=True)
class _Block:
    """What stands between braces, and what stands before them; other items are declarations."""

    prelude: str
    items: list[str | _Block]


@functools.lru_cache(maxsize=1)  # the same for all languages that a process builds
def needed_styles(style: str, used_by: tuple[str, ...] = ()) -> str:
    """Return Material's `style` without the parts left out, and without variables nobody asks for.

    `used_by` is the other code that may ask for a variable. Raises ValueError where the style
    cannot be read to its end, so that nothing is left out by mistake.
    """
    kept = _without_parts(_read(style))
    asked = {name for code in used_by for name in re.findall(r"--[\w-]+", code)}
    while True:
        used = asked | set(_USED.findall(_written(kept)))
        fewer = _without_variables(kept, used)
        if fewer == kept:
            return _written(kept)
        kept = fewer


def left_out(class_name: str) -> bool:
    """Tell whether a class belongs to a part that is left out."""
    return _PART.fullmatch(class_name) is not None


def _read(style: str) -> list[str | _Block]:
    levels: list[list[str | _Block]] = [[]]
    preludes: list[str] = []
    start = 0
    for match in _TOKEN.finditer(style):
        before = style[start : match.start()]
        match match[0]:
            case "{":
                preludes.append(before)
                levels.append([])
            case "}":
                if not preludes:
                    raise ValueError(_UNREADABLE)
                inner = levels.pop()
                levels[-1].append(_Block(preludes.pop(), [*inner, before]))
            case ";":
                levels[-1].append(f"{before};")
            case _:
                continue
        start = match.end()
    items = [*levels[0], style[start:]]
    if preludes or _written(items) != style:
        raise ValueError(_UNREADABLE)
    return items


def _written(items: list[str | _Block]) -> str:
    return "".join(
        item if isinstance(item, str) else f"{item.prelude}{{{_written(item.items)}}}"
        for item in items
    )


def _without_parts(items: list[str | _Block]) -> list[str | _Block]:
    kept: list[str | _Block] = []
    for item in items:
        if isinstance(item, str):
            kept.append(item)
        elif item.prelude.startswith(_GROUPS):
            inner = _without_parts(item.items)
            if any(isinstance(each, _Block) for each in inner):
                kept.append(_Block(item.prelude, inner))
        elif item.prelude.startswith("@"):
            kept.append(item)
        elif selectors := _needed(item.prelude):
            kept.append(_Block(",".join(selectors), item.items))
    return kept


def _needed(prelude: str) -> list[str]:
    """Return a rule's selectors without those that ask for a class of a part left out."""
    selectors = _SELECTOR.findall(prelude)
    if ",".join(selectors) != prelude:
        return [prelude]
    return [
        selector
        for selector in selectors
        if not any(left_out(name) for name in _CLASS.findall(_CHOICES.sub("", selector)))
    ]


def _without_variables(items: list[str | _Block], used: set[str]) -> list[str | _Block]:
    kept: list[str | _Block] = []
    for item in items:
        if isinstance(item, str):
            name = _VARIABLE.match(item)
            if name is None or name[1] in used:
                kept.append(item)
        else:
            inner = _without_variables(item.items, used)
            if "".join(each if isinstance(each, str) else "block" for each in inner).strip():
                kept.append(_Block(item.prelude, inner))
    return kept
