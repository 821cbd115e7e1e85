"""Broken trees: files, folders and links that do not belong where they stand."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from shelf.broken import Broken
from shelf.pages import HOME, PAGE


def link(name: str, to: str) -> Callable[[Path], None]:
    return lambda root: (root / name).symlink_to(to)


def folder(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).mkdir(parents=True)


def instead(name: str, put: Callable[[Path], None]) -> Callable[[Path], None]:
    def by_hand(root: Path) -> None:
        (root / name).unlink()
        put(root)

    return by_hand


def renamed(name: str, to: str) -> Callable[[Path], None]:
    return lambda root: (root / name).rename(root / to) and None


def with_bytes(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root / "docs/en/inventol") + b"/caf\xe9.md")).touch()


def copied(name: str, to: str) -> Callable[[Path], None]:
    return lambda root: (root / to).write_bytes((root / name).read_bytes()) and None


A_LINK = "This is a link to another file or folder"
A_COPY = "Put a copy of the file in its place"
NAME = "small letters a to z, figures and hyphens"

FILES = {
    "a link to a file outside": Broken(
        "docs/en/passwords.md", A_LINK, A_COPY, by_hand=link("docs/en/passwords.md", "/etc/passwd")
    ),
    "a page that is a link": Broken(
        PAGE, A_LINK, A_COPY, by_hand=instead(PAGE, link(PAGE, "/etc/passwd"))
    ),
    "a link to a folder outside": Broken(
        "docs/en/etc", A_LINK, by_hand=link("docs/en/etc", "/etc")
    ),
    "a link to itself": Broken(
        "docs/en/circle.md", A_LINK, by_hand=link("docs/en/circle.md", "circle.md")
    ),
    "a link in a circle": Broken(
        "docs/en/inventol/up", A_LINK, by_hand=link("docs/en/inventol/up", "..")
    ),
    "a hidden link in a circle": Broken("docs/en/.up", A_LINK, by_hand=link("docs/en/.up", ".")),
    "a link to nothing": Broken(
        "docs/en/gone.md", A_LINK, by_hand=link("docs/en/gone.md", "nothing")
    ),
    "strings that are a link": Broken(
        "docs/es/strings.yml",
        A_LINK,
        by_hand=instead("docs/es/strings.yml", link("docs/es/strings.yml", "../en/strings.yml")),
    ),
    "a medicine that is a link": Broken(
        "medicines/other.yml", A_LINK, by_hand=link("medicines/other.yml", "/etc/passwd")
    ),
    "a medicine that is a link in a circle": Broken(
        "medicines/circle.yml", A_LINK, by_hand=link("medicines/circle.yml", "circle.yml")
    ),
    "a language that is a link": Broken("docs/fr", A_LINK, by_hand=link("docs/fr", "en")),
    "a page that is a folder": Broken(
        "docs/en/inventol/more.md",
        "expected here, but this is a folder",
        by_hand=folder("docs/en/inventol/more.md"),
    ),
    "strings that are a folder": Broken(
        "docs/es/strings.yml",
        "this is a folder",
        by_hand=instead("docs/es/strings.yml", folder("docs/es/strings.yml")),
    ),
    "English strings that are a folder": Broken(
        "docs/en/strings.yml",
        "this is a folder",
        by_hand=instead("docs/en/strings.yml", folder("docs/en/strings.yml")),
    ),
    "a medicine that is a folder": Broken(
        "medicines/other.yml",
        "Only files of medicines stand here",
        by_hand=folder("medicines/other.yml"),
    ),
    "a pipe in the place of a page": Broken(
        PAGE,
        "neither a file nor a folder",
        by_hand=instead(PAGE, lambda root: os.mkfifo(root / PAGE)),
    ),
    "no English strings": Broken(
        "mkdocs.yml",
        "“en” has no file docs/en/strings.yml",
        by_hand=lambda root: (root / "docs/en/strings.yml").unlink(),
        line=31,
    ),
    "no Spanish strings": Broken(
        "mkdocs.yml",
        "“es” has no file docs/es/strings.yml",
        "copy docs/en/strings.yml",
        by_hand=lambda root: (root / "docs/es/strings.yml").unlink(),
        line=32,
    ),
    "no medicines": Broken(
        "medicines",
        "There is no folder medicines/",
        "git",
        by_hand=lambda root: (root / "medicines").rename(root / "medicine") and None,
    ),
    "no pages": Broken(
        "docs",
        "There is no folder docs/",
        by_hand=lambda root: (root / "docs").rename(root / "doc") and None,
        others=3,
    ),
    "a page with a capital letter beside the same without": Broken(
        "docs/en/inventol/Problems.md",
        NAME,
        "Name it “problems.md”, unless",
        by_hand=copied(PAGE, "docs/en/inventol/Problems.md"),
    ),
    "a page with a blank in its name": Broken(
        "docs/en/inventol/my page.md",
        NAME,
        "Name it “my-page.md”",
        by_hand=copied(PAGE, "docs/en/inventol/my page.md"),
    ),
    "a page whose name is not of letters": Broken(
        "docs/en/inventol/caf\\udce9.md",
        NAME,
        "Name it “caf.md”",
        by_hand=with_bytes,
    ),
    "a page whose name is Greek": Broken(
        "docs/en/inventol/μs.md", NAME, by_hand=copied(PAGE, "docs/en/inventol/μs.md")
    ),
    "a page whose name is a quotation mark": Broken(
        'docs/en/inventol/".md',
        NAME,
        "Name it “page.md”",
        by_hand=copied(PAGE, 'docs/en/inventol/".md'),
    ),
    "a page whose name turns the order": Broken(
        "docs/en/inventol/\\x202ea.md",
        NAME,
        by_hand=copied(PAGE, "docs/en/inventol/\u202ea.md"),
    ),
    "a page of plain text": Broken(
        "docs/en/inventol/notes.txt",
        "This file is no page",
        "“notes.md”",
        by_hand=copied(PAGE, "docs/en/inventol/notes.txt"),
    ),
    "a page of HTML": Broken(
        "docs/en/own.html", "would be published as it is", by_hand=copied(HOME, "docs/en/own.html")
    ),
    "a script": Broken(
        "docs/en/own.js", "would be published as it is", by_hand=copied(HOME, "docs/en/own.js")
    ),
    "a drawing, which may hold a script": Broken(
        "docs/en/own.svg", "would be published", by_hand=copied(HOME, "docs/en/own.svg")
    ),
    "a copy that an editor left": Broken(
        "docs/en/index.md~",
        "would be published",
        "Did you mean “index.md”?",
        by_hand=copied(HOME, "docs/en/index.md~"),
    ),
    "strings with another ending": Broken(
        "docs/en/strings.yaml",
        "is no page",
        "Did you mean “strings.yml”?",
        by_hand=copied("docs/en/strings.yml", "docs/en/strings.yaml"),
    ),
    "strings in the folder of a medicine": Broken(
        "docs/en/inventol/strings.yml",
        "is no page",
        by_hand=copied("docs/en/strings.yml", "docs/en/inventol/strings.yml"),
    ),
    "a page above the languages": Broken(
        "docs/index.md",
        "Only the folders of languages stand here",
        by_hand=copied(HOME, "docs/index.md"),
    ),
    "a folder of scripts above the languages": Broken(
        "docs/javascripts", "Only the folders of languages", by_hand=folder("docs/javascripts")
    ),
    "a medicine with another ending": Broken(
        "medicines/other.yaml",
        "this one is not read",
        "Name it other.yml",
        by_hand=copied("medicines/inventol.yml", "medicines/other.yaml"),
    ),
    "a medicine with another name than its pages": Broken(
        "medicines/inventil.yml",
        "This medicine has no pages in docs/en/inventil/, and those in docs/en/inventol/ have no",
        "Name the file medicines/inventol.yml",
        by_hand=renamed("medicines/inventol.yml", "medicines/inventil.yml"),
    ),
    "a medicine that is gone": Broken(
        "medicines/inventol.yml",
        "There is no such file, but the pages in docs/en/inventol/ name its sources",
        "Get it back from git",
        by_hand=lambda root: (root / "medicines/inventol.yml").unlink(),
    ),
    "pages with another name than their medicine": Broken(
        "medicines/inventol.yml",
        "no pages in docs/en/inventol/, and those in docs/en/inventil/ have no medicine",
        "Name the file medicines/inventil.yml; or let the folder have the name inventol",
        by_hand=renamed("docs/en/inventol", "docs/en/inventil"),
        others=2,
    ),
    "a medicine with a capital letter": Broken(
        "medicines/Inventol.yml",
        NAME,
        by_hand=renamed("medicines/inventol.yml", "medicines/Inventol.yml"),
    ),
    "notes beside the medicines": Broken(
        "medicines/notes.txt", "this one is not read", by_hand=copied(HOME, "medicines/notes.txt")
    ),
}
