"""An answer: a level, a word without a level, or a room's tally; and the evidence beside it."""

from functools import cached_property
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, StrictInt, Tag, WithJsonSchema

from ladder_check.errors import nearest
from ladder_check.model.base import Day, Text, Value, no_entries, one_of, refuse

Perspective = Literal["people", "carers", "frontline", "leaders", "partners"]
Side = Literal["lived", "staff"]
Voice = Literal["people", "carers", "frontline", "leaders", "partners", "lived", "staff"]
Word = Literal["not-sure", "rather-not-say", "does-not-fit"]
AgreedWord = Literal["not-sure", "does-not-fit"]
EvidenceKind = Literal["written", "happened", "said", "seen"]
Origin = Literal["lived", "staff", "outside"]

LEVELS: Final = range(5)
HOLDS_FROM: Final = 3
PERSPECTIVES: Final[tuple[Perspective, ...]] = get_args(Perspective)
SIDES: Final[tuple[Side, ...]] = get_args(Side)
VOICES: Final[tuple[Voice, ...]] = get_args(Voice)
WORDS: Final[tuple[Word, ...]] = get_args(Word)
AGREED_WORDS: Final[tuple[AgreedWord, ...]] = get_args(AgreedWord)
"""What a room may agree on in place of a level."""
SIDE_OF: Final[dict[Voice, Side]] = {
    "people": "lived",
    "carers": "lived",
    "frontline": "staff",
    "leaders": "staff",
    "partners": "staff",
    "lived": "lived",
    "staff": "staff",
}
PERSPECTIVES_OF: Final[dict[Side, tuple[Perspective, ...]]] = {
    side: tuple(part for part in PERSPECTIVES if SIDE_OF[part] == side) for side in SIDES
}
"""The perspectives of each side, in their order."""
AnyVoice = Annotated[Voice, BeforeValidator(one_of("perspective or side", VOICES))]


_LISTS: Final = (list, tuple)
_FIVE_NUMBERS: Final = [int] * len(LEVELS)


def _five_counts(value: Any) -> Any:
    right = isinstance(value, _LISTS) and list(map(type, value)) == _FIVE_NUMBERS and min(value) >= 0
    if not right:
        refuse("counts", f"Counts are five whole numbers, for the levels 0 to 4; found {value!r}.")
    return value


def _head_count(value: Any) -> Any:
    if type(value) is not int or value < 0:
        refuse("head_count", f"{value!r} is not a number of people. Write a whole number, 0 or more.")
    return value


Heads = Annotated[StrictInt, Field(ge=0), BeforeValidator(_head_count)]


def levels_of(counts: tuple[int, ...]) -> list[int]:
    """Every person's level, lowest first, where *counts* says how many gave each.

    >>> levels_of((0, 2, 0, 1, 0))
    [1, 1, 3]
    """
    return [level for level, n in enumerate(counts) for _ in range(n)]


class Tally(Value):
    """What a group answered: how many people for each level 0 to 4, and how many without a level."""

    counts: Annotated[tuple[StrictInt, ...], Field(min_length=5, max_length=5), BeforeValidator(_five_counts)]
    not_sure: Annotated[Heads, Field(alias="not-sure")] = 0
    rather_not_say: Annotated[Heads, Field(alias="rather-not-say")] = 0

    @property
    def levels(self) -> list[int]:
        """Every person's level, lowest first."""
        return levels_of(self.counts)

    @property
    def unknowns(self) -> int:
        """How many people gave an answer without a level."""
        return self.not_sure + self.rather_not_say


def _is_level_or_word(value: Any) -> bool:
    # True == 1 in Python, and `yes` is true in YAML 1.1: only a real whole number is a level.
    return (type(value) is int and value in LEVELS) or (isinstance(value, str) and value in WORDS)


def _level_or_word(value: Any) -> Any:
    return value if _is_level_or_word(value) else refuse("answer", _what_an_answer_is(value))


def _what_an_answer_is(value: Any) -> str:
    ways = "Write a level from 0 to 4, or not-sure, rather-not-say or does-not-fit"
    if isinstance(value, bool):
        return f"A yes or a no is not a level. {ways}."
    if value is None:
        return f"There is no answer here. {ways}, or take the line out."
    if isinstance(value, str) and value.isdigit():
        return f"{value!r} is in quotes, so it is text. {ways}."
    if isinstance(value, list):
        return "A list alone is not an answer. Write the counts of a room as {counts: [0, 1, 3, 2, 1]}."
    near = nearest(value, WORDS) if isinstance(value, str) else None
    return f"{value!r} is not an answer.{f' Did you mean {near!r}?' if near else ''} {ways}."


def _kind_of_answer(value: Any) -> str:
    return TALLY_TAG if isinstance(value, _TALLIES) else PLAIN_TAG


# One tag for each kind, so that a wrong answer is reported once, and not once for each kind it is not.
_TALLIES: Final = (dict, Tally)
TALLY_TAG: Final = "<tally>"
PLAIN_TAG: Final = "<plain>"
Level = int
PlainAnswer = Annotated[
    Level | Word | None,
    PlainValidator(_level_or_word),
    WithJsonSchema(
        {"enum": [*LEVELS, *WORDS], "description": "a level from 0 to 4, or a word without a level"}
    ),
]
Answer = Annotated[
    Annotated[PlainAnswer, Tag(PLAIN_TAG)] | Annotated[Tally, Tag(TALLY_TAG)], Discriminator(_kind_of_answer)
]
GivenAnswer = Level | Word | Tally


class Evidence(Value):
    """Something another person could look at or ask about.  Spoken evidence counts."""

    what: Text
    kind: Annotated[EvidenceKind, BeforeValidator(one_of("kind of evidence", get_args(EvidenceKind)))]
    on: Day | None = None
    where: Text | None = None
    from_: Annotated[
        Origin | None,
        Field(alias="from"),
        BeforeValidator(one_of("origin of evidence", get_args(Origin))),
    ] = None


def _level_or_agreed_word(value: Any) -> Any:
    if value == "rather-not-say":
        refuse("agreed", "A room agrees on a level from 0 to 4, on not-sure or on does-not-fit.")
    return _level_or_word(value)


class Agreed(Value):
    """What a whole room agreed when it had talked, beside its votes: it is printed, and counts for nothing.

    *minority* says what those said who did not agree.
    """

    answer: Annotated[
        Level | AgreedWord,
        BeforeValidator(_level_or_agreed_word),
        WithJsonSchema({"enum": [*LEVELS, *AGREED_WORDS]}),
    ]
    minority: Text | None = None


class Answers(Value):
    """All that was said to one question: an answer a perspective or side, and what stands beside it."""

    people: Answer = None
    carers: Answer = None
    frontline: Answer = None
    leaders: Answer = None
    partners: Answer = None
    lived: Answer = None
    staff: Answer = None
    agreed: Agreed | None = None
    evidence: tuple[Evidence, ...] = ()
    note: Text | None = None
    in_their_words: dict[AnyVoice, Text] = no_entries()
    seen: Text | None = None
    lowered: Text | None = None

    @cached_property
    def given(self) -> dict[Voice, GivenAnswer]:
        """Every answer that was given, by who gave it."""
        heard = self.model_fields_set
        return {v: a for v in VOICES if v in heard and (a := getattr(self, v)) is not None}

    def of_side(self, side: Side) -> dict[Voice, GivenAnswer]:
        """The answers given for *side* or for a perspective of it."""
        return {voice: answer for voice, answer in self.given.items() if SIDE_OF[voice] == side}
