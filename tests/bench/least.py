"""Convert a site's Markdown and index it, and nothing else: what any build of it takes at least.

    PYTHONPATH=tests:hooks .venv/bin/python -m bench.least

does that with a site of stock tools (see bench.corpora) in the folder that it is run from.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import markdown
import yaml
from pagefind_bin import get_executable

# What MkDocs adds to those that a site asks for.
_OF_MKDOCS = ["toc", "tables", "fenced_code"]
_PAGE = "<!doctype html><html><head><title>-</title></head><body>{}</body></html>"


def main() -> None:
    """Do it for every language, on all cores."""
    settings = yaml.safe_load(Path("mkdocs.yml").read_text(encoding="utf-8"))
    extensions = [*_OF_MKDOCS, *settings["markdown_extensions"]]
    folders = sorted(folder for folder in Path("docs").iterdir() if folder.is_dir())
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_convert_and_index, folders, [extensions] * len(folders)))


def _convert_and_index(language: Path, extensions: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(sorted(language.rglob("*.md"))):
            _, _, body = page.read_text(encoding="utf-8").partition("\n---\n")
            html = markdown.markdown(body, extensions=extensions)
            Path(folder, f"{number}.html").write_text(_PAGE.format(html), encoding="utf-8")
        subprocess.run(
            [get_executable(), "--site", folder, "--force-language", language.name],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip


if __name__ == "__main__":
    main()
