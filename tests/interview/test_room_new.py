"""A new workshop, asked step by step: typed, piped or from a file."""

from collections.abc import Iterable
from datetime import date
from io import StringIO

import pytest

from ladder_check.documents.library import Shelf
from ladder_check.interview.prompter import Stop
from ladder_check.interview.room_new import PURPOSE, ask_session
from ladder_check.interview.terminal import Terminal
from ladder_check.model.room import Session

TODAY = date(2026, 11, 22)
SHELF = Shelf()
# Title, organisation, work, day, areas, banks; people, carers, frontline, leaders, partners; purpose, size
# of small groups, and whether it is right.
LINES = ["Day opportunities", "", "", "", "1 2", "", "9", "2", "8", "3", "", "", "", "y"]


def talk(lines: Iterable[str], width: int = 80) -> tuple[Session, str]:
    """The session that comes of *lines*, and all that was said, without line breaks."""
    out = StringIO()
    text = "".join(f"{line}\n" for line in lines)
    session = ask_session(Terminal(StringIO(text), out, lambda: width, echo=True), SHELF, TODAY)
    return session, " ".join(out.getvalue().split())


def changed(*lines: str, at: int) -> list[str]:
    """The usual lines, with those typed at one of them in its place."""
    return [*LINES[:at], *lines, *LINES[at + 1 :]]


def test_enter_takes_what_is_usual() -> None:
    session, said = talk(LINES)
    assert session == Session.model_validate(
        {
            "format": 1,
            "title": "Day opportunities",
            "on": TODAY,
            "purpose": PURPOSE,
            "aspects": ["deciding", "designing"],
            "perspectives": {"people": 9, "carers": 2, "frontline": 8, "leaders": 3},
        }
    )
    assert "14 questions, about 45 minutes (rules)" in said
    assert "no more than 3 in two hours" in said
    assert "Asked: “Deciding what gets time and money” and “Designing the service”." in said


@pytest.mark.parametrize(
    ("at", "typed", "key", "value"),
    [
        (1, ["Riverside"], "organisation", "Riverside"),
        (2, ["Day services"], "work", "Day services"),
        (3, ["soon", "3 November 2026"], "on", date(2026, 11, 3)),
        (3, ["2027-02-01"], "on", date(2027, 2, 1)),
        (4, ["9", "checking, 2 2"], "aspects", ("checking", "designing")),
        (4, ["1 2 3 4", "n", "1"], "aspects", ("deciding",)),
        (4, ["1 2 3 4", "y"], "aspects", ("deciding", "designing", "choosing", "doing")),
        (5, ["word"], "banks", ("word",)),
        (11, ["To hear each other."], "purpose", "To hear each other."),
        (12, ["7", "10"], "small_group", 10),
        (12, ["3", "", "3", "the carers, today"], "agreed_by", "the carers, today"),
    ],
)
def test_each_step_takes_what_is_typed(at: int, typed: list[str], key: str, value: object) -> None:
    session, _ = talk(changed(*typed, at=at))
    assert getattr(session, key) == value


def test_something_is_asked_of_somebody() -> None:
    lines = [*LINES[:4], "", "", "", "word", "", "", "", "", "", "skip", "4", "skip", "", "", "y"]
    session, said = talk(lines)
    assert (session.banks, session.perspectives) == (("word",), {"people": 4})
    assert "Something has to be asked" in said
    assert "Nobody is invited yet" in said


def test_no_at_the_end_and_q_at_any_step_make_nothing() -> None:
    with pytest.raises(Stop):
        talk(changed("n", at=13))
    for at in range(len(LINES)):
        with pytest.raises(Stop):
            talk([*LINES[:at], "q"])


def test_lines_stay_within_a_narrow_terminal() -> None:
    out = StringIO()
    text = "".join(f"{line}\n" for line in LINES)
    ask_session(Terminal(StringIO(text), out, lambda: 40, echo=True), SHELF, TODAY)
    typed = max(map(len, LINES))
    assert max(len(line) for line in out.getvalue().splitlines()) <= 40 + typed
    assert "\x1b" not in out.getvalue()
