"""Parts become a site only when together they are the whole of one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from infosheet.publishing.parts import (
    Origin,
    Part,
    bring_together,
    check_parts,
    content_hash,
    label,
    pages_of,
    read_parts,
)

HERE = Origin("1234abcd", "1764000000", "f" * 64, "https://infosheet.example/")


def part(folder: Path, locale: str, origin: Origin = HERE) -> Part:
    """Build a part that is one page."""
    page = pages_of(folder) / locale / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<html lang={locale}>", encoding="utf-8")
    return label(folder, locale, origin)


def test_whole_parts_of_every_language_from_the_same_content_become_one_site(
    tmp_path: Path,
) -> None:
    built = [part(tmp_path / f"part-{locale}", locale) for locale in ("en", "pl")]
    found, problems = read_parts([each.folder for each in built])
    assert (found, problems) == (built, [])
    assert check_parts(found, ["en", "pl"], HERE) == []
    bring_together(found, tmp_path / "site")
    assert (tmp_path / "site/en/index.html").is_file()
    assert (tmp_path / "site/pl/index.html").is_file()


def said(parts: list[Part], *locales: str) -> str:
    return "\n".join(str(each) for each in check_parts(parts, locales, HERE))


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    told = said([part(tmp_path / "a", "en")], "en", "pl")
    assert "The part of the language “pl” is missing" in told
    assert "make build LANGUAGE=pl" in told


def test_a_language_that_is_there_twice_is_refused_with_both_folders(tmp_path: Path) -> None:
    told = said([part(tmp_path / "a", "en"), part(tmp_path / "b", "en")], "en")
    assert told.count("The language “en” is here 2 times") == 2
    assert str(tmp_path / "a") in told and str(tmp_path / "b") in told


def test_a_part_of_another_commit_is_refused_with_both_commits(tmp_path: Path) -> None:
    told = said([part(tmp_path / "a", "en", replace(HERE, commit="ffff0000"))], "en")
    assert "from commit ffff0000, but here is 1234abcd" in told


def test_a_part_for_another_time_is_refused_with_both_times(tmp_path: Path) -> None:
    told = said([part(tmp_path / "a", "en", replace(HERE, time="0"))], "en")
    assert "for the time 0, but here it is 1764000000" in told
    assert "SOURCE_DATE_EPOCH" in told


def test_a_part_of_files_that_were_edited_since_the_commit_is_refused(tmp_path: Path) -> None:
    told = said([part(tmp_path / "a", "en", replace(HERE, content="0" * 64))], "en")
    assert "built from other files" in told


def test_a_part_for_another_address_is_refused_with_both_addresses(tmp_path: Path) -> None:
    told = said(
        [part(tmp_path / "a", "en", replace(HERE, site_url="https://other.example/"))], "en"
    )
    assert "https://other.example/" in told and "https://infosheet.example/" in told


def test_a_part_of_a_language_that_the_site_has_not_is_refused(tmp_path: Path) -> None:
    told = said([part(tmp_path / "a", "en"), part(tmp_path / "b", "fr")], "en", "pl")
    assert "“fr” is no language of this site" in told


def test_a_part_that_lost_a_file_on_its_way_is_refused(tmp_path: Path) -> None:
    whole = part(tmp_path / "a", "en")
    (pages_of(whole.folder) / "en/index.html").unlink()
    _, (problem,) = read_parts([whole.folder])
    assert "not as it was built" in problem.message


def test_a_folder_that_is_no_part_is_refused(tmp_path: Path) -> None:
    (tmp_path / "part.json").write_text('{"locale": "en"}', encoding="utf-8")
    _, problems = read_parts([tmp_path, tmp_path / "nowhere"])
    assert [each.message for each in problems] == ["This is no part of a site."] * 2


def test_the_content_is_every_file_that_a_page_is_made_from_and_nothing_else(
    tmp_path: Path,
) -> None:
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "docs/en/index.md").write_text("one", encoding="utf-8")
    first = content_hash(tmp_path)
    (tmp_path / "hooks/__pycache__").mkdir(parents=True)
    (tmp_path / "hooks/__pycache__/x.pyc").write_bytes(b"x")
    (tmp_path / "docs/.DS_Store").write_bytes(b"x")
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    assert content_hash(tmp_path) == first
    (tmp_path / "docs/en/index.md").write_text("two", encoding="utf-8")
    second = content_hash(tmp_path)
    (tmp_path / "docs/en/index.md").rename(tmp_path / "docs/en/about.md")
    assert len({first, second, content_hash(tmp_path)}) == 3
