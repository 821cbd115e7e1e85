"""What a page says of who has checked it follows from the files, in the page's language."""

from __future__ import annotations

from support.site import Site


def notices(copy: Site, path: str, kind: str) -> list[str]:
    page = (copy.built / path).read_text(encoding="utf-8")
    return [
        " ".join(part.split("</p>")[0].partition(">")[2].split())
        for part in page.split(f'data-notice="{kind}"')[1:]
    ]


def test_a_checked_medicine_names_who_checked_it_and_when(copy: Site) -> None:
    copy.edit("medicines/kesimpta.yml", "last: null", "last: 2026-12-01")
    copy.edit("medicines/kesimpta.yml", "by: null", "by: A Pharmacist")
    assert copy.run("build").returncode == 0
    [english] = notices(copy, "kesimpta/stopping/index.html", "review")
    assert english == "Checked by A Pharmacist on 1 December 2026."
    [urdu] = notices(copy, "ur/kesimpta/index.html", "review")
    assert "A Pharmacist" in urdu
    assert "دسمبر" in urdu


def test_a_checked_translation_says_so_instead_of_that_nobody_has(copy: Site) -> None:
    page = "docs/ur/kesimpta/index.md"
    copy.edit(page, "checked-by: null", "checked-by: A Translator")
    copy.edit(page, "checked: null", "checked: 2026-12-01")
    assert copy.run("build").returncode == 0
    [notice] = notices(copy, "ur/kesimpta/index.html", "translation")
    assert "A Translator" in notice
    assert "1 دسمبر 2026" in notice


def test_a_translation_behind_in_words_only_is_shown_and_says_so(copy: Site) -> None:
    copy.edit("docs/en/kesimpta/index.md", "The main points", "The most important points")
    assert copy.run("build").returncode == 0
    [notice] = notices(copy, "ur/kesimpta/index.html", "translation")
    strings = (copy.root / "docs/ur/strings.yml").read_text(encoding="utf-8")
    stale = next(line for line in strings.splitlines() if line.strip().startswith("stale:"))
    assert stale.partition(":")[2].strip(' "') in notice


def test_a_translation_that_says_another_figure_gives_way_to_the_english(copy: Site) -> None:
    copy.edit("docs/en/kesimpta/how-to-take-it.md", "15 to 30 minutes", "20 to 30 minutes")
    told = copy.run("build")
    assert told.returncode == 0
    assert "docs/ur/kesimpta/how-to-take-it.md" in told.stdout
    page = (copy.built / "ur/kesimpta/how-to-take-it/index.html").read_text(encoding="utf-8")
    assert "20 to 30 minutes" in page
    assert 'data-notice="fallback"' in page
