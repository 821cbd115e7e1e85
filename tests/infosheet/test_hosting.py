"""Each host is told the same, in the words that it reads."""

from __future__ import annotations

import re

import pytest

from infosheet.hosting import headers, host_files
from infosheet.policy import content_security_policy

KEPT = ["assets/site.1a2b3c4d.css", "search/ur/index/*"]
POLICY = content_security_policy(["a()"])
WRITTEN = {
    "_headers": re.compile(r"^  ([A-Z][\w-]+): (.*)$", re.MULTILINE),
    ".htaccess": re.compile(r'^  Header always set ([\w-]+) "([^"]*)"$', re.MULTILINE),
    "_nginx.conf": re.compile(r'^add_header ([\w-]+) "([^"]*)" always;$', re.MULTILINE),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_every_header_stands_in_every_file(name: str) -> None:
    written = host_files(POLICY, KEPT)[name].split("\n/assets/")[0]
    assert dict(WRITTEN[name].findall(written)) == headers(POLICY)


def test_hosts_are_told_what_a_page_cannot_say_of_itself() -> None:
    sent = headers(POLICY)
    assert sent["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert sent["Referrer-Policy"] == "no-referrer"
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in sent["Permissions-Policy"]


@pytest.mark.parametrize("name", WRITTEN)
def test_strict_transport_is_advised_and_not_switched_on(name: str) -> None:
    lines = [line for line in host_files(POLICY, KEPT)[name].splitlines() if "Strict-Tr" in line]
    assert lines
    assert all(line.strip().startswith("#") for line in lines)


YEAR = "public, max-age=31536000, immutable"


def test_where_a_host_knows_no_patterns_each_file_that_never_changes_is_named() -> None:
    blocks = host_files(POLICY, KEPT)["_headers"].split("\n/")[1:]
    assert [block.split("\n")[0] for block in blocks] == ["*", *KEPT]
    assert all(block.strip().endswith(f"  Cache-Control: {YEAR}") for block in blocks[1:])
    # Hosts that read it join what two rules say.
    assert "Cache-Control" not in blocks[0]


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        (".htaccess", r'<FilesMatch "(.*)">\n    Header set Cache-Control "(.*)"'),
        ("_nginx.conf", r'if \(\$uri ~ "(.*)"\) \{ set \$kept "(.*)"; \}'),
    ],
)
def test_elsewhere_a_pattern_tells_what_never_changes_and_the_rest_is_asked_for_each_time(
    name: str, pattern: str
) -> None:
    written = host_files(POLICY, KEPT)[name]
    found = re.search(pattern, written)
    assert found is not None
    assert found[2] == YEAR
    assert "Cache-Control" in written
    assert "no-cache" in written[: found.start()]
    never_changes = re.compile(found[1])
    for path in (
        "/assets/site.1a2b3c4d.css",
        "/sheets/components/timing-date/timing-date.00000000.js",
        "/assets/touch-icon.3156d3ef.png",
        "/search/en/fragment/en_5bdfc62.pf_fragment",
        "/search/en/pagefind.en_1896cf9be0.pf_meta",
    ):
        assert never_changes.search(path), path
    for path in (
        "/", "/kesimpta/", "/sitemap.xml", "/assets/share.png", "/search/en/pagefind.js",
        "/search/en/pagefind-entry.json", "/search/en/wasm.en.pagefind", "/status.json",
    ):  # fmt: skip
        assert not never_changes.search(path), path
