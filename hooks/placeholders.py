"""Put the components where pages name them, such as `{{ vaccination-timing kesimpta }}`."""

from __future__ import annotations

import html
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

import component_templates
import site_build
from infosheet.components.component_request import LanguageLink
from infosheet.components.registry import COMPONENTS, ComponentError, component_context
from infosheet.content.markdown_source import replace_placeholders
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import Problem


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Draw the component of each placeholder, and keep its place until the page is read."""
    build = site_build.current(config)
    project = build.project
    locale = site_build.page_translation(config, page.file).words_locale
    drawn: list[tuple[str, str]] = []

    def rendered(placeholder: str) -> str:
        if unfinished := project.unfinished.intersection(placeholder.split()):
            file = f"medicines/{min(unfinished)}.yml"
            return f'<p class="mistake">This is shown here once {file} is finished.</p>'
        try:
            name, context = component_context(
                placeholder,
                project.medicines,
                project.languages[locale].words,
                locale,
                _links(page, files),
                _languages(page, config),
            )
        except ComponentError as error:
            # What the content check has not named already must not be published all the same.
            mistake = Problem(f"docs/{page.file.src_uri}", 0, error.message, error.mend)
            build.problems.append(mistake)
            return f'<p class="mistake">{html.escape(error.message)}</p>'
        drawn.append((placeholder, component_templates.render(name, context)))
        return _place(len(drawn) - 1)

    if "{{" in markdown:
        markdown = replace_placeholders(markdown, rendered)
    names = dict.fromkeys(placeholder.split()[0] for placeholder, _ in drawn)
    components = [COMPONENTS[name] for name in names]
    page.meta["styles"] = list(dict.fromkeys(style for each in components for style in each.styles))
    page.meta["drawn"] = drawn
    page.meta["components"] = [each for each in components if each.script]
    return markdown


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put each component in its place, now that no Markdown has to be looked for in its HTML."""
    assert page.present_anchor_ids is not None
    for number, (_, drawn) in enumerate(page.meta["drawn"]):
        content = content.replace(_place(number), drawn)
        page.present_anchor_ids |= site_build.ids(drawn)
    return content


def _place(number: int) -> str:
    return f'<div data-component="{number}"></div>'


def _links(page: Page, files: Files) -> dict[str, str]:
    """Return the addresses, relative to `page`, of the pages that components lead to."""
    locale, _, path = page.file.src_uri.partition("/")
    folder = re.sub(r"[^/]*$", "", path)
    targets = {
        "problems": f"{folder}problems.md",
        "dosing-calendar": f"{folder}dosing-calendar.md",
        "vaccinations": f"{folder}vaccinations.md",
        "about": "about.md",
    }
    links = {}
    for name, target in targets.items():
        file = files.get_file_from_path(f"{locale}/{target}")
        if file is not None:
            links[name] = file.url_relative_to(page.file)
    return links


def _languages(page: Page, config: MkDocsConfig) -> list[LanguageLink]:
    """Return the first page in each language, its address relative to `page`."""
    return [
        LanguageLink(
            locale,
            language.name,
            language.direction,
            get_relative_url("." if locale == SOURCE_LOCALE else f"{locale}/", page.file.url),
        )
        for locale, language in site_build.current(config).project.languages.items()
    ]
