"""The languages of the site as links to the first page in each, by the languages' own names."""

from __future__ import annotations

from typing import Any

from infosheet.components.component_request import Request


def describe(request: Request) -> dict[str, Any]:
    """Return the context of the template: the links, in the order of the site's settings."""
    return {"languages": request.languages}
