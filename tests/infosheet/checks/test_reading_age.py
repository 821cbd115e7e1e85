"""The reading age of a page follows its sentences and words, not its Markdown."""

from infosheet.checks.reading_age import reading_age
from infosheet.content.markdown_source import Page, parse_page

TOP = "---\ntitle: T\ndescription: D\n---\n# Title {#t}\n\n"


def page(body: str) -> Page:
    found, _ = parse_page(TOP + body, "docs/en/a.md", "en", "a.md")
    assert found is not None
    return found


EASY = "The pen is cold. Take it out. Wait a bit. Then you can use it.\n"
HARD = (
    "Administration of the refrigerated autoinjector necessitates preliminary equilibration to "
    "ambient temperature, notwithstanding considerations of convenience.\n"
)


def test_short_words_and_sentences_are_for_younger_readers() -> None:
    assert reading_age(page(EASY)) < 9 < 18 < reading_age(page(HARD))


def test_marks_links_and_ids_count_for_nothing() -> None:
    marked = "The [pen](https://example.org/administration) is cold.[^SmPC] Take it **out**.\n"
    plain = "The pen is cold. Take it out.\n"
    assert reading_age(page(marked)) == reading_age(page(plain))


def test_list_items_are_sentences_of_their_own() -> None:
    items = "- the pen is cold\n- take it out\n- wait a bit\n"
    assert reading_age(page(items)) < 9
