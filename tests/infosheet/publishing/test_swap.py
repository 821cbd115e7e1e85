"""There is always a whole site in the place of the site."""

import subprocess
import sys
from pathlib import Path

import pytest

from infosheet.publishing.swap import AnotherBuildError, building, recover, swap
from support.waiting import ended, started


def site(path: Path, words: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(words, encoding="utf-8")
    return path


def test_the_new_site_takes_the_old_one_s_place(tmp_path: Path) -> None:
    live, new = site(tmp_path / "site", "old"), site(tmp_path / "new", "new")
    swap(new, live, tmp_path / "old")
    assert (live / "index.html").read_text(encoding="utf-8") == "new"
    assert not (tmp_path / "old").exists()


def test_where_folders_cannot_be_exchanged_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infosheet.publishing.swap.exchanged", lambda one, other: False)
    live, new = site(tmp_path / "site", "old"), site(tmp_path / "new", "new")
    swap(new, live, tmp_path / "old")
    assert (live / "index.html").read_text(encoding="utf-8") == "new"
    assert not (tmp_path / "old").exists()


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    swap(site(tmp_path / "new", "new"), tmp_path / "site", tmp_path / "old")
    assert (tmp_path / "site/index.html").is_file()


def test_after_an_interruption_between_the_renames_the_old_site_comes_back(tmp_path: Path) -> None:
    live, old = tmp_path / "site", site(tmp_path / "old", "old")
    recover(live, old)
    assert (live / "index.html").read_text(encoding="utf-8") == "old"


def test_two_builds_never_run_in_one_place(tmp_path: Path) -> None:
    other = (
        "import sys; from pathlib import Path; from infosheet.publishing.swap import building\n"
        "with building(Path(sys.argv[1])): print('has it', flush=True); sys.stdin.read()"
    )
    with started(
        [sys.executable, "-c", other, str(tmp_path)],
        cwd=Path(__file__).parents[3] / "hooks",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(AnotherBuildError), building(tmp_path):
            pass
        ended(process)
    with building(tmp_path):
        pass
