"""What a phone loads before anything is read: little, in few requests, however much there is.

The weights are those of the files with gzip, as every host sends them, not of this test's server.
"""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from infosheet.publishing.theme_styles import left_out
from support.addresses import TOOLS
from support.site import Site, locale_path

# In bytes; a request each for page, styles, scripts and icon.
READING, TOOL, REQUESTS = 45_000, 55_000, 10

PAGES = {
    "": READING,
    "kesimpta/side-effects/": READING,
    "kesimpta/whole-sheet/": READING,
    **dict.fromkeys(TOOLS.values(), TOOL),
}


def heaviest(site: Site, path: str) -> str:
    """Return the language whose page is the largest, packed."""
    return max(
        (page.relative_to(site.built).parts[0] for page in site.built.glob(f"??/{path}index.html")),
        key=lambda locale: len(packed(site, f"{locale}/{path}")),
    )


def packed(site: Site, path: str) -> bytes:
    file = site.built / path
    return gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes(), 6)


@pytest.mark.parametrize("path", PAGES)
def test_a_first_view_is_small_and_asks_for_nothing_that_is_not_used_yet(
    browser: Browser, site: Site, address: str, path: str
) -> None:
    for locale in ("en", heaviest(site, path)):
        page = browser.new_page(viewport={"width": 360, "height": 740})
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))  # type: ignore[misc]
        page.goto(address + locale_path(locale) + path, wait_until="networkidle")
        page.close()
        # The icon is asked for by the browser itself, of which the page does not tell.
        (icon,) = site.built.glob("assets/icon.*.svg")
        files = {urlsplit(url).path.strip("/") for url in asked} | {f"assets/{icon.name}"}
        weights = {file: len(packed(site, file)) for file in files}
        assert len(asked) + 1 <= REQUESTS, asked
        assert sum(weights.values()) <= PAGES[path], weights
        assert not [file for file in files if file.startswith("search/") or "search." in file]


def test_no_page_and_no_script_has_a_class_whose_styles_were_left_out(site: Site) -> None:
    for page in site.built.rglob("*.html"):
        for classes in set(re.findall(r'class="([^"]*)"', page.read_text(encoding="utf-8"))):
            assert not [name for name in classes.split() if left_out(name)], page
    for script in [*site.built.glob("assets/*.js"), *site.built.glob("components/*/*.js")]:
        code = script.read_text(encoding="utf-8")
        for text in re.findall(r"""class(?:Name|List|=)?[^\n;]{0,40}?["'`]([^"'`]*)["'`]""", code):
            assert not [name for name in text.split() if left_out(name)], script


def test_files_with_another_name_than_pages_ask_for_are_not_published(site: Site) -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in site.built.rglob("*.html"))
    scripts = "".join(file.read_text(encoding="utf-8") for file in site.built.rglob("*.js"))
    for folder in ("assets", "components"):
        for file in (site.built / folder).rglob("*"):
            if file.is_file() and file.suffix != ".gz":
                assert file.name in pages + scripts, file
