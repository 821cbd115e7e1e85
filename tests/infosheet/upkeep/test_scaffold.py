"""What a new medicine or language begins with is whole and right, and is never half made."""

from __future__ import annotations

import dataclasses
import datetime
import re
from pathlib import Path

import pytest

from infosheet.checks.links import check_calendar_links
from infosheet.content.date_words import date_words
from infosheet.content.markdown_source import parse_page
from infosheet.content.project import Project, load_project
from infosheet.content.todo import todos_in
from infosheet.reading.strings import Words, check_strings
from infosheet.reading.yaml_reader import parse_yaml
from infosheet.upkeep.new_language import new_language
from infosheet.upkeep.new_medicine import PAGES, new_medicine
from infosheet.upkeep.scaffold import RefusedError, Scaffold, make
from infosheet.upkeep.settings_lines import with_language, with_medicine

ROOT = Path(__file__).parents[3]
TODAY = datetime.date(2027, 1, 5)
SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project() -> Project:
    loaded, _ = load_project(ROOT)
    return loaded


def refusal(project: Project, **asked: str) -> str:
    """Return what is said to who asks for something that cannot be made."""
    with pytest.raises(RefusedError) as told:
        if "code" in asked:
            new_language(project, asked["code"], asked.get("name", ""))
        else:
            new_medicine(project, asked["name"], asked.get("generic", ""), TODAY)
    assert told.value.message.endswith(".") or told.value.mend
    return f"{told.value.message}\n{told.value.mend}"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", 'make medicine NAME="Inventol"'),
        ("  ", 'make medicine NAME="Inventol"'),
        ("Kesimpta", "medicines/kesimpta.yml"),
        ("KESIMPTA", "There is a medicine “Kesimpta” already"),
        ("Kesímpta", "medicines/kesimpta.yml stands there already"),
        ("About", "docs/en/about.md stands there already"),
        ("Pl", "keeps for itself"),
        ("Assets", "keeps for itself"),
        ("Search", "keeps for itself"),
        ("../etc", ". /"),
        ("In{{vent", "{"),
        ("Inventol\x07", "U+0007"),
        ("Inventol: x", ":"),
        ("Инвентол", "letters of an address"),
        ("9 lives", "Begin it with a letter"),
        ("True", "read as something else"),
        ("Inventol " * 20, "too long"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_a_sentence(
    project: Project, name: str, said: str
) -> None:
    assert said in refusal(project, name=name)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "make language CODE=gu"),
        ("ur", "docs/ur already"),
        ("UR", "docs/ur already"),
        ("xx", "is no code of a language"),
        ("no", "Norwegian is written with nb or nn."),
        ("Gujarati", "Did you mean gu (Gujarati)?"),
        ("guj", "Did you mean “gu”?"),
        ("pt_BR", "is no code"),
        ("../gu", "is no code"),
    ],
)
def test_a_code_that_cannot_be_is_refused_with_a_sentence(
    project: Project, code: str, said: str
) -> None:
    assert said in refusal(project, code=code)


def test_an_odd_name_of_a_language_is_refused(project: Project) -> None:
    assert ", }" in refusal(project, code="gu", name="ગુજરાતી, x}")


def test_a_medicine_begins_with_its_file_its_pages_and_its_place(project: Project) -> None:
    made = new_medicine(project, " Inventol  44 ", "inventab", TODAY)
    folder = "docs/en/inventol-44/"
    written = [page for page in PAGES if page not in ("dosing-calendar.md", "whole-sheet.md")]
    assert list(made.files) == ["medicines/inventol-44.yml", *(folder + page for page in written)]
    assert "name: Inventol 44\n" in made.files["medicines/inventol-44.yml"]
    assert "names: [NHS 111, Inventol 44]\n" in made.files["medicines/inventol-44.yml"]
    assert "written: 2027-01-05," in made.files["medicines/inventol-44.yml"]
    assert all(list(todos_in(text, file)) for file, text in made.files.items())
    before = SETTINGS.splitlines()
    after = made.settings.splitlines()
    added = ["  - Inventol 44:", *(f"      - inventol-44/{page}" for page in PAGES)]
    start = before.index("  - disease-modifying-drugs.md")
    assert after == [*before[:start], *added, *before[start:]]


def test_without_its_generic_name_a_medicine_begins_with_a_mark_for_it(project: Project) -> None:
    made = new_medicine(project, "Inventol", "", TODAY)
    assert "\ngeneric-name: TODO " in made.files["medicines/inventol.yml"]
    assert "\n# Inventol {#inventol}\n" in made.files["docs/en/inventol/index.md"]


