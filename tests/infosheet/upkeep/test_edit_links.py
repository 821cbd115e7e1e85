"""Who would change a page is led to the file in which its words stand, in the right language."""

from __future__ import annotations

from pathlib import Path

from infosheet.content.project import Project, load_project
from infosheet.content.source_host import SourceHost
from infosheet.upkeep.edit_links import EditLinks, edit_links
from shelf.broken import small_project

HOST = SourceHost("github", "a-charity/sheet", "main")
AT = "https://github.com/a-charity/sheet"


def links(root: Path, path: str, locale: str) -> EditLinks:
    project: Project
    project, problems = load_project(root)
    assert problems == []
    return edit_links(project, HOST, path, locale)


def test_a_page_leads_to_its_own_file(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    assert links(root, "index.md", "en") == EditLinks(f"{AT}/edit/main/docs/en/index.md")
    assert links(root, "index.md", "es") == EditLinks(f"{AT}/edit/main/docs/es/index.md")


def test_a_page_in_english_for_want_of_a_translation_offers_to_begin_one(tmp_path: Path) -> None:
    found = links(small_project(tmp_path), "inventol/problems.md", "es")
    assert found.edit == f"{AT}/edit/main/docs/en/inventol/problems.md"
    assert found.translate == f"{AT}/new/main?filename=docs/es/inventol/problems.md"


def test_a_translation_too_far_behind_to_be_shown_is_brought_up_to_date(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    english, spanish = root / "docs/en/index.md", root / "docs/es/index.md"
    english.write_text(english.read_text(encoding="utf-8") + "\nNow 7 days.\n", encoding="utf-8")
    assert spanish.is_file()
    assert links(root, "index.md", "es").translate == f"{AT}/edit/main/docs/es/index.md"


def test_generated_pages_lead_to_where_their_words_stand(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    calendar = links(root, "inventol/dosing-calendar.md", "es")
    assert calendar == EditLinks(f"{AT}/edit/main/docs/es/strings.yml")
    glossary = links(root, "glossary.md", "es")
    assert glossary == EditLinks(f"{AT}/edit/main/docs/es/glossary.yml")
    assert links(root, "inventol/whole-sheet.md", "en") == EditLinks()


def test_where_no_host_is_named_nothing_is_offered(tmp_path: Path) -> None:
    project, _ = load_project(small_project(tmp_path))
    assert edit_links(project, None, "index.md", "es") == EditLinks()
