"""A build that is stopped leaves the last good site, and nothing else behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from infosheet.swap import building
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
    with building(copy.root / ".build"):
        told = copy.run("build")
    assert told.returncode == 1
    assert "Another build is running here" in told.stderr
    assert "Traceback" not in told.stderr
    assert not copy.built.exists()
