"""What can be typed at a question: words first, with a letter as a short cut."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from ladder_check.model.answer import Side


class Command(NamedTuple):
    """A *word* to type, its *letter*, and what it does; for one *side* only, if one is named."""

    word: str
    letter: str
    does: str
    side: Side | None = None


COMMANDS: Final = (
    Command("not sure", "?", "you do not know; that is an answer too"),
    Command("rather not say", "x", "you know and keep it to yourself", "lived"),
    Command("does not fit", "d", "the question has nothing to do with this work"),
    Command("back", "b", "the question before; its answer stays until you change it"),
    Command("skip", "s", "leave it for now"),
    Command("why", "w", "why we ask"),
    Command("evidence", "e", "what someone else could see or hear"),
    Command("note", "n", "a line in your own words"),
    Command("limit", "l", "the law, or people themselves, fix this part: write it down"),
    Command("leave out", "o", "this area of work has no place in this assessment: say why"),
    Command("repeat", "r", "say the question again"),
    Command("check", "c", "all your answers on one page"),
    Command("help", "h", "this list"),
    Command("stop", "q", "save and stop; you can go on at any time"),
)
_ALSO: Final = {
    "not-sure": "not sure",
    "rather-not-say": "rather not say",
    "does-not-fit": "does not fit",
    "leave-out": "leave out",
    "quit": "stop",
}
_ANSWERS: Final = ("not sure", "rather not say", "does not fit")
_MOVES: Final = ("back", "skip", "why", "evidence", "note", "limit", "check", "help")
_AREA: Final = ("limit", "leave out")


def may_type(side: Side, *, may_not_fit: bool, has_aspect: bool) -> tuple[Command, ...]:
    """The commands of a question asked of *side*."""
    hidden = {*(() if may_not_fit else ("does not fit",)), *(() if has_aspect else _AREA)}
    return tuple(each for each in COMMANDS if each.side in (None, side) and each.word not in hidden)


def read_command(typed: str, allowed: tuple[Command, ...]) -> str | None:
    """The word of the command that was typed, None if it is none of those *allowed*.

    >>> read_command("Q", COMMANDS), read_command("not-sure", COMMANDS), read_command("3", COMMANDS)
    ('stop', 'not sure', None)
    """
    typed = typed.lower()
    word = _ALSO.get(typed, typed)
    return next((each.word for each in allowed if word in (each.word, each.letter)), None)


def help_text(allowed: tuple[Command, ...]) -> str:
    """All that can be typed, a line each."""
    lines = [f"  {each.word}, or {each.letter}: {each.does}" for each in allowed]
    return "\n".join(["Type one of these, then Enter:", "  0 to 4: your answer", *lines])


def prompt_text(allowed: tuple[Command, ...]) -> str:
    """The line under each question."""
    words = {each.word: f"{each.letter} {each.word}" for each in allowed} | {"why": "w why we ask"}
    answers = [words[word] for word in _ANSWERS if word in words]
    moves = [words[word] for word in _MOVES if word in words]
    return on_one_line("Answer 0–4", answers, [*moves, "q save and stop"])


def on_one_line(first: str, answers: Iterable[str], moves: Iterable[str]) -> str:
    """What can be typed, in a row: a letter and its words are never parted at the end of a line."""
    answers, moves = ([each.replace(" ", "\N{NO-BREAK SPACE}") for each in row] for row in (answers, moves))
    return f"{', '.join([first, *answers])}, or {', '.join(moves)}:"
