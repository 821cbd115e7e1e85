"""A script and its modules become one file, or the one that cannot be joined is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from infosheet.publishing.one_script import one_script

MODULES = {
    "entry.js": 'import { added } from "./shared/add.js";\nimport { one } from "./shared/one.js";\n'
    "window.answer = added(one, one);\n",
    "shared/add.js": 'import { one } from "./one.js";\nexport function added(a, b) {\n'
    "  return a + b + one;\n}\n",
    "shared/one.js": "export const one = 1;\n",
}


def written(folder: Path, **changed: str) -> Path:
    """Write the modules, some with another text, and return the script that imports them."""
    for name, text in MODULES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), encoding="utf-8")
    return folder / "entry.js"


def test_each_module_comes_once_and_before_those_that_import_it(
    tmp_path: Path, browser: Browser
) -> None:
    script = one_script(written(tmp_path))
    assert script.count("one = 1") == 1
    page = browser.new_page()
    page.set_content(f"<script type=module>{script}</script>")
    assert page.evaluate("window.answer") == 3
    page.close()


def test_only_what_the_script_itself_exports_is_exported(tmp_path: Path) -> None:
    entry = written(
        tmp_path, entry='import { one } from "./shared/one.js";\nexport const two = one;\n'
    )
    assert one_script(entry) == "const one = 1;\nexport const two = one;\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("one", "export default 1;\n", "one.js: “export default 1;” cannot be joined"),
        ("one", "export { one };\n", "one.js: “export { one };” cannot be joined"),
        ("one", "export const { one } = window;\n", "cannot be joined"),
        ("add", 'import * as all from "./one.js";\n', "add.js: “import * as all"),
        ("add", 'import { one as two } from "./one.js";\n', "add.js: “one as two” cannot"),
        ("add", 'import "./one.js";\n', "add.js: “import"),
        ("add", "export function added() {}\nlet one = 2;\n", "both name something “one”"),
        ("add", "let added = 1;\n", "entry.js imports “added”, which add.js does not export"),
        ("one", 'import { added } from "./add.js";\nexport const one = 1;\n', "imports itself"),
    ],
)
def test_what_cannot_be_joined_is_named(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(ValueError) as raised:
        one_script(written(tmp_path, **{name: text}))
    assert said in str(raised.value)
