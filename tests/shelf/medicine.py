"""Broken medicine files: the numbers that pharmacists write."""

from shelf.broken import Broken

FILE = "medicines/inventol.yml"


def dose(says: str, wrong: str, mend: str = "") -> Broken:
    """The dose is something else."""
    return Broken(FILE, says, mend, right="dose: 5mg", wrong=f"dose: {wrong}")


def gap(says: str, wrong: str) -> Broken:
    """The distance between a live vaccine and the first dose is something else."""
    return Broken(FILE, says, right="gap: P4W", wrong=f"gap: {wrong}")


DURATIONS = {
    "a duration in words": gap("“four weeks” is not a duration: expected P", "four weeks"),
    "a duration of no unit": gap("is not a duration", "4"),
    "a duration below 0": gap("“-P4W” is not a duration", "-P4W"),
    "a duration of less than 0 weeks": gap("“P-4W” is not a duration", "P-4W"),
    "a duration with a fraction": gap("“P1.5W” is not a duration", "P1.5W"),
    "a duration of two units": gap("“P1M2W” is not a duration", "P1M2W"),
    "a duration in hours": gap("“PT96H” is not a duration", "PT96H"),
    "a duration of 200 years": gap("“P200Y” is longer than 100 years", "P200Y"),
    "a duration of 99,999 days": gap("longer than 100 years", "P99999D"),
    "a duration of 5,000 digits": gap("such as P4W or P6M", f"P{'9' * 5000}W"),
    "a duration in other digits": Broken(
        FILE,
        "“４” is U+FF14 (fullwidth digit four)",
        "Write “4”",
        right="gap: P4W",
        wrong="gap: P４W",
    ),
    "a duration that is NaN": gap("is not a duration", ".nan"),
    "a duration that is infinite": gap("is not a duration", ".inf"),
    "a duration that is nothing": gap("is not a duration", ""),
    "a list of durations": gap("expected one duration such as P4W", "[P4W]"),
    "an interval of 0": Broken(
        FILE,
        "an interval of 0 would give the same date for ever",
        right="every: P1M",
        wrong="every: P0M",
        line=5,
    ),
    "an interval that the prescription may say of 0": Broken(
        FILE, "an interval of 0", right="also-offered: [P4W]", wrong="also-offered: [P0D]", line=5
    ),
    "a regimen without a dose": Broken(
        FILE,
        "needs initiation doses, maintenance doses or both",
        right="""\
  initiation: [P0W, P2W]
  maintenance: {from: P4W, every: P1M, also-offered: [P4W]}
""",
        wrong="",
        line=5,
    ),
    "doses out of order": Broken(
        FILE, "“P2W” does not come after “P4W”", right="[P0W, P2W]", wrong="[P0W, P4W, P2W]", line=5
    ),
    "a dose on another week than its pages say": Broken(
        FILE,
        "“regimen.initiation” says weeks 0 and 3, but the English pages say weeks 0 and 2",
        "Correct the number",
        right="[P0W, P2W]",
        wrong="[P0W, P3W]",
    ),
    "a dose twice": Broken(
        FILE,
        "“P2W” does not come after “P14D”",
        right="[P0W, P2W]",
        wrong="[P0W, P14D, P2W]",
        line=5,
    ),
    "10,000 doses": Broken(
        FILE,
        "has more than",
        right="[P0W, P2W]",
        wrong="[" + ", ".join(f"P{day}D" for day in range(10_000)) + "]",
    ),
}

