"""Beside each text file stands a small copy that holds the same, and is always the same."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

from infosheet.publishing.compressed import compress


def test_each_text_gets_a_copy_with_the_same_content_and_nothing_else_does(tmp_path: Path) -> None:
    texts = {"index.html": "ü" * 500, "ur/a.js": "x", "sitemap.xml": "", "status.json": "{}"}
    for name in [*texts, "share.png", "en_1.pf_fragment", "_headers"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(texts.get(name, "packed"), encoding="utf-8")
    compress(sorted(tmp_path.rglob("*")))
    copies = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*.gz")}
    assert copies.keys() == {f"{name}.gz" for name in texts}
    for name, text in texts.items():
        assert gzip.decompress(copies[f"{name}.gz"].read_bytes()).decode() == text


def test_the_copy_does_not_tell_when_it_was_made(tmp_path: Path) -> None:
    page, copy = tmp_path / "index.html", tmp_path / "index.html.gz"
    page.write_text("Kesimpta", encoding="utf-8")
    compress([page])
    before = copy.read_bytes()
    os.utime(page, (0, 0))
    compress([page])
    assert copy.read_bytes() == before
