"""How far a workshop is, from its record."""

from collections.abc import Sequence

from ladder_check.report.progress import Progress, RoundProgress
from ladder_check.scoring.privacy import SMALL_GROUP
from ladder_check.workshop.record import Record, Round
from ladder_check.workshop.setting import answered_at_close


def progress_of(record: Record, path: str) -> Progress:
    """How far the workshop is whose record is typed as *path*."""
    session = record.session
    return Progress(
        path=path,
        title=session.title,
        on=session.on,
        invited=sum(session.perspectives.values()),
        small_group=session.small_group,
        agreed_by=session.agreed_by,
        closed=record.is_closed,
        rounds=tuple(_round(record, each) for each in record.rounds),
    )


def answered(record: Record, number: int) -> tuple[int, int | None]:
    """How many people answered something in round *number*, and everything; None if that tells too much.

    Of a few who answered all, or left something out, somebody who sat beside them would know who they are.
    """
    if record.is_closed:
        return answered_at_close(record.database, number)
    asked = next(len(each.asks) for each in record.rounds if each.number == number)
    extents = record.extents(number)
    everything = sum(extent == asked for extent in extents)
    return len(extents), everything if _hides_nobody(extents, everything, record) else None


def _hides_nobody(extents: Sequence[int], everything: int, record: Record) -> bool:
    k = max(record.session.small_group, SMALL_GROUP)
    return all(part == 0 or part >= k for part in (everything, len(extents) - everything))


def _round(record: Record, each: Round) -> RoundProgress:
    return RoundProgress(
        each.number,
        each.open,
        each.shown,
        tuple(record.question(question) for question in each.asks),
        *answered(record, each.number),
    )
