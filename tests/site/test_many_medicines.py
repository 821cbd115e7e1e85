"""With several medicines a page lists the pages of its own, and leads to the list of the others."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from support.site import Site, with_languages

OTHERS = ("another", "third")


@pytest.fixture
def several(copy: Site) -> Site:
    """English alone, with two more medicines that are as Kesimpta is, but for their names."""
    with_languages(copy, "en")
    settings = copy.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    section = re.search(r"  - Kesimpta:\n(?:      - .*\n)+", text)
    assert section is not None
    for name in OTHERS:
        own = f"medicines/{name}.yml"
        shutil.copy(copy.root / "medicines/kesimpta.yml", copy.root / own)
        copy.edit(own, "name: Kesimpta\n", f"name: {name.title()}\n")
        shutil.copytree(copy.root / "docs/en/kesimpta", copy.root / f"docs/en/{name}")
        added = section[0].replace("Kesimpta", name.title()).replace("kesimpta", name)
        text = text.replace(
            "  - disease-modifying-drugs.md\n", f"{added}  - disease-modifying-drugs.md\n"
        )
    settings.write_text(text, encoding="utf-8")
    told = copy.run("build")
    assert told.returncode == 0, told.stderr
    return copy


def links(site: Path, page: str) -> list[str]:
    """Return where the list of pages leads to, on an English page."""
    text = (site / page / "index.html").read_text(encoding="utf-8")
    listed = text[text.index('<nav class="site-nav"') :]
    return re.findall(r'<a href="([^"]*)"', listed[: listed.index("</nav>")])


def test_the_list_of_pages_does_not_grow_with_the_number_of_medicines(
    site: Site, several: Site
) -> None:
    for name in ("kesimpta", *OTHERS):
        one = links(site.built, "kesimpta/side-effects")
        found = links(several.built, f"{name}/side-effects")
        assert [link for link in found if link != "../..#medicines"] == one
        assert len(found) == len(one) + 1
    about = links(several.built, "about")
    assert "..#medicines" in about
    assert not [link for link in about if any(name in link for name in ("kesimpta", *OTHERS))]
    home = (several.built / "index.html").read_text(encoding="utf-8")
    listed = home[home.index('id="medicines"') :]
    ways = re.findall(r'<a href="([^"]*)"', listed[: listed.index("</nav>")])
    assert ways == ["kesimpta/", "another/", "third/"]
    assert 'id="medicines"' not in (site.built / "index.html").read_text(encoding="utf-8")
