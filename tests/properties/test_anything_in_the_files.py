"""Whatever stands in the files, reading them ends in a list of problems, never in an exception."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infosheet.checks.all_checks import check_project
from infosheet.checks.page_form import check_form
from infosheet.content.glossary import read_glossary
from infosheet.content.markdown_source import parse_page
from infosheet.medicines.medicine import medicine_in
from infosheet.problems import Problem, report
from infosheet.reading.no_code import check_data_code, check_page_code
from infosheet.reading.source_text import decoded
from infosheet.reading.strings import check_strings
from infosheet.reading.yaml_reader import parse_yaml
from shelf.broken import PROJECT, small_project

TODAY = datetime.date(2026, 11, 22)
FILES = sorted(
    path.relative_to(PROJECT).as_posix() for path in PROJECT.rglob("*") if path.is_file()
)

# What the formats give a meaning to, so that more than plain words is tried.
PIECES = st.sampled_from(
    [
        *"\n\r\t\0:-[]{}#&*!|>'\"%@`,?<=()^~\\ ", "---\n", "\n  ", "- ", ": ", "key: ", "a: [",
        "{a: ", "&a ", "*a", "!!str ", "!ENV ", "<<: ", "? ", "|\n ", ">-\n ", "...\n",
        "%YAML 1.2\n", "P4W", "P9999Y", "-P1M", ".nan", ".inf", "0x1F", "1e999", "2026-02-30",
        "9999-12-31", "~",
        "title: ", "description: ", "review: ", "regimen:\n", "initiation: ", "facts:\n", "<b>",
        "{{ ", " }}", "{#a}", "](", "![", "[^S]", "!!! do \"", "```\n", "| - |\n",
        "\u202e", "\ufeff", "١", "４", "é", "ਕ", "\u200d", "🙂", "\ud800",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40).map("".join)
CONTENTS = st.one_of(
    st.binary(max_size=200),
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
)


def said(problems: list[Problem], content: bytes) -> None:
    """Hold every problem to what can be printed, and to a line that the file has."""
    lines = len(content.splitlines()) + content.count(b"\r") + 2
    for problem in problems:
        assert 0 <= problem.line <= lines
        assert problem.message
        assert len(problem.message) < 2000
    report(problems).encode()


@given(content=CONTENTS)
@settings(max_examples=500)
@example(content=b"")
@example(content=b"\xff\xfe")
@example(content=b"a: " + b"[" * 5000)
@example(content=b"---\ntitle: a\ndescription: b\n---\n" + b"[" * 5000)
def test_any_bytes_are_read_as_any_kind_of_file(content: bytes) -> None:
    text, problems = decoded(content, "a")
    said(problems, content)
    if text is None:
        return
    document, problems = parse_yaml(text, "a")
    said(problems, content)
    said(list(check_data_code(document)), content)
    for found in (medicine_in(document)[1], read_glossary(document)[1]):
        said(found, content)
    said(check_strings(document, document, "ur"), content)
    page, problems = parse_page(text, "a", "en", "a.md")
    said([*problems, *check_page_code(text, "a")], content)
    if page is not None:
        said(list(check_form(page)), content)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("any"))


@given(
    name=st.sampled_from(FILES),
    start=st.floats(0, 1),
    length=st.integers(0, 60),
    content=CONTENTS,
)
@settings(max_examples=300)
def test_any_edit_of_any_file_of_a_project_is_checked(
    project: Path, name: str, start: float, length: int, content: bytes
) -> None:
    path = project / name
    before = path.read_bytes()
    at = int(start * len(before))
    try:
        path.write_bytes(before[:at] + content + before[at + length :])
        _, problems = check_project(project, TODAY)
    finally:
        path.write_bytes(before)
    report(problems).encode()
