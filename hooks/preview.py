"""The preview: serve the site on this machine, as new as its files, and show every mistake."""

from __future__ import annotations

import errno
import functools
import html
import logging
import posixpath
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import parse_qs, quote

from mkdocs.livereload import _SCRIPT_TEMPLATE, LiveReloadServer

from checking import Checker
from infosheet.content.kept import Kept
from infosheet.content.project import load_project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import Problem, did_you_mean, errors, report
from site_on_request import SiteOnRequest
from watching import Watcher

HOST = "127.0.0.1"
_LAST_PORT = 65535
_CHOOSE_A_PORT = f"Choose one from 1024 to {_LAST_PORT}."
WATCHED = ("docs", "medicines", "overrides", "mkdocs.yml", "hooks")

# Where the content is small, a page and the mistakes in it are shown at once; where checking takes
# longer than this, the page is shown first.
_PATIENCE = 0.4  # seconds
_ENDING = (signal.SIGINT, signal.SIGTERM)

_STYLE = """
.preview-mistakes { position: relative; z-index: 9; margin: 0; padding: 1rem 1.5rem;
  max-block-size: 45vh; overflow-y: auto;
  background: #fff4ce; color: #212b32; border-block-end: 6px solid #aa2a2a;
  font: 1rem/1.5 ui-monospace, monospace; }
.preview-mistakes pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
"""


