"""From step to step: on, back, and over to the page of answers and back again."""

from collections.abc import Callable, Sequence
from typing import Final

from ladder_check.documents.shared import Change
from ladder_check.interview.agenda import Claim, Step, is_answered, is_left_out
from ladder_check.interview.claims import ask_claim
from ladder_check.interview.prompter import ask_line, ask_yes, heard, sentence
from ladder_check.interview.questions import Move, ask_question, in_words
from ladder_check.interview.sitting import Sitting

_DONE: Final = ("done", "d")


Open = Callable[[Sitting, Step], bool]
"""Whether a step is still to be asked."""


def walk(sitting: Sitting, steps: Sequence[Step], seen: Sequence[Step], open_: Open) -> None:
    """Ask every one of *steps* that is *open_*, in order; *seen* are those on the page of answers.

    Raises:
        Stop: somebody wants to stop.
        EOFError: there are no more lines.
    """
    place = _next(sitting, steps, 0, open_)
    while place is not None:
        move = ask_step(sitting, steps[place])
        if move is Move.BACK:
            place = _before(sitting, steps, place)
        elif move is Move.CHECK:
            check_answers(sitting, seen)
            place = place if not is_left_out(sitting, steps[place]) else _next(sitting, steps, place, open_)
        else:
            if move is Move.SKIP:
                sitting.skipped.add(steps[place].path(sitting.voice))
            place = _next(sitting, steps, place + 1, open_)


def ask_step(sitting: Sitting, step: Step) -> Move:
    """Ask one step, whatever it is."""
    return ask_claim(sitting, step) if isinstance(step, Claim) else ask_question(sitting, step)


def _next(sitting: Sitting, steps: Sequence[Step], place: int, open_: Open) -> int | None:
    return next((n for n in range(place, len(steps)) if open_(sitting, steps[n])), None)


def _before(sitting: Sitting, steps: Sequence[Step], place: int) -> int:
    for n in range(place - 1, -1, -1):
        if not is_left_out(sitting, steps[n]):
            # Whoever goes back to what was skipped, and on from there, meets it as open again.
            sitting.skipped.discard(steps[n].path(sitting.voice))
            return n
    sitting.prompter.say("This is the first one; there is nothing before it.")
    return place


def check_answers(sitting: Sitting, steps: Sequence[Step]) -> None:
    """Show every answer on one page and change any by its number, until it is done.

    Raises:
        Stop: somebody wants to stop.
    """
    show = True
    while True:
        if show:
            sitting.prompter.say(page(sitting, steps))
        prompt = "Type a number to change that answer, r to see the page again, or done:"
        typed = ask_line(sitting.prompter, prompt).lower()
        if typed in _DONE:
            return
        show = _act(sitting, steps, typed)


def _act(sitting: Sitting, steps: Sequence[Step], typed: str) -> bool:
    """Do what was typed at the page; whether to show the page again."""
    if typed.isdecimal() and 1 <= int(typed) <= len(steps):
        _change(sitting, steps[int(typed) - 1])
        return False
    if typed not in ("r", "repeat", "c", "check"):
        sitting.prompter.say(
            f"{heard(typed, 'on this page')}. "
            f"Please type a number from 1 to {len(steps)}, done, or q to save and stop."
        )
        return False
    return True


def _change(sitting: Sitting, step: Step) -> None:
    """Ask *step* again; if its area of work is left out, whether to take it in again first."""
    if is_left_out(sitting, step):
        path = ("aspects", str(step.area), "left_out")
        sitting.prompter.say(f"This area of work is left out: {sitting.get(*path)}")
        if not ask_yes(sitting.prompter, "Take it in again? yes (y) or no (n):"):
            return
        if not sitting.save(Change(path, removes=True)):
            return
    ask_step(sitting, step)


def page(sitting: Sitting, steps: Sequence[Step]) -> str:
    """Every step with its answer, numbered; what is not answered says so."""
    lines = ["\nCheck your answers."]
    heading = ""
    for number, step in enumerate(steps, 1):
        name = "Where you say you are" if isinstance(step, Claim) else step.heading
        lines += [f"{name}:"] if name != heading else []
        heading = name
        lines.append(f"  {number}. {_about(step)} {_answer(sitting, step)}")
    return "\n".join(lines)


def _about(step: Step) -> str:
    return f"{step.aspect.name}." if isinstance(step, Claim) else step.question.ask


def _answer(sitting: Sitting, step: Step) -> str:
    if is_left_out(sitting, step):
        return "Left out, with a reason."
    if not is_answered(sitting, step):
        return "Not answered."
    answer = sitting.get(*step.path(sitting.voice))
    if isinstance(step, Claim):
        names: dict[str, str] = {rung.id: rung.name for rung in sitting.ladder_of(step.bank).rungs}
        return f"Your claim: {sentence(names.get(answer, str(answer)))}"
    noted = len(sitting.get(*step.beside, "evidence") or [])
    told = f" Evidence noted: {noted}." if noted and sitting.side == "staff" else ""
    return f"Your answer: {in_words(answer, step.question.anchors)}{told}"
