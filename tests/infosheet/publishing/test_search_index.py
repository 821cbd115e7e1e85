"""What readers type in a hurry finds what is written with care."""

import unicodedata

import pytest

from infosheet.publishing.search_index import bare, other_spellings


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("żółty", "zolty"),
        ("brechlyn ŷ", "brechlyn y"),
        ("مُدَّت", "مدت"),
        ("ਖ਼ੂਨ", "ਖੂਨ"),
        ("کیسمپٹا", "كيسمپٹا"),
    ],
)
def test_words_typed_without_signs_or_on_another_keyboard_become_the_same(
    written: str, typed: str
) -> None:
    assert bare(written) == bare(typed)


@pytest.mark.parametrize("word", ["ਟੀਕਾ", "ਪੰਜਾਬੀ", "টিকা", "পার্শ্বপ্রতিক্রিয়া"])
def test_the_signs_of_indic_scripts_are_letters_and_stay(word: str) -> None:
    assert bare(word) == unicodedata.normalize("NFC", word)


def test_every_unicode_form_of_a_word_becomes_the_same() -> None:
    assert bare(unicodedata.normalize("NFD", "sgîl")) == bare(unicodedata.normalize("NFC", "sgîl"))


def test_a_synonym_comes_as_often_as_its_word_with_a_small_or_a_capital_letter() -> None:
    page = "<body><article>Vaccines. Your <b>vaccines</b> and your vaccine.</article></body>"
    assert other_spellings(page, {"vaccines": ["jabs", "shots"]}) == [
        "jabs",
        "jabs",
        "shots",
        "shots",
    ]
