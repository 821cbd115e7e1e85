"""A new medicine or language, begun with its command and finished as an editor would."""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path

from dateutil.relativedelta import relativedelta
from playwright.sync_api import Browser, Page

from infosheet.content.markdown_source import read_page
from infosheet.reading.strings import fill
from support import waiting
from support.component_pages import dates, enter_date, submit, words
from support.kinds import LOCALES
from support.server import serving
from support.site import DIRECTIONS, ENVIRONMENT, ROOT, Site, locale_path
from support.waiting import run

FIRST = datetime.date(2027, 1, 31)
DUE = [relativedelta(), relativedelta(weeks=2), relativedelta(weeks=24), relativedelta(weeks=48)]

# What an editor and a pharmacist write in place of the marks; the medicine is invented.
NUMBERS = {
    "dose": "600mg",
    "given": "infusion",
    "initiation": "[P0W, P2W]",
    "from": "P24W",
    "every": "P24W",
    "gap": "P4W",
    "title": "An invented sheet of 2027",
}
STOPPING = {
    "en": "Ask your MS team first.",
    "cy": "Gofynnwch i’ch tîm MS yn gyntaf.",
    "pl": "Najpierw zapytaj swój zespół SM.",
    "ro": "Întrebați mai întâi echipa SM.",
    "es": "Pregunte primero a su equipo de EM.",
    "ar": "يُرجى سؤال فريق التصلب المتعدد أولًا.",
    "ur": "پہلے اپنی ایم ایس ٹیم سے پوچھیں۔",
    "pa": "ਪਹਿਲਾਂ ਆਪਣੀ ਐੱਮਐੱਸ ਟੀਮ ਨੂੰ ਪੁੱਛੋ।",
    "bn": "আগে আপনার এমএস টিমকে জিজ্ঞাসা করুন।",
}


WITH_MARKS = ("docs/gu/strings", "medicines/inventol")


def made(site: Site, *command: str) -> str:
    """Run one of the commands of the Makefile in a project, and return what it said."""
    told = run(
        # The tests run in the environment that the command would make first.
        ["make", f"--file={ROOT / 'Makefile'}", f"VENV={sys.prefix}",
         f"--old-file={sys.prefix}/installed", *command],
        cwd=site.root, env=ENVIRONMENT,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return told.stdout


def marked_lines(site: Site, *files: str) -> list[str]:
    """Return the places of all marks in the files of a project below `files`, in order."""
    paths = [path for file in files for path in _below(site.root / file)]
    return [
        f"{path.relative_to(site.root).as_posix()}:{number}"
        for path in sorted(paths)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if "TODO" in line
    ]


def _below(path: Path) -> list[Path]:
    return [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]


def told_to_do(stderr: str) -> list[str]:
    """Return the places that a command names as still to do, where it names nothing else."""
    errors = [line for line in stderr.splitlines() if ": error: " in line]
    assert [line for line in errors if ": error: Still to do: " not in line] == []
    return [line.partition(": error: ")[0] for line in errors]


def finish(site: Site) -> None:
    """Write what the marks of the new medicine ask for, as an editor and a pharmacist would."""
    file = site.root / "medicines/inventol.yml"
    text = re.sub(r"\n# TODO .*", "", file.read_text(encoding="utf-8"))
    text = re.sub(r"([a-z]+): TODO .*", lambda match: f"{match[1]}: {NUMBERS[match[1]]}", text)
    file.write_text(text, encoding="utf-8")
    for page in (site.root / "docs/en/inventol").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"TODO [^\[|\n]*", "Ask us. ", text), encoding="utf-8")


