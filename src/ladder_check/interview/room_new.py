"""What a new workshop is about: asked step by step, and nothing is made before the end."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from ladder_check.documents.library import Shelf
from ladder_check.interview.days import read_day
from ladder_check.interview.prompter import (
    Choice,
    Prompter,
    Stop,
    ask_count,
    ask_line,
    ask_needed,
    ask_text,
    ask_yes,
    heard,
)
from ladder_check.interview.sitting import VOICE_NAMES
from ladder_check.model.answer import PERSPECTIVES
from ladder_check.model.bank import Bank
from ladder_check.model.case import DEFAULT_LADDER_BANK
from ladder_check.model.room import AGREED_GROUP, Session
from ladder_check.report.wording import day, listed, quoted, some

_HOW: Final = "A few questions, and then the workshop is ready. Nothing is saved before the end. q stops."
PURPOSE: Final = "To find out together where we are and what to do next: to improve, not to inspect."
MOST_AREAS: Final = 3
"""So many areas of work fit into two hours, with breaks."""
_SMALL: Final = (
    "What few people answered is not shown, so that nobody can be picked out. Fewer than 5 is usual; 10 is "
    "stricter; 3 only if the small group itself agrees to it."
)


def ask_session(prompter: Prompter, shelf: Shelf, today: date) -> Session:
    """The workshop that somebody describes.

    Raises:
        Stop: somebody wants to stop.
        EOFError: there are no more lines.
    """
    prompter.say(_HOW)
    said: dict[str, Any] = {"format": 1, **_ask_about(prompter), "on": _ask_when(prompter, today)}
    said |= _ask_what(prompter, shelf)
    said["perspectives"] = _ask_invited(prompter)
    said["purpose"] = _ask_purpose(prompter)
    said |= _ask_small_groups(prompter)
    session = Session.model_validate({key: value for key, value in said.items() if value})
    prompter.say(_summary(session, shelf))
    if not ask_yes(prompter, "Is this right? yes (y) makes the workshop, no (n) leaves it:"):
        raise Stop
    return session


def _ask_about(prompter: Prompter) -> dict[str, str]:
    needed = "It needs a title, such as Day opportunities, autumn."
    return {
        "title": ask_needed(prompter, "What is the workshop called?", needed),
        "organisation": ask_text(prompter, "Which organisation is it? Enter leaves it out:"),
        "work": ask_text(prompter, "Which piece of work is it about? Enter leaves it out:"),
    }


def _ask_when(prompter: Prompter, today: date) -> date:
    while True:
        typed = ask_line(prompter, "When is it? A day, such as 3 November 2026; Enter is today:")
        when = read_day(typed, today, coming=True) if typed else today
        if when:
            return when
        prompter.say(f"{heard(typed, 'a day we can read')}. Please type one such as 2026-11-03.")


def _ask_what(prompter: Prompter, shelf: Shelf) -> dict[str, list[str]]:
    """The areas of work and the banks; one of them at least."""
    while True:
        areas = _ask_areas(prompter, shelf.bank(DEFAULT_LADDER_BANK))
        banks = [shelf.bank(each) for each in shelf.banks]
        others = [bank for bank in banks if bank.kind != "ladder"]
        choices = [Choice(bank.id, str(n), _offered(bank)) for n, bank in enumerate(others, 1)]
        prompter.say("\n".join(["Other questions:", *map(_line, choices)]))
        chosen = _ask_some(prompter, "Which of these too? Numbers, such as 1; Enter for none:", choices)
        if areas or chosen:
            return {"aspects": areas, "banks": chosen}
        prompter.say("Something has to be asked. Please choose an area of work, or other questions.")


def _ask_areas(prompter: Prompter, bank: Bank) -> list[str]:
    choices = [Choice(each.id, str(n), each.name) for n, each in enumerate(bank.aspects, 1)]
    each_asks = some(len(bank.indicators), "question")
    prompter.say("\n".join([f"Areas of work, a claim and {each_asks} each:", *map(_line, choices)]))
    prompt = f"Which? Numbers, such as 1 2; no more than {MOST_AREAS} in two hours; Enter for none:"
    while True:
        chosen = _ask_some(prompter, prompt, choices)
        if len(chosen) <= MOST_AREAS or ask_yes(prompter, f"{_too_many(chosen)} yes (y) or no (n):"):
            return chosen


def _too_many(chosen: Sequence[str]) -> str:
    return f"{len(chosen)} areas take longer than two hours, or leave no time to talk. Keep them?"


def _offered(bank: Bank) -> str:
    return f"{bank.title}: {some(len(bank.questions), 'question')}, about {some(bank.minutes, 'minute')}"


def _line(choice: Choice) -> str:
    return f"  {choice.letter}. {choice.name} ({choice.word})"


def _ask_some(prompter: Prompter, prompt: str, choices: Sequence[Choice]) -> list[str]:
    """The words of any number of *choices*, each typed as its number or its word."""
    known = {key: choice.word for choice in choices for key in (choice.letter, choice.word)}
    while True:
        typed = ask_line(prompter, prompt).lower().replace(",", " ").split()
        unknown = next((each for each in typed if each not in known), None)
        if unknown is None:
            return list(dict.fromkeys(known[each] for each in typed))
        prompter.say(
            f"{heard(unknown, 'in this list')}. Please type numbers from 1 to {len(choices)}, with a space "
            "between, or Enter for none."
        )


def _ask_invited(prompter: Prompter) -> dict[str, int]:
    prompter.say("How many people are invited? Numbers only, no names. Enter leaves one out.")
    while True:
        invited: dict[str, int] = {}
        for perspective in PERSPECTIVES:
            heads = ask_count(prompter, f"{VOICE_NAMES[perspective]}:")
            if heads == "skip":
                break
            invited |= {perspective: heads} if isinstance(heads, int) and heads else {}
        if invited:
            return invited
        prompter.say("Nobody is invited yet. Please type a number for one of them at least.")


def _ask_purpose(prompter: Prompter) -> str:
    prompter.say(f"What is it for? Our words, if you like them: {PURPOSE}")
    return ask_text(prompter, "Type your own in a line, or Enter to take ours:") or PURPOSE


def _ask_small_groups(prompter: Prompter) -> dict[str, Any]:
    prompter.say(_SMALL)
    while True:
        typed = ask_line(prompter, "Fewer than how many are not shown? 5, 10 or 3; Enter for 5:") or "5"
        if typed == str(AGREED_GROUP):
            agreed = ask_text(prompter, "Who agreed, and when? No names; Enter if nobody has yet:")
            if agreed:
                return {"small-group": AGREED_GROUP, "agreed-by": agreed}
            prompter.say("Then it cannot be 3 yet. 5 is safe; a workshop is easily set anew.")
        elif typed in ("5", "10"):
            return {"small-group": int(typed)}
        else:
            prompter.say(f"{heard(typed, 'one of these')}. Please type 5, 10 or 3.")


def _summary(session: Session, shelf: Shelf) -> str:
    areas = {each.id: each.name for each in shelf.bank(DEFAULT_LADDER_BANK).aspects}
    asked = [*map(areas.__getitem__, session.aspects), *(shelf.bank(each).title for each in session.banks)]
    invited = [f"{VOICE_NAMES[each]}: {heads}" for each, heads in session.perspectives.items()]
    lines = [
        f"{session.title}, {day(session.on)}.",
        f"Asked: {listed(map(quoted, asked))}.",
        f"Invited: {'; '.join(invited)}.",
        f"Not shown: what fewer than {session.small_group} people answered.",
    ]
    return "\n".join(lines)
