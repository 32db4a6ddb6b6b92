"""A room that is scripted whole: the worked room as a claim, then questions in two rounds; in a record."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ladder_check.documents.library import Shelf
from ladder_check.model.answer import Perspective
from ladder_check.model.room import Session
from ladder_check.report.room_view import RoomMaterial
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.day import set_out
from ladder_check.workshop.record import Entry, Record, open_record
from ladder_check.workshop.results import show_results
from rooms import Answer, people_at

CLAIM, R4, R5, HR1 = "claim.designing", "ladder.designing.r4", "ladder.designing.r5", "rules.hr1.practice"
SESSION: dict[str, Any] = {
    "format": 1,
    "title": "Day opportunities, autumn",
    "on": "2026-11-03",
    "organisation": "Riverside Council",
    "purpose": "To find out where to begin",
    "agenda": [CLAIM, R4, R5, HR1],
    "perspectives": {"people": 9, "carers": 6, "frontline": 22, "leaders": 6},
}
Said = Mapping[Perspective, Sequence[Answer]]
WORKED: Said = {
    "frontline": people_at(0, 0, 1, 3, 8, 6, 2, lowest=1),
    "leaders": people_at(0, 0, 0, 1, 3, 2, 0, lowest=1),
    "people": people_at(1, 3, 2, 1, 0, 0, 0, lowest=1),
    "carers": people_at(0, 2, 2, 1, 0, 0, 0, lowest=1),
}
"""The worked room: rungs 1 to 7."""
FIRST_R4: Said = {
    "people": [1, 2, 2, 2, 3, 3, 4],
    "frontline": people_at(0, 0, 2, 3, 1),
    "leaders": people_at(0, 0, 0, 1, 2),
}
"""Of staff nine; three leaders are too few, and so the six beside them are not shown alone."""
SECOND_R4: Said = {
    "people": [1, 3, 3, 3, 3, 3, 3],
    "frontline": people_at(0, 0, 2, 3, 1),
    "leaders": people_at(0, 0, 0, 1, 1),
}
"""Three people went up, one down.  One leader has left, so that nothing of staff can be shown any more."""
FIRST_R5: Said = {
    "people": [0, 0, 1, 1, 3, 4, 4],
    "carers": ["not-sure", "not-sure", "not-sure", 2, 2, 2, 2, 2],
}
"""Seven people in two camps, eight carers of whom three are not sure; nobody of the staff."""
FIRST_HR1: Said = {
    "people": people_at(0, 1, 3, 2, 0),
    "frontline": [3, 3, 3, 3, 3],
    "leaders": ["rather-not-say"],
}
SECOND_HR1: Said = {**FIRST_HR1, "people": [2, 2, 3, 3, 3, 3]}
"""Of six people three go up, and their middle with them; staff stay where they were."""
ROUNDS: tuple[dict[str, Said], ...] = (
    {CLAIM: WORKED},
    {R4: FIRST_R4, R5: FIRST_R5, HR1: FIRST_HR1},
    {R4: SECOND_R4, HR1: SECOND_HR1},
)


def write_room(path: Path, rounds: Sequence[Mapping[str, Said]] = ROUNDS, **other: Any) -> None:
    """Make a record at *path* in which all of *rounds* was said; the last round stays open."""
    session = Session.model_validate(SESSION | {key.replace("_", "-"): value for key, value in other.items()})
    setting = set_out(session, Shelf())
    create_record(path, setting, tuple(rounds[0]))
    with open_record(path) as record:
        for number, said in enumerate(rounds, 1):
            if number > 1:
                record.add_round(number, said)
            record.put(list(entries(number, said)))


def entries(number: int, said: Mapping[str, Said]) -> Iterator[Entry]:
    """One answer for each person and question; the first of the people has the ballot people-1 everywhere."""
    for question, groups in said.items():
        for voice, answers in groups.items():
            for place, answer in enumerate(answers, 1):
                yield Entry(f"{voice}-{place}", voice, number, question, answer)


def material_of(
    record: Record, *, only: int | None = None, talk: int | None = None, level: int = 80
) -> RoomMaterial:
    """What renderers are given, every round closed."""
    for each in record.rounds:
        record.open_or_close(each.number, opened=False)
    shown = show_results(record, level, only)
    return RoomMaterial(record.session, record.questions, shown, level, talk, record.is_closed)


def material(
    rounds: Sequence[Mapping[str, Said]] = ROUNDS,
    *,
    only: int | None = None,
    talk: int | None = None,
    level: int = 80,
    **other: Any,
) -> RoomMaterial:
    """What renderers are given of the scripted room, or of one with *other* rounds or settings."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "day.workshop"
        write_room(path, rounds, **other)
        with open_record(path) as record:
            return material_of(record, only=only, talk=talk, level=level)
