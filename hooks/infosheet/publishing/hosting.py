"""What the site asks of the host that serves it, as files that common hosts read.

A header can say what a page cannot say of itself: that no other site may frame it, and what its
scripts may never ask the device for. And only the host knows that there is no such page, so it is
told which page says so in the reader's language.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import urlsplit

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
_HASHED = r"\.[0-9a-f]{8}\.(css|js|png|svg)$|\.pf_(index|meta)$"

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


def base_path(site_url: str) -> str:
    """Return the path below which a site stands, with its slashes: `/`, or such as `/sheets/`."""
    return f"{urlsplit(site_url).path.rstrip('/')}/"


def host_files(
    policy: str, kept: Sequence[str], base: str = "/", locales: Collection[str] = ()
) -> Mapping[str, str]:
    """Return each host's file by its path in the built site.

    `kept` names the files that may be kept for a year, as `_headers` writes them, which cannot tell
    them by a pattern; on its hosts all other files are asked for each time already. `base` is the
    path below which the site stands; `locales` are the languages that have a folder there.
    `_headers` is for Netlify and Cloudflare Pages, `_redirects` for Netlify (Cloudflare finds the
    nearest page for “not found” by itself), `.htaccess` for Apache, and `_nginx.conf` to be
    included in a `server` or `location` block of nginx. `.nojekyll` keeps GitHub Pages from
    leaving files out.
    """
    sent = headers(policy)
    return {
        ".nojekyll": "",
        "_redirects": "\n".join(
            [
                "# For Netlify; Cloudflare Pages passes over these lines and needs none.",
                *(f"{base}{each}/* {base}{each}/404.html 404" for each in locales),
                "",
            ]
        ),
        **{f"{each}/.htaccess": f"ErrorDocument 404 {base}{each}/404.html\n" for each in locales},
        "_headers": "\n".join(
            [
                f"# {_HSTS_ADVICE}",
                f"#   {_HSTS[0]}: {_HSTS[1]}",
                "/*",
                *(f"  {name}: {value}" for name, value in sent.items()),
                *(f"{base}{path}\n  Cache-Control: {_FOR_A_YEAR}" for path in kept),
                "",
            ]
        ),
        ".htaccess": "\n".join(
            [
                f"ErrorDocument 404 {base}404.html",
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
                *_nginx_use(base),
                "server_tokens off;",
                "absolute_redirect off;",
                "default_type application/octet-stream;",
                # No location may stand here: those of nginx inherit nothing that “if” decides.
                f"set $not_found {base}404.html;",
                *(
                    f"if ($uri ~ ^{base}{each}/) {{ set $not_found {base}{each}/404.html; }}"
                    for each in locales
                ),
                "error_page 403 404 =404 $not_found;",
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


def _nginx_use(base: str) -> list[str]:
    where = "/where/the/site/stands"
    if base == "/":
        return [f"# server {{ …; root {where}; include {where}/_nginx.conf; }}"]
    return [
        f"# location {base} {{ alias {where}/; include {where}/_nginx.conf; }}",
        f"# location = {base.rstrip('/')} {{ return 301 {base}; }}",
    ]
