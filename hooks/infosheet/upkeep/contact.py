"""Where a reader turns with a mistake found on a page."""

from __future__ import annotations

from urllib.parse import quote

from infosheet.content.source_host import SourceHost
from infosheet.reading.strings import Words, fill


def report_link(
    subject: str, message: str, contact: str, otherwise: str, host: SourceHost | None = None
) -> str:
    """Return the address that “Report a mistake” leads to; nothing is sent by following it.

    Where `host` takes reports of mistakes, one is begun there. Otherwise `contact` is an e-mail
    address, for which a mail is begun, or a page; where it is empty the link leads to `otherwise`.
    """
    if host is not None and host.issues:
        return host.new_issue_url(subject, message)
    if "@" in contact and "://" not in contact:
        body = quote(message.replace("\n", "\r\n"), safe="")
        return f"mailto:{quote(contact, safe='@+')}?subject={quote(subject, safe='')}&body={body}"
    return contact or otherwise


def report_message(words: Words, address: str, language: str, version: str, host: str) -> str:
    """Return what stands in a report before its reader writes anything.

    It holds the page's `address`, its `language` and its `version`, and a request to leave out
    what concerns the reader's own health; `host` names the website on which everyone can read it,
    and is empty for a mail. `words` are the site's in the reader's language.
    """
    return "\n".join(
        [
            str(words["report-what"]),
            "",
            "",
            fill(words["report-public"], host=host) if host else str(words["report-health"]),
            "",
            fill(words["report-page"], address=address),
            fill(words["report-language"], language=language),
            version,
        ]
    )
