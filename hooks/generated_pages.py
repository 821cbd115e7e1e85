"""Add the pages that exist because a medicine file exists: its dosing calendar, per language."""

from __future__ import annotations

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.strings import fill


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each generated page in every language, so that none of them falls back to English."""
    project = site_build.current(config).project
    for path in project.generated_paths:
        for locale in project.languages:
            files.append(
                File(
                    f"{locale}/{path}", config.docs_dir, config.site_dir, config.use_directory_urls
                )
            )
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Return the Markdown of a generated page; None lets MkDocs read the file."""
    project = site_build.current(config).project
    medicine_id = project.generated_paths.get(site_build.page_path(page.file))
    if medicine_id is None:
        return None
    words = site_build.build_language(config).words["dosing-calendar"]
    assert isinstance(words, dict)
    medicine = project.medicines[medicine_id]

    source = medicine.regimen.source

    def said(key: str) -> str:
        return fill(str(words[key]), name=medicine.name, generic_name=medicine.generic_name)

    return "\n".join(
        [
            "---",
            f"title: {json.dumps(said('page-title'), ensure_ascii=False)}",
            f"description: {json.dumps(said('page-description'), ensure_ascii=False)}",
            "---",
            f"# {said('page-title')} {{#dosing-calendar}}",
            "",
            said("page-intro"),
            "",
            f"{{{{ dosing-calendar {medicine_id} }}}}",
            "",
            *([f"{said('page-source')}[^{source}]", ""] if source else []),
        ]
    )
