"""A to-do mark is found wherever people write, and told of in place of what follows from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from infosheet.checks.all_checks import check_project
from infosheet.content.todo import todos_in
from infosheet.problems import errors
from support.site import ROOT, Site, with_languages


@pytest.mark.parametrize(
    ("line", "file", "what"),
    [
        ("TODO say when to call.[^S]", "docs/en/a.md", "say when to call."),
        ("_TODO say when_", "docs/en/a.md", "say when_"),
        ("- **How often:** TODO the doses.[^S] Read [this](b.md).", "docs/en/a.md", "the doses."),
        ("| TODO how many | TODO what |", "docs/en/a.md", "how many"),
        ("TO-DO: the rest", "docs/en/a.md", "the rest"),
        ("TO DO the rest", "docs/en/a.md", "the rest"),
        ("# TODO", "docs/en/a.md", "what stands here"),
        ("  gap: TODO how long, such as P4W", "medicines/a.yml", "how long, such as P4W"),
        ("  gap: TODO how long   # weeks", "medicines/a.yml", "how long"),
        ("# TODO ask a pharmacist", "medicines/a.yml", "ask a pharmacist"),
        ('  skip: "TODO Skip"     # a link', "docs/gu/strings.yml", "Skip"),
        ('  a: {one: "TODO {n} day", other: "TODO {n} days"}', "docs/gu/strings.yml", "{n} day"),
    ],
)
def test_a_mark_is_told_with_what_is_to_be_done(line: str, file: str, what: str) -> None:
    [problem] = todos_in(f"first line\n{line}\n", file)
    assert (problem.file, problem.line, problem.severity) == (file, 2, "error")
    assert problem.message == f"Still to do: {what}"


@pytest.mark.parametrize("line", ["Es todo lo que hay.", "What to do", "TODOS", "PROTO-DOC"])
def test_words_that_look_alike_are_no_marks(line: str) -> None:
    assert list(todos_in(line, "docs/es/a.md")) == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the content in English and one more language."""
    for name in ("docs", "medicines"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return with_languages(Site(tmp_path), "en", "pl").root


def told(project: Path) -> list[str]:
    _, problems = check_project(project)
    return [f"{each.file}:{each.line}: {each.message}" for each in errors(problems)]


def replace(project: Path, file: str, old: str, new: str) -> int:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_every_kind_of_file_is_searched_and_nothing_is_told_twice(project: Path) -> None:
    edits = [
        ("docs/en/about.md", "## The date tools {#tools}", "TODO write 3 lines\n\n## T {#tools}"),
        ("docs/en/strings.yml", "skip: Skip", "skip: TODO Skip"),
        ("docs/pl/glossary.yml", "term: ", "term: TODO "),
        ("docs/pl/index.md", "title: ", "title: TODO "),
        ("mkdocs.yml", 'helpline: ""', 'helpline: "TODO ask"'),
    ]
    places = [f"{file}:{replace(project, file, old, new)}" for file, old, new in edits]
    said = told(project)
    assert [line.split(": ")[0] for line in said] == sorted(places)
    assert all(": Still to do: " in line for line in said)


def test_a_value_of_a_medicine_that_is_to_do_is_not_called_wrong(project: Path) -> None:
    file = "medicines/kesimpta.yml"
    line = replace(project, file, "every: P1M ", "every: TODO how often ")
    assert told(project) == [f"{file}:{line}: Still to do: how often"]
    loaded, _ = check_project(project)
    assert loaded.unread == frozenset()
    assert loaded.unfinished == {"kesimpta"}


def test_another_mistake_in_an_unfinished_medicine_is_told_as_well(project: Path) -> None:
    file = "medicines/kesimpta.yml"
    first = replace(project, file, "every: P1M ", "every: TODO how often ")
    second = replace(project, file, "gap: P2W", "gap: P2")
    said = told(project)
    assert f"{file}:{first}: Still to do: how often" in said
    assert any(line.startswith(f"{file}:{second}: ") and "“P2”" in line for line in said)
    loaded, _ = check_project(project)
    assert file in loaded.unread


def test_a_mark_that_breaks_the_form_of_a_file_does_not_hide_that(project: Path) -> None:
    line = replace(project, "docs/pl/strings.yml", "direction: ltr", "direction: TODO: ltr")
    said = [each for each in told(project) if each.startswith(f"docs/pl/strings.yml:{line}:")]
    assert any("Still to do" in each for each in said)
    assert any("not valid YAML" in each for each in said)


def test_a_preview_of_one_language_tells_nothing_of_the_others(project: Path) -> None:
    replace(project, "docs/pl/strings.yml", "  menu: ", "  menu: TODO ")
    replace(project, "docs/pl/strings.yml", "  home: ", "  hom: ")
    assert len(told(project)) == 3
    assert errors(check_project(project, locales=("en",))[1]) == []
