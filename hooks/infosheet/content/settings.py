"""What mkdocs.yml says of the site's languages, pages and owner, and the checks of that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infosheet.content.source_host import HOSTS
from infosheet.content.source_tree import DOCS, LISTS
from infosheet.problems import Problem, did_you_mean
from infosheet.reading.no_code import refused_address
from infosheet.reading.yaml_reader import Document, KeyPath, Value

SETTINGS = "mkdocs.yml"
SETTINGS_TAGS = ("!ENV",)  # takes a value from a variable of the computer that builds

_LANGUAGE_KEYS = ("locale", "name", "build", "default")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")  # as MkDocs reads them, in any capitals
_LOCALE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_PLUGIN = {
    "docs_structure": "folder",
    "fallback_to_default": "true",
    "reconfigure_material": "true",
    "reconfigure_search": "false",
}
_PLUGIN_MEND = "The code of this site is made for that value, and for no other."
_EXTRA = ("generator", "overdue_reviews", "organisation", "source")
_ORGANISATION = ("name", "contact", "helpline", "content_licence")
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_OVERDUE = ("notice", "error")
_SOURCE = ("host", "repository", "branch", "issues")
_REPOSITORY = {
    "github": re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+"),
    "gitlab": re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+"),
}
_BRANCH = re.compile(r"[\w.-]+(/[\w.-]+)*")


def declared_languages(settings: Document) -> Iterator[tuple[str, str, int]]:
    """Yield locale, name and line of each language in the i18n block of mkdocs.yml."""
    for path, language in _language_blocks(settings):
        locale = str(language.get("locale", ""))
        if _LOCALE.fullmatch(locale):
            yield locale, str(language.get("name", locale)), settings.line(path)


def nav_paths(settings: Document) -> Iterator[tuple[str, int]]:
    """Yield each page that the navigation of mkdocs.yml lists, with its line."""
    yield from ((page, settings.line(path)) for page, path in _listed(settings))


def nav_titles(settings: Document) -> Iterator[tuple[str, str, int]]:
    """Yield each page that the navigation lists with a title, that title, and its line."""
    for page, path in _listed(settings):
        if isinstance(path[-1], str) and len(path) > 1:
            yield page, path[-1], settings.line(path)


def _listed(settings: Document) -> Iterator[tuple[str, KeyPath]]:
    def walk(value: Value, path: KeyPath) -> Iterator[tuple[str, KeyPath]]:
        if isinstance(value, str):
            yield value, path
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from walk(item, (*path, index))
        else:
            for key, item in value.items():
                yield from walk(item, (*path, key))

    yield from walk(settings.data.get("nav", []), ("nav",))


def overdue_reviews(settings: Document) -> str:
    """Return whether an overdue review stops the build (`error`) or is only told (`notice`)."""
    extra = settings.data.get("extra")
    return str(extra.get("overdue_reviews", "notice")) if isinstance(extra, dict) else "notice"


def check_settings(settings: Document, source_locale: str) -> Iterator[Problem]:
    """Find mistakes in what mkdocs.yml says of languages, owner, source and reviews."""
    for path, message, mend in (
        *_places(settings),
        *_languages(settings, source_locale),
        *_language_plugin(settings),
        *_extra(settings),
        *_organisation(settings),
        *_source(settings),
        *_reviews(settings),
    ):
        yield Problem(settings.file, settings.line(path), message, mend)


Said = tuple[KeyPath, str, str]


def _places(settings: Document) -> Iterator[Said]:
    """Find settings with which pages would be looked for, or published, in the wrong places."""
    folder = settings.data.get("docs_dir", DOCS)
    if folder != DOCS:
        yield ("docs_dir",), f"“docs_dir” is “{folder}”, but pages stand in {DOCS}/.", "Write docs."
    if not settings.data.get("site_url"):
        yield (
            ("site_url",), "“site_url” is empty, but pages name their own addresses.",
            "Write where the site will be published, such as https://charity.example/.",
        )  # fmt: skip
    if str(settings.data.get("use_directory_urls")).lower() in _NO:
        yield (
            ("use_directory_urls",), "Links between languages need addresses without “.html”.",
            "Write “use_directory_urls: true”, or take the line out.",
        )  # fmt: skip
    excluded = str(settings.data.get("exclude_docs", "")).split()
    if published := [name for name in LISTS if name not in excluded]:
        yield (
            ("exclude_docs",), f"“exclude_docs” lacks {' and '.join(published)}, so the site would "
            "hold them as they are.",
            f"Write “exclude_docs: |”, and below it each of them on a line: {', '.join(LISTS)}.",
        )  # fmt: skip


def _languages(settings: Document, source_locale: str) -> Iterator[Said]:
    blocks = list(_language_blocks(settings))
    locales = [str(language.get("locale", "")) for _, language in blocks]
    example = "{locale: cy, name: Cymraeg, build: true}"
    for index, (path, language) in enumerate(blocks):
        locale = locales[index]
        if not _LOCALE.fullmatch(locale):
            yield path, f"“{locale}” is no code of a language.", f"Write it like this: {example}"
        elif locale in locales[:index]:
            yield path, f"The language “{locale}” stands here a second time.", "Keep one of them."
        elif language.get("name") in [other.get("name", "") for _, other in blocks[:index]]:
            yield (
                (*path, "name"), f"Another language is called “{language['name']}” already.",
                "Readers choose by the names: write each as its readers do.",
            )  # fmt: skip
        for key in language.keys() - set(_LANGUAGE_KEYS):
            mend = did_you_mean(key, _LANGUAGE_KEYS)
            yield (*path, key), f"“{key}” is not known of a language.", mend
        if not isinstance(language.get("name"), str):
            mend = f"Write its name as its readers do: {example}"
            yield path, f"The language “{locale}” has no name.", mend
        if str(language.get("build", "true")).lower() not in _YES:
            yield (
                (*path, "build"), f"The site would be without “{locale}”, and say so nowhere.",
                "Write “build: true”; or take the whole line away, and its pages wait in "
                f"{DOCS}/{locale}/.",
            )  # fmt: skip
        default = str(language.get("default", "false")).lower() in _YES
        if default != (locale == source_locale):
            yield (
                path, f"“default: true” belongs to {source_locale}, and to no other language.",
                "It is the language that the site opens in, and that all others are made from.",
            )  # fmt: skip
    if source_locale not in locales:
        yield (
            ("plugins",), "There is no English among the languages.",
            "English is the source of every page: add it to the i18n block.",
        )  # fmt: skip


def _language_plugin(settings: Document) -> Iterator[Said]:
    """Find settings of the language plugin with which the site would lack pages or languages."""
    for path, block in _plugin_blocks(settings):
        for key, needed in _PLUGIN.items():
            if (said := str(block.get(key, needed))).lower() != needed:
                yield (*path, key), f"“{key}” is “{said}”, but {needed} is expected.", _PLUGIN_MEND
        if "build_only_locale" in block:
            yield (
                (*path, "build_only_locale"), "The site would be without its other languages.",
                "Take this line out; make build LANGUAGE=pl makes one language alone.",
            )  # fmt: skip


def _language_blocks(settings: Document) -> Iterator[tuple[KeyPath, dict[str, Value]]]:
    for path, block in _plugin_blocks(settings):
        languages = block.get("languages")
        for position, language in enumerate(languages if isinstance(languages, list) else []):
            if isinstance(language, dict):
                yield (*path, "languages", position), language


def _plugin_blocks(settings: Document) -> Iterator[tuple[KeyPath, dict[str, Value]]]:
    plugins = settings.data.get("plugins")
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else []):
        block = plugin.get("i18n") if isinstance(plugin, dict) else None
        if isinstance(block, dict):
            yield ("plugins", index, "i18n"), block


def _extra(settings: Document) -> Iterator[Said]:
    extra = settings.data.get("extra", {})
    if not isinstance(extra, dict):
        yield ("extra",), "“extra” needs keys with values.", f"Keys: {', '.join(_EXTRA)}."
        return
    for key in extra.keys() - set(_EXTRA):
        yield ("extra", key), f"“{key}” is not known under “extra”.", did_you_mean(key, _EXTRA)


def _organisation(settings: Document) -> Iterator[Said]:
    extra = settings.data.get("extra")
    found = extra.get("organisation", {}) if isinstance(extra, dict) else {}
    path: KeyPath = ("extra", "organisation")
    if not isinstance(found, dict):
        yield path, "“organisation” needs keys with values.", f"Keys: {', '.join(_ORGANISATION)}."
        return
    for key, value in found.items():
        if key not in _ORGANISATION:
            mend = did_you_mean(key, _ORGANISATION)
            yield (*path, key), f"“{key}” is not known of the organisation.", mend
        elif not isinstance(value, str):
            yield (*path, key), f"“{key}” needs a single value.", "Write it on the same line."
    contact = found.get("contact")
    if isinstance(contact, str) and contact:
        page = contact.startswith("https://") and not refused_address(contact)
        if not page and not _E_MAIL.fullmatch(contact):
            yield (
                (*path, "contact"), f"“{contact}” is neither an e-mail address nor a page.",
                "Write one such as help@charity.example or https://charity.example/contact.",
            )  # fmt: skip


def _source(settings: Document) -> Iterator[Said]:
    extra = settings.data.get("extra")
    found = extra.get("source", {}) if isinstance(extra, dict) else {}
    path: KeyPath = ("extra", "source")
    if not isinstance(found, dict):
        yield path, "“source” needs keys with values.", f"Keys: {', '.join(_SOURCE)}."
        return
    for key in found.keys() - set(_SOURCE):
        yield (*path, key), f"“{key}” is not known of the source.", did_you_mean(key, _SOURCE)
    host, repository = str(found.get("host", "none")), str(found.get("repository", ""))
    if host not in HOSTS:
        yield (*path, "host"), f"“host” is “{host}”.", did_you_mean(host, HOSTS)
    if (form := _REPOSITORY.get(host)) and not form.fullmatch(repository):
        yield (
            (*path, "repository"), f"“{repository}” is no repository.",
            "Write its owner and its name, such as a-charity/infosheet.",
        )  # fmt: skip
    branch = str(found.get("branch", "main"))
    if not _BRANCH.fullmatch(branch):
        yield (*path, "branch"), f"“{branch}” is no branch.", "The usual one is main."
    issues = str(found.get("issues", "false"))
    if issues not in ("true", "false"):
        yield (*path, "issues"), f"“issues” is “{issues}”.", "Expected is true or false."
    elif issues == "true" and host == "none":
        yield (
            (*path, "issues"), "Mistakes cannot be reported to a “host” that is none.",
            "Name github or gitlab as the host, or write false here.",
        )  # fmt: skip


def _reviews(settings: Document) -> Iterator[Said]:
    said = overdue_reviews(settings)
    if said not in _OVERDUE:
        mend = "Expected is notice or error."
        yield ("extra", "overdue_reviews"), f"“overdue_reviews” is “{said}”.", mend
