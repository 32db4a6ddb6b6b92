"""One question: shown, answered, and whatever is said beside it."""

from enum import Enum
from typing import Any, Final

from ladder_check.documents.characters import clean
from ladder_check.documents.shared import Change
from ladder_check.interview.agenda import Ask
from ladder_check.interview.ceilings import ask_ceiling, leave_out
from ladder_check.interview.commands import Command, help_text, may_type, prompt_text, read_command
from ladder_check.interview.evidence import ask_evidence, needs_evidence
from ladder_check.interview.prompter import Stop, ask_text, heard, sentence
from ladder_check.interview.sitting import Sitting
from ladder_check.model.answer import LEVELS
from ladder_check.model.seen import fingerprint

UNKNOWNS: Final = {
    "not sure": ("not-sure", "You are not sure. That is an answer: it says what to find out."),
    "rather not say": ("rather-not-say", "You would rather not say. That is fine."),
    "does not fit": ("does-not-fit", "The question does not fit this work."),
}


class Move(Enum):
    """Where to go from a step."""

    ON = "on"
    SKIP = "skip"
    BACK = "back"
    CHECK = "check"


def ask_question(sitting: Sitting, step: Ask) -> Move:
    """Ask one question until it is answered or left; every answer is saved before this comes back.

    Raises:
        Stop: somebody wants to stop.
        EOFError: there are no more lines.
    """
    allowed = may_type(
        sitting.side, may_not_fit=step.question.may_not_fit, has_aspect=step.question.aspect is not None
    )
    _show(sitting, step)
    while True:
        typed = clean(sitting.prompter.ask(prompt_text(allowed)))
        move = _answer(sitting, step, typed, allowed)
        if move:
            return move


def _show(sitting: Sitting, step: Ask) -> None:
    question = step.question
    lines = [f"\n{place_of(step)}", question.ask]
    lines += [question.note] if question.note else []
    lines += [f"  {level}. {anchor}" for level, anchor in enumerate(question.anchors)]
    now = sitting.get(*step.path(sitting.voice))
    lines += (
        [f"Your answer now: {in_words(now, question.anchors)} It stays until you change it."]
        if now is not None
        else []
    )
    sitting.prompter.say("\n".join(lines))


def place_of(step: Ask) -> str:
    """Where we are: the heading, and which of its questions this is; the numbers stay on one line."""
    comma = "" if step.heading.endswith(("?", "!")) else ","
    return f"{step.heading}{comma} {step.number}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{step.total}."


def in_words(answer: Any, anchors: tuple[str, ...]) -> str:
    """An answer as a sentence.

    >>> in_words(1, ("Never.", "Once")), in_words("not-sure", ())
    ('1. Once.', 'Not sure.')
    """
    if isinstance(answer, int):
        return f"{answer}. {sentence(anchors[answer])}"
    if isinstance(answer, dict):
        return f"A tally of the room: {', '.join(map(str, answer.get('counts', [])))} for 0 to 4."
    return f"{str(answer).replace('-', ' ').capitalize()}."


def _answer(sitting: Sitting, step: Ask, typed: str, allowed: tuple[Command, ...]) -> Move | None:
    """What to do after a line was typed; None to ask the same question again."""
    if typed.isdecimal() and typed.isascii() and int(typed) in LEVELS and len(typed) == 1:
        return _choose(sitting, step, int(typed))
    command = read_command(typed, allowed)
    if command is None:
        sitting.prompter.say(_what_to_type(typed))
        return None
    if command in UNKNOWNS:
        word, said = UNKNOWNS[command]
        return _save(sitting, step, word, said)
    return _obey(sitting, step, command, allowed)


def _what_to_type(typed: str) -> str:
    ways = "Please type a number from 0 to 4, ? if you are not sure, or h for help."
    return f"{heard(typed, 'an answer here')}; nothing has changed. {ways}"


def _choose(sitting: Sitting, step: Ask, level: int) -> Move | None:
    anchor = sentence(step.question.anchors[level])
    move = _save(sitting, step, level, f"You chose {level}. {anchor}")
    if move and needs_evidence(sitting, step, level):
        ask_evidence(sitting, step, because_of_level=True)
    return move


def _save(sitting: Sitting, step: Ask, answer: int | str, said: str) -> Move | None:
    changes = [
        Change(step.path(sitting.voice), answer),
        Change((*step.beside, "seen"), fingerprint(step.question)),
        *sitting.version_of(step.bank),
    ]
    if not sitting.save(*changes):
        return None
    sitting.prompter.say(f"{said} Saved.")
    return Move.ON


def _obey(sitting: Sitting, step: Ask, command: str, allowed: tuple[Command, ...]) -> Move | None:
    """Go where a command goes, or do what it asks and stay."""
    moves = {"back": Move.BACK, "skip": Move.SKIP, "check": Move.CHECK}
    if command == "stop":
        raise Stop
    if command in moves:
        return moves[command]
    if command == "leave out":
        return Move.ON if leave_out(sitting, step) else None
    _stay(sitting, step, command, allowed)
    return None


def _stay(sitting: Sitting, step: Ask, command: str, allowed: tuple[Command, ...]) -> None:
    if command == "why":
        sitting.prompter.say(step.question.why)
    elif command == "repeat":
        _show(sitting, step)
    elif command == "help":
        sitting.prompter.say(help_text(allowed))
    else:
        _write(sitting, step, command)


def _write(sitting: Sitting, step: Ask, command: str) -> None:
    if command == "note":
        _note(sitting, step)
    elif command == "evidence":
        ask_evidence(sitting, step, because_of_level=False)
    elif command == "limit":
        ask_ceiling(sitting, step)


def _note(sitting: Sitting, step: Ask) -> None:
    """A line of one's own: what people on the lived side say is kept as their words."""
    key = ("in_their_words", sitting.voice) if sitting.side == "lived" else ("note",)
    old = sitting.get(*step.beside, *key)
    if old:
        sitting.prompter.say(f"Written already: {old} What you write now is added.")
    text = ask_text(sitting.prompter, "In your own words, one line. Please name nobody. Enter leaves it:")
    if not text:
        sitting.prompter.say("Nothing was written.")
    elif sitting.save(
        Change((*step.beside, *key), f"{sentence(old)} {text}" if old else text),
        *sitting.version_of(step.bank),
    ):
        sitting.prompter.say("Saved.")
