"""Broken settings of the site: its languages, and the plugin that builds them."""

from shelf.broken import Broken
from shelf.settings import FILE

SPANISH = "{locale: es, name: Español, build: true}"


def language(says: str, wrong: str, mend: str = "", others: int = 0) -> Broken:
    """The block of Spanish is something else."""
    return Broken(FILE, says, mend, right=SPANISH, wrong=wrong, others=others)


LANGUAGES = {
    "an unknown language": language(
        "“fr” has no file docs/fr/strings.yml",
        SPANISH.replace("es", "fr"),
        "copy docs/en/strings.yml",
    ),
    "a code that no language has": language(
        "“espanol” is no code of a language",
        "{locale: espanol, name: Español}",
        "locale: cy",
        others=1,
    ),
    "a code that leads out of the folder": language(
        "is no code of a language", "{locale: ../../etc, name: Español}", others=1
    ),
    "a language without a name": language("has no name", "{locale: es}", others=1),
    "a misspelt key of a language": language(
        "“nam” is not known of a language",
        "{locale: es, nam: Español, name: Español}",
        "Did you mean “name”?",
        others=1,
    ),
    "two languages to begin with": language(
        "belongs to en, and to no other", "{locale: es, name: Español, default: true}"
    ),
    "a language that is not built": language(
        "The site would be without “es”", SPANISH.replace("true", "false"), "docs/es/"
    ),
    "a second language to begin with, in other words": language(
        "belongs to en, and to no other", "{locale: es, name: Español, default: Yes}"
    ),
    "two languages of one name": language(
        "Another language is called “English” already",
        "{locale: es, name: English}",
        "by the names",
    ),
    "a language twice": Broken(
        FILE,
        "“es” stands here a second time",
        "Keep one",
        right=SPANISH,
        wrong=f"{SPANISH}\n        - {SPANISH}",
        line=33,
    ),
    "no English": Broken(
        FILE,
        "There is no English",
        right="{locale: en, name: English, build: true, default: true}",
        wrong="{locale: es, name: English, build: true, default: true}",
        line=26,
        others=2,
    ),
    "no languages": Broken(
        FILE,
        "There is no English",
        right="      languages:",
        wrong="      langs:",
        line=26,
        others=1,
    ),
    "a plugin of languages that looks elsewhere": Broken(
        FILE,
        "“docs_structure” is “suffix”, but folder is expected",
        right="docs_structure: folder",
        wrong="docs_structure: suffix",
    ),
    "a plugin of languages that builds only one": Broken(
        FILE,
        "without its other languages",
        "make build LANGUAGE=pl",
        right="docs_structure: folder",
        wrong="build_only_locale: es",
    ),
}
