"""nginx as an ordinary process on the loopback interface, with all its files in a test's folder."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.ports import free_port
from support.site import ROOT
from support.waiting import PATIENCE, serving, until

FETCHED = ROOT / ".build/nginx"
MISSING = "nginx is not there and could not be fetched: sudo apt-get install nginx"

_FOLDERS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def program() -> str | None:
    """Return the nginx of this computer, or the one that `make test` has fetched."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", str(FETCHED / "usr/sbin")])
    return shutil.which("nginx", path=path)


@contextmanager
def served_by_nginx(prefix: Path, server: str) -> Iterator[str]:
    """Yield the address of an nginx whose `server` block holds `server`, with no slash at its end.

    Raises AssertionError, with what nginx said, where it does not start.
    """
    nginx = program()
    assert nginx is not None
    port = free_port()
    types = next(
        each
        for each in (Path("/etc/nginx/mime.types"), FETCHED / "etc/nginx/mime.types")
        if each.is_file()
    )
    (prefix / "nginx.conf").write_text(
        # Its workers would otherwise be somebody who may not read a test's folder.
        ("user root;\n" if os.geteuid() == 0 else "")
        + "daemon off;\npid nginx.pid;\nworker_processes 1;\nevents {}\nhttp {\n"
        + f"include {types};\naccess_log off;\n"
        + "".join(f"{each}_temp_path {each};\n" for each in _FOLDERS)
        + f"server {{ listen 127.0.0.1:{port}; {server} }}\n}}\n",
        encoding="utf-8",
    )
    command = [nginx, "-p", f"{prefix}/", "-c", "nginx.conf", "-e", "stderr"]
    with serving(command) as process:
        until(lambda: _answers(port), "nginx", of=process)
        yield f"http://127.0.0.1:{port}"


def _answers(port: int) -> bool:
    with socket.socket() as asking:
        asking.settimeout(PATIENCE)
        return asking.connect_ex(("127.0.0.1", port)) == 0
