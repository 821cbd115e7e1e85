"""A build that no check could save ends in a sentence."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from infosheet.failures import failure


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EFBIG, "File too large"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        RuntimeError("the library says: No space left on device (os error 28)"),
    ],
)
def test_want_of_room_is_said_wherever_it_is_noticed(tmp_path: Path, error: Exception) -> None:
    outer = RuntimeError("something")
    outer.__cause__ = error
    for each in (error, outer):
        assert failure(each, tmp_path).startswith("There is no room left on the disk.")
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_of_the_program_is_not_put_down_to_the_editor(tmp_path: Path) -> None:
    error = KeyError("menu")
    error.add_note("Error building page 'en/index.md'")
    told = failure(error, tmp_path)
    assert "not your doing: KeyError: 'menu'. Error building page 'en/index.md'" in told
    assert f"{tmp_path.name}/error.txt" in told
    assert "KeyError" in (tmp_path / "error.txt").read_text(encoding="utf-8")


def test_what_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "with these words:" in failure(KeyError("menu"), tmp_path / "file" / "folder")
