"""Add the pages that no file holds: each medicine's dosing calendar, and the glossary."""

from __future__ import annotations

import html
import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.glossary import GLOSSARY, in_order
from infosheet.project import Language
from infosheet.strings import fill


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each generated page in every language that has the words for it."""
    project = site_build.current(config).project
    for path in project.generated_paths:
        for locale in project.languages:
            if not project.translation(path, locale).is_fallback:
                uri = f"{locale}/{path}"
                files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Return the Markdown of a generated page; None lets MkDocs read the file."""
    project = site_build.current(config).project
    path = site_build.page_path(page.file)
    language = project.languages[site_build.page_translation(config, page.file).words_locale]
    if path in project.calendar_paths:
        return _dosing_calendar(config, language, project.calendar_paths[path])
    if path == GLOSSARY and path in project.generated_paths:
        return _glossary(language)
    return None


def _dosing_calendar(config: MkDocsConfig, language: Language, medicine_id: str) -> str:
    medicine = site_build.current(config).project.medicines[medicine_id]
    words = language.words["dosing-calendar"]
    assert isinstance(words, dict)
    source = medicine.regimen.source
    said = {
        key: fill(words[key], name=medicine.name, generic_name=medicine.generic_name)
        for key in ("page-title", "page-description", "page-intro", "page-source")
    }
    return _page(
        said["page-title"],
        said["page-description"],
        "dosing-calendar",
        said["page-intro"],
        f"{{{{ dosing-calendar {medicine_id} }}}}",
        f"{said['page-source']}[^{source}]" if source else "",
    )


def _glossary(language: Language) -> str:
    words = language.words["glossary"]
    assert isinstance(words, dict)
    entries = [
        f'<dt id="{key}">{html.escape(entry.term)}</dt>\n<dd>{html.escape(entry.meaning)}</dd>'
        for key, entry in in_order(language.glossary)
    ]
    listed = "\n".join(["<dl>", *entries, "</dl>"])
    return _page(
        str(words["title"]), str(words["description"]), "glossary", str(words["intro"]), listed
    )


def _page(title: str, description: str, heading_id: str, *blocks: str) -> str:
    """Return a Markdown page; its front matter is quoted as JSON, which is YAML too."""
    return "\n\n".join(
        [
            f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n"
            f"description: {json.dumps(description, ensure_ascii=False)}\n---",
            f"# {title} {{#{heading_id}}}",
            *filter(None, blocks),
            "",
        ]
    )
