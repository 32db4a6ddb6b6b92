"""The interview: what comes when, from "Who is answering?" to "check your answers".

It knows no terminal and no clock.  Every answer is in the file before the next question is asked, so
it does not matter how it ends.
"""

from typing import Final

from ladder_check.documents.shared import Change, SharedFile
from ladder_check.errors import LadderCheckError
from ladder_check.interview.agenda import (
    Ask,
    Claim,
    Step,
    cards_of,
    choose_aspects,
    has_other_words,
    is_answered,
    is_changed,
    is_left_out,
    is_open,
    steps_of,
)
from ladder_check.interview.closing import ask_actions, ask_missing_voices
from ladder_check.interview.opening import (
    ask_details,
    ask_new_file,
    ask_voice,
    ask_who_is_here,
    recall_actions,
)
from ladder_check.interview.prompter import Prompter, Stop, ask_yes
from ladder_check.interview.request import Request
from ladder_check.interview.sitting import VOICE_NAMES, Sitting, as_typed
from ladder_check.interview.walk import check_answers, walk
from ladder_check.model.answer import Voice
from ladder_check.model.bank import Bank

_HOW: Final = (
    "One question at a time: type your answer, then Enter. Each answer is saved at once. "
    "h is help; q stops, and you can go on another day."
)


def interview(prompter: Prompter, request: Request) -> bool:
    """Ask all that *request* wants; whether it came to an end that was not an interruption.

    Raises:
        LadderCheckError: the file cannot be made or read at all.
    """
    sitting: Sitting | None = None
    steps: list[Step] = []
    try:
        is_new = not request.path.exists()
        sitting = _begin(prompter, request)
        _open(sitting, is_new=is_new)
        _ask_all(sitting, request, steps)
    except Stop:
        prompter.say(_how_to_go_on(request, sitting))
        return True
    except EOFError:
        is_done = sitting and steps and not any(is_open(sitting, step) for step in steps)
        prompter.say(_what_next(request) if is_done else _how_to_go_on(request, sitting))
        return True
    except KeyboardInterrupt:
        prompter.say("\n" + _how_to_go_on(request, sitting))
        return False
    prompter.say(_what_next(request))
    return True


def _begin(prompter: Prompter, request: Request) -> Sitting:
    if not request.path.parent.is_dir():
        message = "there is no such folder. Either make it, or choose another"
        raise LadderCheckError(f"{request.path.parent}: {message}.")
    prompter.say(_HOW)
    voice = request.voice or ask_voice(prompter)
    if request.path.exists():
        sitting = _sitting(prompter, request, SharedFile.open(request.path), voice)
        prompter.say(f"Going on with {request.path}. Answering: {VOICE_NAMES[voice]}.")
        return sitting
    text = ask_new_file(prompter, request.today)
    sitting = _sitting(prompter, request, SharedFile.create(request.path, text), voice)
    prompter.say(f"Saved as {request.path}. Answering: {VOICE_NAMES[voice]}.")
    return sitting


def _open(sitting: Sitting, *, is_new: bool) -> None:
    """Ask what comes before any question: of a new file, what and who; of another, what was promised."""
    if is_new:
        ask_details(sitting)
        ask_who_is_here(sitting)
    else:
        recall_actions(sitting)


def _sitting(prompter: Prompter, request: Request, file: SharedFile, voice: Voice) -> Sitting:
    return Sitting(prompter, file, voice, request.today, request.ladders)


def _ask_all(sitting: Sitting, request: Request, steps: list[Step]) -> None:
    """Ask everything; *steps* grows by what is begun."""
    if request.wishes.changed:
        _ask_changed(sitting, request, steps)
        return
    for bank in request.banks:
        _ask_bank(sitting, request, bank, steps)
    if request.wishes.quick:
        sitting.prompter.say(
            "\nThis is what you say, before anything was asked about it: a claim, and no more."
        )
    else:
        if not sitting.get("missing_voices"):
            ask_missing_voices(sitting, request.groups)
        ask_actions(sitting)
    if steps:
        check_answers(sitting, steps)


