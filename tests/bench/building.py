"""How long stock tools and infosheet take for the same words, in turn."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import write_corpus
from bench.measured import BenchError, Taken, run
from bench.report import Table, say
from bench.starlight import PACKAGES, install
from support.site import ROOT

LARGEST, LEVEL_FROM = 2892, 366
# Others than ours are built once at the largest size, which takes minutes.
_RUNS = {78: 3, 366: 2, 2892: 1}
_RUNS_OF_OURS = 2
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Kind:
    """A way to build a site: its name, the folder it builds, what it leaves, its command."""

    name: str
    built: str
    leaves: tuple[str, ...]
    command: tuple[str, ...]


KINDS = {
    "stock": Kind("stock", "site", ("site",), (sys.executable, "-m", "mkdocs", "build", "--quiet")),
    "ours": Kind("ours", "site", ("site", ".build"), (sys.executable, "hooks/driver.py", "build")),
    "starlight": Kind(
        "Starlight", "dist", ("dist", ".astro"), ("node", "node_modules/astro/astro.js", "build")
    ),
}


def site_of(place: Path, kind: str, pages: int) -> Path:
    """Return the folder of a built site; raises BenchError if it has not been built."""
    folder = corpus_of(place, kind, pages) / KINDS[kind].built
    if not (folder / "index.html").is_file():
        raise BenchError(f"The site of {pages:,} pages of {KINDS[kind].name} has not been built.")
    return folder


def corpus_of(place: Path, kind: str, pages: int) -> Path:
    """Return the folder of a corpus."""
    return place / f"{kind}-{pages}"


def measure_builds(place: Path, sizes: list[int]) -> Table:
    """Write the corpora below `place` and build each in turn; return seconds, memory and ratios."""
    table = Table(
        "Building the site",
        ["pages", "", "runs", "seconds", "processor seconds", "ms a page", "memory a process",
         "seconds beside ours"],
    )  # fmt: skip
    a_page: dict[tuple[str, int], float] = {}
    for pages in sizes:
        taken: dict[str, list[Taken]] = {}
        for name in _prepared(place, pages, table):
            taken[name] = []
        for turn in range(max(_RUNS[pages], _RUNS_OF_OURS)):
            for name in list(taken):
                if turn >= _RUNS[pages] and name != "ours":
                    continue
                try:
                    taken[name].append(_built(place, name, pages))
                except BenchError as error:
                    del taken[name]
                    table.notes.append(str(error))
                    say(f"{error}")
                    continue
                say(f"{pages:,} pages, {KINDS[name].name}, run {turn + 1}: "
                    f"{taken[name][-1].seconds:.1f} s")  # fmt: skip
        seconds = {name: _middle(runs, lambda one: one.seconds) for name, runs in taken.items()}
        for name, runs in taken.items():
            a_page[name, pages] = seconds[name] / pages
            processor = _middle(runs, lambda one: one.processor)
            ratio = f"{seconds[name] / seconds['ours']:.1f} ×" if "ours" in seconds else ""
            table.rows.append(
                [f"{pages:,}", KINDS[name].name, str(len(runs)), f"{seconds[name]:.1f}",
                 f"{processor:.1f}", f"{seconds[name] / pages * 1000:.1f}",
                 f"{max(run.memory for run in runs) / _MEGABYTE:.0f} MB", ratio]
            )  # fmt: skip
        if "ours" in taken:
            check = run((*KINDS["ours"].command[:-1], "check"), corpus_of(place, "ours", pages))
            table.notes.append(f"`make check` alone at {pages:,} pages: {check.seconds:.1f} s.")
        if "stock" in taken:
            least = _least(place, pages)
            table.notes.append(
                f"Python-Markdown and Pagefind alone, on {pages:,} pages and all cores: "
                f"{least.seconds:.1f} s, {least.processor:.1f} of the processors."
            )
    for name, kind in KINDS.items():
        if (name, LARGEST) in a_page and (name, LEVEL_FROM) in a_page:
            level = a_page[name, LARGEST] / a_page[name, LEVEL_FROM]
            table.notes.append(
                f"{kind.name}: a page costs {level:.2f} × as much at {LARGEST:,} pages as at "
                f"{LEVEL_FROM:,}."
            )
    table.notes.append(
        "Pages are those written in Markdown, the same for all. Ours also makes each medicine’s "
        "dosing calendar and whole sheet, a glossary a language, and checks all content; "
        "stock and Starlight do not."
    )
    return table


def _prepared(place: Path, pages: int, table: Table) -> list[str]:
    """Write what is to be built, and return the kinds that can be."""
    kinds = []
    for name in KINDS:
        folder = corpus_of(place, name, pages)
        shutil.rmtree(folder, ignore_errors=True)
        try:
            if name == "starlight":
                packages = install(place / "starlight", PACKAGES)
            write_corpus(pages, name, folder)
            if name == "starlight":
                (folder / "node_modules").symlink_to(packages)
        except BenchError as error:
            note = f"{KINDS[name].name} is left out: {error}"
            if note not in table.notes:
                table.notes.append(note)
                say(note)
            continue
        kinds.append(name)
    return kinds


def _built(place: Path, name: str, pages: int) -> Taken:
    """Build a corpus from nothing."""
    folder = corpus_of(place, name, pages)
    for left in KINDS[name].leaves:
        shutil.rmtree(folder / left, ignore_errors=True)
    # What Astro keeps from one build to the next.
    shutil.rmtree(place / "starlight/node_modules/.astro", ignore_errors=True)
    variables = {"ASTRO_TELEMETRY_DISABLED": "1"}
    return run(KINDS[name].command, folder, variables)


def _least(place: Path, pages: int) -> Taken:
    """Do what no build that uses the same libraries can leave out."""
    found = os.pathsep.join(str(ROOT / name) for name in ("tests", "hooks"))
    command = (sys.executable, "-m", "bench.least")
    return run(command, corpus_of(place, "stock", pages), {"PYTHONPATH": found})


def _middle(runs: list[Taken], value: Callable[[Taken], float]) -> float:
    return statistics.median(map(value, runs))
