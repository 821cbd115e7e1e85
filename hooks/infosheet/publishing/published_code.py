"""The site's own styles, scripts and pictures as they are published: small, few, named by content.

Comments and spaces are for people, not phones; each request costs a phone time; and a file whose
name holds a hash of what is in it may be kept for a year, since a change gives it another name.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import rcssmin
import rjsmin

from infosheet.components import people_in_100
from infosheet.components.registry import COMPONENTS
from infosheet.publishing.one_script import imports, one_script

_FOLDERS = ("assets", "components")
_SITE_STYLE = "assets/site.css"

# Other sites show this picture wherever a page was shared, and may ask for it years later.
_KEEPS_ITS_NAME = "assets/share.png"
_HASHED = re.compile(r"\.[0-9a-f]{8}\.[a-z0-9]+")

# A file that a style or a script asks for by its place, seen from its own.
_REFERENCES = {
    ".css": re.compile(r"""(?<=url\()["']?(?!data:|[#/]|[a-z]+:)([^"')]+)["']?(?=\))"""),
    ".js": re.compile(r"""(?<=import\()["'](\.{1,2}/[^"']+)["'](?=[)+])"""),
}

# Inside `@container`, rcssmin 1.3.0 takes “a :is(b)” for a declaration and drops the space before
# the colon, which makes it “a:is(b)”, another selector. “a *:is(b)” says the same as the first.
_DESCENDANT = re.compile(r"(?<=[\w\])*])[ ]+(?=:{1,2}[a-z-]+[^;]*\{)")


@dataclass(frozen=True)
class Published:
    """The content of each published file, and under which name to find what overrides/ holds."""

    files: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def small_style(style: str) -> str:
    """Return a style sheet without what only people read."""
    # In “var(--nothing, )”, browsers until 2022 need the space, and lose every colour without it.
    return str(rcssmin.cssmin(_DESCENDANT.sub(" *", style))).replace(",)", ", )")


_SMALL: Mapping[str, Callable[[Path], bytes]] = {
    ".css": lambda path: small_style(path.read_text(encoding="utf-8")).encode(),
    ".js": lambda path: str(rjsmin.jsmin(one_script(path))).encode(),
}


def small_files(overrides: Path) -> dict[str, bytes]:
    """Return the styles, scripts and pictures of `overrides`, made small, by their places there.

    A script holds all that it imports; modules that others import are not there on their own.
    Raises ValueError, which names the file, where a script cannot be joined with its modules.
    """
    sources = {
        path.relative_to(overrides).as_posix(): path
        for folder in _FOLDERS
        for path in sorted((overrides / folder).rglob("*"))
        if path.is_file() and path.suffix != ".html" and not path.name.startswith(".")
    }
    imported = {
        _beside(name, module)
        for name, path in sources.items()
        if path.suffix == ".js"
        for module in imports(path.read_text(encoding="utf-8"))
    }
    return {
        name: _SMALL.get(path.suffix, Path.read_bytes)(path)
        for name, path in sources.items()
        if name not in imported
    }


def published(overrides: Path, theme_style: str) -> Published:
    """Return the files to publish of `overrides`.

    The style of every page begins with the theme's and ends with those of all components, so that a
    reader who comes to a tool has it already.

    Raises ValueError, which names the file, where one cannot be published.
    """
    small = small_files(overrides)
    small[_SITE_STYLE] = theme_style.encode() + small[_SITE_STYLE]
    of_components = _styles_of_components()
    found = Published()

    def publish(name: str, above: tuple[str, ...] = ()) -> str:
        """Publish a file after those that it asks for, and return its name."""
        if name in above:
            raise ValueError(f"{name} asks for itself, by way of {above[-1]}.")
        if name not in found.names:
            parts = [name, *of_components] if name == _SITE_STYLE else [name]
            content = b"".join(with_names(part, name, above) for part in parts)
            new = name if name == _KEEPS_ITS_NAME else _hashed(name, content)
            found.files[new] = content
            found.names.update(dict.fromkeys(parts, new))
        return found.names[name]

    def with_names(part: str, name: str, above: tuple[str, ...]) -> bytes:
        def asked(match: re.Match[str]) -> str:
            other = _beside(part, match[1])
            if other not in small:
                raise ValueError(f"{part} asks for “{match[1]}”: overrides/{other} is not there.")
            place = posixpath.relpath(publish(other, (*above, name)), posixpath.dirname(name))
            return f'"{place if place.startswith(".") else f"./{place}"}"'

        pattern = _REFERENCES.get(posixpath.splitext(part)[1])
        return pattern.sub(asked, small[part].decode()).encode() if pattern else small[part]

    for name in sorted(small.keys() - set(of_components)):
        publish(name)
    return found


def hashed_files(site: Path) -> list[str]:
    """Return the published files of a built site that never change under their names."""
    return sorted(
        path.relative_to(site).as_posix()
        for folder in _FOLDERS
        for path in (site / folder).rglob("*")
        if _HASHED.fullmatch(path.name.removeprefix(path.name.partition(".")[0]))
    )


def published_name(site: Path, name: str) -> str:
    """Return the name under which a built site holds a file of overrides/, below its root."""
    stem, suffix = posixpath.splitext(name)
    known = re.compile(rf"{re.escape(stem)}\.[0-9a-f]{{8}}{re.escape(suffix)}")
    return next(each for each in hashed_files(site) if known.fullmatch(each))


def _styles_of_components() -> list[str]:
    """Return the styles of tools and pictures, what they share before what is of one alone."""
    styles = (style for component in COMPONENTS.values() for style in component.styles)
    return [*dict.fromkeys(styles), people_in_100.STYLE]


def _beside(name: str, place: str) -> str:
    """Return the path of `place` as the file `name` sees it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), place))


def _hashed(name: str, content: bytes) -> str:
    stem, suffix = posixpath.splitext(name)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{suffix}"
