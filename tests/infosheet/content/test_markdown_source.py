"""A page is read as checks see it: code, comments and front matter hold nothing."""

from infosheet.content.markdown_source import Page, marks_in_order, parse_page

TOP = "---\ntitle: Storing it\ndescription: How to store it.\n---\n"


def page(body: str) -> Page:
    found, problems = parse_page(TOP + body, "docs/en/a.md", "en", "a.md")
    assert problems == []
    assert found is not None
    return found


def test_headings_links_and_marks_are_found_at_their_lines() -> None:
    found = page("# Storing {#storing}\n\nSee [travel](b.md#travel).[^S]\n")
    assert [(heading.id, heading.line) for heading in found.headings] == [("storing", 5)]
    assert [(link.text, link.line) for link in found.links] == [("b.md#travel", 7)]
    assert [(mark.text, mark.line) for mark in found.marks] == [("S", 7)]


def test_code_and_comments_hold_no_links_and_no_headings() -> None:
    body = "# T {#t}\n```\n# no [x](y.md)\n```\n<!-- [x](y.md) -->\n`[x](y.md)` [z](z.md)\n"
    found, _ = parse_page(TOP + body, "docs/en/a.md", "en", "a.md")
    assert found is not None
    assert [link.text for link in found.links] == ["z.md"]
    assert len(found.headings) == 1


def test_a_placeholder_inside_a_sentence_is_a_mistake_at_its_line() -> None:
    _, problems = parse_page(TOP + "# T {#t}\n\nHere {{ x y }} it is.\n", "a.md", "en", "a.md")
    assert [problem.line for problem in problems] == [7]


def test_a_page_without_title_and_description_is_told_how_to_begin() -> None:
    found, [problem] = parse_page("# Only a heading\n", "a.md", "en", "a.md")
    assert found is None
    assert "title:" in problem.mend


def test_a_misspelt_line_at_the_top_is_named_with_its_line() -> None:
    text = "---\ntitle: A\ndescripton: B\n---\n# A {#a}\n"
    found, problems = parse_page(text, "a.md", "en", "a.md")
    assert found is None
    assert (3, "Did you mean “description”?") in [(p.line, p.mend) for p in problems]


def test_the_fingerprint_follows_the_words_and_not_the_spaces() -> None:
    before = page("# T {#t}\n\nWait 4 weeks.\n")
    assert page("# T {#t}\n\n\nWait   4\nweeks.\n").fingerprint == before.fingerprint
    assert page("# T {#t}\n\nWait 6 weeks.\n").fingerprint != before.fingerprint


def test_another_kind_of_quotation_mark_asks_for_no_new_translation() -> None:
    before = page('# T {#t}\n\nThe maker\'s "pen".\n')
    assert page("# T {#t}\n\nThe maker’s “pen”.\n").fingerprint == before.fingerprint


def test_marks_that_stand_together_are_in_the_order_of_their_numbers() -> None:
    text = "One.[^S] Two.[^SmPC][^PIL] Three.[^PIL][^S][^SmPC] `[^PIL][^S]`\n"
    assert marks_in_order(text) == (
        "One.[^S] Two.[^SmPC][^PIL] Three.[^S][^SmPC][^PIL] `[^PIL][^S]`\n"
    )
