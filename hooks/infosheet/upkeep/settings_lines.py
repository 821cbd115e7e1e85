"""Add lines to mkdocs.yml where people keep such lines, and leave every other line as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import yaml

from infosheet.content.settings import SETTINGS, SETTINGS_TAGS, declared_languages, nav_paths
from infosheet.reading.yaml_reader import parse_yaml


def navigation_lines(name: str, paths: Sequence[str]) -> list[str]:
    """Return the lines that list a medicine's pages under “nav”."""
    return [f"- {name}:", *(f"    - {path}" for path in paths)]


def language_lines(locale: str, name: str) -> list[str]:
    """Return the line that declares a language under “languages”."""
    return [f"- {{locale: {locale}, name: {name}, build: true}}"]


def with_medicine(
    text: str, name: str, paths: Sequence[str], medicines: Collection[str]
) -> str | None:
    """Return the settings with a medicine's pages in the navigation, after the last of `medicines`.

    None where the file is built in a way that this does not know.
    """
    nav = _at(_root(text), "nav")
    if not isinstance(nav, yaml.SequenceNode) or nav.flow_style:
        return None
    sections = [item for item in nav.value if _about(item) & set(medicines)]
    if not sections:
        return None
    added = _with_lines(text, sections[-1], nav, navigation_lines(name, paths))
    rest = [page for page in _pages(added) if page not in paths]
    return added if rest == _pages(text) and set(paths) <= set(_pages(added)) else None


def with_language(text: str, locale: str, name: str) -> str | None:
    """Return the settings with a language after all others, or None as above."""
    plugins = _at(_root(text), "plugins")
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else []
    for languages in (_at(_at(item, "i18n"), "languages") for item in items):
        if isinstance(languages, yaml.SequenceNode) and languages.value:
            if languages.flow_style:
                return None
            lines = language_lines(locale, name)
            added = _with_lines(text, languages.value[-1], languages, lines)
            return added if _languages(added) == [*_languages(text), (locale, name)] else None
    return None


def _root(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None


def _at(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _leaves(part)
    else:
        for item in node.value:
            yield from _leaves(item)


def _about(item: yaml.Node) -> set[str]:
    """Return the folders of the pages in a section of the navigation."""
    if not isinstance(item, yaml.MappingNode):
        return set()
    return {leaf.value.partition("/")[0] for leaf in _leaves(item) if "/" in leaf.value}


def _with_lines(text: str, item: yaml.Node, among: yaml.Node, lines: list[str]) -> str:
    """Return `text` with `lines` after `item`, as far in as the items of the list `among`."""
    last = max(leaf.end_mark.line for leaf in _leaves(item))
    there = text.split("\n")
    end = "\r" if there[0].endswith("\r") else ""
    indented = [f"{' ' * among.start_mark.column}{line}{end}" for line in lines]
    return "\n".join([*there[: last + 1], *indented, *there[last + 1 :]])


def _pages(text: str) -> list[str]:
    document, _ = parse_yaml(text.replace("\r\n", "\n"), SETTINGS, SETTINGS_TAGS)
    return [path for path, _ in nav_paths(document)]


def _languages(text: str) -> list[tuple[str, str]]:
    document, _ = parse_yaml(text.replace("\r\n", "\n"), SETTINGS, SETTINGS_TAGS)
    return [(locale, name) for locale, name, _ in declared_languages(document)]
