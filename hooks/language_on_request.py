"""One language of the site, as MkDocs builds it, but each page only when it is asked for."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

import site_build
from infosheet.content.project import Project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import Problem
from mkdocs_settings import load_settings

NOT_FOUND = "404.html"


class LanguageOnRequest:
    """The pages of one language of `project`, each written below `into` when it is asked for.

    It takes the steps of MkDocs' own build, in their order, and stops before the first page. The
    texts are those of `project`, whatever has happened to its files since they were read.
    `pages` and `others` hold every page and every other file by its place in the site.
    """

    def __init__(self, project: Project, locale: str, into: Path, site_url: str) -> None:
        self.locale = locale
        project = _seen_from(project, locale)
        config = load_settings(project.root, site_dir=str(into), site_url=site_url)
        self._build = site_build.SiteBuild(project)
        site_build.start(config, self._build)
        plugin = site_build.i18n(config)
        plugin.current_language = locale
        plugin.building = True  # keeps the plugin from building the other languages
        self._config = config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        env = config.theme.get_env()
        files = Files(
            File(f"{each}/{path}", config.docs_dir, config.site_dir, config.use_directory_urls)
            for each, pages in project.pages.items()
            for path in pages
        )
        files.add_files_from_theme(env, config)
        self._files = files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = get_navigation(files, config)
        self._nav = config.plugins.on_nav(nav, config=config, files=files)
        self._documents = files.documentation_pages()
        for file in self._documents:
            words_locale, _, path = file.src_uri.partition("/")
            written = project.pages[words_locale].get(path)
            if written is not None:
                file.content_string = written.text
            # The navigation names every page by the title that stands in its text.
            assert file.page is not None
            file.page.read_source(config)
        self._env = config.plugins.on_env(env, config=config, files=files)
        self.pages = {file.dest_uri: file for file in self._documents}
        self.others = {file.dest_uri: file for file in files if not file.is_documentation_page()}

    @property
    def is_source(self) -> bool:
        """Whether it is English, which has no folder of its own in the site."""
        return self.locale == SOURCE_LOCALE

    @property
    def problems(self) -> list[Problem]:
        """What the pages that were asked for have shown to be wrong."""
        return self._build.problems

    def write(self, place: str) -> None:
        """Write the page at `place`, one of `pages`; a whole sheet needs its own pages first."""
        page = self.pages[place].page
        assert page is not None
        for part in self._parts_of(page):
            _populate_page(part, self._config, self._files)
        _populate_page(page, self._config, self._files)
        _build_page(page, self._config, self._documents, self._nav, self._env)

    def _parts_of(self, page: Page) -> list[Page]:
        """Return the pages that stand on the whole sheet that `page` is, if it is one."""
        project = self._build.project
        medicine_id = project.whole_sheet_paths.get(site_build.page_path(page.file))
        paths = project.parts_of_sheet(medicine_id) if medicine_id else ()
        return [each for each in self._nav.pages if site_build.page_path(each.file) in paths]

    def write_not_found(self) -> None:
        """Write the page for what is not found."""
        _build_theme_template(NOT_FOUND, self._env, self._files, self._config, self._nav)


def _seen_from(project: Project, locale: str) -> Project:
    """Return the project without the pages that nobody meets who reads in `locale`.

    A page links to its versions in other languages, which have their addresses whether they are
    translated or not.
    """
    met = (SOURCE_LOCALE, locale)
    pages = {each: pages if each in met else {} for each, pages in project.pages.items()}
    return dataclasses.replace(project, pages=pages)
