"""The one content security policy of the site, for its pages and for the hosts that serve them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)


def inline_scripts(document: str) -> list[str]:
    """Return the text of each script that stands in `document` itself; data blocks are left out."""
    return [
        match["text"]
        for match in _SCRIPT.finditer(document)
        if "src=" not in match["attributes"] and "json" not in match["attributes"]
    ]


def content_security_policy(scripts: Iterable[str]) -> str:
    """Return the policy under which only the site's own files and the given scripts run.

    `wasm-unsafe-eval` is for the search, whose engine is WebAssembly from this site. No worker may
    run: it would stand under the policy of its own file only, which not every host sends.
    """
    hashes = sorted(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes]),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'none'",
            "manifest-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
        ]
    )
