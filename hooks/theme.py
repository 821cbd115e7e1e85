"""Give every template the words, languages and policy it needs, and mend Material's document."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import site_build
from infosheet.publishing.policy import content_security_policy, inline_scripts
from infosheet.publishing.published_code import Published, published
from infosheet.publishing.theme_styles import needed_styles

_INLINE_SCRIPTS = ("partials/javascripts/base.html", "partials/javascripts/offer.html")

_ASSETS = ("assets/", "components/")
_CODE = {".css", ".html", ".js"}
_THEME_STYLE = "assets/stylesheets/main.*.min.css"

# What Material writes outside any block: toggles for its own drawer and search, which this site
# does not have, as fields that a keyboard could reach; and a dialog for its own script.
_LEFT_OVER = re.compile(
    r'<(?:input class="md-toggle"[^>]*>|label class="md-overlay"[^>]*></label>'
    r'|div class="md-dialog".*?</div>\s*</div>|div data-md-component="announce">\s*</div>)',
    re.DOTALL,
)


def on_config(config: MkDocsConfig) -> None:
    """Leave the sitemap to the end of the build, when every language is known."""
    config.theme.static_templates.discard("sitemap.xml")


@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the published form of the theme's styles, scripts and pictures in their place.

    That comes after the language plugin, which cannot read files that lie in no folder.
    """
    for file in list(files):
        if file.src_uri.startswith(_ASSETS):
            files.remove(file)
    build = site_build.current(config)
    build.published = _published(config)
    for name, content in build.published.files.items():
        files.append(File.generated(config, name, content=content))
    return files


def _published(config: MkDocsConfig) -> Published:
    assert config.theme.custom_dir is not None
    overrides = Path(config.theme.custom_dir)
    # Editors and file managers leave hidden files beside others, in any encoding.
    found = (path for path in overrides.rglob("*") if not path.name.startswith("."))
    code = sorted(path for path in found if path.suffix in _CODE)
    material = [style for place in config.theme.dirs for style in Path(place).glob(_THEME_STYLE)]
    style = needed_styles(
        material[0].read_text(encoding="utf-8"),
        tuple(path.read_text(encoding="utf-8") for path in code),
    )
    return published(overrides, style)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Put the site's languages, words and policy within reach of every template."""
    build = site_build.current(config)
    project = build.project
    language = site_build.build_language(config)
    names = build.published.names

    # Without a context, a name would become part of the compiled template, which outlives it.
    @jinja2.pass_context
    def published_name(_: object, name: str) -> str:
        return names[name]

    env.filters["published"] = published_name
    assert env.loader is not None
    words = language.words["site"]
    assert isinstance(words, dict)
    scripts = [env.loader.get_source(env, name)[0] for name in _INLINE_SCRIPTS]
    env.globals.update(
        language=language,
        languages=project.languages,
        words=words,
        policy=content_security_policy(inline_scripts("".join(scripts))),
        organisation=config.extra.get("organisation", {}),
        version=site_build.version(language),
    )
    return env


@event_priority(-200)
def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Put each language's page for “not found” into that language's folder."""
    if template_name != "404.html":
        return output
    output = _mended(output, site_build.build_language(config).direction)
    plugin = site_build.i18n(config)
    if plugin.is_default_language_build:
        return output
    folder = Path(config.site_dir) / site_build.build_locale(config)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / template_name).write_text(output, encoding="utf-8")
    return ""


@event_priority(-200)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the document its direction and take Material's leftovers away."""
    return _mended(output, site_build.build_language(config).direction)


def _mended(document: str, direction: str) -> str:
    document = document.replace(' class="no-js">', f' dir="{direction}" class="no-js">', 1)
    *before, last = _LEFT_OVER.split(document)
    return "".join([*(part.rstrip() for part in before), last])
