"""Colour and characters: decided once, for every writer."""

import pytest

from ladder_check.render.look import Look, choose_look

COLOUR = [
    ({}, True, True),
    ({}, False, False),
    ({"NO_COLOR": "1"}, True, False),
    ({"NO_COLOR": ""}, True, True),
    ({"FORCE_COLOR": "1"}, False, True),
    ({"CLICOLOR_FORCE": "1"}, False, True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ({"TERM": "dumb"}, True, False),
]


@pytest.mark.parametrize(("env", "is_terminal", "expected"), COLOUR)
def test_no_color_wins_then_force_color_then_the_terminal(
    env: dict[str, str], is_terminal: bool, expected: bool
) -> None:
    assert choose_look(env, is_terminal=is_terminal, encoding="utf-8", width=80).colour is expected


@pytest.mark.parametrize(
    ("env", "is_terminal", "width", "draws"),
    [
        ({"TERM": "xterm"}, True, 80, True),
        ({"TERM": "xterm"}, False, 80, False),
        ({"TERM": "dumb"}, True, 80, False),
        ({"NO_COLOR": "1"}, True, 80, False),
        ({"FORCE_COLOR": "1"}, False, 80, False),
        ({"TERM": "xterm"}, True, 40, False),
    ],
)
def test_a_drawing_is_for_a_terminal_that_is_wide_enough_and_asked_for_no_words_alone(
    env: dict[str, str], is_terminal: bool, width: int, draws: bool
) -> None:
    assert choose_look(env, is_terminal=is_terminal, encoding="utf-8", width=width).draws is draws


@pytest.mark.parametrize(
    ("encoding", "holds"), [("utf-8", True), ("ascii", False), ("cp1252", False), ("no-such", False)]
)
def test_marks_are_plain_where_the_encoding_cannot_hold_them(encoding: str, holds: bool) -> None:
    assert choose_look({}, is_terminal=True, encoding=encoding, width=80).unicode is holds


def test_plain_marks_say_the_same() -> None:
    assert Look(unicode=False).text("● Designing – “it’s ours”…") == '() Designing - "it\'s ours"...'
    assert Look(unicode=True).text("● Designing") == "● Designing"
