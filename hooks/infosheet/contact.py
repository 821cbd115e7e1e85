"""Where a reader turns with a mistake found on a page."""

from __future__ import annotations

from urllib.parse import quote


def report_link(contact: str, subject: str, otherwise: str) -> str:
    """Return the address that “Report a mistake” leads to; nothing is sent by following it.

    `contact` is an e-mail address, for which a message with `subject` is begun, or a page; where
    it is empty the link leads to `otherwise`.
    """
    if "@" in contact and "://" not in contact:
        return f"mailto:{contact}?subject={quote(subject)}"
    return contact or otherwise
