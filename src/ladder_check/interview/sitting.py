"""One sitting: whom we tell and ask, who answers, and the file that every answer goes into at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as File
from typing import Any, Final

from ladder_check.documents.edit import get
from ladder_check.documents.places import Path
from ladder_check.documents.shared import Change, SharedFile
from ladder_check.errors import LadderCheckError
from ladder_check.interview.prompter import Prompter, Stop
from ladder_check.model.answer import PERSPECTIVES, SIDE_OF, SIDES, Side, Voice
from ladder_check.model.bank import Bank
from ladder_check.model.ladder import Ladder
from ladder_check.report.wording import by_voice

VOICE_NAMES: Final[Mapping[Voice, str]] = {
    **{perspective: by_voice(perspective) for perspective in PERSPECTIVES},
    # Whoever chooses may take carers for people who are paid to care.
    "carers": "Unpaid carers",
    **{side: f"{by_voice(side)} together" for side in SIDES},
}


class Desk:
    """Whom we tell and ask, and the file that every answer goes into at once."""

    prompter: Prompter
    file: SharedFile
    today: date
    _read: tuple[str, Any] = ("", None)

    @property
    def data(self) -> Any:
        """What the file says now, as plain data."""
        if self._read[0] != self.file.text:
            self._read = (self.file.text, self.file.data)
        return self._read[1]

    def get(self, *path: str | int) -> Any:
        """What the file says at *path*; None if nothing does."""
        return get(self.data, path)

    def save(self, *changes: Change) -> bool:
        """Write *changes*, all or none; whether they are saved.  If not, it was said why."""
        try:
            outcome = self.file.change(changes)
        except LadderCheckError as error:
            self.prompter.say(f"Not saved. {error}")
            return False
        if not outcome.saved:
            self.prompter.say(_clash(changes[0], outcome.theirs))
        elif outcome.others_changed:
            self.prompter.say(
                "Somebody else has changed the file meanwhile. Theirs and yours are both in it."
            )
        return outcome.saved


@dataclass
class Sitting(Desk):
    """What every part of the interview needs."""

    prompter: Prompter
    file: SharedFile
    voice: Voice
    today: date
    ladders: Mapping[str, Ladder]
    skipped: set[Path] = field(default_factory=set)
    knows_rungs: bool = False

    @property
    def side(self) -> Side:
        """The side that the voice is on."""
        return SIDE_OF[self.voice]

    def version_of(self, bank: Bank) -> list[Change]:
        """The change that notes which version of a *bank* was asked, where the file does not say yet."""
        path = ("banks", bank.id)
        return [] if self.get(*path) else [Change(path, bank.version)]

    def ladder_of(self, bank: Bank) -> Ladder:
        """The ladder of a *bank* of kind ladder."""
        return self.ladders[bank.ladder or ""]


def sit(prompter: Prompter, work: Callable[[], None], how_to_go_on: Callable[[], str]) -> bool:
    """Do *work* until it ends or somebody stops; whether it came to an end that was not an interruption."""
    try:
        work()
    except (Stop, EOFError):
        prompter.say(how_to_go_on())
    except KeyboardInterrupt:
        prompter.say("\n" + how_to_go_on())
        return False
    return True


def as_typed(path: File) -> str:
    """A file as its name is typed in a command.

    ```pycon
    >>> as_typed(File("day.assessment.yaml")), as_typed(File("our day.assessment.yaml"))
    ('day.assessment.yaml', '"our day.assessment.yaml"')

    ```
    """
    return f'"{path}"' if " " in str(path) else str(path)


def _clash(change: Change, theirs: Any) -> str:
    there = "took the answer out" if theirs is None else f"put {theirs} here"
    return (
        f"Not saved. Somebody else {there} meanwhile; you said {change.value}. "
        "Please answer again: what you say now is kept."
    )
