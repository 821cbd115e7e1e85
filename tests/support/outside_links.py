"""Ask each link to another host whether it answers (`make report ABOUT=links`)."""

from __future__ import annotations

import csv
import html
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from infosheet.outside_links import AllowedLinks, dead_links, is_allowed, outside_links
from infosheet.problems import errors, report
from infosheet.project import load_project
from infosheet.schema import validate
from infosheet.yaml_reader import read_yaml

ROOT = Path(__file__).parents[2]
ALLOWED = ".github/allowed-links.yml"

# Hosts have bad minutes: who does not answer is asked again after so many seconds.
PAUSES = (60, 600)


def asked(addresses: Iterable[str]) -> dict[str, str]:
    """Return what LinkChecker says of each address that does not answer as it should."""
    listed = "".join(f'<a href="{html.escape(each)}">link</a>' for each in sorted(addresses))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "links.html"
        page.write_text(f"<!doctype html><title>Links</title>{listed}", encoding="utf-8")
        told = subprocess.run(
            [
                *(sys.executable, "-m", "support.linkchecker", "--check-extern", "--no-warnings"),
                *("--no-robots", "--no-status", "--timeout", "30", "--output", "csv", str(page)),
            ],
            cwd=ROOT / "tests", capture_output=True, text=True, check=False,
        )  # fmt: skip
    if told.returncode not in (0, 1):
        raise RuntimeError(told.stderr)
    lines = [line for line in told.stdout.splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter=";")
    return {row["urlname"]: row["result"] for row in rows if row["valid"] != "True"}


def dead(addresses: Iterable[str], pauses: Sequence[float]) -> dict[str, str]:
    """Return the addresses that do not answer, asked again after each of the `pauses` (seconds)."""
    left = asked(addresses)
    for pause in pauses:
        if left:
            time.sleep(pause)
            left = asked(left)
    return left


def run(root: Path, pauses: Sequence[float]) -> int:
    """Write which links of the project in `root` are dead; nothing where none is."""
    project, mistakes = load_project(root)
    if project.unread:
        # A page that cannot be read would take its links with it, and the issue would be closed.
        sys.stderr.write(report(errors(mistakes)) + "\n")
        return 1
    document, problems = read_yaml(root / ALLOWED, root)
    listed, mistakes = validate(document, AllowedLinks)
    if problems or listed is None:
        sys.stderr.write(report(problems or mistakes) + "\n")
        return 1
    allowed, links = listed.allowed, outside_links(project)
    found = dead([each for each in links if not is_allowed(each, allowed)], pauses)
    sys.stdout.write(dead_links(links, found, allowed))
    return 0


if __name__ == "__main__":
    sys.exit(run(Path.cwd(), PAUSES))
