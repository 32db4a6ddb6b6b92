"""A limit on one decision, written down there and then; and an area of work that is left out."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, get_args

from ladder_check.documents.places import Path
from ladder_check.documents.shared import Change
from ladder_check.interview.agenda import Ask
from ladder_check.interview.prompter import Choice, ask_choice, ask_day, ask_line, ask_text
from ladder_check.interview.sitting import Sitting
from ladder_check.model.answer import VOICES
from ladder_check.model.ceiling import KINDS_THAT_COUNT, Ceiling, CeilingKind
from ladder_check.report.ceilings import KINDS
from ladder_check.scoring.target import judge_ceiling

_PARTS: Final = {
    "decision": "which decision",
    "rung": "how far it can go",
    "kind": "a kind of reason that nobody here chose",
    "reason": "the reason",
    "talked_with": "having talked it through with people who draw on care and support, or carers",
    "said_openly": "where it was said openly",
    "agreed_on": "when it was agreed",
    "review_by": "a day to look at it again, at most two years later",
}


def ask_ceiling(sitting: Sitting, step: Ask) -> None:
    """Ask for the parts of a ceiling, each saved as it is said; Enter leaves a part as it is."""
    say, path = sitting.prompter.say, ("aspects", str(step.question.aspect), "ceiling")
    say(f"A limit on one decision within “{step.heading}”. Enter leaves any part for later, or as it is.")
    for key, ask in _asked(sitting, step).items():
        now = sitting.get(*path, key)
        if now:
            say(f"Written already: {', '.join(now) if isinstance(now, list) else now}.")
        said = ask()
        if said and not sitting.save(*_changes(sitting, step, (*path, key), said)):
            return
    say(_judged(sitting, step, path))


def _changes(sitting: Sitting, step: Ask, path: Path, said: Any) -> list[Change]:
    return [Change(path, said), *sitting.version_of(step.bank)]


def _asked(sitting: Sitting, step: Ask) -> dict[str, Callable[[], Any]]:
    """How each part is asked."""
    prompter, ladder = sitting.prompter, sitting.ladder_of(step.bank)
    rungs = [Choice(rung.id, str(n), rung.name) for n, rung in enumerate(ladder.rungs, 1)]
    names = ", ".join(f"{rung.letter} {rung.name}" for rung in rungs)
    kinds = [Choice(kind, str(n), KINDS[kind]) for n, kind in enumerate(get_args(CeilingKind), 1)]
    reasons = ", ".join(f"{kind.letter} {kind.name}" for kind in kinds)
    return {
        "decision": lambda: ask_text(prompter, "Which decision cannot be shared all the way?"),
        "rung": lambda: ask_choice(prompter, f"How far can it go? {names}:", rungs, optional=True),
        "kind": lambda: ask_choice(
            prompter, f"What is it that stands in the way? {reasons}:", kinds, optional=True
        ),
        "reason": lambda: ask_text(
            prompter, "The reason, in a sentence; name the law or the rule if there is one:"
        ),
        "talked_with": lambda: _ask_voices(sitting),
        "said_openly": lambda: ask_text(
            prompter, "Where was it said openly? A letter, a web page, a meeting:"
        ),
        "agreed_on": lambda: _day(ask_day(prompter, "When was it agreed?", sitting.today)),
        "review_by": lambda: _day(
            ask_day(prompter, "When will you look at it again? A day to come:", sitting.today, coming=True)
        ),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _ask_voices(sitting: Sitting) -> list[str] | None:
    prompt = f"Whom did you talk it through with? One or more of: {', '.join(VOICES)}; or Enter to leave it:"
    while True:
        typed = ask_line(sitting.prompter, prompt).lower().replace(",", " ").split()
        named = [word for word in typed if word != "and"]
        if not [word for word in named if word not in VOICES]:
            return list(dict.fromkeys(named)) or None
        sitting.prompter.say(f"Please type words of this list, or Enter to leave it: {', '.join(VOICES)}.")


def _judged(sitting: Sitting, step: Ask, path: Path) -> str:
    written = sitting.get(*path)
    if not written:
        return "Nothing was written."
    target = judge_ceiling(Ceiling(**written), sitting.ladder_of(step.bank), sitting.today)
    if target.agreed:
        return "Saved. This limit counts as agreed."
    return f"Saved. It does not count as agreed yet. It still needs {_needed(target.why_not, written)}."


def _needed(why_not: Sequence[str], written: dict[str, Any]) -> str:
    needs = [_PARTS[key] for key in why_not]
    if written.get("kind") not in (None, *KINDS_THAT_COUNT):
        needs.append("until then it is a limit you have chosen, and stays in the gap")
    return "; ".join(needs)


def leave_out(sitting: Sitting, step: Ask) -> bool:
    """Ask why the whole aspect is left out, and save it; whether it is."""
    prompt = f"Why has “{step.heading}” no place in this assessment? A sentence; Enter keeps it in:"
    reason = ask_text(sitting.prompter, prompt)
    if not reason:
        sitting.prompter.say("It stays in.")
        return False
    path = ("aspects", str(step.question.aspect), "left_out")
    if not sitting.save(*_changes(sitting, step, path, reason)):
        return False
    sitting.prompter.say("Left out, with your reason. Saved. What was answered stays in the file.")
    return True
