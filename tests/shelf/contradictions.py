"""Broken medicine files: values that are in order, and contradict or repeat each other."""

from pathlib import Path

from shelf.broken import Broken
from shelf.medicine import FILE


def _copied(root: Path) -> None:
    text = (root / FILE).read_text(encoding="utf-8")
    facts = text[text.index("facts:") : text.index("names:")]
    (root / "medicines/other.yml").write_text(text.replace(facts, ""), encoding="utf-8")


CONTRADICTIONS = {
    "an end before the beginning": Broken(
        FILE,
        "“until” is not after “from”",
        right="every: P1M,",
        wrong="every: P1M, until: P2W,",
        line=7,
    ),
    "an end before the second dose": Broken(
        FILE,
        "“until” is P5W, which is before the second of the doses that begin at P4W",
        "counted from the very first dose",
        right="every: P1M,",
        wrong="every: P1M, until: P5W,",
    ),
    "doses that go on before those of the beginning are over": Broken(
        FILE,
        "“from” is P1W, but the doses of “initiation” go on until P2W",
        "counted from the very first dose",
        right="from: P4W",
        wrong="from: P1W",
    ),
    "the usual interval offered once more": Broken(
        FILE,
        "“P1M” is as long as “P1M”, which stands in “every”",
        "Take it out",
        right="also-offered: [P4W]",
        wrong="also-offered: [P4W, P1M]",
    ),
    "an interval offered twice, in other units": Broken(
        FILE,
        "“P28D” is as long as “P4W”, which stands here already",
        "Take it out",
        right="also-offered: [P4W]",
        wrong="also-offered: [P4W, P28D]",
    ),
    "a distance of 0": Broken(
        FILE,
        "“live-vaccine” keeps a distance of 0",
        "such as P4W",
        right="gap: P4W",
        wrong="gap: P0W",
    ),
    "a vaccine under a rule that counts from the last dose": Broken(
        FILE,
        "Vaccines fall under “after-all”, which counts from the last dose",
        "before: first-dose",
        right="""\
  live-vaccine: {gap: P4W, before: first-dose, source: S}

vaccines:
  - {id: mmr, ask-team: yes}
""",
        wrong="""\
  after-all: {gap: P4W, after: last-dose, source: S}

vaccines:
  - {id: mmr, rule: after-all}
""",
        line=11,
    ),
    "a rule of vaccines that the tool has no words for": Broken(
        FILE,
        "The vaccination tool has no words for the rule “live-vaccine”",
        "under “vaccination-timing.rules” in docs/en/strings.yml",
        right="ask-team: yes",
        wrong="rule: live-vaccine",
        line=11,
    ),
    "a name that is a figure": Broken(
        FILE, "“2” is a figure and no name", "under “facts”", right="[CD20]", wrong='[CD20, "2"]'
    ),
    "a name that is an amount": Broken(
        FILE, "“4 weeks” is a figure", "Take it out", right="[CD20]", wrong="[CD20, 4 weeks]"
    ),
    "a name that is not that of the pages": Broken(
        FILE,
        "“name” is “Inventul”, but the English pages say “Inventol”",
        "Write it the same",
        right="name: Inventol\n",
        wrong="name: Inventul\n",
    ),
    "a medicine twice": Broken(
        "medicines/other.yml",
        "The medicine in medicines/inventol.yml is called “Inventol” too",
        "Correct the name",
        by_hand=lambda root: _copied(root),
        line=1,
        others=1,
    ),
}
