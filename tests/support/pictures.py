"""The parts of a page that are finished when the site is built: what each promises is tested."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import markdown

from infosheet.components.people_in_100 import KIND, STYLE
from infosheet.components.registry import COMPONENTS
from people_in_100 import PeopleIn100
from support.component_pages import document, page_html, words

PEOPLE = f"""!!! {KIND} "It got worse"

    - Kesimpta: about 11 in 100 people stayed worse for 3 months
    - Aubagio: about 15 in 100 people stayed worse for 3 months[^S]
"""

PICTURES = [
    *(f"{name} kesimpta".removesuffix("" if each.about_medicine else " kesimpta")
      for name, each in COMPONENTS.items() if not each.interactive),
    KIND,
]  # fmt: skip


def people_html(text: str, strings: Mapping[str, Any], locale: str) -> str:
    """Return the Markdown `text` as the site shows it on a page in `locale`, beside English."""
    extension = PeopleIn100()
    extension.locale = locale
    for name, data in (("en", words()), (locale, strings)):
        extension.languages[name] = (data["direction"], data["pictures"][KIND])
    return markdown.markdown(text, extensions=["admonition", "footnotes", "md_in_html", extension])


def picture_page(picture: str, strings: Mapping[str, Any], locale: str = "en") -> str:
    """Return a page with one of `PICTURES`."""
    if picture == KIND:
        return document(people_html(PEOPLE, strings, locale), strings, locale, [STYLE])
    return page_html(picture, strings=strings, locale=locale)