VALUES = {
    "a dose that is NaN": dose("“.nan” is not an amount written like 20mg", ".nan"),
    "a dose that is infinite": dose("is not an amount", ".inf"),
    "a dose below 0": dose("“-5mg” is not an amount", "-5mg"),
    "a dose of 0": dose("“0mg” is not an amount", "0mg"),
    "a dose of 0.0": dose("is not an amount", "0.0mg"),
    "a dose of no unit": dose("is not an amount", "20"),
    "a dose in words": dose("is not an amount", "twenty"),
    "a dose that is a list": dose("expected a single value", "[5mg]"),
    "a dose of nothing": dose("is not an amount", ""),
    "no dose": Broken(
        FILE, "“dose” is missing", "Add the key", right="dose: 5mg\n", wrong="", line=1
    ),
    "an unknown key": Broken(
        FILE,
        "“doze” is not a key",
        "Did you mean “dose”?",
        right="dose: 5mg",
        wrong="dose: 5mg\ndoze: 5mg",
        line=4,
    ),
    "a key twice": Broken(
        FILE,
        "“dose” stands here a second time",
        "Keep one",
        right="dose: 5mg",
        wrong="dose: 5mg\ndose: 50mg",
        line=4,
    ),
    "a name that is a number of keys": Broken(
        FILE, "expected a single value", right="name: Inventol\n", wrong="name: {a: b}\n"
    ),
    "sources that are a list": Broken(
        FILE, "expected keys with values", right="  S: {title", wrong="  - {title", line=22
    ),
    "an unknown source": Broken(
        FILE,
        "“Z” is not a source of this file",
        right="0 and 2, source: S",
        wrong="0 and 2, source: Z",
    ),
    "an unknown rule": Broken(
        FILE,
        "“liv-vaccine” is not a timing rule",
        "Did you mean “live-vaccine”?",
        right="ask-team: yes",
        wrong="rule: liv-vaccine",
    ),
    "a rule on both sides": Broken(
        FILE,
        "either “before: first-dose” or “after: last-dose”",
        right="before: first-dose",
        wrong="before: first-dose, after: last-dose",
    ),
    "a fact of empty words": Broken(
        FILE, "some words are expected", right="text: weeks 0 and 2, ", wrong='text: "", '
    ),
    "a vaccine twice": Broken(
        FILE,
        "The vaccine “mmr” stands here a second time",
        "Keep one",
        right="  - {id: mmr, ask-team: yes}",
        wrong="  - {id: mmr, ask-team: yes}\n  - {id: mmr, rule: live-vaccine}",
        line=15,
    ),
    "a source that is used and not there": Broken(
        FILE,
        "“S” is not a source of this file",
        "It stands on these lines too: 11, 18.",
        right='  S: {title: "A sheet: the first one", url: "https://charity.example/sheet"}',
        wrong='  SHEET: {title: "A sheet"}',
        line=8,
    ),
    "a source without a title": Broken(
        FILE, "some words are expected", right='"A sheet: the first one"', wrong='""'
    ),
    "two versions that Git put side by side": Broken(
        FILE,
        "Two versions of these lines stand here",
        "Keep the right words",
        right="dose: 5mg",
        wrong="<<<<<<< HEAD\ndose: 5mg\n=======\ndose: 50mg\n>>>>>>> a-branch",
    ),
    "a fact without words": Broken(
        FILE, "write either “text” or “rule”", right="text: weeks 0 and 2, ", wrong=""
    ),
    "a fact that no page says": Broken(
        FILE,
        "is declared for docs/en/inventol/index.md",
        right="0 and 2",
        wrong="0 and 3",
        others=2,
    ),
    "facts of a page that is not there": Broken(
        FILE,
        "“indx” is no page of this medicine",
        "Did you mean “index”?",
        right="  index:",
        wrong="  indx:",
    ),
    "a source's address that runs": Broken(
        FILE,
        "is not an address that begins with https://",
        right="https://charity.example/sheet",
        wrong="javascript:alert(1)",
    ),
    "a source's address without encryption": Broken(
        FILE, "begins with https://", right="https://charity", wrong="http://charity"
    ),
    "a source's address that pretends another": Broken(
        FILE, "begins with https://", right="https://charity", wrong="https://nhs.uk@charity"
    ),
    "a script in a source's title": Broken(
        FILE, "“<script” begins a piece of HTML", right="A sheet: the first one", wrong="<script>"
    ),
    "a picture from elsewhere in a source's title": Broken(
        FILE,
        "Pictures cannot be put here",
        right="A sheet: the first one",
        wrong="![a](//x.example/a)",
        others=1,
    ),
    "an action in the medicine's name": Broken(
        FILE,
        "“onload=” begins a piece of code",
        right="name: Inventol\n",
        wrong="name: 'x\" onload=y'\n",
    ),
    "a Cyrillic letter in the medicine's name": Broken(
        FILE,
        "only looks like a Latin letter",
        "Type the word anew",
        right="name: Inventol\n",
        wrong="name: Inventоl\n",
    ),
    "an invisible character in the medicine's name": Broken(
        FILE, "zero width space", right="name: Inventol\n", wrong="name: Inven\u200btol\n"
    ),
}

FORM = {
    "an empty medicine file": Broken(FILE, "Nothing stands here", content="", line=1),
    "a medicine file of NUL": Broken(FILE, "hardly text", content=b"\0" * 100, line=1),
    "a medicine file of random bytes": Broken(
        FILE, "not saved as UTF-8", content=bytes(range(128, 256)), line=1
    ),
    "a medicine file saved as UTF-16": Broken(
        FILE, "saved as UTF-16", content="name: a\n".encode("utf-16"), line=1
    ),
    "a medicine file of 10 MB": Broken(FILE, "10.0 MB long", content="#" * 10_000_000),
    "a medicine file with an alias bomb": Broken(
        FILE, "“*a” points to another place", right="names: [CD20]", wrong="names: [*a]"
    ),
    "a medicine file with a tag": Broken(
        FILE, "“!!float” is an instruction", right="dose: 5mg", wrong="dose: !!float 5"
    ),
    "a medicine file with a tab": Broken(
        FILE, "holds a tab", right="  initiation", wrong="\tinitiation"
    ),
    "a medicine file cut off": Broken(
        FILE, "a brace “{” that opens here is not closed", right="by: null}", wrong="by: nu"
    ),
    "a colon in words without quotation marks": Broken(
        FILE, "a second colon stands in this value", right="by: null", wrong="by: Nurse: A. Name"
    ),
    "a brace that closes on no later line": Broken(
        FILE, "a brace “{” that opens here is not closed", right="by: null}", wrong="by: x\n y: 1}}"
    ),
}


MEDICINE = {**DURATIONS, **VALUES, **FORM}
