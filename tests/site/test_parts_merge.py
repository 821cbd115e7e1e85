"""A language builds alone, anywhere, and the parts become the same site as one whole build."""

from __future__ import annotations

from pathlib import Path

from support.site import Site
from support.waiting import run


def git(folder: Path, *command: str) -> None:
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    run(["git", "-C", str(folder), *person, *command], check=True)


def test_parts_from_separate_clones_merge_into_the_bytes_of_a_whole_build(
    few: Site, tmp_path: Path
) -> None:
    """A merge that is refused leaves the last good site, and a whole one takes its place."""
    git(few.root, "init", "--quiet")
    git(few.root, "add", "docs", "hooks", "medicines", "overrides", "mkdocs.yml")
    git(few.root, "commit", "--quiet", "--message=x")
    for clone, locale in (("one", "en"), ("other", "es")):
        git(tmp_path, "clone", "--quiet", str(few.root), clone)
        told = Site(tmp_path / clone).run("build", "--language", locale)
        assert told.returncode == 0, told.stderr
        assert not (tmp_path / clone / "site").exists()
    english, spanish = tmp_path / "one/.build/part-en", tmp_path / "other/.build/part-es"

    few.built.mkdir()
    (few.built / "index.html").write_text("the last good site", encoding="utf-8")
    before = few.files
    told = few.run("merge", str(english))
    assert told.returncode == 1
    assert "The part of the language “es” is missing" in told.stderr
    assert few.files == before

    told = few.run("merge", str(english), str(spanish))
    assert told.returncode == 0, told.stderr
    merged = few.files
    assert few.run("build").returncode == 0
    assert merged.keys() == few.files.keys()
    assert [name for name, content in few.files.items() if merged[name] != content] == []

    git(few.root, "commit", "--quiet", "--allow-empty", "--message=y")
    told = few.run("merge", str(english), str(spanish))
    assert told.returncode == 1
    assert told.stderr.count("The part was built from commit") == 2
    assert few.files == merged


def test_a_part_of_no_language_of_the_site_is_refused(few: Site) -> None:
    told = few.run("build", "--language", "ess")
    assert told.returncode == 1
    assert "“ess” is no language" in told.stderr and "Did you mean “es”?" in told.stderr
