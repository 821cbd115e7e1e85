"""What Lighthouse says of pages on a phone, where there is Node."""

from __future__ import annotations

import json
import os
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.building import KINDS, site_of
from bench.host import hosting
from bench.measured import BenchError, run
from bench.report import Table, say
from bench.starlight import install
from bench.visiting import PAGES
from support.browser import FLAGS, executable

# The last one that runs on Node 20.
PACKAGES = {"lighthouse": "12.8.2"}
_RUNS = 3
_LARGE = 1000  # from so many pages on, and for others than stock and ours, 1 run has to do
_CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
_TIMES = {
    "largest-contentful-paint": (" s", 1000, 2),
    "total-blocking-time": (" ms", 1, 0),
    "cumulative-layout-shift": ("", 1, 3),
}


def measure_lighthouse(place: Path, sizes: list[int]) -> Table:
    """Run Lighthouse on the built sites below `place`; raises BenchError where it cannot."""
    installed = install(place / "lighthouse", PACKAGES)
    with sync_playwright() as playwright:
        chromium = executable(playwright)
    table = Table(
        "Lighthouse on a phone",
        ["pages", "", "page", "runs", *_CATEGORIES.values(), "LCP", "TBT", "CLS"],
        notes=[f"Lighthouse {PACKAGES['lighthouse']} as it comes: a slow phone on slow 4G. "
               "The middle of the runs."],
    )  # fmt: skip
    for pages in sorted({min(sizes), max(sizes)}):
        for kind in KINDS:
            runs = _RUNS if pages < _LARGE and kind != "starlight" else 1
            for name, path in PAGES.items():
                try:
                    site = site_of(place, kind, pages)
                    with hosting(site) as host:
                        url = f"{host.address}/{path}"
                        said = [_said(installed, chromium, url) for _ in range(runs)]
                except BenchError as error:
                    table.notes.append(f"{KINDS[kind].name}, {pages:,} pages, {name}: {error}")
                    continue
                row = [f"{pages:,}", KINDS[kind].name, name, str(len(said)), *_row(said)]
                table.rows.append(row)
                say(f"Lighthouse: {', '.join(row)}")
    return table


def _said(installed: Path, chromium: str, url: str) -> dict[str, Any]:
    """Return Lighthouse's report on one page."""
    folder = installed.parent
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    flags = " ".join(("--headless=new", *FLAGS))
    run(
        ["node", str(installed / "lighthouse/cli/index.js"), url, "--quiet", "--output=json",
         f"--output-path={report}", f"--chrome-flags={flags}",
         f"--only-categories={','.join(_CATEGORIES)}", "--no-enable-error-reporting"],
        folder,
        {"CHROME_PATH": chromium, "HOME": os.environ.get("HOME", str(folder))},
    )  # fmt: skip
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    if found.get("runtimeError"):
        raise BenchError(f"Lighthouse could not load the page: {found['runtimeError']['message']}")
    return found


def _row(said: list[dict[str, Any]]) -> list[str]:
    scores = [
        f"{statistics.median(one['categories'][key]['score'] * 100 for one in said):.0f}"
        for key in _CATEGORIES
    ]
    times = []
    for audit, (unit, divisor, digits) in _TIMES.items():
        value = statistics.median(one["audits"][audit]["numericValue"] for one in said) / divisor
        times.append(f"{value:.{digits}f}{unit}")
    return [*scores, *times]
