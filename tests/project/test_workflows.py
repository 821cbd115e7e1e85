"""What the code host runs is what anybody can run here, and does what it is there for."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from infosheet.content.project import load_project
from support.site import ROOT
from support.waiting import run

WORKFLOWS: dict[str, Any] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / ".github/workflows").glob("*.yml"))
}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands() -> Iterator[str]:
    for workflow in WORKFLOWS.values():
        for job in workflow["jobs"].values():
            yield from (step["run"] for step in job["steps"] if "run" in step)


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_each_command_of_a_workflow_is_one_that_anybody_can_run_here(command: str) -> None:
    """A workflow holds no logic of its own: it names a target of the Makefile or a program."""
    program, *arguments = command.partition(">")[0].split()
    if program == "make":
        assert re.search(rf"^{re.escape(arguments[0])}:", MAKEFILE, re.MULTILINE)
    else:
        assert os.access(ROOT / program, os.X_OK)


def test_each_push_and_proposal_runs_what_make_test_runs_and_only_green_is_published() -> None:
    ci = WORKFLOWS["ci"]
    # YAML 1.1 reads the key “on” as a truth.
    assert {"push", "pull_request"} <= ci[True].keys()
    assert ci[True]["push"] is ci[True]["pull_request"] is None
    tests = ci["jobs"]["tests"]
    assert "if" not in tests
    assert tests["steps"][-1] == {"name": "Run every check and test", "run": ".ci/run"}
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1] == "make test"
    assert ci["jobs"]["deploy"]["needs"] == "build-for-pages"
    publishing = ci["jobs"]["build-for-pages"]
    assert {"content", "tests", "site"} == set(publishing["needs"])
    assert "refs/heads/main" in publishing["if"]
    assert "!= 'pull_request'" in publishing["if"]


def test_every_report_that_is_asked_for_weekly_is_one_that_make_knows_and_has_its_issue() -> None:
    asked = WORKFLOWS["weekly"]["jobs"]["look"]["strategy"]["matrix"]["about"]
    known = re.findall(r"^REPORT_(\w+) :=", MAKEFILE, re.MULTILINE)
    kept = re.findall(r"^ +(\w+)\) title=", KEEP.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(asked) == sorted(known) == sorted(kept)


def test_a_workflow_that_builds_in_parts_builds_every_language() -> None:
    told = run(
        [sys.executable, "hooks/driver.py", "languages"],
        cwd=ROOT, check=True,
    )  # fmt: skip
    name, _, listed = told.stdout.partition("=")
    assert json.loads(listed) == list(load_project(ROOT)[0].languages)
    jobs = WORKFLOWS["build-in-parts"]["jobs"]
    assert jobs["languages"]["outputs"] == {name: f"${{{{ steps.list.outputs.{name} }}}}"}
    asked = f"${{{{ fromJSON(needs.languages.outputs.{name}) }}}}"
    assert jobs["part"]["strategy"]["matrix"] == {"language": asked}


# --- the issues that are kept up to date ----------------------------------------------------

KEEP = ROOT / ".github/keep-issues"

# Stands for the code host: tells of one issue or none, and notes what it is asked to do.
GH = """#!/bin/sh
echo "$@" >> "$ASKED"
case "$1 $2" in "issue list") printf '%s' "$ISSUE" ;; esac
"""


@pytest.mark.parametrize(
    ("issue", "report", "done"),
    [
        ("", "- one", ["issue create"]),
        ("", "", []),
        ("7 OPEN", "- one", ["issue edit 7"]),
        ("7 OPEN", "", ["issue close 7"]),
        ("7 CLOSED", "- one", ["issue edit 7", "issue reopen 7"]),
        ("7 CLOSED", "", []),
    ],
)
def test_one_issue_is_opened_kept_up_to_date_and_closed_when_nothing_waits(
    tmp_path: Path, issue: str, report: str, done: list[str]
) -> None:
    program, reports, asked = tmp_path / "gh", tmp_path / "reports", tmp_path / "asked"
    program.write_text(GH, encoding="utf-8")
    program.chmod(0o755)
    reports.mkdir()
    (reports / "reviews.md").write_text(report, encoding="utf-8")
    path = f"{tmp_path}:{os.environ['PATH']}"
    run(
        [KEEP, reports],
        env={"PATH": path, "ASKED": str(asked), "ISSUE": issue},
        check=True,
    )
    changed = [
        line
        for line in asked.read_text(encoding="utf-8").splitlines()
        if not line.startswith(("issue list", "label create"))
    ]
    assert [line.startswith(start) for line, start in zip(changed, done, strict=True)] == [
        True
    ] * len(done)
    assert all("--body-file" in line for line in changed if "create" in line or "edit" in line)


def test_a_report_that_is_missing_is_a_failure_and_closes_nothing(tmp_path: Path) -> None:
    told = run([KEEP, tmp_path])
    assert told.returncode == 1
    assert "is no report" in told.stderr
