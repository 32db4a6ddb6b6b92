"""What a person did that we cannot go on from, said so that they can."""

from collections.abc import Iterable
from difflib import get_close_matches


class LadderCheckError(Exception):
    """Something a person can put right: a file, a flag or a name.  Its text is for them."""


class UnknownName(LadderCheckError):
    """A name that is not among those we know.

    >>> print(UnknownName("rung", "enagement", ["engagement", "co-design"]))
    There is no rung called 'enagement'. Did you mean 'engagement'? Known: engagement, co-design.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        super().__init__(unknown_name(kind, name, self.known))


def unknown_name(kind: str, name: str, known: Iterable[str]) -> str:
    """The sentence that says *name* is not known, with the nearest of the *known* names."""
    known = tuple(known)
    near = nearest(name, known)
    hint = f" Did you mean {near!r}?" if near else ""
    # What is known may have been typed too: it stays on one line.
    names = " ".join(", ".join(known).split()) or "none"
    return f"There is no {kind} called {name!r}.{hint} Known: {names}."


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like *name*, or None if none is close."""
    return next(iter(_neighbours(name, known, 0.6)), None)


def sole_neighbour(name: str, known: Iterable[str]) -> str | None:
    """The known name that *name* must be a slip of: the only one that is very like it.

    >>> sole_neighbour("titel", ["title", "items"]), sole_neighbour("part", ["parts", "party"])
    ('title', None)
    """
    close = _neighbours(name, known, 0.75)
    return close[0] if len(close) == 1 else None


def _neighbours(name: str, known: Iterable[str], likeness: float) -> list[str]:
    by_folded = {k.casefold().replace("_", "-"): k for k in known}
    close = get_close_matches(name.casefold().replace("_", "-"), by_folded, n=2, cutoff=likeness)
    return [by_folded[each] for each in close]
