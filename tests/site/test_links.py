"""LinkChecker, which must first show that it finds a dead link and a dead anchor."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from support.server import serving
from support.site import ROOT, Site
from support.waiting import run

# LinkChecker asks a server that sends this header as often as it likes, and others ten times less.
HEADERS = {"LinkChecker": "1"}

DEAD = """<!doctype html><html lang="en"><title>Dead</title>
<a href="nowhere.html">a dead link</a> <a href="index.html#nowhere">a dead anchor</a>
<a href="other/index.html#there">a page</a> <a href="other/index.html#here">the same page</a>
"""
OTHER = """<!doctype html><html lang="en"><title>Other</title><p id="there">
<a href="../index.html">home</a> <a href="gone.html">a dead link</a>
"""


def found(folder: Path, work: Path) -> list[dict[str, str]]:
    """Return what LinkChecker says is wrong with the site in `folder`, warnings included."""
    settings = work / "linkcheckerrc"
    settings.write_text(
        # It rests after each request, of which there are thousands: as good as never.
        "[checking]\nmaxrequestspersecond=1000000\nrecursionlevel=-1\n"
        "[filtering]\ncheckextern=0\n[AnchorCheck]\n",
        encoding="utf-8",
    )
    with serving(folder, HEADERS) as address:
        # The list of files leads to the pages that no page links to, such as “not found”.
        pages = [
            f"{address}/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*.html")
        ]
        told = run(
            [
                *(sys.executable, "-m", "support.linkchecker", "--config", str(settings)),
                *("--no-robots", "--no-status", "--output", "csv", *pages),
            ],
            cwd=ROOT / "tests",
        )  # fmt: skip
    assert told.returncode in (0, 1), told.stderr
    lines = [line for line in told.stdout.splitlines() if not line.startswith("#")]
    return [
        row
        for row in csv.DictReader(lines, delimiter=";")
        if row["valid"] != "True" or row["warningstring"]
    ]


def test_linkchecker_itself_finds_a_dead_link_and_a_dead_anchor(tmp_path: Path) -> None:
    folder = tmp_path / "dead"
    folder.mkdir()
    (folder / "index.html").write_text(DEAD, encoding="utf-8")
    (folder / "other").mkdir()
    (folder / "other/index.html").write_text(OTHER, encoding="utf-8")
    targets = {row["urlname"] for row in found(folder, tmp_path)}
    assert targets == {
        *("nowhere.html", "index.html#nowhere"),
        *("other/index.html#here", "gone.html"),
    }


def test_no_link_and_no_anchor_of_the_site_is_dead(site: Site, tmp_path: Path) -> None:
    assert found(site.built, tmp_path) == []
