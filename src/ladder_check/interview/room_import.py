"""Asking what a column, a label or the name of a group in somebody's file means.  Enter leaves it out."""

from collections.abc import Callable, Mapping
from typing import Final

from ladder_check.documents.characters import shown
from ladder_check.errors import nearest
from ladder_check.interview.prompter import Choice, Prompter, ask_choice, ask_line, heard
from ladder_check.interview.room_rows import LETTERS
from ladder_check.interview.sitting import VOICE_NAMES
from ladder_check.model.answer import VOICES
from ladder_check.model.room import Asked

LEAVE_OUT: Final = "leave-out"
_PURPOSES: Final = {"p": "perspective", "b": "ballot", "r": "round", "w": "words"}
_COLUMN: Final = (
    "Which question is it? Type its number or id, or l for the list; p if it says which group somebody is "
    "of, b for ballot numbers, r for rounds, w for people's own words. Enter leaves it out, q stops:"
)
_LABEL: Final = (
    "Which step is meant? Type its number, ? for not sure, x for rather not say. Enter leaves it out:"
)


def ask_column(prompter: Prompter, where: str, header: str, questions: Mapping[str, Asked]) -> str:
    """What the column called *header* means: a question's id, a purpose, or leave-out.

    Raises:
        Stop: somebody wants to stop.
    """
    prompter.say(f"\n{where}: the column “{shown(header)}” is no question here.")
    ids = list(questions)

    def read(typed: str) -> str | None:
        if typed.isdecimal() and 0 < int(typed) <= len(ids):
            return ids[int(typed) - 1]
        return typed if typed in questions else _PURPOSES.get(typed.lower())

    def help_(typed: str) -> str:
        if typed.lower() == "l":
            return "\n".join(f"  {n}. {_called(each)}" for n, each in enumerate(questions.values(), 1))
        near = nearest(typed, ids)
        return f"{heard(typed, 'a question here')}.{f' Did you mean {near}?' if near else ''}"

    return _ask(prompter, _COLUMN, read, help_)


def ask_label(prompter: Prompter, where: str, label: str, asked: Asked) -> str:
    """Which step of *asked* the *label* means, or which word, or leave-out.

    Raises:
        Stop: somebody wants to stop.
    """
    prompter.say(f"\n{where}: “{shown(label)}” is no answer to this question.\n{asked.ask}")
    steps = dict(zip(map(str, asked.scale.steps), asked.labels, strict=True))
    prompter.say("\n".join(f"  {step}. {words}" for step, words in steps.items()))

    def read(typed: str) -> str | None:
        return typed if typed in steps else LETTERS.get(typed.lower())

    return _ask(prompter, _LABEL, read, lambda typed: f"{heard(typed, 'a step of this question')}.")


def ask_group(prompter: Prompter, where: str, name: str) -> str:
    """Which perspective or side the *name* of a group means, or leave-out.

    Raises:
        Stop: somebody wants to stop.
    """
    choices = [Choice(voice, str(n), VOICE_NAMES[voice]) for n, voice in enumerate(VOICES, 1)]
    named = [f"  {each.letter}. {each.name} ({each.word})" for each in choices]
    prompter.say("\n".join([f"\n{where}: “{shown(name)}” is no group that we know.", *named]))
    prompt = "Who is meant? Type the number, or the word in brackets. Enter leaves their answers out:"
    return ask_choice(prompter, prompt, choices, optional=True) or LEAVE_OUT


def _ask(
    prompter: Prompter, prompt: str, read: Callable[[str], str | None], help_: Callable[[str], str]
) -> str:
    """What *read* makes of the line that is typed; leave-out for Enter."""
    while typed := ask_line(prompter, prompt):
        meaning = read(typed)
        if meaning is not None:
            return meaning
        prompter.say(help_(typed))
    return LEAVE_OUT


def _called(asked: Asked) -> str:
    return f"{asked.id}: {asked.ask}" if not asked.is_claim else f"{asked.id}: {asked.heading}, which rung"
