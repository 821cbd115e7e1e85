"""A new language costs its words and one block in mkdocs.yml, even where no library knows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from babel import Locale, UnknownLocaleError
from playwright.sync_api import Browser

from infosheet.reading.yaml_reader import read_yaml
from support.addresses import CALENDAR
from support.invented_languages import invented_words
from support.server import serving
from support.site import ROOT, Site

LOCALE = "qx"
HOME = """---
title: ابپت
description: ابپت ثجچ
translation:
  of: unknown
  by: machine
---
# ابپت {#home}

ثجچ حخد.
"""


def add_language(copy: Site) -> None:
    """Write two pages and all strings of a right-to-left language that nobody speaks."""
    english, _ = read_yaml(ROOT / "docs/en/strings.yml", ROOT)
    strings = invented_words(english.data, "ur")
    months = [f"ابپ{number}" for number in "ابپتٹثجچحخدڈ"]
    weekdays = [f"ژسش{number}" for number in "ابپتٹثج"]
    strings["calendar-names"] = {"months": months, "weekdays": weekdays}
    strings["translation"] = {"by": "machine", "checked-by": "", "checked": ""}
    only_other(strings)
    folder = copy.root / "docs" / LOCALE
    folder.mkdir()
    # JSON is YAML too, and quotes every scalar.
    (folder / "strings.yml").write_text(json.dumps(strings, ensure_ascii=False), encoding="utf-8")
    (folder / "index.md").write_text(HOME, encoding="utf-8")
    (folder / "about.md").write_text(HOME.replace("#home", "#about"), encoding="utf-8")
    copy.edit(
        "mkdocs.yml",
        "        - {locale: ur,",
        f"        - {{locale: {LOCALE}, name: ابپتٹ, build: true}}\n        - {{locale: ur,",
    )


def only_other(value: dict[str, object]) -> None:
    """Keep one plural form, which is all that is known of the language."""
    for key, inner in value.items():
        if isinstance(inner, dict):
            if "other" in inner and inner.keys() <= {"one", "other"}:
                value[key] = {"other": inner["other"]}
            else:
                only_other(inner)


def test_neither_babel_nor_material_knows_the_language() -> None:
    with pytest.raises(UnknownLocaleError):
        Locale.parse(LOCALE)
    material = pytest.importorskip("material")
    languages = Path(str(material.__file__)).parent / "templates/partials/languages"
    assert not (languages / f"{LOCALE}.html").exists()


def test_a_language_that_nobody_knows_is_built_with_one_block(copy: Site, browser: Browser) -> None:
    add_language(copy)
    told = copy.run("build")
    assert told.returncode == 0, told.stderr
    with serving(copy.built) as address:
        page = browser.new_page()
        mistakes: list[str] = []
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.on("console", lambda message: mistakes.append(message.text))
        page.goto(f"{address}/{LOCALE}/{CALENDAR}")
        found = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        assert found == [LOCALE, "rtl"]
        for name, value in (("day", "3"), ("month", "ابپپ"), ("year", "2027")):
            page.locator(f"[name={name}]").fill(value)
        page.locator("dosing-calendar [type=submit]").click()
        first = page.locator("[data-dose] time").first
        assert first.get_attribute("datetime") == "2027-03-03"
        assert "ابپپ" in first.inner_text()
        page.goto(f"{address}/{LOCALE}/about/")
        assert page.locator("[data-notice=fallback]").count() == 1
        page.locator("[data-action=search]").click()
        page.locator("#search-field").fill("Kesimpta")
        page.locator("#search li a").first.wait_for()
        assert page.locator("#search [role=status]").inner_text().strip()
        page.close()
    assert mistakes == []


def test_what_the_new_language_lacks_is_named(copy: Site) -> None:
    add_language(copy)
    strings = copy.root / "docs" / LOCALE / "strings.yml"
    data = json.loads(strings.read_text(encoding="utf-8"))
    del data["calendar-names"]["months"]
    del data["site"]["menu"]
    strings.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    told = copy.run("check")
    assert told.returncode == 1
    assert "“site.menu” is missing" in told.stderr
    assert "calendar-names.months" in told.stderr
