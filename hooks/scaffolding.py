"""The commands that begin a medicine or a language: what they make, and what they say."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from infosheet.content.project import load_project
from infosheet.upkeep.new_language import new_language
from infosheet.upkeep.new_medicine import new_medicine
from infosheet.upkeep.scaffold import RefusedError, make


def run_medicine(root: Path, name: str, generic: str) -> int:
    """Begin a new medicine: its file, its English pages, and their place in the navigation."""
    project, _ = load_project(root)
    try:
        scaffold = new_medicine(project, name, generic, datetime.date.today())
    except RefusedError as error:
        return _not_made(error)
    make(root, scaffold)
    sys.stdout.write(scaffold.told(name))
    return 0


def run_language(root: Path, code: str, name: str) -> int:
    """Begin a new language: its strings, made from the English, and its line in mkdocs.yml."""
    project, _ = load_project(root)
    try:
        scaffold = new_language(project, code, name)
    except RefusedError as error:
        return _not_made(error)
    make(root, scaffold)
    sys.stdout.write(scaffold.told(code))
    return 0


def _not_made(error: RefusedError) -> int:
    sys.stderr.write(f"{error.message}\n    {error.mend}\n")
    return 1
