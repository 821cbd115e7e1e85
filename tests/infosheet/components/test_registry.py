"""What staff can place on a page, and what they are told when they cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

import component_templates
from infosheet.components.registry import (
    COMPONENTS,
    ComponentError,
    check_placeholder,
    component_context,
)
from infosheet.medicines.medicine import Medicine
from support.component_pages import LANGUAGES, ROOT, invented, kesimpta, words

MEDICINES = {"kesimpta": kesimpta()}
PLACEHOLDERS = [
    "dosing-calendar kesimpta",
    "vaccination-timing kesimpta",
    "timing-date kesimpta contraception",
    "timing-date kesimpta live-vaccine",
    "first-weeks kesimpta",
    "b-cell-picture kesimpta",
    "languages",
]


def rendered(
    placeholder: str,
    strings: Mapping[str, Any] | None = None,
    locale: str = "en",
    links: Mapping[str, str] | None = None,
    medicines: Mapping[str, Medicine] = MEDICINES,
) -> str:
    name, context = component_context(
        placeholder, medicines, strings or words(), locale, links or {}, LANGUAGES
    )
    return component_templates.render(name, context)


@pytest.mark.parametrize(
    ("placeholder", "message", "mend"),
    [
        (
            "dosing-calender kesimpta",
            "“dosing-calender” is not a component.",
            "Did you mean “dosing-calendar”?",
        ),
        (
            "dosing-calendar kesimta",
            "“kesimta” is not a medicine.",
            "Did you mean “kesimpta”?",
        ),
        (
            "dosing-calendar",
            "“dosing-calendar” needs a medicine after it, but nothing stands there.",
            "Write it like this: {{ dosing-calendar medicine }}",
        ),
        (
            "dosing-calendar kesimpta monthly",
            "“dosing-calendar” needs a medicine after it, but “kesimpta monthly” stands there.",
            "Write it like this: {{ dosing-calendar medicine }}",
        ),
        (
            "timing-date kesimpta",
            "“timing-date” needs a medicine and rule after it, but “kesimpta” stands there.",
            "Write it like this: {{ timing-date medicine rule }}",
        ),
        (
            "timing-date kesimpta contraceptive",
            "“contraceptive” is not a timing rule of Kesimpta.",
            "Did you mean “contraception”?",
        ),
        (
            "languages kesimpta",
            "“languages” needs nothing after it, but “kesimpta” stands there.",
            "Write it like this: {{ languages }}",
        ),
        (
            "langages",
            "“langages” is not a component.",
            "Did you mean “languages”?",
        ),
        (
            "first-weeks",
            "“first-weeks” needs a medicine after it, but nothing stands there.",
            "Write it like this: {{ first-weeks medicine }}",
        ),
        (
            "b-cell-picture kesimta",
            "“kesimta” is not a medicine.",
            "Did you mean “kesimpta”?",
        ),
    ],
)
def test_a_mistake_in_a_placeholder_is_named_with_its_mend(
    placeholder: str, message: str, mend: str
) -> None:
    with pytest.raises(ComponentError) as raised:
        check_placeholder(placeholder, MEDICINES)
    assert (raised.value.message, raised.value.mend) == (message, mend)


def test_a_medicine_without_vaccination_rules_cannot_show_the_widget() -> None:
    medicine = invented("regimen: {initiation: [P0W]}")
    with pytest.raises(ComponentError) as raised:
        check_placeholder("vaccination-timing inventumab", {"inventumab": medicine})
    assert "Inventumab has no vaccination rules" in raised.value.message
    assert "take this line out of the page" in raised.value.mend


def test_a_vaccine_without_a_name_in_a_language_is_an_error_that_names_it() -> None:
    strings = words()
    del strings["vaccines"]["names"]["mmr"]
    with pytest.raises(ComponentError, match="have no “mmr”"):
        rendered("vaccination-timing kesimpta", strings)


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_the_html_is_one_div_without_blank_lines_or_inline_styles(placeholder: str) -> None:
    html = rendered(placeholder)
    assert html.startswith('<div class="component">\n')
    assert html.endswith("\n</div>")
    assert html.count("<div") == html.count("</div>")
    assert all(line.strip() for line in html.split("\n"))
    assert " style=" not in html
    assert "onclick" not in html


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_the_same_words_and_numbers_give_the_same_bytes(placeholder: str) -> None:
    assert rendered(placeholder) == rendered(placeholder)


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_words_are_escaped_wherever_they_go(placeholder: str) -> None:
    def dangerous(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: dangerous(item) for key, item in value.items()}
        return f"{value}<i>\"&'" if isinstance(value, str) else value

    html = rendered(placeholder, {**dangerous(words()), "direction": "ltr"})
    assert "<i>" not in html


def test_without_links_there_are_no_links_and_with_them_they_lead_to_headings() -> None:
    assert "<a " not in rendered("dosing-calendar kesimpta")
    html = rendered("dosing-calendar kesimpta", links={"problems": "../problems/"})
    for heading in ("missed-dose", "more-than-one-missed", "ill-on-the-day", "pen-problem"):
        assert f'href="../problems/#{heading}"' in html


def test_no_clinical_number_stands_in_a_script_a_template_or_a_sentence_of_a_tool() -> None:
    """Weeks, months and pens come from the medicine's file, so another medicine needs no edit."""
    medicine = invented(
        """
regimen: {initiation: [P0W], maintenance: {from: P7W, every: P5M, also_offered: [P9W]}}
timing:
  live-vaccine: {gap: P7W, before: first-dose, source: S}
  other-vaccine: {gap: P5W, before: first-dose, source: S}
vaccines:
  - {id: mmr, rule: live-vaccine}
  - {id: rsv, rule: other-vaccine}
""".replace("also_offered", "also-offered")
    )
    medicines = {"inventumab": medicine}
    for placeholder in ("dosing-calendar inventumab", "vaccination-timing inventumab"):
        html = rendered(placeholder, medicines=medicines)
        for number in ("4 weeks", "2 weeks", "6 months", "week 4", "13 pens", "Kesimpta"):
            assert number not in html, number
    assert "5 pens" in rendered("dosing-calendar inventumab", medicines=medicines)


def sentences(value: Any) -> Iterator[str]:
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, str):
            yield item
        else:
            yield from sentences(item)


@pytest.mark.parametrize(
    "locale", sorted(path.parent.name for path in (ROOT / "docs").glob("*/strings.yml"))
)
def test_no_sentence_of_a_tool_holds_a_forbidden_word_of_its_language(locale: str) -> None:
    strings = words(locale)
    forbidden = strings["forbidden-words"]
    assert forbidden
    tools = [component.name for component in COMPONENTS.values() if component.interactive]
    for group in (*tools, "date-field", "take-away", "pictures"):
        for sentence in sentences(strings.get(group, {})):
            held = [word for word in forbidden if f" {word} " in f" {plain(sentence)} "]
            assert held == [], f"{group}: {sentence}"


def plain(sentence: str) -> str:
    return " ".join(
        "".join(letter if letter.isalpha() else " " for letter in sentence.lower()).split()
    )
