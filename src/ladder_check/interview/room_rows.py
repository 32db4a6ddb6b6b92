"""What is typed from paper: an answer, a ballot in one line, a tally; and how each is said back.  Pure."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ladder_check.interview.prompter import heard
from ladder_check.model.answer import VOICES, Voice
from ladder_check.model.room import Asked, RoomAnswer, RoomWord
from ladder_check.report.wording import capital, listed, small

NOTHING: Final = "-"
"""What is typed where nothing is ticked."""
LETTERS: Final[dict[str, RoomWord]] = {"?": "not-sure", "x": "rather-not-say"}
_WORDS: Final[dict[str, RoomWord]] = {
    **LETTERS,
    "not-sure": "not-sure",
    "not sure": "not-sure",
    "rather-not-say": "rather-not-say",
    "rather not say": "rather-not-say",
}
MOST_HEADS: Final = 3
"""How many digits a count may have: no room holds a thousand."""
_NUMBER: Final = re.compile(r"(?=[A-Za-z._-]*[0-9])[A-Za-z0-9._-]{1,12}")
_COUNT: Final = re.compile(rf"[0-9]{{1,{MOST_HEADS}}}")

Row = dict[str, RoomAnswer | None]
Counts = dict[RoomAnswer, int]


class Unreadable(Exception):
    """What was typed is not what was asked for; its text says what was expected."""


def read_number(typed: str) -> str | None:
    """The ballot number that was typed, without noughts before it; None if it is none.

    It has a digit in it, so that nobody's name is one.

    >>> read_number("012"), read_number("a12"), read_number("Ashley")
    ('12', 'a12', None)
    """
    if not _NUMBER.fullmatch(typed):
        return None
    return typed.lstrip("0") or "0" if typed.isdecimal() else typed


def read_row(typed: str, questions: Sequence[Asked]) -> Row:
    """The answers to *questions* that were typed in one line, or the one answer to the first of them.

    Raises:
        Unreadable: there are too many or too few, or one does not fit.
    """
    words = [typed] if typed.lower() in _WORDS else typed.replace(",", " ").split()
    if len(words) not in (1, len(questions)):
        raise Unreadable(_how_many(len(words), len(questions)))
    return {asked.id: read_answer(word, asked) for word, asked in zip(words, questions, strict=False)}


def read_answer(word: str, asked: Asked) -> RoomAnswer | None:
    """What *word* says to a question; None if nothing is ticked.

    Raises:
        Unreadable: it is no answer to it.
    """
    word = word.lower()
    if word == NOTHING:
        return None
    if word in _WORDS:
        return _WORDS[word]
    steps = {str(step): step for step in asked.scale.steps}
    steps |= dict(zip(asked.values, asked.scale.steps, strict=True))
    if word not in steps:
        raise Unreadable(f"{heard(word, 'an answer to')} “{small(called(asked))}”. {expected(asked)}")
    return steps[word]


def called(asked: Asked) -> str:
    """What a question is called where ballots are typed: a claim by its area of work."""
    return asked.heading if asked.is_claim else capital(asked.name)


def expected(asked: Asked) -> str:
    """What can be typed as an answer, in a sentence."""
    low, high = asked.scale.low, asked.scale.high
    return f"Please type {low} to {high}, ? for not sure, x for rather not say, or - for nothing ticked."


def read_voice(typed: str) -> Voice | None:
    """The perspective or side that was typed, by its word; None if it is none.

    >>> read_voice("Staff:"), read_voice("staffs")
    ('staff', None)
    """
    return next((voice for voice in VOICES if voice == typed.lower().removesuffix(":")), None)


def starts_tally(typed: str) -> bool:
    """Whether a line begins as a tally does, with a perspective or a side.

    >>> starts_tally("people: 0 1 3 1 0"), starts_tally("12 people")
    (True, False)
    """
    return read_voice(typed.partition(" ")[0].partition(":")[0]) is not None


def read_tally(typed: str, asked: Asked) -> tuple[Voice, Counts]:
    """Who was counted, and how many gave each answer: the lowest step first, then ? and x with a number.

    Raises:
        Unreadable: it is not a tally of this question.
    """
    first, *words = re.sub(r"([?x])", r" \1 ", typed.lower().replace(",", " ").replace(":", " ")).split()
    voice = read_voice(first)
    if voice is None:
        raise Unreadable(f"{heard(first, 'a perspective or a side')}. {_how_to_tally(asked)}")
    steps = asked.scale.steps
    extra = words[len(steps) :]
    keys: list[RoomAnswer] = [*steps, *(LETTERS.get(word, -1) for word in extra[::2])]
    counts = [*words[: len(steps)], *extra[1::2]]
    if not _is_tally(keys, counts):
        raise Unreadable(_how_to_tally(asked))
    return voice, {key: int(n) for key, n in zip(keys, counts, strict=True) if int(n)}


def say_answer(answer: RoomAnswer | Voice | None) -> str:
    """An answer as it is typed.

    >>> say_answer(3), say_answer("not-sure"), say_answer(None), say_answer("people")
    ('3', '?', '-', 'people')
    """
    if answer is None:
        return NOTHING
    return next((letter for letter, word in LETTERS.items() if word == answer), str(answer))


def say_row(answers: Mapping[str, RoomAnswer | None], questions: Sequence[Asked]) -> str:
    """A whole ballot as it is typed, in the order of the *questions*."""
    return " ".join(say_answer(answers.get(each.id)) for each in questions)


def say_tally(counts: Mapping[RoomAnswer, int], asked: Asked) -> str:
    """A tally in words, and how many people it counts."""
    steps = [f"{counts.get(step) or 'nobody'} at {step}" for step in asked.scale.steps]
    words = [
        f"{counts[word]} {word.replace('-', ' ')}"
        for word in dict.fromkeys(_WORDS.values())
        if word in counts
    ]
    return f"{listed([*steps, *words])}; together {sum(counts.values())}"


def _is_tally(keys: Sequence[RoomAnswer], counts: Sequence[str]) -> bool:
    right_keys = -1 not in keys and len(set(keys)) == len(keys)
    return right_keys and len(keys) == len(counts) and all(map(_COUNT.fullmatch, counts))


def _how_many(found: int, wanted: int) -> str:
    if wanted == 1:
        return f"That is {found} answers, and there is one question left. Please type one."
    return (
        f"That is {found} answers, and there are {wanted} questions from here. Please type all {wanted} in "
        f"one line, with - for nothing ticked, or one answer alone."
    )


def _how_to_tally(asked: Asked) -> str:
    low, high = asked.scale.low, asked.scale.high
    example = " ".join(str(n % 4) for n in range(len(asked.scale.steps)))
    return (
        f"Please type who was counted, then how many for each step from {low} to {high}, such as: "
        f"people {example}. Not sure and rather not say come after them, such as: ? 1 x 2."
    )
