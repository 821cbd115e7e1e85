"""A translation is built as its source and says the same figures, block by block."""

from infosheet.checks.compare_blocks import compare_blocks
from infosheet.content.markdown_source import Page, parse_page

ENGLISH = """\
# Dose {#dose}

Wait 4 weeks before 1 dose.[^S]

## List {#list}

- first, see [b](b.md#c)
- second, 7 days

| Week | What |
| --- | --- |
| 0 | 1 dose |

!!! ms-team "Call"

    - you are ill

{{ dosing-calendar kesimpta }}
"""
URDU = """\
# خوراک {#dose}

1 خوراک سے ۴ ہفتے پہلے۔[^S]

## فہرست {#list}

- پہلا، [ب](b.md#c) دیکھیں
- دوسرا، 7 دن

| ہفتہ | کیا |
| --- | --- |
| 0 | 1 خوراک |

!!! ms-team "فون"

    - آپ بیمار ہوں

{{ dosing-calendar kesimpta }}
"""
WORDS = {"number-words": {"4": ["چار"], "6": ["چھ"]}}


def page(locale: str, body: str) -> Page:
    text = f"---\ntitle: T\ndescription: D\n---\n{body}"
    found, _ = parse_page(text, f"docs/{locale}/a.md", locale, "a.md")
    assert found is not None
    return found


def mistakes(urdu: str) -> list[tuple[int, str]]:
    problems = compare_blocks(page("en", ENGLISH), page("ur", urdu), {}, WORDS)
    return [(problem.line - 4, problem.message) for problem in problems]


def one(right: str, wrong: str) -> tuple[int, str]:
    assert right in URDU
    [found] = mistakes(URDU.replace(right, wrong))
    return found


def test_a_page_is_read_as_its_blocks() -> None:
    kinds = [block.kind for block in page("en", ENGLISH).blocks]
    assert kinds == [
        "heading", "paragraph", "heading", "item", "item", "cell", "cell", "cell", "cell",
        "callout", "item", "placeholder",
    ]  # fmt: skip


def test_a_true_translation_has_no_mistake() -> None:
    assert mistakes(URDU) == []


def test_another_figure_names_both_lines_in_whatever_digits() -> None:
    line, message = one("۴ ہفتے", "۶ ہفتے")
    assert line == 3
    assert message == "The figures here are 1, 6; on line 7 of docs/en/a.md they are 1, 4."


def test_a_figure_written_as_a_word_counts_as_the_figure() -> None:
    assert mistakes(URDU.replace("۴ ہفتے", "چار ہفتے")) == []
    assert "are 1, 6;" in one("۴ ہفتے", "چھ ہفتے")[1]


def test_figures_swapped_between_blocks_are_seen_in_both() -> None:
    swapped = URDU.replace("۴ ہفتے", "7 ہفتے").replace("دوسرا، 7 دن", "دوسرا، 4 دن")
    assert [line for line, _ in mistakes(swapped)] == [3, 8]


def test_a_lost_list_item_is_named_with_its_english() -> None:
    lost = [message for _, message in mistakes(URDU.replace("- دوسرا، 7 دن\n", ""))]
    assert any("no list item, as on line" in message for message in lost)


def test_an_added_paragraph_is_named() -> None:
    added = [message for _, message in mistakes(URDU.replace("## فہرست", "نیا۔\n\n## فہرست"))]
    assert any("This paragraph is not on the English page" in message for message in added)


def test_a_lost_heading_link_mark_callout_and_placeholder_are_each_named() -> None:
    assert "no heading list" in one("## فہرست {#list}\n", "")[1]
    assert "links lead to none" in one("[ب](b.md#c)", "ب")[1]
    assert "source marks are none" in one("[^S]", "")[1]
    lost = [message for _, message in mistakes(URDU.replace("ms-team", "note"))]
    assert any("no callout ms-team" in message for message in lost)
    assert "no placeholder" in one("{{ dosing-calendar kesimpta }}\n", "")[1]


def test_a_link_that_leads_elsewhere_is_named() -> None:
    assert one("(b.md#c)", "(b.md#d)")[1].startswith("The links lead to b.md#d;")
