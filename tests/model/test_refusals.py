"""What the models refuse, with one fault for each, in words that name what was found."""

from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from ladder_check.model.action import Action, Why
from ladder_check.model.answer import Agreed, Answers, Evidence, Tally
from ladder_check.model.assessment import AgreedClaim, Assessment, Attendance, TookPart
from ladder_check.model.ceiling import Ceiling
from ladder_check.model.config import Config
from ladder_check.model.ladder import Ladder

BASIC = {"format": 1, "title": "Day opportunities", "assessed_on": "2026-11-03"}
EVIDENCE = {"what": "minutes", "kind": "written"}
ANSWER_WAYS = "Write a level from 0 to 4, or not-sure, rather-not-say or does-not-fit"


def fault(model: type[BaseModel], **value: Any) -> tuple[str, str]:
    """The kind and the message of the only fault of *value*."""
    with pytest.raises(ValidationError) as refused:
        model.model_validate(value)
    (only,) = refused.value.errors()
    return only["type"], only["msg"]


@pytest.mark.parametrize("level", range(5))
def test_the_levels_are_0_to_4(level: int) -> None:
    assert Answers(leaders=level).leaders == level


@pytest.mark.parametrize("word", ["not-sure", "rather-not-say", "does-not-fit"])
def test_three_words_stand_for_no_level(word: Any) -> None:
    assert Answers(people=word).people == word


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (5, "5 is not an answer."),
        (-1, "-1 is not an answer."),
        (1.0, "1.0 is not an answer."),
        (True, "A yes or a no is not a level."),
        (False, "A yes or a no is not a level."),
        ("3", "'3' is in quotes, so it is text."),
        ("not_sure", "'not_sure' is not an answer. Did you mean 'not-sure'?"),
        ("", "'' is not an answer."),
    ],
)
def test_what_is_not_an_answer(answer: Any, found: str) -> None:
    """True is 1 in Python, and 1.0 too: a level is a whole number, and `yes` is none."""
    assert fault(Answers, leaders=answer) == ("answer", f"{found} {ANSWER_WAYS}.")


def test_an_answer_that_is_left_empty() -> None:
    kind, message = fault(Answers, leaders=None)
    assert (kind, message) == (
        "answer",
        f"There is no answer here. {ANSWER_WAYS}, or take the line out.",
    )


@pytest.mark.parametrize(
    "counts",
    [
        [1, 2],
        [0] * 6,
        [0, 0, 0, 0, -1],
        [0, 0, 0, 0, True],
        [0, 0, 0, 0, 1.0],
        [0, 0, 0, 0, "1"],
        5,
        None,
        "00000",
    ],
)
def test_counts_are_five_whole_numbers(counts: Any) -> None:
    expected = f"Counts are five whole numbers, for the levels 0 to 4; found {counts!r}."
    assert fault(Tally, counts=counts) == ("counts", expected)


@pytest.mark.parametrize("number", [-1, 1.0, True, "3"])
@pytest.mark.parametrize("key", ["not-sure", "rather-not-say"])
def test_people_are_counted_in_whole_numbers(key: str, number: Any) -> None:
    kind, message = fault(Tally, counts=[0, 0, 1, 0, 0], **{key: number})
    assert (kind, message) == (
        "head_count",
        f"{number!r} is not a number of people. Write a whole number, 0 or more.",
    )


def test_a_wrong_tally_is_reported_once_and_not_for_each_kind_of_answer() -> None:
    with pytest.raises(ValidationError) as refused:
        Answers.model_validate({"leaders": {"counts": [1, 2]}})
    assert [each["type"] for each in refused.value.errors()] == ["counts"]


def test_a_tally_knows_its_people() -> None:
    """One says 1, two say 3; two are not sure and one would rather not say."""
    tally = Tally.model_validate({"counts": [0, 1, 0, 2, 0], "not-sure": 2, "rather-not-say": 1})
    assert (tally.levels, tally.unknowns) == ([1, 3, 3], 3)


def test_the_answers_of_a_side_are_its_own_and_its_perspectives() -> None:
    answers = Answers(people=1, carers="not-sure", frontline=2, partners=4, lived=3)
    assert answers.of_side("lived") == {"people": 1, "carers": "not-sure", "lived": 3}
    assert answers.of_side("staff") == {"frontline": 2, "partners": 4}


@pytest.mark.parametrize(
    "written", ["yesterday", "2026-13-03", "2026-02-29", "2026-1-3", "03/11/2026", "", 2026, 20261103]
)
def test_a_date_is_year_month_day(written: Any) -> None:
    kind, message = fault(Evidence, **EVIDENCE, on=written)
    assert kind == "not_a_date"
    assert message == f"{written!r} is not a date. Write year-month-day, such as 2026-11-03."


def test_a_date_is_read() -> None:
    assert Evidence.model_validate(EVIDENCE | {"on": "2024-02-29"}).on == date(2024, 2, 29)


@pytest.mark.parametrize("written", ["1.0", "1.0.0.0", "v1.0.0", "one", "", 1.0, 1, None])
def test_a_version_is_three_numbers(written: Any) -> None:
    kind, message = fault(Assessment, **BASIC, banks={"ladder": written})
    assert (kind, message) == (
        "version",
        f"{written!r} is not a version. Write three numbers, such as 1.0.0.",
    )


