"""Typing in: what is typed goes into the record, and nothing is lost that somebody else typed."""

from collections.abc import Mapping

from ladder_check.model.answer import Voice
from ladder_check.model.room import Asked, RoomAnswer
from ladder_check.workshop import tallies, words
from ladder_check.workshop.record import Entry, Record, Round


class Entering:
    """One round, into which ballots, tallies and words are typed."""

    def __init__(self, record: Record, round_: Round) -> None:
        self.record, self.number = record, round_.number
        self.questions: tuple[Asked, ...] = tuple(map(record.question, round_.asks))
        self.invited: Mapping[Voice, int] = record.session.invited

    def voice_of(self, ballot: str) -> Voice | None:
        """Who a *ballot* speaks for; None if it says nothing, in this round or another."""
        return self.record.voice_of(ballot) if self.record.speaks(ballot) else None

    def answers(self, ballot: str) -> dict[str, RoomAnswer]:
        """What a *ballot* says in this round, by question."""
        return self.record.ballot(ballot, self.number)

    def save(
        self,
        ballot: str,
        voice: Voice,
        answers: Mapping[str, RoomAnswer | None],
        seen: Mapping[str, RoomAnswer | None],
    ) -> bool:
        """Keep *answers*, None for nothing ticked; False if the ballot no longer says what was *seen*.

        Raises:
            LadderCheckError: they do not fit the record, or cannot be written.
        """
        with self.record.database.transaction():
            now = self.answers(ballot)
            if any(now.get(question) != before for question, before in seen.items()):
                return False
            self.record.put([Entry(ballot, voice, self.number, *each) for each in answers.items()])
        return True

    def room(self) -> tuple[int, int]:
        """How many people answered something in this round, and how many are invited: the room as a whole."""
        return len(self.record.extents(self.number)), sum(self.record.session.perspectives.values())

    def takes(self) -> bool:
        """Whether the round still takes anything."""
        return takes(self.record, self.number)

    def newest_number(self) -> int:
        """The highest ballot number of this round; 0 if there is none."""
        return max((int(each) for each in paper_ballots(self.record, self.number)), default=0)

    def is_tallied(self, voice: Voice) -> bool:
        """Whether a tally of this round may count people of *voice* already."""
        return tallies.tallied(self.record, self.number, voice)

    def tally(self, question: str, voice: Voice) -> dict[RoomAnswer, int]:
        """How many of *voice* gave each answer by the tally of *question*; empty without one."""
        return tallies.tally_of(self.record, self.number, question, voice)

    def has_others(self, question: str, voice: Voice) -> bool:
        """Whether ballots beside the tally answer *question* that may be of the same people."""
        return tallies.has_others(self.record, self.number, question, voice)

    def save_tally(
        self,
        question: str,
        voice: Voice,
        counts: Mapping[RoomAnswer, int],
        seen: Mapping[RoomAnswer, int],
    ) -> bool:
        """Keep a tally in the place of the one that was *seen*; False if that is no longer the one there.

        Raises:
            LadderCheckError: it does not fit the record, or cannot be written.
        """
        with self.record.database.transaction():
            if self.tally(question, voice) != seen:
                return False
            tallies.put_tally(self.record, self.number, question, voice, counts)
        return True

    def save_words(self, question: str, voice: Voice, said: str, *, share: bool) -> tuple[int, bool]:
        """Keep what somebody *said*; its number, and whether it is new.

        What was typed last says whether it is shared: an import does not know.

        Raises:
            LadderCheckError: it cannot be written.
        """
        with self.record.database.transaction():
            before = {each.number for each in words.words_of(self.record)}
            number = words.add_words(self.record, question, voice, said, share=share)
            words.share_words(self.record, number, share=share)
        return number, number not in before

    def remove_words(self, number: int) -> None:
        """Take words out again.

        Raises:
            LadderCheckError: there are none of that number.
        """
        words.remove_words(self.record, number)


def takes(record: Record, number: int) -> bool:
    """Whether round *number* takes ballots."""
    return not record.is_closed and any(each.open for each in record.rounds if each.number == number)


def paper_ballots(record: Record, number: int) -> list[str]:
    """The ballots of round *number* whose number is a number, as on paper, the lowest first."""
    return sorted(filter(str.isdecimal, record.ballots(number)), key=int)
