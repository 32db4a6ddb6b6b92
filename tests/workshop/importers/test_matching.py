"""Headers, labels and groups mean what is the same as they are, or what somebody said; nothing is guessed."""

from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.importers.mapping import ImportMap, read_map, spell_map
from ladder_check.workshop.importers.matching import Matcher
from ladder_check.workshop.record import open_record
from room_files import AGENDA, CLAIM, HR1, HR1_NOUGHT, R4, R4_ASK, R4_ONE, new_record

GOVERNING = "claim.governing"


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    path = new_record(tmp_path_factory.mktemp("room") / "day.workshop", (CLAIM, GOVERNING, *AGENDA))
    with open_record(path) as record:
        return Matcher(record.questions, ImportMap())


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        (R4, R4),
        ("Ladder.Designing.R4", R4),
        ("ladder_designing_r4", R4),
        (R4_ASK, R4),
        (f" {R4_ASK.upper()}\n", R4),
        (f"Tell us [{R4_ASK}]", R4),
        (f"{R4_ASK}2", None),
        (R4_ASK[:-9], None),
        ("r4", None),
        # Every claim asks with the same words, so these words alone are no claim.
        ("Which rung is this on, as things are today?", None),
        ("Which rung is this on, as things are today? [Designing the service]", CLAIM),
        ("Designing the service: Which rung is this on, as things are today?", CLAIM),
        ("Ballot number", "ballot"),
        ("Perspective", "perspective"),
        ("", None),
    ],
)
def test_a_header_means_a_question_if_it_is_its_id_or_its_text(
    matcher: Matcher, header: str, meaning: str | None
) -> None:
    assert matcher.meaning(header) == meaning


@pytest.mark.parametrize(
    ("question", "text", "step"),
    [
        (R4, "0", 0),
        (R4, "3.0", 3),
        (R4, R4_ONE, 1),
        (R4, R4_ONE.upper().removesuffix("."), 1),
        (R4, f"1 - {R4_ONE}", 1),
        (R4, f"1. {R4_ONE};", 1),
        (R4, f"1 – {R4_ONE}", 1),
        (R4, f"2 - {R4_ONE}", None),
        (R4, HR1_NOUGHT, None),
        (R4, "3 and a bit", None),
        (R4, "5", None),
        (R4, "informing", None),
        (R4, "3 4", None),
        (HR1, HR1_NOUGHT, 0),
        (HR1, "?", "not-sure"),
        (HR1, "I'm not sure", "not-sure"),
        (HR1, "I’m not sure.", "not-sure"),
        (HR1, "I do not want to answer", "rather-not-say"),
        (HR1, "does not fit", "does-not-fit"),
        (HR1, "True", None),
        (CLAIM, "informing", 3),
        (CLAIM, "Co-design", 6),
        (CLAIM, "Co–design", 6),
        (CLAIM, "6 - Co-design", 6),
        (CLAIM, "7", 7),
        (CLAIM, "0", None),
        (CLAIM, "Informing: People are told what is decided and why, but have no say in it.", 3),
    ],
)
def test_a_label_means_a_step_if_it_is_the_same(
    matcher: Matcher, question: str, text: str, step: int | str | None
) -> None:
    assert matcher.step(matcher.questions[question], text) == step


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("people", "people"),
        ("People who draw on care and support", "people"),
        ("Carers;", "carers"),
        ("unpaid carers", "carers"),
        ("Staff who give support", "frontline"),
        ("partner organisations", "partners"),
        ("staff", "staff"),
        ("Carers;Leaders", None),
        ("patients", None),
    ],
)
def test_a_group_is_named_by_a_name_that_we_know(matcher: Matcher, text: str, voice: str | None) -> None:
    assert matcher.voice(text) == voice


def test_what_somebody_said_comes_first(matcher: Matcher) -> None:
    said = ImportMap.model_validate(
        {
            "columns": {R4_ASK: "leave-out", "How?": R4, "Comments": f"words {R4}"},
            "labels": {"Sometimes": 2, R4_ONE: "leave-out", "Together": "co-design"},
            "perspectives": {"Team": "frontline", "Visitors": "leave-out"},
        }
    )
    knows = Matcher(matcher.questions, said)
    assert [knows.meaning(each) for each in (R4_ASK, "how?", "Comments")] == ["leave-out", R4, f"words {R4}"]
    assert [knows.step(knows.questions[R4], each) for each in ("sometimes", R4_ONE)] == [2, "leave-out"]
    assert knows.step(knows.questions[R4], "Together") is None
    assert knows.step(knows.questions[CLAIM], "Together") == 6
    assert [knows.voice(each) for each in ("team", "Visitors")] == ["frontline", "leave-out"]


def test_a_map_is_written_as_it_is_read(matcher: Matcher, tmp_path: Path) -> None:
    said = ImportMap.model_validate(
        {
            "columns": {'What: "else"?\nReally': "words", "3": R4, "yes": "leave-out", "#1": "perspective"},
            "labels": {"Sometimes": 2, "- often": "not-sure", "Co-design!": "co-design"},
            "perspectives": {"Team [A]": "frontline"},
        }
    )
    file = tmp_path / "map.yaml"
    file.write_text(spell_map(said), encoding="utf-8")
    assert read_map(file, matcher.questions) == said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("columns: {How?: ladder.designing.r3}", "1:17: LC201 There is no question in this workshop called"),
        ("columns: {How?: perspectives}", "Did you mean 'perspective'?"),
        ("columns: {How?: words ladder.designing.r5}", "Did you mean 'ladder.designing.r4'?"),
        ("labels:\n  Often: 9", "2:10: LC202 There is no step called '9'"),
        ("labels:\n  Often: oft", "2:10: LC202 There is no step called 'oft'"),
        ("perspectives: {Team: front-line}", "Did you mean 'frontline'?"),
        ("perspective: {Team: frontline}", "Did you mean 'perspectives'?"),
        ("columns: [a]", "1:10: LC007 "),
    ],
)
def test_a_map_that_is_not_right_is_refused_at_its_place(
    matcher: Matcher, tmp_path: Path, text: str, message: str
) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LadderCheckError) as refused:
        read_map(file, matcher.questions)
    assert message in str(refused.value)
