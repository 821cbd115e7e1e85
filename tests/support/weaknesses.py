"""Look up known weaknesses of the locked packages (`make report ABOUT=weaknesses`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.asking import NoAnswerError, ask

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-test.lock")

# Seconds in which pip-audit has asked of every package even where answers are slow.
PATIENCE = 900


def weaknesses(told: str) -> str:
    """Return what pip-audit `told` as JSON, as Markdown for an issue; empty where nothing is."""
    found: dict[tuple[str, str, str], Any] = {}
    for package in json.loads(told)["dependencies"]:
        for each in package.get("vulns", []):
            found[package["name"], package["version"], each["id"]] = each["fix_versions"]
    if not found:
        return ""
    lines = [
        f"- {name} {version}: {weakness}, "
        + (f"mended in {', '.join(mended)}" if mended else "not mended in any version yet")
        for (name, version, weakness), mended in sorted(found.items())
    ]
    return "\n".join([
        "Weaknesses are known of packages that build or test the site.", "", *lines, "",
        "Take newer versions in `pyproject.toml`, then run `make lock` and `make test`.", "",
    ])  # fmt: skip


def main(patience: float = PATIENCE) -> int:
    """Ask, and write what is known; nothing where nothing is."""
    locks = [option for lock in LOCKS for option in ("--requirement", lock)]
    command = [
        *(sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip"),
        *("--progress-spinner", "off", "--format", "json", *locks),
    ]
    try:
        told = ask(command, patience, cwd=ROOT)
    except NoAnswerError as error:
        sys.stderr.write(
            f"The list of known weaknesses, which pip-audit asks for on another host, {error}. "
            "So nothing is known of them today; try again later.\n"
        )
        return 1
    if not told.stdout:
        return 1  # it has said why it could not ask
    sys.stdout.write(weaknesses(told.stdout))
    return 0


if __name__ == "__main__":
    sys.exit(main())
