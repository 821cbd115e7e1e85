"""Begin a new language: its strings, made from the English, and its line in mkdocs.yml.

What is known of the language without a translator is filled in from the Unicode data: its own name,
which way it is written, and the plural forms that its numbers need.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import yaml
from babel import Locale, UnknownLocaleError, localedata

from infosheet.content.project import Project
from infosheet.content.settings import SETTINGS
from infosheet.content.source_tree import DOCS
from infosheet.content.translation import SOURCE_LOCALE
from infosheet.problems import did_you_mean
from infosheet.reading.strings import PLURAL_CATEGORIES, plural_categories
from infosheet.upkeep.scaffold import (
    RefusedError,
    Scaffold,
    check_name,
    same_but_for_case,
    settings_text,
)
from infosheet.upkeep.settings_lines import language_lines, with_language

_CODE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_CALL = "make language CODE=gu"
_NAME_MARKS = " -’()（）"
_ENGLISH = Locale(SOURCE_LOCALE)

_HEADER = """\
# Every word of the site that is not on a page of its own, in {english}; the model is {model}.
# A name in {{braces}} is filled in by the site and must stay as it is.
# Behind each mark stands the English: put the translation in the place of both.

# Who made these words, and who has checked them: “by” is machine or person, “machine-readings”
# counts how often a machine has read them over, and the rest is filled in by whoever checks them.
# TODO write here who translates these words, and take this line away
translation: {{by: person, machine-readings: 0, checked-by: null, checked: null}}
"""


def new_language(project: Project, code: str, name: str) -> Scaffold:
    """Return what a language begins with, given its code and perhaps its own name.

    Raises RefusedError.
    """
    code = code.strip()
    locale = _locale(code, project)
    name = " ".join(name.split()) or _own_name(locale)
    check_name(name, _NAME_MARKS, f'{_CALL} NAME="ગુજરાતી"')
    model = f"{DOCS}/{SOURCE_LOCALE}/strings.yml"
    if model in project.unread or SOURCE_LOCALE not in project.languages:
        raise RefusedError(f"{model} has a mistake.", "Mend it first: make check names it.")
    english = (project.root / model).read_text(encoding="utf-8-sig")
    file = f"{DOCS}/{code}/strings.yml"
    settings = with_language(settings_text(project), code, name)
    if settings is None:
        raise RefusedError(
            f"The languages in {SETTINGS} are not written as they were when this was made, "
            "so nothing was changed.",
            "Add this line under “languages” by hand, and copy "
            f"{model} to {file}:\n      {language_lines(code, name)[0]}",
        )
    return Scaffold(
        {file: _strings(english, code, locale, model)}, settings,
        f"{name} under “languages”, written from {_side(locale)}", _next_steps(code, file),
    )  # fmt: skip


def _locale(code: str, project: Project) -> Locale:
    """Return what is known of the language, or raise RefusedError."""
    if not code:
        raise RefusedError("No language is named.", f"Give its code: {_CALL}")
    taken = {language.name: locale for locale, language in project.languages.items()}
    beside = [path.name for path in sorted((project.root / DOCS).glob("*"))]
    if same := same_but_for_case(code, [*taken.values(), *beside]):
        raise RefusedError(
            f"There is a folder {DOCS}/{same} already.",
            "Translate what is there; or delete the folder and run this again.",
        )
    pages = (project.root / DOCS / SOURCE_LOCALE).glob("*")
    if same := same_but_for_case(code, [path.name.partition(".")[0] for path in pages]):
        raise RefusedError(
            f"The English page {same} has the address that this language would have.",
            f"Move {DOCS}/{SOURCE_LOCALE}/{same} away first.",
        )
    if _CODE.fullmatch(code) and yaml.safe_load(code) != code:
        raise RefusedError(
            f"“{code}” would be read as yes or no in {SETTINGS}, and not as a code.",
            "Norwegian is written with nb or nn.",
        )
    try:
        if _CODE.fullmatch(code):
            return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        pass
    raise RefusedError(f"“{code[:40]}” is no code of a language that is known.", _meant(code))


def _meant(code: str) -> str:
    """Return which code may be meant by one that is not known, or by a language's name."""
    known = {
        each: str(name)
        for each, name in _ENGLISH.languages.items()
        if len(each) == 2 and localedata.exists(each)
    }
    named = [each for each, name in known.items() if name.casefold() == code.casefold()]
    if named:
        return f"Did you mean {named[0]} ({known[named[0]]})?"
    if (parsed := code.replace("_", "-").casefold()) != code and _CODE.fullmatch(parsed):
        return did_you_mean(parsed, known)
    return f"Codes are those of ISO 639, with 2 small letters. {did_you_mean(code, known)}"


