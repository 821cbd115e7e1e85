"""A small copy beside each text file, such as `index.html.gz`, for hosts that send it as it is."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# Pagefind has packed its own files, and pictures are packed by nature.
_TEXT = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


def compress(site: Path) -> None:
    """Write the copies into the built site, the same bytes for the same text."""
    files = [path for path in site.rglob("*") if path.suffix in _TEXT]
    with ThreadPoolExecutor() as pool:  # the library behind gzip lets other threads work meanwhile
        for _ in pool.map(_compress, files):
            pass


def _compress(path: Path) -> None:
    small = gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)
    path.with_name(f"{path.name}.gz").write_bytes(small)
