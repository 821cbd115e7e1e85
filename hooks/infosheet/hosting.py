"""What the site asks of the host that serves it, as files that common hosts read.

A header can say what a page cannot say of itself: that no other site may frame it, and what its
scripts may never ask the device for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# Nothing here listens, watches, locates or pays.
_NEVER_ASKED_FOR = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid",
    "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip

# Only who runs the host knows whether every name below it speaks HTTPS, so this waits.
_HSTS = "Strict-Transport-Security", "max-age=31536000"
_HSTS_ADVICE = (
    "Once this site, and every site below its name, answers by HTTPS alone, add this line too:"
)

# A name with a hash in it, here or in the search index, never stands for anything else. Of all
# other files the browser keeps a copy too, but asks each time whether it is still the right one:
# a mended dose must reach the next reader.
_FOR_A_YEAR = "public, max-age=31536000, immutable"
_ASK_FIRST = "no-cache"
_HASHED = r"\.[0-9a-f]{8}\.(css|js|png|svg)$|\.pf_(fragment|index|meta)$"

# What Apache makes small while it answers; nginx takes the small copy beside each file.
_TEXT = "text/html text/css text/javascript application/json application/xml image/svg+xml"


def headers(policy: str) -> dict[str, str]:
    """Return the headers of every answer; `policy` is the content security policy of the pages."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEVER_ASKED_FOR),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def host_files(policy: str, kept: Sequence[str]) -> Mapping[str, str]:
    """Return each host's file by its name, to stand at the root of the built site.

    `_headers` is for Netlify and Cloudflare Pages, `.htaccess` for Apache, and `_nginx.conf` to be
    included in a `server` block of nginx. `kept` names the files that may be kept for a year, as
    `_headers` writes them, which cannot tell them by a pattern; on its hosts all other files are
    asked for each time already.
    """
    sent = headers(policy)
    return {
        "_headers": "\n".join(
            [
                f"# {_HSTS_ADVICE}",
                f"#   {_HSTS[0]}: {_HSTS[1]}",
                "/*",
                *(f"  {name}: {value}" for name, value in sent.items()),
                *(f"/{path}\n  Cache-Control: {_FOR_A_YEAR}" for path in kept),
                "",
            ]
        ),
        ".htaccess": "\n".join(
            [
                "ErrorDocument 404 /404.html",
                "Options -Indexes",
                "<IfModule mod_headers.c>",
                *(f'  Header always set {name} "{value}"' for name, value in sent.items()),
                f"  # {_HSTS_ADVICE}",
                f'  # Header always set {_HSTS[0]} "{_HSTS[1]}"',
                f'  Header set Cache-Control "{_ASK_FIRST}"',
                f'  <FilesMatch "{_HASHED}">',
                f'    Header set Cache-Control "{_FOR_A_YEAR}"',
                "  </FilesMatch>",
                "</IfModule>",
                "<IfModule mod_deflate.c>",
                f"  AddOutputFilterByType DEFLATE {_TEXT}",
                "</IfModule>",
                "",
            ]
        ),
        "_nginx.conf": "\n".join(
            [
                "# Inside server { … }: include /where/the/site/stands/_nginx.conf;",
                "error_page 404 /404.html;",
                *(f'add_header {name} "{value}" always;' for name, value in sent.items()),
                f"# {_HSTS_ADVICE}",
                f'# add_header {_HSTS[0]} "{_HSTS[1]}" always;',
                f'set $kept "{_ASK_FIRST}";',
                f'if ($uri ~ "{_HASHED}") {{ set $kept "{_FOR_A_YEAR}"; }}',
                "add_header Cache-Control $kept;",
                "gzip_static on;",
                "gzip_vary on;",
                "",
            ]
        ),
    }
