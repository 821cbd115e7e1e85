"""Languages made of the English strings, for tests of other scripts and directions.

Each Latin letter becomes a letter of the other script, so that every key is there, sentences keep
their length, placeholders stay, and English left over would stand out.
"""

from __future__ import annotations

import re
from typing import Any

SCRIPTS = {
    "ur": ("rtl", "ابپتٹثجچحخدڈذرڑزژسشصضطظعغف"),
    "pa": ("ltr", "ਅਬਚਦਏਫਗਹਇਜਕਲਮਨਓਪਖਰਸਤਉਵੜਣਯਜ"),
}


def invented_words(english: dict[str, Any], locale: str) -> dict[str, Any]:
    """Return the English strings written in the letters of `locale`."""
    direction, letters = SCRIPTS[locale]

    def letter(match: re.Match[str]) -> str:
        return match[0] if match[0].startswith("{") else letters[ord(match[0].lower()) - 97]

    def written(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: written(item) for key, item in value.items()}
        if isinstance(value, list):
            return [written(item) for item in value]
        return re.sub(r"\{[\w-]+\}|[A-Za-z]", letter, value)

    return {**written(english), "direction": direction}
