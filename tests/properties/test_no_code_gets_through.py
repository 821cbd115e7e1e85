"""What the check of a page lets through is, once built, nothing that runs or loads."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infosheet.checks.page_form import check_form
from infosheet.content.markdown_source import parse_page
from infosheet.reading.no_code import refused_address
from infosheet.reading.source_text import decoded
from shelf import SHELF
from shelf.pages import PAGE

# Those of mkdocs.yml, and those that MkDocs adds.
EXTENSIONS = [
    "toc", "tables", "fenced_code", "admonition", "attr_list", "footnotes", "md_in_html",
]  # fmt: skip
TAGS = {
    "a", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
    "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"class", "href", "id", "start"}

TOP = "---\ntitle: a\ndescription: b\n---\n"
PIECES = st.sampled_from(
    [
        *"<>&;:()[]{}!\"'`*_=#\\/-|^~ \n\n\n  abz",
        "a", " word ", "\n\n", "    ", "<script>", "</b>", "<!--", "-->", "<a@b.c>", "<http://x>",
        "javascript:", "data:text/html,x", "//x.example", "https://x.example", "mailto:a@b.c",
        "](", "[a](", "[a](b.md)", "![", "[a]: ", "[a][b]", "[^S]", "[^S]: ", "[TOC]", "onclick=x",
        "style=x", "{: ", "{#a}", "{.a}", "{ .a }", "}", "{{ a b }}", "&#106;", "&colon;", "&lt;",
        "```\n", "~~~ {.a}\n", "!!! do \"a\"\n    ", "| a | b |\n| --- | --- |\n", "| :-: |\n",
        "[a][a]", "> ", "- ", "- - ", "> > ", "1. ",
        "***", "java\tscript:", "\\<", "\\[", "%6A", "\u200b",
    ]
)  # fmt: skip


class Built(HTMLParser):
    """Collects what is wrong in a built page."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.wrong.append(f"{tag} {name}={value}")
            if name == "href" and refused_address(value or "") and value:
                self.wrong.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data}")


def built(text: str) -> list[str]:
    page = Built()
    page.feed(markdown.markdown(text, extensions=EXTENSIONS))
    page.close()
    return page.wrong


def let_through(body: str) -> bool:
    text, problems = decoded((TOP + body).encode(), "a.md")
    if text is None or problems:
        return False
    page, problems = parse_page(text, "a.md", "en", "a.md")
    forms = [each for each in check_form(page) if "aligns" in each.message] if page else []
    return not [*problems, *forms]


@given(body=st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=4000)
@example(body="[a](b.md){: onclick=x}")
@example(body="[x][a]\n\n- - [a]: javascript:x\n")
@example(body="[x][a]\n\n> > [a]: javascript:x\n")
@example(body="`<b>`")
@example(body="[a\\](javascript:x)")
@example(body="| a |\n| --- |\n| {: .a} |\n")
def test_a_page_that_is_let_through_holds_nothing_that_runs_or_loads(body: str) -> None:
    if let_through(body):
        assert built(body) == []


def test_ordinary_pages_are_let_through() -> None:
    body = "# A {#a}\n\nSee [b](b.md#c), [d](https://x.example/) and **e**.[^S]\n\n- f & g < h\n"
    assert let_through(body)


def test_the_rule_is_needed_by_what_it_refuses() -> None:
    """Of the shelf's disguises, most would run or load if the check did not refuse them."""
    code = [each for name, each in SHELF.items() if name.startswith("code:") and each.file == PAGE]
    dangerous = [each for each in code if built(each.wrong)]
    assert len(dangerous) > len(code) / 2
