"""What has one cause is told in few sentences, and hides no mistake that has another."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from infosheet.checks.all_checks import check_project
from infosheet.content.kept import Kept
from infosheet.problems import Problem, errors, report
from support.site import ROOT

TODAY = datetime.date(2026, 11, 22)
FILE = "medicines/kesimpta.yml"
Break = Callable[[Path], object]


def renamed(name: str, to: str) -> Break:
    return lambda root: (root / name).rename(root / to)


def renamed_everywhere(name: str, to: str) -> Break:
    """Below docs/, in each language."""
    return lambda root: [path.rename(path.with_name(to)) for path in root.glob(f"docs/*/{name}")]


def replaced(file: str, old: str, new: str) -> Break:
    def put(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return put


@pytest.fixture(scope="module")
def kept() -> Kept:
    """What each check has read, for the next one: nearly all files are the same."""
    return Kept()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A copy of the content, in all its languages."""
    for name in ("docs", "medicines"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    yield tmp_path


def mistakes(project: Path, kept: Kept) -> list[Problem]:
    return errors(check_project(project, TODAY, kept)[1])


RENAMED = [renamed(FILE, "medicines/kesimta.yml"), renamed_everywhere("kesimpta", "kesimta")]


@pytest.mark.parametrize(
    ("breaks", "most", "says"),
    [
        (RENAMED[:1], 1, "Name the file medicines/kesimpta.yml"),
        (RENAMED[1:], 3, "let the folder have the name kesimpta"),
        (RENAMED, 7, "The navigation lists pages in “kesimpta/” (15), but there is no folder"),
        ([lambda root: (root / FILE).unlink()], 1, "There is no such file"),
        ([renamed("docs/en/kesimpta", "docs/en/kesimta")], 4, "There is no folder docs/en/kesi"),
        ([renamed("docs/pl/kesimpta", "docs/pl/kesimta")], 1, "Did you mean “kesimpta”?"),
        ([renamed("docs/en/kesimpta/problems.md", "docs/en/x.md")], 20, "belongs to no medicine"),
        ([renamed_everywhere("kesimpta/problems.md", "problem.md")], 12, "Did you mean “problem”?"),
        ([replaced(FILE, "\n  PIL: {", "\n  LEAFLET: {")], 1, "“PIL” is not a source of this file"),
        ([replaced(FILE, "\n  live-vaccine: {", "\n  live: {")], 1, "is not a timing rule"),
        ([replaced(FILE, "\n  side-effects:", "\n  side-efects:")], 1, "mean “side-effects”?"),
        ([replaced("docs/en/disease-modifying-drugs.md", "e: kesimpta", "e: kes")], 1, "no medic"),
        ([replaced("docs/en/strings.yml", "  menu:", "  meno:")], 2, "“site.meno” is missing"),
        ([replaced("docs/en/strings.yml", "\nglossary:", "\nwords:")], 2, "“words” is missing"),
        ([replaced("docs/pl/strings.yml", "\nvaccines:", "\nvacines:")], 2, "“vaccines” is miss"),
    ],
)
def test_one_cause_is_told_in_few_sentences(
    project: Path, kept: Kept, breaks: list[Break], most: int, says: str
) -> None:
    for each in breaks:
        each(project)
    told = report(mistakes(project, kept))
    sentences = re.findall(r"^\S.*: error: ", told, re.MULTILINE)
    assert says in told
    assert 1 <= len(sentences) <= most, told


@pytest.mark.parametrize(
    ("breaks", "says"),
    [
        ([renamed_everywhere("kesimpta/problems.md", "problem.md")], "The link leads to"),
        (RENAMED, "is not a medicine"),
    ],
)
def test_what_translations_have_taken_over_is_told_of_the_english_page_alone(
    project: Path, kept: Kept, breaks: list[Break], says: str
) -> None:
    for each in breaks:
        each(project)
    files = {each.file for each in mistakes(project, kept) if says in each.message}
    assert files
    assert all(file.startswith("docs/en/") for file in files)


def test_what_has_another_cause_is_told_in_the_same_run(project: Path, kept: Kept) -> None:
    """A medicine's file that is lost or cannot be read hides nothing that does not hang on it."""
    others = [
        ("docs/en/about.md", "## The date tools {#tools}", "## The date tools"),
        ("docs/pl/kesimpta/problems.md", "{#more-than-one-missed}", ""),
        ("docs/cy/strings.yml", "  menu:", "  meno:"),
        ("mkdocs.yml", "  - privacy.md\n", ""),
    ]
    for each in others:
        replaced(*each)(project)
    alone = set(mistakes(project, kept))
    assert {problem.file for problem in alone} >= {file for file, *_ in others}
    for hidden in (renamed(FILE, "medicines/kesimta.yml"), renamed("medicines/kesimta.yml", FILE)):
        hidden(project)
        if (project / FILE).exists():
            replaced(FILE, "dose: 20mg", "dose: 20mg:")(project)
        [cause] = set(mistakes(project, kept)) - alone
        assert cause.file.startswith("medicines/")
        assert alone < set(mistakes(project, kept))
