"""The guides do what they say: their commands run, their links lead on, their quotes are said."""

from __future__ import annotations

import ast
import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown.extensions.toc import slugify

from support import waiting
from support.ports import free_port
from support.site import ENVIRONMENT, ROOT, Site, with_languages

PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("guides/*.md")))
}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

# Why a command is not run as it stands, and what is tried of it.
ONLY_PLANNED = {
    "make test": "it is what runs this; that it can be made is asked with make --dry-run",
}
OF_A_HOST = {
    "sudo nginx -t && sudo systemctl reload nginx": "it is for a host; tests/site/test_nginx.py "
    "starts an nginx with the shipped configuration",
}
# What a command has to say where the guide tells its reader that it refuses.
REFUSED = {
    ("guides/add-a-medicine.md", "make check"): "error: Still to do: ",
    ("guides/add-a-language.md", "make check"): "error: Still to do: ",
}


# After these the content is another than that which the other pages begin with.
CHANGING = ("make medicine", "make language", "make fresh", "git ")

SURROUNDINGS = {
    # What the test itself was called with, such as by “make test”, is not for the commands.
    **{name: value for name, value in ENVIRONMENT.items() if not name.startswith("MAKE")},
    # Who commits, for “git revert”.
    **{f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")},
}


def commands(text: str) -> list[str]:
    """Return the commands of a page in the order in which its reader runs them."""
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def to_run() -> dict[str, list[str]]:
    """Return what is to be run for each page: nothing twice, as long as nothing was changed."""
    found: dict[str, list[str]] = {}
    run_already: set[str] = set()
    for page, text in PAGES.items():
        unchanged = True
        for command in commands(text):
            unchanged = unchanged and not command.startswith(CHANGING)
            if not (unchanged and command in run_already):
                found.setdefault(page, []).append(command)
            if unchanged:
                run_already.add(command)
    return found


TO_RUN = to_run()


@pytest.fixture
def project(tmp_path: Path) -> Site:
    """A copy in 2 languages, with an edit that was committed; make has nothing to install there."""
    folder = tmp_path / "project"
    for name in ("docs", "medicines"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "Makefile", "requirements.lock", "requirements-test.lock"):
        shutil.copy(ROOT / name, folder)
    for name in ("hooks", "overrides", "tests", ".ci"):
        (folder / name).symlink_to(ROOT / name)
    # The tests run in what make would install.
    (folder / ".venv").symlink_to(sys.prefix)
    for lock in folder.glob("*.lock"):
        os.utime(lock, (0, 0))
    site = with_languages(Site(folder), "en", "es")
    git(site, "init", "--quiet")
    git(site, "add", "docs", "medicines", "mkdocs.yml")
    git(site, "commit", "--quiet", "--message=The first")
    page = folder / "docs/en/privacy.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nAsk us.\n", encoding="utf-8")
    git(site, "commit", "--quiet", "--all", "--message=An edit")
    return site


def git(site: Site, *command: str) -> None:
    waiting.run(["git", *command], cwd=site.root, env=SURROUNDINGS, check=True)


def run(site: Site, command: str) -> subprocess.CompletedProcess[str]:
    return waiting.run(command, shell=True, cwd=site.root, env=SURROUNDINGS)


def serve(site: Site, command: str) -> None:
    """Run a command that serves until it is stopped, at a free port, and ask for the first page."""
    port = free_port()
    command = f"exec {command} PORT={port}"
    with waiting.serving(command, shell=True, cwd=site.root, env=SURROUNDINGS) as process:
        page = waiting.until(
            lambda: waiting.page(f"http://127.0.0.1:{port}/"),
            f"a page of {command}",
            of=process,
        )
        assert b"</html>" in page


