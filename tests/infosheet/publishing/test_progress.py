"""A long build says on a terminal how far it is, and nowhere else."""

from __future__ import annotations

import io

import pytest

from infosheet.publishing import progress
from infosheet.publishing.progress import Progress, line


def test_it_names_the_languages_at_work_the_pages_and_the_time_left() -> None:
    told = line({"en": 482, "pl": 241, "ur": 0, "bn": 0}, pages=241, seconds=10)
    assert told == "361 of 964 pages (now pl 120 of 241), about 17 s left"


def test_before_the_first_page_no_time_is_guessed() -> None:
    assert line({"en": 0}, pages=241, seconds=3) == "0 of 241 pages"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def long_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_LONG", -1)
    monkeypatch.delenv("CI", raising=False)


def told(out: io.StringIO) -> str:
    shown = Progress(10, out)
    shown.show({"en": 5})
    shown.end()
    return out.getvalue()


def test_a_terminal_is_told_and_left_clear() -> None:
    said = told(Terminal())
    assert "of 10 pages" in said
    assert said.endswith("\r\033[K")


def test_what_is_no_terminal_stays_quiet() -> None:
    assert told(io.StringIO()) == ""


def test_ci_stays_quiet_even_where_it_pretends_to_be_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")
    assert told(Terminal()) == ""
