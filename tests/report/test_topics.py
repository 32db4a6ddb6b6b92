"""What an action or a chain of whys is about, whichever way it is named."""

from cases import case_of
from ladder_check.report.actions import because
from ladder_check.report.material import Material, gather
from ladder_check.report.plan import propose
from ladder_check.scoring.profile import score

PAIR = {"hr3.practice": {"leaders": 3}, "hr3.belief": {"leaders": 1}}


def _material(**keys: object) -> Material:
    case = case_of(answers={"rules": PAIR}, **keys)
    return gather(case, score(case))


def test_a_pair_and_an_aspect_are_said_by_their_names_and_words_as_they_are() -> None:
    material = _material()
    assert because(material, "rules.hr3") == "“Look at quality of life, not only the service”"
    assert because(material, "designing") == "Designing the service"
    assert because(material, "They asked us to") == "They asked us to"


def test_the_root_of_a_pair_or_an_aspect_is_the_reason() -> None:
    whys = [
        {"about": "rules.hr3", "root": "Forms ask about beds"},
        {"about": "designing", "root": "May is late"},
    ]
    material = _material(whys=whys)
    assert because(material, "rules.hr3") == "Forms ask about beds"
    assert because(material, "designing") == "May is late"


def test_where_the_roots_differ_both_are_the_reason() -> None:
    """The same question, once with its bank and once without; a root that both found stands once."""
    whys = [
        {"about": "ladder.designing.r4", "root": "The timetable"},
        {"about": "designing.r4", "root": "The forms"},
        {"about": "designing.r4", "root": "The timetable"},
    ]
    reason = because(_material(whys=whys), "designing.r4")
    assert reason == "Different roots were found: “The timetable”, “The forms”."


def test_an_action_that_says_a_gap_in_words_covers_it() -> None:
    words = "Not here this time: Deaf people."
    keys = {"missing_voices": ["Deaf people"], "actions": [{"id": "a1", "what": "Ask", "because": words}]}
    free, covered = _material(missing_voices=["Deaf people"]), _material(**keys)
    assert words in [each.because for each in propose(free.case, free.profile)]
    assert words not in [each.because for each in propose(covered.case, covered.profile)]
