"""One paper ballot: question by question, or all of it in one line, whichever is typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from ladder_check.interview.commands import Command, read_command
from ladder_check.interview.prompter import ask_line, ask_yes
from ladder_check.interview.room_box import Desk, Saved
from ladder_check.interview.room_rows import Row, Unreadable, called, expected, read_row, say_answer, say_row
from ladder_check.model.answer import Voice
from ladder_check.model.room import Asked, RoomAnswer
from ladder_check.report.wording import small

COMMANDS: Final = (
    Command("back", "b", "the question before, or another ballot"),
    Command("skip", "s", "leave this question as it is"),
    Command("undo", "u", "take back what was saved last"),
    Command("repeat", "r", "the whole question, with its steps"),
    Command("check", "c", "this ballot, question by question"),
    Command("help", "h", "this list"),
    Command("stop", "q", "stop; all that was typed is saved"),
)
_HELP: Final = "\n".join(
    [
        "Type the answer, or all answers from here in one line:",
        "  ?: not sure",
        "  x: rather not say",
        "  -: nothing is ticked",
        *(f"  {each.word}, or {each.letter}: {each.does}" for each in COMMANDS),
    ]
)


@dataclass
class _Sheet:
    """A ballot that is being typed, and at which question."""

    desk: Desk
    ballot: str
    voice: Voice
    place: int = 0

    @property
    def questions(self) -> tuple[Asked, ...]:
        return self.desk.box.questions

    @property
    def asked(self) -> Asked:
        return self.questions[self.place]

    @property
    def name(self) -> str:
        return f"Ballot {self.ballot}, {self.voice}"

    def answers(self) -> dict[str, RoomAnswer]:
        return self.desk.box.answers(self.ballot)

    def say(self, text: str) -> None:
        self.desk.prompter.say(text)


def type_ballot(desk: Desk, ballot: str, voice: Voice, place: int = 0) -> None:
    """Ask for the answers of one *ballot* from the question at *place*, and save each line at once.

    Raises:
        Stop: somebody wants to stop.
        LadderCheckError: it cannot be saved.
    """
    sheet = _Sheet(desk, ballot, voice, place)
    desk.last = ballot
    if so_far := sheet.answers():
        sheet.say(
            f"{sheet.name}, has answers: {say_row(so_far, sheet.questions)}. They stay until you change them."
        )
    # With one area of work it was said at the start, and need not be said again for each ballot.
    heading = sheet.asked.heading if one_heading(sheet.questions) else ""
    while 0 <= sheet.place < len(sheet.questions):
        if not sheet.asked.is_claim and sheet.asked.heading != heading:
            heading = sheet.asked.heading
            sheet.say(f"{heading}.")
        _step(sheet)
    if sheet.place >= 0:
        sheet.say(_said_back(sheet))


def _step(sheet: _Sheet) -> None:
    typed = ask_line(sheet.desk.prompter, _prompt(sheet))
    command = read_command(typed, COMMANDS)
    if command:
        _DO[command](sheet)
        return
    try:
        row = read_row(typed, sheet.questions[sheet.place :]) if typed else None
    except Unreadable as error:
        sheet.say(str(error))
        return
    if row is None:
        sheet.say(expected(sheet.asked))
    elif _save(sheet, row):
        sheet.place += len(row)


def _prompt(sheet: _Sheet) -> str:
    now = sheet.answers().get(sheet.asked.id)
    so_far = f", now {say_answer(now)}" if now is not None else ""
    return f"{sheet.place + 1} of {len(sheet.questions)}. {called(sheet.asked)}{so_far}:"


def _save(sheet: _Sheet, row: Row) -> bool:
    """Save what was typed; whether to go on to what comes after it."""
    box, now = sheet.desk.box, sheet.answers()
    before = {question: now.get(question) for question in row}
    if row == before:
        # Nothing new is on the paper; a lone answer is acknowledged all the same.
        _acknowledge(sheet, row)
        return True
    if not _may_change(sheet, before, row):
        sheet.say("Nothing was changed.")
        return False
    if not box.save(sheet.ballot, sheet.voice, row, before):
        sheet.say(f"Not saved: somebody else has changed ballot {sheet.ballot} meanwhile. {_now(sheet)}")
        return False
    what = f"ballot {sheet.ballot}" + (f", {small(called(sheet.asked))}," if len(row) == 1 else "")
    back = partial(box.save, sheet.ballot, sheet.voice, before, row)
    sheet.desk.saved.append(Saved(what, back, sheet.ballot, sheet.place))
    _acknowledge(sheet, row)
    return True


def _acknowledge(sheet: _Sheet, row: Row) -> None:
    if len(sheet.questions) > len(row) == 1:
        ((_, answer),) = row.items()
        sheet.say("Nothing ticked." if answer is None else f"{say_answer(answer)}. Saved.")


def _may_change(sheet: _Sheet, before: Row, row: Row) -> bool:
    """Whether an answer that is there may become another: asked first, for it may be the wrong ballot."""
    changed = {each: old for each, old in before.items() if old is not None and old != row[each]}
    if not changed:
        return True
    numbers = {asked.id: n for n, asked in enumerate(sheet.questions, 1)}
    if len(changed) == 1:
        ((question, old),) = changed.items()
        new = "nothing ticked" if row[question] is None else say_answer(row[question])
        whole = f"said {say_answer(old)} before. Change it to {new}?"
    else:
        each = (
            f"{say_answer(old)} to question {numbers[q]}, now {say_answer(row[q])}"
            for q, old in changed.items()
        )
        whole = f"said before: {'; '.join(each)}. Change them?"
    return ask_yes(sheet.desk.prompter, f"Ballot {sheet.ballot} {whole} yes (y) or no (n):")


def _now(sheet: _Sheet) -> str:
    return (
        f"It says now: {say_row(sheet.answers(), sheet.questions)}. Please look at the paper and type again."
    )


def _said_back(sheet: _Sheet) -> str:
    """The whole ballot in one line, which is on disk; and how many of the room that makes."""
    answers = sheet.answers()
    if not answers:
        return f"Nothing is ticked on ballot {sheet.ballot}, so there is nothing to save."
    said = f"{sheet.name}: {say_row(answers, sheet.questions)}. Saved."
    return f"{said}{_so_far(*sheet.desk.room.room())}" if sheet.desk.room else said


def _so_far(answered: int, invited: int) -> str:
    if answered > invited:
        return f" {answered} so far, and {invited} are invited: please look at the numbers."
    return f" {answered} of {invited} so far."


def _back(sheet: _Sheet) -> None:
    sheet.place -= 1


def _skip(sheet: _Sheet) -> None:
    sheet.place += 1


def _undo(sheet: _Sheet) -> None:
    taken = sheet.desk.undo()
    if taken and taken.ballot == sheet.ballot:
        sheet.place = taken.place


def _repeat(sheet: _Sheet) -> None:
    asked = sheet.asked
    steps = (f"  {step}. {words}" for step, words in zip(asked.scale.steps, asked.labels, strict=True))
    note = [asked.note] if asked.note else []
    sheet.say("\n".join([asked.ask, *note, *steps]))


def _check(sheet: _Sheet) -> None:
    sheet.say(f"{sheet.name}:\n{by_question(sheet.answers(), sheet.questions)}")


def one_heading(questions: tuple[Asked, ...]) -> bool:
    """Whether all *questions* are of one area of work, or of one bank."""
    return len({each.heading for each in questions}) == 1


def by_question(answers: Mapping[str, RoomAnswer], questions: tuple[Asked, ...]) -> str:
    """A ballot, a line for each question."""
    return "\n".join(
        f"  {n}. {called(each)}: {say_answer(answers.get(each.id))}" for n, each in enumerate(questions, 1)
    )


_DO: Final[Mapping[str, Callable[[_Sheet], None]]] = {
    "back": _back,
    "skip": _skip,
    "undo": _undo,
    "repeat": _repeat,
    "check": _check,
    "help": lambda sheet: sheet.say(_HELP),
}
