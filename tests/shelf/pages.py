"""The pages of the small project that the shelf breaks, and the usual ways of doing so."""

from shelf.broken import Broken

HOME = "docs/en/index.md"
PAGE = "docs/en/inventol/problems.md"
INVENTOL = "docs/en/inventol/index.md"

# The beginning of a page, for those that are broken as a whole.
BODY = "# Problems {#problems}\n\n## A missed dose {#missed}\n\nCall your MS team.\n"


def word(said: str, wrong: str, mend: str = "", others: int = 0) -> Broken:
    """A page in whose sentence about the pen “the pen” is something else."""
    return Broken(PAGE, said, mend, right="the pen", wrong=wrong, others=others)


def line(said: str, wrong: str, mend: str = "", others: int = 0) -> Broken:
    """A page on which “Call your MS team.”, a line of its own, is something else."""
    return Broken(PAGE, said, mend, right="Call your MS team.", wrong=wrong, others=others)
