"""What the preview shows is what a build makes, byte for byte, whatever kind of file is edited."""

from __future__ import annotations

import re
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from support.previews import previewing
from support.site import ROOT, Site, with_languages
from support.waiting import PATIENCE

# What the preview adds to a page, and what only hosts read.
ADDED = re.compile(rb'<script src="/preview\.js\?epoch=\d+" defer></script>')
FOR_HOSTS = re.compile(r"_headers|_redirects|(.*/)?\.htaccess|_nginx\.conf|\.nojekyll|.*\.gz")

NEW_PAGE = "---\ntitle: Something new\ndescription: New\n---\n# Something new {#new}\n\nWords.\n"


def edit(file: str, right: str, wrong: str) -> Callable[[Site], object]:
    return lambda site: site.edit(file, right, wrong)


def add_page(site: Site) -> None:
    (site.root / "docs/en/something-new.md").write_text(NEW_PAGE, encoding="utf-8")
    site.edit("mkdocs.yml", "  - about.md\n", "  - about.md\n  - something-new.md\n")


# Each edit, a page that it changes, and what is then to be seen there.
EDITS: dict[str, tuple[Callable[[Site], object], str, str]] = {
    "a page": (
        edit("docs/es/about.md", "# Sobre este sitio {", "# Todo de este sitio {"),
        "es/about/",
        "Todo de este sitio",
    ),
    "the English of a translation": (
        edit("docs/en/privacy.md", "# ", "# All "),
        "es/privacy/",
        "La página en inglés ha cambiado",
    ),
    "strings": (
        edit("docs/es/strings.yml", "home: Inicio", "home: Portada"),
        "es/privacy/",
        "Portada",
    ),
    "a glossary": (
        edit("docs/es/glossary.yml", "meaning: Proteína que", "meaning: Una proteína que"),
        "es/kesimpta/how-it-works/",
        "Una proteína que",
    ),
    "a medicine": (
        edit("medicines/kesimpta.yml", "written: 2026-11-22", "written: 2026-11-21"),
        "es/kesimpta/stopping/",
        "21 de noviembre",
    ),
    "a template": (
        edit("overrides/partials/footer.html", "<footer", "<footer data-edited"),
        "es/",
        "data-edited",
    ),
    "a component's template": (
        edit("overrides/components/first-weeks/template.html", "<div", "<div data-tried"),
        "es/kesimpta/whole-sheet/",
        "data-tried",
    ),
    "a script": (
        edit("overrides/assets/site.js", "const ", "const edited = 1;\nconst "),
        "es/",
        "",
    ),
    "a style": (edit("overrides/assets/site.css", "}", "} .edited { margin: 0 }"), "es/", ""),
    "the order of the navigation": (
        edit("mkdocs.yml", "  - about.md\n  - privacy.md", "  - privacy.md\n  - about.md"),
        "es/",
        "",
    ),
    "a page that is taken away": (
        lambda site: (site.root / "docs/es/accessibility.md").unlink(),
        "es/accessibility/",
        'data-notice="fallback"',
    ),
    "a new page": (add_page, "es/something-new/", "Something new"),
}


def answer(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    except urllib.error.URLError:
        return 0, b""  # it has yet to start


def wait_for(address: str, words: str) -> None:
    begun = time.monotonic()
    while words.encode() not in (page := answer(address)[1]) or b"preview.js" not in page:
        assert time.monotonic() < begun + PATIENCE, f"{address} never showed “{words}”: {page!r}"
        time.sleep(0.1)


def wait_until_as_built(site: Site, address: str) -> None:
    """Wait until the preview has come to show what was built: it may have yet to see an edit."""
    begun = time.monotonic()
    while names := differing(site, address, address):
        assert time.monotonic() < begun + PATIENCE, f"The preview shows these otherwise: {names}"
        time.sleep(0.5)


def differing(site: Site, built_for: str, address: str, folder: str = "") -> list[str]:
    """Return which files of a built site the preview at `address` shows otherwise."""
    return [
        name
        for name, built in site.files.items()
        if name.startswith(folder)
        and not FOR_HOSTS.fullmatch(name)
        and ADDED.sub(b"", answer(address + name)[1])
        != built.replace(built_for.encode(), address.encode())
    ]


def test_every_file_is_as_it_is_built_after_an_edit_of_each_kind(copy: Site) -> None:
    """Pages in all languages or in one, styles, scripts, search, status, and what is not found."""
    site = with_languages(copy, "en", "es", "ur")
    (site.root / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", site.root / "overrides")
    with previewing(site) as address:
        wait_for(address, "")
        for name, (make, page, words) in EDITS.items():
            assert words.encode() not in answer(address + page)[1] or not words, name
            make(site)
            wait_for(address + page, words)
        told = site.run("build", SITE_URL=address)
        assert told.returncode == 0, told.stderr
        wait_until_as_built(site, address)
        with previewing(site, "--language", "es") as other:
            wait_for(f"{other}es/", "")
            assert differing(site, address, other, "es/") == []
        site.edit("mkdocs.yml", "  - something-new.md\n", "")
        (site.root / "docs/en/something-new.md").unlink()
        wait_for(f"{address}es/something-new/", 'id="not-found"')


def test_a_preview_of_one_language_minds_no_other(copy: Site) -> None:
    """What is wrong in another language is not told, and its pages are not there."""
    site = with_languages(copy, "en", "es", "ur")
    (site.root / "docs/ur/about.md").write_bytes(b"\xff\xfea\0")
    site.edit("docs/es/about.md", "# ", "# [a](nowhere.md) ")
    with previewing(site, "--language", "es") as address:
        wait_for(f"{address}es/", "“nowhere.md”, which is no page")
        assert b"docs/ur" not in answer(f"{address}es/")[1]
        assert answer(f"{address}ur/")[0] == 404
    told = site.run("serve", "--language", "ess")
    assert (told.returncode, told.stderr) == (
        1,
        "“ess” is no language here. Did you mean “es”?\n",
    )


@pytest.mark.parametrize("port", ["0", "99999"])
def test_a_port_that_is_none_is_told_in_a_sentence(few: Site, port: str) -> None:
    told = few.run("serve", "--port", port)
    said = f"There is no port {port}. Choose one from 1024 to 65535.\n"
    assert (told.returncode, told.stderr) == (1, said)
