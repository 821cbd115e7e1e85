"""The whole site in a folder, each file made anew when it is asked for and not before."""

from __future__ import annotations

import logging
import threading
from collections.abc import Collection
from pathlib import Path

from mkdocs.exceptions import Abort

import site_build
from infosheet.content.project import Project
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.failures import failure
from infosheet.problems import Problem
from infosheet.publishing.own_files import loads_elsewhere
from infosheet.publishing.policy import content_security_policy, inline_scripts
from infosheet.publishing.search_index import build_search
from infosheet.publishing.sitemap import page_url, sitemap
from infosheet.publishing.status_board import write_status
from language_on_request import NOT_FOUND, LanguageOnRequest

_HOME = "index.html"
_PATIENCE = 10  # seconds

_NOT_YET = (
    b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title>'
    b"<body><p>This page will be shown here when the mistakes are mended.</p></body></html>"
)


class SiteOnRequest:
    """The site of the project in use, at `address`; its files stand in `folder` once asked for.

    Nothing that an edit could have changed outlives it, so no rule says what depends on what: a
    page is made from the whole project, as a build would make it. A file that cannot be made
    stays as it was last.
    """

    def __init__(self, folder: Path, address: str) -> None:
        self._site = folder / "site"
        self._site.mkdir(exist_ok=True)
        self._new = folder / "new"  # a page stands here until it is whole
        self._address = address
        self._project: Project | None = None
        self._locales: Collection[str] = ()
        self._languages: dict[str, LanguageOnRequest] = {}
        self._others: set[str] = set()
        self._made: set[str] = set()
        self._failed: set[str] = set()
        self._problems: list[Problem] = []
        # Hooks keep what they know of the page at hand, so one page is made at a time.
        self._one_page = threading.RLock()
        self._one_search = threading.Lock()

    def use(self, project: Project, locales: Collection[str]) -> None:
        """Let every file of these languages be made from `project` from now on."""
        with self._one_page:
            self._project = project
            self._locales = locales
            self._languages.clear()
            self._made.clear()
            self._failed.clear()
            self._problems.clear()

    def close(self) -> None:
        """Write no more."""
        # A page that is being made is waited for, but it must not keep the preview from its end.
        made = self._one_page.acquire(timeout=_PATIENCE)
        self._project = None
        if made:
            self._one_page.release()

    @property
    def problems(self) -> list[Problem]:
        """What making the files has shown to be wrong, besides what the checks find."""
        with self._one_page:
            found = [each for one in self._languages.values() for each in one.problems]
            return sorted({*self._problems, *found})

    def read(self, place: str) -> bytes | None:
        """Return the file at `place` of the site, such as `pl/index.html`; None where none is."""
        if place.startswith("search/"):
            self._make_search(place.split("/")[1])
        with self._one_page:
            self._make(place)
            path = self._site / place
            if path.is_file():
                return path.read_bytes()
            return _NOT_YET if self._project is None or place in self._failed else None

    def not_found(self, place: str) -> bytes | None:
        """Return the page that says that nothing is at `place`, in the language of its folder."""
        locale = place.partition("/")[0]
        own = locale in self._locales and locale != SOURCE_LOCALE
        return self.read(f"{locale}/{NOT_FOUND}" if own else NOT_FOUND)

    def _make(self, place: str) -> None:
        """Write the file at `place` anew, unless nothing has changed since it was written."""
        if self._project is None or place in self._made:
            return
        self._made.add(place)
        heard = site_build.Warnings(site_build.SiteBuild(self._project, self._problems))
        thread = threading.get_ident()
        heard.addFilter(lambda record: record.thread == thread)
        logger = logging.getLogger("mkdocs")
        logger.addHandler(heard)
        try:
            self._write(self._project, place)
        except (Exception, Abort) as error:  # whatever an edit has broken, the last page stays
            for problem in self._problems:
                error.add_note(problem.message)  # MkDocs names the page only in what it logs
            said = failure(error, self._project.root / ".build")
            self._problems[:] = [Problem("the build", 0, said)]
            self._failed.add(place)
        finally:
            logger.removeHandler(heard)

    def _write(self, project: Project, place: str) -> None:
        folder, _, name = place.rpartition("/")
        locale = place.partition("/")[0]
        language = self._language(locale if locale in self._locales else SOURCE_LOCALE)
        if place in language.pages:
            language.write(place)
            self._take_over(place)
        elif name == NOT_FOUND and folder == ("" if language.is_source else language.locale):
            language.write_not_found()
            self._take_over(place)
        elif place in ("status.json", "status/index.html"):
            self._write_others(language)
            home = self.read(_HOME) or b""
            policy = content_security_policy(inline_scripts(home.decode()))
            write_status(self._site, project, policy, site_build.build_date())
        elif place == "sitemap.xml":
            (self._site / place).write_text(
                '<?xml version="1.0" encoding="UTF-8"?>\n' + sitemap(project, self._address),
                encoding="utf-8",
            )
        elif place in language.others:
            self._write_others(language)
        elif not place.startswith("search/") and (self._site / place).is_file():
            (self._site / place).unlink()  # a page of before the last edit

    def _take_over(self, place: str) -> None:
        self._problems += loads_elsewhere(self._new, [self._new / place])
        path = self._site / place
        path.parent.mkdir(parents=True, exist_ok=True)
        (self._new / place).replace(path)

    def _write_others(self, language: LanguageOnRequest) -> None:
        """Write all that is no page, and take away what is no longer there."""
        for file in language.others.values():
            file.copy_file()
        for place in language.others:
            self._take_over(place)
            self._made.add(place)
        for place in self._others - language.others.keys():
            (self._site / place).unlink(missing_ok=True)
        self._others = set(language.others)

    def _language(self, locale: str) -> LanguageOnRequest:
        assert self._project is not None
        if locale not in self._languages:
            self._languages[locale] = LanguageOnRequest(
                self._project, locale, self._new, self._address
            )
        return self._languages[locale]

    def _make_search(self, locale: str) -> None:
        """Write the search of a language from all its pages, unless it is as new as they are."""
        mark = f"search/{locale}/"
        with self._one_search:
            while (project := self._project) and locale in self._locales and mark not in self._made:
                for path in project.paths:
                    if self._project is not project:  # an edit has come, or the end
                        break
                    self.read(f"{page_url(path, locale)}{_HOME}")
                else:
                    self._write_search(project, locale, mark)

    def _write_search(self, project: Project, locale: str, mark: str) -> None:
        said = None
        try:
            build_search(self._site, project, locale)
        except Exception as error:  # for want of a page that cannot be made, or at the end
            said = failure(error, project.root / ".build") if self._project is project else None
        with self._one_page:
            if self._project is project:
                self._made.add(mark)
                self._problems += [Problem("the search", 0, said)] if said else []
