"""Run the benchmark: `make bench`, `make bench SIZES="78 366"`, `make bench PARTS=visits`.

The results are printed, and written into .build/bench/; a run of all parts and sizes writes
BENCHMARKS.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.building import measure_builds
from bench.editing import measure_edits
from bench.lighthouse import measure_lighthouse
from bench.measured import BenchError
from bench.report import Table, machine, say, write
from bench.visiting import measure_visits
from bench.words import SIZES
from support.site import ROOT

Part = Callable[[Path, list[int]], Table]
PARTS: dict[str, Part] = {
    "builds": measure_builds,
    "visits": measure_visits,
    "lighthouse": measure_lighthouse,
    "edits": measure_edits,
}
RESULTS = "BENCHMARKS.md"


def main() -> int:
    """Run the parts that the line asks for; a part that fails says so, and the others go on."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", choices=SIZES, default=[])
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=[])
    line = parser.parse_args()
    sizes, parts = line.sizes or list(SIZES), line.parts or list(PARTS)
    place = ROOT / ".build/bench"
    place.mkdir(parents=True, exist_ok=True)
    start, load = time.monotonic(), os.getloadavg()
    tables, failed = [], False
    for name in parts:
        say(f"— {name}")
        try:
            tables.append(PARTS[name](place, sizes))
        except BenchError as error:
            tables.append(Table(name.capitalize(), notes=[f"Not measured: {error}"]))
            say(f"Not measured: {error}")
        except Exception as error:  # one part must not take the others with it
            failed = True
            told = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
            tables.append(Table(name.capitalize(), notes=[f"Not measured: {told}"]))
            say(f"Not measured: {told}")
    tables.insert(0, machine(load, time.monotonic() - start))
    write(place / RESULTS, tables)
    for table in tables:
        say(f"\n{table.markdown()}")
    if not failed and set(sizes) == set(SIZES) and set(parts) == set(PARTS):
        write(ROOT / RESULTS, tables)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
