"""Whose something is, and which question it is about: asked shortly, for it is asked often."""

from collections.abc import Sequence
from typing import Final

from ladder_check.interview.prompter import Choice, ask_choice, ask_line, heard
from ladder_check.interview.room_box import Desk
from ladder_check.interview.room_rows import read_voice
from ladder_check.interview.sitting import VOICE_NAMES
from ladder_check.model.answer import VOICES, Voice
from ladder_check.model.room import Asked
from ladder_check.report.wording import capital

_BACK: Final = Choice("back", "b", "back")
_CHOICES: Final = (*(Choice(voice, str(n), VOICE_NAMES[voice]) for n, voice in enumerate(VOICES, 1)), _BACK)


def ask_whose(desk: Desk, what: str) -> Voice | None:
    """Whose *what* is, such as "ballot 12"; None for back.  The list is said once.

    Raises:
        Stop: somebody wants to stop.
    """
    if not desk.knows_voices:
        desk.knows_voices = True
        lines = [f"  {each.letter}. {each.name} ({each.word})" for each in _CHOICES[:-1]]
        desk.prompter.say("\n".join(["A ballot can be from:", *lines]))
    prompt = f"Whose is {what}? 1 to {len(VOICES)}, or b to go back:"
    word = ask_choice(desk.prompter, prompt, _CHOICES, optional=False)
    return next((voice for voice in VOICES if voice == word), None)


def read_whose(typed: str) -> Voice | None:
    """The perspective or side that was typed, by its word or its number; None if it is none.

    >>> read_whose("1"), read_whose("staff"), read_whose("9")
    ('people', 'staff', None)
    """
    by_letter = (voice for n, voice in enumerate(VOICES, 1) if typed == str(n))
    return read_voice(typed) or next(by_letter, None)


def ask_question(desk: Desk, prompt: str) -> Asked | None:
    """Which question of the round; None for back.  Where there is one only, it is that.

    Raises:
        Stop: somebody wants to stop.
    """
    questions = desk.box.questions
    while len(questions) > 1:
        typed = ask_line(
            desk.prompter, f"{prompt} 1 to {len(questions)}, l for the list, b to go back:"
        ).lower()
        if typed in ("b", "back"):
            return None
        if (place := place_of(typed, questions)) is not None:
            return questions[place]
        desk.prompter.say(
            list_questions(questions) if typed in ("l", "list") else f"{heard(typed, 'one of them')}."
        )
    return questions[0]


def place_of(typed: str, questions: Sequence[Asked]) -> int | None:
    """Where the question stands whose number was typed, from 0; None if there is none."""
    numbers = {str(n): n - 1 for n in range(1, len(questions) + 1)}
    return numbers.get(typed)


def list_questions(questions: Sequence[Asked]) -> str:
    """The questions by number, a line each."""
    return "\n".join(f"  {n}. {each.heading}: {capital(each.name)}" for n, each in enumerate(questions, 1))
