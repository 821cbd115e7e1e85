"""Links to a code host are written as that host documents them, whatever stands in a name."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from infosheet.content.source_host import SourceHost, source_host
from infosheet.reading.yaml_reader import parse_yaml

GITHUB = SourceHost("github", "a-charity/sheet", "main")
GITLAB = SourceHost("gitlab", "a-charity/web/sheet", "main")
FILE = "docs/ur/kesimpta/index.md"


def test_a_file_is_edited_where_the_host_has_its_editor() -> None:
    assert GITHUB.edit_url(FILE) == f"https://github.com/a-charity/sheet/edit/main/{FILE}"
    assert GITLAB.edit_url(FILE) == f"https://gitlab.com/a-charity/web/sheet/-/edit/main/{FILE}"


def test_a_new_file_is_begun_with_its_name() -> None:
    for host, start, key in (
        (GITHUB, "https://github.com/a-charity/sheet/new/main?", "filename"),
        (GITLAB, "https://gitlab.com/a-charity/web/sheet/-/new/main?", "file_name"),
    ):
        link = host.new_file_url(FILE)
        assert link.startswith(start)
        assert parse_qs(urlsplit(link).query, strict_parsing=True) == {key: [FILE]}


@pytest.mark.parametrize("text", ["a & b = c", "100% + 1", "#1?", "“ਗ਼ਲਤੀ”", "line\nline", "{file}"])
def test_whatever_a_title_or_a_text_holds_comes_to_the_host_as_it_is(text: str) -> None:
    for host, title, body in (
        (GITHUB, "title", "body"),
        (GITLAB, "issue[title]", "issue[description]"),
    ):
        link = urlsplit(host.new_issue_url(text, text * 2))
        assert link.path.endswith("/issues/new")
        assert parse_qs(link.query, strict_parsing=True) == {title: [text], body: [text * 2]}
        assert link.fragment == ""


def test_signs_that_part_an_address_are_hidden_in_the_names_of_files_and_branches() -> None:
    host = SourceHost("github", "a-charity/sheet", "new words/für-#2")
    assert host.edit_url("docs/en/what?.md") == (
        "https://github.com/a-charity/sheet/edit/new%20words/f%C3%BCr-%232/docs/en/what%3F.md"
    )


@pytest.mark.parametrize(
    "extra",
    ["", "source: {host: none}", "source: {host: githb, repository: a/b}", "source: github"],
)
def test_without_a_host_that_is_known_there_is_no_link(extra: str) -> None:
    settings, problems = parse_yaml(f"extra: {{{extra}}}\n", "mkdocs.yml")
    assert problems == []
    assert source_host(settings) is None


def test_the_branch_is_main_and_reports_stay_private_unless_the_settings_say_otherwise() -> None:
    settings, _ = parse_yaml("extra: {source: {host: gitlab, repository: a/b}}\n", "mkdocs.yml")
    assert source_host(settings) == SourceHost("gitlab", "a/b", "main", issues=False)
