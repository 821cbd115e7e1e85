"""List every package that is locked, with its licence, in guides/licences-of-parts.md."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = ROOT / "guides/licences-of-parts.md"
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)

# What a package says in its files only.
SAID_ELSEWHERE = {"axe-playwright-python": "MIT; axe-core in it: MPL-2.0"}

INTRODUCTION = """# Licences of parts

Written by `make licences` from the lock files and from what each package says of itself.

Of two of these, parts are in the published site: the styles of mkdocs-material, which hold icons of
Font Awesome (CC-BY-4.0) and name it, and the search of pagefind. All others only build or test it.

| Package | Version | Licence | For |
| --- | --- | --- | --- |
"""


def versions(lock: str) -> dict[str, str]:
    """Return what a lock file holds: of a package with several versions, all of them."""
    found: dict[str, list[str]] = {}
    for name, version in LOCKED.findall((ROOT / lock).read_text(encoding="utf-8")):
        found.setdefault(name, []).append(version)
    return {name: " or ".join(sorted(each)) for name, each in found.items()}


def licence(package: str) -> str:
    """Return what a package says of its licence.

    Raises metadata.PackageNotFoundError where it is not installed, LookupError where it says none.
    """
    told = metadata.metadata(package)
    field = (told["License"] or "").splitlines()[:1]
    kinds = [
        kind.rpartition(" :: ")[2]
        for kind in told.get_all("Classifier") or []
        if kind.startswith("License ::")
    ]
    known = (told["License-Expression"], *field, "; ".join(kinds), SAID_ELSEWHERE.get(package))
    for text in known:
        if text and text != "UNKNOWN":
            return str(text)
    raise LookupError(f"{package} does not say under which licence it is")


def rows() -> Iterator[str]:
    """Yield the line of each locked package; of one not installed here, the line there is."""
    old = dict(re.findall(r"^\| (\S+) \| [^|]* \| ([^|]*) \|", written(), re.MULTILINE))
    building = versions("requirements.lock")
    for name, version in sorted(versions("requirements-test.lock").items()):
        try:
            found = licence(name)
        except metadata.PackageNotFoundError:
            # It is for another system or another Python.
            found = old[name]
        yield f"| {name} | {version} | {found} | {'building' if name in building else 'tests'} |"


def written() -> str:
    """Return the list as it stands."""
    return LIST.read_text(encoding="utf-8") if LIST.exists() else ""


def listed() -> str:
    """Return the list as it should stand."""
    return INTRODUCTION + "\n".join(rows()) + "\n"


if __name__ == "__main__":
    LIST.write_text(listed(), encoding="utf-8")
    sys.stdout.write(f"The licences stand in {LIST.relative_to(ROOT)}.\n")
