"""Broken lists of strings and of hard words."""

from shelf.broken import Broken

STRINGS = "docs/en/strings.yml"
SPANISH = "docs/es/strings.yml"
WORDS = "docs/en/glossary.yml"
SPANISH_WORDS = "docs/es/glossary.yml"


def menu(says: str, wrong: str, mend: str = "", others: int = 0) -> Broken:
    """The Spanish string for “Menu” is something else."""
    return Broken(SPANISH, says, mend, right="menu: Menú", wrong=wrong, others=others)


def meaning(says: str, wrong: str, mend: str = "") -> Broken:
    """The meaning of MRI is something else."""
    right = "A scan that makes pictures."
    return Broken(WORDS, says, mend, right=right, wrong=wrong)


YAML = {
    "a key twice": Broken(
        SPANISH,
        "“skip” stands here a second time; the first is on line 5",
        "Keep one of them",
        right="menu: Menú",
        wrong="skip: Menú",
    ),
    "two versions that Git put side by side": Broken(
        SPANISH,
        "Two versions of these lines stand here",
        "Keep the right words",
        right="  menu: Menú",
        wrong="<<<<<<< HEAD\n  menu: Menú\n=======\n  menu: Carta\n>>>>>>> a-branch",
    ),
    "a tab": menu("holds a tab", "\tmenu: Menú", "Indent with spaces"),
    "a tab before a comment": menu("holds a tab", "menu: Menú\t# words"),
    "an alias": menu("“*skip” points to another place", "menu: *skip", "Write the value out"),
    "an anchor": menu("“&skip” names this place", "menu: &skip Menú", "Take it out"),
    "an alias bomb": Broken(
        SPANISH,
        "points to another place in the file",
        "Write the value out",
        content="a: &a [x, x]\n"
        + "".join(
            f"{after}: &{after} [{', '.join(['*' + before] * 9)}]\n"
            for before, after in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        line=2,
        others=16,
    ),
    "a merge": menu("“*site” points", "<<: *site"),
    "a tag that runs Python": menu(
        "“!!python/object/apply:os.system” is an instruction",
        "menu: !!python/object/apply:os.system [id]",
        "put them in quotation marks",
    ),
    "a tag that names a Python function": menu("an instruction", "menu: !!python/name:os.system"),
    "a tag of a kind": menu("“!!str” is an instruction", "menu: !!str Menú"),
    "a tag of the settings": menu("“!ENV” is an instruction", "menu: !ENV HOME"),
    "a tag that takes in a file": menu("“!include” is an instruction", "menu: !include x.yml"),
    "a hidden character spelt out": menu("turns the order", 'menu: "\\u202eMenú"', "Delete it"),
    "a zero spelt out": menu("U+0000", 'menu: "\\0Menú"'),
    "half a character spelt out": menu("U+D800", 'menu: "\\ud800"'),
    "a colon too many": menu("a second colon stands in this value", "menu: Menú: sí", "quotation"),
    "a colon too few": Broken(
        SPANISH,
        "a colon is missing after a key",
        "each key needs “:”",
        right="menu: Menú",
        wrong="menu Menú",
        line=7,
    ),
    "a quotation mark too few": Broken(
        SPANISH,
        "does not continue the list above it",
        "close a quotation mark above",
        right="menu: Menú",
        wrong='menu: "Menú',
        line=7,
    ),
    "a bracket too few": menu("a bracket “[” that opens here is not closed", "menu: [Menú"),
    "a brace too few": menu("a brace “{” that opens here is not closed", "menu: {a: b"),
    "another indentation": Broken(
        SPANISH,
        "does not continue the list above it",
        "begin as far in",
        right="  menu: Menú",
        wrong=" menu: Menú",
    ),
    "a character that begins no value": menu("cannot begin with", "menu: %Menú", "in quotation"),
    "an unknown version of YAML": Broken(
        SPANISH, "incompatible YAML document", content="%YAML 9.9\n---\na: b\n", line=1
    ),
    "a second part": Broken(
        SPANISH, "this belongs to no key", right="menu: Menú", wrong="menu: Menú\n---", line=11
    ),
    "100,000 brackets": Broken(
        SPANISH, "more than 20 lists, one inside the other", content="a: " + "[" * 100_000, line=1
    ),
    "1,000 levels of keys": Broken(
        SPANISH,
        "more than 20 lists",
        content="".join(f"{' ' * level}a:\n" for level in range(700)),
        line=21,
    ),
    "a key that is a list": menu("is not a word", "? [a, b]\n  : Menú"),
    "a key that is nothing": menu("is not a word", '"": Menú'),
    "a list of words for the whole file": Broken(
        SPANISH,
        "must be a list of keys with values",
        "such as “title: …”",
        content="- a\n- b\n",
        line=1,
    ),
    "a file of one word": Broken(SPANISH, "must be a list of keys", content="hola\n", line=1),
    "strings saved as UTF-16": Broken(
        SPANISH, "saved as UTF-16", "UTF-8", content="a: b\n".encode("utf-16"), line=1
    ),
    "strings of 10 MB": Broken(SPANISH, "10.0 MB long", content="a: b\n" * 2_000_000),
    "strings that hold NUL": menu("U+0000", "menu: Me\0nú"),
}

WORDING = {
    "a string that is missing": Broken(
        SPANISH,
        "“site.menu” is missing",
        "Translate line",
        right="menu: Menú\n",
        wrong="\n",
        line=4,
    ),
    "a string that English does not have": Broken(
        SPANISH,
        "“site.menus” is not a key of docs/en/strings.yml",
        "Did you mean “menu”?",
        right="menu: Menú",
        wrong="menu: Menú\n  menus: x",
        line=7,
    ),
    "an empty string": menu("“site.menu” must be one text, and not empty", "menu:"),
    "a list for a string": menu("must be one text", "menu: [Menú]"),
    "keys for a string": menu("must be one text", "menu: {a: b}"),
    "a string left in English": Broken(
        SPANISH,
        "“site.skip” stands here in English",
        "Translate it",
        right="Ir al texto principal",
        wrong="Skip to the main text",
    ),
    "an empty list of strings": Broken(
        SPANISH,
        "Nothing stands here",
        content="",
        line=1,
    ),
    "a string for keys": Broken(
        SPANISH,
        "needs the keys",
        right="vaccines:\n  names:\n    mmr: Sarampión, paperas y rubeola",
        wrong="vaccines: x",
    ),
    "a name left out": Broken(
        SPANISH,
        "“site.version” leaves out {date}",
        "Keep it",
        right="Versión del {date}.",
        wrong="Versión.",
    ),
    "a name misspelt": Broken(
        SPANISH,
        "names {dat}, which is not filled in",
        "Did you mean “date”?",
        right="{date}",
        wrong="{dat}",
        others=1,
    ),
    "a plural form that is missing": Broken(
        SPANISH, "lacks the plural form “many”", right='many: "{count} de páginas", ', wrong=""
    ),
    "a plural form that the language does not have": Broken(
        SPANISH, "has the plural form “few”", right="{one:", wrong="{few: x, one:"
    ),
    "a direction that is none": Broken(
        SPANISH,
        "“direction” is “up”, but ltr is expected",
        right="direction: ltr",
        wrong="direction: up",
    ),
    "a direction that the language does not have": Broken(
        SPANISH, "“direction” is “rtl”, but ltr", right="direction: ltr", wrong="direction: rtl"
    ),
    "forbidden words that are no list": Broken(
        SPANISH,
        "“forbidden-words” must be a list",
        "in brackets",
        right="[seguro]",
        wrong="seguro",
    ),
    "a string that a number sign cuts off": menu(
        "“#1” and what follows", "menu: Menú #1", "in quot"
    ),
    "a translation that nobody made": Broken(
        SPANISH, "“by” is missing", right="{by: machine}", wrong="{}"
    ),
    "English that lost a string": Broken(
        SPANISH,
        "“site.menu” is not a key of docs/en/strings.yml",
        line=6,
        by_hand=lambda root: _without_menu(root / STRINGS),
    ),
    "a script in a string": menu("“<script” begins a piece of HTML", "menu: <script>x</script>"),
    "an element in a string": menu("“<b”", "menu: <b>Menú", "Write it in Markdown"),
    "an action in a string": menu("“onclick=” begins a piece of code", "menu: 'x\" onclick=y'"),
    "a style in a string": menu("“style=” begins", "menu: 'x\" style=y'"),
    "a script's address in a string": menu("“javascript:” begins", "menu: javascript:x"),
    "a script's address in spaces": menu("begins a piece of code", "menu: 'JavaScript : x'"),
    "data in a string": menu("“data:text/” begins", "menu: data:text/html,x"),
    "a link in a string": menu("does not begin with https", "menu: '[a](javascript:x)'", others=1),
    "a picture in a string": menu("Pictures cannot", "menu: '![a](x.png)'"),
    "a placeholder in a string": menu("A brace stands here that holds no name", "menu: '{{ x }}'"),
    "attributes in a string": menu("A brace stands here", "menu: 'Menú {: .x}'"),
    "a template's instruction in a string": menu("A brace stands here", "menu: '{% x %}'"),
    "a character in numbers in a string": menu("stands for another", "menu: '&#60;script>'"),
    "a key that closes a quotation": Broken(
        SPANISH,
        "cannot be a key",
        "letters, digits and hyphens",
        right="menu: Menú",
        wrong="menu: Menú\n  '\" onload=x': y",
        line=7,
        others=1,
    ),
    "a zero width space in a string": menu("zero width space", "menu: Me\u200bnú"),
    "a right-to-left override in a comment": menu("turns the order", "menu: Menú # \u202e"),
    "a Cyrillic letter in a string": menu("only looks like a Latin letter", "menu: Мenú"),
    "a forbidden word in a string": Broken(
        STRINGS, "“safe” in “site.menu” is a forbidden word", right="menu: Menu", wrong="menu: safe"
    ),
    "a vaccine without a name": Broken(
        SPANISH,
        "has no “mmr”",
        "Add a line “mmr: …”",
        right="    mmr:",
        wrong="    mumps:",
        others=2,
        line=16,
    ),
}

HARD_WORDS = {
    "a word without a meaning": Broken(
        WORDS,
        "“meaning” is missing",
        right="\n  meaning: A scan that makes pictures.",
        wrong="",
        line=5,
    ),
    "a word of nothing": Broken(
        SPANISH_WORDS, "some words are expected", right="term: brote", wrong="term:"
    ),
    "a meaning of several": meaning("expected a single value", "[a, b]"),
    "an unknown key of a word": Broken(
        WORDS, "“from” is not a key", "Did you mean “forms”?", right="forms:", wrong="from:"
    ),
    "forms that are no list": Broken(
        WORDS, "expected a list", right="[relapses]", wrong="relapses"
    ),
    "a word that is one text": Broken(
        WORDS, "“term” is missing", content="relapse: a time\n", line=1, others=1
    ),
    "a word that English does not explain": Broken(
        SPANISH_WORDS,
        "“brote” is not a word of docs/en/glossary.yml",
        right="relapse:",
        wrong="brote:",
        others=1,
    ),
    "a word that is not translated": Broken(
        SPANISH_WORDS,
        "“mri” is not explained here",
        "Translate line 5",
        content="relapse: {term: brote, meaning: Un tiempo.}\n",
    ),
    "a frame in a meaning": meaning("“<iframe”", "<iframe src=//x.example>"),
    "a link that runs in a meaning": meaning("“vbscript:” begins", "vbscript:x"),
    "a soft hyphen in a meaning": meaning("soft hyphen", "A sc\u00adan"),
    "a key that is no name": Broken(
        WORDS, "“m r i” cannot be a key", right="mri:", wrong="m r i:", others=2
    ),
    "hard words cut off": Broken(
        WORDS, "not closed", right="[relapses]", wrong="[relapses", line=3
    ),
}


def _without_menu(path):  # type: ignore[no-untyped-def]
    path.write_text(path.read_text(encoding="utf-8").replace("  menu: Menu\n", ""), "utf-8")