@pytest.mark.parametrize(
    ("code", "name", "direction", "line"),
    [
        ("gu", "ગુજરાતી", "ltr", "machine-readings: {one: "),
        ("ru", "Русский", "ltr", "machine-readings: {one: "),
        ("he", "עברית", "rtl", "machine-readings: {one: "),
        ("ja", "日本語", "ltr", "machine-readings: {other: "),
        ("pt-BR", "Português (Brasil)", "ltr", "machine-readings: {one: "),
        ("dv", "ދިވެހިބަސް", "rtl", "calendar-names:"),
    ],
)
def test_a_language_begins_with_every_text_marked_and_the_known_filled_in(
    project: Project, code: str, name: str, direction: str, line: str
) -> None:
    made = new_language(project, code, "")
    [(file, text)] = made.files.items()
    assert file == f"docs/{code}/strings.yml"
    assert f"        - {{locale: {code}, name: {name}, build: true}}\n" in made.settings
    assert line in text
    document, problems = parse_yaml(text, file)
    assert problems == []
    assert document.data["direction"] == direction
    source = project.languages["en"].strings
    assert check_strings(source, document, code) == []
    assert date_words(code, document.data)
    # Words for English words are no use in another language, and so are not there to translate.
    assert synonyms(source.data)
    assert not synonyms(document.data)
    assert re.search(r"\n  synonyms: \{\}   # none yet; .* “vaccine: \[jab\]”\n", text)
    english = texts(without_synonyms(source.data)) - {"ltr"}
    assert texts(document.data) >= {f"TODO {value}" for value in english}
    unmarked = {value for value in texts(document.data) if not value.startswith("TODO ")}
    assert unmarked == {direction, "person", "0", "null"}
    comments = [line.split("#")[1] for line in text.splitlines() if "  #" in line]
    assert " in the header of every page" in comments


def synonyms(words: Words) -> object:
    """Return the group of a language's strings that is about its own words."""
    search = words["search"]
    assert isinstance(search, dict)
    return search["synonyms"]


def without_synonyms(words: Words) -> Words:
    search = words["search"]
    assert isinstance(search, dict)
    kept = {key: value for key, value in search.items() if key != "synonyms"}
    return {**words, "search": kept}


def texts(value: object) -> set[str]:
    """Return every text in the values of a file; of plural forms, that which all languages have."""
    if isinstance(value, dict):
        return {text for key in value if key != "one" for text in texts(value[key])}
    if isinstance(value, list):
        return {text for item in value for text in texts(item)}
    return {str(value)}


def test_what_is_made_stands_there_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"a: b\r\n")
    make(tmp_path, Scaffold({"x/y/a.md": "ä\n", "x/b.md": "b\n"}, "a: c\r\n", "", ()))
    assert (tmp_path / "x/y/a.md").read_bytes() == "ä\n".encode()
    assert (tmp_path / "mkdocs.yml").read_bytes() == b"a: c\r\n"


def test_where_one_file_cannot_be_made_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("a: b\n", encoding="utf-8")
    (tmp_path / "there.md").write_text("mine\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*")}
    with pytest.raises(FileExistsError):
        make(tmp_path, Scaffold({"x/y/a.md": "a\n", "there.md": "b\n"}, "a: c\n", "", ()))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*")} == before


def test_settings_keep_their_line_ends(project: Project) -> None:
    windows = SETTINGS.replace("\n", "\r\n")
    paths = ["x/index.md", "x/dosing-calendar.md"]
    added = with_medicine(windows, "X", paths, project.medicines)
    assert added is not None
    assert added.replace("\r\n", "\n") == with_medicine(SETTINGS, "X", paths, project.medicines)
    assert "\n" not in added.replace("\r\n", "")


@pytest.mark.parametrize(
    "settings",
    [
        "nav: [index.md, {Kesimpta: [kesimpta/index.md]}]\n",
        "nav:\n  - index.md\n",
        "nav:\n  Kesimpta: kesimpta/index.md\n",
        "site_name: x\n",
        "nav: [\n",
    ],
)
def test_a_navigation_of_another_shape_is_left_alone(project: Project, settings: str) -> None:
    assert with_medicine(settings, "X", ["x/index.md"], project.medicines) is None


@pytest.mark.parametrize(
    "settings",
    [
        "plugins:\n  - i18n:\n      languages: [{locale: en, name: English, build: true}]\n",
        "plugins: [search]\n",
        "site_name: x\n",
        "nav: [\n",
    ],
)
def test_languages_of_another_shape_are_left_alone(settings: str) -> None:
    assert with_language(settings, "gu", "ગુજરાતી") is None


def test_headings_that_the_calendar_leads_to_are_missed_where_they_are_not(
    project: Project,
) -> None:
    page = project.source_pages["kesimpta/problems.md"]
    lacking, _ = parse_page(
        page.text.replace("{#pen-problem}", "{#pen}").replace("{#ill-on-the-day}", "{#ill}"),
        page.file, page.locale, page.path,
    )  # fmt: skip
    assert lacking is not None
    pages = {**project.pages, "en": {**project.source_pages, page.path: lacking}}
    infused = project.medicines["kesimpta"].model_copy(update={"given": "infusion"})
    assert list(check_calendar_links(project)) == []
    for medicine, missed in (
        (project.medicines["kesimpta"], ["ill-on-the-day", "pen-problem"]),
        (infused, ["ill-on-the-day"]),  # nobody needs a pen for it
    ):
        found = check_calendar_links(
            dataclasses.replace(project, pages=pages, medicines={"kesimpta": medicine})
        )
        assert [re.findall(r"#([a-z-]+)", each.message)[0] for each in found] == missed
