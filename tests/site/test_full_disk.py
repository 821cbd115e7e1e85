"""A build that finds no room says so in a sentence, and leaves the last good site as it was."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.site import ENVIRONMENT, Site
from support.waiting import run

NO_ROOM = "There is no room left on the disk."


def build(site: Site, longest_file: int | None = None) -> subprocess.CompletedProcess[str]:
    """Build; with `longest_file`, where no file may become longer, as with a quota."""

    def limited() -> None:
        if longest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (longest_file, longest_file))

    return run(
        [sys.executable, "-B", "hooks/driver.py", "build"],
        cwd=site.root, env=ENVIRONMENT,
        preexec_fn=limited,
    )  # fmt: skip


def nothing_has_changed(
    site: Site, told: subprocess.CompletedProcess[str], before: dict[str, bytes]
) -> None:
    assert told.returncode == 1
    assert told.stderr.splitlines()[-1].startswith(NO_ROOM), told.stderr
    assert "Traceback" not in told.stderr
    assert site.files == before
    assert [path.name for path in (site.root / ".build").iterdir()] in (["lock"], [])


@pytest.fixture
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 20 MB, where this computer lets one be made."""
    folder = tmp_path_factory.mktemp("disk")
    made = run(
        ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", str(folder)],
    )  # fmt: skip
    if made.returncode:
        pytest.skip("Only root can make a disk; the quota is tested all the same.")
    yield folder
    run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("room", [0, 1_000_000, 2_600_000])
def test_a_full_disk_is_said_in_a_sentence(few: Site, disk: Path, room: int) -> None:
    run(["cp", "-a", f"{few.root}/.", str(disk / "project")], check=True)
    site = Site(disk / "project")
    site.built.mkdir()
    (site.built / "index.html").write_text("the last good site", encoding="utf-8")
    (site.root / ".build").mkdir()
    about = os.statvfs(disk)
    with (disk / "filling").open("wb") as filling:
        filling.write(bytes(max(about.f_bavail * about.f_frsize - room, 0)))
    before = site.files
    nothing_has_changed(site, build(site), before)
    if not room:
        (disk / "filling").unlink()
        told = build(site)
        assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("longest", [1_000, 60_000])
def test_a_quota_is_said_in_a_sentence(few: Site, longest: int) -> None:
    few.built.mkdir()
    (few.built / "index.html").write_text("the last good site", encoding="utf-8")
    before = few.files
    nothing_has_changed(few, build(few, longest), before)
