"""What a build says of the commit that it was made from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import site_build
from support.waiting import run


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    unset = ("SOURCE_DATE_EPOCH", "SOURCE_COMMIT")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    monkeypatch.setattr(os, "environ", kept)


def test_time_and_commit_are_those_of_the_last_commit(tmp_path: Path) -> None:
    def git(*command: str) -> str:
        person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        told = run(
            ["git", "-C", str(tmp_path), *person, *command],
            check=True,
        )  # fmt: skip
        return told.stdout.strip()

    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message=x", "--date=2026-11-22T12:00:00Z")
    site_build.set_build_time(tmp_path)
    assert os.environ["SOURCE_DATE_EPOCH"] == git("log", "-1", "--format=%ct")
    assert site_build.commit() == git("rev-parse", "HEAD")[:8]


def test_where_no_commit_is_known_none_is_told(tmp_path: Path) -> None:
    site_build.set_build_time(tmp_path)
    assert site_build.commit() == ""
    assert os.environ["SOURCE_DATE_EPOCH"] == "0"
