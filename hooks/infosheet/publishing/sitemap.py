"""The sitemap: each page once per language it is really in, with its other languages."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from infosheet.content.project import Project
from infosheet.content.translation import SOURCE_LOCALE

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def page_url(path: str, locale: str) -> str:
    """Return the address of a page below the site's root, such as `ur/kesimpta/problems/`."""
    folder = path.removesuffix(".md")
    folder = "" if folder == "index" else folder.removesuffix("/index") + "/"
    return folder if locale == SOURCE_LOCALE else f"{locale}/{folder}"


def sitemap(project: Project, site_url: str) -> str:
    """Return the sitemap; pages shown in English instead of their language are left out."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    base = site_url.rstrip("/") + "/"
    for path in sorted(project.paths):
        locales = [
            locale
            for locale in project.languages
            if not project.translation(path, locale).is_fallback
        ]
        addresses = {locale: base + page_url(path, locale) for locale in locales}
        alternates = [
            ET.Element(f"{{{_XHTML}}}link", rel="alternate", hreflang=locale, href=address)
            for locale, address in {**addresses, "x-default": addresses[SOURCE_LOCALE]}.items()
        ]
        for address in addresses.values():
            url = ET.SubElement(root, f"{{{_SITEMAP}}}url")
            ET.SubElement(url, f"{{{_SITEMAP}}}loc").text = address
            url.extend(alternates)  # the same ones for each language
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"
