"""The same content gives the same bytes, wherever, whenever and however it is built."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from pathlib import Path

import pytest

from support.site import ENVIRONMENT, ROOT, Site
from support.waiting import run

LONG = "a folder with a longer path, blanks and ë/which is deeper"

# Where Python finds what makes it take another day for today.
ANOTHER_DAY = ROOT / "tests/support/another_day"

# What a build must not depend on; `site`, with which these are compared, has none of it set.
ELSEWHERE = {
    **ENVIRONMENT,
    "TZ": "Pacific/Kiritimati",
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4711",
    "PYTHONDONTWRITEBYTECODE": "1",
    "COLUMNS": "40",
    "PYTHONPATH": str(ANOTHER_DAY),
}
ALONE = {**ENVIRONMENT, "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


def on_1_core_for_this_user_only() -> None:
    """Before the build starts, in its process: one process at a time, and files for nobody else."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.umask(0o077)


def copied(folder: Path, seconds: int) -> Path:
    """Copy the project in another order, as written at another time."""
    folder.mkdir(parents=True)
    for name in ("mkdocs.yml", "overrides", "medicines", "hooks", "docs"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (seconds, seconds))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(one: Path, other: Path) -> list[str]:
    """Return the names of the files that are not the same in both, at least 200 being compared."""
    left, right = files(one), files(other)
    assert len(left) > 200
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def test_one_of_the_other_conditions_is_another_day() -> None:
    command = [sys.executable, "-c", "import datetime; print(datetime.date.today())"]
    told = run(command, env=ELSEWHERE, check=True)
    there = datetime.date.fromisoformat(told.stdout.strip())
    assert (there - datetime.date.today()).days > 300


@pytest.mark.parametrize(
    ("folder", "environment", "command"),
    [
        (LONG, ELSEWHERE, ("hooks/driver.py", "build")),
        ("x", ALONE, ("-m", "mkdocs", "build", "--strict")),
    ],
    ids=["make build", "mkdocs build"],
)
def test_the_same_content_gives_the_same_bytes_under_other_conditions(
    site: Site,
    tmp_path: Path,
    folder: str,
    environment: dict[str, str],
    command: tuple[str, ...],
) -> None:
    root = copied(tmp_path / folder, seconds=981_173_106)
    told = run(
        [sys.executable, *command],
        cwd=root, env=environment,
        preexec_fn=on_1_core_for_this_user_only,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert differences(site.built, root / "site") == []
