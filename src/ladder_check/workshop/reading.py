"""What may be shown of a record: the one way from votes to anything that anybody sees."""

from collections.abc import Iterable
from itertools import takewhile

from pydantic import TypeAdapter, ValidationError

from ladder_check.errors import LadderCheckError
from ladder_check.scoring.shown import ShownQuestion, show_rounds
from ladder_check.workshop.database import DAMAGED
from ladder_check.workshop.record import Record, Round

_KEPT: TypeAdapter[ShownQuestion] = TypeAdapter(ShownQuestion)


def shown_questions(record: Record) -> dict[str, ShownQuestion]:
    """What may be shown of each question that was answered, by its id, in the order of the agenda.

    Only of closed rounds, and of none after an open one: what is shown of a round takes those before it
    into account.  The same before and after the record is closed for good.

    Raises:
        LadderCheckError: the record is damaged.
    """
    return _kept(record) if record.is_closed else _computed(record)


def keep_shown(record: Record) -> None:
    """Keep what may be shown as it is now, for when nothing links the answers any more; in a transaction."""
    rows = ((question, _KEPT.dump_json(shown).decode()) for question, shown in _computed(record).items())
    record.database.run_each("INSERT INTO kept (question, shown) VALUES (?, ?)", rows)


def _computed(record: Record) -> dict[str, ShownQuestion]:
    readable = _readable(record.rounds)
    shown = dict[str, ShownQuestion]()
    for question, asked in record.questions.items():
        votes = {number: each for number, each in record.votes(question).items() if number in readable}
        if votes:
            shown[question] = show_rounds(votes, asked.scale, record.session.small_group)
    return shown


def _readable(rounds: Iterable[Round]) -> set[int]:
    return {each.number for each in takewhile(lambda each: not each.open, rounds)}


def _kept(record: Record) -> dict[str, ShownQuestion]:
    kept = dict(record.database.all("SELECT question, shown FROM kept"))
    try:
        return {each: _KEPT.validate_json(kept[each]) for each in record.questions if each in kept}
    except ValidationError:
        raise LadderCheckError(DAMAGED.format(record.path)) from None
