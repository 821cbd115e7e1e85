"""What hooks replace of a library is still what it was when they were written for it."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import jinja2
import pytest
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from mkdocs_static_i18n.plugin import I18n

from support.site import ROOT

# The hook, the library with its version, what it replaces, and the beginning of a hash of that.
REPLACED: dict[str, tuple[str, str, Callable[..., Any], str]] = {
    "own_pages": (
        "mkdocs-static-i18n", "1.3.1", I18n.reconfigure_files_alternates, "6f85e2de7342",
    ),
    "theme_templates": ("mkdocs", "1.6.1", Theme.get_env, "9c26120fb96f"),
    "inline_patterns": ("markdown", "3.11.3", InlineProcessor.run, "f6c93631f287"),
    "inline_patterns’ registry": ("markdown", "3.11.3", Registry.__getitem__, "0ffcbbf46744"),
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


def test_inline_marks_read_the_same_with_their_patterns_in_a_list() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    text = (ROOT / "docs/en/kesimpta/index.md").read_text(encoding="utf-8")
    hook = config.hooks["hooks/inline_patterns.py"]
    names = ["attr_list", "footnotes", "tables", "md_in_html", "admonition"]
    plain = Markdown(extensions=names)
    quick = Markdown(extensions=[*names, hook.SortedInlinePatterns()])
    patterns = quick.treeprocessors["inline"].inlinePatterns
    assert isinstance(patterns, list)
    assert list(map(type, patterns)) == list(map(type, plain.inlinePatterns))
    assert quick.convert(text) == plain.convert(text)
