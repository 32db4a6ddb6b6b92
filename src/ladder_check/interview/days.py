"""Days as people say them."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from ladder_check.report.wording import MONTHS

_MONTHS: Final = tuple(month.lower() for month in MONTHS)
_SAID: Final = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?(?:\s+(\d{4}))?")
_DIGITS: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def read_day(text: str, today: date, *, coming: bool = False) -> date | None:
    """The day that *text* says, None if it says none.

    Of a month or a year it is the first day, and the last for what is *coming*: never too good.  A
    month without a year is the last that has begun or, for what is coming, the next that is not over.

    >>> today = date(2026, 11, 22)
    >>> said = ["2026-10-02", "today", "2 October 2026", "October", "Dec", "2025-03", "2024"]
    >>> [f"{read_day(text, today)}" for text in said]
    ['2026-10-02', '2026-11-22', '2026-10-02', '2026-10-01', '2025-12-01', '2025-03-01', '2024-01-01']
    >>> [f"{read_day(text, today, coming=True)}" for text in ["January", "November", "1 March", "2027"]]
    ['2027-01-31', '2026-11-30', '2027-03-01', '2027-12-31']
    >>> read_day("last week", today), read_day("2026-02-30", today)
    (None, None)
    """
    text = text.strip().lower().rstrip(".")
    if text == "today":
        return today
    if digits := _DIGITS.fullmatch(text):
        year, month, day = (int(each) if each else None for each in digits.groups())
        return _day(year or 0, month, day, coming=coming)
    said = _SAID.fullmatch(text)
    month = _month(said[2]) if said else None
    if said is None or month is None:
        return None
    day = int(said[1]) if said[1] else None
    if said[3]:
        return _day(int(said[3]), month, day, coming=coming)
    near = [_day(today.year + years, month, day, coming=coming) for years in (-1, 0, 1)]
    right = [each for each in near if each and (each >= today if coming else each <= today)]
    return (min if coming else max)(right, default=None)


def _month(word: str) -> int | None:
    found = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(word)]
    return found[0] if len(found) == 1 else None


def _day(year: int, month: int | None, day: int | None, *, coming: bool) -> date | None:
    try:
        month = month or (12 if coming else 1)
        return date(year, month, day or (monthrange(year, month)[1] if coming else 1))
    except ValueError:
        return None
