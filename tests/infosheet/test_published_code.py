"""Scripts and styles lose what only people read, and nothing else."""

from __future__ import annotations

from pathlib import Path

from infosheet.published_code import make_small

SCRIPT = """/** What this is. */
export function said(name) {
  // Why.
  return `two lines:
  // the second, ${name}`.replace(/\\/\\//g, "/* kept */");
}
"""


def test_comments_go_and_text_that_looks_like_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "components" / "shared" / "said.js"
    path.parent.mkdir(parents=True)
    path.write_text(SCRIPT, encoding="utf-8")
    make_small(tmp_path)
    code = path.read_text(encoding="utf-8")
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


def test_a_style_for_what_stands_inside_an_element_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "assets" / "site.css"
    path.parent.mkdir()
    path.write_text(STYLE, encoding="utf-8")
    make_small(tmp_path)
    code = path.read_text(encoding="utf-8")
    assert "Why" not in code
    assert ".menu *:is(a,button){color:red}" in code
    assert ".menu *:focus{color:blue}" in code
    assert ".menu a:hover{color:green}" in code
