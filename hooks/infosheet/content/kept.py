"""Keep what was made of inputs that are still the same, for a process that checks again and again.

The preview reads and checks the content after each edit, when all files but one are as they were.
A result is kept together with the inputs it was made from, and given again only for the same ones:
there is no rule to forget about when it is out of date.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple, cast

Inputs = TypeVarTuple("Inputs")
Result = TypeVar("Result")

# Small enough to be compared by what they say. All else is the same only if it is one object, as
# a page is that comes from here itself: two dictionaries may be equal and yet in another order.
_PLAIN = (str, bytes, tuple, frozenset)


class Kept:
    """The last result of each function about each thing, with the inputs it was made from."""

    def __init__(self) -> None:
        self._last: dict[tuple[object, str], tuple[tuple[object, ...], object]] = {}

    def result(self, of: Callable[[*Inputs], Result], about: str, *inputs: *Inputs) -> Result:
        """Return `of(*inputs)`: as it was last time, if the inputs were the same.

        `of` must look at nothing but its inputs, and nobody may change what it returns. `about`,
        the name of a file as a rule, only says which result is replaced by this one.
        """
        last = self._last.get((of, about))
        if last is not None and all(map(_same, last[0], inputs)):
            return cast(Result, last[1])
        result = of(*inputs)
        self._last[of, about] = inputs, result
        return result


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, _PLAIN) and one == other)
