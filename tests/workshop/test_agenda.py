"""From what a session names to its questions: which, in which order, with which words."""

from typing import Any

import pytest
from pydantic import ValidationError

from ladder_check.documents.library import Shelf
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.model.room import LEVEL_SCALE, Asked, Scale, Session
from ladder_check.model.seen import fingerprint
from ladder_check.workshop.agenda import bank_ids, questions_of

SHELF = Shelf()
HEAD: dict[str, Any] = {"format": 1, "title": "Day", "on": "2026-11-03", "perspectives": {"people": 9}}


def session(**said: Any) -> Session:
    return Session.model_validate(HEAD | said)


def asked(**said: Any) -> tuple[Asked, ...]:
    return questions_of(session(**said), SHELF)


def ids(**said: Any) -> list[str]:
    return [each.id for each in asked(**said)]


def test_an_area_of_work_is_a_claim_and_eight_questions_in_the_order_of_the_bank() -> None:
    """The ladder bank asks r3 (being told) before r2 (help to learn)."""
    order = ("r1", "r3", "r2", "r4", "r5", "r6", "r7a", "r7b")
    assert ids(aspects=["designing"]) == ["claim.designing", *(f"ladder.designing.{r}" for r in order)]


def test_areas_come_in_the_order_they_are_named_with_all_claims_first() -> None:
    found = ids(aspects=["doing", "designing"], banks=["word"])
    assert found[:2] == ["claim.doing", "claim.designing"]
    assert [each.split(".")[1] for each in found[2:18]] == ["doing"] * 8 + ["designing"] * 8
    assert len(found) == 20
    assert {each.split(".")[0] for each in found[18:]} == {"word"}


def test_claims_come_first_whatever_the_order_of_banks() -> None:
    found = ids(aspects=["designing"], banks=["rules", "ladder"])
    assert found[0] == "claim.designing"
    assert [found[1].split(".")[0], found[-1].split(".")[0]] == ["rules", "ladder"]
    assert len(found) == 1 + 14 + 8


def test_a_bank_alone_asks_all_it_has_and_optional_areas_only_by_name() -> None:
    assert len(ids(banks=["rules"])) == 14
    assert len(ids(banks=["ladder"])) == 6 + 6 * 8
    assert "claim.own_support" not in ids(banks=["ladder"])
    assert ids(aspects=["own_support"])[0] == "claim.own_support"


def test_an_agenda_by_hand_keeps_its_order() -> None:
    by_hand = ["ladder.designing.r4", "claim.designing", "rules.hr1.practice"]
    assert ids(agenda=by_hand) == by_hand


def test_a_question_keeps_its_words_and_their_fingerprint() -> None:
    (found,) = asked(agenda=["ladder.designing.r4"])
    question = next(q for q in SHELF.bank("ladder").questions if q.id == "designing.r4")
    assert (found.ask, found.labels, found.scale) == (question.ask, question.anchors, LEVEL_SCALE)
    assert (found.values, found.seen) == (("0", "1", "2", "3", "4"), fingerprint(question))
    assert (found.heading, found.is_claim) == ("Designing the service", False)


def test_a_claim_has_a_step_for_each_rung_and_its_id_for_files() -> None:
    (found,) = asked(agenda=["claim.designing"])
    ladder = SHELF.ladder("tlap")
    assert (found.scale, found.values, found.is_claim) == (Scale(1, 7), ladder.ids, True)
    assert found.labels[0].startswith("Coercion: ")
    assert found.seen is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"aspects": ["desining"]}, "no area of work called 'desining'. Did you mean 'designing'"),
        ({"banks": ["rule"]}, "no bank called 'rule'. Did you mean 'rules'"),
        ({"agenda": ["rules.hr1.practise"]}, "Did you mean 'rules.hr1.practice'"),
        ({"agenda": ["claim.desining"]}, "Did you mean 'claim.designing'"),
        ({"agenda": ["rule.hr1.practice"]}, "no bank called 'rule'"),
    ],
)
def test_a_name_that_is_not_there_is_said_with_the_nearest(said: dict[str, Any], words: str) -> None:
    with pytest.raises(UnknownName, match=words):
        asked(**said)


def test_claims_belong_to_one_bank() -> None:
    assert bank_ids(asked(aspects=["designing"], banks=["rules"])) == ("ladder", "rules")
    assert bank_ids(asked(agenda=["claim.designing"]), "our-own") == ("our-own",)


# The session itself


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Nothing is asked yet"),
        ({"agenda": []}, "Nothing is asked yet"),
        ({"agenda": ["claim.doing"], "aspects": ["doing"]}, "Take out either agenda, or aspects and banks"),
        ({"banks": ["rules", "rules"]}, "'rules' stands here twice"),
        ({"banks": ["rules"], "perspectives": {}}, "Nobody is invited yet"),
        ({"banks": ["rules"], "perspectives": {"people": 0}}, "Nobody is invited yet"),
        ({"banks": ["rules"], "perspectives": {"peple": 3}}, "Did you mean 'people'"),
        ({"banks": ["rules"], "perspectives": {"lived": 3}}, "no perspective called 'lived'"),
        ({"banks": ["rules"], "perspectives": {"people": True}}, "True is not a number of people"),
        ({"banks": ["rules"], "perspectives": {"people": -1}}, "-1 is not a number of people"),
        ({"banks": ["rules"], "small-group": 4}, "4 is not a size for small groups. Write 5, 10 or 3"),
        ({"banks": ["rules"], "small-group": True}, "True is not a size"),
        ({"banks": ["rules"], "small-group": 3}, "only if they agreed to it themselves"),
        ({"banks": ["rules"], "on": "3.11.2026"}, "is not a date"),
        ({"banks": ["rules"], "format": True}, "Input should be 1"),
    ],
)
def test_a_session_that_cannot_be_is_refused_in_words(said: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        session(**said)


def test_three_is_a_size_for_a_group_that_agreed() -> None:
    three = session(banks=["rules"], **{"small-group": 3, "agreed-by": "the three carers, on the day"})
    assert (three.small_group, three.agreed_by) == (3, "the three carers, on the day")


def test_a_side_is_invited_as_the_sum_of_its_perspectives() -> None:
    invited = session(banks=["rules"], perspectives={"people": 9, "carers": 2, "leaders": 0}).invited
    assert invited == {"people": 9, "carers": 2, "lived": 11, "leaders": 0, "staff": 0}


def test_two_ladder_banks_are_one_too_many(tmp_path: Any) -> None:
    text = SHELF.text_of("ladder").replace("\nid: ladder\n", "\nid: our-own\n", 1)
    (tmp_path / "our-own.bank.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LadderCheckError, match="Choose: ladder or our-own"):
        questions_of(session(banks=["ladder", "our-own"]), Shelf((tmp_path,)))
