"""Latin words in another script are found, whole, and only those."""

import pytest

from infosheet.reading.latin_words import latin_runs, writes_latin


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("جو New England Journal of Medicine میں", ["New England Journal of Medicine"]),
        ("دوا Kesimpta (ofatumumab) کے", ["Kesimpta (ofatumumab)"]),
        ("اسے (relapse) کہتے ہیں", ["relapse"]),
        ("خوراک 20mg ہے", ["mg"]),
        ("ہفتہ 4 سے", []),
        ("وٹامن B سیل", []),
        ("CD20 اور COVID-19، RSV", ["CD20", "COVID-19", "RSV"]),
    ],
)
def test_runs_of_latin_words_are_found_whole(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in latin_runs(text)] == runs


def test_the_script_of_a_language_is_seen_from_its_words() -> None:
    assert writes_latin({"site": {"skip": "Neidio i’r prif destun"}})
    assert not writes_latin({"site": {"skip": "اصل متن پر جائیں"}})
    assert not writes_latin({"site": {"skip": "ਮੁੱਖ ਲਿਖਤ ’ਤੇ ਜਾਓ"}})
