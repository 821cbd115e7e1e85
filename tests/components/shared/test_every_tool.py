"""What every tool promises, whichever it is: one shelf of tests for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from support.component_pages import enter_date, page_html, submit, words
from support.invented_languages import invented_words
from support.taking_away import printed
from support.tools import DAY, TOOLS, Tool, all_ways, answered

OpenTool = Callable[..., Page]

every_tool = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
every_way = pytest.mark.parametrize(
    ("tool", "way"), all_ways(), ids=lambda value: value if isinstance(value, str) else value.name
)


def focused(page: Page, selector: str) -> bool:
    return bool(page.locator(selector).first.evaluate("e => e === document.activeElement"))


def first_way(tool: Tool) -> Callable[[Page], None]:
    return next(iter(tool.ways.values()))


# --- answers and errors ---------------------------------------------------------------------


@every_way
def test_the_answer_takes_the_focus_and_nothing_else_announces_it(
    open_tool: OpenTool, tool: Tool, way: str
) -> None:
    page = open_tool(tool.placeholder)
    answered(page, tool.ways[way])
    assert focused(page, "[data-heading]")
    assert page.locator("[aria-live], [role=alert], [role=status]:not(:empty)").count() == 0


@every_tool
def test_an_error_takes_the_focus_stands_by_its_field_and_loses_nothing(
    open_tool: OpenTool, tool: Tool
) -> None:
    page = open_tool(tool.placeholder)
    enter_date(page, ("31", "4", "2027"))
    submit(page)
    message = "April 2027 has only 30 days. Check the day and the month."
    assert focused(page, "[data-error-summary]")
    assert page.locator("[data-error-summary] li").all_inner_texts() == [message]
    assert page.locator("[data-error]:visible").all_inner_texts() == [message]
    field = page.locator("[name=day]:visible").first
    assert field.get_attribute("aria-invalid") == "true"
    described = (field.get_attribute("aria-describedby") or "").split()
    assert message in [page.inner_text(f"[id='{id_}']") for id_ in described]
    page.click("[data-error-summary] a")
    assert field.evaluate("e => e === document.activeElement")
    assert page.url.endswith("/kesimpta/page/")
    values = page.locator(".tool-date input:visible").evaluate_all("all => all.map(e => e.value)")
    assert values[:3] == ["31", "4", "2027"]
    assert page.locator("[data-outcome]").is_hidden()
    page.locator("[name=day]:visible").first.fill("30")
    submit(page)
    assert page.locator("[data-error-summary]").is_hidden()
    assert page.locator("[aria-invalid]").count() == 0
    assert page.locator("[data-outcome]").is_visible()


@every_tool
def test_a_changed_entry_takes_the_old_answer_away(open_tool: OpenTool, tool: Tool) -> None:
    page = open_tool(tool.placeholder)
    answered(page, first_way(tool))
    page.locator("[name=day]:visible").first.fill("4")
    assert page.locator("[data-outcome]").is_hidden()
    assert page.locator("[data-results] time").count() == 0
    assert page.locator(".print-sheet").count() == 0


@every_way
def test_clear_empties_everything_and_starts_anew(
    open_tool: OpenTool, tool: Tool, way: str
) -> None:
    page = open_tool(tool.placeholder)
    fresh = page.locator("form").evaluate(FORM_STATE)
    answered(page, tool.ways[way])
    page.click("[data-action=clear]")
    assert page.locator("form").evaluate(FORM_STATE) == fresh
    assert page.locator("[data-outcome]").is_hidden()
    assert page.inner_text("[data-results]") == ""
    assert page.evaluate("document.activeElement.closest('form') !== null")


FORM_STATE = """form => [...form.elements]
  .filter(field => field.name && !field.closest("[hidden]"))
  .map(field => [field.name, field.value, field.checked])"""


# --- privacy --------------------------------------------------------------------------------


@every_way
def test_nothing_entered_reaches_the_address_the_title_storage_or_the_network(
    open_tool: OpenTool, tool: Tool, way: str
) -> None:
    page = open_tool(tool.placeholder)
    title, address = page.title(), page.url
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    answered(page, tool.ways[way])
    for action in ("print", "copy", "calendar-file"):
        button = page.locator(f"[data-action={action}]")
        if button.is_visible():
            button.click()
    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, document.cookie, "
        "history.length, JSON.stringify(history.state), (await indexedDB.databases()).length]"
    )
    assert kept == [0, 0, "", kept[3], "null", 0]
    assert (page.title(), page.url) == (title, address)
    assert [url for url in requests if not url.startswith("blob:")] == []


@every_tool
def test_going_back_gives_a_fresh_form(open_tool: OpenTool, tool: Tool, site: str) -> None:
    page = open_tool(tool.placeholder)
    answered(page, first_way(tool))
    page.goto(f"{site}/assets/icon.svg")
    page.go_back()
    page.locator("form").wait_for()
    assert page.locator("[name=day]:visible").first.input_value() == ""
    assert page.locator("[data-outcome]").is_hidden()
    # A browser that kept the whole page alive says so with this event.
    answered(page, first_way(tool))
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.locator("[name=day]:visible").first.input_value() == ""
    assert page.locator("[data-outcome]").is_hidden()


# --- robustness -----------------------------------------------------------------------------


def block_storage(page: Page) -> None:
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {get() { throw new Error('blocked'); }});"
    )


@every_tool
def test_it_works_with_storage_blocked_and_another_script_broken(
    open_tool: OpenTool, tool: Tool
) -> None:
    page = open_tool(tool.placeholder, before=block_storage)
    page.evaluate("setTimeout(() => { try { undefined.broken; } catch (error) {} })")
    answered(page, first_way(tool))
    assert page.locator("[data-results] time").count() > 0


@every_tool
def test_without_javascript_the_rule_stands_there_and_no_dead_form(
    open_tool: OpenTool, tool: Tool
) -> None:
    page = open_tool(tool.placeholder, java_script_enabled=False)
    assert page.locator("form").count() == 0
    text = page.inner_text(tool.name)
    assert "This browser cannot work out dates for you." in text
    assert "What your MS team tells you comes first." in text


@every_tool
def test_with_javascript_the_rule_stays_below_the_form(open_tool: OpenTool, tool: Tool) -> None:
    page = open_tool(tool.placeholder)
    rule = page.locator(f"{tool.name} > :last-child")
    assert rule.is_visible()
    answered(page, first_way(tool))
    assert rule.is_visible()


@every_tool
def test_if_a_script_does_not_load_the_rule_stays(browser: Browser, site: str, tool: Tool) -> None:
    page = browser.new_page()

    def answer(route: Route) -> None:
        if route.request.url.endswith("/kesimpta/page/"):
            route.fulfill(body=page_html(tool.placeholder), content_type="text/html")
        elif route.request.url.endswith(f"/{tool.name}.js"):
            route.abort()
        else:
            route.continue_()

    page.route("**/*", answer)
    page.goto(f"{site}/kesimpta/page/", wait_until="networkidle")
    assert page.locator("form").count() == 0
    assert page.locator(f"{tool.name} > :last-child").is_visible()
    page.close()


@every_tool
def test_two_of_them_on_a_page_do_not_get_in_each_others_way(
    open_tool: OpenTool, tool: Tool
) -> None:
    page = open_tool(tool.placeholder)
    page.evaluate(
        """name => {
          const first = document.querySelector(name);
          const second = document.createElement(name);
          second.dataset.config = first.dataset.config;
          const template = first.querySelector(":scope > template");
          second.append(template.cloneNode(true), first.lastElementChild.cloneNode(true));
          first.after(second);
        }""",
        tool.name,
    )
    ids = page.locator("form [id]").evaluate_all("all => all.map(element => element.id)")
    assert len(ids) == len(set(ids)) > 0
    enter_date(page.locator(tool.name).nth(1), DAY)
    page.locator("[type=submit]").nth(1).click()
    assert page.locator("[data-results]").nth(1).locator("time").count() > 0
    assert page.locator("[data-results]").nth(0).locator("time").count() == 0


# --- words ----------------------------------------------------------------------------------


@every_way
def test_no_answer_holds_a_word_that_would_be_a_verdict(
    open_tool: OpenTool, tool: Tool, way: str
) -> None:
    page = open_tool(tool.placeholder)
    answered(page, tool.ways[way])
    text = page.inner_text("[data-outcome]")
    for word in words()["forbidden-words"]:
        assert not re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE), word
    assert not re.search(r"undefined|NaN|null|\[object|[{}]", text)


@every_way
def test_no_english_is_left_in_another_language(open_tool: OpenTool, tool: Tool, way: str) -> None:
    page = open_tool(tool.placeholder, strings=invented_words(words(), "ur"), locale="ur")
    answered(page, tool.ways[way])
    text = page.inner_text(tool.name)
    assert set(re.findall(r"[A-Za-z]+", text)) <= {"Kesimpta"}
    assert page.locator(tool.name).evaluate("e => getComputedStyle(e).direction") == "rtl"


# --- on paper -------------------------------------------------------------------------------


@every_tool
@pytest.mark.parametrize("locale", ["en", "ur"])
def test_it_prints_as_1_sheet_with_the_caveat(
    open_tool: OpenTool, tool: Tool, locale: str, tmp_path: Path
) -> None:
    strings = words() if locale == "en" else invented_words(words(), locale)
    page = open_tool(tool.placeholder, strings=strings, locale=locale, color_scheme="dark")
    answered(page, first_way(tool))
    sheets = printed(page, tmp_path)
    assert len(sheets) == 1
    assert locale != "en" or "What your MS team tells you comes first." in sheets[0]


@every_tool
def test_the_print_button_opens_the_browsers_own_printing(open_tool: OpenTool, tool: Tool) -> None:
    page = open_tool(tool.placeholder)
    page.evaluate("addEventListener('beforeprint', () => (window.printing = true))")
    answered(page, first_way(tool))
    page.click("[data-action=print]")
    page.wait_for_function("window.printing")
