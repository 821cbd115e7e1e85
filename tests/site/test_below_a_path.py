"""A site below a path of its host, such as /sheets/: everything works as at the root."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser import choose_language
from support.component_pages import enter_date, submit
from support.server import headers_of, serving
from support.site import Site
from support.tools import DAY

PUBLIC = "https://infosheet.example/sheets/"
REPOSITORY = "https://github.com/a-charity/sheet"
# What the search asks for below the addresses that it is given.
SEARCH = {"data-index": "pagefind.js", "data-root": "/sitemap.xml"}
# Where there is no page, and which page a host then shows.
NOWHERE = {"nothing/at/all.html": "404.html", "ur/nothing/at/all.html": "ur/404.html"}


@pytest.fixture(scope="module")
def below(sheets: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site below /sheets/, with the slash that its paths follow."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "sheets").symlink_to(sheets.built)
    shown = {f"/sheets/{path}": text_of(sheets, page) for path, page in NOWHERE.items()}
    with serving(folder, headers_of(sheets.built), changed=shown) as address:
        yield f"{address}/sheets/"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    yield opened
    opened.close()


def text_of(site: Site, file: str) -> str:
    return (site.built / file).read_text(encoding="utf-8")


class Addresses(HTMLParser):
    """Collects every address that a page names, and its links by the marks they have."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.marked: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.found += [values[name] for name in ("href", "src") if name in values]
        self.found += [values[name] + file for name, file in SEARCH.items() if name in values]
        if tag == "meta" and values.get("property") in ("og:url", "og:image"):
            self.found.append(values["content"])
        self.marked |= {
            name: values["href"]
            for name in ("data-report", "data-edit", "data-translate")
            if name in values
        }


def target(site: Path, address: str) -> Path | None:
    """Return the file that a complete address of the site leads to; None where it is elsewhere."""
    if urlsplit(address).netloc != urlsplit(PUBLIC).netloc:
        return None
    assert address.startswith(PUBLIC), address
    file = site / unquote(urlsplit(address).path).removeprefix("/sheets/")
    return file / "index.html" if address.partition("#")[0].endswith("/") else file


def test_every_address_of_every_page_leads_to_a_file_below_the_path(sheets: Site) -> None:
    checked = 0
    for file in sorted(sheets.built.rglob("*.html")):
        path = file.relative_to(sheets.built).as_posix()
        # “Not found” is shown at any depth.
        own = PUBLIC + ("ur/a/b/c.html" if path.endswith("404.html") else path)
        for address in Addresses(file.read_text(encoding="utf-8")).found:
            if address.startswith(("#", "mailto:", "tel:")):
                continue
            found = target(sheets.built, urljoin(own, address))
            if found is not None:
                assert found.is_file(), f"{path}: {address}"
                checked += 1
    assert checked > 1000


def test_the_sitemap_names_pages_below_the_path(sheets: Site) -> None:
    addresses = re.findall(r'<loc>([^<]+)|href="([^"]+)"', text_of(sheets, "sitemap.xml"))
    found = [target(sheets.built, one or other) for one, other in addresses]
    assert len(found) > 50
    assert all(file is not None and file.is_file() for file in found)


def test_a_reader_comes_from_the_first_page_to_dates_a_search_and_the_same_page_in_urdu(
    page: Page, below: str
) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: wrong.append(answer.url) if answer.status > 399 else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(below)
    page.locator("article a[href*=dosing-calendar]").first.click()
    page.wait_for_url(f"{below}kesimpta/dosing-calendar/")
    links = "all => all.map(link => link.href)"
    before = page.locator("footer a").evaluate_all(links)
    enter_date(page, DAY)
    submit(page)
    expect(page.locator("[data-dose]")).to_have_count(15)
    # What was entered is in no link to the charity.
    assert page.locator("footer a").evaluate_all(links) == before

    page.click("[data-action=search]")
    page.fill("#search-field", "missed dose")
    page.locator("[data-search-results] a[href*=problems]").first.click()
    page.wait_for_url(f"{below}kesimpta/problems/**")

    choose_language(page, "ur")
    page.wait_for_url(f"{below}ur/kesimpta/problems/**")
    expect(page.locator("html")).to_have_attribute("lang", "ur")
    page.click("[data-action=search]")
    page.fill("#search-field", "حمل")
    page.locator("[data-search-results] a[href*=pregnancy]").first.click()
    page.wait_for_url(f"{below}ur/kesimpta/pregnancy/**")

    assert wrong == []
    assert [url for url in asked if not url.startswith((below, "data:"))] == []