def translate(site: Site) -> None:
    """Write one of the new pages in every language."""
    for locale, sentence in STOPPING.items():
        mark = ""
        if locale != "en":
            english, _ = read_page(site.root / "docs/en/inventol/stopping.md", "en", site.root)
            assert english is not None
            mark = f"translation: {{of: {english.fingerprint}, by: machine}}\n"
        page = site.root / f"docs/{locale}/inventol/stopping.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(
            f"---\ntitle: Inventol\ndescription: {sentence}\n{mark}---\n\n"
            f"# Inventol {{#stopping}}\n\n{sentence}[^S]\n\n## Inventol {{#after-you-stop}}\n",
            encoding="utf-8",
        )


def shown(address: str, text: str) -> str:
    """Return the page at `address` of a preview, once it holds `text`."""

    def holding() -> str | None:
        content = (waiting.page(address) or b"").decode()
        return content if text in content else None

    return waiting.until(holding, f"the preview with “{text}”")


def planned(page: Page) -> list[str]:
    enter_date(page, FIRST)
    submit(page)
    page.locator("[data-results] time").first.wait_for()
    return dates(page)


def test_a_half_yearly_medicine_goes_from_its_command_to_its_dates_in_every_language(
    copy: Site, browser: Browser
) -> None:
    told = made(copy, "medicine", "NAME=Inventol", "GENERIC=inventab")
    assert "docs/en/inventol/index.md" in told
    refused = copy.run("build")
    assert refused.returncode == 1
    assert not copy.built.exists()
    places = marked_lines(copy, "docs/en/inventol", "medicines/inventol.yml")
    assert told_to_do(refused.stderr) == places
    finish(copy)
    translate(copy)
    built = copy.run("build")
    assert built.returncode == 0, built.stderr
    expected = [(FIRST + gap).isoformat() for gap in DUE]
    with serving(copy.built) as address:
        page = browser.new_page()
        for locale in LOCALES:
            page.goto(f"{address}/{locale_path(locale)}inventol/dosing-calendar/")
            html = page.locator("html")
            assert (html.get_attribute("lang"), html.get_attribute("dir")) == (
                locale,
                DIRECTIONS[locale],
            )
            said = words(locale)["infusion"]["dosing-calendar"]
            assert page.locator("h1").inner_text() == fill(said["page-title"], name="Inventol")
            assert page.locator("[data-notice=fallback]").count() == 0
            assert planned(page) == expected, locale
            assert page.locator("[data-heading]").inner_text() == said["results-heading"]
            if locale == "en":
                assert "inject" not in page.locator("article").inner_text().lower()
            page.goto(f"{address}/{locale_path(locale)}inventol/stopping/")
            assert STOPPING[locale] in page.locator("article").inner_text()
            assert page.locator("[data-notice=fallback]").count() == 0
            page.goto(f"{address}/{locale_path(locale)}inventol/how-to-take-it/")
            assert page.locator("[data-notice=fallback]").count() == (locale != "en")
        page.close()


def test_the_preview_shows_what_was_begun_and_lists_what_is_left(
    few: Site, preview_of_few: str
) -> None:
    """Both at once: each must leave the other, and the rest of the site, to be seen."""
    shown(preview_of_few, "Kesimpta")
    made(few, "medicine", "NAME=Inventol")
    made(few, "language", "CODE=gu")
    last = {name: marked_lines(few, f"{name}.yml")[-1] for name in WITH_MARKS}
    page = shown(f"{preview_of_few}gu/kesimpta/", f"{last['docs/gu/strings']}: error: Still to do")
    assert '<html lang="gu" dir="ltr"' in page
    assert 'data-notice="fallback"' in page
    assert '<div lang="en" dir="ltr">' in page
    told = f"{last['medicines/inventol']}: error: Still to do"
    assert '<h1 id="inventol">Inventol</h1>' in shown(f"{preview_of_few}inventol/", told)
    assert "<dosing-calendar" in shown(f"{preview_of_few}kesimpta/dosing-calendar/", told)
    refused = few.run("build")
    assert refused.returncode == 1
    left = marked_lines(few, "docs/en/inventol", *(f"{name}.yml" for name in WITH_MARKS))
    assert told_to_do(refused.stderr) == left
