"""A forbidden word is found wherever a reader would meet it, and only there."""

from infosheet.checks.forbidden import check_page_words, check_strings_words, forbidden_words
from infosheet.content.markdown_source import Page, parse_page
from infosheet.reading.yaml_reader import parse_yaml

STRINGS = "site:\n  menu: {menu}\nforbidden-words: [safe, take now, محفوظ]\n"


def page(title: str, body: str) -> Page:
    text = f"---\ntitle: {title}\ndescription: D\n---\n# T {{#t}}\n\n{body}\n"
    found, _ = parse_page(text, "docs/en/a.md", "en", "a.md")
    assert found is not None
    return found


def found(title: str = "T", body: str = "Words.", menu: str = "Menu") -> list[tuple[str, int]]:
    document, _ = parse_yaml(STRINGS.format(menu=menu), "docs/en/strings.yml")
    words = forbidden_words(document)
    problems = [*check_page_words(page(title, body), words), *check_strings_words(document, words)]
    return [(problem.file, problem.line) for problem in problems]


def test_the_list_itself_and_ordinary_words_are_no_mistake() -> None:
    assert found(body="The safest way, unsafe ways, `safe`.") == []


def test_a_word_is_found_in_text_title_and_strings_in_whatever_case() -> None:
    assert found(body="It is Safe.") == [("docs/en/a.md", 7)]
    assert found(title="Safe pens") == [("docs/en/a.md", 2)]
    assert found(menu="Take now") == [("docs/en/strings.yml", 2)]


def test_words_of_other_scripts_are_found() -> None:
    assert found(body="یہ محفوظ ہے۔") == [("docs/en/a.md", 7)]