@pytest.mark.parametrize("path", NOWHERE)
def test_not_found_works_at_any_depth(page: Page, below: str, path: str) -> None:
    """It has its style, its search and a way to the first page of its language."""
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status > 399 else None)
    page.goto(below + path)
    background = "element => getComputedStyle(element).backgroundColor"
    assert page.locator(".site-header__band").evaluate(background) != "rgba(0, 0, 0, 0)"
    page.click("[data-action=search]")
    page.fill("#search-field", "Kesimpta")
    page.locator("[data-search-results] a").first.wait_for()
    locale = "ur/" if path.startswith("ur/") else ""
    results = page.locator("[data-search-results] a").evaluate_all("all => all.map(a => a.href)")
    assert all(url.startswith(f"{below}{locale}") for url in results)
    page.locator("article p:not([data-not-found]) a").click()
    page.wait_for_url(below + locale)
    assert failed == []


def test_the_page_for_not_found_at_the_root_leads_into_every_language(
    page: Page, below: str
) -> None:
    """Some hosts, such as GitHub Pages, show it for every address."""
    page.goto(f"{below}nothing/at/all.html")
    urdu = page.locator("[data-not-found][lang=ur]")
    expect(urdu).to_have_attribute("dir", "rtl")
    urdu.locator("a").click()
    page.wait_for_url(f"{below}ur/")


def test_each_page_leads_to_the_file_that_holds_its_words(sheets: Site) -> None:
    files = {
        "kesimpta/pregnancy/": "docs/en/kesimpta/pregnancy.md",
        "ur/kesimpta/pregnancy/": "docs/ur/kesimpta/pregnancy.md",
        "ur/": "docs/ur/index.md",
        "ur/kesimpta/": "docs/ur/kesimpta/index.md",
        "ur/kesimpta/dosing-calendar/": "docs/ur/strings.yml",
        "ur/glossary/": "docs/ur/glossary.yml",
        "ur/kesimpta/research/": "docs/en/kesimpta/research.md",
    }
    for path, file in files.items():
        marked = Addresses(text_of(sheets, f"{path}index.html")).marked
        assert marked["data-edit"] == f"{REPOSITORY}/edit/main/{file}", path
        assert (sheets.root / file).is_file()
        begun = f"{REPOSITORY}/new/main?filename=docs/ur/kesimpta/research.md"
        assert marked.get("data-translate") == (begun if "research" in path else None), path
    for path in ("kesimpta/whole-sheet/index.html", "404.html", "status/index.html"):
        assert "data-edit" not in Addresses(text_of(sheets, path)).marked, path


def test_a_report_names_its_page_language_and_version_and_warns_that_it_is_public(
    sheets: Site,
) -> None:
    text = text_of(sheets, "ur/kesimpta/pregnancy/index.html")
    link = Addresses(text).marked["data-report"]
    assert link.startswith(f"{REPOSITORY}/issues/new?")
    begun = parse_qs(urlsplit(link).query, strict_parsing=True)
    assert begun.keys() == {"title", "body"}
    title = re.search(r"<title>\s*(.*?) – ", text)
    version = re.search(r'<footer class="site-footer">.*<p>([^<]*1970[^<]*)</p>', text, re.DOTALL)
    warning = re.search(r"<p data-report-public>([^<]*)</p>", text)
    assert title is not None and version is not None and warning is not None
    assert title[1] in begun["title"][0]
    lines = begun["body"][0].split("\n")
    assert lines[3] == warning[1]
    assert "GitHub" in warning[1]
    assert f"{PUBLIC}ur/kesimpta/pregnancy/" in lines[5]
    assert "اردو (ur)" in lines[6]
    assert lines[7].startswith(version[1])


def test_links_to_the_code_host_are_of_a_length_that_browsers_and_hosts_take(sheets: Site) -> None:
    """Within 8,000 characters, which GitHub and GitLab still read."""
    for file in sheets.built.rglob("index.html"):
        for link in Addresses(file.read_text(encoding="utf-8")).marked.values():
            assert len(link) < 8000, file
