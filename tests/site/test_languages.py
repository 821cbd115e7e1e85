"""Every language first class: to the same page and heading, found by its own search, explained."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser import choose_language
from support.component_pages import words as words_of
from support.site import DIRECTIONS, NAMES, Site, locale_path

# A page of each kind: home, site page, text, text with a tool, generated tool, generated list.
KINDS = {
    "": "what-you-can-do",
    "about/": "tools",
    "kesimpta/side-effects/": "infections",
    "kesimpta/vaccinations/": "during-treatment",
    "kesimpta/dosing-calendar/": "dosing-calendar",
    "glossary/": "relapse",
}

# What readers of each language look for, and the page that must be among the first two.
LOOKED_FOR = {
    "en": {
        "missed dose": "problems", "pregnancy": "pregnancy", "side effects": "side-effects",
        "ofatumumab": "", "Kesimpta": "", "fridge": "storage-and-travel", "jabs": "vaccinations",
        "refrigerator": "storage-and-travel",
    },
    "cy": {
        "dos a gollwyd": "problems", "beichiogrwydd": "pregnancy",
        "sgil-effeithiau": "side-effects", "Kesimpta": "", "oergell": "storage-and-travel",
        "sgileffeithiau": "side-effects", "ffrij": "storage-and-travel", "jabs": "vaccinations",
        "disgwyl babi": "pregnancy",
    },
    "pl": {
        "pominięta dawka": "problems", "pominieta dawka": "problems", "ciąża": "pregnancy",
        "ciaza": "pregnancy", "działania niepożądane": "side-effects", "Kesimpta": "",
        "lodówka": "storage-and-travel", "skutki uboczne": "side-effects",
        "ciężarna": "pregnancy", "iniekcja": "how-to-take-it",
    },
    "ro": {
        "doză omisă": "problems", "doza omisa": "problems", "sarcină": "pregnancy",
        "sarcina": "pregnancy", "reacții adverse": "side-effects", "Kesimpta": "",
        "frigider": "storage-and-travel", "efecte secundare": "side-effects",
        "gravida": "pregnancy", "pusee": "research",
    },
    "es": {
        "dosis omitida": "problems", "embarazo": "pregnancy",
        "efectos secundarios": "side-effects", "Kesimpta": "", "nevera": "storage-and-travel",
        "frigorifico": "storage-and-travel", "reacciones adversas": "side-effects",
        "pinchazo": "how-to-take-it",
    },
    "ar": {
        "فاتتك جرعة": "problems", "الحمل": "pregnancy", "حمل": "pregnancy",
        "الآثار الجانبية": "side-effects", "اثار جانبية": "side-effects", "Kesimpta": "",
        "كيسيمبتا": "", "الثلاجة": "storage-and-travel",
        "البراد": "storage-and-travel", "الأعراض الجانبية": "side-effects",
        "ابرة": "how-to-take-it",
    },
    "ur": {
        "خوراک چھوٹ": "problems", "حمل": "pregnancy", "مضر اثرات": "side-effects",
        "Kesimpta": "", "فریج": "storage-and-travel", "کیسمپٹا": "", "ٹیکے": "vaccinations",
    },
    "pa": {
        "ਖੁੰਝੀ ਡੋਜ਼": "problems", "ਖੁੰਝੀ ਡੋਜ": "problems", "ਪ੍ਰੈਗਨੈਂਸੀ": "pregnancy",
        "ਮਾੜੇ ਅਸਰ": "side-effects", "Kesimpta": "", "ਕੇਸਿੰਪਟਾ": "",
        "ਫਰਿੱਜ": "storage-and-travel", "ਟੀਕੇ": "vaccinations",
    },
    "bn": {
        "ডোজ বাদ পড়া": "problems", "গর্ভধারণ": "pregnancy", "পার্শ্বপ্রতিক্রিয়া": "side-effects",
        "Kesimpta": "", "কেসিম্পটা": "", "ফ্রিজ": "storage-and-travel",
        "ভ্যাকসিন": "vaccinations",
    },
}  # fmt: skip


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", KINDS)
def test_each_language_leads_to_every_other_at_the_same_heading(
    page: Page, address: str, path: str
) -> None:
    heading = KINDS[path]
    # Each is followed to the next; where the others lead is read from their addresses.
    following = dict(zip(NAMES, [*list(NAMES)[1:], next(iter(NAMES))], strict=True))
    for start, target in following.items():
        page.goto(f"{address}{locale_path(start)}{path}#{heading}")
        links = page.locator("header [data-language]")
        told = {
            str(link.get_attribute("hreflang")): (link.text_content(), link.evaluate("a => a.href"))
            for link in links.all()
        }
        assert told == {
            locale: (name, f"{address}{locale_path(locale)}{path}")
            for locale, name in NAMES.items()
        }
        choose_language(page, target)
        page.wait_for_url(f"{address}{locale_path(target)}{path}#{heading}")
        found = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        assert found == [target, DIRECTIONS[target]]
        assert page.locator(f"#{heading}").count() == 1


@pytest.mark.parametrize("locale", LOOKED_FOR)
def test_a_search_finds_its_page_and_nothing_in_another_language(
    page: Page, site: Site, address: str, locale: str
) -> None:
    """No answer waits for the host, which is told nothing of what is looked for.

    It was asked for all that is published for the search, once, when that was opened.
    """
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{locale_path(locale)}about/")
    page.locator("[data-action=search]").click()
    ready = words_of(locale)["search"]["ready"]
    expect(page.locator("#search [role=status]")).to_have_text(ready)
    paths = [urlsplit(url).path for url in asked]
    folder = site.built / "search" / locale
    published = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz")
    assert sorted(path for path in paths if path.startswith("/search/")) == sorted(
        f"/{path.relative_to(site.built).as_posix()}" for path in published
    )
    asked.clear()
    results = page.locator("#search li a")
    for words, wanted in LOOKED_FOR[locale].items():
        page.locator("#search-field").fill("")
        expect(results).to_have_count(0)
        page.locator("#search-field").fill(words)
        page.locator("#search li a, [data-search-help]:not([hidden])").first.wait_for()
        found = [str(link.get_attribute("href")) for link in results.all()]
        prefix = f"/{locale_path(locale)}"
        assert all(link.startswith(prefix) for link in found), words
        if locale == "en":
            others = tuple(f"/{other}/" for other in NAMES)
            assert not any(link.startswith(others) for link in found), words
        kesimpta = f"{prefix}kesimpta/{wanted}" + ("/" if wanted else "")
        assert kesimpta in found[:2], f"{words}: {found}"
    assert asked == []


def test_the_search_calls_each_page_of_its_language_what_the_page_calls_itself(site: Site) -> None:
    """That is all it shows of a page, so there is no file of its own for any."""
    for locale in NAMES:
        folder = site.built / locale_path(locale)
        elsewhere = {*NAMES, "status"} - {locale}
        pages = {}
        for path in folder.rglob("index.html"):
            text = path.read_text(encoding="utf-8")
            parts = path.relative_to(folder).parts
            if elsewhere & {parts[0]} or "whole-sheet" in parts or 'data-notice="fallback"' in text:
                continue
            title = re.search(r"<h1\b[^>]*>(.*?)</h1>", text, re.DOTALL)
            description = re.search(r'<meta name="description" content="([^"]*)"', text)
            assert title and description, path
            url = path.parent.relative_to(site.built).as_posix().removeprefix(".")
            pages[url] = (unescape(re.sub(r"<[^>]*>", "", title[1])), unescape(description[1]))
        search = site.built / "search" / locale
        found = json.loads((search / "pages.json").read_text(encoding="utf-8"))
        assert {
            each["url"].rstrip("/"): (each["title"], each["description"]) for each in found.values()
        } == pages
        assert not [*search.rglob("*.pf_fragment")]


@pytest.mark.parametrize("typed", ["tîm", unicodedata.normalize("NFD", "tîm"), "tim"])
def test_a_search_finds_words_with_and_without_accents_in_any_unicode_form(
    page: Page, address: str, typed: str
) -> None:
    page.goto(address + "cy/about/")
    page.locator("[data-action=search]").click()
    page.locator("#search-field").fill(typed)
    page.locator("#search li a").first.wait_for()


def test_search_is_fetched_only_when_opened_and_only_in_this_language(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address + "ur/about/", wait_until="networkidle")
    assert [url for url in asked if "search" in url] == []
    page.locator("[data-action=search]").click()
    page.locator("#search-field").fill("حمل")
    page.locator("#search li a").first.wait_for()
    indexes = [url for url in asked if url.startswith("search/")]
    assert indexes
    assert [url for url in indexes if not url.startswith("search/ur/")] == []


def test_search_works_by_keyboard_alone_and_says_what_it_found(page: Page, address: str) -> None:
    page.goto(address + "about/")
    page.locator("[data-action=search]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.type("qqqq")
    expect(page.get_by_role("status")).to_contain_text("qqqq")
    expect(page.locator("[data-search-help]")).to_be_visible()
    page.locator("#search-field").fill("pregnancy")
    expect(page.get_by_role("status")).to_contain_text("found")
    page.locator("#search li a").first.wait_for()
    page.keyboard.press("Tab")
    expect(page.locator("#search li a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()
    expect(page.locator("[data-action=search]")).to_be_focused()


def test_a_hard_word_opens_where_it_stands_by_touch_and_keyboard(page: Page, address: str) -> None:
    page.goto(address + "kesimpta/")
    word = page.get_by_role("button", name="relapses", exact=True)
    meaning = page.locator(".term__meaning").nth(1)
    expect(meaning).to_be_hidden()
    word.click()
    expect(meaning).to_be_visible()
    expect(word).to_have_attribute("aria-expanded", "true")
    word.press("Space")
    expect(meaning).to_be_hidden()
    word.press("Enter")
    expect(meaning).to_contain_text("symptoms of MS")
    page.emulate_media(media="print")
    expect(page.locator(".term__meaning").first).to_be_visible()


def test_without_javascript_a_hard_word_leads_to_the_glossary(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "kesimpta/")
    page.locator("a.term", has_text="relapses").first.click()
    page.wait_for_url(address + "glossary/#relapse")
    context.close()


@pytest.mark.parametrize(("speaks", "offered"), [("cy-GB", "cy"), ("ur-PK", "ur"), ("fr-FR", "")])
def test_the_page_is_offered_in_the_device_s_language_and_nobody_is_sent_there(
    browser: Browser, address: str, speaks: str, offered: str
) -> None:
    context = browser.new_context(locale=speaks)
    page = context.new_page()
    page.goto(address + "kesimpta/side-effects/")
    assert page.url == address + "kesimpta/side-effects/"
    shown = page.locator("[data-offer]:visible")
    assert [line.get_attribute("lang") for line in shown.all()] == ([offered] if offered else [])
    if offered:
        shown.get_by_role("button").click()
        expect(shown).to_have_count(0)
        page.goto(address + "about/")
        expect(shown).to_have_count(0)
        assert page.evaluate("Object.keys(localStorage)") == ["infosheet.offer"]
    context.close()
