"""Each hard word is found where it stands first, in whatever form."""

from infosheet.content.glossary import Entry, Finder, check_glossary, in_order, read_glossary
from infosheet.reading.yaml_reader import parse_yaml

GLOSSARY = {
    "vaccine": Entry(term="vaccine", meaning="…", forms=("vaccines",)),
    "live-vaccine": Entry(term="live vaccine", meaning="…", forms=("live vaccines",)),
    "b-cell": Entry(term="B cell", meaning="…", forms=("B cells",)),
    "relapse-ur": Entry(term="ریلیپس", meaning="…"),
    "cell-cy": Entry(term="cell B", meaning="…", forms=("gell B", "chell B")),
    "site-cy": Entry(term="safle’r pigiad", meaning="…"),
}


def words(*texts: str) -> list[list[str]]:
    finder, met = Finder(GLOSSARY), set[str]()
    return [[text[found.start : found.end] for found in finder.found(text, met)] for text in texts]


def test_a_word_is_found_once_on_a_page_and_where_it_stands_first() -> None:
    assert words("B cells, B cell", "a B cell") == [["B cells"], []]


def test_the_longer_word_wins_and_leaves_the_shorter_for_later() -> None:
    assert words("A live vaccine is a vaccine.") == [["live vaccine", "vaccine"]]


def test_a_word_inside_another_word_is_not_found() -> None:
    assert words("vaccinesque, prevaccine, 20B cells") == [[]]


def test_capital_letters_and_line_breaks_do_not_hide_a_word() -> None:
    assert words("Live\nvaccines and b cells") == [["Live\nvaccines", "b cells"]]


def test_mutated_forms_and_other_scripts_are_found() -> None:
    assert words("y gell B; اس سے ریلیپس (بیماری) ہو") == [["gell B", "ریلیپس"]]


def test_a_straight_apostrophe_does_not_hide_a_word() -> None:
    assert words("ar safle'r pigiad", "ar safle’r pigiad") == [["safle'r pigiad"], []]


def test_an_empty_glossary_finds_nothing() -> None:
    assert Finder({}).found("any words", set()) == []


def test_entries_are_listed_by_their_term() -> None:
    assert [key for key, _ in in_order(GLOSSARY)][:3] == ["b-cell", "cell-cy", "live-vaccine"]


def test_a_mistake_in_the_file_is_named_with_its_line() -> None:
    document, _ = parse_yaml("relapse:\n  term: relapse\n  meanin: x\n", "docs/en/glossary.yml")
    _, problems = read_glossary(document)
    assert (3, "Did you mean “meaning”?") in [(each.line, each.mend) for each in problems]


def test_a_missing_and_an_extra_word_are_named() -> None:
    english, _ = parse_yaml("a:\n  term: a\n  meaning: b\nb:\n  term: b\n  meaning: c\n", "en.yml")
    urdu, _ = parse_yaml("a:\n  term: a\n  meaning: d\nc:\n  term: b\n  meaning: c\n", "ur.yml")
    said = sorted((each.line, each.message) for each in check_glossary(english, urdu))
    assert said == [
        (0, "The word “b” is not explained here."),
        (4, "“c” is not a word of en.yml."),
    ]


def test_a_meaning_left_in_english_is_named_and_a_term_may_be_the_same() -> None:
    """Else a glossary that was copied, to be translated later, would be published in English."""
    english, _ = parse_yaml("mri:\n  term: MRI\n  meaning: A scan.\n", "en.yml")
    urdu, _ = parse_yaml("mri:\n  term: MRI\n  meaning: A scan.\n", "ur.yml")
    said = [(each.line, each.message) for each in check_glossary(english, urdu)]
    assert said == [(3, "The meaning of “mri” stands here in English.")]
    assert list(check_glossary(english, english)) == []
