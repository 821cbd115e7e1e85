"""A build that is stopped leaves the last good site, and nothing else behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from support.site import Site


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("after", [0.1, 0.4, 0.8])
def test_a_stopped_build_leaves_the_last_good_site(
    copy: Site, how: signal.Signals, after: float
) -> None:
    copy.built.mkdir()
    (copy.built / "index.html").write_text("the last good site", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "hooks/driver.py", "build"],
        cwd=copy.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    time.sleep(after)
    process.send_signal(how)
    process.wait()
    page = (copy.built / "index.html").read_text(encoding="utf-8")
    # A build may have ended before it was stopped; in between there is nothing.
    assert page == "the last good site" or page.rstrip().endswith("</html>")
    told = copy.run("build")
    assert told.returncode == 0, told.stderr


def test_a_second_build_at_the_same_time_is_refused_in_a_sentence(copy: Site) -> None:
    first = subprocess.Popen(
        [sys.executable, "hooks/driver.py", "build"],
        cwd=copy.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    lock = copy.root / ".build" / "lock"
    while not lock.exists() and first.poll() is None:
        time.sleep(0.01)
    second = copy.run("build")
    assert first.wait() == 0
    if second.returncode:
        assert "Another build is running here" in second.stderr
        assert "Traceback" not in second.stderr
