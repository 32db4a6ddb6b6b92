"""What a workshop has settled before anybody answers, as its record keeps it."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from ladder_check.errors import LadderCheckError
from ladder_check.model.room import Asked, Scale, Session
from ladder_check.workshop.database import DAMAGED, Database

_CLOSED: Final = "closed"


@dataclass(frozen=True, slots=True)
class Setting:
    """What is fixed at the first ballot.

    *banks* says the version of each bank; *ladder_bank* is the one that claims belong to.  *made* is
    another whenever it is set anew.
    """

    session: Session
    questions: tuple[Asked, ...]
    banks: Mapping[str, str]
    ladder_bank: str
    made: str = ""


def read_setting(database: Database) -> Setting:
    """What is set in a record.

    Raises:
        LadderCheckError: a part of it is missing or is not what it was.
    """
    values: dict[str, Any] = dict(database.all("SELECT name, value FROM setting"))
    try:
        return Setting(
            session=Session.model_validate_json(values["session"]),
            questions=tuple(_read_question(each) for each in json.loads(values["questions"])),
            banks=json.loads(values["banks"]),
            ladder_bank=values["ladder_bank"],
            made=values["made"],
        )
    except (KeyError, TypeError, ValueError):
        raise LadderCheckError(DAMAGED.format(database.path)) from None


def _read_question(each: dict[str, Any]) -> Asked:
    parts = {
        "scale": Scale(**each["scale"]),
        "labels": tuple(each["labels"]),
        "values": tuple(each["values"]),
    }
    return Asked(**{**each, **parts})


def write_setting(database: Database, setting: Setting) -> None:
    """Put what is set in the place of all that was; use it in a transaction."""
    database.run("DELETE FROM setting")
    values = {
        "session": setting.session.model_dump_json(by_alias=True, exclude_none=True),
        "questions": json.dumps([asdict(each) for each in setting.questions], ensure_ascii=False),
        "banks": json.dumps(dict(setting.banks)),
        "ladder_bank": setting.ladder_bank,
        "made": secrets.token_hex(8),
    }
    database.run_each("INSERT INTO setting (name, value) VALUES (?, ?)", values.items())


def made_now(database: Database) -> str:
    """What *made* says now: another than was read if the record was set anew meanwhile."""
    rows = database.all("SELECT value FROM setting WHERE name = 'made'")
    return str(rows[0][0]) if rows else ""


def is_closed(database: Database) -> bool:
    """Whether the links between rounds are destroyed, and the record takes nothing more."""
    return bool(database.all("SELECT 1 FROM setting WHERE name = ?", _CLOSED))


def close_for_good(database: Database, answered: Mapping[int, tuple[int, int | None]]) -> None:
    """Note that the record takes nothing more, and keep of what is set only what its results need.

    *answered* says how many people answered something in each round, and everything.
    """
    database.run(f"DELETE FROM setting WHERE name NOT IN ({_NEEDED})")
    database.run("INSERT INTO setting (name, value) VALUES (?, ?)", _CLOSED, json.dumps(answered))


def answered_at_close(database: Database, number: int) -> tuple[int, int | None]:
    """How many people had answered something in round *number*, and everything, when it was closed for good.

    Raises:
        LadderCheckError: the record is damaged.
    """
    try:
        ((kept,),) = database.all("SELECT value FROM setting WHERE name = ?", _CLOSED)
        something, everything = json.loads(kept)[str(number)]
    except (KeyError, TypeError, ValueError):
        raise LadderCheckError(DAMAGED.format(database.path)) from None
    return something, everything


_NEEDED: Final = "'session', 'questions', 'banks', 'ladder_bank', 'made'"
