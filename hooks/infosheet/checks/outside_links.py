"""The links that lead to other hosts, where each one stands, and what is said of dead ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, NamedTuple

from pydantic import Field

from infosheet.content.project import Project
from infosheet.reading.plain_markdown import as_words, count
from infosheet.reading.schema import Strict


class Place(NamedTuple):
    """A line of a file."""

    file: str
    line: int


class Allowed(Strict):
    """Addresses that begin with `link` and are not asked, with the reason why."""

    link: Annotated[str, Field(min_length=1)]
    reason: Annotated[str, Field(min_length=1)]


class AllowedLinks(Strict):
    """The file that lists them."""

    allowed: tuple[Allowed, ...]


def outside_links(project: Project) -> dict[str, list[Place]]:
    """Return each address on another host, without its anchor, and the places that link to it."""
    found: dict[str, list[Place]] = {}
    for address, place in _links(project):
        if address.startswith(("https://", "http://")):
            found.setdefault(address.partition("#")[0], []).append(place)
    return found


def _links(project: Project) -> Iterator[tuple[str, Place]]:
    for name, medicine in project.medicines.items():
        document = project.medicine_files[name]
        for code, source in medicine.sources.items():
            if source.url:
                yield source.url, Place(document.file, document.line(("sources", code)))
    for pages in project.pages.values():
        for page in pages.values():
            for link in page.links:
                yield link.text, Place(page.file, link.line)


def is_allowed(address: str, allowed: Collection[Allowed]) -> bool:
    """Tell whether `address` is not to be asked."""
    return any(address.startswith(entry.link) for entry in allowed)


def dead_links(
    links: Mapping[str, list[Place]], dead: Mapping[str, str], allowed: Collection[Allowed]
) -> str:
    """Return what is to be mended, as Markdown for an issue; empty where nothing is.

    `dead` says what each dead address answered. An allowed one that no page has is to be mended
    too, so that the list stays as short as it can be.
    """
    parts: list[str] = []
    if dead:
        parts.append(f"{count(len(dead), 'link')} to another host could not be opened.")
        for address in sorted(dead):
            places = "".join(
                f"\n  - {as_words(place.file)}, line {place.line}" for place in links[address]
            )
            parts.append(f"- <{address}>: {as_words(dead[address])}{places}")
        parts.append(
            "Open each one in a browser. If it is dead, link to where the page is now, or to "
            "another source. If it opens, and only refuses programs, list it with that reason "
            "in `.github/allowed-links.yml`."
        )
    for entry in allowed:
        if not any(address.startswith(entry.link) for address in links):
            parts.append(
                f"- No page links to <{entry.link}> any longer: take it out of "
                "`.github/allowed-links.yml`."
            )
    return "\n\n".join(parts) + "\n" if parts else ""
