"""Voices and privacy: what is asked of a file that everybody may read."""

from typing import Any

import pytest

from ladder_check.lint.personal import personal_data
from ladder_check.lint.rules import privacy, voices
from lint_sheets import found

QUESTION = ("answers", "ladder", "deciding.r3")


def counts(*numbers: int, **more: int) -> dict[str, Any]:
    """A tally with so many people at the levels from 0 on."""
    return {"counts": [*numbers, *[0] * (5 - len(numbers))], **more}


def told(answers: dict[str, Any], **world: Any) -> list[tuple[Any, str]]:
    """What is said of the counts in the *answers* to one question."""
    return found(privacy.counts_of_a_small_group, {"answers": {"ladder": {"deciding.r3": answers}}}, **world)


def test_counts_of_three_carers_are_told_once_with_both_ways_out() -> None:
    assert told({"people": counts(0, 2, 4), "carers": counts(2, 1)}) == [
        (
            (*QUESTION, "carers"),
            "carers: fewer than 5 people, so who said what can be worked out. Either give the counts for the "
            "side as a whole (lived), or take the counts out and give one answer that the group agreed.",
        )
    ]


@pytest.mark.parametrize(
    "answers",
    [
        {"lived": counts(2, 3, 4)},
        {"people": counts(0, 2, 4), "carers": 1},
        {"people": counts(0, 2, 4), "carers": counts(2, 1, 2)},
        {"lived": 2, "leaders": 3},
        {"people": counts(0, 0, 0, 3, 2, **{"rather-not-say": 3})},
        {"people": counts(**{"not-sure": 6})},
        {"people": counts()},
    ],
)
def test_counts_of_enough_people_and_agreed_answers_are_let_alone(answers: dict[str, Any]) -> None:
    assert told(answers) == []


def test_a_part_that_leaves_three_over_under_its_side_is_told() -> None:
    """Nine on the side and six of them in one part: three are left over by taking away."""
    [(path, message)] = told({"lived": counts(0, 5, 4), "people": counts(0, 2, 4)})
    assert path == (*QUESTION, "people")
    assert "are left over when this is taken away from lived" in message


def test_a_small_side_cannot_be_given_for_the_side() -> None:
    [(path, message)] = told({"lived": counts(1, 2)})
    assert path == (*QUESTION, "lived")
    assert "wait until more people have answered" in message


def test_each_side_is_told_once() -> None:
    """Twelve, two and one of staff, four people: one finding a side, at its first small group."""
    answers = {"frontline": counts(6, 6), "leaders": counts(2), "partners": counts(1), "people": counts(4)}
    assert [path[-1] for path, _ in told(answers)] == ["people", "leaders"]


def test_levels_count_and_not_those_who_would_not_say() -> None:
    assert told({"people": counts(1, **{"rather-not-say": 7})}) != []


@pytest.mark.parametrize(("small_group", "is_told"), [(3, True), (5, True), (10, True)])
def test_an_agreement_to_be_shown_from_three_on_is_no_leave_for_counts(
    small_group: int, is_told: bool
) -> None:
    assert bool(told({"people": counts(2, 2)}, config={"small-group": small_group})) is is_told


def test_a_strict_organisation_hides_more() -> None:
    assert told({"people": counts(2, 2, 4)}, config={"small-group": 10}) != []
    assert told({"people": counts(2, 2, 4)}) == []


