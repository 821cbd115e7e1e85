"""The interface words of each language, and the check that no language lacks or breaks one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from infosheet.problems import Problem, did_you_mean
from infosheet.reading.yaml_reader import Document, KeyPath, Value

Words = dict[str, Value]

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9-]*)\}")
PLURAL_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})

_ENOUGH_WORDS = 5
_WORD = re.compile(r"[^\W\d_]{2,}")

# Groups whose entries a language may choose for itself.
_FREE_GROUPS = frozenset({"forbidden-words", "number-words"})
_SYNONYMS = ("search", "synonyms")
_OPTIONAL_GROUPS = frozenset({"calendar-names", "translation"})


def plural_categories(locale: str) -> frozenset[str]:
    """Return the CLDR plural categories of `locale` for whole numbers and others."""
    try:
        return frozenset({*Locale.parse(locale, sep="-").plural_form.tags, "other"})
    except (UnknownLocaleError, ValueError):
        return frozenset({"other"})


def directions(locale: str) -> tuple[str, ...]:
    """Return the directions that a language may be written in: one, where it is known."""
    try:
        return (str(Locale.parse(locale, sep="-").text_direction),)
    except (UnknownLocaleError, ValueError):
        return ("ltr", "rtl")


def is_plural(value: Value) -> bool:
    """Tell whether a value holds plural forms rather than further keys."""
    return isinstance(value, dict) and "other" in value and value.keys() <= PLURAL_CATEGORIES


def check_strings(source: Document, translated: Document, locale: str) -> list[Problem]:
    """Return every way in which `translated` does not match the keys of `source` (the English)."""
    return list(_compare(source, translated, (), source.data, translated.data, locale))


def _compare(
    source: Document, other: Document, path: KeyPath, wanted: Value, given: Value, locale: str
) -> Iterator[Problem]:
    key = ".".join(str(part) for part in path)
    line = other.line(path)
    if path and path[0] in _FREE_GROUPS:
        if isinstance(wanted, list) and not isinstance(given, list):
            yield Problem(
                other.file, line, f"“{key}” must be a list.", "Write it in brackets: [one, two]"
            )
        return
    if path == _SYNONYMS:
        yield from _check_synonyms(other, given)
    elif is_plural(wanted):
        yield from _compare_plural(source, other, path, wanted, given, locale)
    elif isinstance(wanted, dict):
        if not isinstance(given, dict):
            yield Problem(other.file, line, f"“{key}” needs the keys: {', '.join(wanted)}.")
            return
        for name in wanted.keys() - given.keys() - (_OPTIONAL_GROUPS if not path else set()):
            yield Problem(
                other.file,
                line,
                f"“{'.'.join((*map(str, path), name))}” is missing.",
                f"Translate line {source.line((*path, name))} of {source.file}.",
            )
        for name in given.keys() - wanted.keys() - (_OPTIONAL_GROUPS if not path else set()):
            yield Problem(
                other.file,
                other.line((*path, name)),
                f"“{'.'.join((*map(str, path), name))}” is not a key of {source.file}.",
                did_you_mean(name, wanted),
            )
        for name in wanted.keys() & given.keys():
            yield from _compare(source, other, (*path, name), wanted[name], given[name], locale)
    elif isinstance(wanted, list):
        if not isinstance(given, list) or not given:
            yield Problem(other.file, line, f"“{key}” must be a list.")
    elif not isinstance(given, str) or not given.strip():
        yield Problem(other.file, line, f"“{key}” must be one text, and not empty.")
    else:
        yield from _compare_placeholders(other.file, line, key, wanted, given)
        if given == wanted and other is not source and more_than_a_name(given):
            yield Problem(other.file, line, f"“{key}” stands here in English.", "Translate it.")


def more_than_a_name(text: str) -> bool:
    """Tell whether an English text is too long to be a name, or a term of both languages."""
    return len(_WORD.findall(PLACEHOLDER.sub("", text))) >= _ENOUGH_WORDS


def _check_synonyms(strings: Document, given: Value) -> Iterator[Problem]:
    if not isinstance(given, dict):
        yield Problem(
            strings.file, strings.line(_SYNONYMS),
            "Below “search.synonyms” stand words of the pages, each with others for it.",
            "Write a line such as “vaccine: [jab]” for each, or {} where there are none.",
        )  # fmt: skip
        return
    for word, others in given.items():
        if not isinstance(others, list) or not all(isinstance(each, str) for each in others):
            yield Problem(
                strings.file, strings.line((*_SYNONYMS, word)),
                f"What readers may type for “{word}” is not written as a list of words.",
                f"Put brackets around them: {word}: [one, another]",
            )  # fmt: skip


def _compare_plural(
    source: Document, other: Document, path: KeyPath, wanted: Value, given: Value, locale: str
) -> Iterator[Problem]:
    assert isinstance(wanted, dict)
    key = ".".join(str(part) for part in path)
    needed = plural_categories(locale)
    if not isinstance(given, dict):
        yield Problem(
            other.file,
            other.line(path),
            f"“{key}” needs the plural forms: {', '.join(sorted(needed))}.",
        )
        return
    for form in sorted(needed - given.keys()):
        yield Problem(
            other.file,
            other.line(path),
            f"“{key}” lacks the plural form “{form}”.",
            "Each number must be sayable: give every form this language has.",
        )
    for form in sorted(given.keys() - needed):
        yield Problem(
            other.file,
            other.line((*path, form)),
            f"“{key}” has the plural form “{form}”, which this language does not use.",
            f"Forms of this language: {', '.join(sorted(needed))}.",
        )
    model = str(wanted["other"])
    for form in sorted(given.keys() & needed):
        text = given[form]
        yield from _compare_placeholders(
            other.file, other.line((*path, form)), f"{key}.{form}", model, str(text), optional=True
        )


def _compare_placeholders(
    file: str, line: int, key: str, wanted: str, given: str, *, optional: bool = False
) -> Iterator[Problem]:
    expected = set(PLACEHOLDER.findall(wanted))
    found = set(PLACEHOLDER.findall(given))
    for name in sorted(found - expected):
        yield Problem(
            file, line, f"“{key}” names {{{name}}}, which is not filled in.",
            did_you_mean(name, expected),
        )  # fmt: skip
    for name in sorted(set() if optional else expected - found):
        yield Problem(file, line, f"“{key}” leaves out {{{name}}}.", "Keep it in the sentence.")


def fill(text: Value, **values: object) -> str:
    """Return `text` with each {name} replaced by its value; keys use “_” where names use “-”."""
    named = {name.replace("_", "-"): str(value) for name, value in values.items()}
    return PLACEHOLDER.sub(lambda match: named.get(match[1], match[0]), str(text))
