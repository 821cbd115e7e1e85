"""The commands behind the Makefile: build, serve and check the site, and stamp a translation."""

from __future__ import annotations

import argparse
import dataclasses
import json
import logging
import multiprocessing
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import site_build
from infosheet.compressed import compress
from infosheet.failures import failure
from infosheet.finishing import finish, finish_language
from infosheet.markdown_source import read_page
from infosheet.problems import Problem, errors, report
from infosheet.project import Project, load_project
from infosheet.source_text import read_source
from infosheet.swap import building, recover, swap
from infosheet.translation import SOURCE_LOCALE
from mkdocs_settings import check_all

# In a translation's front matter, on a line of its own or between braces.
_FINGERPRINT = re.compile(r"^(  of: |translation: \{[^}\n]*?\bof: )[^,}\n]*", re.MULTILINE)

WORKPLACE = ".build"
_UNFINISHED = "building-"


def build_language(project: Project, locale: str, into: Path, site_url: str) -> list[Problem]:
    """Build one language into the empty folder `into`, and return what MkDocs warned of."""
    config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(into), site_url=site_url)
    shared = site_build.SiteBuild(project)
    site_build.start(config, shared)
    plugin = site_build.i18n(config)
    plugin.current_language = locale
    plugin.building = True  # keeps the plugin from building the other languages after this one
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    warnings = site_build.Warnings(shared)
    logger.addHandler(warnings)
    try:
        build(config)
    except (Exception, Abort) as error:
        # MkDocs names the page only in what it logs.
        for problem in shared.problems:
            error.add_note(problem.message)
        raise
    finally:
        logger.removeHandler(warnings)
    return shared.problems


def build_site(project: Project, into: Path, site_url: str | None = None) -> list[Problem]:
    """Build every language, each in a process of its own, and bring them together in `into`."""
    url = site_url or load_config(str(project.root / "mkdocs.yml")).site_url or "/"
    found: list[Problem] = []
    with tempfile.TemporaryDirectory(dir=into.parent) as folder:
        parts = {locale: Path(folder) / locale for locale in project.languages}
        workers = min(len(parts), os.cpu_count() or 1)
        with ProcessPoolExecutor(workers, initializer=_end_with_parent) as pool:
            builds = [
                pool.submit(build_language, project, locale, part, url)
                for locale, part in parts.items()
            ]
            try:
                for finished in builds:
                    found += finished.result()
            except BaseException:
                # The other languages are in vain, and must not write while all is cleared away.
                for process in multiprocessing.active_children():
                    process.terminate()
                    process.join()
                raise
        parts[SOURCE_LOCALE].rename(into)
        for locale, part in parts.items():
            if locale != SOURCE_LOCALE:
                (part / locale).rename(into / locale)
    for locale in project.languages:
        found += finish_language(into, project, locale)
    return found + finish(into, project, url, site_build.build_date())


def run_build(root: Path) -> int:
    """Check the content, build aside, and only then put the new site in the old one's place."""
    project, problems = check_all(root)
    if errors(problems):
        return _refused(problems)
    workplace, live = root / WORKPLACE, root / "site"
    try:
        with building(workplace):
            old = workplace / "old-site"
            recover(live, old)
            for left in workplace.glob(f"{_UNFINISHED}*"):
                shutil.rmtree(left, ignore_errors=True)
            with tempfile.TemporaryDirectory(dir=workplace, prefix=_UNFINISHED) as folder:
                # What libraries put aside lies here too, and goes with it.
                tempfile.tempdir = folder
                new = Path(folder) / "site"
                problems += build_site(project, new)
                if errors(problems):
                    return _refused(problems)
                compress(new)
                swap(new, live, old)
    except BlockingIOError:
        sys.stderr.write("Another build is running here. Wait until it has ended.\n")
        return 1
    _tell(problems)
    sys.stdout.write(f"The site stands in {live.name}/.\n")
    return 0


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


def run_fresh(root: Path, file: str) -> int:
    """Stamp a translation as made from the English page of today."""
    path = root / file
    locale, _, page_path = file.removeprefix("docs/").partition("/")
    project, _ = load_project(root)
    source = project.source_pages.get(page_path)
    if not path.is_file() or locale == SOURCE_LOCALE or source is None:
        sys.stderr.write(
            f"{file}: not a translated page with an English page at the same path.\n"
            "    Name one such as PAGE=docs/ur/kesimpta/index.md.\n"
        )
        return 1
    text, problems = read_source(path, root)
    if text is None:
        return _refused(problems)
    stamped, count = _FINGERPRINT.subn(rf"\g<1>{source.fingerprint}", text, count=1)
    if not count:
        mark = f"translation:\n  of: {source.fingerprint}\n  by: machine\n---\n"
        stamped = re.sub(r"(?m)(?<!\A)^---\n", mark, text, count=1)
    path.write_text(stamped, encoding="utf-8")
    _, problems = read_page(path, locale, root)
    if errors(problems):
        return _refused(problems)
    sys.stdout.write(f"{file} is marked as made from today’s {source.file}.\n")
    return 0


def _end_with_parent() -> None:
    """Let a language's process end with the build: at once when told, and when that is killed."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build hears it too, and tells this process
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


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
    commands.add_parser("build", help=run_build.__doc__)
    commands.add_parser("check", help=run_check.__doc__).add_argument("--json", action="store_true")
    serving = commands.add_parser("serve", help=run_serve.__doc__)
    serving.add_argument("--port", type=int, default=8000)
    serving.add_argument("--language")
    commands.add_parser("fresh", help=run_fresh.__doc__).add_argument("page")
    arguments = parser.parse_args()
    # Ended from outside, leave as after Ctrl-C: no half-built folder, no process left behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    root = Path.cwd()
    try:
        return _run(root, arguments)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped; the last good site is as it was.\n")
        return 128 + signal.SIGINT
    except (Exception, Abort) as error:
        sys.stderr.write(failure(error, root / WORKPLACE) + "\n")
        return 1


def _run(root: Path, arguments: argparse.Namespace) -> int:
    site_build.set_build_time(root)
    match arguments.command:
        case "build":
            return run_build(root)
        case "check":
            return run_check(root, arguments.json)
        case "serve":
            return run_serve(root, arguments.port, arguments.language)
        case _:
            return run_fresh(root, arguments.page)


if __name__ == "__main__":
    sys.exit(main())
