"""The website that keeps the source of this site, and its pages for a change, a file, a mistake.

A link to one of these pages is all there is: no page of the site asks that website for anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from infosheet.reading.yaml_reader import Document


@dataclass(frozen=True)
class _Kind:
    name: str
    project: str
    edit: str
    new: str
    issue: str


_KINDS = {
    "github": _Kind(
        name="GitHub",
        project="https://github.com/{repository}",
        edit="/edit/{branch}/{file}",
        new="/new/{branch}?filename={file}",
        issue="/issues/new?title={title}&body={body}",
    ),
    "gitlab": _Kind(
        name="GitLab",
        project="https://gitlab.com/{repository}/-",
        edit="/edit/{branch}/{file}",
        new="/new/{branch}?file_name={file}",
        issue="/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
    ),
}

HOSTS = (*_KINDS, "none")


@dataclass(frozen=True)
class SourceHost:
    """Where the source stands: a kind of website, such as `github`, a repository and a branch.

    `issues` tells whether readers report mistakes there, where everyone can read them.
    """

    kind: str
    repository: str
    branch: str
    issues: bool = False

    @property
    def name(self) -> str:
        """What people call the website."""
        return _KINDS[self.kind].name

    def edit_url(self, file: str) -> str:
        """Return the page that changes a file, given by its path in the repository."""
        return self._url(_KINDS[self.kind].edit, file=file)

    def new_file_url(self, file: str) -> str:
        """Return the page that begins a file which is not there yet."""
        return self._url(_KINDS[self.kind].new, file=file)

    def new_issue_url(self, title: str, body: str) -> str:
        """Return the page that begins a report; who opens it reads it over and sends it."""
        return self._url(
            _KINDS[self.kind].issue, title=quote(title, safe=""), body=quote(body, safe="")
        )

    def _url(self, pattern: str, file: str = "", title: str = "", body: str = "") -> str:
        return (_KINDS[self.kind].project + pattern).format(
            repository=quote(self.repository),
            branch=quote(self.branch),
            file=quote(file),
            title=title,
            body=body,
        )


def source_host(settings: Document) -> SourceHost | None:
    """Return the website that mkdocs.yml names, or None where it names none that is known."""
    extra = settings.data.get("extra")
    found = extra.get("source") if isinstance(extra, dict) else None
    if not isinstance(found, dict) or str(found.get("host")) not in _KINDS:
        return None
    host, repository, branch, issues = (
        str(found.get(key, otherwise))
        for key, otherwise in (
            ("host", ""), ("repository", ""), ("branch", "main"), ("issues", "false")
        )
    )  # fmt: skip
    return SourceHost(host, repository, branch, issues == "true")
