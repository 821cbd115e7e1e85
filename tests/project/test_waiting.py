"""What a test waits for never keeps it for ever, and says where it hangs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.site import ROOT
from support.waiting import run, serving

FOR_EVER = "import sys, time\ndef hanging(): time.sleep(9999)\nsys.stderr.write('begun')\nhanging()"


def test_a_program_that_does_not_end_is_ended_and_says_where_it_is() -> None:
    """So are those that it has started; on a busy machine that alone may take seconds."""
    parent = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {FOR_EVER!r}])"
    with pytest.raises(AssertionError, match="did not end in 5 seconds") as failure:
        run([sys.executable, "-c", parent], patience=5)
    assert "in run" in str(failure.value)
    assert "in hanging" in str(failure.value)


def test_a_server_that_has_ended_by_itself_is_told_with_its_words() -> None:
    with (
        pytest.raises(AssertionError, match="The port is taken"),
        serving([sys.executable, "-c", "raise SystemExit('The port is taken')"]) as process,
    ):
        process.wait(300)


HANGING = """
import pytest
@pytest.mark.timeout(5)
def test_hanging(browser):
    browser.new_page().evaluate("new Promise(() => {})")
def test_sound(): pass
def test_sound_too(): pass
"""


def test_a_test_that_hangs_in_the_browser_is_told_and_the_others_are_run(tmp_path: Path) -> None:
    """Under several processes, as in `make test`, where an exception would not end Playwright."""
    (tmp_path / "test_it.py").write_text(HANGING, encoding="utf-8")
    (tmp_path / "conftest.py").symlink_to(ROOT / "tests/conftest.py")
    told = run(
        [
            *(sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-n", "1"),
            *("-o", f"pythonpath={ROOT / 'hooks'} {ROOT / 'tests'}", "-p", "no:cacheprovider"),
            *("--dist", "worksteal", f"--rootdir={tmp_path}", str(tmp_path)),
        ],
        cwd=tmp_path,
    )
    assert told.returncode == 1, told.stdout
    assert "1 failed, 2 passed" in told.stdout
    assert "crashed while running 'test_it.py::test_hanging'" in told.stdout
    assert "in test_hanging" in told.stderr
