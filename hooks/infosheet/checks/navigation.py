"""The check that the navigation lists every page of the site, each once, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from infosheet.content.project import Project
from infosheet.content.settings import nav_paths, nav_titles
from infosheet.content.source_tree import DOCS
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import Problem, did_you_mean

_ENGLISH = f"{DOCS}/{SOURCE_LOCALE}"


def check_navigation(project: Project) -> Iterator[Problem]:
    """Find what the navigation lists that is no page, lists twice, or leaves out.

    Of a folder that is not there, or is left out as a whole, only the folder is told of.
    """
    settings, pages, known = project.settings, project.paths, project.known_paths
    listed = list(nav_paths(settings))
    if not listed:
        yield Problem(
            settings.file, settings.line(("nav",)), "The navigation lists no page.",
            "List the pages under “nav”, each on a line such as “- index.md”.",
        )  # fmt: skip
        return
    lines = dict(reversed(listed))
    for folder, paths in _by_folder([path for path in lines if path not in known]):
        if folder in project.lost_folders:
            yield Problem(
                settings.file, min(lines[path] for path in paths),
                f"The navigation lists pages in “{folder}/” ({len(paths)}), but there is no folder "
                f"{_ENGLISH}/{folder}/.", did_you_mean(folder, project.folders),
            )  # fmt: skip
            continue
        for path in paths:
            yield Problem(
                settings.file, lines[path], f"The navigation lists “{path}”, which is no page.",
                did_you_mean(path, pages),
            )  # fmt: skip
    for path, title, line in nav_titles(settings):
        if path in known:
            yield Problem(
                settings.file, line, f"The title “{title}” would be shown in every language.",
                f"Write “- {path}” alone: a page is listed by its own title, in its language.",
            )  # fmt: skip
    for path, count in Counter(path for path, _ in listed).items():
        if count > 1 and path in known:
            line = [line for other, line in listed if other == path][-1]
            yield Problem(
                settings.file, line, f"The navigation lists “{path}” {count} times.",
                "Keep one of them.",
            )  # fmt: skip
    nav = settings.line(("nav",))
    begun = {_folder(path) for path in lines}
    for folder, paths in _by_folder([path for path in pages if path not in lines]):
        if folder and folder not in begun and len(paths) > 1:
            yield Problem(
                settings.file, nav,
                f"The navigation lists none of the pages in “{folder}/” ({len(paths)}).",
                f"Add them under “nav”, each on a line such as “- {min(paths)}”.",
            )  # fmt: skip
            continue
        for path in paths:
            yield Problem(
                settings.file, nav, f"The navigation does not list the page “{path}”.",
                "Add it under “nav”.",
            )  # fmt: skip


def _by_folder(paths: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    groups = dict[str, list[str]]()
    for path in sorted(paths):
        groups.setdefault(_folder(path), []).append(path)
    yield from groups.items()


def _folder(path: str) -> str:
    return path.partition("/")[0] if "/" in path else ""
