"""Mistakes an editor may make: file, right words, wrong ones, what is said, how to mend it."""

BROKEN = {
    "a broken link": (
        "docs/en/kesimpta/stopping.md",
        "(pregnancy.md#contraception)",
        "(pregnncy.md#contraception)",
        "“pregnncy.md#contraception”, which is no page",
        "Did you mean “kesimpta/pregnancy.md”?",
    ),
    "a missing anchor": (
        "docs/en/kesimpta/how-it-works.md",
        "(vaccinations.md#during-treatment)",
        "(vaccinations.md#during-treatmnt)",
        "no heading with the id “during-treatmnt”",
        "Did you mean “during-treatment”?",
    ),
    "an unknown key in the medicine file": (
        "medicines/kesimpta.yml",
        "also-offered:",
        "also-ofered:",
        "“also-ofered” is not a key",
        "Did you mean “also-offered”?",
    ),
    "an unknown placeholder": (
        "docs/ur/kesimpta/vaccinations.md",
        "{{ vaccination-timing kesimpta }}",
        "{{ vaccination-timer kesimpta }}",
        "“vaccination-timer” is not a component",
        "Did you mean “vaccination-timing”?",
    ),
    "an unknown source": (
        "docs/en/kesimpta/stopping.md",
        "[^PIL]",
        "[^PILL]",
        "“[^PILL]” names no source",
        "Did you mean “PIL”?",
    ),
    "a mark straight after a figure": (
        "docs/en/kesimpta/storage-and-travel.md",
        "- Leave the pens in their carton, the box they came in.[^PIL]",
        "- Keep it at 8°C.[^PIL]",
        "straight after a figure",
        "Reword",
    ),
    "a heading without an id": (
        "docs/en/kesimpta/stopping.md",
        "## Vaccines {#vaccines}",
        "## Vaccines",
        "The heading “Vaccines” has no id",
        "{#missed-dose}",
    ),
    "an aligned table": (
        "docs/en/kesimpta/research.md",
        "| --- | --- | --- |",
        "| --- | :---: | --- |",
        "aligns its columns",
        "without colons",
    ),
    "a page that the navigation leaves out": (
        "mkdocs.yml",
        "      - kesimpta/stopping.md\n",
        "",
        "does not list the page “kesimpta/stopping.md”",
        "Add it under “nav”",
    ),
    "a string that a language lacks": (
        "docs/ur/strings.yml",
        "  menu:",
        "  meno:",
        "“site.menu” is missing",
        "docs/en/strings.yml",
    ),
}
