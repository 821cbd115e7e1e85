"""Work that is shared by processes gives what one process would give, whatever befalls them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from shelf import SHELF
from shelf.broken import PROJECT
from support.site import ROOT
from support.waiting import run

# Each in a program of its own, which has no other threads, and on two processors or more.
BEGIN = """
import datetime, json, os, signal, sys, time
from pathlib import Path
sys.path.insert(0, "hooks")
from infosheet.checks import all_checks as checks
from infosheet import side_by_side
side_by_side.processors = lambda: 3
me = os.getpid()
"""

WHICH_PROCESS = """
def piece(number):
    time.sleep(0.1 if os.getpid() == me else 0)  # let the others take some
    return number, os.getpid() != me
done = side_by_side.side_by_side(piece, range(50))
print([number for number, _ in done] == list(range(50)) and any(other for _, other in done))
"""

ENDED_FROM_OUTSIDE = """
def piece(number):
    if os.getpid() != me:
        os.kill(os.getpid(), signal.SIGKILL)
    return number
print(side_by_side.side_by_side(piece, range(50)) == list(range(50)))
"""

CTRL_C_AS_IT_BEGINS = """
os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGINT))
print(side_by_side.side_by_side(abs, range(50)) == list(range(50)))
"""

FAILING = """
def piece(number):
    raise ValueError(f"piece {number}")
try:
    side_by_side.side_by_side(piece, range(50))
except ValueError as error:
    print(str(error).startswith("piece"))
"""

CHECKED = """
def told():
    _, problems = checks.check_project(Path(sys.argv[1]), datetime.date(2026, 11, 22))
    return list(map(str, problems))
one = told()
checks.MANY_PAGES = 1
apart = []
def side(do, pieces):
    apart.extend(pieces)
    return side_by_side.side_by_side(do, pieces)
checks.side_by_side = side
print(told() == one and len(one) > 5 and len(apart) > 2)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux shares the work.")
@pytest.mark.parametrize("code", [WHICH_PROCESS, ENDED_FROM_OUTSIDE, CTRL_C_AS_IT_BEGINS, FAILING])
def test_what_is_shared_is_done_in_order_though_a_process_fails_or_is_ended(code: str) -> None:
    told = run([sys.executable, "-c", BEGIN + code], cwd=ROOT, check=True)
    assert (told.stdout, told.stderr) == ("True\n", "")


def test_languages_checked_side_by_side_say_the_same_as_one_after_the_other(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    for name, broken in SHELF.items():
        if name.startswith(("link", "part")):
            try:
                broken.put_into(root)
            except AssertionError:
                continue  # another one stands in this place already
    told = run([sys.executable, "-c", BEGIN + CHECKED, str(root)], cwd=ROOT, check=True)
    assert (told.stdout, told.stderr) == ("True\n", "")
