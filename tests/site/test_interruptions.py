"""A build that is stopped, at whatever step, leaves the last good site, and nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from infosheet.publishing.swap import building
from support.site import ENVIRONMENT, Site
from support.waiting import PATIENCE, ended, run, started


def _any(pattern: str) -> Callable[[Path], bool]:
    return lambda root: any(root.glob(pattern))


# What is to be seen in the project when a build has come so far.
STEPS: dict[str, Callable[[Path], bool]] = {
    "its folder is made": _any(".build/building-*"),
    "pages are built": _any(".build/building-*/*/*/kesimpta/*/index.html"),
    "the search is made": _any(".build/building-*/*/*/search/en"),
    "the languages are together": _any(".build/building-*/site/es"),
    "the sites change places": _any(".build/old-site"),
}


@pytest.fixture
def standing(few: Site) -> Site:
    """A project with a stand-in for its last good site, large enough to take time to clear."""
    few.built.mkdir()
    (few.built / "index.html").write_text("the last good site", encoding="utf-8")
    for number in range(3000):
        (few.built / f"{number}.bin").write_bytes(bytes(range(256)) * (number % 50))
    return few


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    """The new site as it is when nothing has stopped its build, once a test has needed it."""
    return {}


def whole_site(whole: dict[str, bytes], root: Path) -> dict[str, bytes]:
    if not whole:
        assert Site(root).run("build").returncode == 0
        whole |= Site(root).files
    return whole


def stopped_at(site: Site, step: str, how: signal.Signals) -> int:
    """Start a build, stop it as soon as it has come to the step, and return how it ended."""
    process = started(
        [sys.executable, "hooks/driver.py", "build"],
        cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env=ENVIRONMENT,
        # Tests that run in the background hear no Ctrl-C, and what they start would not either.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    begun = time.monotonic()
    while not STEPS[step](site.root):
        assert process.poll() is None, process.stderr and process.stderr.read()
        assert time.monotonic() < begun + PATIENCE
        time.sleep(0.002)
    # Ctrl-C reaches all processes of a terminal; the other signals the one that they are sent to.
    (os.killpg if how is signal.SIGINT else os.kill)(process.pid, how)
    _, told = ended(process)
    assert "Traceback" not in told
    while _anyone_left(process.pid):
        assert time.monotonic() < begun + PATIENCE
        time.sleep(0.01)
    return process.returncode


def _anyone_left(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("step", STEPS)
def test_a_build_stopped_at_any_step_leaves_a_whole_site_and_the_next_one_works(
    standing: Site, whole: dict[str, bytes], step: str, how: signal.Signals
) -> None:
    before = standing.files
    code = stopped_at(standing, step, how)
    after = standing.files
    changed = after != before
    if step != "the sites change places":
        assert not changed
        assert code in (-how, 128 + how)
    left = {path.name for path in (standing.root / ".build").iterdir()}
    if how is not signal.SIGKILL and not changed:
        assert left == {"lock"}
    if changed:
        assert after == whole_site(whole, standing.root)
    if how is signal.SIGKILL:
        told = standing.run("build")
        assert told.returncode == 0, told.stderr
        assert standing.files == whole_site(whole, standing.root)
        assert [path.name for path in (standing.root / ".build").iterdir()] == ["lock"]


# As a terminal does where Ctrl-C comes in the moment in which a process is begun.
_CTRL_C_AT_EVERY_FORK = """
import os, runpy, signal, sys
sys.path.insert(0, "hooks")
os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGINT))
runpy.run_path("hooks/driver.py", run_name="__main__")
"""


def test_ctrl_c_as_a_process_is_begun_shows_nobody_where_in_the_code_that_was(few: Site) -> None:
    told = run(
        [sys.executable, "-c", _CTRL_C_AT_EVERY_FORK, "build"], cwd=few.root, env=ENVIRONMENT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert told.stderr == ""
    assert told.returncode == 0


def test_a_second_build_at_the_same_time_is_refused_in_a_sentence(copy: Site) -> None:
    with building(copy.root / ".build"):
        told = copy.run("build")
    assert told.returncode == 1
    assert "Another build is running here" in told.stderr
    assert "Traceback" not in told.stderr
    assert not copy.built.exists()
