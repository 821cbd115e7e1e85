"""Every broken input that we could think of, each with what is said of it."""

from shelf.characters import CHARACTERS, ENCODINGS
from shelf.code import CODE
from shelf.contradictions import CONTRADICTIONS
from shelf.files import FILES
from shelf.first_lines import FIRST_LINES
from shelf.languages import LANGUAGES
from shelf.links import LINKS
from shelf.lists import HARD_WORDS, WORDING, YAML
from shelf.medicine import MEDICINE
from shelf.parts import PARTS
from shelf.reviews import REVIEWS
from shelf.settings import SETTINGS
from shelf.slips import SLIPS

SHELF = {
    f"{kind}: {name}": broken
    for kind, group in {
        "file": ENCODINGS,
        "characters": CHARACTERS,
        "first lines": FIRST_LINES,
        "code": CODE,
        "link": LINKS,
        "part": PARTS,
        "slip": SLIPS,
        "YAML": YAML,
        "strings": WORDING,
        "hard words": HARD_WORDS,
        "medicine": {**MEDICINE, **CONTRADICTIONS, **REVIEWS},
        "settings": {**SETTINGS, **LANGUAGES},
        "tree": FILES,
    }.items()
    for name, broken in group.items()
}
