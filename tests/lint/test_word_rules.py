"""Words to avoid: found in what the organisation writes, and let alone in people's words and in names."""

from typing import Any

import pytest

from ladder_check.lint.avoid import in_any, uses, words_to_avoid
from ladder_check.lint.rules import words
from lint_sheets import found

WORDS = words_to_avoid("people") + words_to_avoid("work")
SAID = "Stakeholders were empowered"


def said(text: str) -> list[str]:
    """The words to avoid in *text*, as they stand in it."""
    return [word for word, _ in uses(text, WORDS)]


@pytest.mark.parametrize(
    ("text", "avoided"),
    [
        ("Ask service users", ["service users"]),
        ("Service Users' meeting", ["Service Users"]),
        ("A robust,\n holistic plan", ["robust", "holistic"]),
        ("Reach the hard-to-reach and the hard to  reach", ["hard to  reach", "hard-to-reach"]),
        ("It was signed off", ["signed off"]),
        ("We implemented it", ["implemented"]),
    ],
)
def test_a_word_to_avoid_is_found_in_any_case_and_form(text: str, avoided: list[str]) -> None:
    assert said(text) == avoided


@pytest.mark.parametrize(
    "text",
    [
        'They call us "service users".',
        "They call us “service users”.",
        "They call us ‘service users’.",
        "Ask the Service User Forum",
        "The Service Users' Network decides",
        "The facilitator comes from outside",
        "Patients and disabled people with a learning difficulty",
        "An equality impact assessment, reasonable adjustments, commissioning and consultation",
        "Frontline staff, people with lived experience, a student placement",
        "The lead is hard to find and to reach by bus",
    ],
)
def test_quotations_names_law_and_what_is_not_settled_are_let_alone(text: str) -> None:
    assert said(text) == []


def test_a_quick_look_misses_no_word() -> None:
    """Each word of the list, in capital letters, is among those that may stand in the text."""
    for word in WORDS:
        text = f"we say {word.stem.upper()} here"
        assert word in in_any([text], WORDS)
    assert in_any(["People decide what happens next."], WORDS) == ()


def test_every_word_says_what_to_say_instead() -> None:
    assert all(word.instead and not said(word.instead) for word in WORDS)


OURS = {
    ("work",): {"work": SAID},
    ("aspects", "doing", "ceiling", "reason"): {"aspects": {"doing": {"ceiling": {"reason": SAID}}}},
    ("answers", "ladder", "doing.r3", "note"): {"answers": {"ladder": {"doing.r3": {"note": SAID}}}},
    ("whys", 0, "chain", 0, "why"): {
        "whys": [{"about": "blocks.bl2", "chain": [{"by": "leaders", "why": SAID}]}]
    },
    ("actions", 0, "done_when"): {"actions": [{"id": "a1", "what": "Ask", "done_when": SAID}]},
}
THEIRS: list[dict[str, Any]] = [
    {"organisation": SAID},
    {"missing_voices": [SAID]},
    {"answers": {"ladder": {"doing.r3": {"in_their_words": {"people": SAID, "leaders": SAID}}}}},
    {"answers": {"ladder": {"doing.r3": {"evidence": [{"what": SAID, "kind": "written"}]}}}},
    {
        "whys": [
            {
                "about": "blocks.bl2",
                "chain": [{"by": by, "why": SAID} for by in ("people", "carers", "lived")],
            }
        ]
    },
    {"actions": [{"id": "a1", "what": "Ask", "owner": SAID, "partner": SAID}]},
]


@pytest.mark.parametrize(("path", "keys"), OURS.items(), ids=lambda each: ".".join(map(str, each)))
def test_what_the_organisation_writes_is_checked(path: Any, keys: dict[str, Any]) -> None:
    assert [where for where, _ in found(words.work_words, keys)] == [path, path]


@pytest.mark.parametrize("keys", THEIRS)
def test_what_people_say_and_how_things_are_called_is_not_checked(keys: dict[str, Any]) -> None:
    assert found(words.work_words, keys) == []


def test_the_word_to_say_instead_is_told() -> None:
    [(_, message)] = found(words.words_about_people, {"work": "Support for service users"})
    assert message.startswith(
        '"service users": either say it another way (people who draw on care and support)'
    )


@pytest.mark.parametrize("text", ["Do stakeholders come?", "Who suffers from it?", "Is there robust proof?"])
def test_a_word_on_two_lists_is_told_once(text: str) -> None:
    words = [word for about in ("people", "work", "questions") for word in words_to_avoid(about)]
    assert len(list(uses(text, words))) == 1


def test_two_words_of_one_text_are_both_told() -> None:
    words = words_to_avoid("work")
    assert [found for found, _ in uses("Robust stakeholders", words)] == ["stakeholders", "Robust"]
