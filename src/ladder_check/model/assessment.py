"""An assessment: what is committed.  Counts and roles, never people."""

import re
from functools import cache, cached_property
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BeforeValidator, Field, StrictBool

from ladder_check.model.action import Action, Why
from ladder_check.model.answer import Answers, AnyVoice, Heads, Perspective
from ladder_check.model.base import Day, FormatOne, Text, Value, no_entries, one_of, refuse
from ladder_check.model.ceiling import Ceiling

AtLevel = Literal["strategic", "service", "individual"]
LIVED_FEW: Final = 3


class Attendance(Value):
    """How many of a perspective were there, and how many were invited."""

    there: Heads
    invited: Heads | None = None


def _not_a_bare_number(value: Any) -> Any:
    if type(value) is int:
        refuse("attendance", f"{value} alone does not say what it counts. Write {{there: {value}}}.")
    return value


Present = Annotated[Attendance | None, BeforeValidator(_not_a_bare_number)]


class TookPart(Value):
    """Who took part, by perspective."""

    people: Present = None
    carers: Present = None
    frontline: Present = None
    leaders: Present = None
    partners: Present = None

    def there(self, *perspectives: Perspective) -> int:
        """How many people of the *perspectives* were there, together."""
        groups = (getattr(self, perspective) for perspective in perspectives)
        return sum(group.there for group in groups if group is not None)


def _not_a_number(value: Any) -> Any:
    if not isinstance(value, str):
        refuse("rung_id", f"{value!r} is not the id of a rung. Write its id, such as co-design.")
    return value


RungId = Annotated[Text, BeforeValidator(_not_a_number)]


class AgreedClaim(Value):
    """The rung that a whole room agreed on when it had talked, beside the claims: it counts for nothing.

    *rung* is the id of a rung, or not-sure.  *minority* says what those said who did not agree.
    """

    rung: RungId
    minority: Text | None = None


class AspectNotes(Value):
    """What is said of a whole aspect: the claims, the ceiling, or why it is left out."""

    claimed: dict[AnyVoice, RungId] = no_entries()
    claim_agreed: AgreedClaim | None = None
    ceiling: Ceiling | None = None
    led_by_people: StrictBool = False
    left_out: Text | None = None


class Waiver(Value):
    """A rule that is set aside for a time, with a reason."""

    rule: Text
    until: Day
    reason: Text
    by: Text | None = None


_VERSION: Final = re.compile(r"\d{1,6}\.\d{1,6}\.\d{1,6}", re.ASCII)


def _version(value: Any) -> Any:
    if isinstance(value, str) and _VERSION.fullmatch(value):
        return value
    return refuse("version", f"{value!r} is not a version. Write three numbers, such as 1.0.0.")


Version = Annotated[str, BeforeValidator(_version)]


class Assessment(Value):
    """One assessment file."""

    format: FormatOne
    title: Text
    organisation: Text | None = None
    work: Text | None = None
    at_level: Annotated[AtLevel | None, BeforeValidator(one_of("level of work", get_args(AtLevel)))] = None
    assessed_on: Day
    banks: dict[str, Version] = no_entries()
    took_part: TookPart = TookPart()
    missing_voices: tuple[Text, ...] = ()
    aspects: dict[str, AspectNotes] = no_entries()
    answers: dict[str, dict[str, Answers]] = no_entries()
    parked: dict[str, dict[str, Answers]] = no_entries()
    whys: tuple[Why, ...] = ()
    actions: tuple[Action, ...] = ()
    waive: Annotated[tuple[Waiver, ...], Field(description="rules set aside for a time")] = ()

    def answers_to(self, bank: str, question: str) -> Answers:
        """What was said to *question* of *bank*; empty if it was not answered."""
        return self.answers.get(bank, {}).get(question) or _unanswered()

    def notes_on(self, aspect: str) -> AspectNotes:
        """What is said of the whole *aspect*; empty if nothing is."""
        return self.aspects.get(aspect) or _unmentioned()

    @cached_property
    def asked_banks(self) -> tuple[str, ...]:
        """The banks named in the file or answered in it, in its order."""
        return tuple(dict.fromkeys([*self.banks, *self.answers]))

    @property
    def has_few_lived(self) -> bool:
        """Whether fewer than three people of the lived side took part."""
        return self.took_part.there("people", "carers") < LIVED_FEW


@cache
def _unanswered() -> Answers:
    return Answers()


@cache
def _unmentioned() -> AspectNotes:
    return AspectNotes()
