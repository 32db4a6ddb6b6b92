"""What can be typed at a question: words first, with a letter as a short cut."""

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
    # A letter and its word stay on one line.
    words = {each.word: f"{each.letter}\N{NO-BREAK SPACE}{each.word}" for each in allowed}
    answers = [words[word] for word in ("not sure", "rather not say", "does not fit") if word in words]
    rest = [
        words[word]
        for word in ("back", "skip", "evidence", "note", "limit", "check", "help")
        if word in words
    ]
    moves = ", ".join(
        [*rest[:2], "w\N{NO-BREAK SPACE}why we ask", *rest[2:], "q\N{NO-BREAK SPACE}save and stop"]
    )
    return f"Answer 0–4, {', '.join(answers)}, or {moves}:"
