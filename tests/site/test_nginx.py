"""A real nginx with the configuration that the site brings, at the root of a host and below it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from infosheet.publishing.hosting import headers
from support.nginx import MISSING, program, served_by_nginx
from support.server import headers_of
from support.site import Site
from support.waiting import PATIENCE

pytestmark = pytest.mark.skipif(program() is None, reason=MISSING)


@dataclass(frozen=True)
class Hosted:
    """A built site, and the address where nginx serves it, with the slash that paths follow."""

    built: Path
    address: str

    def ask(self, path: str, **sent: str) -> tuple[int, Message, bytes]:
        """Return the status, headers and body for a path below the site; follow nothing.

        `sent` are headers of the request, with “_” for “-”.
        """
        url = urlsplit(self.address + path)
        asking = HTTPConnection(url.netloc, timeout=PATIENCE)
        headers = {name.replace("_", "-"): value for name, value in sent.items()}
        asking.request("GET", url.path, headers=headers)
        answer = asking.getresponse()
        found = answer.status, answer.headers, answer.read()
        asking.close()
        return found


@pytest.fixture(scope="module", params=["at the root", "below a path"])
def hosted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hosted]:
    """The whole site at the root of nginx, and the one in two languages below /sheets/."""
    below = request.param == "below a path"
    site: Site = request.getfixturevalue("sheets" if below else "site")
    how = (site.built / "_nginx.conf").read_text(encoding="utf-8")
    # As its own first lines say, so that they are tried too.
    said = "\n".join(re.findall(r"^# (server .*|location .*)$", how, re.MULTILINE))
    block = said.replace("/where/the/site/stands", str(site.built))
    block = re.sub(r"^server \{ …; (.*) \}$", r"\1", block)
    assert ("location /sheets/ {" in block) == below
    with served_by_nginx(tmp_path_factory.mktemp("nginx"), block) as address:
        yield Hosted(site.built, f"{address}/sheets/" if below else f"{address}/")


def test_every_answer_has_the_headers_that_are_promised(hosted: Hosted) -> None:
    policy = headers_of(hosted.built)["Content-Security-Policy"]
    promised = headers(policy.removesuffix("; frame-ancestors 'none'"))
    index = next((hosted.built / "search/ur").glob("*/*.pf_index"))
    scripts = list((hosted.built / "assets").rglob("*.js"))
    for path, status in {
        "": 200,
        "ur/kesimpta/dosing-calendar/": 200,
        scripts[0].relative_to(hosted.built).as_posix(): 200,
        index.relative_to(hosted.built).as_posix(): 200,
        "sitemap.xml": 200,
        "kesimpta": 301,
        "ur/nothing/": 404,
        "assets/nothing.js": 404,
    }.items():
        told, sent, _ = hosted.ask(path)
        assert told == status, path
        assert {name: sent.get_all(name) for name in promised} == {
            name: [value] for name, value in promised.items()
        }, path
        assert sent["Server"] == "nginx", path


def test_what_is_not_there_is_told_in_the_language_that_was_asked_for(hosted: Hosted) -> None:
    languages = [path.parent.name for path in hosted.built.glob("*/404.html")]
    assert "ur" in languages
    folders = {**{language: f"{language}/" for language in languages}, "en": ""}
    for folder in folders.values():
        wanted = (hosted.built / f"{folder}404.html").read_bytes()
        for below in ("nothing", "nothing/", "kesimpta/nothing/at/all.html", "kesimpta/problems/x"):
            status, _, body = hosted.ask(folder + below)
            assert (status, body) == (404, wanted), folder + below


def test_a_folder_without_a_page_is_not_found_rather_than_forbidden(hosted: Hosted) -> None:
    status, _, body = hosted.ask("assets/")
    assert (status, body) == (404, (hosted.built / "404.html").read_bytes())


def test_an_address_without_its_last_slash_leads_on_whatever_name_the_host_has(
    hosted: Hosted,
) -> None:
    """The address is relative to the host, which may be reached by another name or port."""
    status, sent, _ = hosted.ask("ur/kesimpta")
    assert (status, sent["Location"]) == (301, f"{urlsplit(hosted.address).path}ur/kesimpta/")


def test_what_never_changes_is_kept_and_what_may_change_is_asked_for_in_every_language(
    hosted: Hosted,
) -> None:
    hashed = re.compile(r"\.[0-9a-f]{8}\.(css|js)$")
    assets = [path for path in (hosted.built / "assets").rglob("*") if hashed.search(path.name)]
    pieces = [*(hosted.built / "search/ur").rglob("*.pf_index")]
    for path in (assets[0], pieces[0]):
        _, sent, _ = hosted.ask(path.relative_to(hosted.built).as_posix())
        assert "immutable" in sent["Cache-Control"], path
    for page in ("", "ur/", "ur/kesimpta/problems/", "search/ur/pagefind-entry.json"):
        _, sent, _ = hosted.ask(page)
        assert sent["Cache-Control"] == "no-cache", page


def test_the_small_copy_of_a_page_is_sent_to_who_can_read_it(hosted: Hosted) -> None:
    for page in ("", "ur/kesimpta/problems/"):
        _, plain, text = hosted.ask(page)
        _, small, packed = hosted.ask(page, Accept_Encoding="gzip")
        assert plain["Content-Encoding"] is None
        assert small["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed) == text
        assert "Accept-Encoding" in small["Vary"]


def test_every_file_has_the_type_that_browsers_ask_for(hosted: Hosted) -> None:
    types: dict[str, set[str]] = {}
    for path in sorted(hosted.built.rglob("*")):
        kind = path.suffix
        if path.is_file() and kind not in types and not path.name.startswith((".", "_")):
            _, sent, _ = hosted.ask(path.relative_to(hosted.built).as_posix())
            types.setdefault(kind, set()).add(sent.get_content_type())
    scripts = {"text/javascript", "application/javascript"}
    assert types.pop(".js") <= scripts
    packed = {each for each in types if each.startswith(".pf_") or each == ".pagefind"}
    assert {".pf_index", ".pf_meta", ".pagefind"} <= packed
    for each in packed:
        assert types.pop(each) == {"application/octet-stream"}, each
    wanted = {
        ".css": "text/css", ".html": "text/html", ".json": "application/json",
        ".png": "image/png", ".svg": "image/svg+xml", ".xml": "text/xml",
    }  # fmt: skip
    assert {kind: types.get(kind) for kind in wanted} == {
        kind: {each} for kind, each in wanted.items()
    }
