"""Write the Markdown of a page that no file holds."""

from __future__ import annotations

import json


def page_text(title: str, description: str, heading_id: str, *blocks: str) -> str:
    """Return a page of `blocks`; its front matter is quoted as JSON, which is YAML too."""
    return "\n\n".join(
        [
            f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n"
            f"description: {json.dumps(description, ensure_ascii=False)}\n---",
            f"# {title} {{#{heading_id}}}",
            *filter(None, blocks),
            "",
        ]
    )
