"""Links to other hosts are asked, asked again, and told of; those that are allowed are not."""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest

from infosheet.checks.outside_links import AllowedLinks
from infosheet.checks.outside_links import outside_links as links_of
from infosheet.content.project import load_project
from infosheet.reading.schema import validate
from infosheet.reading.yaml_reader import read_yaml
from support import newest, outside_links, weaknesses
from support.site import ROOT, Site, with_languages


@contextlib.contextmanager
def another_host(asked: Counter[str]) -> Iterator[str]:
    """A host with a page that is there, one that is not, one with a bad minute, one without end."""
    closing = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked[self.path] += 1
            if self.path == "/hangs":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
                with contextlib.suppress(OSError):  # who asked has gone
                    while not closing.wait(0.2):
                        self.wfile.write(b" ")
                return
            bad = self.path == "/flaky" and asked[self.path] == 1
            self.send_response({"/dead": 404, "/refuses": 403}.get(self.path, 503 if bad else 200))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    closing.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def project(tmp_path: Path) -> Site:
    for name in ("docs", "medicines"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / ".github").mkdir()
    return with_languages(Site(tmp_path), "en")


def allow(project: Site, *entries: str) -> None:
    # The real links would be asked from wherever the tests run.
    lines = "".join(f"  - {{{entry}}}\n" for entry in ('link: "https://", reason: real', *entries))
    (project.root / outside_links.ALLOWED).write_text(f"allowed:\n{lines}", encoding="utf-8")


def test_a_dead_link_is_told_with_its_place_a_flaky_one_is_asked_again_an_allowed_one_never(
    project: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: Counter[str] = Counter()
    with another_host(asked) as host:
        links = " ".join(f"[x]({host}/{name})" for name in ("good", "dead", "flaky", "refuses#a"))
        page = project.root / "docs/en/about.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(f"{text}\n{links}\n", encoding="utf-8")
        allow(project, f'link: "{host}/refuses", reason: "a reader can open it"')
        assert outside_links.run(project.root, pauses=(0, 0)) == 0
    told = capsys.readouterr().out
    line = text.count("\n") + 2
    assert told.startswith("1 link to another host could not be opened.\n")
    assert f"- <{host}/dead>: 404" in told
    assert f"  - docs/en/about.md, line {line}\n" in told
    assert "flaky" not in told
    assert asked["/refuses"] == 0
    assert asked["/good"] == 1
    assert asked["/flaky"] == 2
    assert asked["/dead"] == 3


def test_a_host_that_never_comes_to_an_end_is_given_up_and_named(
    project: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """It goes on to send a little, so that no time limit of a silence ends it."""
    with another_host(Counter()) as host:
        with (project.root / "docs/en/about.md").open("a", encoding="utf-8") as page:
            page.write(f"\n[x]({host}/hangs)\n")
        allow(project)
        assert outside_links.run(project.root, pauses=(), patience=3) == 0
    assert f"- <{host}/hangs>: no answer within 3 seconds\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("tool", "asked"), [(weaknesses, "list of known weaknesses"), (newest, "package index")]
)
def test_a_tool_that_asks_other_hosts_ends_and_says_what_did_not_answer(
    tool: ModuleType,
    asked: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With no patience at all, whatever it asks has not answered."""
    monkeypatch.setattr(newest, "FOLDER", tmp_path)
    assert tool.main(patience=0) == 1
    told = capsys.readouterr().err
    assert asked in told
    assert "did not end in 0 seconds. So nothing" in told
    assert "try again later" in told


def test_a_step_with_the_newest_packages_that_hangs_is_ended_and_named(tmp_path: Path) -> None:
    hanging = [sys.executable, "-c", "import time; time.sleep(9999)"]
    assert newest.tried(hanging, tmp_path, 0) == ("did not end in 0 seconds", [])


def test_nothing_is_said_where_every_link_answers(
    project: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    allow(project)
    assert outside_links.run(project.root, pauses=()) == 0
    assert capsys.readouterr().out == ""


def test_an_allowed_link_that_no_page_has_any_longer_is_to_be_taken_out(
    project: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    allow(project, 'link: "http://gone.example/", reason: old')
    assert outside_links.run(project.root, pauses=()) == 0
    assert "No page links to <http://gone.example/> any longer" in capsys.readouterr().out


def test_an_allowed_link_needs_a_reason(project: Site, capsys: pytest.CaptureFixture[str]) -> None:
    allow(project, 'link: "http://some.example/"')
    assert outside_links.run(project.root, pauses=()) == 1
    assert "“reason” is missing" in capsys.readouterr().err


def test_the_real_list_of_allowed_links_can_be_read_and_the_real_links_are_found() -> None:
    allowed, problems = read_yaml(ROOT / outside_links.ALLOWED, ROOT)
    assert [*problems, *validate(allowed, AllowedLinks)[1]] == []
    found = links_of(load_project(ROOT)[0])
    assert {"https://111.nhs.uk/", "https://www.nice.org.uk/guidance/ta699"} <= found.keys()
    assert {place.file for place in found["https://111.nhs.uk/"]} >= {
        "medicines/kesimpta.yml",
        "docs/en/kesimpta/problems.md",
        "docs/bn/kesimpta/problems.md",
    }


def test_known_weaknesses_are_listed_once_with_the_version_that_mends_them() -> None:
    weak = {"id": "PYSEC-1", "fix_versions": ["3.1"]}
    packages = [
        {"name": "jinja2", "version": "3", "vulns": [weak]},
        {"name": "jinja2", "version": "3", "vulns": [weak]},
        {"name": "mkdocs", "version": "1", "vulns": []},
        {"name": "local", "skip_reason": "no version"},
    ]
    told = weaknesses.weaknesses(json.dumps({"dependencies": packages}))
    assert told.count("- jinja2 3: PYSEC-1, mended in 3.1\n") == 1
    assert "mkdocs" not in told
    assert weaknesses.weaknesses(json.dumps({"dependencies": packages[2:]})) == ""
