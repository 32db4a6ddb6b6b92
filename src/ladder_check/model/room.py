"""A workshop: what it asks, of whom, and one person's answer to one question."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from ladder_check.model.answer import PERSPECTIVES, SIDE_OF, AgreedWord, Heads, Perspective, Voice
from ladder_check.model.bank import Bank, Question
from ladder_check.model.base import Day, FormatOne, Text, Value, one_of, refuse
from ladder_check.model.seen import fingerprint

RoomWord = Literal["not-sure", "rather-not-say"]
ROOM_WORDS: Final[tuple[RoomWord, ...]] = get_args(RoomWord)
"""What a ballot may say in place of a step of the scale."""
RoomAnswer = int | RoomWord
"""What a ballot says to one question: a step of the scale, or a word."""
CLAIM: Final = "claim"
"""What the id of a claim begins with, as that of a question begins with its bank."""
AGREED_GROUP: Final = 3
"""The size that only the small group itself can agree to."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps of an answer, from *low* to *high*: levels 0 to 4, or rungs from 1.  Ordinal."""

    low: int
    high: int

    @property
    def steps(self) -> range:
        """Every step, lowest first."""
        return range(self.low, self.high + 1)


LEVEL_SCALE: Final = Scale(0, 4)


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's newest answer to one question in one round.

    *answer* is a step of the scale, or a word.  *voice* is a side where the perspective is not known.
    *linked* says that the same *ballot* in another round is the same person.
    """

    ballot: str
    voice: Voice
    answer: RoomAnswer
    linked: bool = True


@dataclass(frozen=True, slots=True)
class AgreedAnswer:
    """What a whole room agreed on when it had talked: a step of the scale, or a word.

    *minority* says what those said who did not agree.  It stands beside the votes and changes none of them.
    """

    answer: int | AgreedWord
    minority: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a workshop, as it was when the record was made: later changes of a bank change no room.

    *id* is whole, such as ladder.designing.r4 or claim.designing.  *labels* says each step of the scale in
    words, and *values* how a file spells it: a number, or the id of a rung.  *seen* is the fingerprint of
    the words.  *may_not_fit* says whether somebody can say that it is no question for them.
    """

    id: str
    scale: Scale
    heading: str
    name: str
    ask: str
    labels: tuple[str, ...]
    values: tuple[str, ...]
    note: str | None = None
    seen: str | None = None
    may_not_fit: bool = False

    @property
    def is_claim(self) -> bool:
        """Whether it asks for a rung, before the questions."""
        return self.id.startswith(f"{CLAIM}.")


@dataclass(frozen=True, slots=True)
class Difference:
    """What was typed first and what second from one *ballot*: an answer, or None where nothing is ticked.

    Where there is no *question* it is whose ballot it is.
    """

    ballot: str
    question: Asked | None
    first: RoomAnswer | Voice | None
    second: RoomAnswer | Voice | None


def asked_of(bank: Bank, question: Question) -> Asked:
    """A *question* of a *bank*, as it is today."""
    aspect = bank.aspect(question.aspect) if question.aspect else None
    return Asked(
        id=f"{bank.id}.{question.id}",
        scale=LEVEL_SCALE,
        heading=aspect.name if aspect else bank.title,
        name=question.name,
        ask=question.ask,
        labels=question.anchors,
        values=tuple(map(str, LEVEL_SCALE.steps)),
        note=question.note,
        seen=fingerprint(question),
        may_not_fit=question.may_not_fit,
    )


def _group_size(value: Any) -> Any:
    if type(value) is int and value in (5, 10, AGREED_GROUP):
        return value
    return refuse("small_group", f"{value!r} is not a size for small groups. Write 5, 10 or 3.")


def _different(value: Any) -> Any:
    names = value if isinstance(value, list | tuple) else ()
    repeated = [name for name, n in Counter(map(str, names)).items() if n > 1]
    if repeated:
        refuse("repeated_id", f"{repeated[0]!r} stands here twice. Take one of them out.")
    return value


Names = Annotated[tuple[Text, ...], BeforeValidator(_different)]
Invited = Annotated[
    dict[Annotated[Perspective, BeforeValidator(one_of("perspective", PERSPECTIVES))], Heads],
    Field(description="how many people of each perspective are invited"),
]


class Session(Value):
    """What a workshop is about, what it asks and whom it invites.  It is fixed at the first ballot."""

    format: FormatOne
    title: Text
    on: Annotated[Day, PlainSerializer(str)]
    organisation: Text | None = None
    work: Text | None = None
    purpose: Text | None = None
    agenda: Names = ()
    aspects: Names = ()
    banks: Names = ()
    perspectives: Invited
    small_group: Annotated[int, Field(alias="small-group"), BeforeValidator(_group_size)] = 5
    agreed_by: Annotated[Text | None, Field(alias="agreed-by")] = None

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if self.agenda and (self.aspects or self.banks):
            refuse("agenda", "An agenda names every question. Take out either agenda, or aspects and banks.")
        if not (self.agenda or self.aspects or self.banks):
            refuse("agenda", "Nothing is asked yet. Write one of agenda, aspects or banks.")
        return self

    @model_validator(mode="after")
    def _invites_somebody(self) -> Self:
        if not any(self.perspectives.values()):
            refuse("perspectives", "Nobody is invited yet. Write, for example, {people: 9, frontline: 8}.")
        return self

    @model_validator(mode="after")
    def _small_groups_agreed(self) -> Self:
        if self.small_group == AGREED_GROUP and not self.agreed_by:
            refuse("agreed_by", _AGREE)
        return self

    @cached_property
    def invited(self) -> dict[Voice, int]:
        """How many are invited of each perspective, and of each side together."""
        invited = dict[Voice, int]()
        for perspective, heads in self.perspectives.items():
            side = SIDE_OF[perspective]
            invited |= {perspective: heads, side: invited.get(side, 0) + heads}
        return invited


_AGREE: Final = (
    "Groups of 3 or 4 are shown only if they agreed to it themselves. Either write who agreed and when, "
    'such as agreed-by: "the three carers, on the day", or make it 5.'
)
