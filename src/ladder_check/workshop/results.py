"""What a room said, from its record: what may be shown of it, and nothing else, leaves this module."""

from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.scoring.likely import LEVEL
from ladder_check.scoring.room import RoomResults, Terms, room_results
from ladder_check.workshop.reading import shown_questions
from ladder_check.workshop.record import Record, Round
from ladder_check.workshop.rounds import round_called


def must_be_closed_first(record: Record, only: int | None = None) -> Round | None:
    """The round that is still open although it, or a later one, holds answers to be shown; or None.

    *only* is the round that is asked for, if it is one alone.  While it is open there are no results of it,
    nor of those after it: with one more ballot anybody could work out what that person said.

    Raises:
        LadderCheckError: there is no such round.
    """
    last = record.rounds[-1].number if only is None else round_called(record, only).number
    wanted = [each for each in record.rounds if each.number <= last]
    opened = next((each for each in wanted if each.open), None)
    if opened is None:
        return None
    later = [each for each in wanted if each.number >= opened.number]
    return opened if any(record.extents(each.number) for each in later) else None


def show_results(record: Record, level: int = LEVEL, only: int | None = None) -> RoomResults:
    """What may be shown of what a room said in its closed rounds, or in the one round *only*.

    It is noted that they were shown: from now on nothing in them may change.  *level* is that of the likely
    ranges, in per cent.

    Raises:
        LadderCheckError: there is nothing to show; it says why.
    """
    terms = Terms(record.session.small_group, record.session.invited, level)
    # In one transaction: no ballot comes between what is read and the note that it was shown.
    with record.database.transaction():
        results = room_results(shown_questions(record), terms, only)
        if not results.questions:
            raise LadderCheckError(_NOTHING[only is None].format(only=only, path=record.path))
        record.note_shown({each.number for each in record.rounds if not each.shown} & {*results.rounds})
    return results


_NOTHING: Final = {
    True: "Nobody has answered yet in a round that is closed. Ballots come in with:\n"
    "ladder-check workshop enter {path}",
    False: "Nothing can be shown of round {only}: either nobody has answered in it, or it or an earlier one "
    "is still open. See how far it is with:\nladder-check workshop status {path}",
}
