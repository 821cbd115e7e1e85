import pytest

from infosheet.reading.figures import figures_in
from infosheet.reading.letters import WORD, whole_words


@pytest.mark.parametrize(
    "word", ["ਪੰਜਾਬੀ", "ਵੈਕਸੀਨ", "টিকা", "শতাংশ", "خوراک", "zażółć", "Blwyddyn", "a\u200cb"]
)
def test_a_word_of_any_script_is_one_word(word: str) -> None:
    assert WORD.findall(f"({word}) {word}.") == [word, word]


@pytest.mark.parametrize(("part", "word"), [("শত", "শতাংশ"), ("ਦੋ", "ਦੋਂ"), ("টিকা", "টিকার")])
def test_a_word_is_not_found_inside_a_longer_one(part: str, word: str) -> None:
    assert whole_words(part).search(word) is None
    assert whole_words(part).search(f"{word} {part}, {word}") is not None


def test_a_number_that_is_written_as_a_word_counts_as_its_figure() -> None:
    words = {"number-words": {"2": ["দুই"], "3": ["ਤਿੰਨ"], "100": ["শত"]}}
    assert figures_in("দুই শতাংশ, ਤਿੰਨ", words) == ["2", "3"]
