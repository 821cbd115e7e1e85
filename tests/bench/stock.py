"""Write the same words as an ordinary site of MkDocs, Material and mkdocs-static-i18n."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.words import Wording, front_matter
from infosheet.content.markdown_source import replace_placeholders, source_marks
from support.markdown_links import replace_links

# The pages that infosheet generates; a link to them leads to the nearest written one.
_INSTEAD = {"dosing-calendar.md": "how-to-take-it.md", "whole-sheet.md": "index.md"}

_SETTINGS = """site_name: infosheet
site_url: https://infosheet.example/
theme:
  name: material
  custom_dir: theme
  font: false
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
{languages}
markdown_extensions: [admonition, attr_list, footnotes, tables, md_in_html]
"""
# Material has no words for Panjabi, and mkdocs-static-i18n ends without them: so English ones.
_NO_WORDS = "{% macro t(key) %}{% endmacro %}\n"


def write_stock(folder: Path, words: Wording) -> None:
    """Write the site into the folder `folder`, which is made and must not exist yet."""
    for page in plain_pages(words):
        front = yaml.safe_dump(
            {"title": page.title, "description": page.description}, allow_unicode=True
        )
        file = folder / "docs" / page.locale / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{front}---\n{page.body}", encoding="utf-8")
    languages = "\n".join(
        f"        - {{locale: {locale}, name: {name}, build: true"
        f"{', default: true' if locale == 'en' else ''}}}"
        for locale, name in words.languages.items()
    )
    (folder / "mkdocs.yml").write_text(_SETTINGS.format(languages=languages), encoding="utf-8")
    theme = folder / "theme/partials/languages"
    theme.mkdir(parents=True)
    (theme / "pa.html").write_text(_NO_WORDS, encoding="utf-8")


@dataclass(frozen=True)
class PlainPage:
    """A page as stock tools can show it: no tools, no front matter of infosheet's own."""

    locale: str
    path: str
    title: str
    description: str
    body: str


def plain_pages(words: Wording) -> Iterator[PlainPage]:
    """Yield every page of every language, each source mark with its footnote."""
    sources = {
        medicine: yaml.safe_load(text)["sources"] for medicine, text in words.medicines.items()
    }
    for locale, pages in words.pages.items():
        for path, text in pages.items():
            title, description, body = front_matter(text)
            body = replace_placeholders(replace_links(body, _instead), lambda _: "")
            titles = sources.get(path.partition("/")[0], {})
            cited = [code for code in dict.fromkeys(source_marks(body)) if code in titles]
            notes = "".join(f"\n[^{code}]: {titles[code]['title']}\n" for code in cited)
            yield PlainPage(locale, path, title, description, body + notes)


def _instead(link: str) -> str:
    path, _, name = link.rpartition("/")
    written = _INSTEAD.get(name)
    return link if written is None else f"{path}/{written}".removeprefix("/")
