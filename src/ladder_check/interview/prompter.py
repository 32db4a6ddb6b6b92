"""How something is asked and said: the protocol, and how words, days and numbers are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from ladder_check.documents.characters import clean
from ladder_check.interview.days import read_day

_PAST_DAYS: Final = "a day such as 2026-10-02, a month such as October 2026, today, or Enter to leave it"
_COMING_DAYS: Final = "a day to come, such as 1 March 2027, a month such as March, or Enter to leave it"
STOP_WORDS: Final = ("q", "quit", "stop")


NEEDED: Final = "It takes a few words, or q to stop."


class Prompter(Protocol):
    """Somebody who can be told and asked.  Plain lines in and out, and nothing else."""

    def say(self, text: str) -> None:
        """Tell *text*, a line or more."""

    def ask(self, prompt: str) -> str:
        """The line that is answered to *prompt*, without spaces around it.

        Raises:
            EOFError: there are no more lines.
        """


class Stop(Exception):
    """Somebody wants to stop.  All that was answered is saved."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose: its *word* in the file, its *letter*, and what it is."""

    word: str
    letter: str
    name: str


def ask_text(prompter: Prompter, prompt: str) -> str:
    """A line of free text, or nothing.

    Whoever types one key means what it does elsewhere, and would not want to read it in a report.

    Raises:
        Stop: somebody wants to stop.
    """
    while len(text := ask_line(prompter, prompt)) == 1:
        prompter.say(f"“{text}” alone says too little. Please say it in words, or type q to save and stop.")
    return text


def ask_line(prompter: Prompter, prompt: str) -> str:
    """A line, or nothing.

    Raises:
        Stop: somebody wants to stop.
    """
    text = clean(prompter.ask(prompt))
    if text.lower() in STOP_WORDS:
        raise Stop
    return text


def ask_needed(prompter: Prompter, prompt: str, needed: str = NEEDED) -> str:
    """A line of text that there must be; *needed* says so.

    Raises:
        Stop: somebody wants to stop.
    """
    while not (text := ask_text(prompter, prompt)):
        prompter.say(needed)
    return text


def ask_choice(prompter: Prompter, prompt: str, choices: Sequence[Choice], *, optional: bool) -> str | None:
    """The word of one of the *choices*, named by its word or its letter; None if it is left.

    Raises:
        Stop: somebody wants to stop.
    """
    while True:
        typed = ask_line(prompter, prompt)
        if optional and not typed:
            return None
        for choice in choices:
            if typed.lower() in (
                choice.word,
                choice.letter,
                choice.name.lower(),
                choice.word.replace("-", " "),
            ):
                return choice.word
        prompter.say(_what_to_type(typed, choices, optional=optional))


def _what_to_type(typed: str, choices: Sequence[Choice], *, optional: bool) -> str:
    words = ", ".join(f"{choice.word.replace('-', ' ')} ({choice.letter})" for choice in choices)
    left = ", or Enter to leave it" if optional else ", or q to stop"
    return f"{_heard(typed)}Please type {words}{left}."


def ask_day(prompter: Prompter, prompt: str, today: date, *, coming: bool = False) -> date | None:
    """A day up to *today*, or one that is still *coming*; None if it is left.

    Raises:
        Stop: somebody wants to stop.
    """
    while True:
        typed = ask_line(prompter, prompt)
        if not typed:
            return None
        day = read_day(typed, today, coming=coming)
        if day and (day == today or coming is (day > today)):
            return day
        wrong = f"{day.isoformat()} is {'before' if coming else 'after'} today. " if day else _heard(typed)
        prompter.say(f"{wrong}Please type {_COMING_DAYS if coming else _PAST_DAYS}.")


def ask_count(prompter: Prompter, prompt: str) -> int | str | None:
    """How many people: a number, the word skip, or None if it is left.

    Raises:
        Stop: somebody wants to stop.
    """
    while True:
        typed = ask_line(prompter, prompt).lower()
        if not typed:
            return None
        if typed in ("s", "skip"):
            return "skip"
        if typed.isdecimal() and len(typed) < 6:
            return int(typed)
        prompter.say(f"{_heard(typed)}Please type a number, Enter to leave this one out, or skip for all.")


def ask_yes(prompter: Prompter, prompt: str) -> bool:
    """Whether the answer is yes.

    Raises:
        Stop: somebody wants to stop.
    """
    choices = [Choice("yes", "y", "yes"), Choice("no", "n", "no")]
    return ask_choice(prompter, prompt, choices, optional=False) == "yes"


def heard(typed: str, not_what: str) -> str:
    """What was typed and is *not_what* is asked for, to begin a sentence or to be one.

    >>> heard("9", "on this page"), heard("", "on this page")
    ('“9” is not on this page', 'Nothing was typed')
    """
    return f"“{typed[:40]}” is not {not_what}" if typed else "Nothing was typed"


def _heard(typed: str) -> str:
    return f"{heard(typed, 'something to answer here')}. " if typed else ""


def sentence(text: str) -> str:
    """*text*, ending as a sentence does."""
    return text if text.rstrip("”").endswith((".", "!", "?")) else f"{text}."
