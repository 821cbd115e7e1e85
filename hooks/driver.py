"""The commands behind the Makefile: build, serve and check the site, and tell what stands where."""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from mkdocs.exceptions import Abort

import site_build
from infosheet.content.project import Project
from infosheet.content.settings import SETTINGS
from infosheet.failures import failure
from infosheet.problems import Problem, did_you_mean, errors, report
from infosheet.publishing.parts import content_hash
from infosheet.publishing.swap import AnotherBuildError, building, recover, swap
from marking import run_fresh
from mkdocs_settings import check_all
from reporting import REPORTS, run_annotations, run_changes, run_languages, run_report
from scaffolding import run_language, run_medicine
from whole_site import build_parts, build_site, merge_parts, part_name

WORKPLACE = ".build"
_UNFINISHED = "building-"
_CHANGED_MEANWHILE = (
    "the build", 0, "A file was changed while the site was built from it.", "Run this again.",
)  # fmt: skip


def run_build(root: Path, locales: Collection[str]) -> int:
    """Build the whole site; with --language only the parts of these languages, to be merged."""
    if not locales:
        return _make(
            root, {"site": root / "site"}, lambda project, at: build_site(project, at / "site")
        )

    def build(project: Project, at: Path) -> list[Problem]:
        known = project.languages
        unknown = [
            Problem(SETTINGS, 0, f"“{locale}” is no language.", did_you_mean(locale, known))
            for locale in locales
            if locale not in known
        ]
        return unknown or build_parts(project, dict.fromkeys(locales), at)

    names = [part_name(locale) for locale in dict.fromkeys(locales)]
    return _make(root, {name: root / WORKPLACE / name for name in names}, build)


def run_merge(root: Path, folders: Collection[str]) -> int:
    """Merge parts that were built anywhere into the site, the same as if it were built here."""
    found = [Path(folder) for folder in folders]
    here = (root / WORKPLACE).glob(part_name("*"))
    found = found or sorted(folder.relative_to(root) for folder in here)
    return _make(
        root,
        {"site": root / "site"},
        lambda project, at: merge_parts(project, found, at / "site"),
    )


def _make(
    root: Path, places: Mapping[str, Path], make: Callable[[Project, Path], list[Problem]]
) -> int:
    """Check the content, let `make` work in a folder aside, and then put all in its place.

    `places` says where each thing that it makes belongs.
    """
    project, problems = check_all(root)
    if errors(problems):
        return _refused(problems)
    checked = content_hash(root)
    workplace = root / WORKPLACE
    try:
        with building(workplace):
            recover(root / "site", workplace / "old-site")
            try:
                _clear(workplace)  # a killed build clears nothing
                folder = Path(tempfile.mkdtemp(dir=workplace, prefix=_UNFINISHED))
                # What libraries put aside lies here too, and goes with it.
                tempfile.tempdir = str(folder)
                problems += make(project, folder)
                if content_hash(root) != checked:
                    problems.append(Problem(*_CHANGED_MEANWHILE))
                if errors(problems):
                    return _refused(problems)
                for name, place in places.items():
                    swap(folder / name, place, workplace / f"old-{name}")
            finally:
                _clear(workplace)
    except AnotherBuildError:
        sys.stderr.write("Another build is running here. Wait until it has ended.\n")
        return 1
    _tell(problems)
    for name, place in places.items():
        what = "The site" if name == "site" else "The part"
        sys.stdout.write(f"{what} stands in {place.relative_to(root)}/.\n")
    return 0


def _clear(workplace: Path) -> None:
    for left in workplace.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)


def run_check(root: Path, as_json: bool) -> int:
    """Check the content only; as JSON for other programs, or in sentences."""
    _, problems = check_all(root)
    if as_json:
        json.dump([dataclasses.asdict(each) for each in problems], sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
        return 1 if errors(problems) else 0
    if errors(problems):
        return _refused(problems)
    _tell(problems)
    sys.stdout.write("The content is in order.\n")
    return 0


def run_serve(root: Path, port: int, language: str | None) -> int:
    """Show the site, or one language of it, at a port of this machine, as new as its files."""
    from preview import serve  # its server is only needed here

    return serve(root, port, language)


def _refused(problems: list[Problem]) -> int:
    sys.stderr.write(report(problems) + "\n")
    return 1


def _tell(problems: list[Problem]) -> None:
    if problems:
        sys.stdout.write(report(problems) + "\n")


def main() -> int:
    """Run the command that the line names, in the folder that it is run from."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help=run_build.__doc__)
    build.add_argument("--language", nargs="+", default=[])
    commands.add_parser("merge", help=run_merge.__doc__).add_argument("part", nargs="*")
    check = commands.add_parser("check", help=run_check.__doc__).add_mutually_exclusive_group()
    check.add_argument("--json", action="store_true")
    check.add_argument("--github", action="store_true", help=run_annotations.__doc__)
    serving = commands.add_parser("serve", help=run_serve.__doc__)
    serving.add_argument("--port", type=int, default=8000)
    serving.add_argument("--language")
    fresh = commands.add_parser("fresh", help=run_fresh.__doc__)
    fresh.add_argument("page", nargs="?", default="")
    fresh.add_argument("--by", default="")
    medicine = commands.add_parser("medicine", help=run_medicine.__doc__)
    language = commands.add_parser("language", help=run_language.__doc__)
    for parser_of_new, option in ((medicine, "--generic"), (language, "--code")):
        parser_of_new.add_argument("--name", default="")
        parser_of_new.add_argument(option, default="")
    commands.add_parser("changes", help=run_changes.__doc__).add_argument("--since", required=True)
    commands.add_parser("languages", help=run_languages.__doc__)
    commands.add_parser("report", help=run_report.__doc__).add_argument("about", choices=REPORTS)
    arguments = parser.parse_args()
    # Ended from outside, leave as after Ctrl-C: no half-built folder, no process left behind.
    signal.signal(signal.SIGTERM, _end)
    root = Path.cwd()
    try:
        return _run(root, arguments)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped; the last good site is as it was.\n")
        return 128 + signal.SIGINT
    except (Exception, Abort) as error:
        sys.stderr.write(failure(error, root / WORKPLACE) + "\n")
        return 1


def _end(number: int, _: object) -> None:
    # Both make and what has started make may tell it to, which must not end the tidying.
    signal.signal(number, lambda *_: None)
    sys.exit(128 + number)


def _run(root: Path, arguments: argparse.Namespace) -> int:
    site_build.set_build_time(root)
    match arguments.command:
        case "build":
            return run_build(root, arguments.language)
        case "merge":
            return run_merge(root, arguments.part)
        case "check" if arguments.github:
            return run_annotations(root)
        case "changes":
            return run_changes(root, arguments.since)
        case "languages":
            return run_languages(root)
        case "report":
            return run_report(root, arguments.about)
        case "check":
            return run_check(root, arguments.json)
        case "serve":
            return run_serve(root, arguments.port, arguments.language)
        case "medicine":
            return run_medicine(root, arguments.name, arguments.generic)
        case "language":
            return run_language(root, arguments.code, arguments.name)
        case _:
            return run_fresh(root, arguments.page, arguments.by)


if __name__ == "__main__":
    sys.exit(main())