@pytest.mark.parametrize("page", TO_RUN)
def test_every_command_of_a_guide_does_what_its_reader_expects(page: str, project: Site) -> None:
    """In the order of the page, in one copy; a new command is run, or listed with its reason."""
    for command in TO_RUN[page]:
        if command in OF_A_HOST:
            continue
        if command in ONLY_PLANNED:
            told = run(project, f"{command} --dry-run")
            assert (told.returncode, "pytest" in told.stdout) == (0, True), told.stderr
            continue
        if command.startswith("make serve"):
            serve(project, command)
            continue
        told = run(project, command)
        if (page, command) in REFUSED:
            assert told.returncode != 0, f"{command} refuses nothing"
            assert REFUSED[page, command] in told.stderr
        else:
            assert told.returncode == 0, f"{page}: {command}\n{told.stdout}{told.stderr}"


def test_no_reason_is_given_for_a_command_that_no_guide_has() -> None:
    there = {(page, command) for page in PAGES for command in commands(PAGES[page])}
    assert {*ONLY_PLANNED, *OF_A_HOST} <= {command for _, command in there}
    assert there >= REFUSED.keys()


def test_a_command_in_the_running_text_can_be_made_too() -> None:
    targets = set(re.findall(r"^([a-z]+):(?!=)", MAKEFILE, re.MULTILINE))
    named = {
        (page, target)
        for page, text in PAGES.items()
        for target in re.findall(r"`make ([a-z]+)", text)
    }
    assert {target for _, target in named} >= {"serve", "fresh", "merge", "newest"}
    assert {(page, target) for page, target in named if target not in targets} == set()


# --- links ----------------------------------------------------------------------------------


def headings(text: str) -> set[str]:
    """Return the anchors that a code host makes from the headings of a page."""
    found = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {slugify(re.sub(r"[`*]", "", heading), "-") for heading in found}


def links(text: str) -> Iterator[str]:
    """Yield where the links and pictures of a page lead, and not those that it only shows."""
    bare = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    yield from re.findall(r"\]\(([^)\s]+)\)", bare)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_guide_leads_to_something(page: str) -> None:
    """Other hosts are asked once a week, not here."""
    for link in links(PAGES[page]):
        url = urlsplit(link)
        if url.scheme:
            continue
        target = (ROOT / page).parent / unquote(url.path) if url.path else ROOT / page
        assert target.exists(), f"{page}: {link} leads nowhere"
        if url.fragment:
            assert url.fragment in headings(target.read_text(encoding="utf-8")), f"{page}: {link}"


@pytest.mark.parametrize("page", PAGES)
def test_every_module_that_a_guide_names_is_there(page: str) -> None:
    for name in re.findall(r"`([\w./-]+\.(?:py|js))`", PAGES[page]):
        places = [
            ROOT,
            *(ROOT / each for each in ("hooks", "hooks/infosheet", "overrides/components")),
        ]
        assert any((place / name).is_file() for place in places), f"{page}: there is no {name}"


def test_every_guide_can_be_found_from_the_readme() -> None:
    linked = set(links(PAGES["README.md"]))
    assert {page for page in PAGES if page.startswith("guides/")} - linked == set()


# --- what is quoted -------------------------------------------------------------------------


@functools.cache
def said() -> str:
    """Return all that the program can say: the texts of its code, and the words of its pages."""
    texts = [
        node.value
        for path in sorted((ROOT / "hooks").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    pages = [*(ROOT / "docs/en").glob("*.yml"), *(ROOT / "docs/en").rglob("*.md")]
    return "\n".join([*texts, *(path.read_text(encoding="utf-8") for path in pages)])


def quoted(text: str) -> Iterator[list[str]]:
    """Yield what stands in italics, in the pieces between its dots and between its names.

    In guides, a sentence in italics is what the program says, with dots for what differs.
    """
    bare = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    for match in re.findall(r"(?<![*\w])\*(?!\*)([^*]+?)\*(?!\*)", bare):
        words = " ".join(match.split())
        if " " in words:
            yield [piece.strip(" .?“”") for piece in re.split(r"…|“|”|\{\w+\}", words)]


@pytest.mark.parametrize("page", PAGES)
def test_what_a_guide_quotes_is_what_is_said(page: str) -> None:
    everything = said()
    for pieces in quoted(PAGES[page]):
        for piece in pieces:
            assert piece in everything, f"{page}: nothing says “{piece}” ({pieces})"
