"""When something was sent, as forms write it: only where there is one way to read it."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

_ZONE: Final = re.compile(r"\s+(?!(?:AM|PM)$)[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?$")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?")
_DAYS: Final = ("%m/%d/%Y", "%d/%m/%Y", "%m/%d/%y", "%d/%m/%y", "%d.%m.%Y", "%Y/%m/%d", "%d-%m-%Y")
_CLOCKS: Final = ("%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p")


def read_times(texts: Sequence[str]) -> list[datetime] | None:
    """The times that *texts* say; None where one cannot be read, or all of them can be read in two ways.

    >>> read_times(["10/13/2026 11:02", "10/9/2026 11:02"])
    [datetime.datetime(2026, 10, 13, 11, 2), datetime.datetime(2026, 10, 9, 11, 2)]
    >>> read_times(["10/9/2026 11:02"])
    """
    readings = [found for form in _forms() if (found := _read(texts, form))]
    return readings[0] if len({tuple(each) for each in readings}) == 1 else None


def is_time(text: str) -> bool:
    """Whether *text* says when, in any of the ways that forms write it."""
    return any(_read([text], form) for form in _forms())


def clock_of(text: str) -> str:
    """The time of day in *text*, the same whether it was written with 12 hours or with 24; else *text*.

    >>> clock_of("2026/9/9 6:08:00 PM GMT+1"), clock_of("9/9/2026 18:08:00")
    ('18:08:00', '18:08:00')
    """
    found = _CLOCK.search(text)
    if not found:
        return text
    hour, minute, second, half = found.groups()
    hours = int(hour) % 12 + 12 * (half in "Pp") if half else int(hour)
    return f"{hours:02}:{minute}:{second or '00'}"


def _forms() -> list[str]:
    return ["", *(f"{day} {clock}" for day in _DAYS for clock in _CLOCKS)]


def _read(texts: Sequence[str], form: str) -> list[datetime] | None:
    """The times of *texts* by one *form*; the empty form is that of ISO 8601."""
    try:
        return [_one(text, form) for text in texts]
    except ValueError:
        return None


def _one(text: str, form: str) -> datetime:
    plain = _ZONE.sub("", " ".join(text.split()))
    read = datetime.strptime(plain, form) if form else datetime.fromisoformat(text)
    # Those of one file are all of one zone, and are only compared with one another.
    return read.replace(tzinfo=None)
