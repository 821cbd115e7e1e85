"""Show each page in the language asked for, or the marked English where that is more honest."""

from __future__ import annotations

from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

import site_build
from infosheet.content.date_words import long_date
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.content.wording import plural
from infosheet.publishing.sitemap import page_url


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take away translations that state other figures than today's English, so English is shown."""
    project = site_build.current(config).project
    locale = site_build.build_locale(config)
    for path in project.pages[locale]:
        if project.translation(path, locale).is_fallback:
            file = files.get_file_from_path(f"{locale}/{path}")
            if file is not None:
                files.remove(file)
    return files


@event_priority(-50)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the templates what the page is: its languages, its state, its medicine's review."""
    project = site_build.current(config).project
    path = site_build.page_path(page.file)
    translation = site_build.page_translation(config, page.file)
    language = site_build.build_language(config)
    original = page_url(path, SOURCE_LOCALE)
    context["original_url"] = f"{(config.site_url or '/').rstrip('/')}/{original}"
    if translation.is_fallback:
        page.canonical_url = context["original_url"]
    context["translation"] = translation
    context["source_url"] = _relative(original, page)
    context["words_language"] = project.languages[translation.words_locale]
    review = project.review_of(path)
    context["review"] = review
    context["overdue"] = review is not None and review.overdue(site_build.build_date())
    context["date_in_words"] = partial(long_date, locale=language.locale, words=language.words)
    context["plural"] = partial(plural, locale=language.locale)
    context["alternate_urls"] = {
        locale: _relative(page_url(path, locale), page) for locale in project.languages
    }
    return context


def _relative(url: str, page: Page) -> str:
    return get_relative_url(url or "./", page.file.url)
