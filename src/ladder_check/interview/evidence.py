"""What someone else could see or hear."""

from datetime import date
from typing import Any, Final

from ladder_check.documents.shared import Change
from ladder_check.interview.agenda import Ask
from ladder_check.interview.prompter import Choice, Stop, ask_choice, ask_day, ask_text
from ladder_check.interview.sitting import Sitting
from ladder_check.model.answer import HOLDS_FROM, EvidenceKind
from ladder_check.report.annex import KINDS
from ladder_check.scoring.settle import EVIDENCE_MONTHS, months_after

_LETTERS: Final[dict[EvidenceKind, str]] = {"written": "w", "happened": "h", "said": "a", "seen": "s"}
_CHOICES: Final = tuple(Choice(kind, letter, KINDS[kind]) for kind, letter in _LETTERS.items())
_WHICH: Final = (
    "Is it written (w), did it happen (h), do people say it (a), or can it be seen (s)? "
    "Enter for what people say:"
)
_WHEN: Final = (
    "When was it? A day such as 2026-10-02, a month such as October 2026, or today. Enter if you do not know:"
)
_COUNTS_AS_2: Final = "Until there is some, the answer counts as 2."
_LATER: Final = f"{_COUNTS_AS_2} To add it later, go back (b) and type e."


def needs_evidence(sitting: Sitting, step: Ask, level: int) -> bool:
    """Whether a *level* is only said so far: a staff answer of 3 or 4, in a bank that asks for evidence."""
    return (
        sitting.side == "staff"
        and step.bank.evidence == "required"
        and level >= HOLDS_FROM
        and not _has_fresh(sitting, step)
    )


def _has_fresh(sitting: Sitting, step: Ask) -> bool:
    notes = sitting.get(*step.beside, "evidence") or []
    earliest = months_after(_assessed_on(sitting), -EVIDENCE_MONTHS).isoformat()
    return any(isinstance(note, dict) and str(note.get("on") or "") >= earliest for note in notes)


def _assessed_on(sitting: Sitting) -> date:
    return date.fromisoformat(str(sitting.get("assessed_on")))


def ask_evidence(sitting: Sitting, step: Ask, *, because_of_level: bool) -> None:
    """Ask for one piece of evidence and save it.  Only what it is must be said; Enter leaves the rest.

    What was said so far is saved too if somebody stops half way.
    """
    left = f"Enter leaves it. {_COUNTS_AS_2}" if because_of_level else "Enter leaves it."
    what = ask_text(
        sitting.prompter, f"What would someone see or hear? Please name nobody. {left}\nIn a sentence:"
    )
    if not what:
        sitting.prompter.say(f"No evidence noted. {_LATER if because_of_level else ''}".rstrip())
        return
    note = {"what": what, "kind": "said", "from": sitting.side}
    try:
        _ask_the_rest(sitting, note)
    except (EOFError, KeyboardInterrupt, Stop):
        _save(sitting, step, note)
        raise
    _save(sitting, step, note)


def _ask_the_rest(sitting: Sitting, note: dict[str, Any]) -> None:
    prompter = sitting.prompter
    note["kind"] = ask_choice(prompter, _WHICH, _CHOICES, optional=True) or "said"
    day = ask_day(prompter, _WHEN, sitting.today)
    if day is None:
        again = "Without a date it counts as old. Roughly when? Enter if you really do not know:"
        day = ask_day(prompter, again, sitting.today)
    if day is not None:
        note["on"] = day
    where = ask_text(prompter, "Where can it be found? A file, a link or a place. Enter leaves it:")
    if where:
        note["where"] = where


def _save(sitting: Sitting, step: Ask, note: dict[str, Any]) -> None:
    order = ("what", "kind", "on", "where", "from")
    tidy = {key: note[key] for key in order if key in note}
    if sitting.save(Change((*step.beside, "evidence"), tidy, adds=True)):
        sitting.prompter.say(
            f"Evidence saved. {'' if 'on' in note else 'Undated, it counts as old.'}".rstrip()
        )
