"""How long it takes from saving an edit until `make serve` shows it."""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.building import LARGEST, corpus_of
from bench.corpora import write_corpus
from bench.measured import BenchError
from bench.ours import LINKED
from bench.report import Table, say
from support.ports import free_port
from support.site import ROOT

LANGUAGE = "pl"
_PAGE = "kesimpta/side-effects"
_EDITS = 3
_LONGEST = 300  # seconds until a preview must have answered
_OFTEN = 0.02
# Words without figures, which no check refuses; they stand at the end of the first paragraph.
_WORDS = ("Jabłko.", "Gruszka.", "Śliwka.", "Wiśnia.")


def measure_edits(place: Path, sizes: list[int]) -> Table:
    """Edit a page of a preview of this repository, and of the largest of `sizes` if asked for."""
    table = Table(
        "From saving an edit until the preview shows it",
        ["site", "command", "until the first view", "edits", "seconds", "longest"],
    )
    projects = {"this repository": own_copy(place)}
    if LARGEST in sizes:
        projects[f"{LARGEST:,} pages"] = _fresh(place)
    for name, project in projects.items():
        for language in (LANGUAGE, ""):
            command = f"make serve LANGUAGE={language}" if language else "make serve"
            try:
                with previewing(project, language) as (address, ready):
                    taken = [_edited(project, address, word) for word in _WORDS[:_EDITS]]
            except BenchError as error:
                table.notes.append(f"{name}, `{command}`: {error}")
                say(f"{name}, {command}: {error}")
                continue
            row = [name, f"`{command}`", f"{ready:.1f} s", str(len(taken)),
                   f"{statistics.median(taken):.2f}", f"{max(taken):.2f}"]  # fmt: skip
            table.rows.append(row)
            say(f"Edited {', '.join(row)}")
    return table


def own_copy(place: Path) -> Path:
    """Return a copy of this repository's content, with its code, that may be edited."""
    folder = place / "own"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("docs", "medicines"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    return folder


def _fresh(place: Path) -> Path:
    folder = corpus_of(place, "ours", LARGEST)
    if not folder.is_dir():
        write_corpus(LARGEST, "ours", folder)
    return folder


@contextmanager
def previewing(project: Path, language: str) -> Iterator[tuple[str, float]]:
    """Run `make serve`; yield the address of the page, and the seconds until it was shown."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/{LANGUAGE}/{_PAGE}/"
    # What the benchmark runs with is installed already, whatever the times of its files say.
    command = ["make", "--old-file=.venv/installed", "serve", f"PORT={port}"]
    command += [f"LANGUAGE={language}"] if language else []
    output = project / "output-of-the-benchmark.txt"
    with output.open("wb") as said:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=project, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            _wait(address, "</article>", process)
            yield address, time.monotonic() - start
        finally:
            if process.poll() is None:
                # Make and what it runs are a group of their own.
                os.killpg(process.pid, signal.SIGTERM)
                process.wait()


def _edited(project: Path, address: str, word: str) -> float:
    """Add a word to the page's first paragraph; return the seconds until it is shown."""
    file = project / "docs" / LANGUAGE / f"{_PAGE}.md"
    text = file.read_text(encoding="utf-8")
    heading, title, rest = text.partition("\n# ")
    first, gap, others = rest.partition("\n\n")
    paragraph, end, after = others.partition("\n\n")
    start = time.monotonic()
    file.write_text(
        "".join((heading, title, first, gap, f"{paragraph} {word}", end, after)), encoding="utf-8"
    )
    try:
        _wait(address, word)
        return time.monotonic() - start
    finally:
        file.write_text(text, encoding="utf-8")
        _wait(address, "</article>", without=word)


def _wait(
    address: str, words: str, process: subprocess.Popen[bytes] | None = None, without: str = ""
) -> None:
    """Ask again and again until the page holds `words`, and not those in `without`."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        if process is not None and process.poll() is not None:
            raise BenchError(f"`make serve` ended with {process.returncode}.")
        try:
            with urllib.request.urlopen(address, timeout=_LONGEST) as answer:
                text = answer.read().decode()
        except (urllib.error.URLError, OSError):
            text = ""
        if words in text and not (without and without in text):
            return
        time.sleep(_OFTEN)
    raise BenchError(f"The page was not shown within {_LONGEST} seconds.")
