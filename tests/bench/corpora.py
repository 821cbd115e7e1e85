"""Write a large site, as a project of infosheet or of a stock tool, to measure how it is built.

    PYTHONPATH=tests:hooks .venv/bin/python -m bench.corpora \
        --pages 2892 --kind ours --into FOLDER

writes 2,892 pages (12 languages, 20 medicines) into FOLDER, which must not exist; 78 and 366 are
the other sizes. The kinds are ours (build it with `make build` in FOLDER) and stock (build it with
`mkdocs build` there).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from bench.ours import write_ours
from bench.starlight import write_starlight
from bench.stock import write_stock
from bench.words import SIZES, Wording, wording

KINDS: dict[str, Callable[[Path, Wording], None]] = {
    "ours": write_ours,
    "stock": write_stock,
    "starlight": write_starlight,
}


def write_corpus(pages: int, kind: str, into: Path) -> None:
    """Write a site of so many pages, one of SIZES, as `kind` needs it, into a new folder."""
    into.mkdir(parents=True)
    KINDS[kind](into.resolve(), wording(*SIZES[pages]))


def main() -> None:
    """Write the corpus that the line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, choices=SIZES, required=True)
    parser.add_argument("--kind", choices=KINDS, default="ours")
    parser.add_argument("--into", type=Path, required=True)
    line = parser.parse_args()
    write_corpus(line.pages, line.kind, line.into)


if __name__ == "__main__":
    main()
