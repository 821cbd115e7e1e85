"""What the site is built from is pinned, hashed, licensed, and looked after with few rights."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.licences import LOCKED, licence, listed, versions, written
from support.site import ROOT
from support.waiting import run

CONFIG = ROOT / ".github/ISSUE_TEMPLATE/config.yml"
LOCKS = ("requirements.lock", "requirements-test.lock")
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted(set((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) - {CONFIG})

# --- packages -------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_version_and_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert len(packages) > 40
    for entry in packages:
        assert LOCKED.match(entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_the_index_it_was_made_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|--trusted-host| @ ", text)


def test_the_tests_use_the_very_versions_that_build_the_site() -> None:
    building, testing = (versions(lock) for lock in LOCKS)
    assert {name: testing.get(name) for name in building} == building


def test_what_the_project_asks_for_is_pinned_and_locked() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    section = project.split("[tool.", 1)[0]
    asked = re.findall(r'^    "([^"]+)"', section, re.MULTILINE)
    assert len(asked) > 20
    locked = versions("requirements-test.lock")
    for line in asked:
        name, equals, version = line.partition("==")
        assert equals, line
        assert locked[re.sub(r"\[.*|_", "", name).lower()] == version, line


def test_every_locked_package_says_its_licence_and_the_list_of_them_is_up_to_date() -> None:
    assert written() == listed(), "make licences"
    assert not re.search(r"UNKNOWN|\|  \|", written())


def test_a_package_that_does_not_say_its_licence_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "silent-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: silent\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(LookupError, match="silent"):
        licence("silent")


# --- workflows ------------------------------------------------------------------------------


# The jobs that change something at the code host, and what each may change.
WRITES = {
    ("ci", "deploy"): {"pages", "id-token"},
    ("weekly", "issues"): {"issues"},
}


def mistakes(text: str) -> Iterator[str]:
    """Yield what a workflow does that could let somebody else in."""
    workflow: dict[Any, Any] = yaml.safe_load(text)
    # YAML 1.1 reads the key “on” as a truth.
    if "pull_request_target" in str(workflow[True]):
        yield "it runs with rights on what anybody proposes"
    if workflow.get("permissions") != {}:
        yield "it has rights that no job asked for"
    for line in re.findall(r"^ *(?:- )?uses: .*", text, re.MULTILINE):
        if not re.search(r"@\S+ # v\d+(\.\d+)*$", line):
            yield f"{line.strip()} does not say its version"
    for name, job in workflow["jobs"].items():
        if not isinstance(job.get("permissions"), dict):
            yield f"{name} does not say its rights"
        else:
            may_write = {each for each, right in job["permissions"].items() if right == "write"}
            if may_write - WRITES.get((workflow["name"], name), set()):
                yield f"{name} may write"
            if may_write and any("python" in str(step).lower() for step in job["steps"]):
                yield f"{name} may write and runs packages"
        for step in job["steps"]:
            uses, run = step.get("uses", ""), step.get("run", "")
            if uses and not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", uses):
                yield f"{uses} is not pinned by its commit"
            if "checkout" in uses and step.get("with", {}).get("persist-credentials") is not False:
                yield f"{uses} leaves a key behind"
            if "${{" in run:
                yield f"“{run}” puts foreign text into a command"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_each_workflow_is_pinned_and_may_do_no_more_than_it_must(workflow: Path) -> None:
    assert list(mistakes(workflow.read_text(encoding="utf-8"))) == []


SOUND = (ROOT / ".github/workflows/weekly.yml").read_text(encoding="utf-8")
PLANTED = {
    "it runs with rights": ("workflow_dispatch:", "pull_request_target:"),
    "it has rights": ("permissions: {}", "permissions: read-all"),
    "does not say its rights": ("    permissions:\n      contents: read", "    env:\n      A: b"),
    "may write": ("contents: read", "contents: write"),
    "may write and runs packages": (".github/keep-issues reports", "python -m some_package"),
    "is not pinned": ("checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd", "checkout@v6"),
    "does not say its version": (" # v6.0.2", ""),
    "leaves a key behind": ("persist-credentials: false", "fetch-depth: 1"),
    "puts foreign text": (
        "run: make",
        "run: echo ${{ github.event.head_commit.message }} make",
    ),
}


@pytest.mark.parametrize("mistake", PLANTED)
def test_a_workflow_that_lets_somebody_in_is_found_out(mistake: str) -> None:
    right, wrong = PLANTED[mistake]
    assert right in SOUND
    found = list(mistakes(SOUND.replace(right, wrong, 1)))
    assert [said for said in found if mistake in said]


def told(*command: str) -> subprocess.CompletedProcess[str]:
    return run(command)


def zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert program is not None
    return told(program, "--offline", "--no-config", "--persona", "pedantic", str(path))


def test_zizmor_finds_nothing_in_what_the_code_host_runs(tmp_path: Path) -> None:
    planted = tmp_path / ".github/workflows/planted.yml"
    planted.parent.mkdir(parents=True)
    planted.write_text(SOUND.replace(*PLANTED["puts foreign text"], 1), encoding="utf-8")
    assert zizmor(planted).returncode != 0
    found = zizmor(ROOT / ".github")
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("dependabot", [ROOT / ".github/dependabot.yml"]),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [CONFIG]),
    ],
)
def test_the_code_host_understands_each_file(schema: str, files: list[Path]) -> None:
    check = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}")
    found = told(*check, *map(str, files))
    assert found.returncode == 0, found.stdout + found.stderr
