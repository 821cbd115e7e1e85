"""Write the same words as a site of Starlight, and build it, where there is Node."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from bench.measured import BenchError, run
from bench.stock import plain_pages
from bench.words import HOME, Wording
from support.markdown_links import replace_links

# The last ones that run on Node 20.
PACKAGES = {"astro": "5.18.2", "@astrojs/starlight": "0.37.7"}
NO_NODE = "There is no Node with npm here."

_CONFIG = """import {{ defineConfig }} from "astro/config";
import starlight from "@astrojs/starlight";

export default defineConfig({{
  site: "https://infosheet.example",
  integrations: [starlight({{ title: "infosheet", locales: {locales} }})],
}});
"""
_CONTENT = """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
"""
_TITLE = re.compile(r"\A\s*# .*\n")  # Starlight writes it from the front matter
_ID = re.compile(r"[ ]+\{#[^}\s]+\}[ ]*$", re.MULTILINE)
_CALLOUT = re.compile(r'^!!! [\w-]+(?: "(.*)")?\n((?:(?:    .*)?\n)*)', re.MULTILINE)


def write_starlight(folder: Path, words: Wording) -> None:
    """Write the site into the folder `folder`, which is made and must not exist yet."""
    for page in plain_pages(words):
        place = "" if page.locale == "en" else page.locale
        file = folder / "src/content/docs" / place / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        body = _ID.sub("", _CALLOUT.sub(_opened, _TITLE.sub("", page.body)))
        # JSON is YAML too, and quotes every text.
        front = f"title: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}"
        linked = replace_links(body, partial(_address, path=page.path))
        file.write_text(f"---\n{front}\n---\n{linked}", encoding="utf-8")
    locales = {
        ("root" if locale == "en" else locale): {
            "label": name,
            "lang": locale,
            "dir": "rtl" if locale in ("ar", "ur") else "ltr",
        }
        for locale, name in words.languages.items()
    }
    package = {"name": "bench", "private": True, "type": "module", "dependencies": PACKAGES}
    (folder / "package.json").write_text(json.dumps(package), encoding="utf-8")
    config = _CONFIG.format(locales=json.dumps(locales, ensure_ascii=False))
    (folder / "astro.config.mjs").write_text(config, encoding="utf-8")
    (folder / "src/content.config.ts").write_text(_CONTENT, encoding="utf-8")


def install(folder: Path, packages: dict[str, str]) -> Path:
    """Install packages from npm below `folder` once, and return where they stand."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise BenchError(NO_NODE)
    folder.mkdir(parents=True, exist_ok=True)
    asked = {"private": True, "dependencies": packages}
    text = json.dumps(asked)
    file, installed = folder / "package.json", folder / "node_modules"
    if not file.is_file() or file.read_text(encoding="utf-8") != text or not installed.is_dir():
        file.write_text(text, encoding="utf-8")
        run(["npm", "install", "--no-audit", "--no-fund", "--silent"], folder)
    return installed


def _opened(callout: re.Match[str]) -> str:
    """Return a callout as what Markdown alone knows: its title in bold, then its text."""
    title = f"**{callout[1]}**\n" if callout[1] else ""
    return title + re.sub(r"(?m)^    ", "", callout[2])


def _address(link: str, path: str) -> str:
    """Return where a link leads in the built site, since Astro leaves links as they are."""
    url = urlsplit(link)
    if url.scheme or not url.path:
        return link
    here = path.removesuffix(HOME).removesuffix(".md") or "."
    to = posixpath.normpath(posixpath.join(posixpath.dirname(path), url.path))
    address = to.removesuffix(HOME).removesuffix(".md") or "."
    return posixpath.relpath(address, here) + "/"
