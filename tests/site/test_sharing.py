"""What search engines and social media are told of each page."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from infosheet.publishing.published_code import published_name
from support.kinds import LOCALES
from support.site import Site, locale_path

PROPERTY = re.compile(r'<meta property="og:([a-z:_]+)" content="([^"]*)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
ADDRESS = "https://infosheet.example/"


def pages(site: Site, locale: str) -> dict[str, str]:
    """Return the text of each page of a language by its path; no page of another language."""
    folder = site.built / locale_path(locale)
    others = [locale_path(each).rstrip("/") for each in LOCALES if each != "en"]
    found = {}
    for path in sorted(folder.rglob("index.html")):
        name = path.relative_to(folder).parent.as_posix()
        if name.split("/")[0] not in [*others, "status"]:
            found["" if name == "." else f"{name}/"] = path.read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_each_page_has_its_own_title_and_description_in_its_language(
    site: Site, locale: str
) -> None:
    said = set()
    for path, text in pages(site, locale).items():
        shared = {name: unescape(value) for name, value in PROPERTY.findall(text)}
        description = DESCRIPTION.search(text)
        assert description is not None, path
        assert shared["description"] == unescape(description[1])
        assert shared["url"] == f"{ADDRESS}{locale_path(locale)}{path}"
        assert shared["locale"] == f"{locale}_GB"
        data = DATA.search(text)
        assert data is not None, path
        told = json.loads(data[1])
        assert (told["name"], told["url"]) == (shared["title"], shared["url"])
        assert told["inLanguage"] == locale
        assert "lastReviewed" not in told
        assert ("translationOfWork" in told) == (locale != "en")
        said.add((shared["title"], shared["description"]))
    assert len(said) == len(pages(site, locale))


def test_a_page_about_the_medicine_names_it_and_what_it_cites(site: Site) -> None:
    for locale in LOCALES:
        data = DATA.search(pages(site, locale)["kesimpta/research/"])
        assert data is not None
        told = json.loads(data[1])
        assert told["@type"] == "MedicalWebPage"
        assert told["about"]["name"] == "Kesimpta"
        assert told["citation"][0]["name"].startswith("The charity’s")
        assert len(told["citation"]) == 3


def test_the_pictures_of_the_site_are_there_in_the_sizes_that_are_asked_for(site: Site) -> None:
    touch_icon = published_name(site.built, "assets/touch-icon.png")
    for name, size in ((touch_icon, (180, 180)), ("assets/share.png", (1200, 630))):
        start = (site.built / name).read_bytes()[:24]
        assert start[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(start[16:20]), int.from_bytes(start[20:24])) == size