PLACES = {
    ("title",): {"title": "X"},
    ("organisation",): {"organisation": "X"},
    ("work",): {"work": "X"},
    ("missing_voices", 1): {"missing_voices": ["Deaf people", "X"]},
    ("aspects", "doing", "left_out"): {"aspects": {"doing": {"left_out": "X"}}},
    ("aspects", "doing", "ceiling", "reason"): {"aspects": {"doing": {"ceiling": {"reason": "X"}}}},
    ("aspects", "doing", "ceiling", "said_openly"): {"aspects": {"doing": {"ceiling": {"said_openly": "X"}}}},
    (*QUESTION, "note"): {"answers": {"ladder": {"deciding.r3": {"note": "X"}}}},
    (*QUESTION, "evidence", 0, "where"): {
        "answers": {
            "ladder": {"deciding.r3": {"evidence": [{"what": "Notes", "kind": "said", "where": "X"}]}}
        }
    },
    (*QUESTION, "evidence", 0, "what"): {
        "answers": {"ladder": {"deciding.r3": {"evidence": [{"what": "X", "kind": "said"}]}}}
    },
    (*QUESTION, "lowered"): {"answers": {"ladder": {"deciding.r3": {"lowered": "X"}}}},
    (*QUESTION, "in_their_words", "people"): {
        "answers": {"ladder": {"deciding.r3": {"in_their_words": {"people": "X"}}}}
    },
    ("whys", 0, "chain", 0, "why"): {
        "whys": [{"about": "blocks.bl2", "chain": [{"by": "people", "why": "X"}]}]
    },
    ("actions", 0, "because"): {"actions": [{"id": "a1", "what": "Ask", "because": "X"}]},
    ("actions", 0, "owner"): {"actions": [{"id": "a1", "what": "Ask", "owner": "X"}]},
    ("actions", 0, "cost"): {"actions": [{"id": "a1", "what": "Ask", "cost": "X"}]},
    ("actions", 0, "partner"): {"actions": [{"id": "a1", "what": "Ask", "partner": "X"}]},
}


def _with(value: Any, text: str) -> Any:
    if isinstance(value, dict):
        return {key: _with(each, text) for key, each in value.items()}
    if isinstance(value, list):
        return [_with(each, text) for each in value]
    return text if value == "X" else value


@pytest.mark.parametrize(("path", "keys"), PLACES.items(), ids=lambda each: ".".join(map(str, each)))
def test_personal_data_is_found_wherever_people_write(path: Any, keys: dict[str, Any]) -> None:
    """The message names the kind, and never the number itself."""
    text = "Ring 07700 900123"
    assert list(personal_data(text)) == ["A phone number"]
    [(where, message)] = found(privacy.personal_data_in_a_text, _with(keys, text))
    assert where == path
    assert message.startswith("A phone number stands in this text. Either ")
    assert "900123" not in message


@pytest.mark.parametrize(("path", "keys"), PLACES.items(), ids=lambda each: ".".join(map(str, each)))
def test_a_person_who_is_named_is_found_wherever_people_write(path: Any, keys: dict[str, Any]) -> None:
    [(where, message)] = found(privacy.names_a_person, _with(keys, "Ask Mrs Example"))
    assert (where, "Example" in message) == (path, False)


def test_a_name_that_is_found_is_not_repeated() -> None:
    keys = {
        "actions": [
            {"id": "a1", "what": "Ask Mrs Example", "owner": "Ashley Example", "partner": "People First"}
        ]
    }
    [(where, message)] = found(privacy.names_a_person, keys)
    assert (where, "Example" in message) == (("actions", 0, "what"), False)
    [(where, message)] = found(privacy.name_for_a_role, keys)
    assert (where, "Example" in message) == (("actions", 0, "owner"), False)


def test_a_file_that_nobody_has_answered_yet_is_asked_for_no_voices() -> None:
    for rule in (voices.only_staff_answered, voices.few_lived, voices.missing_voices_not_named):
        assert found(rule, {"took_part": {"leaders": {"there": 2}}}) == []


def test_one_persons_own_support_needs_no_three_people() -> None:
    keys = {"at_level": "individual", "answers": {"ladder": {"own_support.r3": {"people": 2}}}}
    assert found(voices.few_lived, keys) == []
    assert found(voices.few_lived, keys | {"at_level": "service"}) != []


def test_who_would_rather_not_say_has_answered_too() -> None:
    keys = {"answers": {"ladder": {"deciding.r1": {"staff": 3, "lived": "rather-not-say"}}}}
    assert found(voices.only_staff_answered, keys) == []


def test_what_a_minority_said_is_read_too() -> None:
    answers = {"agreed": {"answer": 2, "minority": "Ring 07700 900123."}}
    keys = {
        "answers": {"ladder": {"deciding.r3": answers}},
        "aspects": {"designing": {"claim_agreed": {"rung": "informing", "minority": "Dr Example knows."}}},
    }
    [(where, _)] = found(privacy.personal_data_in_a_text, keys)
    assert where == (*QUESTION, "agreed", "minority")
    [(where, _)] = found(privacy.names_a_person, keys)
    assert where == ("aspects", "designing", "claim_agreed", "minority")
