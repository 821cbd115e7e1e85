"""A script and every module that it imports as one file, since each request costs a phone time.

Modules here import and export by name only, at the beginning of a line, as the formatter writes
them. So their texts can follow each other in one file, the imported ones first, as long as no two
of them give the same name to different things; what is written otherwise is refused.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "(?P<module>\.{1,2}/[^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) )", re.M)
_NAMED = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let|var) ([\w$]+)", re.M)
_EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|class|const|let) ([\w$]+)", re.M)
_OTHERWISE = re.compile(r"^(?:import\b(?!\()|export\b|(?:const|let|var) [{\[]).*", re.M)


def imports(script: str) -> list[str]:
    """Return the modules that a script's text imports, as it names them."""
    return [match["module"] for match in _IMPORT.finditer(script)]


def one_script(path: Path) -> str:
    """Return the text of the script at `path`, with the texts of all that it imports before it.

    It exports what the script itself does, and nothing of what it imports.
    Raises ValueError, which names the file, where a module is written in a way that cannot be
    joined, and FileNotFoundError where there is none.
    """
    texts: dict[Path, str] = {}
    _collect(path.resolve(), texts)
    known: dict[str, Path] = {}
    for module, text in texts.items():
        for name in _NAMED.findall(text):
            if name in known:
                raise ValueError(
                    f"{module.name} and {known[name].name} both name something “{name}”; "
                    f"{path.name} needs both. Give one of them another name."
                )
            known[name] = module
    *modules, own = (_IMPORT.sub("", text) for text in texts.values())
    return "".join([*(_EXPORT.sub("", module) for module in modules), own])


def _collect(path: Path, texts: dict[Path, str], above: tuple[Path, ...] = ()) -> None:
    """Add the text of a module to `texts`, after those that it imports."""
    if path in above:
        raise ValueError(f"{path.name} imports itself, by way of {above[-1].name}.")
    text = path.read_text(encoding="utf-8")
    left = _OTHERWISE.search(_EXPORT.sub("", _IMPORT.sub("", text)))
    renamed = [m["names"] for m in _IMPORT.finditer(text) if " as " in m["names"]]
    if left or renamed:
        raise ValueError(
            f"{path.name}: “{left[0] if left else renamed[0].strip()}” cannot be joined with other "
            'modules. Write “import { name } from "./module.js";” and “export function name”.'
        )
    for match in _IMPORT.finditer(text):
        other = (path.parent / match["module"]).resolve()
        if other not in texts:
            _collect(other, texts, (*above, path))
        exported = _EXPORTED.findall(texts[other])
        for name in filter(None, (each.strip() for each in match["names"].split(","))):
            if name not in exported:
                raise ValueError(
                    f"{path.name} imports “{name}”, which {other.name} does not export."
                )
    texts[path] = text
