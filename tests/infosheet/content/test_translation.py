"""What a reader gets follows from how a translation stands to its English source."""

from infosheet.content.markdown_source import Page, parse_page
from infosheet.content.translation import Translation, translation_of

ENGLISH = "# Dose {#dose}\n\nWait 4 weeks, then 1,882 days.\n"


def page(locale: str, body: str, of: str | None = None) -> Page:
    mark = f"translation:\n  of: {of}\n  by: machine\n" if of else ""
    text = f"---\ntitle: T\ndescription: D\n{mark}---\n{body}"
    found, _ = parse_page(text, f"docs/{locale}/a.md", locale, "a.md")
    assert found is not None
    return found


SOURCE = page("en", ENGLISH)
WORDS = {"en": {"number-words": {"4": ["four"]}}, "ur": {"number-words": {"4": ["چار"]}}}


def shown(source: Page, translated: Page | None, locale: str) -> Translation:
    return translation_of(source, translated, locale, WORDS)


def test_english_is_the_original() -> None:
    assert shown(SOURCE, SOURCE, "en").state == "original"


def test_a_page_that_is_not_there_falls_back_to_marked_english() -> None:
    translation = shown(SOURCE, None, "ur")
    assert translation.is_fallback
    assert translation.words_locale == "en"
    assert translation.locale == "ur"


def test_a_translation_of_today_s_english_is_fresh() -> None:
    urdu = page("ur", "# خوراک {#dose}\n\n۴ ہفتے، پھر 1882 دن۔\n", SOURCE.fingerprint)
    assert shown(SOURCE, urdu, "ur").state == "fresh"


def test_when_only_words_changed_the_translation_is_shown_as_stale() -> None:
    urdu = page("ur", "# خوراک {#dose}\n\n۴ ہفتے، پھر 1882 دن۔\n", "0123456789ab")
    translation = shown(SOURCE, urdu, "ur")
    assert translation.state == "stale"
    assert translation.words_locale == "ur"


def test_when_a_figure_changed_readers_get_the_english() -> None:
    urdu = page("ur", "# خوراک {#dose}\n\n6 ہفتے، پھر 1882 دن۔\n", "0123456789ab")
    assert shown(SOURCE, urdu, "ur").is_fallback


def test_ids_links_and_marks_are_no_figures() -> None:
    english = page("en", "# A {#a1}\n\n[x](b2.md#c3) 5 days.[^S6]\n")
    urdu = page("ur", "# الف {#a1}\n\n[x](b2.md#c9) 5 دن۔[^S7]\n", "0123456789ab")
    assert shown(english, urdu, "ur").state == "stale"


def test_a_number_word_counts_as_its_figure() -> None:
    urdu = page("ur", "# خوراک {#dose}\n\nچار ہفتے، پھر 1882 دن۔\n", "0123456789ab")
    assert shown(SOURCE, urdu, "ur").state == "stale"


def test_a_decimal_comma_is_a_point_and_not_left_out() -> None:
    english = page("en", "# Dose {#dose}\n\nFor 1,882 people, 10.9%.\n")
    polish = "# Dawka {{#dose}}\n\nU 1882 osób {}.\n"
    for said, expected in (("10,9%", "stale"), ("10.9%", "stale"), ("109%", "fallback")):
        translated = page("pl", polish.format(said), "0123456789ab")
        assert translation_of(english, translated, "pl", {"en": {}, "pl": {}}).state == expected
