"""A ladder: rungs in an order, bottom first, and how they match other ladders' rungs."""

from collections import Counter
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, StrictBool, model_validator

from ladder_check.errors import UnknownName, unknown_name
from ladder_check.model.base import FormatOne, Text, Value, refuse


class Source(Value):
    """Where something comes from."""

    name: Text
    link: Text | None = None


class Rung(Value):
    """One place on a ladder.  Rungs are numbered by their place, from 1 at the bottom."""

    id: Text
    name: Text
    means: Text
    test: Text


class Band(Value):
    """Neighbouring rungs under one plain name, such as 'some say'."""

    id: Text
    name: Text
    rungs: tuple[int, ...]


class Match(Value):
    """A rung and the rung of another ladder that it is nearest to; *about* marks a loose match."""

    from_: Annotated[Text, Field(alias="from")]
    to: Text
    about: StrictBool = False


class Ladder(Value):
    """An ordered scale.  Rungs are ordinal: they may be compared, never added."""

    format: FormatOne
    id: Text
    title: Text
    source: Source
    note: Text | None = None
    lowest_ceiling: Text
    bands: tuple[Band, ...] = ()
    rungs: tuple[Rung, ...]
    crosswalk: dict[str, tuple[Match, ...]] = {}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rungs, bottom first."""
        return tuple(rung.id for rung in self.rungs)

    @property
    def top(self) -> int:
        """The number of the highest rung."""
        return len(self.rungs)

    def number(self, rung_id: str) -> int:
        """The place of the rung called *rung_id*, from 1.

        Raises:
            UnknownName: no rung is called that.
        """
        if rung_id not in self.ids:
            raise UnknownName("rung", rung_id, self.ids)
        return self.ids.index(rung_id) + 1

    def rung(self, number: int) -> Rung:
        """The rung at place *number*, from 1."""
        return self.rungs[number - 1]

    def called(self, number: int) -> str:
        """What to call rung *number* without saying that anybody is harmed: the bottom has no name then."""
        return self.rung(number).name if number > 1 else "the bottom of the ladder"

    def band(self, number: int) -> Band | None:
        """The band that rung *number* lies in, if the ladder has bands."""
        return next((band for band in self.bands if number in band.rungs), None)

    @model_validator(mode="after")
    def _rungs_have_their_own_ids(self) -> Self:
        repeated = [name for name, n in Counter(self.ids).items() if n > 1]
        if repeated:
            refuse("repeated_rung", f"Two rungs are called {repeated[0]!r}. Each needs an id of its own.")
        return self

    @model_validator(mode="after")
    def _names_only_its_own_rungs(self) -> Self:
        named = [self.lowest_ceiling, *(m.from_ for matches in self.crosswalk.values() for m in matches)]
        for name in named:
            if name not in self.ids:
                refuse("unknown_rung", unknown_name("rung", name, self.ids))
        for band in self.bands:
            if any(not 1 <= n <= self.top for n in band.rungs):
                refuse("band", f"Band {band.id!r} has a rung outside 1 to {self.top}.")
        return self
