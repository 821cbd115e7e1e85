"""A file is read as its writer meant it, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from infosheet.reading.source_text import decoded, read_source


@pytest.mark.parametrize(
    "content",
    [
        b"a: b\nc: d\n",
        b"a: b\r\nc: d\r\n",
        b"\xef\xbb\xbfa: b\nc: d\n",
        b"\xef\xbb\xbfa: b\r\nc: d\r\n",
        b"a: b\r\nc: d\n",
    ],
    ids=["Unix", "Windows", "a mark first", "Windows with a mark first", "both kinds"],
)
def test_the_marks_of_windows_editors_change_nothing(content: bytes) -> None:
    assert decoded(content, "a") == ("a: b\nc: d\n", [])


def test_a_page_written_on_windows_has_the_same_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "unix.md").write_bytes(b"---\ntitle: a\n---\n")
    (tmp_path / "windows.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\n")
    unix, _ = read_source(tmp_path / "unix.md", tmp_path)
    windows, _ = read_source(tmp_path / "windows.md", tmp_path)
    assert unix == windows


def test_a_file_that_may_not_be_opened_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.touch()

    def refused(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    text, [problem] = read_source(path, tmp_path)
    assert text is None
    assert problem.message == "The file cannot be read: permission denied."
    assert "whether you may open it" in problem.mend


def test_what_is_not_utf_8_is_said_at_its_line() -> None:
    text, [problem] = decoded(b"a\nb\nCaf\xe9\n", "a")
    assert text is None
    assert problem.line == 3
