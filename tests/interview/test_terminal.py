"""Plain lines: wrapped at spaces, nothing but added at the end."""

from io import StringIO

import pytest

from ladder_check.interview.terminal import Terminal


def terminal(typed: str = "", width: int = 40, *, echo: bool = True) -> tuple[Terminal, StringIO]:
    out = StringIO()
    return Terminal(StringIO(typed), out, lambda: width, echo=echo), out


def test_lines_are_wrapped_at_spaces_and_numbered_ones_hang() -> None:
    ask, out = terminal(width=30)
    ask.say("Who decides what we talk about?\n  10. People and staff decide together, as equals\n\nEnd")
    assert out.getvalue().split("\n") == [
        "Who decides what we talk",
        "about?",
        "  10. People and staff decide",
        "      together, as equals",
        "",
        "End",
        "",
    ]


def test_a_very_narrow_or_wide_terminal_is_taken_for_a_sensible_one() -> None:
    for told, widest in ((1, 20), (1000, 100)):
        ask, out = terminal(width=told)
        ask.say("word " * 100)
        assert widest - 5 < max(map(len, out.getvalue().splitlines())) <= widest


def test_a_path_and_a_command_stay_whole() -> None:
    ask, out = terminal(width=20)
    ask.say("ladder-check assess a-very-long-name.assessment.yaml --as leaders\nsee /a/very/long/path/to/it")
    assert out.getvalue().split("\n")[:3] == [
        "ladder-check assess a-very-long-name.assessment.yaml --as leaders",
        "see",
        "/a/very/long/path/to/it",
    ]


def test_what_a_file_answers_is_written_too_and_what_a_person_types_is_not() -> None:
    for echo, shown in ((True, "Why? because\n"), (False, "Why? ")):
        ask, out = terminal("  because \n", echo=echo)
        assert ask.ask("Why?") == "because"
        assert out.getvalue() == shown


def test_remarks_in_a_file_are_passed_over_and_a_person_may_type_one() -> None:
    lines = "# who\nleaders\n  # more\n\n"
    ask, _ = terminal(lines)
    assert [ask.ask("?"), ask.ask("?")] == ["leaders", ""]
    ask, _ = terminal(lines, echo=False)
    assert ask.ask("?") == "# who"


def test_the_end_of_the_lines_is_an_end() -> None:
    ask, out = terminal("last", echo=False)
    assert ask.ask("?") == "last"
    with pytest.raises(EOFError):
        ask.ask("?")
    assert out.getvalue().endswith("\n")


def test_marks_are_fitted_to_what_the_stream_can_hold() -> None:
    out = StringIO()
    Terminal(StringIO(), out, lambda: 80, lambda text: text.replace("–", "-"), echo=True).say("0–4")
    assert out.getvalue() == "0-4\n"


def test_words_that_belong_together_stay_on_one_line() -> None:
    ask, out = terminal(width=20)
    ask.say("one two three four q\N{NO-BREAK SPACE}stop")
    assert out.getvalue() == "one two three four\nq stop\n"
