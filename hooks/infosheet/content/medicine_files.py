"""The medicines of a site: their files, and the folders of pages that belong to them."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from infosheet.content.kept import Kept
from infosheet.content.markdown_source import Page
from infosheet.content.source_tree import DOCS, MEDICINES, medicines_below
from infosheet.content.todo import only_todo
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.medicines.medicine import Medicine, medicine_in
from infosheet.problems import Problem
from infosheet.reading.yaml_reader import Document

_ENGLISH = f"{DOCS}/{SOURCE_LOCALE}"


@dataclass
class MedicineFiles:
    """The medicines that could be read, with their documents, by their id.

    `left_out` are the ids of those that wait for their files to be mended or finished, and
    `problems` what is to be mended.
    """

    medicines: dict[str, Medicine] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read_medicines(
    root: Path, kept: Kept, read: Callable[[Path], tuple[Document, list[Problem]]]
) -> MedicineFiles:
    """Return the medicines below `root`; `read` returns a file's document and its mistakes."""
    found = MedicineFiles()
    for path in medicines_below(root):
        document, mistakes = read(path)
        medicine = None
        if not mistakes:
            medicine, mistakes = kept.result(medicine_in, document.file, document)
            if mistakes and only_todo(path, root, mistakes):
                mistakes = []
        found.problems += mistakes
        if medicine is None:
            found.left_out.add(path.stem)
        else:
            found.medicines[path.stem], found.documents[path.stem] = medicine, document
    return found


def match_folders(
    root: Path, found: MedicineFiles, pages: Mapping[str, Page], unread: Collection[str]
) -> None:
    """Leave out of `found` each medicine whose file and folder have not the same name, and say so.

    `pages` are the English ones, of which those that name sources belong to a medicine; `unread`
    are files that are named already as those to be mended.
    """
    folders = {
        path.partition("/")[0]
        for path, page in pages.items()
        if "/" in path and page.marks and not page.meta.medicine
    }
    to_mend = {Path(file).name.partition(".")[0].lower() for file in unread if _holds(file)}
    without_pages = [name for name in found.medicines if not _has_pages(root, name)]
    lost = sorted(folders - found.medicines.keys() - found.left_out)
    found.left_out.update(lost)
    for folder in lost:
        if MEDICINES in unread or folder in to_mend:
            continue
        meant = difflib.get_close_matches(folder, without_pages, n=1, cutoff=0)
        for name in meant:
            without_pages.remove(name)
            found.left_out.add(name)
            del found.medicines[name], found.documents[name]
        found.problems.append(
            _misnamed(folder, meant[0]) if meant else _gone(folder, found.medicines)
        )


def _misnamed(folder: str, name: str) -> Problem:
    return Problem(
        f"{MEDICINES}/{name}.yml", 0,
        f"This medicine has no pages in {_ENGLISH}/{name}/, and those in {_ENGLISH}/{folder}/ have "
        "no medicine.",
        f"Name the file {MEDICINES}/{folder}.yml; or let the folder have the name {name}, in each "
        "language, in mkdocs.yml and in links.",
    )  # fmt: skip


def _gone(folder: str, others: Collection[str]) -> Problem:
    return Problem(
        f"{MEDICINES}/{folder}.yml", 0,
        f"There is no such file, but the pages in {_ENGLISH}/{folder}/ name its sources.",
        "Get it back from git; or, where the pages state the facts of another medicine, say so at "
        f"the top of each: “medicine: {min(others, default='…')}”.",
    )  # fmt: skip


def _holds(file: str) -> bool:
    return file.startswith(f"{MEDICINES}/")


def _has_pages(root: Path, name: str) -> bool:
    return any((root / _ENGLISH / name).glob("**/*.md"))
