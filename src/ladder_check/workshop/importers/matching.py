"""From headers to questions and from labels to steps: by what is the same, or by what a person said."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, Literal, TypeVar

from ladder_check.model.answer import VOICES, Voice, Word
from ladder_check.model.room import Asked
from ladder_check.report.wording import VOICES as VOICE_NAMES
from ladder_check.workshop.importers.mapping import BALLOT, LEAVE_OUT, PERSPECTIVE, PURPOSES, ROUND, ImportMap
from ladder_check.workshop.importers.sheet import fold, without_last_sign

BALLOT_ASK: Final = "Ballot number"
PERSPECTIVE_ASK: Final = "Who are you in this?"
M = TypeVar("M")
Left = Literal["leave-out"]
Step = int | Word | Left

_NUMBERED: Final = re.compile(r"(\d+)(?: ?[-.:)=] ?| )(.+)")
_GRID: Final = re.compile(r".* ?\[(.+)\]")
_NUMBER: Final = re.compile(r"[-+]?\d+([.,]\d+)?")
_WORDS: Final[Mapping[Word, tuple[str, ...]]] = {
    "not-sure": (
        *("not-sure", "not sure", "?", "i am not sure", "i'm not sure", "unsure"),
        *("i do not know", "i don't know", "don't know", "do not know"),
    ),
    "rather-not-say": (
        *("rather-not-say", "rather not say", "i would rather not say", "i'd rather not say"),
        *("would rather not say", "prefer not to say", "i prefer not to say"),
        *("i do not want to answer", "i don't want to answer"),
    ),
    "does-not-fit": (
        *("does-not-fit", "does not fit", "doesn't fit", "this does not fit", "it does not fit"),
        *("not applicable", "does not apply"),
    ),
}
_WORD_OF: Final[Mapping[str, Word]] = {each: word for word, names in _WORDS.items() for each in names}
_PURPOSE_NAMES: Final = {
    BALLOT: BALLOT,
    fold(BALLOT_ASK): BALLOT,
    PERSPECTIVE: PERSPECTIVE,
    fold(PERSPECTIVE_ASK): PERSPECTIVE,
    ROUND: ROUND,
}
_VOICE_OF: Final[Mapping[str, Voice]] = {
    **{voice: voice for voice in VOICES},
    **{fold(VOICE_NAMES[voice]): voice for voice in VOICES},
    "unpaid carers": "carers",
}


class Matcher:
    """What the files of one workshop mean by headers and labels; *mapping* comes before anything else."""

    def __init__(self, questions: Mapping[str, Asked], mapping: ImportMap) -> None:
        self.questions, self.mapping = questions, mapping
        self._steps: dict[str, Mapping[str, int]] = {}

    def knowing(self, part: str, name: str, meaning: str) -> "Matcher":
        """The same matcher, where *name* in a *part* of its map means *meaning*."""
        return Matcher(self.questions, self.mapping.but(part, name, meaning))

    def meaning(self, header: str) -> str | None:
        """The question or purpose that a column is about; None if nothing says so."""
        said = self._said_columns.get(fold(header))
        if said:
            return said
        grid = _GRID.fullmatch(fold(header))
        names = (fold(header), *(grid.groups() if grid else ()))
        return next((found for name in names if (found := self._names.get(name))), None)

    def step(self, asked: Asked, text: str) -> Step | None:
        """The step of its scale, or the word, that *text* answers; None if nothing says so."""
        label = fold(without_last_sign(text))
        said = self._said_labels.get(label)
        if said is not None:
            return LEAVE_OUT if said == LEAVE_OUT else self._plain_step(asked, fold(said))
        return self._plain_step(asked, label)

    def voice(self, text: str) -> Voice | Left | None:
        """Who is meant by the name of a group; None if nothing says so."""
        name = fold(without_last_sign(text))
        said = self._said_perspectives.get(name)
        return LEAVE_OUT if said == LEAVE_OUT else _VOICE_OF.get(said or name)

    def _plain_step(self, asked: Asked, label: str) -> Step | None:
        if asked.id not in self._steps:
            self._steps[asked.id] = _steps_of(asked)
        steps = self._steps[asked.id]
        if label in _WORD_OF:
            return _WORD_OF[label]
        numbered = _NUMBERED.fullmatch(label)
        if label not in steps and numbered and numbered[1] in steps:
            # A number and words are one answer only if both say the same.
            return steps[numbered[1]] if steps.get(numbered[2]) == steps[numbered[1]] else None
        return steps.get(label)

    @cached_property
    def _said_columns(self) -> dict[str, str]:
        return {fold(header): meaning for header, meaning in self.mapping.columns.items()}

    @cached_property
    def _said_labels(self) -> dict[str, str]:
        return {fold(without_last_sign(label)): each for label, each in self.mapping.labels.items()}

    @cached_property
    def _said_perspectives(self) -> dict[str, str]:
        return {fold(without_last_sign(name)): each for name, each in self.mapping.perspectives.items()}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every way to write a header that means one question, and no other."""
        names = ((name, asked.id) for asked in self.questions.values() for name in _names_of(asked))
        return {**_alone(names), **_PURPOSE_NAMES}


def is_number(text: str) -> bool:
    """Whether *text* is a number, which no map can make a step of."""
    return bool(_NUMBER.fullmatch(fold(text)))


def is_question(meaning: str | None) -> bool:
    """Whether a column with this *meaning* holds answers to a question."""
    return meaning is not None and meaning not in PURPOSES and " " not in meaning


def _names_of(asked: Asked) -> Iterator[str]:
    yield from (fold(asked.id), fold(asked.id).replace(".", "_"), fold(asked.id).replace("-", "."))
    yield fold(asked.ask)
    for between in (": ", " - ", ". "):
        yield fold(f"{asked.heading}{between}{asked.ask}")
    yield fold(f"{asked.ask} [{asked.heading}]")


def _steps_of(asked: Asked) -> dict[str, int]:
    names = (
        (fold(name), step)
        for step, value, label in zip(asked.scale.steps, asked.values, asked.labels, strict=True)
        for name in {str(step), f"{step}.0", value, label, *_short(asked, label)}
    )
    return _alone(names)


def _short(asked: Asked, label: str) -> tuple[str, ...]:
    """The name of a rung, which stands before what it means."""
    return (label.partition(":")[0],) if asked.is_claim else ()


def _alone(pairs: Iterable[tuple[str, M]]) -> dict[str, M]:
    """The names that mean one thing only; a name of two things is none of either."""
    found: dict[str, set[M]] = {}
    for name, meaning in pairs:
        found.setdefault(name, set()).add(meaning)
    return {name: next(iter(meanings)) for name, meanings in found.items() if len(meanings) == 1}
