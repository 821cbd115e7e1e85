"""A mistake in the content is said in a sentence, with file, line and mend, all in one run."""

from __future__ import annotations

import json

import pytest

from support.mistakes import BROKEN
from support.site import Site

# Errors of the medicine's form keep its other references from being checked.
TOGETHER = [
    "a broken link",
    "a missing anchor",
    "an unknown source",
    "a heading without an id",
    "a string that a language lacks",
]


# These by a build, too: one in each kind of file.
BUILT = [
    "a broken link",
    "an unknown key in the medicine file",
    "an unknown placeholder",
    "a page that the navigation leaves out",
    "a string that a language lacks",
    "a forbidden word in a tool",
]


@pytest.mark.parametrize(
    ("name", "command"),
    [*((name, "check") for name in BROKEN), *((name, "build") for name in BUILT)],
)
def test_a_mistake_is_named_with_file_line_and_mend(pair: Site, name: str, command: str) -> None:
    file, right, wrong, message, mend = BROKEN[name]
    line = pair.edit(file, right, wrong)
    told = pair.run(command)
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    [place] = [words for words in told.stderr.splitlines() if message in words]
    if "lacks" not in name and "leaves out" not in name:
        assert place.startswith(f"{file}:{line}: error:")
    assert place.startswith(f"{file}:")
    assert mend in told.stderr


def test_all_mistakes_are_said_in_one_run_in_order_of_file_and_line(pair: Site) -> None:
    for name in TOGETHER:
        file, right, wrong, *_ = BROKEN[name]
        pair.edit(file, right, wrong)
    told = pair.run("build")
    for name in TOGETHER:
        assert BROKEN[name][3] in told.stderr
    places = [line for line in told.stderr.splitlines() if ": error:" in line]
    files = [place.split(":")[0] for place in places]
    assert files == sorted(files)


def test_an_unreadable_medicine_file_is_the_only_thing_complained_of_there(pair: Site) -> None:
    pair.edit("medicines/kesimpta.yml", "regimen:", "regimen")
    told = pair.run("check")
    assert told.returncode == 1
    assert "medicines/kesimpta.yml:" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_failed_build_leaves_the_last_good_site_byte_for_byte(few: Site) -> None:
    assert few.run("build").returncode == 0
    before = {path: path.read_bytes() for path in few.built.rglob("*") if path.is_file()}
    file, right, wrong, *_ = BROKEN["a broken link"]
    few.edit(file, right, wrong)
    assert few.run("build").returncode == 1
    after = {path: path.read_bytes() for path in few.built.rglob("*") if path.is_file()}
    assert before == after


def test_a_stamped_translation_is_fresh_again(pair: Site) -> None:
    pair.edit("docs/en/index.md", "in plain words.", "in the plainest words.")
    stale = pair.run("check")
    assert stale.returncode == 0
    assert "docs/ur/index.md" in stale.stdout
    assert pair.run("fresh", "docs/ur/index.md").returncode == 0
    assert "docs/ur/index.md" not in pair.run("check").stdout


def test_a_stamp_is_written_where_the_translation_keeps_it(pair: Site) -> None:
    page = pair.root / "docs/ur/index.md"
    text = page.read_text(encoding="utf-8")
    start = text.index("translation:")
    rest = text[text.index("---", start) :]
    short = "translation: {of: PENDING, by: machine, checked-by: null, checked: null}\n"
    page.write_text(text[:start] + short + rest, encoding="utf-8")
    assert pair.run("fresh", "docs/ur/index.md").returncode == 0
    assert page.read_text(encoding="utf-8").count("of: ") == 1
    assert "docs/ur/index.md" not in pair.run("check").stdout


def test_a_page_that_does_not_say_who_translated_it_is_left_as_it_is_until_somebody_says(
    pair: Site,
) -> None:
    page = pair.root / "docs/ur/index.md"
    text = page.read_text(encoding="utf-8")
    start = text.index("translation:")
    unmarked = text[:start] + text[text.index("---", start) :]
    page.write_text(unmarked, encoding="utf-8")
    told = pair.run("fresh", "docs/ur/index.md")
    assert told.returncode == 1
    assert "make fresh PAGE=docs/ur/index.md BY=person" in told.stderr
    assert page.read_text(encoding="utf-8") == unmarked
    assert pair.run("fresh", "docs/ur/index.md", "--by", "person").returncode == 0
    assert "  by: person\n" in page.read_text(encoding="utf-8")


def test_other_programs_get_every_mistake_as_json(pair: Site) -> None:
    file, right, wrong, message, mend = BROKEN["a broken link"]
    line = pair.edit(file, right, wrong)
    told = pair.run("check", "--json")
    assert told.returncode == 1
    [found] = [each for each in json.loads(told.stdout) if each["severity"] == "error"]
    assert (found["file"], found["line"]) == (file, line)
    assert message in found["message"]
    assert mend in found["mend"]
