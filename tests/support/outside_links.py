"""Ask each link to another host whether it answers (`make report ABOUT=links`)."""

from __future__ import annotations

import csv
import html
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from infosheet.checks.outside_links import AllowedLinks, dead_links, is_allowed, outside_links
from infosheet.content.project import load_project
from infosheet.problems import errors, report
from infosheet.reading.schema import validate
from infosheet.reading.yaml_reader import read_yaml
from support.asking import NoAnswerError, ask

ROOT = Path(__file__).parents[2]
ALLOWED = ".github/allowed-links.yml"

# Hosts have bad minutes: who does not answer is asked again after so many seconds.
PAUSES = (60, 600)

# Seconds after which no more answers are waited for, each time that all are asked. LinkChecker
# gives up each silence after a shorter time, but never a host that goes on to send a little.
PATIENCE = 480


def asked(addresses: Iterable[str], patience: float = PATIENCE) -> dict[str, str]:
    """Return what is said of each address that does not answer as it should within `patience`."""
    addresses = sorted(addresses)
    listed = "".join(f'<a href="{html.escape(each)}">link</a>' for each in addresses)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "links.html"
        page.write_text(f"<!doctype html><title>Links</title>{listed}", encoding="utf-8")
        command = [
            *(sys.executable, "-m", "support.linkchecker", "--check-extern", "--no-warnings"),
            *("--no-robots", "--no-status", "--timeout", "30", "--verbose"),
            *("--output", "csv", str(page)),
        ]
        try:
            told = ask(command, patience, cwd=ROOT / "tests", stderr=subprocess.PIPE)
        except NoAnswerError as error:
            answered = dict(_answers(error.said.rpartition("\n")[0]))
            late = f"no answer within {patience:g} seconds"
            return {
                each: answered.get(each, late) for each in addresses if answered.get(each, late)
            }
    if told.returncode not in (0, 1):
        raise RuntimeError(told.stderr)
    return {address: result for address, result in _answers(told.stdout) if result}


def _answers(told: str) -> Iterator[tuple[str, str]]:
    """Yield each address that LinkChecker has asked, and what is wrong with it, if anything is."""
    lines = [line for line in told.splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter=";"):
        yield row["urlname"], "" if row["valid"] == "True" else row["result"]


def dead(
    addresses: Iterable[str], pauses: Sequence[float], patience: float = PATIENCE
) -> dict[str, str]:
    """Return the addresses that do not answer, asked again after each of the `pauses` (seconds)."""
    left = asked(addresses, patience)
    for pause in pauses:
        if left:
            time.sleep(pause)
            left = asked(left, patience)
    return left


def run(root: Path, pauses: Sequence[float], patience: float = PATIENCE) -> int:
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
    found = dead([each for each in links if not is_allowed(each, allowed)], pauses, patience)
    sys.stdout.write(dead_links(links, found, allowed))
    return 0


if __name__ == "__main__":
    sys.exit(run(Path.cwd(), PAUSES))
