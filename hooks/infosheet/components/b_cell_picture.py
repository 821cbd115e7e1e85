"""The picture of how an antibody against B cells works, in 3 steps: its words."""

from __future__ import annotations

from typing import Any

from infosheet.components.component_request import Request


def describe(request: Request) -> dict[str, Any]:
    """Return the context of the picture's template, which draws the steps itself."""
    return request.picture_context
