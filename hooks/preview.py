"""The preview: serve the site on this machine, build it after each edit, and show every mistake."""

from __future__ import annotations

import html
import logging
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from mkdocs.exceptions import Abort
from mkdocs.livereload import _SCRIPT_TEMPLATE, LiveReloadServer

from infosheet.failures import failure
from infosheet.problems import Problem, errors, report
from infosheet.project import Project
from mkdocs_settings import check_all
from watching import Watcher

HOST = "127.0.0.1"
WATCHED = ("docs", "medicines", "overrides", "mkdocs.yml")

_STYLE = """
.preview-mistakes { position: relative; z-index: 9; margin: 0; padding: 1rem 1.5rem;
  background: #fff4ce; color: #212b32; border-block-end: 6px solid #aa2a2a;
  font: 1rem/1.5 ui-monospace, monospace; }
.preview-mistakes pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
"""

_NOTHING_YET = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title>'
    "<body><p>The site will be shown here when the mistakes are mended.</p></body></html>"
)

SiteBuilder = Callable[[Project, Path, str], list[Problem]]


class PreviewServer(LiveReloadServer):
    """MkDocs' own server, which reloads pages, made to work under the site's policy.

    Its script comes as a file, since the policy lets no unknown script stand in a page.
    """

    problems: tuple[Problem, ...] = ()

    def watch_with(self, watcher: Watcher, places: Iterable[Path]) -> None:
        """Let `watcher` notice edits instead of MkDocs' own, which a link in a circle ends."""
        self.observer = watcher  # type: ignore[assignment]
        self._watched_paths = {str(place): 1 for place in places}

    def ask_for_rebuild(self) -> None:
        """Build again, once no more edits come."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _serve_request(
        self, environ: dict[str, Any], start_response: Any
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        query = parse_qs(environ.get("QUERY_STRING", ""))
        if path == "/preview.js":
            script = _SCRIPT_TEMPLATE.substitute(
                epoch=int(query["epoch"][0]), request_id=int(query["epoch"][0])
            )
            start_response("200 OK", [("Content-Type", "text/javascript")])
            return [script.encode()]
        if path == "/preview.css":
            start_response("200 OK", [("Content-Type", "text/css")])
            return [_STYLE.encode()]
        return super()._serve_request(environ, start_response)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        head, body, rest = content.partition(b"<body")
        added = f'<script src="/preview.js?epoch={epoch}" defer></script>'
        if errors(self.problems):
            told = html.escape(report(errors(self.problems)))
            added += (
                '<link rel="stylesheet" href="/preview.css">'
                '<aside class="preview-mistakes" lang="en" dir="ltr" aria-label="Mistakes">'
                f"<pre>{told}</pre></aside>"
            )
        tag, end, rest = rest.partition(b">")
        return head + body + tag + end + added.encode() + rest


def serve(root: Path, build_site: SiteBuilder, port: int) -> int:
    """Serve the site below `root` until Ctrl-C is pressed; return the exit code."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    url = f"http://{HOST}:{port}/"
    places = [root / name for name in WATCHED]
    with tempfile.TemporaryDirectory() as folder:
        shown = Path(folder) / "site"
        shown.mkdir()
        (shown / "index.html").write_text(_NOTHING_YET, encoding="utf-8")
        server: PreviewServer

        def rebuild() -> None:
            server.problems = tuple(_rebuild(root, shown, build_site, url))
            if server.problems:
                sys.stderr.write(report(server.problems) + "\n")

        server = PreviewServer(rebuild, HOST, port, str(shown))
        server.error_handler = lambda code: _error_page(shown, code)
        server.watch_with(Watcher(places, server.ask_for_rebuild), places)
        rebuild()
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            sys.stderr.write("\n")
        finally:
            server.shutdown()
    return 0


def _error_page(shown: Path, code: int) -> bytes | None:
    page = shown / f"{code}.html"
    return page.read_bytes() if page.is_file() else None


def _rebuild(root: Path, shown: Path, build_site: SiteBuilder, url: str) -> list[Problem]:
    """Build into the folder that is served; with a mistake, as much of the site as can be built.

    Returns the mistakes to show. What cannot be built at all leaves the last site in place.
    """
    problems: list[Problem] = []
    try:
        project, problems = check_all(root)
        if project.unread:
            return problems  # MkDocs would read the file all the same, whatever is in it
        new = shown.with_name("new-site")
        shutil.rmtree(new, ignore_errors=True)
        from_build = build_site(project, new, url)
        if not errors(problems):
            # MkDocs warns once more, without a line, of what the checks have found already.
            problems += from_build
        shutil.rmtree(shown)
        new.rename(shown)
    except (Exception, Abort) as error:  # the preview goes on, whatever an edit has broken
        if not errors(problems):
            problems.append(Problem("the build", 0, failure(error, root / ".build")))
    return problems
