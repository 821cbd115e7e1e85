"""Each host is told the same, in the words that it reads."""

from __future__ import annotations

import re
from posixpath import dirname

import pytest

from infosheet.publishing.hosting import base_path, headers, host_files
from infosheet.publishing.policy import content_security_policy

KEPT = ["assets/site.1a2b3c4d.css", "search/ur/index/*"]
POLICY = content_security_policy(["a()"])
WRITTEN = {
    "_headers": re.compile(r"^  ([A-Z][\w-]+): (.*)$", re.MULTILINE),
    ".htaccess": re.compile(r'^  Header always set ([\w-]+) "([^"]*)"$', re.MULTILINE),
    "_nginx.conf": re.compile(r'^add_header ([\w-]+) "([^"]*)" always;$', re.MULTILINE),
}

# The pages for “not found” of a site in three languages, below a path.
BASES = ("/", "/sheets/")
LOCALES = ("pl", "ur")


def not_found_pages(base: str) -> set[str]:
    return {f"{base}404.html", *(f"{base}{locale}/404.html" for locale in LOCALES)}


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
        "/search/en/index/en_5bdfc62.pf_index",
        "/search/en/pagefind.en_1896cf9be0.pf_meta",
    ):
        assert never_changes.search(path), path
    for path in (
        "/", "/kesimpta/", "/sitemap.xml", "/assets/share.png", "/search/en/pagefind.js",
        "/search/en/pagefind-entry.json", "/search/en/wasm.en.pagefind", "/search/en/pages.json",
        "/status.json",
    ):  # fmt: skip
        assert not never_changes.search(path), path


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://infosheet.example", "/"),
        ("https://infosheet.example/", "/"),
        ("https://infosheet.example/sheets", "/sheets/"),
        ("https://infosheet.example/a/sheets/", "/a/sheets/"),
        ("/", "/"),
    ],
)
def test_the_path_below_which_a_site_stands_ends_with_one_slash(url: str, base: str) -> None:
    assert base_path(url) == base


def netlify(rules: str, path: str, pages: set[str]) -> str:
    """Return which page Netlify shows where there is none at `path`: the first rule that fits.

    A rule is a path, whose end may be `*`, what is shown, and the status to show it with.
    """
    for line in rules.splitlines():
        if line and not line.startswith("#"):
            source, shown, status = line.split()
            start = source.removesuffix("*")
            if status == "404" and (path.startswith(start) if start != source else path == source):
                return shown
    return "/404.html" if "/404.html" in pages else ""


def cloudflare(rules: str, path: str, pages: set[str]) -> str:
    """Return which page Cloudflare Pages shows: that of the nearest folder, and no rule for 404."""
    for line in rules.splitlines():
        if line and not line.startswith("#"):
            assert int(line.split()[2]) not in (200, 301, 302, 303, 307, 308)
    while (path := dirname(path)) != "/":
        if f"{path}/404.html" in pages:
            return f"{path}/404.html"
    return "/404.html"


def apache(files: dict[str, str], base: str, path: str) -> str:
    """Return which page Apache shows: that of the nearest folder whose .htaccess names one."""
    while (path := dirname(path)) != "/":
        name = f"{path}/.htaccess".removeprefix(base)
        if found := re.search(r"^ErrorDocument 404 (\S+)$", files.get(name, ""), re.MULTILINE):
            return found[1]
    found = re.search(r"^ErrorDocument 404 (\S+)$", files[".htaccess"], re.MULTILINE)
    return found[1] if found else ""


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("below", ["nothing", "nothing/", "kesimpta/nothing/at/all"])
def test_every_host_shows_the_page_for_not_found_of_the_language(base: str, below: str) -> None:
    """As Netlify, Cloudflare Pages and Apache document it, whatever the depth."""
    files = dict(host_files(POLICY, KEPT, base, LOCALES))
    pages = not_found_pages(base)
    for locale in LOCALES:
        wanted = f"{base}{locale}/404.html"
        path = f"{base}{locale}/{below}"
        assert netlify(files["_redirects"], path, pages) == wanted
        assert cloudflare(files["_redirects"], path, pages) == wanted
        assert apache(files, base, path) == wanted
    english = base + below
    assert cloudflare(files["_redirects"], english, pages) == f"{base}404.html"
    assert apache(files, base, english) == f"{base}404.html"
    if base == "/":
        assert netlify(files["_redirects"], english, pages) == "/404.html"


def test_no_line_is_longer_than_a_host_reads() -> None:
    """Netlify and Cloudflare Pages read at most 2,000 characters of a line."""
    files = host_files(POLICY, KEPT, "/sheets/", LOCALES)
    assert max(len(line) for name in files for line in files[name].splitlines()) < 2000


def test_github_pages_is_told_to_publish_every_file_as_it_is() -> None:
    assert host_files(POLICY, KEPT)[".nojekyll"] == ""