def _ask_bank(sitting: Sitting, request: Request, bank: Bank, steps: list[Step]) -> None:
    its_steps = _steps(sitting, request, bank)
    offered = not request.wishes.banks and not request.wishes.aspects and not request.wishes.quick
    if (
        offered
        and not any(is_answered(sitting, each) for each in its_steps)
        and not _wants(sitting, bank, its_steps)
    ):
        return
    steps.extend(its_steps)
    _say_version(sitting, bank)
    walk(sitting, its_steps, steps, is_open)


def _say_version(sitting: Sitting, bank: Bank) -> None:
    answered = sitting.get("banks", bank.id)
    if answered not in (None, bank.version):
        sitting.prompter.say(
            f"{bank.title}: version {answered} was answered here, and this is {bank.version}. "
            "To answer again only what has other words now, add --changed."
        )


def _steps(sitting: Sitting, request: Request, bank: Bank) -> list[Step]:
    in_file = [*(sitting.get("aspects") or {})]
    in_file += [question.partition(".")[0] for question in sitting.get("answers", bank.id) or {}]
    aspects = choose_aspects(bank, request.wishes.aspects, in_file) if bank.kind == "ladder" else []
    return cards_of(bank, aspects) if request.wishes.quick else steps_of(bank, aspects)


def _wants(sitting: Sitting, bank: Bank, steps: list[Step]) -> bool:
    """Whether a bank that was not begun is to be asked now."""
    count = len([step for step in steps if isinstance(step, Ask)])
    areas = len([step for step in steps if isinstance(step, Claim)])
    extent = f"{areas} areas of work, {count} questions" if areas else f"{count} questions"
    about = f"\nNext: {bank.title}. {bank.about} {extent}, about {bank.minutes} minutes."
    sitting.prompter.say(about)
    return ask_yes(sitting.prompter, "Shall we? yes (y), no (n), or q to stop:")


def _ask_changed(sitting: Sitting, request: Request, steps: list[Step]) -> None:
    """Ask again what has other words now than when it was answered."""
    everything = [step for bank in request.banks for step in _steps(sitting, request, bank)]
    steps.extend(step for step in everything if is_changed(sitting, step))
    if not steps:
        sitting.prompter.say("No question has other words now than when it was answered.")
        return
    count = "One question has" if len(steps) == 1 else f"{len(steps)} questions have"
    sitting.prompter.say(f"{count} other words now. Your old answer stays until you change it.")
    walk(sitting, steps, steps, _is_still_changed)
    _note_versions(sitting, request, everything)
    check_answers(sitting, steps)


def _note_versions(sitting: Sitting, request: Request, everything: list[Step]) -> None:
    """Note the version of each bank all of whose answers were given to the words it has now."""
    old = {step.bank.id for step in everything if has_other_words(sitting, step)}
    for bank in request.banks:
        if bank.id not in old and sitting.get("banks", bank.id) not in (None, bank.version):
            sitting.save(Change(("banks", bank.id), bank.version))


def _is_still_changed(sitting: Sitting, step: Step) -> bool:
    is_skipped = step.path(sitting.voice) in sitting.skipped
    return is_changed(sitting, step) and not is_skipped and not is_left_out(sitting, step)


def _how_to_go_on(request: Request, sitting: Sitting | None) -> str:
    if sitting is None:
        return "Nothing was saved, because nothing was answered yet."
    flags = " ".join(each for each in (f"--as {sitting.voice}", str(request.wishes)) if each)
    return (
        f"Everything answered so far is saved in {request.path}. To go on, type:\n"
        f"ladder-check assess {as_typed(request.path)} {flags}"
    )


def _what_next(request: Request) -> str:
    file = as_typed(request.path)
    return (
        f"All saved in {request.path}. To see where you stand, type:\nladder-check score {file}\n"
        f"For a report to print and talk about:\nladder-check report {file} --format html -o report.html\n"
        f"Somebody else's turn:\nladder-check assess {file}"
    )
