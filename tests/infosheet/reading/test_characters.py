"""Characters that mislead are refused, and those that a language needs are not."""

from __future__ import annotations

import pytest

from infosheet.reading.characters import check_characters


@pytest.mark.parametrize(
    "text",
    [
        "Curly “quotes”, dashes – and —, no-break\u00a0spaces, 8°C, ½, m² and µg.",
        "Café, Zażółć gęślą jaźń, Ŵy, înțeles",
        "Interferon β and TNF-α",
        "می\u200cخواهم",
        "ਕ੍\u200dਰ",
        "ক্\u200cষ, ক্\u200dষ",
        "دوا Kesimpta\u200e، 20mg\u200f",
        "৪ সপ্তাহ",
        "۴ ہفتے",
        "Перед первой дозой",
        "combining e\u0301",
    ],
)
def test_what_a_language_needs_is_let_through(text: str) -> None:
    assert check_characters(text, "a") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4 weeks\u200d", "zero width joiner"),
        ("دوا\nwee\u200dks", "zero width joiner"),
        ("weeks\u200f", "right-to-left mark"),
        ("دوا \u202eKesimpta", "turns the order"),
        ("mоnth", "only looks like a Latin letter"),
        ("৪ weeks", "may take for another figure"),
    ],
)
def test_the_same_where_it_misleads_is_refused(text: str, said: str) -> None:
    [problem] = check_characters(text, "a")
    assert said in problem.message


def test_a_word_is_complained_of_once_and_a_file_not_without_end() -> None:
    assert len(check_characters("Take сор and сор now", "a")) == 1
    assert len(check_characters("\u200b\n" * 1000, "a")) == 20
