"""Where the words of a page are changed, or its translation begun: the links for that."""

from __future__ import annotations

from dataclasses import dataclass

from infosheet.content.glossary import GLOSSARY
from infosheet.content.project import Project
from infosheet.content.source_host import SourceHost
from infosheet.content.source_tree import DOCS


@dataclass(frozen=True)
class EditLinks:
    """What the end of a page offers to those who would change it; an empty address is no offer."""

    edit: str = ""
    translate: str = ""


def edit_links(project: Project, host: SourceHost | None, path: str, locale: str) -> EditLinks:
    """Return the links of the page at `path` for readers of `locale`.

    A page that stands in English for want of a translation leads to the English, and offers to
    translate it: in a new file, or in the one that is too far behind to be shown. A medicine's
    whole sheet has no words of its own, and so no links.
    """
    if host is None or path in project.whole_sheet_paths:
        return EditLinks()
    translation = project.translation(path, locale)
    edit = host.edit_url(words_file(project, path, translation.words_locale))
    if not translation.is_fallback:
        return EditLinks(edit)
    file = words_file(project, path, locale)
    begun = (project.root / file).is_file()
    return EditLinks(edit, host.edit_url(file) if begun else host.new_file_url(file))


def words_file(project: Project, path: str, locale: str) -> str:
    """Return the file that holds a page's words in a language, also where they are generated."""
    name = path
    if path in project.calendar_paths:
        name = "strings.yml"
    elif path == GLOSSARY and path in project.generated_paths:
        name = "glossary.yml"
    return f"{DOCS}/{locale}/{name}"
