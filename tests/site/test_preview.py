"""The preview goes on through every mistake, and shows it on the page until it is mended."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from support.mistakes import BROKEN
from support.site import Site
from support.waiting import page as asked
from support.waiting import until

IN_MISTAKES = "preview-mistakes"


def page_with(address: str, *, mistake: str | None) -> str:
    """Return the page once it names the mistake, or once it names none."""

    def shown() -> str | None:
        page = (asked(address) or b"").decode()
        return page if page and (mistake in page if mistake else IN_MISTAKES not in page) else None

    return until(shown, f"the preview with {mistake or 'no mistake'}")


@pytest.mark.parametrize(
    "name",
    [
        "a broken link",
        "a missing anchor",
        "an unknown key in the medicine file",
        "an unknown placeholder",
    ],
)
def test_the_preview_goes_on_through_a_mistake(copy: Site, preview: str, name: str) -> None:
    page_with(preview, mistake=None)
    file, right, wrong, message, _ = BROKEN[name]
    line = copy.edit(file, right, wrong)
    page = page_with(preview, mistake=message)
    assert f"{file}:{line}" in page
    copy.edit(file, wrong, right)
    page_with(preview, mistake=None)


def folder_for_file(root: Path, name: str) -> None:
    (root / name).unlink()
    (root / name).mkdir()


# Each with what the page then says; the next one follows as soon as this one is mended.
WORST: dict[str, Callable[[Path], object]] = {
    "saved as UTF-16": lambda root: (root / "docs/en/about.md").write_bytes(b"\xff\xfea\0"),
    "hardly text": lambda root: (root / "docs/es/index.md").write_bytes(bytes(1000)),
    "10.0 MB long": lambda root: (root / "docs/en/index.md").write_bytes(b"a" * 10_000_000),
    "begins a piece of HTML": lambda root: (root / "docs/en/about.md").write_text(
        "---\ntitle: a\ndescription: b\n---\n# A {#a}\n\n<script>alert()</script>\n"
    ),
    "a value is missing here": lambda root: (root / "mkdocs.yml").write_text("nav: ["),
    "Nothing stands here": lambda root: (root / "mkdocs.yml").write_text(""),
    "cannot be read: no such file": lambda root: (root / "mkdocs.yml").unlink(),
    "has no file docs/es/strings.yml": lambda root: (root / "docs/es/strings.yml").unlink(),
    "has no file docs/en/strings.yml": lambda root: (root / "docs/en/strings.yml").unlink(),
    "docs/es/strings.yml: error: A file is expected": lambda root: folder_for_file(
        root, "docs/es/strings.yml"
    ),
    "docs/en/circle: error: This is a link": lambda root: (root / "docs/en/circle").symlink_to("."),
    "neither a file nor a folder": lambda root: os.mkfifo(root / "docs/en/pipe.md"),
    "There is no folder medicines/": lambda root: shutil.rmtree(root / "medicines"),
    "There is no folder docs/": lambda root: shutil.rmtree(root / "docs"),
    "more than 20 lists": lambda root: (root / "medicines/kesimpta.yml").write_text("[" * 9999),
}


def test_one_preview_goes_on_through_the_worst_of_mistakes(
    few: Site, preview_of_few: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page_with(preview_of_few, mistake=None)
    good = tmp_path_factory.mktemp("good")
    parts = ("docs", "medicines", "mkdocs.yml")

    def copied(source: Path, target: Path) -> None:
        for name in parts:
            path = target / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            if (source / name).is_dir():
                shutil.copytree(source / name, path)
            else:
                shutil.copy(source / name, path)

    copied(few.root, good)
    for said, worsen in WORST.items():
        worsen(few.root)
        page = page_with(preview_of_few, mistake=said)
        assert "not your doing" not in page
        assert page.count(IN_MISTAKES) == 1
        copied(good, few.root)
    few.edit("docs/en/index.md", "# Information about", "# All about")
    assert "All about" in page_with(preview_of_few, mistake=None)


def test_an_edit_reloads_the_open_page_under_the_site_s_policy(
    copy: Site, preview: str, browser: Browser
) -> None:
    page_with(preview, mistake=None)
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(preview)
    copy.edit("docs/en/index.md", "# Information about", "# All about")
    expect(page.locator("h1")).to_contain_text("All about")
    assert [text for text in refused if "Content Security Policy" in text] == []
    page.close()
