"""A day that is ready to be published: who said what, put into a record that asks real questions."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ladder_check.model.answer import Voice
from ladder_check.workshop.record import Entry, open_record
from rooms import Answer
from workshop_commands import run

R3, R4, PRACTICE, CLAIM = (
    "ladder.designing.r3",
    "ladder.designing.r4",
    "rules.hr1.practice",
    "claim.designing",
)
RECORD, FILE = "day.workshop", "day.assessment.yaml"
_INVITED = {"people": 9, "carers": 3, "frontline": 12, "leaders": 5, "partners": 2}
Room = Mapping[Voice, Iterable[Answer]]


def begin(folder: Path, *questions: str, small_group: int = 5) -> None:
    """A new record in *folder* that asks *questions*."""
    agreed = ["--agreed-by", "all who came"] if small_group == 3 else []
    invited = [word for who, n in _INVITED.items() for word in ("--invite", f"{who}={n}")]
    asks = [word for each in questions for word in ("--question", each)]
    made = run(
        folder,
        *("new", RECORD, "--title", "Day opportunities", "--on", "2026-11-03", *invited, *asks),
        *("--small-group", str(small_group), *agreed),
    )
    assert made.returncode == 0, made.stderr


def say(folder: Path, said: Mapping[str, Room]) -> None:
    """What a room said in the round that is open, to each question, which is then closed."""
    with open_record(folder / RECORD) as record:
        number = next(each.number for each in record.rounds if each.open)
        record.put(
            [
                Entry(f"{voice}-{place}", voice, number, question, answer)
                for question, room in said.items()
                for voice, given in room.items()
                for place, answer in enumerate(given)
            ]
        )
        record.open_or_close(number, opened=False)
