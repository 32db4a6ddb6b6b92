"""Where typed ballots go: what a dialogue needs of the record of a workshop, and no more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from ladder_check.interview.prompter import Prompter
from ladder_check.model.answer import Voice
from ladder_check.model.room import Asked, Difference, RoomAnswer


class Box(Protocol):
    """One round that takes ballots.  What is saved is on disk when it comes back."""

    questions: tuple[Asked, ...]

    def voice_of(self, ballot: str) -> Voice | None:
        """Who a *ballot* speaks for; None if it says nothing yet."""

    def answers(self, ballot: str) -> dict[str, RoomAnswer]:
        """What a *ballot* says, by question."""

    def save(
        self,
        ballot: str,
        voice: Voice,
        answers: Mapping[str, RoomAnswer | None],
        seen: Mapping[str, RoomAnswer | None],
    ) -> bool:
        """Keep *answers*, None for nothing ticked; False if the ballot no longer says what was *seen*."""

    def takes(self) -> bool:
        """Whether the round still takes anything."""

    def newest_number(self) -> int:
        """The highest ballot number so far; 0 if there is none."""


class RoomBox(Box, Protocol):
    """One round that takes ballots, tallies and words."""

    invited: Mapping[Voice, int]

    def room(self) -> tuple[int, int]:
        """How many people answered something, and how many are invited: the room as a whole."""

    def is_tallied(self, voice: Voice) -> bool:
        """Whether a tally may count people of *voice* already."""

    def tally(self, question: str, voice: Voice) -> dict[RoomAnswer, int]:
        """How many of *voice* gave each answer by the tally of *question*; empty without one."""

    def has_others(self, question: str, voice: Voice) -> bool:
        """Whether ballots beside the tally answer *question* that may be of the same people."""

    def save_tally(
        self,
        question: str,
        voice: Voice,
        counts: Mapping[RoomAnswer, int],
        seen: Mapping[RoomAnswer, int],
    ) -> bool:
        """Keep a tally in the place of the one that was *seen*; False if that is no longer the one there."""

    def save_words(self, question: str, voice: Voice, said: str, *, share: bool) -> tuple[int, bool]:
        """Keep what somebody *said*; its number, and whether it is new."""

    def remove_words(self, number: int) -> None:
        """Take words out again."""


class Checker(Protocol):
    """What was typed twice, and what settles a difference."""

    def differences(self) -> tuple[Difference, ...]:
        """Each difference, ballot by ballot, in the order of the questions."""

    def is_begun(self) -> bool:
        """Whether anything was typed a second time."""

    def left(self) -> tuple[str, ...]:
        """The ballot numbers that were typed once and not again."""

    def settle(self, difference: Difference, right: RoomAnswer | Voice | None) -> None:
        """Let both entries say what is *right*, as it is on the paper."""


class Saved(NamedTuple):
    """Something that was saved: *what* it is, and how to *take_back* what it changed, if that still can be.

    *ballot* and *place* say where it was typed, if on a ballot.
    """

    what: str
    take_back: Callable[[], bool]
    ballot: str = ""
    place: int = 0


@dataclass
class Desk:
    """Somebody who types ballots in: whom we ask, where it goes, and what was saved, the newest last.

    *room* is there if tallies and words go in too; *agreed* are those whose ballots may add to a tally.
    """

    prompter: Prompter
    box: Box
    room: RoomBox | None = None
    saved: list[Saved] = field(default_factory=list)
    last: str = ""
    agreed: set[Voice] = field(default_factory=set)
    knows_voices: bool = False

    def undo(self) -> Saved | None:
        """Take back what was saved last, and say so; None if that cannot be."""
        if not self.saved:
            self.prompter.say("Nothing was saved in this sitting yet, so there is nothing to take back.")
            return None
        last = self.saved[-1]
        is_taken_back = last.take_back()
        # Not before: what could not be written can be taken back again.
        self.saved.pop()
        if is_taken_back:
            self.prompter.say(f"Taken back: {last.what} is as it was before.")
            return last
        self.prompter.say(f"Somebody else has changed {last.what} meanwhile. It stays as it is.")
        return None
