"""A preview ends when it is told to, however often, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.ports import free_port
from support.site import ENVIRONMENT, Site
from support.waiting import ended, page, started, until

# The preview, which is told to end once more at the worst moment: when it has begun to.
TOLD_AGAIN = """
import os, signal, sys
sys.path.insert(0, "hooks")
import driver, watching
stop = watching.Watcher.stop
def told_again(watcher):
    os.kill(os.getpid(), signal.{how})
    stop(watcher)
watching.Watcher.stop = told_again
sys.exit(driver.main())
"""

# The preview, which is told to end once more before it has begun to heed no more of it.
TOLD_AT_ONCE = """
import os, signal, sys
sys.path.insert(0, "hooks")
import driver, preview
me, start, heed = os.getpid(), preview.PreviewServer.start, signal.signal
def told_again(*given):
    if os.getpid() == me:
        signal.signal = heed
        os.kill(me, signal.{how})
    return heed(*given)
def start_and_wait(server):
    signal.signal = told_again
    start(server)
preview.PreviewServer.start = start_and_wait
sys.exit(driver.main())
"""

# The preview, which is told to end where Python lets no exception out.
TOLD_IN_VAIN = """
import os, signal, sys
sys.path.insert(0, "hooks")
import driver, preview
class Cleared:
    def __del__(self): os.kill(os.getpid(), signal.{how})
read = preview.PreviewServer._read
def read_and_clear(server):
    read(server)
    Cleared()
preview.PreviewServer._read = read_and_clear
sys.exit(driver.main())
"""

# The preview, whose checks never come to an end.
NEVER_CHECKED = """
import sys
sys.path.insert(0, "hooks")
import checking, driver
def check_all(*_):
    while True:
        pass
checking.check_all = check_all
sys.exit(driver.main())
"""


def preview(site: Site, code: str, put_aside: Path) -> tuple[subprocess.Popen[str], str]:
    port = free_port()
    process = started(
        [sys.executable, "-c", code, "serve", "--port", str(port)],
        cwd=site.root, env={**ENVIRONMENT, "TMPDIR": str(put_aside)},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        # Tests that run in the background hear no Ctrl-C, and what they start would not either.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    return process, f"http://127.0.0.1:{port}/"


@pytest.fixture
def put_aside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the preview keeps its files."""
    return tmp_path_factory.mktemp("aside")


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("code", [TOLD_AGAIN, TOLD_AT_ONCE])
def test_told_again_while_it_ends_a_preview_ends_and_tidies_up(
    few: Site, put_aside: Path, code: str, how: str
) -> None:
    """A terminal and make may both tell it; a thread or process of it was then left, for ever."""
    process, address = preview(few, code.format(how=how), put_aside)
    until(lambda: page(address), "the preview", of=process)
    os.kill(process.pid, signal.Signals[how])
    _, told = ended(process)
    assert "Traceback" not in told
    assert list(put_aside.iterdir()) == []


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM"])
def test_told_where_no_exception_is_let_out_a_preview_ends_all_the_same(
    few: Site, put_aside: Path, how: str
) -> None:
    process, _ = preview(few, TOLD_IN_VAIN.format(how=how), put_aside)
    _, told = ended(process)
    assert "ignored" in told  # so it was in vain
    assert list(put_aside.iterdir()) == []


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM"])
def test_no_check_keeps_a_preview_from_showing_an_edit_and_from_its_end(
    few: Site, put_aside: Path, how: str
) -> None:
    process, address = preview(few, NEVER_CHECKED, put_aside)
    until(lambda: page(address), "the preview", of=process)
    few.edit("docs/en/index.md", "# Information about", "# All about")
    until(lambda: b"All about" in (page(address) or b""), "the edit", of=process)
    os.kill(process.pid, signal.Signals[how])
    _, told = ended(process)  # and so has all that it has started
    assert "Traceback" not in told
    assert list(put_aside.iterdir()) == []