class PreviewServer(LiveReloadServer):
    """MkDocs' own server, which reloads pages, made to work under the site's policy.

    Its script comes as a file, since the policy lets no unknown script stand in a page. A page is
    made when a browser asks for it; an edit only reads what has changed, and reloads the browsers.
    """

    def __init__(self, root: Path, port: int, folder: Path, language: str | None) -> None:
        super().__init__(self._after_edit, HOST, port, str(folder))
        self.site = SiteOnRequest(folder, self.url)
        # The pages of other languages are not even read.
        self._locales = (SOURCE_LOCALE, language) if language else None
        self.url += f"{language}/" if language and language != SOURCE_LOCALE else ""
        self._project_root = root
        self._kept = Kept()
        self._edited = threading.Event()
        self.checker = Checker(root, self._locales, self._checked, self._kept)
        self._checks: list[Problem] | None = None  # what the last check said, once there was one
        self._told = ""
        places = [root / name for name in WATCHED]
        # Instead of MkDocs' own, which a link in a circle ends.
        self.observer = Watcher(places, self._noticed)  # type: ignore[assignment]
        self.serve_thread.daemon = True  # it keeps no process that is to end
        self._watched_paths = {str(place): 1 for place in places}

    def start(self) -> None:
        """Read the content and serve it until Ctrl-C is pressed; it is checked meanwhile."""
        self._read()
        self.checker.start()
        self.checker.ask()
        self.serve()  # type: ignore[no-untyped-call]

    def end(self, usual: Callable[..., Any], number: int, frame: FrameType | None) -> None:
        """Do what a signal to end usually does, and see to it that the loop ends, too.

        An exception would be lost where Python lets none out, and this would go on for ever.
        """
        _hear_no_more()
        self._shutdown = True
        usual(number, frame)

    def _noticed(self, changed: set[Path]) -> None:
        code = {path for path in changed if path.is_relative_to(self._project_root / "hooks")}
        if any(path.suffix == ".py" for path in code):
            sys.stderr.write("The code has changed: press Ctrl-C and start this again to see it.\n")
        if changed - code:
            self._edited.set()
            self._reload()

    def _reload(self) -> None:
        """Let every open page be loaded again, once no more edits come."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _after_edit(self) -> None:
        if self._edited.is_set():
            self._edited.clear()
            self.checker.ask()
            self._read()
            self.checker.done_within(_PATIENCE)

    def _read(self) -> None:
        """Read what has changed; what cannot be read leaves the site as it was."""
        try:
            project, _ = load_project(self._project_root, self._kept, self._locales)
        except OSError:
            return  # the check meets it too, and says so
        if not project.unread and SOURCE_LOCALE in project.languages:
            self.site.use(project, self._locales or tuple(project.languages))

    def _checked(self, problems: list[Problem]) -> None:
        self._checks = problems
        if problems:
            sys.stderr.write(report(problems) + "\n")
        if self._mistakes() != self._told:
            self._reload()

    def _mistakes(self) -> str:
        """Return what is to be mended, as far as it is known."""
        if self._checks is None or not self.checker.done_within(0):
            # What keeps a page from being made may be a mistake that the check has yet to name.
            return report(errors(self._checks or []))
        return report(errors(self._checks) or errors(self.site.problems))

    def _serve_request(
        self, environ: dict[str, Any], start_response: Any
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        query = parse_qs(environ.get("QUERY_STRING", ""))
        if path == "/preview.js":
            epoch = int(query["epoch"][0])
            script = _SCRIPT_TEMPLATE.substitute(epoch=epoch, request_id=epoch)
            start_response("200 OK", [("Content-Type", "text/javascript")])
            return [script.encode()]
        if path == "/preview.css":
            start_response("200 OK", [("Content-Type", "text/css")])
            return [_STYLE.encode()]
        place = posixpath.normpath(path + ("index.html" if path.endswith("/") else "")).lstrip("/")
        return self._answer(place, start_response)

    def _answer(self, place: str, start_response: Any) -> Iterable[bytes]:
        """Answer with the file at `place`; a page tells what is wrong, and is loaded again."""
        epoch = self._visible_epoch  # before the page is made: it may be older than that, not newer
        content, status = self.site.read(place), "200 OK"
        kind = self._guess_type(place)  # type: ignore[no-untyped-call]
        if content is None and self.site.read(f"{place}/index.html") is not None:
            start_response("302 Found", [("Location", quote(f"/{place}/"))])
            return []
        if content is None:
            content, status, kind = self.site.not_found(place) or b"", "404 Not Found", "text/html"
        if kind == "text/html":
            content = self._inject_js_into_html(content, epoch)
        length = ("Content-Length", str(len(content)))
        start_response(status, [("Content-Type", kind), length, ("Cache-Control", "no-store")])
        return [content]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        head, body, rest = content.partition(b"<body")
        added = f'<script src="/preview.js?epoch={epoch}" defer></script>'
        self._told = self._mistakes()
        if self._told:
            added += (
                '<link rel="stylesheet" href="/preview.css">'
                '<aside class="preview-mistakes" tabindex="0" lang="en" dir="ltr"'
                ' aria-label="Mistakes">'
                f"<pre>{html.escape(self._told)}</pre></aside>"
            )
        tag, end, rest = rest.partition(b">")
        return head + body + tag + end + added.encode() + rest


def serve(root: Path, port: int, language: str | None = None) -> int:
    """Serve the site below `root` until Ctrl-C is pressed; return the exit code.

    With a `language`, only its pages are there, and the English ones that they are held against.
    """
    if not 0 < port <= _LAST_PORT:
        sys.stderr.write(f"There is no port {port}. {_CHOOSE_A_PORT}\n")
        return 1
    if language:
        project, problems = load_project(root, locales=())
        if language not in project.languages:
            meant = did_you_mean(language, project.languages)
            said = f"“{language}” is no language here. {meant}"
            sys.stderr.write(f"{report(errors(problems)) or said}\n")
            return 1
    told = logging.getLogger("mkdocs.livereload")
    told.addHandler(logging.StreamHandler())
    told.setLevel(logging.INFO)
    told.propagate = False
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = folder  # what libraries put aside lies here too, and goes with it
        server = PreviewServer(root, port, Path(folder), language)
        for each in _ENDING:
            if callable(usual := signal.getsignal(each)):
                signal.signal(each, functools.partial(server.end, usual))
        try:
            server.start()
        except KeyboardInterrupt:
            sys.stderr.write("\n")
        except OSError as error:
            if error.errno == errno.EACCES:
                sys.stderr.write(f"Port {port} is not for you. {_CHOOSE_A_PORT}\n")
                return 1
            if error.errno != errno.EADDRINUSE:
                raise
            sys.stderr.write(f"Port {port} is taken, perhaps by another preview. Choose another:\n")
            sys.stderr.write(f"    make serve PORT={port + 1}\n")
            return 1
        finally:
            _hear_no_more()
            server.checker.end()
            server.shutdown()
            server.site.close()
    return 0


def _hear_no_more() -> None:
    """Let no second signal end the tidying: a terminal and make may both tell this to end."""
    for each in _ENDING:
        # Where one has come just now, Python would complain of SIG_IGN.
        signal.signal(each, lambda *_: None)
