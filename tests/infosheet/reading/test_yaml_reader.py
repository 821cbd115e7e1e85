"""Every YAML file is read the same careful way."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infosheet.reading import yaml_reader
from infosheet.reading.yaml_reader import parse_yaml

PIECES = [
    *"\n :-[]{}#|>'\"%?,=!&*", "a: ", "- ", "? ", "\n  ", "---\n", "...\n", "%YAML 1.2\n", "é",
    "🙂", "a?b", ":y", "x:y", "|\n ", ">-\n ", "'it''s'", "a: [b, c]\n", "a: {b: c}\n", "null",
]  # fmt: skip


def mistakes(text: str) -> list[tuple[int, str]]:
    _, problems = parse_yaml(text, "a.yml")
    return [(problem.line, problem.message) for problem in problems]


def test_scalars_stay_the_words_and_figures_that_were_written() -> None:
    document, problems = parse_yaml("a: no\nb: 0.10\nc: 2026-11-22\nd: null\n", "a.yml")
    assert document.data == {"a": "no", "b": "0.10", "c": "2026-11-22", "d": "null"}
    assert problems == []


def test_a_key_written_twice_is_refused_with_both_lines() -> None:
    [(line, message)] = mistakes("gap: P4W\nother: 1\ngap: P2W\n")
    assert line == 3
    assert "“gap”" in message
    assert "line 1" in message


def test_an_alias_is_refused_where_it_stands() -> None:
    [(first, anchor), (second, alias)] = mistakes("a: &gap P4W\nb: *gap\n")
    assert (first, second) == (1, 2)
    assert "&gap" in anchor
    assert "*gap" in alias


def test_a_tab_is_refused_where_it_stands() -> None:
    assert [line for line, _ in mistakes("a: 1\nb:\n\tc: 2\n")] == [3]


def test_broken_yaml_is_a_sentence_with_a_line_and_not_a_traceback() -> None:
    [(line, message)] = mistakes("a: [1, 2\nb: 3\n")
    assert line > 0
    assert message.startswith("This is not valid YAML")


def test_a_list_at_the_top_is_refused() -> None:
    assert mistakes("- a\n- b\n") == [(1, "The file must be a list of keys with values.")]


def test_each_value_keeps_its_line() -> None:
    document, _ = parse_yaml("a:\n  b:\n    - c\n    - d\n", "a.yml")
    assert document.line(("a", "b", 1)) == 4
    assert document.line(("a", "b", 1, "not there")) == 4


def test_letters_may_be_spelt_out_as_programs_do_and_so_may_marks_of_direction() -> None:
    document, problems = parse_yaml('a: "\\u0627\\u0628"\nb: "20mg\\u200e"\n', "a.yml")
    assert problems == []
    assert document.data == {"a": "اب", "b": "20mg\u200e"}


@given(text=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=1000)
@example(text="a: [b?c]")
@example(text="a: {b: c? d}")
@example(text="a: |#b")
@example(text="a: b\n---\nc: d")
def test_the_fast_reader_reads_every_text_as_the_other_does(text: str) -> None:
    read = parse_yaml(text, "a.yml", ("!",))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "_FAST", yaml.SafeLoader)
        assert parse_yaml(text, "a.yml", ("!",)) == read
