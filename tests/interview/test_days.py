"""Days as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_check.interview.days import read_day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", TODAY),
        (" Today ", TODAY),
        ("2026-10-02", date(2026, 10, 2)),
        ("2026-1-2", date(2026, 1, 2)),
        ("2026-10", date(2026, 10, 1)),
        ("2 Oct", date(2026, 10, 2)),
        ("2nd October, 2025", date(2025, 10, 2)),
        ("November", date(2026, 11, 1)),
        ("23 November", date(2025, 11, 23)),
        ("29 February", None),
        ("29 February 2024", date(2024, 2, 29)),
        ("ma", None),
        ("ju 2026", None),
        ("yesterday", None),
        ("31 April 2026", None),
        ("02/10/2026", None),
        ("99999", None),
        ("0000", None),
    ],
)
def test_what_was(said: str, day: date | None) -> None:
    """Of a month, the first day: evidence is never taken for fresher than it is."""
    assert read_day(said, TODAY) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("November", date(2026, 11, 30)),
        ("22 November", TODAY),
        ("21 November", date(2027, 11, 21)),
        ("February", date(2027, 2, 28)),
        ("2028-02", date(2028, 2, 29)),
        ("2027", date(2027, 12, 31)),
    ],
)
def test_what_is_coming(said: str, day: date) -> None:
    assert read_day(said, TODAY, coming=True) == day


@given(
    st.text(max_size=20) | st.from_regex(r"[0-9]{0,4}[-. ](oct|may|[0-9]{0,3})[-. ]?[0-9]{0,4}"),
    st.booleans(),
)
def test_any_text_says_a_day_or_none(text: str, coming: bool) -> None:
    day = read_day(text, TODAY, coming=coming)
    assert day is None or type(day) is date


@given(st.dates(date(1000, 1, 1), date(9998, 1, 1)))
def test_a_day_written_in_full_is_that_day(day: date) -> None:
    assert read_day(day.isoformat(), TODAY) == day
    assert read_day(f"{day.day} {day:%B} {day.year}", TODAY) == day
