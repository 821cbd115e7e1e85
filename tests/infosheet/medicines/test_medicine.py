"""A medicine file is held to its schema, and every mistake is named at its line."""

from pathlib import Path

import pytest

from infosheet.medicines.medicine import Medicine, read_medicine
from infosheet.problems import Problem
from infosheet.reading.schema import validate
from infosheet.reading.yaml_reader import parse_yaml

ROOT = Path(__file__).parents[3]
KESIMPTA = (ROOT / "medicines/kesimpta.yml").read_text(encoding="utf-8")

SMALL = """\
name: Inventol
generic-name: inventab
dose: 5mg
regimen:
{regimen}
sources:
  S: {{title: A sheet}}
review: {{written: 2026-11-22, last: null, every: P12M, by: null}}
"""


def read(tmp_path: Path, text: str) -> tuple[Medicine | None, list[Problem]]:
    path = tmp_path / "kesimpta.yml"
    path.write_text(text, encoding="utf-8")
    return read_medicine(path, tmp_path)


def test_kesimpta_is_read_without_a_mistake() -> None:
    medicine, problems = read_medicine(ROOT / "medicines/kesimpta.yml", ROOT)
    assert problems == []
    assert medicine is not None
    assert medicine.review.last is None


@pytest.mark.parametrize(
    ("right", "wrong", "line_of", "message", "mend"),
    [
        ("every: P1M ", "evry: P1M ", "evry:", "“evry”", "Did you mean “every”?"),
        ("review: {", "revue: {", "revue:", "“revue”", "Did you mean “review”?"),
        ("gap: P2W", "gap: -P2W", "-P2W", "“-P2W” is not a duration", ""),
        ("gap: P2W", "gap: P1M2W", "P1M2W", "“P1M2W” is not a duration", ""),
        ("dose: 20mg", "dose: [20mg]", "dose:", "expected a single value", ""),
        ("before: first-dose", "before: second-dose", "second-dose", "'first-dose'", ""),
        ("written: 2026-11-22", "written: 22/11/2026", "22/11", "2026-11-22", ""),
        ("source: S}", "source: Z}", "source: Z}", "“Z” is not a source", "Known here:"),
        ("rule: live-vaccine}", "rule: liv-vaccine}", "liv-", "“liv-vaccine”", "“live-vaccine”"),
        ("{id: mmr, rule: live-vaccine}", "{id: mmr}", "id: mmr}", "write one of", ""),
        ("18, source: PIL}", "18, source: PILL}", "PILL", "“PILL” is not a source", "“PIL”?"),
        ("18, source: PIL}", "18, sorce: PIL}", "sorce", "“sorce”", "Did you mean “source”?"),
        ("18, source: PIL}", "18}", "under 18", "write its “source”", ""),
        ("{text: are under", "{rule: x, text: are under", "rule: x", "“text” or “rule”", ""),
        ("{rule: contr", "{rule: kontr", "rule: kontr", "“kontraception”", "“contraception”?"),
    ],
)
def test_a_mistake_is_named_at_its_line_with_its_mend(
    tmp_path: Path, right: str, wrong: str, line_of: str, message: str, mend: str
) -> None:
    text = KESIMPTA.replace(right, wrong, 1)
    line = next(n for n, words in enumerate(text.splitlines(), 1) if line_of in words)
    _, problems = read(tmp_path, text)
    named = [problem for problem in problems if message in problem.message]
    assert [(problem.file, problem.line) for problem in named] == [("kesimpta.yml", line)]
    assert mend in named[0].mend


def test_all_mistakes_of_a_file_are_said_in_one_run(tmp_path: Path) -> None:
    text = KESIMPTA.replace("dose: 20mg", "doze: 20mg").replace("gap: P2W", "gap: two weeks")
    _, problems = read(tmp_path, text)
    assert {problem.message.split("”")[0] for problem in problems} == {
        "“dose",
        "“doze",
        "“timing.other-vaccine.gap",
    }


@pytest.mark.parametrize(
    "regimen",
    [
        "  initiation: [P0W, P2W]\n  maintenance: {from: P6M, every: P6M}",
        "  initiation: [P0D, P14D]\n  maintenance: {from: P24W, every: P24W}",
        "  maintenance: {from: P0W, every: P2W}",
        "  initiation: [P0D, P1D, P2D, P3D, P4D, P1Y]",
        "  maintenance: {from: P0D, every: P1D}",
        "  initiation: [P0W]\n  maintenance: {from: P4W, every: P4W, until: P2Y}",
    ],
    ids=[
        "2 doses 2 weeks apart, then every 6 months",
        "day 1, day 15, then every 24 weeks from day 1",
        "every 2 weeks for ever",
        "2 short courses a year apart, no maintenance",
        "daily",
        "every 4 weeks for 2 years",
    ],
)
def test_other_regimens_are_described_unchanged(regimen: str) -> None:
    document, _ = parse_yaml(SMALL.format(regimen=regimen), "inventol.yml")
    medicine, problems = validate(document, Medicine)
    assert problems == []
    assert medicine is not None


@pytest.mark.parametrize("regimen", ["  initiation: []", "  maintenance: {from: P0D, every: P0D}"])
def test_a_regimen_that_gives_no_list_of_dates_is_refused(regimen: str) -> None:
    document, _ = parse_yaml(SMALL.format(regimen=regimen), "inventol.yml")
    medicine, problems = validate(document, Medicine)
    assert medicine is None
    assert problems[0].line == 4 or problems[0].line == 5
