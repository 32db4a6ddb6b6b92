"""Where we say we are, before anything else is asked."""

from typing import Final

from ladder_check.documents.shared import Change
from ladder_check.interview.agenda import Claim, mixed
from ladder_check.interview.commands import on_one_line
from ladder_check.interview.prompter import ask_line, heard, sentence
from ladder_check.interview.questions import Move
from ladder_check.interview.sitting import Sitting

_MOVES: Final = {
    "b": Move.BACK,
    "back": Move.BACK,
    "s": Move.SKIP,
    "skip": Move.SKIP,
    "c": Move.CHECK,
    "check": Move.CHECK,
}
_HELP: Final = """\
Type one of these, then Enter:
  1 to {count}: the one that is nearest
  not sure, or ?: you do not know; then nothing is claimed here
  back, or b: the one before; what you said stays until you change it
  skip, or s: leave it for now
  why, or w: why we ask
  repeat, or r: say it again, with what each one means
  check, or c: all your answers on one page
  stop, or q: save and stop; you can go on at any time"""
_ROW: Final = ("b back", "s skip", "w why we ask", "r repeat", "c check", "h help", "q save and stop")
_NOT_SURE: Final = ("?", "not sure")
_WHY: Final = "We ask first, so that what you say now can be set beside what the questions show."


def ask_claim(sitting: Sitting, step: Claim) -> Move:
    """Ask which rung an aspect is on; what is said is saved as a claim.  Not being sure leaves it open.

    Raises:
        Stop: somebody wants to stop.
    """
    shown = _cards(step) if step.by_card else _rungs(sitting, step)
    prompt = on_one_line(f"Answer 1–{len(shown)}", ["? not sure"], _ROW)
    _show(sitting, step, shown)
    while True:
        typed = ask_line(sitting.prompter, prompt).lower()
        if typed in shown or typed in shown.values():
            rung = shown.get(typed, typed)
            if _save(sitting, step, rung):
                return Move.ON
        elif typed in _NOT_SURE:
            sitting.prompter.say("You are not sure. Then nothing is claimed here.")
            return Move.SKIP
        elif typed in _MOVES:
            return _MOVES[typed]
        else:
            _stay(sitting, step, shown, typed)


def _rungs(sitting: Sitting, step: Claim) -> dict[str, str]:
    """Number and id of each rung, top first."""
    ids = sitting.ladder_of(step.bank).ids
    return {str(number): ids[number - 1] for number in range(len(ids), 0, -1)}


def _cards(step: Claim) -> dict[str, str]:
    return {str(n): rung for n, rung in enumerate(mixed(step.aspect), 1)}


def _show(sitting: Sitting, step: Claim, shown: dict[str, str]) -> None:
    lines = _lines_of_cards(step, shown) if step.by_card else _lines_of_rungs(sitting, step, shown)
    now = sitting.get(*step.path(sitting.voice))
    lines += [f"You said: {_name(sitting, step, now)} It stays until you change it."] if now else []
    sitting.prompter.say("\n".join(lines))


def _lines_of_cards(step: Claim, shown: dict[str, str]) -> list[str]:
    aspect = step.aspect
    lines = [f"\n{aspect.name}: {aspect.short}.", "Which one is nearest to what happens now?"]
    return lines + [f"  {number}. {aspect.cards[rung]}" for number, rung in shown.items()]


def _lines_of_rungs(sitting: Sitting, step: Claim, shown: dict[str, str]) -> list[str]:
    """The rungs from the top: with what they mean the first time, and by their names from then on."""
    rungs = {number: sitting.ladder_of(step.bank).rung(int(number)) for number in shown}
    lines = [f"\nWhere you say you are: {step.aspect.name} ({step.aspect.short})."]
    if sitting.knows_rungs:
        names = ", ".join(f"{number} {rung.name}" for number, rung in rungs.items())
        return [*lines, f"{names}. r says what they mean."]
    sitting.knows_rungs = True
    lines += ["Start at the top, and stop at the first one that is true now."]
    return lines + [f"  {number}. {rung.name}. {rung.means}" for number, rung in rungs.items()]


def _name(sitting: Sitting, step: Claim, rung: str) -> str:
    if step.by_card:
        return sentence(step.aspect.cards.get(rung, rung))
    return sentence(next((each.name for each in sitting.ladder_of(step.bank).rungs if each.id == rung), rung))


def _save(sitting: Sitting, step: Claim, rung: str) -> bool:
    if not sitting.save(Change(step.path(sitting.voice), rung), *sitting.version_of(step.bank)):
        return False
    sitting.prompter.say(f"You said: {_name(sitting, step, rung)} Saved as a claim.")
    return True


def _stay(sitting: Sitting, step: Claim, shown: dict[str, str], typed: str) -> None:
    if typed in ("w", "why"):
        sitting.prompter.say(_WHY)
    elif typed in ("h", "help"):
        sitting.prompter.say(_HELP.format(count=len(shown)))
    elif typed in ("r", "repeat"):
        sitting.knows_rungs = False
        _show(sitting, step, shown)
    else:
        sitting.prompter.say(
            f"{heard(typed, 'an answer here')}; nothing has changed. "
            f"Please type a number from 1 to {len(shown)}, ? if you are not sure, "
            "s to skip, b to go back, r to hear it again, or q to save and stop."
        )
