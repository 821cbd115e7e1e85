"""How far a page in one language stands behind its English source, decided once per page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from infosheet.content.markdown_source import Page, StringsMark
from infosheet.reading.figures import figures
from infosheet.reading.strings import Words

State = Literal["original", "fresh", "stale", "fallback"]

SOURCE_LOCALE = "en"


@dataclass(frozen=True)
class Translation:
    """The words a reader of `locale` gets for one page.

    - original: the English source page itself, or a page generated in this language;
    - fresh: made from the English of today;
    - stale: the English has changed since, but says the same figures;
    - fallback: the English page is shown, marked, because there is no translation, or because
      its figures differ from today's English.
    """

    locale: str
    state: State
    mark: StringsMark | None = None

    @property
    def words_locale(self) -> str:
        """The language that the page's words are in."""
        return SOURCE_LOCALE if self.is_fallback else self.locale

    @property
    def is_fallback(self) -> bool:
        """Whether the reader is shown English instead of their language."""
        return self.state == "fallback"

    @property
    def is_translated(self) -> bool:
        """Whether the words were translated, and so must say by whom."""
        return self.state in ("fresh", "stale")


def translation_of(
    source: Page, page: Page | None, locale: str, words: Mapping[str, Words]
) -> Translation:
    """Return what a reader of `locale` gets, given the English source and its translation.

    `words` are the strings of each language.
    """
    if locale == source.locale:
        return Translation(locale, "original")
    if page is None or page.meta.translation is None:
        return Translation(locale, "fallback")
    mark = page.meta.translation
    if mark.of == source.fingerprint:
        return Translation(locale, "fresh", mark)
    if figures(page.text, words[locale]) == figures(source.text, words[source.locale]):
        return Translation(locale, "stale", mark)
    return Translation(locale, "fallback", mark)


def translation_of_whole(
    locale: str, parts: Sequence[Translation], strings_mark: StringsMark | None
) -> Translation:
    """Return what a reader of `locale` gets for a page that is made of others.

    It claims no more than holds for each part in the language: behind if one is behind, made by a
    machine if one is, checked only if all are, and then on the earliest day. With every part in
    English it is English, whatever language its buttons speak; `strings_mark` is theirs.
    """
    shown = [part for part in parts if not part.is_fallback]
    if not shown:
        return Translation(locale, "fallback")
    state: State = "stale" if any(part.state == "stale" for part in shown) else "fresh"
    marks = [mark for mark in (*(part.mark for part in shown), strings_mark) if mark is not None]
    return Translation(locale, state, _least(marks) if marks else None)


def _least(marks: Sequence[StringsMark]) -> StringsMark:
    names = [mark.checked_by for mark in marks if mark.checked_by]
    days = [mark.checked for mark in marks if mark.checked]
    checked = len(names) == len(days) == len(marks)
    return marks[0].model_copy(
        update={
            "by": "machine" if any(mark.by == "machine" for mark in marks) else "person",
            "machine_readings": min(mark.machine_readings for mark in marks),
            "checked_by": ", ".join(dict.fromkeys(names)) if checked else None,
            "checked": min(days) if checked else None,
        }
    )
