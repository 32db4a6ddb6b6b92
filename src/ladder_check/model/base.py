"""What every model shares: frozen, unknown keys refused."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ladder_check.errors import unknown_name


class Value(BaseModel):
    """A thing that is what it says: it cannot change, and has no key that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


def no_entries() -> Any:
    """The default of a mapping: an empty one, made anew for each value.

    (A plain `{}` would be copied with all that is in it, which takes longer than to read what was written.)
    """
    return Field(default_factory=dict, json_schema_extra={"default": {}})


def refuse(kind: str, message: str) -> NoReturn:
    """Refuse a value in our own words.  *kind* is a short stable word for tests and schemas."""
    raise PydanticCustomError(kind, "{message}", {"message": message})


def one_of(what: str, words: tuple[str, ...]) -> Callable[[Any], Any]:
    """A validator that accepts only the *words*, and names the nearest one to a slip."""

    def check(value: Any) -> Any:
        if not isinstance(value, str):
            refuse("not_a_word", f"{value!r} is not a {what}. Write one of: {', '.join(words)}.")
        if value not in words:
            refuse("unknown_word", unknown_name(what, value, words))
        return value

    return check


_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


YEARS: Final = range(1900, 2200)


def _read_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    try:
        day = _day(value)
    except (TypeError, ValueError):
        refuse("not_a_date", f"{value!r} is not a date. Write year-month-day, such as 2026-11-03.")
    if day.year not in YEARS:
        # Two years before the year 1, or a month after 9999, there is no day to reckon with.
        refuse("not_a_date", f"{value!r} is not of our time. Write a year from 1900 to 2199, such as 2026.")
    return day


@lru_cache(maxsize=512)
def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError
    return date.fromisoformat(text)


def _only_1(value: Any) -> Any:
    # True == 1 == 1.0 in Python, and none of the others is a format.
    return value if type(value) is int else str(value)


FormatOne = Annotated[Literal[1], BeforeValidator(_only_1)]


Day = Annotated[date, BeforeValidator(_read_date)]
Text = Annotated[str, StringConstraints(min_length=1)]
