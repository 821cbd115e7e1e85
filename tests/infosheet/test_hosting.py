"""Each host is told the same, in the words that it reads."""

from __future__ import annotations

import re

import pytest

from infosheet.hosting import headers, host_files
from infosheet.policy import content_security_policy

POLICY = content_security_policy(["a()"])
WRITTEN = {
    "_headers": re.compile(r"^  ([A-Z][\w-]+): (.*)$", re.MULTILINE),
    ".htaccess": re.compile(r'^  Header always set ([\w-]+) "([^"]*)"$', re.MULTILINE),
    "_nginx.conf": re.compile(r'^add_header ([\w-]+) "([^"]*)" always;$', re.MULTILINE),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_every_header_stands_in_every_file(name: str) -> None:
    assert dict(WRITTEN[name].findall(host_files(POLICY)[name])) == headers(POLICY)


def test_hosts_are_told_what_a_page_cannot_say_of_itself() -> None:
    sent = headers(POLICY)
    assert sent["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert sent["Referrer-Policy"] == "no-referrer"
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in sent["Permissions-Policy"]


@pytest.mark.parametrize("name", WRITTEN)
def test_strict_transport_is_advised_and_not_switched_on(name: str) -> None:
    lines = [line for line in host_files(POLICY)[name].splitlines() if "max-age" in line]
    assert lines
    assert all(line.strip().startswith("#") for line in lines)
