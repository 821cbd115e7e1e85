"""Scripts and styles lose what only people read, and nothing else; names tell what is in a file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from infosheet.publishing.published_code import hashed_files, published, published_name, small_files
from infosheet.publishing.published_code import small_style as small
from support.site import ROOT

SCRIPT = """/** What this is. */
export function said(name) {
  // Why.
  return `two lines:
  // the second, ${name}`.replace(/\\/\\//g, "/* kept */");
}
"""
THEME = '@charset "UTF-8";.theme{color:red}'


@pytest.fixture
def overrides(tmp_path: Path) -> Path:
    """A copy of the theme, which a test may change."""
    folder = tmp_path / "overrides"
    shutil.copytree(ROOT / "overrides", folder)
    return folder


def test_comments_go_and_text_that_looks_like_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "assets" / "said.js"
    path.parent.mkdir()
    path.write_text(SCRIPT, encoding="utf-8")
    code = small_files(tmp_path)["assets/said.js"].decode()
    assert "What this is" not in code
    assert "Why" not in code
    assert "  // the second, ${name}`" in code
    assert '"/* kept */"' in code


STYLE = """/* Why. */
@container main (min-width: 50rem) {
  .menu :is(a, button) { color: red; }
  .menu :focus { color : blue; }
  .menu a:hover { color: green; }
}
"""


def test_a_style_for_what_stands_inside_an_element_stays_one() -> None:
    code = small(STYLE)
    assert "Why" not in code
    assert ".menu *:is(a,button){color:red}" in code
    assert ".menu *:focus{color:blue}" in code
    assert ".menu a:hover{color:green}" in code


def test_an_empty_fallback_keeps_its_space_without_which_older_browsers_have_no_colours() -> None:
    assert small(":root { --if-dark: var(--nothing, ); }") == ":root{--if-dark:var(--nothing, )}"


def test_a_name_changes_with_what_is_in_the_file_and_with_what_it_asks_for(
    overrides: Path,
) -> None:
    before = published(overrides, THEME).names
    with (overrides / "assets/search.js").open("a", encoding="utf-8") as search:
        search.write('window.name = "";\n')
    after = published(overrides, THEME).names
    changed = {name for name in before if before[name] != after[name]}
    # site.js imports search.js when the search is opened.
    assert changed == {"assets/search.js", "assets/site.js"}


def test_each_file_is_asked_for_under_the_name_that_it_has(overrides: Path) -> None:
    with (overrides / "components/languages/languages.css").open("a", encoding="utf-8") as style:
        style.write(".x { background: url('../../assets/icon.svg') }\n")
    found = published(overrides, THEME)
    style = found.files[found.names["assets/site.css"]].decode()
    assert f'url("./{Path(found.names["assets/icon.svg"]).name}")' in style
    script = found.files[found.names["assets/site.js"]].decode()
    assert f'import("./{Path(found.names["assets/search.js"]).name}"' in script


def test_a_file_that_is_not_there_is_named(overrides: Path) -> None:
    with (overrides / "assets/site.css").open("a", encoding="utf-8") as style:
        style.write(".x { background: url(nowhere.svg) }\n")
    with pytest.raises(ValueError, match=re.escape("assets/site.css asks for “nowhere.svg”")):
        published(overrides, THEME)


def test_the_style_of_every_page_begins_with_the_themes_and_ends_with_those_of_components(
    overrides: Path,
) -> None:
    found = published(overrides, THEME)
    style = found.files[found.names["assets/site.css"]].decode()
    assert style.startswith(THEME)
    places = [style.index(part) for part in (".site-header", ".tool form", ".tool-doses")]
    assert places == sorted(places)
    for name in ("first-weeks/first-weeks", "shared/tool", "people-in-100/people-in-100"):
        assert found.names[f"components/{name}.css"] == found.names["assets/site.css"]


def test_only_the_picture_that_other_sites_show_keeps_its_name(tmp_path: Path) -> None:
    found = published(ROOT / "overrides", THEME)
    for name, content in found.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert found.files.keys() - set(hashed_files(tmp_path)) == {"assets/share.png"}
    for name in ("assets/site.css", "components/dosing-calendar/dosing-calendar.js"):
        assert published_name(tmp_path, name) == found.names[name]
