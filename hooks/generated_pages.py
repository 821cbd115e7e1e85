"""Add the pages that no file holds: each dosing calendar and whole sheet, and the glossary."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.content.glossary import GLOSSARY, as_list
from infosheet.content.project import Language
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.content.wording import words_for
from infosheet.medicines.medicine import Medicine
from infosheet.reading.page_text import page_text
from infosheet.reading.strings import fill


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each generated page in every language that has the words for it."""
    project = site_build.current(config).project
    for path in project.generated_paths:
        for locale in {SOURCE_LOCALE, site_build.build_locale(config)}:
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
    if path in project.whole_sheet_paths:
        return _whole_sheet(language, project.medicines[project.whole_sheet_paths[path]])
    if path in project.coming_paths:
        return _coming(project.coming_paths[path])
    if path == GLOSSARY and path in project.generated_paths:
        return _glossary(language)
    return None


def _dosing_calendar(config: MkDocsConfig, language: Language, medicine_id: str) -> str:
    medicine = site_build.current(config).project.medicines[medicine_id]
    words = words_for(medicine.given, language.words)["dosing-calendar"]
    source = medicine.regimen.source
    said = {
        key: fill(words[key], name=medicine.name, generic_name=medicine.generic_name)
        for key in ("page-title", "page-description", "page-intro", "page-source")
    }
    return page_text(
        said["page-title"],
        said["page-description"],
        "dosing-calendar",
        said["page-intro"],
        f"{{{{ dosing-calendar {medicine_id} }}}}",
        f"{said['page-source']}[^{source}]" if source else "",
    )


def _whole_sheet(language: Language, medicine: Medicine) -> str:
    """Return the beginning of the whole sheet; `whole_sheets` adds what follows it."""
    words = language.words["whole-sheet"]
    assert isinstance(words, dict)
    title, description, intro = (
        fill(str(words[key]), name=medicine.name, generic_name=medicine.generic_name)
        for key in ("page-title", "page-description", "page-intro")
    )
    return page_text(title, description, "whole-sheet", intro)


def _coming(medicine_id: str) -> str:
    """Return what a preview shows in the place of a page that cannot be made yet."""
    title = medicine_id.replace("-", " ").capitalize()
    text = f"This page is made once medicines/{medicine_id}.yml is finished."
    return page_text(title, "", "coming", text)


def _glossary(language: Language) -> str:
    words = language.words["glossary"]
    assert isinstance(words, dict)
    return page_text(
        str(words["title"]),
        str(words["description"]),
        "glossary",
        str(words["intro"]),
        as_list(language.glossary),
    )