@pytest.mark.parametrize(
    ("model", "value", "nearest"),
    [
        (Evidence, {"what": "minutes", "kind": "writen"}, "'written'"),
        (Evidence, EVIDENCE | {"from": "satff"}, "'staff'"),
        (Ceiling, {"kind": "laws"}, "'law'"),
        (Ceiling, {"kind": "people_chose"}, "'people-chose'"),
        (Ceiling, {"talked_with": ["carer"]}, "'carers'"),
        (Action, {"id": "a1", "what": "ask", "state": "opne"}, "'open'"),
        (Why, {"about": "blocks.bl1", "can_change": "partially"}, "'partly'"),
        (Assessment, BASIC | {"at_level": "Serivce"}, "'service'"),
        (Answers, {"in_their_words": {"poeple": "We were asked late."}}, "'people'"),
    ],
)
def test_the_nearest_word_is_offered(model: type[BaseModel], value: dict[str, Any], nearest: str) -> None:
    kind, message = fault(model, **value)
    assert kind == "unknown_word"
    assert f"Did you mean {nearest}?" in message


def test_a_word_that_is_like_none_is_told_all_of_them() -> None:
    assert fault(Ceiling, kind="weather")[1] == (
        "There is no kind of ceiling called 'weather'. "
        "Known: law, regulator, safeguarding, privacy, people-chose, money, time, not-ready, custom."
    )


@pytest.mark.parametrize("found", [3, True, ["law"]])
def test_what_is_no_word_is_told_the_words(found: Any) -> None:
    kind, message = fault(Action, id="a1", what="ask", state=found)
    assert (kind, message) == (
        "not_a_word",
        f"{found!r} is not a state. Write one of: open, doing, done, dropped.",
    )


@pytest.mark.parametrize("key", ["format", "title", "assessed_on"])
def test_an_assessment_has_a_format_a_title_and_a_day(key: str) -> None:
    assert fault(Assessment, **{name: value for name, value in BASIC.items() if name != key})[0] == "missing"


@pytest.mark.parametrize("title", [3, True, 1.5, ["a title"]])
def test_text_is_text_and_never_a_number(title: Any) -> None:
    assert fault(Assessment, **BASIC | {"title": title})[0] == "string_type"


@pytest.mark.parametrize("title", ["", "   "])
def test_text_says_something(title: str) -> None:
    assert fault(Assessment, **BASIC | {"title": title})[0] == "string_too_short"


@pytest.mark.parametrize(
    ("model", "value"),
    [
        (Assessment, BASIC | {"titel": "x"}),
        (Tally, {"counts": [0] * 5, "not_sure": 1}),
        (Evidence, EVIDENCE | {"from_": "staff"}),
        (TookPart, {"lived": {"there": 3}}),
        (Answers, {"leader": 3}),
    ],
)
def test_a_key_nobody_knows_is_refused(model: type[BaseModel], value: dict[str, Any]) -> None:
    assert fault(model, **value)[0] == "extra_forbidden"


@pytest.mark.parametrize("there", [-1, "3", 2.0, True, None])
def test_those_who_took_part_are_counted(there: Any) -> None:
    assert fault(Attendance, there=there)[0] == "head_count"


def test_values_do_not_change() -> None:
    assessment = Assessment.model_validate(BASIC)
    assert fault_of_change(assessment) == "frozen_instance"


def fault_of_change(value: BaseModel) -> str:
    with pytest.raises(ValidationError) as refused:
        value.title = "Another"  # type: ignore[attr-defined]
    return refused.value.errors()[0]["type"]


LADDER: dict[str, Any] = {
    "format": 1,
    "id": "short",
    "title": "A short ladder",
    "source": {"name": "ours"},
    "lowest_ceiling": "told",
    "rungs": [
        {"id": "told", "name": "Told", "means": "People are told.", "test": "Somebody says."},
        {"id": "asked", "name": "Asked", "means": "People are asked.", "test": "Somebody asks."},
    ],
}


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"rungs": [LADDER["rungs"][0]] * 2}, "repeated_rung"),
        ({"lowest_ceiling": "tolld"}, "unknown_rung"),
        ({"crosswalk": {"tlap": [{"from": "akked", "to": "consultation"}]}}, "unknown_rung"),
        ({"bands": [{"id": "some", "name": "Some say", "rungs": [2, 3]}]}, "band"),
    ],
)
def test_a_ladder_names_only_its_own_rungs_and_each_once(changed: dict[str, Any], kind: str) -> None:
    assert fault(Ladder, **LADDER | changed)[0] == kind


@pytest.mark.parametrize("written", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_date_is_of_our_time(written: str) -> None:
    """Two years before the first day there is, or a month after the last, nothing can be reckoned."""
    kind, message = fault(Action, id="a1", what="Ask", by=written)
    assert kind == "not_a_date"
    assert message == f"{written!r} is not of our time. Write a year from 1900 to 2199, such as 2026."


@pytest.mark.parametrize("months", ["18", "0 months", "1.5 months", "a year", 18])
def test_a_length_of_time_is_in_months(months: Any) -> None:
    kind, message = fault(Config, **{"stale-after": months})
    assert (kind, message.partition(".")[0]) == (
        "months",
        f"{months!r} is not a length of time".partition(".")[0],
    )


@pytest.mark.parametrize("size", [4, 0, "5", True, 5.0])
def test_a_small_group_is_5_or_10_or_3(size: Any) -> None:
    assert fault(Config, **{"small-group": size}) == (
        "small_group",
        f"{size!r} is not a size for small groups. Write 5, 10 or 3.",
    )


def test_a_room_cannot_agree_that_it_would_rather_not_say() -> None:
    kind, words = fault(Agreed, answer="rather-not-say")
    assert (kind, words) == (
        "agreed",
        "A room agrees on a level from 0 to 4, on not-sure or on does-not-fit.",
    )
    assert fault(Agreed, answer=True)[0] == "answer"
    assert fault(Agreed, minority="Not us.")[0] == "missing"


def test_a_room_may_be_not_sure_of_a_rung() -> None:
    assert AgreedClaim.model_validate({"rung": "not-sure"}).rung == "not-sure"
    assert fault(AgreedClaim, rung=4)[0] == "rung_id"
