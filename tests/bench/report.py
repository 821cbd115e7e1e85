"""What the benchmark says: tables on the way, and BENCHMARKS.md with the machine they came from."""

from __future__ import annotations

import datetime
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pagefind", "playwright")
_START = """# Benchmarks

Written by `make bench`, which builds sites of the same words with stock tools and with this
project, in turn and in one run. The ratios say more than the seconds: those are of one machine,
and of what else it had to do.
"""


@dataclass
class Table:
    """One part of the results: a table, and sentences below it."""

    title: str
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        """Return the part as Markdown."""
        lines = [f"## {self.title}", ""]
        if self.rows:
            for row in (self.head, ["---"] * len(self.head), *self.rows):
                lines.append(f"| {' | '.join(row)} |")
            lines.append("")
        lines += [f"- {note}" for note in self.notes]
        return "\n".join(lines).rstrip() + "\n"


def say(text: str) -> None:
    """Print a line at once, however the output is read."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def machine(load: tuple[float, float, float], seconds: float) -> Table:
    """Return what the results were measured on; `load` is that at the start."""
    table = Table("Machine", ["", ""])
    now = datetime.datetime.now(datetime.UTC)
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    load_then = ", ".join(f"{each:.1f}" for each in load)
    load_now = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    table.rows = [
        ["Date", f"{now:%Y-%m-%d %H:%M} UTC; the run took {seconds / 60:.0f} minutes"],
        ["Commit", _said("git", "rev-parse", "--short=8", "HEAD")],
        ["Processor", f"{_processor()}, {os.cpu_count()} cores"],
        ["Memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"],
        ["System", f"{platform.system()} {platform.release()}, Python {platform.python_version()}"],
        ["Load (1, 5, 15 minutes)", f"{load_then} at the start; {load_now} at the end"],
        ["Packages", packages],
        ["Node", _said("node", "--version")],
    ]
    return table


def write(file: Path, tables: list[Table]) -> None:
    """Write the results of one run."""
    file.write_text("\n".join([_START, *(table.markdown() for table in tables)]), encoding="utf-8")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    found = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return found[0] if found else platform.machine()


def _said(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return "none"
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