def _own_name(locale: Locale) -> str:
    name = str(locale.get_display_name())
    return name[:1].upper() + name[1:]


def _side(locale: Locale) -> str:
    return "right to left" if locale.text_direction == "rtl" else "left to right"


def _strings(english: str, code: str, locale: Locale, model: str) -> str:
    """Return the English strings with each text marked, and what is known filled in."""
    header = _HEADER.format(english=locale.english_name, model=model)
    body = re.sub(r"\A(?:#.*\n)+", "", english)
    root = yaml.compose(body, Loader=yaml.SafeLoader)
    assert root is not None  # it has been read before
    parts, end = list[str](), 0
    for start, stop, text in sorted(_replaced(root, (), code, locale)):
        # What begins empty stands beside its key, and not below.
        kept = body[end:start].rstrip() + " " if text == _NO_SYNONYMS else body[end:start]
        parts += [kept, text]
        end = stop
    return "".join([header, *parts, body[end:], *_calendar_names(locale)])


def _replaced(
    node: yaml.Node, path: tuple[str, ...], code: str, locale: Locale
) -> Iterator[tuple[int, int, str]]:
    """Yield where a text of the English begins and ends, and what stands there instead."""
    if path == ("direction",):
        yield node.start_mark.index, node.end_mark.index, str(locale.text_direction)
    elif path == ("search", "synonyms"):
        last = node.value[-1][1] if isinstance(node, yaml.MappingNode) and node.value else node
        yield node.start_mark.index, last.end_mark.index, _NO_SYNONYMS
    elif isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index, _marked(node.value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _replaced(item, path, code, locale)
    elif isinstance(node, yaml.MappingNode):
        values = {key.value: value for key, value in node.value}
        if "other" in values and values.keys() <= PLURAL_CATEGORIES:
            last = node if node.flow_style else node.value[-1][1]
            forms = (
                f"{form}: {_marked(values.get(form, values['other']).value)}"
                for form in sorted(plural_categories(code), key=_ORDER.index)
            )
            yield node.start_mark.index, last.end_mark.index, f"{{{', '.join(forms)}}}"
        else:
            for key, value in values.items():
                yield from _replaced(value, (*path, key), code, locale)


# Words for words of this language’s pages: those of the English would not be theirs.
_NO_SYNONYMS = "{}   # none yet; in the place of {}, lines below this one such as “vaccine: [jab]”"
_ORDER = ("zero", "one", "two", "few", "many", "other")


def _marked(text: str) -> str:
    return json.dumps(f"TODO {text}", ensure_ascii=False) if text.strip() else '""'


def _calendar_names(locale: Locale) -> Iterator[str]:
    """Yield the group of names of months and weekdays, where the Unicode data has none."""
    if not str(locale.months["format"]["wide"][1]).startswith("M0"):
        return
    yield "\n# The Unicode data does not know the names of months and weekdays in this language.\n"
    yield "calendar-names:\n"
    for key, names in (
        ("months", _ENGLISH.months["format"]["wide"]),
        ("weekdays", _ENGLISH.days["format"]["wide"]),
    ):
        yield f"  {key}:\n"
        yield from (f"    - {_marked(names[number])}\n" for number in sorted(names))


def _next_steps(code: str, file: str) -> tuple[str, ...]:
    return (
        "Every page is there in this language already, in English and marked as such. make serve",
        "shows them and lists what is left; make build publishes nothing while a mark stands.",
        f"1. Translate {file}: it holds the words of buttons, messages and tools.",
        f"2. Then copy pages, one after the other, from {DOCS}/{SOURCE_LOCALE}/ to the same path",
        f"   below {DOCS}/{code}/, translate them, and run",
        f"   make fresh PAGE={DOCS}/{code}/index.md BY=person (or BY=machine).",
        f"3. When you like, explain hard words in {DOCS}/{code}/glossary.yml, as the English does.",
    )
