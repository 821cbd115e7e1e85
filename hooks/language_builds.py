"""Build languages, each as an ordinary MkDocs build in a process of its own."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Collection
from concurrent.futures import FIRST_EXCEPTION, ProcessPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

import site_build
from infosheet.content.project import Project
from infosheet.problems import Problem
from infosheet.publishing.finishing import finish_language
from infosheet.publishing.progress import Progress
from infosheet.side_by_side import ctrl_c_waiting, processors
from mkdocs_settings import load_settings

_LOOK = 0.2  # seconds between two looks at how far the builds are
_PATIENCE = 10  # seconds in which a language's process ends that is told to


@dataclass(frozen=True)
class _Work:
    """What each process needs from its start; `stages` counts how far each language is."""

    project: Project
    site_url: str
    stages: Any


_work: _Work


class _Stopped(BaseException):
    """Raised in a language's process when that is told to end; what it has started ends too."""


def build_language(
    project: Project,
    locale: str,
    into: Path,
    site_url: str,
    on_stage: Callable[[], None] | None = None,
) -> list[Problem]:
    """Build one language into the empty folder `into`, and return what MkDocs warned of.

    `on_stage` is called for each page when it is read, and again when it is written.
    """
    config = load_settings(project.root, site_dir=str(into), site_url=site_url)
    shared = site_build.SiteBuild(project, on_stage=on_stage)
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


def build_languages(
    project: Project, locales: Collection[str], folder: Path, site_url: str
) -> list[Problem]:
    """Build and finish languages, several at a time, each into `folder`/<locale>.

    There, everything stands where it will in the site. Returns what is wrong with what was built.
    """
    found: list[Problem] = []
    stages = multiprocessing.Array("i", len(locales), lock=False)
    progress = Progress(len(project.paths))
    workers = min(len(locales), processors())
    work = _Work(project, site_url, stages)
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,)) as pool:
        try:
            # A signal may come while the first processes are begun, and they must end then too.
            with ctrl_c_waiting():
                builds = [
                    pool.submit(_build, index, locale, folder / locale)
                    for index, locale in enumerate(locales)
                ]
            while wait(builds, _LOOK, FIRST_EXCEPTION).not_done:
                for each in builds:
                    if each.done():
                        each.result()  # raises what has ended it
                progress.show(dict(zip(locales, stages, strict=True)))
            for finished in builds:
                found += finished.result()
        except BaseException:
            # The other languages are in vain, and must not write while all is cleared away.
            for process in multiprocessing.active_children():
                process.terminate()
                process.join(_PATIENCE)
                process.kill()  # in case it was told where Python lets no exception out
                process.join()
            raise
        finally:
            progress.end()
    return found


def _build(index: int, locale: str, into: Path) -> list[Problem]:
    def on_stage() -> None:
        _work.stages[index] += 1

    try:
        signal.signal(signal.SIGTERM, _stop)
        found = build_language(_work.project, locale, into, _work.site_url, on_stage)
        return found + finish_language(into, _work.project, locale)
    except _Stopped:
        os._exit(128 + signal.SIGTERM)  # the pool would go on with the next language
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _begin(work: _Work) -> None:
    """Let a language's process end with the build: at once when told, and when that is killed."""
    global _work
    _work = work
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build hears it too, and tells this process
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _stop(*_: object) -> None:
    raise _Stopped
